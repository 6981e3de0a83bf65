// Takes away everything the reader does not need, for good, before it looks at a document: files, network, processes,
// memory and time without bound. What the kernel cannot give is reported; without the system call filter nothing is read.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/reading.h"

namespace redaction::reader::program {

struct Held {
    std::vector<std::string> holds, lacks;
};

// Throws std::runtime_error where the system call filter cannot be set. Call once, in a process with one thread.
Held lockDown(const document::Limits& limits);

// Parts of it, each in a file of its own.
void limitResources(const document::Limits& limits);
void leaveNamespaces(Held& held);
void dropPrivileges(Held& held);
void closeFileSystem(Held& held);    // Landlock
void filterSystemCalls();            // seccomp; throws std::runtime_error

}  // namespace redaction::reader::program
