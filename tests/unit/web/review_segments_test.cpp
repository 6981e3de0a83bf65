// How the review page cuts a text: a stretch changes where a proposal begins or ends, and the strictest decision shows.
#include <gtest/gtest.h>

#include "redaction/document/unseen.h"
#include "service/web/pages/review_segments.h"

namespace {

using service::casework::DocumentView;
using service::casework::ProposalRow;
using service::casework::RulingView;
using service::web::pages::cutIntoLines;

ProposalRow proposal(const std::string& id, const std::string& scope, std::size_t start, std::size_t end, const std::string& decision) {
    ProposalRow row;
    row.id = id;
    row.origin = "engine";
    row.scope = scope;
    row.start = start;
    row.end = end;
    row.decision = decision;
    return row;
}

DocumentView viewOf(std::u32string text, std::vector<ProposalRow> proposals) {
    DocumentView view;
    view.document.text = std::move(text);
    view.proposals = std::move(proposals);
    return view;
}

// "Aa[redact]Bb" : the text of each stretch with its decision behind it.
std::string told(const service::web::pages::Line& line) {
    std::string words;
    for (const auto& stretch : line.stretches) words += stretch.text + (stretch.decision.empty() ? "" : "[" + stretch.decision + "]") + "|";
    return words;
}

}  // namespace

TEST(ReviewSegments, AStretchChangesWhereAProposalBeginsOrEnds) {
    const auto lines = cutIntoLines(viewOf(U"Jan belde Els.", {proposal("a", "span", 10, 13, "redact")}));
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(told(lines[0]), "Jan belde |Els.[redact]|") << "the file hides the whole word";
    EXPECT_EQ(lines[0].stretches[1].spans, std::vector<std::string>{"a"});
}

TEST(ReviewSegments, TheStrictestDecisionShows) {
    const auto lines = cutIntoLines(viewOf(U"Jan belde Els.", {proposal("p", "passage", 0, 14, "judge"), proposal("a", "span", 10, 13, "redact"),
                                                               proposal("b", "span", 0, 3, "release")}));
    EXPECT_EQ(told(lines[0]), "Jan[judge]| belde [judge]|Els.[redact]|");
    EXPECT_EQ(lines[0].passageId, "p");
    EXPECT_TRUE(lines[0].passageBegins);
}

TEST(ReviewSegments, ARulingReplacesTheProposal) {
    auto row = proposal("a", "span", 0, 3, "redact");
    row.ruling = RulingView{};
    row.ruling->decision = "release";
    EXPECT_EQ(told(cutIntoLines(viewOf(U"Jan", {row}))[0]), "Jan[release]|");
    row.ruling->decision = "withdrawn";
    EXPECT_EQ(told(cutIntoLines(viewOf(U"Jan", {row}))[0]), "Jan[redact]|");
}

TEST(ReviewSegments, AnAdditionThatWasTakenBackHidesNothing) {
    auto row = proposal("a", "span", 0, 3, "redact");
    row.origin = "human";
    row.ruling = RulingView{};
    row.ruling->decision = "withdrawn";
    EXPECT_EQ(told(cutIntoLines(viewOf(U"Jan", {row}))[0]), "Jan|");
}

// Without pages too the reviewer sees what the file hides, no less: "Jan-Pieter" of which "Pieter" is withheld.
TEST(ReviewSegments, AWordThatIsHiddenInPartIsShownHiddenWhole) {
    EXPECT_EQ(told(cutIntoLines(viewOf(U"met Jan-Pieter, thuis", {proposal("a", "span", 8, 14, "redact")}))[0]), "met |Jan-Pieter,[redact]| thuis|");
    EXPECT_EQ(told(cutIntoLines(viewOf(U"met Jan-Pieter, thuis", {proposal("a", "span", 8, 14, "judge")}))[0]), "met Jan-|Pieter[judge]|, thuis|") << "nothing is hidden yet";
}

TEST(ReviewSegments, EveryCharacterOfTheTextIsShownOnce) {
    const std::u32string text = U"Één regel\n\nTweede – regel\fDerde";
    std::string shown;
    for (const auto& line : cutIntoLines(viewOf(text, {proposal("a", "span", 2, 14, "redact"), proposal("b", "span", 4, 27, "judge")})))
        for (const auto& stretch : line.stretches) shown += stretch.text;
    EXPECT_EQ(shown, "Één regelTweede – regelDerde");
}

TEST(ReviewSegments, BoxesStandInThousandthsOfThePage) {
    auto view = viewOf(U"Jan belde", {proposal("a", "span", 4, 9, "redact"), proposal("p", "passage", 0, 9, "judge")});
    redaction::document::Page page;
    page.end = 9;
    page.width = 200;
    page.height = 400;
    page.words = {{0, 3, {20, 40, 60, 60}, 1.0, true}, {4, 9, {70, 40, 120, 60}, 0.3, false}};
    view.document.pages.push_back(page);
    const auto boxes = service::web::pages::wordBoxes(view, 0);
    ASSERT_EQ(boxes.size(), 2u);
    EXPECT_DOUBLE_EQ(boxes[0].x, 100);
    EXPECT_DOUBLE_EQ(boxes[0].height, 50);
    EXPECT_EQ(boxes[0].decision, "judge");
    EXPECT_EQ(boxes[1].decision, "redact");
    EXPECT_EQ(boxes[1].proposalId, "a");
    EXPECT_TRUE(boxes[1].unsure);
    EXPECT_TRUE(boxes[1].hidden);
    EXPECT_TRUE(service::web::pages::wordBoxes(view, 1).empty());
}

TEST(ReviewSegments, WhatHidesOnAPageStandsApart) {
    auto view = viewOf(U"Open geheim woord slot", {});
    view.document.layout = redaction::document::Layout::paged;
    view.document.pages.push_back({0, 22, 100, 100, false, false, {{0, 4, {}}, {5, 11, {}, 1, false}, {12, 17, {}, 1, false}, {18, 22, {}}}});
    redaction::document::addUnseen(view.document, U"Zwaan", "bladwijzer");
    const auto words = service::web::pages::pageWords(view, 0);
    EXPECT_EQ(words.seen, "Open   slot");
    ASSERT_EQ(words.hidden.size(), 2u);
    EXPECT_EQ(words.hidden[0].text, "geheim woord");
    EXPECT_EQ(words.hidden[0].note, "niet te zien op de pagina");
    EXPECT_EQ(words.hidden[1].text, "Zwaan");
    EXPECT_EQ(words.hidden[1].note, "bladwijzer");
}
