#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <sstream>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/flow_text.h"
#include "redaction/apply/redacted_document.h"
#include "redaction/apply/spoken_mark.h"
#include "redaction/apply/wording.h"
#include "redaction/document/text_language.h"
#include "redaction/marks/folded_text.h"

namespace redaction::apply {

namespace {

constexpr const char* footer = "Lakwerk – opnieuw opgebouwd uit wat u mag zien";

std::vector<std::string> labelsOf(const policy::RuleSet& rules, const std::vector<marks::Mark>& marks) {
    std::vector<std::string> labels;
    for (const auto& mark : marks) labels.push_back(markLabel(rules, mark));
    return labels;
}

typeset::Text frame(std::string_view title) {
    typeset::Text text;
    text.title = title;
    text.headerLines = {std::string(title)};
    text.footerLines = {footer};
    return text;
}

void append(std::vector<typeset::Block>& blocks, std::vector<typeset::Block> more) {
    blocks.insert(blocks.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// The words this program adds itself: they are seen by the reader and are no leak.
std::string ownWords(const policy::RuleSet& rules, const std::vector<marks::Mark>& marks, std::string_view title) {
    std::string words = std::string(title) + "\n" + footer + "\nPagina van Deze passage is niet verstrekt\nkon niet worden gelezen en is niet verstrekt Verborgen in het stuk\ntot en met\n";
    for (const auto& label : labelsOf(rules, marks)) words += label + "\n" + spokenMark(label) + "\n";
    words += std::string(spokenMarkGoesOn) + "\n";
    for (const auto& block : explainGrounds(rules, marks)) {
        if (const auto* heading = std::get_if<typeset::Heading>(&block)) words += heading->text + "\n";
        if (const auto* paragraph = std::get_if<typeset::Paragraph>(&block)) words += paragraph->runs.front().text + "\n";
        if (const auto* pairs = std::get_if<typeset::KeyValues>(&block))
            for (const auto& [term, value] : pairs->rows) words += term + "\n" + value.front().text + "\n";
    }
    return words;
}

std::vector<std::string> without(const std::vector<std::string>& strings, const std::string& text) {
    const auto folded = marks::FoldedText::fromUtf8(text);
    std::vector<std::string> left;
    for (const auto& string : strings)
        if (!folded.contains(marks::FoldedText::fromUtf8(string))) left.push_back(string);
    return left;
}

bool hasCapitalOrDigit(const std::string& string) {
    const auto text = document::toCodePoints(string);
    return std::any_of(text.begin(), text.end(), [](char32_t character) {
        return u_isupper(static_cast<UChar32>(character)) || u_isdigit(static_cast<UChar32>(character));
    });
}

bool tellsSomebodyApart(const std::string& string) {
    return std::count(string.begin(), string.end(), ' ') >= 3 || hasCapitalOrDigit(string);
}

// The words of names that stand in the package anyway, in whatever order.
class OwnNames {
  public:
    explicit OwnNames(const std::string& names) {
        eachWord(names, [this](const std::string&, std::u32string folded) { words_.insert(std::move(folded)); });
    }
    // At most one ordinary word besides.
    bool makeUp(const std::string& string) const {
        std::size_t others = 0;
        bool tells = false;
        eachWord(string, [&](const std::string& word, const std::u32string& folded) {
            if (words_.count(folded) != 0) return;
            ++others;
            tells = tells || hasCapitalOrDigit(word);
        });
        return others <= 1 && !tells;
    }

  private:
    template <class See>
    static void eachWord(const std::string& text, See see) {
        std::istringstream words(text);
        for (std::string word; words >> word;)
            if (auto folded = marks::FoldedText::fromUtf8(word).characters(); !folded.empty()) see(word, std::move(folded));
    }
    std::set<std::u32string> words_;
};

typeset::Typeset buildFlow(const document::Document& document, const std::vector<marks::Mark>& marks,
                           const policy::RuleSet& rules, std::string_view title) {
    auto text = frame(title);
    text.blocks = flowBlocks(document, marks, rules);
    text.blocksLanguage = document::languageOf(marks::releasedText(document, marks));
    append(text.blocks, explainGrounds(rules, marks));
    return typeset::typeset(text);
}

// What follows the pages of a source; empty where nothing was hidden.
typeset::Typeset explanationOf(const std::vector<marks::Mark>& marks, const policy::RuleSet& rules, std::string_view title) {
    auto text = frame(title);
    text.blocks = explainGrounds(rules, marks);
    text.pageNumbers = typeset::PageNumbers::none;  // it follows the pages of the source
    return text.blocks.empty() ? typeset::Typeset{} : typeset::typeset(text);
}

}  // namespace

RedactedDocument Writer::build(std::string_view sourceBytes, const document::Document& document,
                               const std::vector<marks::Decided>& decided, std::string_view title,
                               const reader::OnProgress& progress, const std::vector<marks::Span>& names) const {
    const auto marks = marks::resolveMarks(document, decided);
    RedactedDocument made;
    if (document.layout == document::Layout::flow) {
        auto flow = buildFlow(document, marks, rules_, title);
        made.pdf_ = std::move(flow.pdf);
        made.pages_ = flow.pages;
    } else {
        const auto explanation = explanationOf(marks, rules_, title);
        auto rebuilt = reader_.rebuild(sourceBytes, document, marks, labelsOf(rules_, marks), title, progress, explanation.pdf);
        made.pdf_ = std::move(rebuilt.pdf);
        made.trace_ = std::move(rebuilt.trace);
        made.pages_ = made.trace_.back().outPage + 1 + explanation.pages;
    }
    const auto own = ownWords(rules_, marks, title);
    made.released_ = document::toUtf8(marks::releasedText(document, marks)) + "\n" + own;
    made.withheld_ = without(marks::withheldStrings(document, marks, names), own);
    made.unsearched_ = marks::unsearchedStrings(document, marks, names);
    made.markCount_ = marks.size();
    return made;
}

std::vector<std::string> withheldEverywhere(const std::vector<const RedactedDocument*>& documents, const OwnWords& own) {
    std::set<std::string> all;
    const OwnNames names(own.names);
    for (const auto* document : documents)
        std::copy_if(document->withheld().begin(), document->withheld().end(), std::inserter(all, all.end()),
                     [&](const std::string& string) { return tellsSomebodyApart(string) && !names.makeUp(string); });
    auto left = without({all.begin(), all.end()}, own.names + "\n" + own.text);
    for (const auto* document : documents) left = without(left, document->released());
    return left;
}

}  // namespace redaction::apply
