// Replays every file of the corpus, and small damage done to each, in an ordinary build.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "tests/fuzz/targets.h"

namespace {

constexpr std::size_t damagedCopies = 12;  // of each file
constexpr std::size_t maxDamagedBytes = 64u << 10;

std::vector<std::filesystem::path> corpusOf(std::string_view name) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(LAKWERK_SOURCE_DIR) / "tests/fuzz/corpus" / name)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Cut, changed, doubled: the same every time.
std::string damaged(std::string bytes, std::mt19937& random) {
    const auto below = [&](std::size_t bound) { return std::size_t(random()) % std::max<std::size_t>(bound, 1); };
    switch (below(4)) {
        case 0: bytes.resize(below(bytes.size())); break;
        case 1:
            for (int i = 0; i < 8 && !bytes.empty(); ++i) bytes[below(bytes.size())] = static_cast<char>(random());
            break;
        case 2: bytes.insert(below(bytes.size()), bytes.substr(below(bytes.size()), 200)); break;
        default: bytes.erase(below(bytes.size()), below(100)); break;
    }
    return bytes;
}

class Corpus : public testing::TestWithParam<fuzz::Target> {};

}  // namespace

TEST_P(Corpus, IsReadOrRefusedWhole) {
    const auto files = corpusOf(GetParam().name);
    ASSERT_FALSE(files.empty());
    for (const auto& file : files) {
        SCOPED_TRACE(file.filename().string());
        EXPECT_NO_THROW(GetParam().run(bytesOf(file)));
    }
}

TEST_P(Corpus, IsReadOrRefusedDamaged) {
    std::mt19937 random(20250314);
    for (const auto& file : corpusOf(GetParam().name)) {
        const std::string bytes = bytesOf(file);
        if (bytes.size() > maxDamagedBytes) continue;
        for (std::size_t copy = 0; copy < damagedCopies; ++copy) {
            SCOPED_TRACE(file.filename().string() + " damaged copy " + std::to_string(copy));
            EXPECT_NO_THROW(GetParam().run(damaged(bytes, random)));
        }
    }
}

TEST_P(Corpus, NothingAtAllIsRefused) { EXPECT_NO_THROW(GetParam().run({})); }

INSTANTIATE_TEST_SUITE_P(Fuzz, Corpus, testing::ValuesIn(fuzz::targets()), [](const auto& instance) { return std::string(instance.param.name); });
