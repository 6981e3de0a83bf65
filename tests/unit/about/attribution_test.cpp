// What is seen around a passage: labels of turns, groups, the reporter, the passages beside it.
#include <gtest/gtest.h>

#include "redaction/about/around.h"
#include "redaction/document/document.h"
#include "tests/unit/about/read_text.h"

namespace {

using namespace redaction;

double sureOf(const about::Passage& p, const std::string& who) {
    const auto* involved = p.find(who);
    return involved ? involved->certainty : 0;
}

struct Surrounded {  // a text with what stands around each of its stretches
    household::Case family = invented::family();
    detect::People people{family};
    document::Document document;
    detect::TextView view;
    detect::Strangers strangers;
    std::vector<detect::Mention> mentions;
    std::vector<about::Stretch> stretches;
    about::Around around;

    explicit Surrounded(const std::string& text)
        : document{document::Layout::flow, document::toCodePoints(text), {}, {}, {}, {}, {}}, view(document.text), mentions(detect::detect(view, people, strangers)),
          stretches(about::splitText(view, mentions)), around(view, people, mentions, stretches) {}

    const about::Near& near(std::size_t stretch, std::string_view id) {
        around.standAt(stretch);
        return around.near(around.numberOf(id));
    }
};

TEST(Around, KnowsWhoIsLabelledAndWhoAnswers) {
    const Surrounded talk("Azzouzi: Hoe gaat het?\nJinte: Ik slaap slecht.\nAzzouzi: Sinds wanneer?\nJinte: Sinds de zomer.\nAzzouzi: Goed.\n");
    ASSERT_EQ(talk.stretches.size(), 5u);
    EXPECT_TRUE(talk.around.label(0).staff);
    EXPECT_EQ(talk.around.label(1).subject, "kind2");
    EXPECT_EQ(talk.around.answersNext(0), "kind2");
    EXPECT_EQ(talk.around.answeredLast(2), "kind2");
    EXPECT_TRUE(talk.around.label(2).repeated);
    EXPECT_FALSE(talk.around.label(1).repeated);
}

TEST(Around, KnowsWhoIsNamedBeforeAndBehind) {
    Surrounded text("Vader werkt weer.\nHij slaapt beter.\nMoeder belt op vrijdag.\n\nTijn zwemt.\n");
    EXPECT_EQ(text.near(1, "vader").before, 1u);
    EXPECT_TRUE(text.near(1, "vader").actedBefore);
    EXPECT_EQ(text.near(1, "moeder").behind, 1u);
    EXPECT_EQ(text.near(0, "kind1").behind, 3u);
    EXPECT_EQ(text.near(1, "vader").block, about::InBlock::acting);
    EXPECT_EQ(text.near(1, "kind1").block, about::InBlock::none);
    EXPECT_EQ(text.near(1, "oma").before, 0u);
    EXPECT_EQ(text.around.opener(2), "vader");
}

TEST(Around, OneOfSeveralItMayBeStandsThereToo) {
    Surrounded text("Brinkhuis belde gisteren.\nDe brief is verstuurd.\n");
    EXPECT_EQ(text.near(1, "vader").before, 1u);
    EXPECT_EQ(text.near(1, "oma").before, 1u);
}

TEST(SecondLook, AQuestionIsAboutWhoAnswersIt) {
    const auto reading = read_text::read("GESPREKSVERSLAG Jinte\n\nNA: Hoe gaat het thuis?\nJinte: Ik slaap slecht.\nNA: Sinds wanneer?\nJinte: Sinds de zomer lig ik wakker.");
    ASSERT_EQ(reading.passages.size(), 5u);
    for (std::size_t i = 1; i < 5; ++i) EXPECT_GE(sureOf(reading.passages[i], "kind2"), 0.7) << i;
}

TEST(SecondLook, IsLessSureWithoutTheFirst) {
    std::vector<about::Weighing> three;
    for (std::size_t i = 0; i < 3; ++i) {
        about::Clues clues;
        clues.set(static_cast<std::size_t>(about::Clue::always));
        three.push_back({i * 10, i * 10 + 9, i > 0, {{"kind1", clues, i == 1 ? 0.3 : 0.9}}});
    }
    auto alone = three;
    for (auto& w : alone)
        if (w.start != 10) w.people[0].sure = 0.05;
    about::secondLook(three);
    about::secondLook(alone);
    EXPECT_GT(three[1].people[0].sure, alone[1].people[0].sure);
}

TEST(Groups, WhoActTogetherAreInIt) {
    const auto reading = read_text::read("Ouders maakten dagelijks ruzie waar de kinderen bij waren.");
    for (const auto* who : {"moeder", "vader", "kind1", "kind2", "kind3"}) EXPECT_GE(sureOf(reading.passages[0], who), 0.3) << who;
    EXPECT_LT(sureOf(reading.passages[0], "oma"), 0.3);
}

TEST(Titles, ALineOfOnlyANameAndAColonHeadsWhatFollows) {
    const auto reading = read_text::read("Moeder:\n- heeft een rijbewijs\n- spreekt drie talen\nVader:\n- heeft een loonbeslag\n");
    const auto& last = reading.passages.back();
    EXPECT_GE(sureOf(last, "vader"), 0.5);
    EXPECT_LT(sureOf(last, "moeder"), 0.3);
}

TEST(Reporters, AreSpokenOfAsMelder) {
    const auto reading = read_text::read("Melder zag het kind buiten staan.");
    EXPECT_GE(sureOf(reading.passages[0], "melder"), 0.3);
}

}  // namespace
