// The sender's address: a postcode with a street and a number beside or above it, and not the address written to.
#include <algorithm>
#include <cctype>

#include "service/letters/prefill_parts.h"

namespace service::letters {
namespace {

struct Postcode {
    std::string text;           // "1234 AB"
    std::size_t first = 0, after = 0;  // words
};

bool isDigitLike(char c) { return (c >= '0' && c <= '9') || c == 'O' || c == 'o' || c == 'l' || c == 'I'; }
char digitOf(char c) { return c == 'O' || c == 'o' ? '0' : c == 'l' || c == 'I' ? '1' : c; }

std::optional<Postcode> postcodeAt(const ReadText& text, std::size_t at) {
    std::string word = text.words[at].raw;
    std::size_t after = at + 1;
    if (word.size() == 4 && after < text.words.size() && text.words[after].line == text.words[at].line && text.words[after].raw.size() == 2)
        word += text.words[after++].raw;
    if (word.size() != 6) return std::nullopt;
    const auto digits = std::count_if(word.begin(), word.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
    if (digits < 3 || !std::all_of(word.begin(), word.begin() + 4, isDigitLike)) return std::nullopt;
    if (std::isupper(static_cast<unsigned char>(word[4])) == 0 || std::isupper(static_cast<unsigned char>(word[5])) == 0) return std::nullopt;
    for (std::size_t place = 0; place < 4; ++place) word[place] = digitOf(word[place]);
    return Postcode{word.substr(0, 4) + " " + word.substr(4), at, after};
}

std::string wordsOnLine(const ReadText& text, std::size_t from, std::size_t to, std::size_t line) {
    std::string joined;
    for (std::size_t at = from; at < std::min(to, text.words.size()); ++at)
        if (text.words[at].line == line) joined += (joined.empty() ? "" : " ") + text.words[at].raw;
    return joined;
}

bool hasNumber(const std::string& street) { return std::ranges::any_of(street, [](char c) { return c >= '0' && c <= '9'; }); }

// The street: before the postcode on its line, else the line with text above it.
std::string streetOf(const ReadText& text, const Postcode& postcode) {
    const std::size_t line = text.words[postcode.first].line;
    std::string street = wordsOnLine(text, 0, postcode.first, line);
    for (std::size_t above = line; street.empty() && above-- > 0;)
        if (!text.lines[above].empty()) street = wordsOnLine(text, 0, postcode.first, above);
    return street;
}

// Lines above the postcode that name an organisation: that is whom the letter is written to.
bool isAddressedTo(const ReadText& text, const Postcode& postcode) {
    const std::size_t line = text.words[postcode.first].line;
    for (std::size_t at = 0; at < postcode.first; ++at)
        if (text.words[at].line + 4 > line && (anyPhraseIn(text, at, at + 1, {"gemeente", "veilig thuis", "stichting", "postbus", "jeugdbescherming", "raad voor", "antwoordnummer"}) || text.words[at].folded == "aan"))
            return true;
    return false;
}

}  // namespace

std::vector<Guess> guessAddress(const ReadText& text) {
    for (std::size_t at = 0; at < text.words.size(); ++at) {
        const auto postcode = postcodeAt(text, at);
        if (!postcode || isAddressedTo(text, *postcode)) continue;
        const std::size_t line = text.words[at].line;
        const std::string street = streetOf(text, *postcode), city = wordsOnLine(text, postcode->after, text.words.size(), line);
        if (!hasNumber(street) || city.empty()) continue;
        const std::string address = street + ", " + postcode->text + " " + city;
        return {guessAt(text, line, "address", address, address, 0.75)};
    }
    return {};
}

}  // namespace service::letters
