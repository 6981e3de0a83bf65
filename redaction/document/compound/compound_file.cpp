#include "redaction/document/compound/compound_file.h"

#include <algorithm>

#include "redaction/document/compound/little_endian.h"
#include "redaction/document/document.h"

namespace redaction::document::compound {
namespace {

// MS-CFB 2.1, 2.2, 2.6
constexpr std::size_t headerBytes = 512, entryBytes = 128, miniSectorBytes = 64, headerFatSlots = 109;
constexpr std::uint32_t highestSector = 0xFFFFFFFA, noEntry = 0xFFFFFFFF;
constexpr std::size_t maxEntries = 100000;
constexpr unsigned typeStorage = 1, typeStream = 2, typeRoot = 5;

char asciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool sameName(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return asciiLower(x) == asciiLower(y); });
}

void appendNumbers(std::vector<std::uint32_t>& numbers, std::string_view bytes) {
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) numbers.push_back(number32(bytes, at));
}

}  // namespace

std::optional<CompoundFile> CompoundFile::open(std::string_view bytes) {
    if (bytes.size() < headerBytes || bytes.substr(0, signature.size()) != signature) return std::nullopt;
    CompoundFile file(bytes);
    if (!file.readTables()) return std::nullopt;
    return file;
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
    const std::size_t start = (std::size_t(number) + 1) * sectorBytes_;
    return number >= highestSector || start >= bytes_.size() ? std::string_view{} : bytes_.substr(start, sectorBytes_);
}

bool CompoundFile::readTables() {
    const unsigned shift = number16(bytes_, 30);
    if (shift != 9 && shift != 12) return false;
    sectorBytes_ = std::size_t{1} << shift;
    cutoff_ = number32(bytes_, 56);
    if (!readFat() || !readDirectory()) return false;
    if (const auto table = joined(number32(bytes_, 60))) appendNumbers(miniFat_, *table);
    if (entries_[root].size > 0)
        if (auto stream = joined(entries_[root].start)) mini_ = std::move(*stream);
    return true;
}

// The table of sectors lies in sectors named by the header, and by a chain of sectors of its own.
bool CompoundFile::readFat() {
    std::vector<std::uint32_t> places;
    appendNumbers(places, bytes_.substr(76, 4 * headerFatSlots));
    const std::size_t most = bytes_.size() / sectorBytes_ + 1;
    std::size_t steps = 0;
    for (std::uint32_t at = number32(bytes_, 68); at < highestSector; ) {
        const std::string_view more = sector(at);
        if (more.size() < sectorBytes_ || ++steps > most) return false;
        appendNumbers(places, more.substr(0, sectorBytes_ - 4));
        at = number32(more, sectorBytes_ - 4);
    }
    for (const std::uint32_t place : places) {
        if (place >= highestSector) continue;
        if (sector(place).empty() || fat_.size() > most + sectorBytes_) return !fat_.empty();
        appendNumbers(fat_, sector(place));
    }
    return !fat_.empty();
}

std::optional<std::vector<std::uint32_t>> CompoundFile::chain(const std::vector<std::uint32_t>& table, std::uint32_t start) const {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t at = start; at < highestSector; at = table[at]) {
        if (at >= table.size() || numbers.size() > table.size()) return std::nullopt;
        numbers.push_back(at);
    }
    return numbers;
}

std::optional<std::string> CompoundFile::joined(std::uint32_t start) const {
    const auto numbers = chain(fat_, start);
    if (!numbers || numbers->size() > bytes_.size() / sectorBytes_ + 1) return std::nullopt;
    std::string all;
    for (const std::uint32_t number : *numbers) {
        if (sector(number).empty()) return std::nullopt;
        all += sector(number);
    }
    return all;
}

bool CompoundFile::readDirectory() {
    const auto directory = joined(number32(bytes_, 48));
    if (!directory || directory->size() < entryBytes || directory->size() / entryBytes > maxEntries) return false;
    const bool old = number16(bytes_, 26) == 3;  // the upper half of a size is not to be trusted
    std::vector<std::uint32_t> links;
    for (std::size_t at = 0; at + entryBytes <= directory->size(); at += entryBytes) {
        const std::string_view record = std::string_view(*directory).substr(at, entryBytes);
        Entry entry;
        const std::size_t nameBytes = std::min<std::size_t>(number16(record, 64), 64);
        entry.name = fromUtf16(record.substr(0, nameBytes < 2 ? 0 : nameBytes - 2));
        const unsigned type = static_cast<unsigned char>(record[66]);
        entry.storage = type == typeStorage || type == typeRoot;
        entry.start = number32(record, 116);
        entry.size = number32(record, 120) | (old ? 0 : std::uint64_t{number32(record, 124)} << 32);
        for (const std::size_t link : {68, 72, 76}) links.push_back(type == typeStorage || type == typeStream || type == typeRoot ? number32(record, link) : noEntry);
        entries_.push_back(std::move(entry));
    }
    std::vector<bool> taken(entries_.size());
    taken[root] = true;
    hang(links[2], root, links, taken);
    return entries_[root].storage;
}

// Siblings form a tree by their left and right links. Without recursion: the file says how deep it goes.
void CompoundFile::hang(std::uint32_t first, std::size_t parent, const std::vector<std::uint32_t>& links, std::vector<bool>& taken) {
    std::vector<std::pair<std::uint32_t, std::size_t>> waiting{{first, parent}};
    while (!waiting.empty()) {
        const auto [at, above] = waiting.back();
        waiting.pop_back();
        if (at >= entries_.size() || taken[at]) continue;
        taken[at] = true;
        entries_[above].children.push_back(at);
        waiting.emplace_back(links[3 * at], above);
        waiting.emplace_back(links[3 * at + 1], above);
        if (entries_[at].storage) waiting.emplace_back(links[3 * at + 2], at);
    }
}

std::optional<std::size_t> CompoundFile::find(std::size_t storage, std::string_view name) const {
    for (const std::size_t child : entries_[storage].children)
        if (sameName(entries_[child].name, name)) return child;
    return std::nullopt;
}

std::optional<std::string> CompoundFile::contents(std::size_t stream) const {
    const Entry& entry = entries_[stream];
    if (entry.size == 0) return std::string{};
    if (entry.size > bytes_.size()) return std::nullopt;
    std::optional<std::string> all;
    if (entry.size >= cutoff_) {
        all = joined(entry.start);
    } else if (const auto numbers = chain(miniFat_, entry.start)) {
        all.emplace();
        for (const std::uint32_t number : *numbers)
            if (std::size_t(number) * miniSectorBytes < mini_.size()) *all += mini_.substr(std::size_t(number) * miniSectorBytes, miniSectorBytes);
    }
    if (!all || all->size() < entry.size) return std::nullopt;
    all->resize(entry.size);
    return all;
}

Kind kindOf(std::string_view bytes) {
    static constexpr struct {
        std::string_view name;
        Kind kind;
    } signs[] = {{"EncryptedPackage", Kind::locked}, {"__properties_version1.0", Kind::message}, {"WordDocument", Kind::word},
                 {"Workbook", Kind::workbook},       {"Book", Kind::workbook},                   {"PowerPoint Document", Kind::presentation}};
    const auto file = CompoundFile::open(bytes);
    if (!file) return Kind::other;
    for (const auto& sign : signs)
        if (file->find(CompoundFile::root, sign.name)) return sign.kind;
    return Kind::other;
}

}  // namespace redaction::document::compound
