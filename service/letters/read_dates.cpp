#include <array>
#include <cctype>

#include "service/letters/read_words.h"

namespace service::letters {
namespace {

constexpr std::array<const char*, 12> months{"januari", "februari", "maart",     "april",   "mei",      "juni",
                                             "juli",    "augustus", "september", "oktober", "november", "december"};
constexpr std::array<const char*, 12> shortMonths{"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"};

// The number a word of look-alike digits means; absent: no number.
std::optional<int> numberOf(std::string_view word) {
    int number = 0;
    bool digit = false;
    if (word.empty() || word.size() > 4) return std::nullopt;
    for (const char raw : word) {
        const char c = static_cast<char>(std::tolower(static_cast<unsigned char>(raw)));
        const char read = c == 'o' ? '0' : c == 'l' || c == 'i' || c == '|' ? '1' : c == 's' ? '5' : c == 'b' ? '8' : c == 'z' ? '2' : c;
        if (read < '0' || read > '9') return std::nullopt;
        digit = digit || (raw >= '0' && raw <= '9');
        number = number * 10 + (read - '0');
    }
    return digit ? std::optional{number} : std::nullopt;
}

bool isPlain(std::string_view word) {
    for (const char c : word)
        if (c < '0' || c > '9') return false;
    return true;
}

std::optional<requests::Date> dateOf(int day, int month, int year) {
    if (day < 1 || month < 1 || year < 0) return std::nullopt;
    if (year < 100) year += year > 50 ? 1900 : 2000;
    if (year < 1900) return std::nullopt;
    const requests::Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<ReadDate> written(const ReadText& text, std::size_t at) {
    if (at + 2 >= text.words.size()) return std::nullopt;
    const auto day = numberOf(text.words[at].raw), year = numberOf(text.words[at + 2].raw);
    if (!day || !year || text.words[at + 2].raw.size() != 4) return std::nullopt;
    for (std::size_t month = 0; month < months.size(); ++month) {
        const auto& word = text.words[at + 1].folded;
        const double like = std::max(likeness(word, months[month]), likeness(word, shortMonths[month]));
        if (like == 0) continue;
        const auto date = dateOf(*day, static_cast<int>(month) + 1, *year);
        const bool plain = isPlain(text.words[at].raw) && isPlain(text.words[at + 2].raw);
        if (date) return ReadDate{*date, at, text.words[at].line, plain ? like : like * 0.8};
    }
    return std::nullopt;
}

std::optional<ReadDate> numeric(const ReadText& text, std::size_t at) {
    const std::string& word = text.words[at].raw;
    std::array<std::string_view, 3> parts;
    std::size_t from = 0;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        const auto end = word.find_first_of("-/.", from);
        if ((part < 2) == (end == std::string::npos)) return std::nullopt;
        parts[part] = std::string_view{word}.substr(from, end == std::string::npos ? end : end - from);
        from = end + 1;
    }
    const auto day = numberOf(parts[0]), month = numberOf(parts[1]), year = numberOf(parts[2]);
    if (!day || !month || !year || (parts[2].size() != 4 && parts[2].size() != 2)) return std::nullopt;
    const auto date = dateOf(*day, *month, *year);
    if (!date) return std::nullopt;
    const bool plain = isPlain(parts[0]) && isPlain(parts[1]) && isPlain(parts[2]);
    return ReadDate{*date, at, text.words[at].line, (plain ? 1.0 : 0.7) * (parts[2].size() == 4 ? 1.0 : 0.8)};
}

}  // namespace

std::vector<ReadDate> readDates(const ReadText& text) {
    std::vector<ReadDate> dates;
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        auto date = numeric(text, at);
        if (!date) date = written(text, at);
        if (date) dates.push_back(*date);
    }
    return dates;
}

}  // namespace service::letters
