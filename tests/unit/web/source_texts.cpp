#include "tests/unit/web/source_texts.h"

#include <algorithm>

namespace tests {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

class Code {
  public:
    explicit Code(const std::string& code) : code_(code) {}

    std::vector<SourceText> texts() {
        while (at_ < code_.size()) step();
        return std::move(texts_);
    }

  private:
    void step() {
        if (starts("//") || starts("#include")) return skipTo(code_.find('\n', at_));
        if (starts("/*")) return skipTo(code_.find("*/", at_) + 2);
        if (starts("R\"")) return skipRaw();
        if (code_[at_] == '\'') return skipCharacter();
        if (code_[at_] == '"') return readText();
        if (!isBlank(code_[at_])) last_ = code_[at_], afterText_ = false;
        ++at_;
    }

    bool starts(std::string_view what) const { return code_.compare(at_, what.size(), what) == 0; }
    void skipTo(std::size_t where) { at_ = std::min(where, code_.size()); }

    void skipRaw() {
        const auto open = code_.find('(', at_);
        const auto close = ")" + code_.substr(at_ + 2, open - at_ - 2) + "\"";
        skipTo(code_.find(close, open) + close.size());
        last_ = '"', afterText_ = false;
    }

    // 'a', '\n'; also the ' in 1'000 ends at once.
    void skipCharacter() {
        at_ += code_[at_ + 1] == '\\' ? 4 : 3;
        last_ = '\'', afterText_ = false;
    }

    void readText() {
        const bool ofDocuments = last_ == 'U' && at_ > 0 && code_[at_ - 1] == 'U';  // U"…" is text of a document
        const auto line = static_cast<std::size_t>(std::count(code_.begin(), code_.begin() + static_cast<std::ptrdiff_t>(at_), '\n')) + 1;
        std::string text;
        for (++at_; at_ < code_.size() && code_[at_] != '"'; ++at_) {
            if (code_[at_] == '\\') ++at_;
            text += code_[at_ - 1] == '\\' && code_[at_] == 'n' ? '\n' : code_[at_];
        }
        ++at_;
        auto next = at_;
        while (next < code_.size() && isBlank(code_[next])) ++next;
        const bool gluedRight = next < code_.size() && code_[next] == '+';
        if (afterText_) texts_.back().text += text, texts_.back().gluedRight = gluedRight;
        else if (!ofDocuments) texts_.push_back({line, text, last_ == '+', gluedRight});
        afterText_ = !ofDocuments;
        last_ = '"';
    }

    const std::string& code_;
    std::size_t at_ = 0;
    char last_ = ' ';         // the last sign that is not blank
    bool afterText_ = false;  // nothing stands between the last text and here
    std::vector<SourceText> texts_;
};

std::string trimmed(std::string_view text) {
    while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
    return std::string(text);
}

// Where a sentence ends; not behind "art.", which the number of an article follows.
std::size_t sentenceEnd(const std::string& text, std::size_t from) {
    auto stop = text.find(". ", from);
    while (stop != std::string::npos && stop >= 4 && text.compare(stop - 4, 4, " art") == 0) stop = text.find(". ", stop + 1);
    return stop;
}

}  // namespace

std::vector<SourceText> textsIn(const std::string& code) { return Code(code).texts(); }

std::vector<SourcePiece> piecesOf(const SourceText& text) {
    std::vector<SourcePiece> pieces;
    std::size_t at = 0;
    bool glued = text.gluedLeft;
    while (at <= text.text.size()) {
        const auto stop = sentenceEnd(text.text, at), brace = text.text.find('{', at);
        const bool cutsName = brace < stop;
        const auto end = std::min({cutsName ? brace : stop == std::string::npos ? stop : stop + 1, text.text.size()});
        const bool last = end == text.text.size();
        const auto words = trimmed(std::string_view(text.text).substr(at, end - at));
        const bool whole = !glued && !cutsName && !(last && text.gluedRight) && !words.empty() && words[0] >= 'A' && words[0] <= 'Z' && words.ends_with('.');
        if (!words.empty()) pieces.push_back({words, whole});
        if (last) break;
        const auto close = text.text.find('}', end);
        at = cutsName ? (close == std::string::npos ? text.text.size() : close + 1) : end + 1;
        glued = cutsName;
    }
    return pieces;
}

}  // namespace tests
