// The other kinds of file in the demo region: a Word document, an e-mail, and the ZIP of an export.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/partners/demo_source.h"

namespace partners {

std::string docxOf(const DemoSource& source);
std::string emlOf(const DemoSource& source);

using NamedBytes = std::pair<std::string, std::string>;  // path in the ZIP, bytes
std::string zipOf(const std::vector<NamedBytes>& files);

std::string xmlText(const std::string& text);  // escaped for text and attributes

}  // namespace partners
