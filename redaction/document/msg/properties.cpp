#include "redaction/document/msg/properties.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "redaction/document/compound/little_endian.h"
#include "redaction/document/plain_text.h"

namespace redaction::document::msg {
namespace {

constexpr std::size_t recordBytes = 16;
constexpr unsigned internetCodepage = 0x3FDE, messageCodepage = 0x3FFD;

std::string streamName(unsigned id, const char* type) {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "__substg1.0_%04X%s", id, type);
    return name.data();
}

std::string encodingOf(std::uint64_t codepage) {
    switch (codepage) {
        case 65001: return "UTF-8";
        case 28591: return "ISO-8859-1";
        case 28605: return "ISO-8859-15";
        case 1200: return "UTF-16LE";
        case 20127: return "windows-1252";
        default: return codepage >= 1250 && codepage <= 1258 ? "windows-" + std::to_string(codepage) : "windows-1252";
    }
}

// The last Sunday of a month, 01:00 UTC, moves the clock.
std::chrono::sys_seconds clockChange(std::chrono::year year, unsigned month) {
    using namespace std::chrono;
    return sys_days{year / std::chrono::month{month} / Sunday[last]} + hours{1};
}

}  // namespace

std::size_t tableHeadBytes(Level level) { return level == Level::message ? 32 : level == Level::embedded ? 24 : 8; }

Properties::Properties(const compound::CompoundFile& file, std::size_t storage, Level level, std::string codepage) : file_(file), storage_(storage), codepage_(std::move(codepage)) {
    const auto table = file.find(storage, "__properties_version1.0");
    if (!table) return;
    if (auto bytes = file.contents(*table)) table_ = bytes->size() > tableHeadBytes(level) ? bytes->substr(tableHeadBytes(level)) : std::string{};
    else damaged_ = true;
}

std::optional<std::string> Properties::stream(unsigned id, const char* type) const {
    const auto found = file_.find(storage_, streamName(id, type));
    if (!found || file_.entries()[*found].storage) return std::nullopt;
    auto contents = file_.contents(*found);
    damaged_ = damaged_ || !contents;
    return contents;
}

std::string Properties::text(unsigned id) const {
    std::string text;
    if (const auto wide = stream(id, "001F")) text = compound::fromUtf16(*wide);
    else if (const auto narrow = stream(id, "001E")) text = toUtf8(decodeTextAs(*narrow, codepage_).text);
    while (!text.empty() && text.back() == 0) text.pop_back();
    return text;
}

std::optional<std::string> Properties::bytes(unsigned id) const { return stream(id, "0102"); }

std::optional<std::size_t> Properties::object(unsigned id) const {
    const auto found = file_.find(storage_, streamName(id, "000D"));
    return found && file_.entries()[*found].storage ? found : std::nullopt;
}

std::optional<std::uint64_t> Properties::number(unsigned id) const {
    for (std::size_t at = 0; at + recordBytes <= table_.size(); at += recordBytes)
        if (compound::number16(table_, at + 2) == id) return compound::littleEndian(table_, at + 8, 8);
    return std::nullopt;
}

void Properties::readCodepage() {
    for (const unsigned id : {internetCodepage, messageCodepage})
        if (const auto codepage = number(id)) return void(codepage_ = encodingOf(*codepage & 0xFFFFFFFF));
}

std::string moment(std::uint64_t fileTime) {
    using namespace std::chrono;
    constexpr std::uint64_t ticksPerSecond = 10000000, secondsTo1970 = 11644473600, end = 253402300799;  // 1601; 9999
    const std::uint64_t since1601 = fileTime / ticksPerSecond;
    if (since1601 < secondsTo1970 || since1601 - secondsTo1970 > end) return {};
    const sys_seconds utc{seconds{since1601 - secondsTo1970}};
    const year year = year_month_day{floor<days>(utc)}.year();
    const bool summer = utc >= clockChange(year, 3) && utc < clockChange(year, 10);
    const sys_seconds local = utc + hours{summer ? 2 : 1};
    const year_month_day day{floor<days>(local)};
    const hh_mm_ss time{local - floor<days>(local)};
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%02u-%02u-%04d %02d:%02d", unsigned(day.day()), unsigned(day.month()), int(day.year()), int(time.hours().count()), int(time.minutes().count()));
    return text.data();
}

}  // namespace redaction::document::msg
