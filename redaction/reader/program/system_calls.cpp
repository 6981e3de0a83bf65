// The system calls a reader needs, and no others: anything not named here ends the process.
#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>

#include "redaction/reader/program/sandbox.h"

namespace redaction::reader::program {
namespace {

constexpr int harmless[] = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(lseek),
    SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(brk),
    SCMP_SYS(futex), SCMP_SYS(sched_yield), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom),
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction),
    SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(sched_getaffinity), SCMP_SYS(exit), SCMP_SYS(exit_group),
};

// Libraries try these and manage without.
constexpr int refusedPolitely[] = {
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2), SCMP_SYS(stat), SCMP_SYS(lstat),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(ioctl), SCMP_SYS(fcntl), SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid),
    SCMP_SYS(getegid), SCMP_SYS(unlink), SCMP_SYS(prctl),
};

class Filter {
  public:
    Filter() : context_(seccomp_init(SCMP_ACT_KILL_PROCESS), seccomp_release) { check(context_ ? 0 : -1); }

    void allow(int call) { check(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 0)); }
    void allow(int call, scmp_arg_cmp condition) { check(seccomp_rule_add(context_.get(), SCMP_ACT_ALLOW, call, 1, condition)); }
    void refuse(int call) { check(seccomp_rule_add(context_.get(), SCMP_ACT_ERRNO(EPERM), call, 0)); }
    void refuse(int call, scmp_arg_cmp condition) { check(seccomp_rule_add(context_.get(), SCMP_ACT_ERRNO(EPERM), call, 1, condition)); }
    void load() { check(seccomp_load(context_.get())); }

  private:
    static void check(int outcome) {
        if (outcome != 0) throw std::runtime_error("reader: no system call filter");
    }
    std::unique_ptr<void, void (*)(scmp_filter_ctx)> context_;
};

}  // namespace

void filterSystemCalls() {
    Filter filter;
    for (const int call : harmless) filter.allow(call);
    for (const int call : refusedPolitely) filter.refuse(call);
    // Memory, but never memory that can be run.
    for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
        filter.allow(call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
        filter.refuse(call, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC));
    }
    // fstat as the C library calls it.
    filter.allow(SCMP_SYS(newfstatat), SCMP_A3(SCMP_CMP_EQ, AT_EMPTY_PATH));
    filter.refuse(SCMP_SYS(newfstatat), SCMP_A3(SCMP_CMP_NE, AT_EMPTY_PATH));
    filter.allow(SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0));  // ask, not set
    filter.allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(getpid())));  // abort
    filter.load();
}

}  // namespace redaction::reader::program
