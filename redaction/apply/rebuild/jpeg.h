// Pixels as JPEG, without any comment or metadata.
#pragma once

#include <string>

namespace redaction::apply::rebuild {

class Picture;
std::string toJpeg(const Picture& picture);  // grey where the picture is; throws std::runtime_error

}  // namespace redaction::apply::rebuild
