// Each law and article that any letter names stands in the one list of service/requests/citable_law.cpp; and each decision
// letter names the remedies that hold for its kind of controller.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "service/letters/item_letters.h"
#include "tests/unit/letters/letters_for_tests.h"
#include "tests/unit/letters/printed_text.h"

namespace service::letters {
namespace {

using nlohmann::json;
using requests::LegalForm;
using requests::PartnerKind;
using requests::Right;
using testing::HasSubstr;
using testing::Not;

const std::vector<PartnerKind> kinds{PartnerKind::safeHome, PartnerKind::youthProtection, PartnerKind::childProtectionBoard, PartnerKind::localTeam,
                                     PartnerKind::careSafetyHouse, PartnerKind::treatment, PartnerKind::unknown};

// From the name of a law on, as far as the line goes: a citation ends by itself.
std::set<std::string> citationsIn(const std::string& text) {
    std::set<std::string> found;
    for (const std::string law : {"UAVG", "AVG", "GDPR", "Awb", "Wmo", "Jeugdwet", "BW", "Dutch Civil Code", "Wet BIG", "Wpg", "Wjsg", "Woo", "Archiefwet", "IVRK", "Privacyprotocol", "Convenant"})
        for (auto at = text.find(law + " "); at != text.npos; at = text.find(law + " ", at + 1)) {
            const bool inner = at > 0 && std::isalpha(static_cast<unsigned char>(text[at - 1]));
            const auto next = text.substr(at + law.size() + 1, 12);
            const bool cites = next.starts_with("art. ") || next.starts_with("section ") || next.starts_with("2015 art. ");
            if (!inner && cites) found.insert(text.substr(at, std::min(text.find_first_of(";\n|", at), text.size()) - at));
        }
    return found;
}

bool anyMayCite(const std::string& citation) {
    return std::ranges::any_of(kinds, [&](auto kind) { return requests::mayCite(kind, citation); });
}

void expectListed(const std::string& text, const std::string& where) {
    for (const auto& citation : citationsIn(text)) EXPECT_TRUE(anyMayCite(citation)) << where << ": " << citation;
}

json read(const std::string& name) {
    std::ifstream in(std::string{LAKWERK_SOURCE_DIR} + "/templates/letters/" + name);
    return json::parse(in);
}

ItemDecisionLetter itemsOf(Right right, PartnerKind kind, requests::Standing standing, Reader reader) {
    ItemDecisionLetter letter;
    letter.frame = someFrame(), letter.controller = someDecision().controller, letter.controller.kind = kind, letter.controller.standing = standing;
    letter.right = right, letter.about = {"uzelf"}, letter.received = on("2026-03-03"), letter.sent = on("2026-04-01"), letter.reader = reader;
    for (const auto* choice : requests::choicesFor(right)) {
        LetterItem item;
        item.number = int(letter.items.size()) + 1, item.what = "een punt", item.choice = choice->id, item.answer = choice->answer;
        for (const auto& field : choice->fields) item.fields[field.name] = field.kind == requests::ItemField::choice ? field.options.front() : field.kind == requests::ItemField::day ? "2025-11-14" : "tekst";
        requests::ItemFacts facts;
        facts.right = right, facts.partner = kind, facts.client = true;
        item.law = requests::lawOf(*choice, facts);
        letter.items.push_back(item);
    }
    return letter;
}

// Every decision letter that there is, of this controller.
std::vector<std::pair<std::string, std::string>> decisionsOf(PartnerKind kind, requests::Standing standing, Language language) {
    std::vector<std::pair<std::string, std::string>> texts;
    for (const auto reader : {Reader::adult, Reader::child}) {
        for (const auto outcome : {Outcome::partly, Outcome::nothingHeld, Outcome::notTakenUp, Outcome::processing}) {
            auto access = someDecision();
            access.controller.kind = kind, access.controller.standing = standing, access.reader = reader, access.outcome = outcome, access.grounds.clear();
            access.reasons = {"Dit is de reden."};
            for (const auto& ground : requests::groundIds()) access.grounds.push_back({ground, 1});
            const auto written = decision(book(), language, access);
            texts.emplace_back(written.name, printedText(written));
        }
        for (const auto right : {Right::rectification, Right::erasure, Right::restriction, Right::objection, Right::portability}) {
            const auto written = itemDecision(book(), language, itemsOf(right, kind, standing, reader));
            texts.emplace_back(written.name, printedText(written));
        }
    }
    return texts;
}

TEST(Citations, OfEveryLetterStandInTheOneList) {
    for (const auto& name : book().names()) {
        for (const auto language : {Language::dutch, Language::english}) expectListed(printedText(book().write(name, language, someFrame(), book().example(name, language))), name);
        for (const auto& basis : book().basis(name)) EXPECT_TRUE(anyMayCite(basis)) << name << ": " << basis;
    }
    for (const auto* file : {"words.json", "processing.json"}) {
        const json words = read(file).flatten();
        for (const auto& [place, value] : words.items())
            if (value.is_string()) expectListed(value, file + place);
    }
}

TEST(Citations, OfADecisionHoldForItsController) {
    for (const auto kind : kinds)
        for (const auto standing : {requests::Standing::publicBody, requests::Standing::other, requests::Standing::contested})
            for (const auto language : {Language::dutch, Language::english})
                for (const auto& [name, text] : decisionsOf(kind, standing, language))
                    for (const auto& citation : citationsIn(text)) EXPECT_TRUE(requests::mayCite(kind, citation)) << name << " of kind " << int(kind) << ": " << citation;
}

TEST(Citations, AreFoundAndJudgedByTheArticle) {
    EXPECT_EQ(citationsIn("Dit mag (AVG art. 12 lid 3). Zie UAVG art. 35; Wmo 2015 art. 5.3.2.").size(), 3u);
    for (const char* unknown : {"AVG art. 99 lid 2", "Wmo 2015 art. 5.3.9", "Woo art. 5.1", "Awb art. 6:7 en 6:99", "GDPR art. 3(1)", "BW art. 7:448"}) EXPECT_FALSE(anyMayCite(unknown)) << unknown;
    for (const char* known : {"AVG art. 12 lid 3 en 4: meteen", "Wmo 2015 art. 5.3.2 lid 3 en 5.3.3 lid 1", "Awb art. 4:17 lid 1 en 2, 6:12", "GDPR art. 18 and 21). Besides", "Awb section 6:15)."}) EXPECT_TRUE(anyMayCite(known)) << known;
}

// Basis: procedure P1–P5
struct Route {
    const char* row;
    PartnerKind kind;
    LegalForm form;
    bool objection, petition, disciplinary;
};

class RemediesInLetters : public testing::TestWithParam<Route> {};

TEST_P(RemediesInLetters, AreThoseOfTheController) {
    const auto& it = GetParam();
    const auto standing = requests::usualStanding(it.kind, it.form);
    const auto says = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };
    for (const auto& [name, text] : decisionsOf(it.kind, standing, Language::dutch)) {
        const bool child = name.ends_with("-child");
        EXPECT_EQ(says(text, child ? "Je kunt een brief sturen aan" : "bezwaarschrift indienen"), it.objection) << it.row << " " << name << text;
        EXPECT_EQ(says(text, child ? "Je kunt de rechter vragen" : "verzoekschrift"), it.petition) << it.row << " " << name;
        EXPECT_EQ(says(text, "Regionaal Tuchtcollege"), it.disciplinary) << it.row << " " << name;
        EXPECT_EQ(says(text, "de vroegste da"), it.objection && it.petition) << it.row << " " << name;
        EXPECT_TRUE(says(text, "13 mei 2026")) << "six weeks from 1 April: " << it.row << " " << name;
        EXPECT_TRUE(says(text, "Autoriteit Persoonsgegevens") && says(text, "Een klacht bij ons")) << it.row << " " << name;
        EXPECT_EQ(text.starts_with("Besluit op"), !child && it.objection && !it.petition) << it.row << " " << name;
    }
    for (const auto& [name, text] : decisionsOf(it.kind, standing, Language::english)) {
        const bool child = name.ends_with("-child");
        EXPECT_EQ(says(text, child ? "You can send a letter to" : "lodge your objection"), it.objection) << it.row << " " << name << text;
        EXPECT_EQ(says(text, child ? "You can ask a judge" : "by petition to review"), it.petition) << it.row << " " << name;
        EXPECT_EQ(says(text, "Regionaal Tuchtcollege"), it.disciplinary) << it.row << " " << name;
    }
}

INSTANTIATE_TEST_SUITE_P(Procedure, RemediesInLetters,
                         testing::Values(Route{"P1 child protection board", PartnerKind::childProtectionBoard, LegalForm::state, true, false, false},
                                         Route{"P1 mayor", PartnerKind::unknown, LegalForm::municipality, true, false, false},
                                         Route{"P1 care and safety house", PartnerKind::careSafetyHouse, LegalForm::jointRegionalBody, true, false, false},
                                         Route{"P1 joint regional body", PartnerKind::unknown, LegalForm::jointRegionalBody, true, false, false},
                                         Route{"P2 certified institution", PartnerKind::youthProtection, LegalForm::foundation, false, true, false},
                                         Route{"P2 youth-care foundation", PartnerKind::unknown, LegalForm::foundation, false, true, false},
                                         Route{"P2 Veilig Thuis foundation", PartnerKind::safeHome, LegalForm::foundation, false, true, false},
                                         Route{"P3 Veilig Thuis of the college", PartnerKind::safeHome, LegalForm::municipality, true, false, false},
                                         Route{"P4 Veilig Thuis inside a GGD", PartnerKind::safeHome, LegalForm::insideHealthService, true, true, false},
                                         Route{"P4 municipality's youth file", PartnerKind::localTeam, LegalForm::municipality, true, true, false},
                                         Route{"P5 doctor or psychologist", PartnerKind::treatment, LegalForm::practice, false, true, true}));

}  // namespace
}  // namespace service::letters
