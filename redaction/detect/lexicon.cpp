#include "redaction/detect/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unordered_map>

#include "redaction/detect/text_view.h"

namespace redaction::detect {

namespace {

std::uint64_t hashOf(std::string_view word) {
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash ^ (hash >> 31);
}

std::uint32_t fingerprintOf(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32) | 1u; }

bool isPlainLower(const std::string& word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// As fold() does; quick where there is nothing but ASCII.
std::string foldedLine(std::string line) {
    if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 128; })) return fold(line);
    for (auto& c : line)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return line;
}

}  // namespace

void WordSet::addFile(const std::filesystem::path& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.size() > 1) hashes_.push_back(hashOf(foldedLine(std::move(line))));
}

void WordSet::addLowerCase(const std::filesystem::path& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || (line[0] >= 'A' && line[0] <= 'Z')) continue;
        hashes_.push_back(hashOf(isPlainLower(line) ? line : fold(line)));
    }
}

void WordSet::addCapitals(const std::filesystem::path& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (!line.empty() && line[0] >= 'A' && line[0] <= 'Z') hashes_.push_back(hashOf(foldedLine(std::move(line))));
}

void WordSet::addFrequent(const std::filesystem::path& file, int fewest) {
    constexpr int kMostlyCapital = 3;  // times as often with a capital: rather a name
    std::ifstream in(file);
    std::unordered_map<std::string, int> lower, upper;
    for (std::string line; std::getline(in, line);) {
        const auto space = line.find(' ');
        const int count = std::atoi(line.c_str());
        if (space == std::string::npos || count < fewest) break;
        const auto word = line.substr(space + 1, line.find(' ', space + 1) - space - 1);
        const bool capital = word[0] >= 'A' && word[0] <= 'Z';
        if (word.size() > 1) (capital ? upper : lower)[isPlainLower(word) ? word : fold(word)] += count;
    }
    for (const auto& [word, count] : lower) {
        const auto named = upper.find(word);
        if (named == upper.end() || named->second < kMostlyCapital * count) hashes_.push_back(hashOf(word));
    }
}

void WordSet::finish() {
    slots_.assign(std::bit_ceil(2 * hashes_.size() + 1), 0);
    for (const auto hash : hashes_) {
        auto& slot = slots_[slotOf(hash)];
        count_ += slot == 0 ? 1u : 0u;
        slot = fingerprintOf(hash);
    }
    hashes_ = {};
}

std::size_t WordSet::slotOf(std::uint64_t hash) const {
    const auto mask = slots_.size() - 1;
    auto at = static_cast<std::size_t>(hash) & mask;
    while (slots_[at] != 0 && slots_[at] != fingerprintOf(hash)) at = (at + 1) & mask;
    return at;
}

bool WordSet::has(std::string_view folded) const { return !slots_.empty() && slots_[slotOf(hashOf(folded))] != 0; }

namespace {

Lexicon loadLexicon() {
    const std::filesystem::path frog = "/usr/share/frog/nld";
    Lexicon lexicon;
    lexicon.givenNames.addFile(frog / "voornamen.ner");
    lexicon.familyNames.addFile(frog / "familienamen.ner");
    lexicon.places.addFile(frog / "plaatsen-nld.ner");
    lexicon.places.addFile(frog / "gemeenten-nld.ner");
    for (const auto* file : {"geonames-nl.ner", "regios-nld.ner"}) lexicon.waters.addFile(frog / file);
    lexicon.streets.addFile(frog / "straten-nld.ner");
    lexicon.ordinary.addLowerCase("/usr/share/dict/dutch");
    lexicon.proper.addCapitals("/usr/share/dict/dutch");
    constexpr int kFewest = 25;  // in ten million words
    lexicon.everyday.addFrequent(frog / "Frog.mbt.1.0.lex", kFewest);
    for (auto* set : {&lexicon.givenNames, &lexicon.familyNames, &lexicon.places, &lexicon.ordinary, &lexicon.everyday, &lexicon.waters, &lexicon.streets, &lexicon.proper}) set->finish();
    return lexicon;
}

}  // namespace

const Lexicon& lexicon() {
    static const Lexicon loaded = loadLexicon();  // immutable once read
    return loaded;
}

}  // namespace redaction::detect
