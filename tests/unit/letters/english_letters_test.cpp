// Every letter in English, in all its turns, holds no Dutch; only the law and the organisations keep their Dutch names.
#include <gtest/gtest.h>

#include <sstream>

#include "tests/unit/letters/letters_for_tests.h"
#include "tests/unit/web/dutch_words.h"

namespace service::letters {
namespace {

using requests::Right;

// The words of a letter without tags; what is quoted in Dutch on purpose is taken out.
std::vector<std::string> linesOf(const std::string& html) {
    std::string text;
    bool inTag = false;
    for (const char c : html) {
        if (c == '<') inTag = true;
        if (!inTag) text += c;
        if (c == '>') inTag = false, text += '\n';
    }
    for (const std::string quoted : {"Autoriteit Persoonsgegevens", "Juridisch Loket", "Regionaal Tuchtcollege voor de Gezondheidszorg", "(bezwaar)", " onder ",
                                     "het bestuur van Example", "lid 1 en 3", "en 7.3.15 lid 4", "5.3.2 lid 3 en 5.3.3 lid 1", "en 5.3.2 lid 4", "tweede zin"})
        for (auto at = text.find(quoted); at != text.npos; at = text.find(quoted)) text.erase(at, quoted.size());
    std::vector<std::string> lines;
    std::istringstream all(text);
    for (std::string line; std::getline(all, line);) lines.push_back(line);
    return lines;
}

void expectEnglish(const Letter& letter, const std::string& what) {
    EXPECT_EQ(tests::dutchIn(letter.subject), "") << letter.subject;
    for (const auto& line : linesOf(letter.html)) EXPECT_EQ(tests::dutchIn(line), "") << letter.name << ' ' << what << ": " << line;
}

Frame englishFrame() {
    auto frame = someFrame();
    frame.contactName = "Privacy team", frame.addresseeName = "K. Verbeek", frame.salutation = "Sir or Madam Verbeek", frame.signerFunction = "on behalf of het bestuur van Example";
    return frame;
}

const std::vector<Right> allRights{Right::access, Right::rectification, Right::erasure, Right::restriction, Right::objection, Right::portability};

}  // namespace

TEST(EnglishLetters, HaveEnglishExamples) {
    for (const auto& name : book().names()) expectEnglish(book().write(name, Language::english, englishFrame(), book().example(name, Language::english)), "example");
}

TEST(EnglishLetters, AcknowledgeExtendAndSuspendWithoutDutch) {
    for (const auto right : allRights)
        for (const auto reader : {Reader::adult, Reader::child}) {
            auto letter = someAcknowledgement();
            letter.reader = reader, letter.frame = englishFrame(), letter.right = right, letter.about = {"yourself", "Daan"}, letter.remarks = {"You also ask for Daan."}, letter.partners = {"Example"};
            for (const auto* channel : {"letter", "counter", "mail", "phone", "portal"})
                for (const auto* method : {"passport", "id-card", "driving-licence", "residence-permit", "digid", "known-in-person", "via-partner", "code-sent", "document-seen", "not-yet"}) {
                    letter.channel = channel, letter.identityMethod = method;
                    expectEnglish(acknowledgement(book(), Language::english, letter), std::string(channel) + " " + method);
                }
            expectEnglish(extension(book(), Language::english, {.frame = englishFrame(), .right = right, .received = on("2026-03-03"), .newDue = on("2026-06-03"), .reason = "There are many documents.", .reader = reader}), "");
            for (const auto ground : {requests::SuspensionGround::identityInDoubt, requests::SuspensionGround::clarificationOfLargeQuantity})
                expectEnglish(suspension(book(), Language::english, {.frame = englishFrame(), .right = right, .received = on("2026-03-03"), .asked = on("2026-03-05"), .ground = ground, .question = "Please call us.", .reader = reader}), "");
        }
}

TEST(EnglishLetters, DecideWithoutDutch) {
    using requests::PartnerKind;
    using requests::Standing;
    for (const auto right : allRights)
        for (const auto kind : {PartnerKind::safeHome, PartnerKind::youthProtection, PartnerKind::childProtectionBoard, PartnerKind::localTeam, PartnerKind::careSafetyHouse, PartnerKind::treatment, PartnerKind::unknown})
            for (const auto standing : {Standing::publicBody, Standing::other, Standing::contested})
                for (int outcome = 0; outcome <= 2 * static_cast<int>(Outcome::notTakenUp) + 1; ++outcome) {
                    auto letter = someDecision();
                    letter.reader = outcome % 2 ? Reader::child : Reader::adult;
                    letter.frame = englishFrame(), letter.right = right, letter.about = {"yourself", "Daan"}, letter.outcome = static_cast<Outcome>(outcome / 2);
                    letter.controller = {.name = "Example", .kind = kind, .standing = standing, .decidingOrgan = "het bestuur van Example", .court = "rechtbank Example", .postalAddress = "Postbus 200"};
                    letter.grounds.clear();
                    for (const auto& ground : requests::groundIds()) letter.grounds.push_back({ground, 1});
                    letter.explanations = {book().word("about-child", "child", Language::english)};
                    expectEnglish(decision(book(), Language::english, letter), requests::toText(right) + " outcome " + std::to_string(outcome));
                }
}

TEST(EnglishLetters, ListAndAccountWithoutDutch) {
    Inventory list{.frame = englishFrame(), .items = {}};
    int number = 0;
    for (const auto& ground : requests::groundIds())
        list.items.push_back({.number = ++number, .date = number % 2 ? std::optional{on("2026-01-12")} : std::nullopt, .title = "Report", .partner = "Example", .pages = 2,
                              .shown = number % 2 ? Shown::partly : Shown::withheld, .grounds = {ground}});
    list.items.push_back({.number = ++number, .date = {}, .title = "Report", .partner = book().word("partner", "not-named", Language::english), .pages = 1, .shown = Shown::released, .grounds = {}});
    expectEnglish(inventory(book(), Language::english, list), "");
    Completeness statement{.frame = englishFrame(), .received = on("2026-03-03"), .partners = {}};
    for (const auto* answer : {"delivered-in-full", "delivered-in-part", "nothing-held", "nothing-visible", "refused", "no-answer"})
        for (const auto* standing : {"public", "other", "contested"})
            statement.partners.push_back({.partner = "Example", .asked = {}, .answered = {}, .searchedIn = {}, .searchedWith = {}, .answer = answer, .explanation = {},
                                          .whatNow = book().word("no-answer", standing, Language::english), .delivered = 0, .missing = {}});
    for (const auto named : {Named::everything, Named::notEverything}) {
        statement.completely = named;
        expectEnglish(completeness(book(), Language::english, statement), "");
    }
}

// The detector sees Dutch in the Dutch letter: this test can fail.
TEST(EnglishLetters, WouldBeFoundOut) {
    std::size_t found = 0;
    for (const auto& line : linesOf(acknowledgement(book(), Language::dutch, someAcknowledgement()).html)) found += !tests::dutchIn(line).empty();
    EXPECT_GT(found, 10u);
}

}  // namespace service::letters
