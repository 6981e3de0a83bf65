// Every letter in words that are read once: short sentences, no office words, and for a child shorter still. What the test
// holds is data (templates/letters/plain_words.json); it fails on the template, word or law wording that breaks it.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "service/letters/html_blocks.h"
#include "tests/unit/letters/letters_for_tests.h"

namespace service::letters {
namespace {

using nlohmann::json;

json read(const std::string& name) {
    std::ifstream in(std::string{LAKWERK_SOURCE_DIR} + "/templates/letters/" + name);
    return json::parse(in);
}

const json& rules() {
    static const json all = read("plain_words.json");
    return all;
}

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

// Sentences end at a mark before a blank, and with their paragraph (parted by | in the words of a point), cell or line. "art. 15" and "Awb" citations are one word.
std::vector<std::string> sentencesOf(std::string text) {
    for (const char* abbreviation : {"art. ", "nr. ", "jo. "}) replaceAll(text, abbreviation, std::string(abbreviation, 3) + "_");
    std::vector<std::string> sentences{""};
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\n' || c == '|') sentences.emplace_back();
        else sentences.back() += c;
        const bool ends = (c == '.' || c == '?' || c == '!' || c == ':' || c == ';') && (at + 1 == text.size() || text[at + 1] == ' ');
        if (ends) sentences.emplace_back();
    }
    return sentences;
}

std::size_t wordsIn(const std::string& sentence) {
    std::istringstream in(sentence);
    std::size_t count = 0;
    for (std::string word; in >> word;) count += std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isalnum(c) || c > 127; });
    return count;
}

std::string asWords(const std::string& text) {
    std::string plain = " ";
    for (const unsigned char c : text) plain += std::isalnum(c) || c > 127 ? char(std::tolower(c)) : ' ';
    plain += ' ';
    while (plain.find("  ") != std::string::npos) replaceAll(plain, "  ", " ");
    return plain;
}

std::vector<std::string> complaints(const std::string& text, Language language, bool forChild) {
    std::vector<std::string> found;
    const std::size_t most = rules()["most-words"][forChild ? "child" : "adult"];
    for (const auto& sentence : sentencesOf(text))
        if (const auto words = wordsIn(sentence); words > most) found.push_back(std::to_string(words) + " words: " + sentence);
    const auto plain = asWords(text);
    for (const char* list : {"avoid", "avoid-for-children"}) {
        if (std::string(list) == "avoid-for-children" && !forChild) continue;
        for (const auto& [word, instead] : rules()[list][toText(language)].items())
            if (plain.find(" " + word + " ") != std::string::npos) found.push_back("'" + word + "', say '" + instead.get<std::string>() + "': " + text.substr(0, 80));
    }
    return found;
}

std::string plainOf(std::string html) {
    for (const char* tag : {"</p>", "</li>", "</td>", "</th>", "</h1>", "</h2>", "</h3>", "</dd>", "</dt>", "</aside>", "<br/>"}) replaceAll(html, tag, std::string("\n") + tag);
    auto text = wordsOf(html);
    replaceAll(text, "  ", " ");
    return text;
}

void expectPlain(const std::string& where, const std::string& text, Language language, bool forChild) {
    for (const auto& complaint : complaints(text, language, forChild)) ADD_FAILURE() << where << ": " << complaint;
}

// "about-child" is told to a parent.
bool isForChild(const std::string& name) { return name.find("-child") != std::string::npos && name != "about-child"; }

}  // namespace

TEST(Readability, OfEveryLetterInBothLanguages) {
    for (const auto& name : book().names())
        for (const auto language : {Language::dutch, Language::english})
            expectPlain(name + "/" + toText(language), plainOf(book().write(name, language, someFrame(), book().example(name, language)).html), language, isForChild(name));
}

TEST(Readability, OfTheWordsThatLettersAreFilledWith) {
    const json fixed = read("words.json"), processing = read("processing.json");
    for (const auto& [group, words] : fixed.items())
        for (const auto& [code, both] : words.items())
            for (const auto language : {Language::dutch, Language::english})
                expectPlain("words.json " + group + "/" + code, both.at(toText(language)), language, isForChild(group));
    for (const auto& [kind, both] : processing.items())
        for (const auto& [form, fields] : both.items())
            for (const auto& [field, value] : fields.items()) {
                const json lines = value.is_array() ? value : json::array({value});
                for (const auto& line : lines) expectPlain("processing.json " + kind, line, languageFrom(form.substr(0, 2)), form == "nl-child");
            }
}

TEST(Readability, OfGroundsAndRemedies) {
    using enum requests::PartnerKind;
    for (const auto kind : {safeHome, youthProtection, childProtectionBoard, localTeam, careSafetyHouse, treatment})
        for (const auto& ground : requests::groundIds()) {
            const auto wording = requests::wordingOf(ground, kind);
            ASSERT_TRUE(wording);
            expectPlain("ground " + ground, wording->words, Language::dutch, false);
            expectPlain("ground " + ground, wording->english, Language::english, false);
        }
    for (const auto standing : {requests::Standing::publicBody, requests::Standing::other, requests::Standing::contested}) {
        auto controller = someDecision().controller;
        controller.standing = standing;
        const auto remedies = requests::remediesOf(controller, on("2026-04-01"), {}, {}, requests::Calendar{});
        expectPlain("contested", remedies.contestedNote, Language::dutch, false);
        expectPlain("contested", remedies.englishContestedNote, Language::english, false);
        for (const auto& route : remedies.routes) {
            expectPlain("remedy", route.paragraph, Language::dutch, false);
            expectPlain("remedy", route.englishParagraph, Language::english, false);
        }
    }
}

TEST(Readability, TellsWhatIsHardToRead) {
    const std::string longest = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig eenentwintig tweeentwintig drieentwintig "
                                "vierentwintig vijfentwintig";
    EXPECT_TRUE(complaints(longest + ".", Language::dutch, false).empty());
    EXPECT_EQ(complaints(longest + " zesentwintig.", Language::dutch, false).size(), 1u);
    EXPECT_EQ(complaints("Derhalve krijgt u bericht.", Language::dutch, false).size(), 1u);
    EXPECT_EQ(complaints("Wij doen dit ten behoeve van u.", Language::dutch, false).size(), 1u);
    EXPECT_EQ(complaints("U krijgt een brief.", Language::dutch, true).size(), 1u);
    EXPECT_TRUE(complaints("Je krijgt een brief (AVG art. 15 lid 1).", Language::dutch, true).empty());
}

}  // namespace service::letters
