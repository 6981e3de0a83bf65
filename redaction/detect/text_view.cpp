#include "redaction/detect/text_view.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "redaction/document/document.h"

namespace redaction::detect {

namespace {

constexpr char kOtherLetter = '\x02', kOther = '\x01';

struct Folded {
    char byte;
    bool upper;
};

char foldPunctuation(char32_t c) {
    switch (c) {
        case 0x2018: case 0x2019: case 0x02BC: case 0x201B: case 0x00B4: return '\'';
        case 0x201C: case 0x201D: case 0x201E: case 0x00AB: case 0x00BB: return '"';
        case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2212: return '-';
        case 0x00A0: case 0x2007: case 0x202F: case 0x2009: return ' ';
        case 0x2022: case 0x25CF: case 0x00B7: return '*';
        case 0x20AC: return '$';
        case 0x000C: return '\n';
        default: return kOther;
    }
}

char foldLetter(char32_t c) {
    switch (c) {
        case 0x0131: case 0x0130: return 'i';
        case 0x00DF: return 's';
        case 0x00E6: case 0x00C6: return 'a';
        case 0x00F8: case 0x00D8: case 0x0153: case 0x0152: return 'o';
        case 0x0142: case 0x0141: return 'l';
        case 0x0111: case 0x0110: case 0x00F0: case 0x00D0: return 'd';
        case 0x00FE: case 0x00DE: return 't';
        default: break;
    }
    UErrorCode status = U_ZERO_ERROR;
    static const auto* const nfd = icu::Normalizer2::getNFDInstance(status);
    icu::UnicodeString parts;
    if (U_SUCCESS(status) && nfd->getDecomposition(static_cast<UChar32>(c), parts) && parts.length() > 0) {
        const auto base = u_tolower(parts.char32At(0));
        if (base < 128) return static_cast<char>(base);
    }
    return kOtherLetter;
}

Folded foldSlowly(char32_t c) {
    if (c < 128) {
        if (c >= 'A' && c <= 'Z') return {static_cast<char>(c + 32), true};
        if (c == '\f' || c == '\r') return {'\n', false};
        if (c == '\t') return {' ', false};
        return {static_cast<char>(c), false};
    }
    if (u_isalpha(static_cast<UChar32>(c))) return {foldLetter(c), u_isupper(static_cast<UChar32>(c)) != 0};
    return {foldPunctuation(c), false};
}

constexpr std::size_t kTable = 0x2200;  // Latin, Greek, Cyrillic and the punctuation of European texts

using FoldTable = std::array<Folded, kTable>;

const FoldTable& foldTable() {
    static const FoldTable table = [] {
        FoldTable all{};
        for (std::size_t c = 0; c < kTable; ++c) all[c] = foldSlowly(static_cast<char32_t>(c));
        return all;
    }();
    return table;
}

Folded foldOne(const FoldTable& table, char32_t c) { return c < kTable ? table[c] : foldSlowly(c); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }

enum Of : std::uint8_t { kOutside = 0, kLetter = 1, kDigit = 2 };  // what of a word a byte is

constexpr std::array<std::uint8_t, 256> kOf = [] {
    std::array<std::uint8_t, 256> of{};
    for (char c = 'a'; c <= 'z'; ++c) of[static_cast<unsigned char>(c)] = kLetter;
    of[static_cast<unsigned char>(kOtherLetter)] = kLetter;
    for (char c = '0'; c <= '9'; ++c) of[static_cast<unsigned char>(c)] = kDigit;
    return of;
}();

std::uint8_t ofByte(char c) { return kOf[static_cast<unsigned char>(c)]; }
bool isWordByte(char c) { return ofByte(c) != kOutside; }

std::uint32_t longestRun(std::string_view word) {  // of digits
    std::uint32_t longest = 0, run = 0;
    for (const char c : word) longest = std::max(longest, run = isDigit(c) ? run + 1 : 0);
    return longest;
}

}  // namespace

TextView::TextView(std::u32string_view text) : TextView(text, std::make_shared<Vocabulary>()) {}

TextView::TextView(std::u32string_view text, std::shared_ptr<Vocabulary> vocabulary) : vocabulary_(std::move(vocabulary)) {
    folded_.resize(text.size());
    upper_.resize(text.size());
    const auto& table = foldTable();
    char *folded = folded_.data(), *upper = upper_.data();  // not asked again for every letter
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto f = foldOne(table, text[i]);
        folded[i] = f.byte;
        upper[i] = f.upper ? 1 : 0;
    }
    read();
    noteBlocks();
}

