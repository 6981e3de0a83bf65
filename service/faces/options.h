// What stands behind a subcommand: options with a value ("--data MAP") and switches ("--empty").
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "service/environment.h"
#include "service/faces/faces.h"

namespace service::faces {

class WrongOptions : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

class Options {
  public:
    // Throws WrongOptions on anything that is in neither list.
    Options(const Arguments& arguments, const std::vector<std::string_view>& withValue, const std::vector<std::string_view>& switches);

    std::optional<std::string> find(std::string_view name) const;
    std::string get(std::string_view name, std::string_view otherwise) const;
    std::string require(std::string_view name) const;                  // throws WrongOptions
    std::vector<std::string> all(std::string_view name) const;         // each time it was given
    int number(std::string_view name, int otherwise, int most) const;  // 0..most; throws WrongOptions
    std::optional<Moment> moment(std::string_view name) const;         // 2026-03-05T08:00:00Z; throws WrongOptions
    bool has(std::string_view name) const;

  private:
    std::vector<std::pair<std::string, std::string>> given_;
};

}  // namespace service::faces
