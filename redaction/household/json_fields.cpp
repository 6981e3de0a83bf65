#include "redaction/household/json_fields.h"

namespace redaction::household {

namespace {
std::string join(const std::string& place, const std::string& key) { return place.empty() ? key : place + "." + key; }
}  // namespace

Fields::Fields(const nlohmann::json& object, std::string place) : object_(object), place_(std::move(place)) {
    if (!object_.is_object()) throw FormatError((place_.empty() ? "het bestand" : place_) + ": hier hoort een object");
}

void Fields::fail(const char* key, const std::string& what) const { throw FormatError(join(place_, key) + ": " + what); }

const nlohmann::json* Fields::find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

std::string Fields::text(const char* key) const {
    const auto* value = find(key);
    if (!value) return {};
    if (!value->is_string()) fail(key, "hier hoort tekst");
    return value->get<std::string>();
}

std::string Fields::requiredText(const char* key) const {
    auto value = text(key);
    if (value.empty()) fail(key, "dit veld is verplicht");
    return value;
}

bool Fields::flag(const char* key) const { return maybeFlag(key).value_or(false); }

std::optional<bool> Fields::maybeFlag(const char* key) const {
    const auto* value = find(key);
    if (!value) return std::nullopt;
    if (!value->is_boolean()) fail(key, "hier hoort true of false");
    return value->get<bool>();
}

std::optional<Date> Fields::date(const char* key) const {
    const auto value = text(key);
    if (value.empty()) return std::nullopt;
    const auto date = parseDate(value);
    if (!date) fail(key, "hier hoort een bestaande datum als JJJJ-MM-DD");
    return date;
}

std::size_t Fields::number(const char* key) const {
    const auto* value = find(key);
    if (!value) return 0;
    if (!value->is_number_unsigned()) fail(key, "hier hoort een getal van 0 of meer");
    return value->get<std::size_t>();
}

std::vector<std::string> Fields::texts(const char* key) const {
    const auto* value = find(key);
    if (!value) return {};
    if (!value->is_array()) fail(key, "hier hoort een lijst");
    std::vector<std::string> result;
    for (const auto& item : *value) {
        if (!item.is_string()) fail(key, "in deze lijst hoort alleen tekst");
        result.push_back(item.get<std::string>());
    }
    return result;
}

Source Fields::source() const {
    const auto* value = find("source");
    if (!value) return {};
    const Fields fields(*value, join(place_, "source"));
    return {fields.text("text"), fields.date("recorded")};
}

void Fields::each(const char* key, const std::function<void(const Fields&)>& read) const {
    const auto* value = find(key);
    if (!value) return;
    if (!value->is_array()) fail(key, "hier hoort een lijst");
    for (std::size_t i = 0; i < value->size(); ++i)
        read(Fields((*value)[i], join(place_, key) + "[" + std::to_string(i) + "]"));
}

nlohmann::json parseJsonObject(std::string_view text) {
    auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded()) throw FormatError("het bestand is geen geldige JSON");
    return json;
}

}  // namespace redaction::household
