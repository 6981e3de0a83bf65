// The blocks of a filled template that a human may write otherwise. Not for use outside this folder.
#pragma once

#include <string>
#include <vector>

#include "service/letters/letters.h"

namespace service::letters {

inline constexpr const char* editsField = "_edits";  // beside the fields of a letter, never one of them

// `html` with the text of these blocks in the place of what stood there. A block that is not there is left out: what it
// was about is not in this letter any more.
std::string withEdits(std::string html, const Edits& edits);

}  // namespace service::letters
