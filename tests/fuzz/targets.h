// One row per parser that meets bytes from outside. The replay test and libFuzzer run the same functions.
#pragma once

#include <string_view>
#include <vector>

namespace fuzz {

struct Target {
    std::string_view name;  // folder in tests/fuzz/corpus
    void (*run)(std::string_view bytes);  // returns on refused input too; throws or crashes on a defect
};
const std::vector<Target>& targets();

}  // namespace fuzz
