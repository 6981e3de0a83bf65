// Where this program's own parts lie: the reader program beside it, the templates above it.
#pragma once

#include <filesystem>

namespace service::faces {

std::filesystem::path readerProgram();    // lakwerk-reader, beside this program
std::filesystem::path templatesFolder();  // the nearest `templates` at or above it; throws std::runtime_error (Dutch)

}  // namespace service::faces
