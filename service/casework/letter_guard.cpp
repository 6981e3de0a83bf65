#include "service/casework/letter_guard.h"

#include <algorithm>
#include <variant>

#include "redaction/apply/typeset/typeset.h"
#include "redaction/marks/folded_text.h"
#include "service/casework/guarded_words.h"
#include "service/casework/hidden_partners.h"

namespace service::casework {

namespace {

using redaction::marks::FoldedText;

namespace typeset = redaction::apply::typeset;

struct Part {
    std::string heading, words;  // heading: that it stands under; empty: at the top
};

std::string wordsOf(const typeset::Runs& runs) {
    std::string words;
    for (const auto& run : runs) words += run.text;
    return words + "\n";
}

struct WordsOf {
    std::string operator()(const typeset::Heading& it) const { return it.text + wordsOf(it.runs); }
    std::string operator()(const typeset::Paragraph& it) const { return wordsOf(it.runs); }
    std::string operator()(const typeset::Notice& it) const { return wordsOf(it.runs); }
    std::string operator()(const typeset::List& it) const {
        std::string words;
        for (const auto& item : it.items) words += wordsOf(item);
        return words;
    }
    std::string operator()(const typeset::Table& it) const {
        std::string words = it.caption + "\n";
        for (const auto& cell : it.header) words += cell + "\n";
        for (const auto& row : it.rows)
            for (const auto& cell : row) words += wordsOf(cell);
        return words;
    }
    std::string operator()(const typeset::KeyValues& it) const {
        std::string words;
        for (const auto& [term, runs] : it.rows) words += term + " " + wordsOf(runs);
        return words;
    }
    std::string operator()(const typeset::Lines& it) const {
        std::string words;
        for (const auto& line : it.lines) words += line + "\n";
        return words;
    }
    template <class Other>
    std::string operator()(const Other&) const { return {}; }
};

// Everything that is printed, in its order.
std::vector<Part> partsOf(const letters::Letter& letter) {
    std::vector<Part> parts{{"", letter.subject + "\n" + letter.text.title}};
    for (const auto* lines : {&letter.text.headerLines, &letter.text.footerLines})
        for (const auto& line : *lines) parts.front().words += "\n" + line;
    std::string heading;
    for (const auto& block : letter.text.blocks) {
        if (const auto* one = std::get_if<typeset::Heading>(&block)) heading = one->text;
        if (auto words = std::visit(WordsOf{}, block); !words.empty()) parts.push_back({heading, std::move(words)});
    }
    return parts;
}

std::vector<std::string> nowhereIn(Office& office, const Standing& standing, const std::string& toPartner) {
    auto words = guardedWords(office, standing);
    auto hidden = standing.hiddenPartners;
    hidden.erase(toPartner);
    for (auto& word : wordsOfHidden(office, hidden)) words.push_back(std::move(word));
    return words;
}

std::string stoppedAt(const std::string& heading) {
    const std::string where = heading.empty() ? "bovenaan de brief" : "onder het kopje ‘" + heading + "’";
    return "Deze brief gaat niet uit: er staat iets in dat voor deze verzoeker verborgen moet blijven, " + where + ". Schrijf uw eigen tekst daar anders, of vraag een privacy officer.";
}

}  // namespace

void requireNothingGuarded(Office& office, const Standing& standing, const letters::Letter& letter, const MayStand& may) {
    const auto parts = partsOf(letter);
    std::string whole;
    for (const auto& part : parts) whole += part.words + "\n";
    const auto text = FoldedText::fromUtf8(whole);
    for (const auto& word : nowhereIn(office, standing, may.toPartner)) {
        const auto sought = FoldedText::fromUtf8(word);
        if (!sought.searchable() || !text.contains(sought)) continue;
        const auto at = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return FoldedText::fromUtf8(part.words).contains(sought); });
        const bool inHeading = at != parts.end() && FoldedText::fromUtf8(at->heading).contains(sought);  // the place is told, never the word
        throw LetterStopped(stoppedAt(at == parts.end() || inHeading ? "" : at->heading));
    }
    if (!may.toPartner.empty()) return;
    // From where it is written stands above its subject; below it a town is about somebody.
    const GuardedTowns towns(office, standing, may.open);
    for (const auto& part : parts)
        if (!part.heading.empty() && towns.in(part.words)) throw LetterStopped(stoppedAt(towns.in(part.heading) ? "" : part.heading));
}

std::string guardedPdf(Office& office, const Standing& standing, const letters::Letter& letter, const MayStand& may) {
    requireNothingGuarded(office, standing, letter, may);
    return letter.print().pdf;
}

}  // namespace service::casework