// One walk over the text: what stands in a line is noted as it goes by.
void TextView::read() {
    bool newSentence = true;
    Line line;
    for (std::size_t i = 0; i < folded_.size();) {
        const char c = folded_[i];
        if (isWordByte(c)) {
            i = readToken(i, newSentence, line);
            newSentence = false;
            continue;
        }
        switch (c) {
            case '\n': closeLine(line, i); [[fallthrough]];
            case '.': case '!': case '?': case '"': case '(': case '[': newSentence = true; break;
            case ':': newSentence = line.colon = true; break;
            case '=': line.equals = true; break;
            case '-': case '/': ++line.dashes; break;
            case '@': line.at = true; break;
            case '_': line.underscore = true; break;
            case '$': line.money = true; break;
            case ')': line.bracket = true; break;
            default: break;
        }
        ++i;
    }
    closeLine(line, folded_.size());
    tokens_.shrink_to_fit();  // they stay as long as the dossier
    lines_.shrink_to_fit();
}

std::size_t TextView::readToken(std::size_t start, bool opensSentence, Line& line) {
    const char* const text = folded_.data();
    auto end = start;
    std::uint32_t digits = 0;
    for (std::uint8_t of = 0; end < folded_.size() && (of = ofByte(text[end])) != kOutside; ++end) digits += of >> 1;
    const auto letters = end - start - digits;
    const bool capital = upper_[start] != 0;
    Token token;
    token.start = start;
    token.end = end;
    token.digits = letters == 0;
    token.capital = capital;
    token.allCaps = letters >= 2 && (capital || digits > 0) && static_cast<std::size_t>(std::count(upper_.begin() + static_cast<std::ptrdiff_t>(start), upper_.begin() + static_cast<std::ptrdiff_t>(end), 1)) == letters;
    token.sentenceStart = opensSentence;
    token.word = vocabulary_->add(slice(start, end));
    if (digits > 0) line.longestNumber = std::max(line.longestNumber, longestRun(slice(start, end)));
    if (digits > 0 && letters > 0 && repairDigits(token)) {
        line.longestNumber = std::max(line.longestNumber, static_cast<std::uint32_t>(end - start));
        digits = static_cast<std::uint32_t>(end - start);
    }
    line.facts |= (*vocabulary_)[token.word].facts;
    line.digits += digits;
    tokens_.push_back(token);
    return end;
}

// Of a bad scan: digits among which an l, an i or an o stands for one.
bool TextView::repairDigits(const Token& token) {
    const auto digitOf = [](char c) { return c == 'l' || c == 'i' ? '1' : c == 'o' ? '0' : c; };
    for (auto i = token.start; i < token.end; ++i)
        if (!isDigit(digitOf(folded_[i]))) return false;
    if (numbers_.empty()) numbers_ = folded_;
    for (auto i = token.start; i < token.end; ++i) numbers_[i] = digitOf(folded_[i]);
    return true;
}

void TextView::closeLine(Line& line, std::size_t end) {
    line.end = end;
    line.lastToken = tokens_.size();
    lines_.push_back(line);
    line = {};
    line.start = end + 1;
    line.firstToken = tokens_.size();
}

void TextView::noteBlocks() {
    blocks_.reserve(folded_.size() / kBlock + 1);
    std::size_t token = 0;
    for (std::size_t at = 0; at <= folded_.size(); at += kBlock) {
        while (token < tokens_.size() && tokens_[token].end <= at) ++token;
        blocks_.push_back(static_cast<std::uint32_t>(token));
    }
}

std::size_t TextView::lineAt(std::size_t offset) const {
    const auto next = std::partition_point(lines_.begin(), lines_.end(), [&](const Line& line) { return line.start <= offset; });
    return static_cast<std::size_t>(next - lines_.begin()) - 1;
}

std::string fold(std::string_view utf8) {
    std::string folded;
    folded.reserve(utf8.size());
    const auto& table = foldTable();
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
    if (ascii)
        for (const char c : utf8) folded.push_back(foldOne(table, static_cast<unsigned char>(c)).byte);
    else
        for (const char32_t c : document::toCodePoints(utf8)) folded.push_back(foldOne(table, c).byte);
    return folded;
}

std::vector<std::string> foldedWords(std::string_view utf8) {
    const auto folded = fold(utf8);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (!isWordByte(folded[i])) continue;
        if (i == 0 || !isWordByte(folded[i - 1])) words.emplace_back();
        words.back() += folded[i];
    }
    return words;
}

}  // namespace redaction::detect
