#include "redaction/document/likeness.h"

#include <gtest/gtest.h>

#include <chrono>

namespace redaction::document {
namespace {

// A line is a passage.
struct Lines {
    explicit Lines(std::u32string all) : text(std::move(all)) {
        for (std::size_t start = 0; start < text.size();) {
            const auto end = std::min(text.find(U'\n', start), text.size());
            if (end > start) passages.push_back({start, end});
            start = end + 1;
        }
    }
    Passages view() const { return {text, passages}; }
    std::u32string text;
    std::vector<Stretch> passages;
};

const std::u32string report = U"Moeder vertelt dat het op school beter gaat met Jesse.\nDat klopt.\nVader belt iedere woensdag om zeven uur met de kinderen.";

std::vector<Likeness> between(const std::vector<std::u32string>& texts) {
    std::vector<Lines> lines;
    for (const auto& text : texts) lines.emplace_back(text);
    std::vector<Passages> views;
    for (const auto& it : lines) views.push_back(it.view());
    return findLikeness(views);
}

}  // namespace

TEST(Likeness, TheSameReportByAnotherPartnerIsTheSameHoweverItIsSet) {
    const auto found = between({report, U"MOEDER vertelt dat het op school béter gaat met Jesse\nDat  klopt.\n> Vader belt iedere woensdag, om zeven uur, met de kinderen."});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_TRUE(found[0].isSame());
    EXPECT_EQ(found[0].twins, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 0}, {1, 1}, {2, 2}}));
}

TEST(Likeness, AMailThatQuotesAnotherHoldsIt) {
    const auto found = between({report, U"Dank voor uw verslag; wij nemen het mee naar het overleg van morgen.\n" + report + U"\nMet vriendelijke groet van het lokale team in Voorbeeldstad."});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_FALSE(found[0].isSame());
    EXPECT_TRUE(found[0].heldByOther());
    EXPECT_FALSE(found[0].holdsOther());
    EXPECT_EQ(found[0].twins, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 1}, {1, 2}, {2, 3}}));
}

TEST(Likeness, OtherWordsOtherNamesAndShortWordsAloneAreNoTwins) {
    EXPECT_TRUE(between({report, U"Moeder vertelt dat het op school beter gaat met Jessica."}).empty());
    EXPECT_TRUE(between({report, U"Dat klopt.\nEr is vandaag niets bijzonders te melden over dit gezin."}).empty());
    EXPECT_TRUE(between({report}).empty());
    EXPECT_TRUE(between({}).empty());
}

TEST(Likeness, WhatStandsTwiceIsPairedInOrder) {
    const std::u32string line = U"Vader belt iedere woensdag om zeven uur met de kinderen.\n";
    const auto found = between({line + line, line + U"Iets anders.\n" + line + line});
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].twins, (std::vector<std::pair<std::size_t, std::size_t>>{{0, 0}, {1, 2}}));
}

TEST(Likeness, ALetterheadOnEverythingRelatesNothing) {
    std::vector<std::u32string> letters;
    for (int at = 0; at < 60; ++at) letters.push_back(U"Gemeente Voorbeeldstad, afdeling jeugd, postbus 100, 1000 AA Voorbeeldstad\nBrief nummer " + std::u32string(std::size_t(at) + 20, U'x'));
    EXPECT_TRUE(between(letters).empty());
}

// Twice the text takes about twice the time, not four times.
TEST(Likeness, TimeGrowsWithTheText) {
    const auto secondsFor = [](std::size_t passages) {
        std::vector<std::u32string> texts(20);
        for (std::size_t at = 0; at < passages; ++at)
            for (std::size_t copy = 0; copy < 2; ++copy) {
                auto& text = texts[(at + copy * 7) % texts.size()];
                for (auto rest = at + 1; rest > 0; rest /= 26) text += char32_t(U'a' + rest % 26);
                text += U" heeft verteld wat er die dag op school is gebeurd met de kinderen.\n";
            }
        const auto start = std::chrono::steady_clock::now();
        EXPECT_FALSE(between(texts).empty());
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    const double few = secondsFor(2500), many = secondsFor(10000);
    EXPECT_LT(many, 12 * few);
    EXPECT_LT(many, 5);
}

constexpr std::u32string_view letterText =
    U"Geachte mevrouw, op 3 maart sprak ik met beide ouders over de afspraken in het weekend. Vader haalt de kinderen op vrijdag om vijf uur op bij de school. "
    U"Moeder vindt dat te vroeg en vraagt of het een uur later kan. De kinderen willen graag eerst naar zwemles. Wij spreken elkaar in april opnieuw.";

// As OCR reads a worn page: one letter in `each` is another.
std::u32string misread(std::u32string text, std::size_t each) {
    for (std::size_t at = each; at < text.size(); at += each)
        if (text[at] != U' ') text[at] = text[at] == U'c' ? U'e' : U'c';
    return text;
}

TEST(Resemblance, OfALetterAndItsMisreadScanOnly) {
    const auto scan = misread(std::u32string(letterText), 30);
    const std::u32string other =
        U"Geachte heer, op 9 juni belde de leerkracht van groep 4 over het lezen. Zij ziet dat het beter gaat sinds de kinderen bij oma logeren. "
        U"Vader en moeder spreken elkaar niet meer. De afspraken over de vakantie staan nog open en wij bespreken die met de huisarts. De school vraagt om een verslag.";
    EXPECT_EQ(findResembling({letterText, other, scan}), (std::vector<std::pair<std::size_t, std::size_t>>{{0, 2}}));
    EXPECT_TRUE(findLikeness({{letterText, {{0, letterText.size()}}}, {scan, {{0, scan.size()}}}}).empty()) << "the exact search finds it: this shows nothing";
    EXPECT_TRUE(findResembling({letterText.substr(0, 60), letterText.substr(0, 60)}).empty()) << "short";
    EXPECT_TRUE(findResembling({letterText, misread(std::u32string(letterText), 4)}).empty()) << "read so badly that it says nothing";
}

TEST(Resemblance, AFormThatEverybodyFillsInRelatesNothing) {
    std::vector<std::u32string> forms;
    for (int at = 0; at < 60; ++at) forms.push_back(std::u32string(letterText) + std::u32string(std::size_t(at) % 9 + 1, char32_t(U'a' + at % 26)));
    EXPECT_TRUE(findResembling({forms.begin(), forms.end()}).empty());
}

}  // namespace redaction::document
