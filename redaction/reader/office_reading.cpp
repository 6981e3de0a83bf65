#include "redaction/reader/office_reading.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "redaction/document/unseen.h"

namespace redaction::reader {
namespace {

using document::Block;
using document::BlockKind;
using document::Document;

constexpr const char* notOnPages = "tekst uit het bestand die op de pagina's niet is terug te vinden";
constexpr const char* hidesDoubt = "In dit bestand staat tekst die niet gewoon op de pagina's te zien is: opmerkingen, bijgehouden wijzigingen of verborgen tekst. "
                                   "Zij staat apart bij het stuk. Verwijderde tekst kan doorgestreept op een pagina staan: beslis wat daarvan mee mag.";
constexpr const char* missingDoubt = "Niet alle tekst van dit bestand is op de pagina's terug te vinden. Wat ontbreekt, staat apart bij het stuk. Vergelijk met het bronbestand.";
constexpr const char* linkDoubt = "Dit bestand verwijst naar een ander bestand of beeld dat er niet in zit. Dat is niet opgehaald en niet gelezen.";

// Letters and digits only: lines are broken otherwise on a page, hyphens come and go.
std::u32string dense(std::u32string_view text) {
    std::u32string letters;
    for (const char32_t c : text)
        if (u_isalnum(static_cast<UChar32>(c))) letters += static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    return letters;
}

bool isSpace(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }

// The words of a text that `shown` does not hold, in the order of the text; words that follow each other stay together.
std::vector<std::u32string> missingFrom(const std::u32string& shown, std::u32string_view text) {
    std::vector<std::u32string> missing;
    bool follows = false;
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        const auto end = static_cast<std::size_t>(std::find_if(text.begin() + std::ptrdiff_t(at), text.end(), isSpace) - text.begin());
        const auto word = text.substr(at, end - at);
        const auto letters = dense(word);
        const bool lacks = !letters.empty() && shown.find(letters) == std::u32string::npos;
        if (lacks && follows) missing.back() += U' ' + std::u32string(word);
        else if (lacks) missing.emplace_back(word);
        follows = lacks;
        at = end;
    }
    return missing;
}

bool holds(std::string_view bytes, std::string_view ascii) {
    std::string wide;
    for (const char c : ascii) wide += c, wide += '\0';
    return bytes.find(ascii) != std::string_view::npos || bytes.find(wide) != std::string_view::npos;
}

bool refersOutside(std::string_view source) {
    static constexpr std::string_view signs[] = {"INCLUDETEXT", "INCLUDEPICTURE", "DDEAUTO", "\\objautlink", "\\objlink"};
    return std::any_of(std::begin(signs), std::end(signs), [&](auto sign) { return holds(source, sign); });
}

std::u32string_view textOf(const Document& document, const Block& block) {
    return std::u32string_view(document.text).substr(block.start, block.end - block.start);
}

void doubt(Document& document, const std::string& sentence) {
    auto& doubts = document.doubts;
    if (std::find(doubts.begin(), doubts.end(), sentence) == doubts.end()) doubts.push_back(sentence);
}

}  // namespace

document::Document joinHidden(document::Document pages, const document::Document& whole, std::string_view source) {
    const auto shown = dense(pages.text);
    bool hides = false, misses = false;
    for (const auto& block : whole.blocks) {
        if (block.kind == BlockKind::hidden) {
            document::addUnseen(pages, textOf(whole, block), block.note);
            hides = true;
            continue;
        }
        for (const auto& words : missingFrom(shown, textOf(whole, block))) {
            document::addUnseen(pages, words, notOnPages);
            misses = true;
        }
    }
    for (const auto& sentence : whole.doubts) doubt(pages, sentence);
    if (hides) doubt(pages, hidesDoubt);
    if (misses) doubt(pages, missingDoubt);
    if (refersOutside(source)) doubt(pages, linkDoubt);
    if (pages.title.empty()) pages.title = whole.title;
    return pages;
}

}  // namespace redaction::reader
