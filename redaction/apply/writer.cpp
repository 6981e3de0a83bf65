#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/flow_text.h"
#include "redaction/apply/redacted_document.h"
#include "redaction/apply/wording.h"
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
    std::string words = std::string(title) + "\n" + footer + "\nPagina van Deze passage is niet verstrekt Verborgen in het stuk\n";
    for (const auto& label : labelsOf(rules, marks)) words += label + "\n";
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

bool tellsSomebodyApart(const std::string& string) {
    const auto text = document::toCodePoints(string);
    const auto words = std::count(text.begin(), text.end(), U' ') + 1;
    return words >= 4 || std::any_of(text.begin(), text.end(), [](char32_t character) {
               return u_isupper(static_cast<UChar32>(character)) || u_isdigit(static_cast<UChar32>(character));
           });
}

// The lines of own text that are names of several words, taken out of a string.
class OwnNames {
  public:
    explicit OwnNames(std::string_view ownText) {
        for (std::size_t at = 0; at < ownText.size();) {
            const auto end = std::min(ownText.find('\n', at), ownText.size());
            const auto line = ownText.substr(at, end - at);
            if (line.find(' ') != line.npos && line.size() <= kLongestName) lines_.insert(std::string(line));
            at = end + 1;
        }
    }
    std::string takenOutOf(std::string string) const {
        for (const auto& line : lines_)
            if (const auto at = string.find(line); at != string.npos) string.erase(at, line.size());
        return string;
    }

  private:
    static constexpr std::size_t kLongestName = 200;  // bytes
    std::set<std::string> lines_;
};

typeset::Typeset buildFlow(const document::Document& document, const std::vector<marks::Mark>& marks,
                           const policy::RuleSet& rules, std::string_view title) {
    auto text = frame(title);
    text.blocks = flowBlocks(document, marks, rules);
    append(text.blocks, explainGrounds(rules, marks));
    return typeset::typeset(text);
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
        made.pdf_ = reader_.rebuild(sourceBytes, document, marks, labelsOf(rules_, marks), title, progress);
        if (auto explanation = explainGrounds(rules_, marks); !explanation.empty()) {
            auto text = frame(title);
            text.blocks = std::move(explanation);
            text.pageNumbers = typeset::PageNumbers::none;  // it follows the pages of the source
            made.pdf_ = joinPdfs(made.pdf_, typeset::typeset(text).pdf, {std::string(title), "nl"});
        }
        made.pages_ = pageCount(made.pdf_);
    }
    const auto own = ownWords(rules_, marks, title);
    made.released_ = document::toUtf8(marks::releasedText(document, marks)) + "\n" + own;
    made.withheld_ = without(marks::withheldStrings(document, marks, names), own);
    made.markCount_ = marks.size();
    return made;
}

std::vector<std::string> withheldEverywhere(const std::vector<const RedactedDocument*>& documents,
                                            std::string_view ownText) {
    std::set<std::string> all;
    const OwnNames own(ownText);
    for (const auto* document : documents)
        std::copy_if(document->withheld().begin(), document->withheld().end(), std::inserter(all, all.end()),
                     [&](const std::string& string) { return tellsSomebodyApart(own.takenOutOf(string)); });
    auto left = without({all.begin(), all.end()}, std::string(ownText));
    for (const auto* document : documents) left = without(left, document->released());
    return left;
}

}  // namespace redaction::apply
