#include "redaction/marks/occurrences.h"

#include <gmock/gmock.h>

#include <set>

#include "redaction/marks/marks.h"
#include "redaction/marks/near_text.h"

namespace {

using namespace redaction;

// What is left of a text when the strings are hidden in it, "#" for what is hidden.
std::string left(const document::Document& document, const std::vector<std::string>& strings, marks::Misread misread = marks::Misread::sometimes) {
    std::vector<marks::Decided> decided;
    for (const auto& span : marks::findOccurrences(document, strings, misread))
        decided.push_back({span.start, span.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, {}});
    auto text = document.text;
    for (const auto& mark : marks::resolveMarks(document, decided))
        for (auto at = mark.start; at < mark.end; ++at)
            if (!marks::isSpace(text[at])) text[at] = U'#';
    std::string result;
    for (const char one : document::toUtf8(text))
        if (one != '#' || result.empty() || result.back() != '#') result += one;
    return result;
}

document::Document flow(const std::string& text) {
    document::Document document;
    document.text = document::toCodePoints(text);
    return document;
}

// A page for each text; words read by OCR with this confidence (1: typed).
document::Document paged(const std::vector<std::string>& pages, double confidence) {
    document::Document document;
    for (const auto& text : pages) {
        if (!document.pages.empty()) document.text += U'\f';
        document::Page page;
        page.start = document.text.size();
        document.text += document::toCodePoints(text);
        page.end = document.text.size();
        for (auto at = page.start; at < page.end;) {
            while (at < page.end && marks::isSpace(document.text[at])) ++at;
            const auto start = at;
            while (at < page.end && !marks::isSpace(document.text[at])) ++at;
            if (at > start) page.words.push_back({start, at, {}, confidence, true});
        }
        document.pages.push_back(page);
    }
    return document;
}

struct Case {
    std::string text, string, left;
};

TEST(Occurrences, AreFoundHoweverTheyAreWritten) {
    const std::vector<Case> table{
        {"belde CORRIE op", "Corrie", "belde # op"},
        {"met Zoë, zoe mee", "Zoé", "met # # mee"},
        {"Groene-\nwoud belde", "Groenewoud", "#\n# belde"},
        {"de o\uFB03ciële brief", "officiële", "de # brief"},
        {"bel 06 1234 5678 of +31 6 12345678 nu", "06-12345678", "bel # # # of # # # nu"},
        {"bel 06-12345678", "+31612345678", "bel #"},
        {"mail c.zwaan@voorbeeld.nl of jzwaan@voorbeeld.nl", "Zwaan", "mail # of #"},
        {"de zwaantjes, en Zwaans fiets", "Zwaan", "de # en # fiets"},
        {"de basisschool van Bas", "Bas", "de basisschool van #"},
        {"in januari kwam Jan, en Jans zus; jan.p@x.nl, ajan@x.nl", "Jan", "in januari kwam # en # zus; # #"},
        {"andere van der ander", "ander", "# van der #"},
        {"them and the other 1055", "the", "them and # other 1055"},
        {"them and the other 1055", "105", "them and the other 1055"},
        {"is 15 en Bo, 80 of is 15", "15", "is # en Bo, 80 of is #"},
        {"Bo en bo. Boek", "Bo", "# en # Boek"},
        {"Bo's fiets, bo/pb B o liep; Boek", "Bo", "# fiets, # # # liep; Boek"}, {"op 12-15 en 15", "15", "op 12-15 en #"},
        {"de \u202Enaawz\u202C belde naawz", "Zwaan", "de # belde #"}, {"de naawz belde", "Zwaan", "de naawz belde"},
        {"niets ervan", "Zwaan", "niets ervan"}};
    for (const auto& [text, string, expected] : table) EXPECT_EQ(left(flow(text), {string}), expected) << string;
}

TEST(Occurrences, ReachOverTheEndOfAPage) {
    EXPECT_EQ(left(paged({"Daarna belde Corrie\nGemeente Voorbeeld", "Verslag\nZwaan met school"}, 1), {"Corrie Zwaan"}),
              "Daarna belde #\nGemeente Voorbeeld\fVerslag\n# met school");
}

TEST(Occurrences, ReckonWithWhatOcrMisreads) {
    const auto scan = paged({"Corme Zwaan en Groenevvoucl, ook Groenewaud; de groene woorden"}, 0.9);
    EXPECT_EQ(left(scan, {"Groenewoud"}), "Corme Zwaan en # ook # de groene woorden");
    EXPECT_EQ(left(paged({"en Groenewaud"}, 1), {"Groenewoud"}), "en Groenewaud") << "typed text is not misread";
    EXPECT_EQ(left(paged({"op 12-03-2015 en 13-03-2015"}, 0.9), {"12-03-2015"}), "op # en 13-03-2015") << "another number";
    EXPECT_EQ(left(paged({"op 18-03-2015"}, 0.4), {"12-03-2015"}), "op #");
}

// A scan of low resolution: the letters are plain to the eye and wrong in the text.
TEST(Occurrences, AreFoundInShortNamesThatOcrMisreads) {
    EXPECT_EQ(left(paged({"met Hije. naar"}, 0.8), {"Hilje"}, marks::Misread::often), "met # naar");
    EXPECT_EQ(left(paged({"met Hike. naar"}, 0.8), {"Hilje"}, marks::Misread::often), "met # naar");
    EXPECT_EQ(left(paged({"met Hije. naar"}, 1), {"Hilje"}, marks::Misread::often), "met Hije. naar") << "typed text is not misread";
    EXPECT_EQ(left(paged({"met Hije. naar"}, 0.97), {"Hilje"}, marks::Misread::often), "met Hije. naar") << "nor what was read with certainty";
    EXPECT_EQ(left(paged({"en Jam ook"}, 0.5), {"Jan"}, marks::Misread::often), "en # ook");
    EXPECT_EQ(left(paged({"en dze naar de vergadering"}, 0.1), {"Ilse"}, marks::Misread::often), "# # # # vergadering") << "unread, and about as long";
    EXPECT_EQ(left(paged({"op 4711"}, 0.8), {"4712"}, marks::Misread::often), "op 4711") << "another number";
}

TEST(LettersApart, CountsChangesUpToABound) {
    EXPECT_EQ(marks::lettersApart(U"zwaan", U"zwaan", 2), 0u);
    EXPECT_EQ(marks::lettersApart(U"zwaan", U"swaan", 2), 1u);
    EXPECT_EQ(marks::lettersApart(U"zwaan", U"zwan", 2), 1u);
    EXPECT_EQ(marks::lettersApart(U"zwaan", U"kraan", 1), 2u);
    EXPECT_EQ(marks::lettersApart(U"zwaan", U"zwaantjes", 2), 3u);
}

}  // namespace
