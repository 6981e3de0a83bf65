// Landlock by its system calls: the C library of Debian 12 has no wrapper, and its header knows only the first versions.
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "redaction/reader/program/sandbox.h"

namespace redaction::reader::program {
namespace {

constexpr long createRuleset = 444, restrictSelf = 446;
constexpr unsigned versionFlag = 1;

struct Ruleset {
    std::uint64_t fileSystem = 0, network = 0, scoped = 0;
};

// Each version of Landlock knows more rights; an unknown one is refused by the kernel.
std::uint64_t fileRights(long version) {
    if (version >= 5) return (1u << 16) - 1;  // + ioctl on devices
    if (version >= 3) return (1u << 15) - 1;  // + truncate
    if (version == 2) return (1u << 14) - 1;  // + rename and link across folders
    return (1u << 13) - 1;
}

std::size_t rulesetSize(long version) { return version >= 6 ? 24 : version >= 4 ? 16 : 8; }

}  // namespace

void closeFileSystem(Held& held) {
    const long version = syscall(createRuleset, nullptr, 0, versionFlag);
    if (version < 1) return held.lacks.push_back("landlock");
    Ruleset ruleset;
    ruleset.fileSystem = fileRights(version);
    if (version >= 4) ruleset.network = 3;  // bind and connect
    if (version >= 6) ruleset.scoped = 3;   // abstract sockets and signals
    const long descriptor = syscall(createRuleset, &ruleset, rulesetSize(version), 0);
    const bool closed = descriptor >= 0 && syscall(restrictSelf, descriptor, 0) == 0;  // no rule: nothing is allowed
    if (descriptor >= 0) close(static_cast<int>(descriptor));
    (closed ? held.holds : held.lacks).push_back(closed ? "landlock " + std::to_string(version) : "landlock");
}

}  // namespace redaction::reader::program
