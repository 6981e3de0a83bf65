#include "redaction/document/mail/mail_text.h"

#include <algorithm>
#include <array>
#include <set>

#include "redaction/document/html/html_reader.h"

namespace redaction::document::mail {
namespace {

constexpr const char* hiddenTextDoubt = "Dit stuk bevat tekst die in het bronbestand niet te zien is. Die staat apart bij het stuk.";

std::string lower(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return text;
}

bool namesSomeone(const std::string& name, const std::string& value) {
    static constexpr std::array<std::string_view, 14> odd = {"sender", "reply-to", "delivered-to", "x-original-to", "envelope-to", "return-path", "disposition-notification-to",
                                                             "return-receipt-to", "x-originating-ip", "organization", "comments", "keywords", "x-envelope-from", "x-forwarded-to"};
    if (name.compare(0, 7, "resent-") == 0) return true;
    if (name == "received") return value.find(" for ") != value.npos;
    return std::find(odd.begin(), odd.end(), name) != odd.end();
}

// "<a@b.example>" is told where a@b.example is.
std::string core(const std::string& value) {
    const auto start = value.find('<'), end = value.find('>');
    return start == value.npos || end == value.npos || end < start || start > 0 ? value : value.substr(start + 1, end - start - 1);
}

bool isLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') || c >= 0xC0; }

std::set<std::u32string> wordsOf(std::u32string_view text) {
    std::set<std::u32string> words;
    std::u32string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && isLetter(text[at])) {
            word += text[at] >= U'A' && text[at] <= U'Z' ? text[at] + 32 : text[at];
        } else {
            if (word.size() >= 2) words.insert(word);
            word.clear();
        }
    }
    return words;
}

}  // namespace

bool isBlank(std::u32string_view text) { return std::all_of(text.begin(), text.end(), [](char32_t c) { return c <= U' ' || c == 0xA0; }); }

std::u32string withoutCarriageReturns(std::u32string text) {
    text.erase(std::remove(text.begin(), text.end(), U'\r'), text.end());
    return text;
}

void writeParagraphs(std::u32string_view text, FlowBuilder& builder) {
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(U'\n', at), text.size());
        if (isBlank(text.substr(at, end - at))) {
            builder.block(BlockKind::paragraph, text.substr(start, at - start));
            start = std::min(end + 1, text.size());
        }
        at = end + 1;
    }
    builder.block(BlockKind::paragraph, text.substr(start));
}

void writeHeaderLine(const std::string& label, const std::string& value, FlowBuilder& builder) {
    if (!value.empty()) builder.block(BlockKind::header, toCodePoints(label + ": " + value));
}

void writeBlindCopy(const std::string& addresses, FlowBuilder& builder) {
    if (addresses.empty()) return;
    builder.block(BlockKind::hidden, toCodePoints("Bcc: " + addresses), 0, "blinde kopie: voor de andere ontvangers niet te zien");
    builder.doubt(hiddenTextDoubt);
}

void writeOddHeaders(const std::vector<std::pair<std::string, std::string>>& headers, FlowBuilder& builder) {
    std::u32string lines;
    for (const auto& [name, value] : headers) {
        if (!namesSomeone(lower(name), value)) continue;
        const std::u32string told = toCodePoints(core(value));
        if (told.empty() || builder.document().text.find(told) != std::u32string::npos || lines.find(told) != std::u32string::npos) continue;
        lines += (lines.empty() ? U"" : U"\n") + toCodePoints(name + ": " + value);
    }
    builder.block(BlockKind::hidden, lines, 0, "kopregels die een mailprogramma niet toont");
}

void writeOtherRendering(std::u32string_view html, std::u32string_view plain, FlowBuilder& builder) {
    FlowBuilder other;
    html::writeHtml(html, other);
    writeOtherText(other.document().text, plain, "HTML", builder);
}

void writeOtherText(std::u32string_view text, std::u32string_view plain, const std::string& rendering, FlowBuilder& builder) {
    const auto known = wordsOf(plain), words = wordsOf(text);
    if (std::includes(known.begin(), known.end(), words.begin(), words.end())) return;
    builder.block(BlockKind::hidden, text, 0, "andere weergave van deze e-mail (" + rendering + ")");
    builder.doubt("Deze e-mail zegt in zijn opgemaakte weergave iets anders dan in zijn platte tekst. De andere weergave staat apart bij het stuk.");
}

}  // namespace redaction::document::mail
