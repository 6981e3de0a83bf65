// Fields of which a child reads what is typed say so.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/child_reader.h"
#include "service/web/forms.h"
#include "service/web/visit.h"

namespace service::web::pages {

std::string childReads(const Visit& visit, const std::optional<casework::ChildReader>& reader);  // empty: no child
std::string childReads(const Visit& visit, std::string_view requestId);
// names: of the fields that go into the letter.
std::vector<Field> forReader(const Visit& visit, std::string_view requestId, std::vector<Field> fields, std::initializer_list<std::string_view> names);

}  // namespace service::web::pages
