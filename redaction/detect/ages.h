// Ages, in digits or words, told from other numbers by the words around them.
#pragma once

#include "redaction/detect/recognisers.h"

namespace redaction::detect {

void findAge(Reading& r, const Line& line);  // all in one line

}  // namespace redaction::detect
