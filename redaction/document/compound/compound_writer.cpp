#include "redaction/document/compound/compound_writer.h"

#include <cstdint>
#include <stdexcept>

namespace redaction::document::compound {
namespace {

constexpr std::size_t smallSector = 512, largeSector = 4096, enoughForSmall = 4u << 20, miniBytes = 64, cutoff = 4096, headerFatSlots = 109;
constexpr std::uint32_t endOfChain = 0xFFFFFFFE, fatSector = 0xFFFFFFFD, nobody = 0xFFFFFFFF;

void put(std::string& out, std::uint64_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
}

std::string padded(std::string bytes, std::size_t to) {
    bytes.resize((bytes.size() + to - 1) / to * to, '\0');
    return bytes;
}

struct Record {
    std::string name;
    unsigned type = 0;
    std::uint32_t next = nobody, child = nobody, start = 0;
    std::uint64_t size = 0;
};

// MS-CFB 2: one sector table, its places in the header; siblings hang in a row.
class Writer {
  public:
    std::string write(const std::vector<Node>& nodes) {
        if (bytesOf(nodes) > enoughForSmall) sectorBytes_ = largeSector;
        records_.push_back({"Root Entry", 5, nobody, nobody, endOfChain, 0});
        records_[0].child = add(nodes);
        if (!mini_.empty()) {
            records_[0].size = mini_.size();
            records_[0].start = place(mini_);
        }
        std::string miniFat;
        for (const auto next : miniFat_) put(miniFat, next, 4);
        const std::uint32_t miniStart = miniFat.empty() ? endOfChain : place(miniFat);
        const std::uint32_t directory = place(directoryBytes());
        return header(directory, miniStart) + sectors_ + table_;
    }

  private:
    static std::size_t bytesOf(const std::vector<Node>& nodes) {
        std::size_t sum = 0;
        for (const auto& node : nodes) sum += node.bytes.size() + bytesOf(node.children);
        return sum;
    }

    std::uint32_t add(const std::vector<Node>& nodes) {
        std::uint32_t first = nobody;
        for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
            const auto at = static_cast<std::uint32_t>(records_.size());
            records_.push_back({node->name, node->storage ? 1u : 2u, first, nobody, 0, node->bytes.size()});
            if (node->storage) {
                const auto child = add(node->children);
                records_[at].child = child;
            } else {
                records_[at].start = node->bytes.size() < cutoff ? placeMini(node->bytes) : place(node->bytes);
            }
            first = at;
        }
        return first;
    }

    std::uint32_t place(const std::string& bytes) {
        const auto start = static_cast<std::uint32_t>(fat_.size());
        const std::string whole = padded(bytes, sectorBytes_);
        for (std::size_t at = 0; at < whole.size(); at += sectorBytes_) fat_.push_back(static_cast<std::uint32_t>(fat_.size() + 1));
        fat_.back() = endOfChain;
        sectors_ += whole;
        return start;
    }

    std::uint32_t placeMini(const std::string& bytes) {
        if (bytes.empty()) return endOfChain;
        const auto start = static_cast<std::uint32_t>(miniFat_.size());
        const std::string whole = padded(bytes, miniBytes);
        for (std::size_t at = 0; at < whole.size(); at += miniBytes) miniFat_.push_back(static_cast<std::uint32_t>(miniFat_.size() + 1));
        miniFat_.back() = endOfChain;
        mini_ += whole;
        return start;
    }

    std::string directoryBytes() const {
        std::string all;
        for (const auto& record : records_) {
            std::string one;
            for (const char c : record.name) put(one, static_cast<unsigned char>(c), 2);
            one.resize(64, '\0');
            put(one, 2 * record.name.size() + 2, 2);
            put(one, record.type, 1);
            put(one, 1, 1);
            put(one, nobody, 4);
            put(one, record.next, 4);
            put(one, record.child, 4);
            one.resize(116, '\0');
            put(one, record.start, 4);
            put(one, record.size, 8);
            all += one;
        }
        return padded(all, sectorBytes_);
    }

    std::string header(std::uint32_t directory, std::uint32_t miniStart) {
        const std::size_t perSector = sectorBytes_ / 4;
        std::size_t tables = 1;
        while (tables * perSector < fat_.size() + tables) ++tables;
        if (tables > headerFatSlots) throw std::length_error("compound file: too large to write");
        const auto firstTable = static_cast<std::uint32_t>(fat_.size());
        for (std::size_t i = 0; i < tables; ++i) fat_.push_back(fatSector);
        fat_.resize(tables * perSector, nobody);
        for (const auto next : fat_) put(table_, next, 4);
        std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0');
        const bool large = sectorBytes_ == largeSector;
        for (const unsigned number : {0x3Eu, large ? 4u : 3u, 0xFFFEu, large ? 12u : 9u, 6u}) put(out, number, 2);
        out += std::string(10, '\0');
        put(out, tables, 4);
        put(out, directory, 4);
        put(out, 0, 4);
        put(out, cutoff, 4);
        put(out, miniStart, 4);
        put(out, miniFat_.size() / perSector + 1, 4);
        put(out, endOfChain, 4);
        put(out, 0, 4);
        for (std::size_t i = 0; i < headerFatSlots; ++i) put(out, i < tables ? firstTable + i : nobody, 4);
        out.resize(sectorBytes_, '\0');
        return out;
    }

    std::size_t sectorBytes_ = smallSector;
    std::vector<Record> records_;
    std::vector<std::uint32_t> fat_, miniFat_;
    std::string sectors_, mini_, table_;
};

}  // namespace

Node streamNode(std::string name, std::string bytes) { return {std::move(name), std::move(bytes), {}, false}; }
Node storageNode(std::string name, std::vector<Node> children) { return {std::move(name), {}, std::move(children), true}; }

std::string compoundOf(const std::vector<Node>& nodes) { return Writer().write(nodes); }

}  // namespace redaction::document::compound
