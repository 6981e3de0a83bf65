#include "redaction/apply/verification/pdf_strings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <set>

#include "redaction/document/document.h"

namespace redaction::apply::verification {

namespace {

constexpr double smallestWordGap = 180;  // thousandths of the text size by which a TJ array moves to make a space

bool isValidUtf8(const std::string& bytes) {
    return document::toCodePoints(bytes).find(U'\uFFFD') == std::u32string::npos;
}

// A PDF string: UTF-16 with a byte order mark, else UTF-8 or Latin-1.
std::string decoded(const std::string& bytes) {
    std::u32string text;
    if (bytes.size() >= 2 && bytes[0] == '\xFE' && bytes[1] == '\xFF') {
        for (std::size_t at = 2; at + 1 < bytes.size(); at += 2)
            text += static_cast<char32_t>(static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]));
        return document::toUtf8(text);
    }
    if (isValidUtf8(bytes)) return bytes;
    for (const char byte : bytes) text += static_cast<char32_t>(static_cast<unsigned char>(byte));
    return document::toUtf8(text);
}

int hexValue(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    return -1;
}

// Operators of content after which the pen is elsewhere; those in quotes show the string before them there.
constexpr std::array<std::string_view, 8> moving{"Td", "TD", "Tm", "T*", "BT", "ET", "cm", "Do"};

enum class Kind { objects, content };

class StringFinder {
  public:
    StringFinder(std::string_view syntax, Kind kind) : syntax_(syntax), kind_(kind) {}

    Sayings find() {
        while (at_ < syntax_.size()) step();
        Sayings sayings{{{}, std::move(found_.text)}, {{}, apart + std::move(codes_.text)}, {{}, apart + std::move(aside_.text)}};
        for (const auto& one : names_) sayings.push_back(byItself(one));
        return sayings;
    }

  private:
    void step() {
        const char character = syntax_[at_];
        if (character == '(') return add(literal());
        if (character == '<' && next() != '<') return add(hexadecimal());
        if ((character == '<' || character == '>') && next() == character) dictionaries_ += character == '<' ? 1 : -1, ++at_;
        if (character == '/') return addName(name());
        if (kind_ == Kind::content && isOfOperator(character)) return carryOut(operatorHere());
        if (character == '[') inArray_ = true;
        if (character == ']') inArray_ = false;
        if (inArray_ && (character == '-' || character == '.' || (character >= '0' && character <= '9'))) return number();
        ++at_;
    }

    char next() const { return at_ + 1 < syntax_.size() ? syntax_[at_ + 1] : '\0'; }

    static bool isOfOperator(char character) {
        return std::isalpha(static_cast<unsigned char>(character)) || character == '*' || character == '\'' || character == '"';
    }

    std::string_view operatorHere() {
        const auto start = at_;
        while (at_ < syntax_.size() && isOfOperator(syntax_[at_])) ++at_;
        return syntax_.substr(start, at_ - start);
    }

    void carryOut(std::string_view word) {
        if (word == "'" || word == "\"") found_.cutLast(), codes_.cutLast();
        if (std::find(moving.begin(), moving.end(), word) != moving.end()) found_.joins = codes_.joins = false;
        if ((word == "BDC" || word == "BMC") && (spans_ > 0 || opensSpan_)) ++spans_, opensSpan_ = false;
        if (word == "EMC" && spans_ > 0) --spans_;
    }

    void addName(std::string name) {
        isMeaning_ = kind_ == Kind::content && name == "ActualText";
        names_.insert(decoded(name));
    }

    void add(const std::string& bytes) {
        if (kind_ == Kind::objects || (dictionaries_ > 0 && !isMeaning_)) return aside_.add(decoded(bytes), apart);
        auto& shown = isMeaning_ || spans_ == 0 ? found_ : codes_;
        shown.add(decoded(bytes), "\n");
        shown.joins = true;
        opensSpan_ = opensSpan_ || isMeaning_;
        isMeaning_ = false;
    }

    void number() {
        const auto end = syntax_.find_first_not_of("-+.0123456789", at_);
        const std::string digits(syntax_.substr(at_, end - at_));
        if (std::abs(std::strtod(digits.c_str(), nullptr)) >= smallestWordGap) found_.joins = codes_.joins = false;
        at_ = std::min(end, syntax_.size());
    }

    std::string literal() {
        std::string bytes;
        int depth = 0;
        for (; at_ < syntax_.size(); ++at_) {
            const char character = syntax_[at_];
            if (character == '(' && depth++ == 0) continue;
            if (character == ')' && --depth == 0) break;
            if (character == '\\')
                escape(bytes);
            else
                bytes += character;
        }
        ++at_;
        return bytes;
    }

    void escape(std::string& bytes) {
        if (++at_ >= syntax_.size()) return;
        const char character = syntax_[at_];
        if (character >= '0' && character <= '7') {
            int value = 0, digits = 0;
            for (; digits < 3 && at_ < syntax_.size() && syntax_[at_] >= '0' && syntax_[at_] <= '7'; ++digits) value = value * 8 + (syntax_[at_++] - '0');
            --at_;
            bytes += static_cast<char>(value);
        } else if (character != '\n') {
            bytes += character == 'n' ? '\n' : character == 't' ? '\t' : character;
        }
    }

    std::string hexadecimal() {
        std::string bytes;
        int high = -1;
        for (++at_; at_ < syntax_.size() && syntax_[at_] != '>'; ++at_) {
            const int value = hexValue(syntax_[at_]);
            if (value < 0) continue;
            if (high >= 0) bytes += static_cast<char>(high * 16 + value);
            high = high >= 0 ? -1 : value;
        }
        ++at_;
        return bytes;
    }

    std::string name() {
        std::string bytes;
        for (++at_; at_ < syntax_.size() && std::string_view("()<>[]{}/% \t\r\n").find(syntax_[at_]) == std::string_view::npos; ++at_) {
            if (syntax_[at_] == '#' && at_ + 2 < syntax_.size() && hexValue(syntax_[at_ + 1]) >= 0 && hexValue(syntax_[at_ + 2]) >= 0) {
                bytes += static_cast<char>(hexValue(syntax_[at_ + 1]) * 16 + hexValue(syntax_[at_ + 2]));
                at_ += 2;
            } else {
                bytes += syntax_[at_];
            }
        }
        return bytes;
    }

    // Text that grows; what is added reads on unless the pen was put elsewhere.
    struct Shown {
        std::string text;
        std::size_t last = 0;  // where the last string begins
        bool joins = false;
        void add(const std::string& more, const char* between) {
            if (!joins) text += between;
            last = text.size();
            text += more;
        }
        void cutLast() { text.insert(last, "\n"); }
    };

    std::string_view syntax_;
    Kind kind_;
    std::size_t at_ = 0;
    bool inArray_ = false;
    int dictionaries_ = 0, spans_ = 0;      // that are open; spans: which a text is given for, with those inside
    bool isMeaning_ = false, opensSpan_ = false;  // the next string is such a text; the next BDC begins what it is given for
    Shown found_, codes_, aside_;
    std::set<std::string> names_;
};

}  // namespace

Sayings stringsInSyntax(std::string_view syntax) { return StringFinder(syntax, Kind::objects).find(); }

Sayings stringsInContent(std::string_view content) { return StringFinder(content, Kind::content).find(); }

}  // namespace redaction::apply::verification
