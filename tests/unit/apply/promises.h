// What every PDF this program hands out promises, looked up with libqpdf: tagged, in a language, with a title, nothing that
// runs or is attached, fonts embedded and readable.
#pragma once

#include <string>
#include <vector>

namespace promises {

// Each broken promise in a few words. Empty: all are kept.
std::vector<std::string> broken(const std::string& pdf);

}  // namespace promises
