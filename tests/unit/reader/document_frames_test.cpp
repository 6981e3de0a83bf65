#include "redaction/reader/document_frames.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "redaction/document/document_json.h"
#include "redaction/reader/protocol.h"

using namespace redaction;
using document::Document;
using reader::protocol::DocumentFrames;
using reader::protocol::Kind;

namespace {

Document example() {
    Document document;
    document.layout = document::Layout::paged;
    document.text = U"Één woord\fen nog één";
    document.pages.push_back({0, 9, 595.28, 841.89, false, false, {{0, 3, {72, -3.25, 90.5, 84.01}, 1.0, true}, {4, 9, {95, 72, 130, 84}, 0.29, false}}});
    document.pages.push_back({9, 9, 595.28, 841.89, false, false, {}});
    document.pages.push_back({10, 20, 595.28, 841.89, true, true, {{10, 12, {1, 2, 3, 4}, 0.999, true}}});
    document.blocks.push_back({document::BlockKind::hidden, 0, 10, 20, "opmerking in de kantlijn"});
    document.doubts = {"Twijfel."};
    return document;
}

struct Frame {
    Kind kind;
    std::string payload;
};

std::vector<Frame> framesOf(const Document& document) {
    std::vector<Frame> frames;
    for (const auto& page : document.pages) frames.push_back({Kind::words, reader::protocol::encodeWords(page.words)});
    frames.push_back({Kind::document, document::toJsonWithoutWords(document)});
    return frames;
}

Document together(const std::vector<Frame>& frames) {
    DocumentFrames taken;
    for (const auto& [kind, payload] : frames)
        if (!taken.take(kind, payload)) throw std::logic_error("not taken");
    if (!taken.isComplete()) throw std::logic_error("not complete");
    return std::move(taken).document();
}

std::string rest(std::size_t pages, const std::string& words) {
    std::string json = "{\"layout\":\"paged\",\"text\":\"abc\",\"blocks\":[],\"doubts\":[],\"pages\":[";
    for (std::size_t at = 0; at < pages; ++at) json += std::string(at ? "," : "") + "{\"start\":0,\"end\":3,\"width\":9,\"height\":9,\"scanned\":false,\"words\":" + words + "}";
    return json + "]}";
}

}  // namespace

TEST(DocumentFrames, BringADocumentAsItsJsonDoes) {
    EXPECT_EQ(document::toJson(together(framesOf(example()))), document::toJson(document::documentFromJson(document::toJson(example()))));
}

TEST(DocumentFrames, ARestWithoutWordsReadsAsPagesWithoutWords) {
    const auto read = document::documentFromJson(document::toJsonWithoutWords(example()));
    ASSERT_EQ(read.pages.size(), 3u);
    for (const auto& page : read.pages) EXPECT_TRUE(page.words.empty());
}

TEST(DocumentFrames, LeaveOtherFramesToOthers) {
    DocumentFrames frames;
    EXPECT_FALSE(frames.take(Kind::image, ""));
    EXPECT_FALSE(frames.isComplete());
}

// What a reader that a hostile file has taken over may try.
TEST(DocumentFrames, ThatDoNotFitAreRefused) {
    const std::string word = reader::protocol::encodeWords({{0, 3, {1, 2, 3, 4}, 0.5, true}});
    const auto changed = [&](std::size_t at, char byte) {
        std::string other = word;
        other[at] = byte;
        return other;
    };
    const auto outside = reader::protocol::encodeWords({{0, 4, {1, 2, 3, 4}, 1, true}}), backwards = reader::protocol::encodeWords({{2, 1, {1, 2, 3, 4}, 1, true}});
    const auto endless = reader::protocol::encodeWords({{0, 3, {1, 2, 1.0 / 0.0, 4}, 1, true}}), far = reader::protocol::encodeWords({{0, 3, {1, 2, 3, 2e6}, 1, true}});
    const std::string one = rest(1, "[]");
    const struct {
        const char* what;
        std::vector<Frame> frames;
    } table[] = {
        {"fewer words than pages", {{Kind::words, word}, {Kind::document, rest(2, "[]")}}},
        {"more words than pages", {{Kind::words, word}, {Kind::words, word}, {Kind::document, one}}},
        {"no words for its page", {{Kind::document, one}}},
        {"words in both", {{Kind::words, word}, {Kind::document, rest(1, "[[0,3,1,2,3,4]]")}}},
        {"words after the end", {{Kind::words, word}, {Kind::document, one}, {Kind::words, word}}},
        {"two documents", {{Kind::words, word}, {Kind::document, one}, {Kind::document, one}}},
        {"half a word", {{Kind::words, word.substr(1)}, {Kind::document, one}}},
        {"a word outside its page", {{Kind::words, outside}, {Kind::document, one}}},
        {"a word that ends before it begins", {{Kind::words, backwards}, {Kind::document, one}}},
        {"a box without end", {{Kind::words, endless}, {Kind::document, one}}},
        {"a box far away", {{Kind::words, far}, {Kind::document, one}}},
        {"more than certain", {{Kind::words, changed(24, 101)}, {Kind::document, one}}},
        {"half visible", {{Kind::words, changed(25, 2)}, {Kind::document, one}}},
        {"no JSON", {{Kind::words, word}, {Kind::document, "{"}}},
    };
    EXPECT_NO_THROW(together({{Kind::words, word}, {Kind::document, one}}));
    for (const auto& row : table) EXPECT_THROW(together(row.frames), std::runtime_error) << row.what;
}

TEST(RebuildTrace, ComesBackAsItWasSent) {
    const apply::RebuildTrace trace{{apply::PageTrace::Way::drawn, 0, {{1, 2.125, 3, 1.0 / 3}}, {{-5, 6, 7, 1e9}, {}}}, {apply::PageTrace::Way::withheld, 70000, {}, {}}};
    const auto sent = reader::protocol::encode(trace);
    const auto came = reader::protocol::traceFrom(sent);
    ASSERT_EQ(came.size(), 2u);
    EXPECT_EQ(came[0].way, apply::PageTrace::Way::drawn);
    EXPECT_EQ(came[1].way, apply::PageTrace::Way::withheld);
    EXPECT_EQ(came[1].outPage, 70000u);
    ASSERT_EQ(came[0].black.size(), 1u);
    EXPECT_EQ(came[0].black[0].y1, 1.0 / 3);
    ASSERT_EQ(came[0].changed.size(), 2u);
    EXPECT_EQ(came[0].changed[0].x0, -5);
}

TEST(RebuildTrace, IsRefusedWhereItIsNone) {
    const auto sent = reader::protocol::encode(apply::RebuildTrace{{apply::PageTrace::Way::drawn, 0, {{1, 2, 3, 4}}, {}}});
    auto noWay = sent, noNumber = sent;
    noWay[0] = 9;
    noNumber[9 + 7] = noNumber[9 + 6] = char(0xFF);
    for (const auto& broken : {sent.substr(0, sent.size() - 1), sent.substr(0, 9), noWay, noNumber}) EXPECT_THROW(reader::protocol::traceFrom(broken), std::runtime_error);
}
