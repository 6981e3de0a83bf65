#include "redaction/document/msg/rtf_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "redaction/document/document.h"
#include "redaction/document/plain_text.h"

namespace redaction::document::msg {
namespace {

constexpr std::size_t maxDepth = 10000;  // of groups in each other; deeper ones count as one

// What a group hands down to the groups in it.
struct Group {
    bool skipped = false;  // fonts, colours, what only RTF programs need
    bool tag = false;      // a piece of HTML as it was
    bool rtfOnly = false;  // between \htmlrtf and \htmlrtf0
    bool mayName = true;   // its first control word tells what the group is
    bool starred = false;
    int unicodeSkip = 1;   // signs behind \u for programs that do not know it
};

class RtfReading {
  public:
    explicit RtfReading(std::string_view rtf) : rtf_(rtf), html_(rtf.substr(0, 1000).find("\\fromhtml1") != std::string_view::npos) {}

    RtfText read() {
        while (at_ < rtf_.size()) {
            const char c = rtf_[at_];
            if (c == '{') open();
            else if (c == '}') close();
            else if (c == '\\') control();
            else if (c == '\r' || c == '\n') ++at_;
            else put(c), ++at_;
        }
        flush();
        return {std::move(text_), html_};
    }

  private:
    Group& group() { return groups_.back(); }

    void open() {
        ++at_;
        if (groups_.size() < maxDepth) groups_.push_back(group());
        group().mayName = true;
        group().starred = false;
    }
    void close() {
        ++at_;
        if (groups_.size() > 1) groups_.pop_back();
    }

    bool isShown() const {
        const Group& now = groups_.back();
        return !now.skipped && !now.rtfOnly;
    }
    void put(char byte) {
        if (skip_ > 0) return void(--skip_);
        group().mayName = false;
        if (isShown()) bytes_ += byte;
    }
    void putText(std::u32string_view text) {
        if (!isShown()) return;
        flush();
        text_ += text;
    }
    void flush() {
        if (bytes_.empty()) return;
        text_ += decodeTextAs(bytes_, codepage_).text;
        bytes_.clear();
    }

    void control() {
        if (at_ + 1 >= rtf_.size()) return void(at_ = rtf_.size());
        const char next = rtf_[at_ + 1];
        if (next == '\'') return hexadecimal();
        if ((next < 'a' || next > 'z') && (next < 'A' || next > 'Z')) {
            at_ += 2;
            if (next == '*') group().starred = true;
            else if (next == '~') put(' ');
            else if (next == '{' || next == '}' || next == '\\') put(next);
            else if (next == '_') put('-');
            else if (next == '\r' || next == '\n') putText(U"\n");
            return;
        }
        std::size_t end = at_ + 1;
        while (end < rtf_.size() && ((rtf_[end] >= 'a' && rtf_[end] <= 'z') || (rtf_[end] >= 'A' && rtf_[end] <= 'Z'))) ++end;
        const std::string_view word = rtf_.substr(at_ + 1, end - at_ - 1);
        const std::size_t digits = end;
        if (end < rtf_.size() && rtf_[end] == '-') ++end;
        while (end < rtf_.size() && rtf_[end] >= '0' && rtf_[end] <= '9') ++end;
        const bool numbered = end > digits;
        const long number = numbered ? std::strtol(std::string(rtf_.substr(digits, std::min<std::size_t>(end - digits, 11))).c_str(), nullptr, 10) : 0;
        at_ = end < rtf_.size() && rtf_[end] == ' ' ? end + 1 : end;
        apply(word, numbered, number);
    }

    void hexadecimal() {
        const std::string digits(rtf_.substr(std::min(at_ + 2, rtf_.size()), 2));
        at_ = std::min(at_ + 4, rtf_.size());
        put(static_cast<char>(std::strtol(digits.c_str(), nullptr, 16)));
    }

    void apply(std::string_view word, bool numbered, long number) {
        if (group().mayName) nameGroup(word);
        if (word == "htmlrtf") group().rtfOnly = !numbered || number != 0;
        else if (word == "ansicpg") codepage_ = "windows-" + std::to_string(number);
        else if (word == "uc") group().unicodeSkip = int(std::clamp(number, 0l, 10l));
        else if (word == "u") putUnicode(number);
        else if (word == "par" || word == "line" || word == "row") putText(U"\n");
        else if (word == "tab" || word == "cell") putText(U"\t");
        else if (word == "bin") at_ = std::min(rtf_.size(), at_ + std::size_t(std::max(0l, number)));
        else putSign(word);
    }

    void nameGroup(std::string_view word) {
        static constexpr std::array<std::string_view, 9> unread = {"fonttbl", "colortbl", "stylesheet", "info", "pntext", "pict", "listtable", "listoverridetable", "themedata"};
        Group& now = group();
        now.mayName = false;
        if (word == "htmltag") now.tag = true;
        else if (now.starred && word != "mhtmltag" && !now.tag) now.skipped = true;
        else if (word == "mhtmltag" || std::find(unread.begin(), unread.end(), word) != unread.end()) now.skipped = true;
    }

    void putUnicode(long number) {
        auto c = static_cast<char32_t>(number < 0 ? number + 65536 : number);
        skip_ = group().unicodeSkip;
        if (c >= 0xDC00 && c < 0xE000 && high_ != 0) c = 0x10000 + ((high_ - 0xD800) << 10) + (c - 0xDC00);
        high_ = c >= 0xD800 && c < 0xDC00 ? c : 0;
        if (high_ == 0) putText(std::u32string(1, c));
    }

    void putSign(std::string_view word) {
        static constexpr struct {
            std::string_view word;
            char32_t sign;
        } signs[] = {{"lquote", U'\u2018'}, {"rquote", U'\u2019'}, {"ldblquote", U'\u201C'}, {"rdblquote", U'\u201D'}, {"endash", U'\u2013'}, {"emdash", U'\u2014'}, {"bullet", U'\u2022'}};
        for (const auto& known : signs)
            if (known.word == word) putText(std::u32string(1, known.sign));
    }

    std::string_view rtf_;
    bool html_;
    std::size_t at_ = 0;
    int skip_ = 0;
    char32_t high_ = 0;
    std::vector<Group> groups_{Group{}};
    std::string codepage_ = "windows-1252", bytes_;
    std::u32string text_;
};

}  // namespace

RtfText readRtf(std::string_view rtf) { return RtfReading(rtf).read(); }

}  // namespace redaction::document::msg
