// Pages from templates/pages: mustache, with a frame, parts and texts put in when they are loaded. Everything that comes
// from data is escaped; there is no way to put raw HTML into a page.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "service/web/view/texts.h"

namespace service::web::view {

using Data = nlohmann::ordered_json;  // strings, booleans, numbers, lists, objects; null counts as absent

class Templates {
  public:
    // Loads every page in every language. Throws std::runtime_error naming the file for a missing part or text, or an
    // unsafe tag.
    Templates(const std::filesystem::path& folder, const Languages& languages);

    // name: "worklist" for worklist.html. Throws std::out_of_range for an unknown page.
    std::string render(std::string_view name, std::string_view language, const Data& data) const;

    // Called with the page and the field when a page shows {{field}} that the data do not have; for tests and the log.
    std::function<void(std::string_view page, std::string_view field)> onMissing;

  private:
    std::map<std::string, std::string, std::less<>> composed_;  // "nl/worklist"
};

// Puts frame (not around a page named …_alone), parts ({{>part}}) and texts ({{t:key}}) in: what is left is plain mustache.
std::string compose(const std::filesystem::path& folder, const std::string& page, const Texts& texts);
std::string escaped(std::string_view text);

}  // namespace service::web::view
