// Entry for libFuzzer: one program per target (LAKWERK_FUZZ, clang). Finds go into tests/fuzz/corpus.
#include <cstdint>

#include "tests/fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const fuzz::Target& target : fuzz::targets())
        if (target.name == LAKWERK_FUZZ_TARGET) target.run({reinterpret_cast<const char*>(data), size});
    return 0;
}
