// What must stand there before a point may be decided, as rows that a lawyer can read and add to: items.txt.
#include "service/requests/items.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "service/requests/disguise.h"
#include "service/requests/stock_reasons.h"
#include "tests/unit/requests/table_rows.h"

namespace service::requests {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts;
    std::istringstream in{text};
    for (std::string part; std::getline(in, part, at);) parts.push_back(tests::trimmed(part));
    return parts;
}

bool is(const std::vector<std::string>& who, const char* what) { return std::ranges::count(who, what) > 0; }

ItemFacts factsOf(const std::string& right, const std::string& partner, const std::string& whoText) {
    const auto who = split(whoText, ',');
    ItemFacts facts;
    facts.right = rightFrom(right).value();
    facts.partner = partnerKindFrom(partner);
    facts.client = is(who, "client"), facts.restrictionStands = is(who, "restricted");
    facts.acting = {is(who, "child") || is(who, "adult"), is(who, "child"), is(who, "rep"), is(who, "holder"), is(who, "child11")};
    facts.today = *parseIso("2026-03-12");
    facts.names = {"Noor", "Sem", "Bo", "Kuiper"};
    return facts;
}

ItemAnswer answerOf(const std::string& choice, const std::string& fields) {
    ItemAnswer answer{choice, {}};
    for (const auto& part : split(fields, ';')) {
        const auto equals = part.find('=');
        answer.fields[part.substr(0, equals)] = part.substr(equals + 1);
    }
    return answer;
}

std::string saying(const std::vector<Lack>& lacks) {
    std::string text;
    for (const auto& it : lacks) text += (text.empty() ? "" : ";") + it.field + "=" + it.code;
    return text.empty() ? "-" : text;
}

TEST(Items, AreDecidedOnlyWithWhatTheLawAsks) {
    const auto rows = tests::rowsOf("items.txt", 7);
    std::set<std::string> procedure, choices;
    for (const auto& row : rows) {
        EXPECT_EQ(saying(lacking(factsOf(row[1], row[2], row[3]), answerOf(row[4], row[5]))), row[6]) << row[0] << ' ' << row[1] << ' ' << row[4] << ": " << row[5];
        procedure.insert(row[0]), choices.insert(row[1] + " " + row[4]);
    }
    for (const char* wanted : {"P6", "P7", "P8", "P10", "P11"}) EXPECT_TRUE(procedure.contains(wanted)) << wanted;
    for (const auto& choice : itemChoices()) EXPECT_TRUE(choices.contains(toText(choice.right) + " " + choice.id)) << choice.id << " stands in no row";
}

TEST(Items, EveryFieldThatIsNeededBlocksAloneWhenItIsEmpty) {
    for (const auto& choice : itemChoices()) {
        const auto facts = factsOf(toText(choice.right), "raad-voor-de-kinderbescherming", "client,restricted");
        for (const auto& field : choice.fields) {
            const auto lacks = lacking(facts, {choice.id, {}});
            const bool named = std::ranges::any_of(lacks, [&](const Lack& it) { return it.field == field.name; });
            EXPECT_EQ(named, field.needed) << choice.id << ' ' << field.name;
        }
    }
}

// P9: in a file kept for the other parent the act's own right is not open, and no letter may cite it.
TEST(Items, RestOnTheActOnlyWhereItGivesTheRight) {
    struct Row {
        const char *right, *partner, *who, *choice, *source;
        bool actOpen;
    };
    const Row rows[] = {{"erasure", "gecertificeerde-instelling", "client", "erased", "Jeugdwet art. 7.3.9; AVG art. 17", true},
                        {"erasure", "gecertificeerde-instelling", "", "erased", "AVG art. 17", false},
                        {"erasure", "gecertificeerde-instelling", "", "interest-refused", "AVG art. 17 lid 3", false},
                        {"erasure", "veilig-thuis", "client", "interest-refused", "Wmo 2015 art. 5.3.5 lid 2; AVG art. 17 lid 3", true},
                        {"erasure", "raad-voor-de-kinderbescherming", "client", "archive-refused", "AVG art. 17 lid 3 onder b; Archiefwet", true},
                        {"erasure", "lokaal-team", "", "erased", "AVG art. 17", true},
                        {"rectification", "lokaal-team", "client", "opinion-statement", "Wmo 2015 art. 5.3.2 lid 5; AVG art. 16", true},
                        {"rectification", "gecertificeerde-instelling", "client", "opinion-offered", "Jeugdwet art. 7.3.8 lid 2; AVG art. 16", true},
                        {"rectification", "gecertificeerde-instelling", "", "opinion-statement", "AVG art. 16", false},
                        {"objection", "lokaal-team", "client", "consent-withdrawn", "AVG art. 7 lid 3; Privacyprotocol art. 6.4", true}};
    for (const auto& row : rows) {
        const auto facts = factsOf(row.right, row.partner, row.who);
        const auto law = lawOf(*findChoice(facts.right, row.choice), facts);
        EXPECT_EQ(law.source, row.source);
        EXPECT_EQ(law.actOpen, row.actOpen) << row.choice;
    }
}

TEST(Items, NoPartnerCitesALawOfAnother) {
    for (const auto& choice : itemChoices())
        for (const char* partner : {"veilig-thuis", "gecertificeerde-instelling", "raad-voor-de-kinderbescherming", "lokaal-team", "zorg-en-veiligheidshuis", "behandelaar", "iets"})
            for (const char* who : {"client", ""}) {
                const auto facts = factsOf(toText(choice.right), partner, who);
                const auto law = lawOf(choice, facts);
                EXPECT_FALSE(law.source.empty()) << choice.id;
                EXPECT_TRUE(mayCite(facts.partner, law.source)) << choice.id << ' ' << partner << ": " << law.source;
            }
}

