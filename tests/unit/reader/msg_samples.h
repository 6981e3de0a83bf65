// Messages of Outlook for tests: a compound file of properties.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "redaction/document/document.h"
#include "tests/unit/reader/compound_samples.h"

namespace samples::msg {

inline std::string number(std::uint64_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
}
inline std::string utf16(const std::string& utf8) {
    std::string out;
    for (const char32_t c : redaction::document::toCodePoints(utf8)) out += c > 0xFFFF ? number(0xD800 + ((c - 0x10000) >> 10), 2) + number(0xDC00 + (c & 0x3FF), 2) : number(c, 2);
    return out;
}
inline CompoundNode text(const std::string& id, const std::string& value) { return streamNode("__substg1.0_" + id + "001F", utf16(value)); }
inline CompoundNode narrow(const std::string& id, const std::string& value) { return streamNode("__substg1.0_" + id + "001E", value); }
inline CompoundNode binary(const std::string& id, const std::string& value) { return streamNode("__substg1.0_" + id + "0102", value); }
inline std::string property(unsigned id, unsigned type, std::uint64_t value) { return number(type, 2) + number(id, 2) + number(0, 4) + number(value, 8); }
inline CompoundNode table(std::size_t head, const std::string& properties) { return streamNode("__properties_version1.0", std::string(head, '\0') + properties); }
inline CompoundNode recipient(int index, const std::string& name, const std::string& address, unsigned type) {
    return storageNode("__recip_version1.0_#0000000" + std::to_string(index), {table(8, property(0x0C15, 3, type)), text("3001", name), text("39FE", address)});
}
inline constexpr std::uint64_t sent = 133864173000000000;  // 14 March 2025, 09:15 UTC

inline std::string messageOf(std::vector<CompoundNode> more, std::size_t head = 32) {
    more.push_back(table(head, property(0x0039, 0x40, sent) + property(0x3FDE, 3, 1252)));
    return samples::compoundOf(more);
}

// A run of literals: what MS-OXRTFCP allows, without references.
inline std::string packed(const std::string& rtf) {
    std::string data;
    for (std::size_t at = 0; at < rtf.size(); at += 8) data += '\0' + rtf.substr(at, 8);
    const std::size_t last = rtf.size() % 8;
    if (last == 0) data += '\0';
    const auto flags = data.size() - last - 1;
    data[flags] = static_cast<char>(1u << last);
    const unsigned end = (207 + rtf.size()) % 4096;  // the end mark points at where the window stands
    data += static_cast<char>(end >> 4);
    data += static_cast<char>(end << 4 & 0xF0);
    return number(data.size() + 12, 4) + number(rtf.size(), 4) + "LZFu" + number(0, 4) + data;
}

}  // namespace samples::msg
