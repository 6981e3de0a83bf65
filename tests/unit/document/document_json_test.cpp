#include <gtest/gtest.h>

#include <stdexcept>

#include "redaction/document/document.h"

using namespace redaction::document;

namespace {

Document example() {
    Document document;
    document.layout = Layout::paged;
    document.text = U"Één woord\fen nog één";
    document.title = "Verslag \"huisbezoek\"";
    document.language = "nl";
    document.pages.push_back({0, 9, 595.28, 841.89, false, false, {{0, 3, {72, 72, 90.5, 84}, 1.0, true}, {4, 9, {95, 72, 130, 84}, 1.0, false}}});
    document.pages.push_back({10, 20, 595.28, 841.89, true, true, {{10, 12, {1, 2, 3, 4}, 0.42, true}}});
    document.blocks.push_back({BlockKind::heading, 2, 0, 9, ""});
    document.blocks.push_back({BlockKind::hidden, 0, 10, 20, "opmerking in de kantlijn"});
    document.doubts = {"Twijfel."};
    return document;
}

}  // namespace

TEST(DocumentJson, ReadsBackWhatItWrote) {
    const Document document = example();
    const Document back = documentFromJson(toJson(document));
    EXPECT_EQ(back.text, document.text);
    EXPECT_EQ(back.layout, Layout::paged);
    EXPECT_EQ(back.title, document.title);
    EXPECT_EQ(back.doubts, document.doubts);
    ASSERT_EQ(back.pages.size(), 2u);
    EXPECT_FALSE(back.pages[0].words[1].visible);
    EXPECT_DOUBLE_EQ(back.pages[0].words[0].box.x1, 90.5);
    EXPECT_TRUE(back.pages[1].scanned);
    EXPECT_TRUE(back.pages[1].handwritten);
    EXPECT_DOUBLE_EQ(back.pages[1].words[0].confidence, 0.42);
    EXPECT_TRUE(back.pages[1].words[0].visible);
    ASSERT_EQ(back.blocks.size(), 2u);
    EXPECT_EQ(back.blocks[0].level, 2);
    EXPECT_EQ(back.blocks[1].note, "opmerking in de kantlijn");
    EXPECT_EQ(toJson(back), toJson(document));
}

TEST(DocumentJson, RefusesPositionsOutsideTheText) {
    Document document = example();
    document.pages[1].words[0].end = 21;
    EXPECT_THROW(documentFromJson(toJson(document)), std::runtime_error);
    document = example();
    document.pages[0].words[0].start = 4;  // after its own end
    EXPECT_THROW(documentFromJson(toJson(document)), std::runtime_error);
    document = example();
    document.blocks[0].end = 99;
    EXPECT_THROW(documentFromJson(toJson(document)), std::runtime_error);
}

TEST(DocumentJson, RefusesNonsenseWithoutQuotingIt) {
    for (const char* json : {"", "[]", "{\"text\": 3}", "{\"geheim\": \"Jansen\""}) {
        try {
            documentFromJson(json);
            FAIL() << json;
        } catch (const std::runtime_error& error) {
            EXPECT_EQ(std::string(error.what()).find("Jansen"), std::string::npos);
        }
    }
}
