#include "service/requests/decision.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace service::requests {
namespace {

using testing::HasSubstr;
using testing::Not;
Date on(const std::string& iso) { return parseIso(iso).value(); }
const Terms terms;
const Calendar calendar;
constexpr PartnerKind allKinds[]{PartnerKind::safeHome, PartnerKind::youthProtection, PartnerKind::childProtectionBoard, PartnerKind::localTeam,
                                 PartnerKind::careSafetyHouse, PartnerKind::youthCare, PartnerKind::wmoProvider, PartnerKind::treatment, PartnerKind::unknown};

Controller controller(Standing standing, PartnerKind kind = PartnerKind::safeHome) {
    return {.name = "Veilig Thuis Voorbeeld", .kind = kind, .standing = standing, .decidingOrgan = "het dagelijks bestuur",
            .court = "rechtbank Voorbeeldland", .postalAddress = "Postbus 1, 1000 AA Voorbeeld"};
}

std::vector<Remedy::Route> routesOf(const Remedies& remedies) {
    std::vector<Remedy::Route> routes;
    for (const auto& remedy : remedies.routes) routes.push_back(remedy.route);
    return routes;
}

TEST(Standing, FollowsWhatCourtsDecided) {
    struct Row {
        const char* story;
        PartnerKind kind;
        LegalForm form;
        Standing standing;
    };
    for (const auto& row : {Row{"P1 RvdK", PartnerKind::childProtectionBoard, LegalForm::state, Standing::publicBody},
                            Row{"P1 ZVH, mayor", PartnerKind::careSafetyHouse, LegalForm::municipality, Standing::publicBody},
                            Row{"P1 joint regional body", PartnerKind::careSafetyHouse, LegalForm::jointRegionalBody, Standing::publicBody},
                            Row{"P2 GI foundation", PartnerKind::youthProtection, LegalForm::foundation, Standing::other},
                            Row{"P2 Veilig Thuis foundation", PartnerKind::safeHome, LegalForm::foundation, Standing::other},
                            Row{"P3 Veilig Thuis run by the college", PartnerKind::safeHome, LegalForm::municipality, Standing::publicBody},
                            Row{"P4 Veilig Thuis in a GGD", PartnerKind::safeHome, LegalForm::insideHealthService, Standing::contested},
                            Row{"P4 municipality's youth file", PartnerKind::localTeam, LegalForm::municipality, Standing::contested},
                            Row{"P5 practice", PartnerKind::treatment, LegalForm::practice, Standing::other}})
        EXPECT_EQ(usualStanding(row.kind, row.form), row.standing) << row.story;
}

TEST(Remedies, OfAPublicBodyAreBezwaarWithItsDate) {
    const auto remedies = remediesOf(controller(Standing::publicBody), on("2026-02-10"), {}, terms, calendar);
    EXPECT_EQ(remedies.decisionWord, "besluit");
    EXPECT_EQ(routesOf(remedies), (std::vector{Remedy::objection, Remedy::authorityComplaint, Remedy::ownComplaint}));
    EXPECT_THAT(remedies.routes[0].paragraph, HasSubstr("tot en met 24 maart 2026. Stuur het naar het dagelijks bestuur, Postbus 1"));
    EXPECT_THAT(remedies.routes[0].englishParagraph, HasSubstr("24 March 2026"));
    EXPECT_TRUE(remedies.contestedNote.empty());
}

TEST(Remedies, OfAFoundationAreThePetition) {
    const auto remedies = remediesOf(controller(Standing::other), on("2026-02-10"), on("2026-02-12"), terms, calendar);
    EXPECT_EQ(remedies.decisionWord, "beslissing");
    EXPECT_EQ(routesOf(remedies), (std::vector{Remedy::petition, Remedy::authorityComplaint, Remedy::ownComplaint}));
    EXPECT_THAT(remedies.routes[0].paragraph, HasSubstr("de rechtbank Voorbeeldland"));
    EXPECT_THAT(remedies.routes[0].paragraph, HasSubstr("26 maart 2026"));
    for (const auto& route : remedies.routes) EXPECT_THAT(route.paragraph, Not(HasSubstr("bezwaar")));
}

TEST(Remedies, NameBothRoutesWhereCourtsSplit) {
    const auto remedies = remediesOf(controller(Standing::contested), on("2026-02-10"), on("2026-02-12"), terms, calendar);
    EXPECT_EQ(routesOf(remedies), (std::vector{Remedy::objection, Remedy::petition, Remedy::authorityComplaint, Remedy::ownComplaint}));
    EXPECT_EQ(remedies.earliestEnd, on("2026-03-24"));
    EXPECT_THAT(remedies.contestedNote, HasSubstr("vroegste datum aan: 24 maart 2026"));
    EXPECT_THAT(remedies.contestedNote, HasSubstr("Awb art. 6:15"));
}

TEST(Remedies, MentionTheDisciplinaryBoardForTreatmentOnlyAndWithoutTerm) {
    for (const auto kind : allKinds) {
        const auto last = remediesOf(controller(Standing::other, kind), on("2026-02-10"), {}, terms, calendar).routes.back();
        EXPECT_EQ(last.route == Remedy::disciplinary, kind == PartnerKind::treatment);
        if (last.route == Remedy::disciplinary) { EXPECT_FALSE(last.clock); }
    }
}

TEST(Law, IsNeverCitedWhereItDoesNotApply) {
    struct Row {
        PartnerKind kind;
        const char* citation;
        bool allowed;
    };
    for (const auto& row : {Row{PartnerKind::safeHome, "Wmo 2015 art. 5.3.2; AVG art. 15", true}, Row{PartnerKind::safeHome, "Jeugdwet art. 7.3.10", false},
                            Row{PartnerKind::youthProtection, "Jeugdwet art. 7.3.10; AVG art. 15", true}, Row{PartnerKind::youthProtection, "AVG art. 15; Wmo 2015 art. 5.3.2", false},
                            Row{PartnerKind::childProtectionBoard, "UAVG art. 41 lid 1 onder i", true}, Row{PartnerKind::childProtectionBoard, "Jeugdwet art. 7.3.11", false},
                            Row{PartnerKind::careSafetyHouse, "Wmo 2015 art. 5.3.1", false}, Row{PartnerKind::localTeam, "Wmo 2015 art. 5.3.2", true},
                            Row{PartnerKind::treatment, "BW art. 7:456", true}, Row{PartnerKind::safeHome, "BW art. 7:456", false},
                            Row{PartnerKind::safeHome, "BW art. 1:377c", true}, Row{PartnerKind::unknown, "Wmo 2015", false}, Row{PartnerKind::unknown, "Grondwet", false}})
        EXPECT_EQ(mayCite(row.kind, row.citation), row.allowed) << row.citation;
    for (const auto kind : allKinds) {
        const auto law = lawOf(kind);
        for (const auto& citation : {law.access, law.ownDataOnly, law.refusal, law.othersPrivacy}) EXPECT_TRUE(mayCite(kind, citation)) << citation;
        EXPECT_EQ(law.ownDataOnly, "AVG art. 15");
    }
}

TEST(Grounds, AreWordedForEveryPartnerWithItsOwnLaw) {
    ASSERT_EQ(groundIds().size(), 12u);
    for (const auto kind : allKinds)
        for (const auto& ground : groundIds()) {
            const auto wording = wordingOf(ground, kind).value();
            EXPECT_TRUE(mayCite(kind, wording.source)) << ground << ": " << wording.source;
            EXPECT_FALSE(wording.words.empty() || wording.english.empty() || wording.source.empty());
            EXPECT_THAT(wording.words, Not(HasSubstr("adres")));
        }
    EXPECT_FALSE(wordingOf("onbekend", PartnerKind::safeHome));
    EXPECT_THAT(wordingOf("reporter", PartnerKind::safeHome)->source, HasSubstr("5.3.1 lid 4"));
    EXPECT_THAT(wordingOf("reporter", PartnerKind::youthProtection)->source, Not(HasSubstr("Wmo")));
}

TEST(PartnerKind, IsUnknownForEveryOtherWord) {
    EXPECT_EQ(partnerKindFrom("veilig-thuis"), PartnerKind::safeHome);
    EXPECT_EQ(partnerKindFrom("zorg-en-veiligheidshuis"), PartnerKind::careSafetyHouse);
    EXPECT_EQ(partnerKindFrom("jeugdhulp"), PartnerKind::youthCare);
    EXPECT_EQ(partnerKindFrom("wmo-aanbieder"), PartnerKind::wmoProvider);
    EXPECT_EQ(partnerKindFrom("gemeente"), PartnerKind::localTeam);
    for (const char* practitioner : {"ggz", "huisarts", "behandelaar"}) EXPECT_EQ(partnerKindFrom(practitioner), PartnerKind::treatment) << practitioner;
    EXPECT_EQ(partnerKindFrom("school"), PartnerKind::unknown);
    EXPECT_EQ(partnerKindFrom(""), PartnerKind::unknown);
}

}  // namespace
}  // namespace service::requests
