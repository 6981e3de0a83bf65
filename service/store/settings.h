// Small values a region sets: its name, its theme, its terms. Never secrets.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "service/store/repository.h"

namespace service::store {

class Settings : Repository {
  public:
    using Repository::Repository;

    std::optional<std::string> find(std::string_view name) const;
    std::string get(std::string_view name, std::string_view otherwise) const;
    int number(std::string_view name, int otherwise) const;  // otherwise: also when it is no number
    void set(std::string_view name, std::string_view value);
    void remove(std::string_view name);
    std::map<std::string, std::string> all() const;
};

}  // namespace service::store
