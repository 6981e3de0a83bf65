// The compound file of older Office programs (MS-CFB): storages and streams by name, read from memory within the bounds
// of the file. Knows nothing of what is in them, but for the few names that tell what a file is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::document::compound {

inline constexpr std::string_view signature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

struct Entry {
    std::string name;  // UTF-8
    bool storage = false;
    std::vector<std::size_t> children;  // of a storage: indexes into entries(); every entry has one parent at most
    std::uint32_t start = 0;
    std::uint64_t size = 0;
};

// Keeps a view of the bytes: they must outlive it.
class CompoundFile {
  public:
    // Empty: not a compound file, or its tables are cut off or damaged.
    static std::optional<CompoundFile> open(std::string_view bytes);

    static constexpr std::size_t root = 0;
    const std::vector<Entry>& entries() const { return entries_; }
    std::optional<std::size_t> find(std::size_t storage, std::string_view name) const;  // case as in ASCII does not matter
    std::optional<std::string> contents(std::size_t stream) const;  // empty: its sectors are cut off or damaged

  private:
    explicit CompoundFile(std::string_view bytes) : bytes_(bytes) {}
    bool readTables();
    bool readFat();
    bool readDirectory();
    void hang(std::uint32_t first, std::size_t parent, const std::vector<std::uint32_t>& links, std::vector<bool>& taken);
    std::string_view sector(std::uint32_t number) const;  // empty: outside the file
    std::optional<std::vector<std::uint32_t>> chain(const std::vector<std::uint32_t>& table, std::uint32_t start) const;
    std::optional<std::string> joined(std::uint32_t start) const;

    std::string_view bytes_;
    std::size_t sectorBytes_ = 512;
    std::uint32_t cutoff_ = 4096;  // shorter streams lie in the mini stream
    std::vector<std::uint32_t> fat_, miniFat_;
    std::string mini_;
    std::vector<Entry> entries_;
};

// What the names in the root say. locked: an Office document of today behind a password.
enum class Kind { other, message, word, workbook, presentation, locked };
Kind kindOf(std::string_view bytes);  // other also where the file is damaged

}  // namespace redaction::document::compound
