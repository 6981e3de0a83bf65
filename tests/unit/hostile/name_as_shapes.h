// The secret's letters as path operators of PDF, in the colour that is set.
#pragma once

#include <string>

namespace hostile {

std::string nameAsShapes(double x, double y);

}  // namespace hostile