// P11: a family file is not opened by the Woo; what is left is the asker's own data, under the GDPR.
TEST(Items, AFamilyFileUnderTheWooBecomesARequestForOnesOwnData) {
    const auto found = disguises("Met een beroep op de Wet open overheid vraag ik het hele gezinsdossier van mijn buren", Right::access);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front().code, "disguised-woo");
    EXPECT_NE(found.front().explanation.find("inzage in de eigen gegevens"), std::string::npos);
}

// P7 and P8: the same words for the facts, for why they are needed and for the interest. reasons.txt
TEST(Items, AskReasonsOfThisFileAndNotOnesThatFitEveryFile) {
    std::map<std::string, int> told;
    for (const auto& row : tests::rowsOf("reasons.txt", 2)) {
        ++told[row[0]];
        for (const char* field : {"facts", "needed", "interest"}) {
            const auto facts = factsOf("erasure", "veilig-thuis", "client");
            const auto lacks = lacking(facts, {"interest-refused", {{field, row[1]}}});
            const bool named = std::ranges::any_of(lacks, [&](const Lack& it) { return it.field == field && it.code != "missing"; });
            EXPECT_EQ(named, row[0] == "stock") << field << ": " << row[1];
        }
    }
    EXPECT_GE(told["stock"], 30);
    EXPECT_GE(told["own"], 15);
}

TEST(Items, TheOtherIsSomebodyOfThisFile) {
    const std::pair<const char*, bool> rows[] = {{"Noor", true}, {"halfzus Noor Kuiper", true}, {"de halfzus van verzoeker", true}, {"de minderjarige helft: Noor en Sem", true}, {"moeder", true},
                                                 {"de kinderen", false}, {"anderen in het gezin", false}, {"een derde", false}, {"de andere betrokkenen", false}, {"iemand", false}, {"minderjarigen", false}};
    for (const auto& [who, expected] : rows) EXPECT_EQ(namesSomeone(who, {"Noor", "Sem", "Bo", "Kuiper"}), expected) << who;
    EXPECT_FALSE(namesSomeone("Kees", {"Noor"})) << "not of this file";
}

// P7 and P13: reasons that would fit every file.
TEST(StockReasons, AreToldFromReasonsOfThisFile) {
    using enum StockReason;
    const std::pair<const char*, std::optional<StockReason>> rows[] = {
        {"Wij bewaren 20 jaar", retention}, {"de wettelijke bewaartermijn loopt nog", retention}, {"We keep it for twenty years", retention},
        {"het kan nuttig zijn bij een volgende melding", futureReport}, {"may help in a future report", futureReport},
        {"voor de veiligheid van kinderen in het algemeen", childrenInGeneral}, {"Hij weet het al.", knownAlready}, {"dit is reeds bekend bij vader", knownAlready},
        {"vader kent deze mails al", knownAlready},
        {"zonder de meldingen van 2023 leest school een nieuw signaal als het eerste", std::nullopt}, {"", std::nullopt},
        {"Noor is negen en woont bij moeder; de melding van mei ging over haar arm", std::nullopt}};
    for (const auto& [text, expected] : rows) EXPECT_EQ(stockReason(text), expected) << text;
}

TEST(Items, TogetherAreGrantedRefusedOrPartly) {
    using enum Answer;
    const std::pair<std::vector<Answer>, Answer> rows[] = {{{granted}, granted}, {{refused, refused}, refused}, {{granted, refused}, partly}, {{partly, refused}, partly},
                                                           {{notTakenUp}, notTakenUp}, {{notTakenUp, refused}, refused}, {{notTakenUp, granted}, partly}, {{partly}, partly}};
    for (const auto& [answers, expected] : rows) EXPECT_EQ(overall(answers), expected);
}

TEST(Items, RecipientsAreLinesAndNobodyIsNone) {
    EXPECT_EQ(recipientsIn("Rechtbank\r\n\n  School \n"), (std::vector<std::string>{"Rechtbank", "School"}));
    EXPECT_TRUE(recipientsIn("Niemand").empty());
    EXPECT_EQ(recipientAddress("De Linde").name, "De Linde");
    EXPECT_TRUE(recipientAddress("De Linde").lines.empty());
    const auto school = recipientAddress("basisschool De Linde ; Dorpsstraat 1,  1234 AB Dorp");
    EXPECT_EQ(school.name, "basisschool De Linde");
    EXPECT_EQ(school.lines, (std::vector<std::string>{"Dorpsstraat 1", "1234 AB Dorp"}));
    EXPECT_EQ(namedValues("naam: A\ntelefoon: 06: 1")->at(1), (std::pair<std::string, std::string>{"telefoon", "06: 1"}));
    EXPECT_FALSE(namedValues("naam:"));
}

TEST(Excessive, NeedsReasonsOfItsOwnAndWhatWasOffered) {
    const std::tuple<ExcessiveClaim, const char*> rows[] = {
        {{"repeated", "derde keer in twee maanden dezelfde stukken, zonder dat er iets is bijgekomen", "LW-2026-0001 en LW-2026-0007; niets veranderd", "alleen het nieuwe verslag sturen"}, "-"},
        {{"repeated", "derde keer in twee maanden dezelfde stukken, zonder dat er iets is bijgekomen", "", ""}, "earlier=missing;offered=missing"},
        {{"unfounded", "", "", "een gesprek"}, "why=missing"},
        {{"druk", "te veel werk voor ons team met al die mappen", "", "een gesprek"}, "kind=unknown-option"},
        {{"unfounded", "hij weet het al", "", "een gesprek"}, "why=only-known"}};
    for (const auto& [claim, expected] : rows) EXPECT_EQ(saying(lacking(claim)), expected);
}

}  // namespace
}  // namespace service::requests
