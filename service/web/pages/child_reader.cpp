#include "service/web/pages/child_reader.h"

#include <algorithm>

namespace service::web::pages {

std::string childReads(const Visit& visit, const std::optional<casework::ChildReader>& reader) {
    return reader ? visit.say("child.reads", {{"name", reader->name}, {"age", static_cast<long>(reader->age)}}) : "";
}

std::string childReads(const Visit& visit, std::string_view requestId) { return childReads(visit, casework::childReaderOf(visit.site.office, requestId)); }

std::vector<Field> forReader(const Visit& visit, std::string_view requestId, std::vector<Field> fields, std::initializer_list<std::string_view> names) {
    const auto warning = childReads(visit, requestId);
    if (warning.empty()) return fields;
    for (auto& field : fields)
        if (std::find(names.begin(), names.end(), field.name) != names.end()) field.hint += (field.hint.empty() ? "" : " ") + warning;
    return fields;
}

}  // namespace service::web::pages
