#include "redaction/apply/flow_text.h"

#include <gmock/gmock.h>

#include "redaction/apply/wording.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/marks/sample.h"

namespace {

using namespace redaction;
using apply::typeset::Style;
using document::Block;
using document::BlockKind;
using marks_test::decided;
using policy::Decision;
using testing::HasSubstr;
using testing::Not;

const policy::RuleSet& rules() {
    static const auto loaded = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    return loaded;
}

Block block(const document::Document& document, BlockKind::Value kind, std::u32string_view what, int level = 0) {
    const auto at = document.text.find(what);
    return {kind, level, at, at + what.size(), {}};
}

document::Document mail() {
    auto document = marks_test::flow(
        U"Van: juf Ineke\nAan: team\nVerslag\nHet ging goed met Corrie Zwaan vandaag.\n- eerste punt\n- tweede punt over Corrie\n"
        U"Oma vertelde dat zij het allemaal niet meer volhoudt.\nZij wil daar met niemand anders over praten nu.\nTot ziens.");
    document.blocks = {block(document, BlockKind::header, U"Van: juf Ineke"), block(document, BlockKind::header, U"Aan: team"),
                       block(document, BlockKind::heading, U"Verslag", 1),
                       block(document, BlockKind::paragraph, U"Het ging goed met Corrie Zwaan vandaag."),
                       block(document, BlockKind::listItem, U"- eerste punt"),
                       block(document, BlockKind::listItem, U"- tweede punt over Corrie"),
                       block(document, BlockKind::paragraph, U"Oma vertelde dat zij het allemaal niet meer volhoudt."),
                       block(document, BlockKind::paragraph, U"Zij wil daar met niemand anders over praten nu.")};
    return document;
}

std::vector<marks::Mark> mailMarks(const document::Document& document) {
    auto name = decided(document, U"Corrie Zwaan", Decision::redact);
    name.kind = "name";
    auto again = decided(document, U"over Corrie", Decision::redact);
    again.start += 5;
    auto whole = decided(document, U"Oma vertelde dat zij het allemaal niet meer volhoudt.\nZij wil daar met niemand anders over praten nu.",
                         Decision::redact, "child-confidence");
    return marks::resolveMarks(document, {name, again, whole});
}

TEST(FlowBlocks, KeepsStructureAndPutsMarksInPlace) {
    const auto document = mail();
    const auto blocks = apply::flowBlocks(document, mailMarks(document), rules());
    ASSERT_EQ(blocks.size(), 6u);
    EXPECT_EQ(std::get<apply::typeset::KeyValues>(blocks[0]).rows.size(), 2u);
    EXPECT_EQ(std::get<apply::typeset::Heading>(blocks[1]).text, "Verslag");
    const auto& sentence = std::get<apply::typeset::Paragraph>(blocks[2]).runs;
    ASSERT_EQ(sentence.size(), 3u);
    EXPECT_EQ(sentence[1].style, Style::mark);
    EXPECT_EQ(sentence[1].text, "[A · naam]");
    EXPECT_EQ(std::get<apply::typeset::List>(blocks[3]).items.size(), 2u);
    EXPECT_THAT(std::get<apply::typeset::Notice>(blocks[4]).runs[0].text, HasSubstr("rechten van anderen"));
    EXPECT_EQ(std::get<apply::typeset::Paragraph>(blocks[5]).runs[0].text, "Tot ziens.");
}

TEST(FlowBlocks, TextWithoutBlocksBecomesParagraphs) {
    const auto document = marks_test::flow(U"Een.\nTwee.\n\n  \nDrie.\n\n");
    EXPECT_EQ(apply::flowBlocks(document, {}, rules()).size(), 2u);
}

std::string pdfOf(const document::Document& document, const std::vector<marks::Mark>& marks) {
    apply::typeset::Text text;
    text.blocks = apply::flowBlocks(document, marks, rules());
    for (auto& block : apply::explainGrounds(rules(), marks)) text.blocks.push_back(std::move(block));
    return apply::typeset::typeset(text).pdf;
}

TEST(FlowBlocks, ReachPaperWithoutWhatIsHidden) {
    const auto document = mail();
    const auto text = other::pdfText(pdfOf(document, mailMarks(document)));
    for (const auto* hidden : {"Corrie", "Zwaan", "volhoudt", "niemand"}) EXPECT_THAT(text, Not(HasSubstr(hidden)));
    for (const auto* shown : {"juf Ineke", "Het ging goed met", "eerste punt", "Tot ziens.", "Waarom delen"})
        EXPECT_THAT(text, HasSubstr(shown));
}

// Width tells the name: nothing on paper may depend on what is hidden.
TEST(FlowBlocks, ShortAndLongNamesGiveTheSamePaper) {
    const auto paper = [](std::u32string_view name) {
        const auto document = marks_test::flow(U"Toen belde " + std::u32string(name) + U" over de vakantie.");
        return pdfOf(document, marks::resolveMarks(document, {decided(document, name, Decision::redact)}));
    };
    EXPECT_EQ(paper(U"Bo"), paper(U"Wilhelmina-Charlotte van Wassenaer-Obdam"));
}

}  // namespace
