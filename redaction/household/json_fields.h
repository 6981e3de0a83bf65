// Reads typed fields of a JSON object and says in Dutch where the file is wrong; never with the value itself.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>

#include "redaction/household/household.h"

namespace redaction::household {

// One object of the file together with its place ("persons[3]"). Absent and null mean: not known.
class Fields {
  public:
    Fields(const nlohmann::json& object, std::string place);  // throws FormatError unless an object

    std::string text(const char* key) const;
    std::string requiredText(const char* key) const;
    bool flag(const char* key) const;
    std::optional<bool> maybeFlag(const char* key) const;
    std::optional<Date> date(const char* key) const;
    std::size_t number(const char* key) const;  // a count or place; absent: 0
    std::vector<std::string> texts(const char* key) const;
    Source source() const;
    void each(const char* key, const std::function<void(const Fields&)>& read) const;
    [[noreturn]] void fail(const char* key, const std::string& what) const;

  private:
    const nlohmann::json* find(const char* key) const;  // nullptr: absent or null

    const nlohmann::json& object_;
    std::string place_;
};

nlohmann::json parseJsonObject(std::string_view text);  // throws FormatError

}  // namespace redaction::household
