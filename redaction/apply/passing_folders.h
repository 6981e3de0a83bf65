// Folders in which other programs wrote while a package was verified. Each goes with its owner; this is for those whose
// process was killed.
#pragma once

#include <cstddef>
#include <string>

namespace redaction::apply {

std::string passingFolderPrefix();  // of this process, with its folder: "/dev/shm/lakwerk-1234-"
// Removes those of processes of this user that are no more. How many.
std::size_t removeStalePassingFolders();

}  // namespace redaction::apply
