#include "redaction/reader/program/sandbox.h"

#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace redaction::reader::program {
namespace {

void limit(__rlimit_resource resource, rlim_t value, rlim_t grace = 0) {
    const rlimit both{value, value + grace};
    setrlimit(resource, &both);
}

void note(Held& held, bool holds, const std::string& what) { (holds ? held.holds : held.lacks).push_back(what); }

}  // namespace

void limitResources(const document::Limits& limits) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // sanitizers reserve terabytes of addresses
    limit(RLIMIT_AS, limits.maxMemoryBytes);
#endif
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.timePerDocument.count()), 2);  // first SIGXCPU, which says why
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_MEMLOCK, 0);
    limit(RLIMIT_MSGQUEUE, 0);
    limit(RLIMIT_NOFILE, 3);
}

void leaveNamespaces(Held& held) {
    const bool own = unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWPID | CLONE_NEWNS) == 0;
    for (const char* name : {"user namespace", "network namespace", "ipc namespace", "pid namespace"}) note(held, own, name);
}

void dropPrivileges(Held& held) {
    note(held, prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "no_new_privs");
    note(held, prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0, "not dumpable");
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct none[2] = {};
    note(held, syscall(SYS_capset, &header, none) == 0, "no capabilities");
}

Held lockDown(const document::Limits& limits) {
    Held held;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    leaveNamespaces(held);
    dropPrivileges(held);
    closeFileSystem(held);
    limitResources(limits);
    held.holds.emplace_back("rlimits");
    filterSystemCalls();
    held.holds.emplace_back("seccomp");
    return held;
}

}  // namespace redaction::reader::program
