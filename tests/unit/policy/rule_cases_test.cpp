// Every rule R1–R27 in one row at least: a text, a request, and what must be proposed for it. A rule that is taken out of
// the rule files, or without a row here, fails.
#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "tests/unit/policy/invented_family.h"

namespace {

using namespace redaction;
using household::AccessRequest;
using household::Case;
using policy::Decision;
using policy::Proposal;
using policy::Scope;

const policy::RuleSet& rules() {
    static const auto loaded = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
    return loaded;
}

AccessRequest asks(const char* requester, const char* capacity, std::vector<std::string> subjects) {
    AccessRequest r;
    r.id = "r1";
    r.requester = requester;
    r.capacity = capacity;
    r.subjects = std::move(subjects);
    r.addressedTo = "vt";
    return r;
}
const AccessRequest kFather = asks("vader", "self", {"vader"});
const AccessRequest kMother = asks("moeder", "self", {"moeder"});

using Change = std::function<void(Case&)>;
const Change kAsItIs = [](Case&) {};
void noAuthority(Case& c) {
    for (auto& a : c.authority)
        if (a.holder == "vader") a.type = "none";
}
void hideMother(Case& c) { c.protections.push_back({"moeder", {"vader"}, {"address", "postcode", "place", "phone", "school", "gp"}, "proef", {}, {}, {}}); }

struct Row {
    const char* rule;
    Change change;
    AccessRequest request;
    std::string text;      // the last line is judged
    Decision decision;
    const char* ground;
    const char* span = ""; // not empty: the span with this text is looked at
    const char* partner = "vt";
};

const std::vector<Row>& rows() {
    static const std::vector<Row> all{
        {"R1", kAsItIs, kFather, "Vader volgt sinds mei een cursus en komt altijd op tijd.", Decision::release, ""},
        {"R1", kAsItIs, kFather, "Over vader vertelt moeder dat hij vaak laat thuiskwam.", Decision::release, ""},
        {"R2", kAsItIs, asks("vader", "parent", {"kind1"}), "Tijn speelt graag met water en slaapt goed.", Decision::release, ""},
        {"R3", kAsItIs, asks("vader", "parent", {"kind2"}), "Jinte vertelt in vertrouwen dat zij spijbelt.", Decision::judge, "child-confidence"},
        {"R3", kAsItIs, asks("vader", "parent", {"kind2"}), "Jinte haalt goede cijfers voor wiskunde.", Decision::release, ""},
        {"R4", kAsItIs, asks("vader", "parent", {"kind1"}), "Tijn zegt zacht: \"Niet tegen papa zeggen, maar ik heb altijd buikpijn.\"", Decision::judge, "good-care"},
        {"R4", kAsItIs, kFather, "Intern overleg van het team: wij zoeken een manier om vader te steunen.", Decision::judge, "good-care"},
        {"R5", kAsItIs, asks("moeder", "parent", {"kind3"}), "Bram werkt op zaterdag in een fietsenwinkel.", Decision::redact, "child-16plus"},
        {"R6", [](Case& c) { invented::who(c, "kind3").able = false; }, asks("moeder", "parent", {"kind3"}), "Bram vertelt in vertrouwen dat hij niet meer naar school wil.", Decision::judge, "child-confidence"},
        {"R7", noAuthority, asks("vader", "parent", {"kind1"}), "Tijn speelt graag met water en slaapt goed.", Decision::redact, "no-authority"},
        {"R8", kAsItIs, asks("kind2", "self", {"kind2"}), "Jinte haalt goede cijfers voor wiskunde.", Decision::release, ""},
        {"R9", kAsItIs, asks("kind1", "self", {"kind1"}), "Tijn speelt graag met water en slaapt goed.", Decision::judge, "good-care"},
        {"R10", kAsItIs, kFather, "Moeder heeft een nieuwe baan en slaapt beter.", Decision::redact, "third-party"},
        {"R11", kAsItIs, kFather, "VEILIGHEIDSPLAN\nDit plan is met vader en moeder besproken; beiden hebben dezelfde tekst gekregen.\nMoeder belt bij nood haar zus.", Decision::release, ""},
        {"R12", kAsItIs, kFather, "Vader en moeder schreeuwen dan tegen elkaar en hebben allebei spijt.", Decision::judge, "third-party"},
        {"R13", hideMother, kFather, "Moeder woont nu aan de Zandkamp 14 in Oudewater.", Decision::redact, "safety"},
        {"R13", hideMother, kFather, "Vader belde vandaag twee keer; moeder was in Oudewater.", Decision::redact, "safety", "Oudewater"},
        {"R14", kAsItIs, kFather, "GEGEVENS MELDER: mevr. Corrie Mulder, woont in de straat.", Decision::redact, "reporter"},
        {"R15", kAsItIs, kFather, "Melder zat zelf aan tafel en zag hoe vader opstond.", Decision::judge, "reporter"},
        {"R16", kAsItIs, kFather, "Vader sprak vandaag met Tessa Nieboer op kantoor.", Decision::redact, "professional-safety", "Tessa Nieboer"},
        {"R16", kAsItIs, kFather, "Vader sprak vandaag met Nadia Azzouzi op kantoor.", Decision::release, "", "Nadia Azzouzi"},
        {"R17", kAsItIs, kFather, "Werkaantekening, niet bewaren: vader maakt op mij een vermoeide indruk.", Decision::judge, "worknote"},
        {"R17", kAsItIs, kMother, "Werkaantekening, niet bewaren: vader maakt op mij een vermoeide indruk.", Decision::redact, "third-party"},
        {"R18", kAsItIs, kFather, "Intern overleg van het team: wij zoeken een manier om vader te steunen.", Decision::judge, "other-controller", "", "rvdk"},
        {"R19", kAsItIs, kFather, "Politie: mutatie van 3 mei, vader is aangesproken in het portiek.", Decision::judge, "police-data"},
        {"R20", kAsItIs, kFather, "Lopend onderzoek: vader wordt volgende week als verdachte gehoord.", Decision::judge, "investigation"},
        {"R21", kAsItIs, kFather, "Moeder heeft een depressie en gebruikt medicatie.", Decision::redact, "third-party"},
        {"R22", [](Case& c) { invented::who(c, "oma").deceased = invented::day("2025-12-01"); }, kFather, "Oma wilde graag in haar eigen huis blijven.", Decision::judge, "third-party"},
        {"R22", [](Case& c) { invented::who(c, "oma").deceased = invented::day("2025-12-01"); invented::who(c, "oma").objectionRecorded = true; }, kFather, "Oma wilde graag in haar eigen huis blijven.", Decision::redact, "third-party"},
        {"R23", [](Case& c) { c.consents.push_back({"oma", "prof1", "volmacht", invented::day("2026-01-01"), {}, {}}); }, asks("prof1", "representative", {"oma"}), "Oma wilde graag in haar eigen huis blijven.", Decision::release, ""},
        {"R23", [](Case& c) { c.consents.push_back({"oma", "prof1", "volmacht", invented::day("2026-01-01"), invented::day("2026-02-01"), {}}); }, asks("prof1", "representative", {"oma"}), "Oma wilde graag in haar eigen huis blijven.", Decision::redact, "third-party"},
        {"R24", [](Case& c) { c.authority.push_back({"kind1", "lt", "guardian", invented::day("2024-01-01"), {}, {}}); }, asks("lt", "guardian", {"kind1"}), "Tijn speelt graag met water en slaapt goed.", Decision::release, ""},
        {"R25", [](Case& c) { invented::who(c, "kind3").birthdate = invented::day("2000-01-01"); }, asks("kind3", "self", {"kind3"}), "Moeder kon in die jaren niet goed voor zichzelf zorgen.", Decision::judge, "third-party"},
        {"R26", kAsItIs, asks("kind2", "self", {"kind2"}), "Vader staat in de akte als juridische vader.", Decision::release, ""},
        {"R27", kAsItIs, kFather, "Vader haalt Tijn op; moeder is te bereiken op 06-12 34 56 78.", Decision::redact, "third-party", "06-12 34 56 78"},
        {"R27", kAsItIs, kFather, "Vader bracht Tijn terug naar moeder en bleef even praten.", Decision::release, "", "Tijn"},
    };
    return all;
}

std::vector<Proposal> proposalsFor(const Row& row) {
    auto c = invented::family();
    invented::who(c, "moeder").addresses[0].secret = row.rule == std::string("R13");
    row.change(c);
    document::Document document;
    document.text = document::toCodePoints(row.text);
    return policy::propose(c, row.request, {{"stuk.txt", row.partner, &document}}, rules(), *c.referenceDate);
}

const Proposal* chosen(const Row& row, const std::vector<Proposal>& proposals) {
    const Proposal* last = nullptr;
    for (const auto& p : proposals) {
        const auto text = document::toUtf8(std::u32string_view(document::toCodePoints(row.text)).substr(p.start, p.end - p.start));
        if (*row.span ? p.scope == Scope::span && text == row.span : p.scope == Scope::passage) last = &p;
    }
    return last;
}

TEST(RuleCases, EveryRowIsProposedAsTheTableSays) {
    for (const auto& row : rows()) {
        const auto proposals = proposalsFor(row);
        const auto* p = chosen(row, proposals);
        ASSERT_NE(p, nullptr) << row.rule << ": " << row.text;
        EXPECT_EQ(policy::toText(p->decision), policy::toText(row.decision)) << row.rule << ": " << row.text << "\n  by " << p->rule << ", " << p->why;
        EXPECT_EQ(p->ground, row.ground) << row.rule << ": " << row.text;
        EXPECT_FALSE(p->why.empty());
        EXPECT_EQ(p->why.find("kind1"), std::string::npos) << "an internal id in " << p->why;
    }
}

TEST(RuleCases, EveryRuleHasARowThatRestsOnIt) {
    std::set<std::string> rested;
    for (const auto& row : rows()) {
        const auto proposals = proposalsFor(row);
        if (const auto* p = chosen(row, proposals)) rested.insert(p->rule);
    }
    for (const auto& rule : rules().rules()) EXPECT_EQ(rested.count(rule.id), 1u) << rule.id << " decides no row";
}

TEST(RuleCases, TheSameInputGivesTheSameProposals) {
    const auto& row = rows().front();
    const auto a = proposalsFor(row), b = proposalsFor(row);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].why + a[i].rule, b[i].why + b[i].rule);
}

TEST(RuleCases, AnEmptyOrStrangeTextIsNoReasonToFail) {
    const auto c = invented::family();
    for (const auto* text : {"", "\n\n", "\x01\x02", "....", "(((((", "'s", "A. B. C. D."}) {
        document::Document document;
        document.text = document::toCodePoints(text);
        EXPECT_NO_THROW(policy::propose(c, kFather, {{"leeg.txt", "vt", &document}}, rules(), *c.referenceDate)) << text;
    }
}

}  // namespace
