#include "service/faces/own_folder.h"

#include <stdexcept>

namespace service::faces {

namespace {

std::filesystem::path programFolder() { return std::filesystem::read_symlink("/proc/self/exe").parent_path(); }

}  // namespace

std::filesystem::path readerProgram() { return programFolder() / "lakwerk-reader"; }

std::filesystem::path templatesFolder() {
    for (auto folder = programFolder(); folder != folder.root_path(); folder = folder.parent_path())
        if (std::filesystem::exists(folder / "templates" / "rules")) return folder / "templates";
    throw std::runtime_error("De map templates staat niet bij of boven het programma.");
}

}  // namespace service::faces
