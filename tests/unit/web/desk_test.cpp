// What whoever logs a request at the desk learns of the requester: what was typed there, and no address anybody else recorded.
#include <cstdio>
#include <fstream>

#include "tests/unit/web/parted_region.h"

namespace {

using namespace tests;

class Desk : public PartedRegion {
  protected:
    Desk() { setPartners({"vt"}); }
    service::store::Channel channel(const std::string& person, const std::string& kind, const std::string& address, const std::string& place, const std::string& by) {
        service::store::Channel it;
        it.householdId = region.householdId, it.personId = person, it.kind = kind, it.address = address, it.place = place;
        it.from = std::chrono::year{2025} / 12 / 1, it.source = "dossier", it.recordedBy = region.accounts[by];
        const auto now = region.clock.now();
        region.clock.moveTo(service::momentFromIso("2025-12-01T09:00:00Z"));
        const auto made = region.store->channels().add(it);
        region.clock.moveTo(now);
        return made;
    }
    // A request that the desk logs in somebody's name.
    std::string askedFor(const std::string& person, const std::string& identity = "passport") {
        auto form = asked({{"partners_shown", "1"}, {"partner", "vt"}});
        for (auto& [name, value] : form) {
            if (name == "requester" || name == "subject") value = person;
            if (name == "identity_method") value = identity;
        }
        EXPECT_EQ(signedIn("balie").post("/verzoeken/nieuw", form).status, 303);
        return region.store->requests().all().front().id;
    }
    std::string at(const std::string& request, const std::string& part) { return "/verzoeken/" + request + "/" + part; }
    std::string words(const Answer& pdf) {
        const auto file = (region.folder / "brief.pdf").string();
        std::ofstream(file, std::ios::binary) << pdf.body;
        std::string text;
        auto* pipe = ::popen(("pdftotext " + file + " - 2>/dev/null").c_str(), "r");
        for (char buffer[4096]; const auto got = ::fread(buffer, 1, sizeof buffer, pipe);) text.append(buffer, got);
        ::pclose(pipe);
        return text;
    }
    Form post(const std::string& number) {
        return {{"kind", "post"}, {"street", "Baliestraat"}, {"number", number}, {"postcode", "1111 AA"}, {"city", "Proefstad"}, {"from", "2026-03-12"}, {"source", "zij zelf"}};
    }
};

}  // namespace

TEST_F(Desk, ReadsNoAddressOfWhomItLogsARequestFor) {
    const auto request = askedFor("moeder", "not-yet");
    auto desk = signedIn("balie");
    for (const auto* page : {"contact", "identiteit"}) {
        const auto got = desk.get(at(request, page));
        ASSERT_EQ(got.status, 200) << page;
        for (const auto* secret : {"Verborgenpad", "9999", "Schuildorp"}) EXPECT_FALSE(holds(got, secret)) << page << " " << secret;
    }
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(at(request, "contact")), "Verborgenpad")) << "who handles it does";
}

TEST_F(Desk, ReadsNoRecordedChannelNorWhereALetterGoes) {
    channel("vader", "post", "Lindelaan 12\n5555 CD  Proefstad", "5555CD/12", "beoordelaar");
    channel("vader", "email", "ben@voorbeeld.test", "ben@voorbeeld.test", "officer");
    const auto request = askedFor("vader");
    auto desk = signedIn("balie");
    for (const auto* page : {"contact", "identiteit", "verstrekking"}) {
        const auto got = desk.get(at(request, page));
        ASSERT_EQ(got.status, 200) << page;
        for (const auto* known : {"Lindelaan", "5555", "voorbeeld.test"}) EXPECT_FALSE(holds(got, known)) << page << " " << known;
    }
    const auto letter = words(desk.get(at(request, "ontvangstbevestiging.pdf")));
    EXPECT_EQ(letter.find("Lindelaan"), letter.npos) << letter;
    EXPECT_NE(letter.find("Adres bij ons bekend"), letter.npos) << letter;
    const auto application = region.store->requests().load(request).applicationId;
    EXPECT_EQ(words(desk.get("/aanvragen/" + application + "/ontvangstbevestiging.pdf")).find("Lindelaan"), std::string::npos);
    EXPECT_NE(words(signedIn("beoordelaar").get(at(request, "ontvangstbevestiging.pdf"))).find("Lindelaan"), std::string::npos);
}

TEST_F(Desk, SeesWhatItTypedItselfAndNothingGoesThereUntilAnotherConfirms) {
    const auto request = askedFor("vader");
    auto desk = signedIn("balie");
    ASSERT_EQ(desk.post(at(request, "contact"), post("1")).status, 303);
    EXPECT_TRUE(holds(desk.get(at(request, "contact")), "Baliestraat"));
    const auto typed = region.store->channels().ofPerson(region.householdId, "vader").at(0);
    EXPECT_TRUE(typed.needsSecond);
    EXPECT_TRUE(holds(signedIn("beoordelaar").get("/werkvoorraad"), "Bevestig bij Veilig contact"));
    desk.post(at(request, "contact/" + typed.id + "/bevestigen"), {});
    EXPECT_TRUE(region.store->channels().load(typed.id).confirmedBy.empty());
    signedIn("beoordelaar").post(at(request, "contact/" + typed.id + "/bevestigen"), {});
    EXPECT_FALSE(region.store->channels().load(typed.id).confirmedBy.empty());
    desk.post(at(request, "contact/" + typed.id + "/beeindigen"), {{"why", "toch niet"}});
    EXPECT_FALSE(region.store->channels().load(typed.id).endedAt) << "once confirmed it is not the desk's";
}

TEST_F(Desk, EndsNoChannelThatAnotherRecorded) {
    const auto theirs = channel("vader", "post", "Lindelaan 12\n5555 CD  Proefstad", "5555CD/12", "beoordelaar").id;
    const auto request = askedFor("vader");
    signedIn("balie").post(at(request, "contact/" + theirs + "/beeindigen"), {{"why", "verhuisd"}});
    EXPECT_FALSE(region.store->channels().load(theirs).endedAt);
}

// At the counter others look along: of a partner that gives a place away no day stands there, nor why.
TEST_F(Desk, ReadsNoDayOfAPartnerItMayNotName) {
    setPartners({"vt", "schuil"});
    askedFor("vader");
    std::string own;
    for (const auto& it : region.store->requests().all())
        if (it.partnerId == "vt") own = it.id;
    for (const auto& [partner, reason] : {std::pair{"vt", "de school weet het nog niet"}, {"schuil", "moeder is daar net aangekomen"}}) {
        service::store::ClockDay it;
        it.requestId = own, it.partnerId = partner, it.kind = "recorded", it.on = std::chrono::year{2026} / 3 / 2, it.reason = reason, it.recordedBy = region.accounts["beoordelaar"];
        region.store->clockDays().add(it);
    }
    const auto page = signedIn("balie").get(at(own, "termijnen"));
    EXPECT_TRUE(holds(page, "de school weet het nog niet"));
    EXPECT_FALSE(holds(page, "Schuilplek"));
    EXPECT_FALSE(holds(page, "moeder is daar net aangekomen"));
    EXPECT_TRUE(holds(signedIn("beoordelaar").get(at(own, "termijnen")), "moeder is daar net aangekomen")) << "who handles it does";
}

// On it hangs until when somebody may go to court: the counter hears of it and passes it on.
TEST_F(Desk, RecordsNoDayThatAClockRunsFromAndIsToldWhoDoes) {
    setPartners({"vt", "schuil"});
    askedFor("vader");
    std::string own;
    for (const auto& it : region.store->requests().all())
        if (it.partnerId == "vt") own = it.id;
    auto desk = signedIn("balie");
    const auto page = desk.get(at(own, "termijnen"));
    EXPECT_TRUE(holds(page, "Geef de dag door aan wie dit verzoek behandelt"));
    EXPECT_FALSE(holds(page, "termijn/dag"));
    for (const auto* partner : {"vt", "schuil"})
        for (const auto& got : {desk.get(at(own, "termijn/dag?soort=recorded")), desk.post(at(own, "termijn/dag"), {{"kind", "recorded"}, {"partner", partner}, {"day", "2026-03-02"}})}) {
            EXPECT_EQ(got.status, 403) << partner;
            EXPECT_TRUE(holds(got, "Deze dag legt een behandelaar vast"));
        }
    EXPECT_TRUE(region.store->clockDays().ofRequest(own).empty());
    EXPECT_EQ(signedIn("beoordelaar").post(at(own, "termijn/dag"), {{"kind", "recorded"}, {"partner", "vt"}, {"day", "2026-03-02"}}).status, 303);
    const auto kept = region.store->clockDays().ofRequest(own).at(0).id;
    EXPECT_FALSE(holds(desk.get(at(own, "termijnen")), "/ongedaan"));
    EXPECT_EQ(desk.post(at(own, "termijn/dagen/" + kept + "/ongedaan"), {{"why", "toch niet"}}).status, 403);
    EXPECT_EQ(region.store->clockDays().ofRequest(own).size(), 1u);
}

// A first request to record an address, a second one to have a code sent there.
TEST_F(Desk, ACodeProvesNothingWhereOnlyTheDeskWroteItDown) {
    const auto typed = channel("vader", "email", "vreemd@voorbeeld.test", "vreemd@voorbeeld.test", "balie").id;
    const auto phone = channel("vader", "phone", "0612345678", "0612345678", "beoordelaar").id;
    const auto request = askedFor("vader", "not-yet");
    auto desk = signedIn("balie");
    const auto refused = desk.post(at(request, "identiteit/code"), {{"channel", typed}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(holds(refused, "alleen aan de balie"));
    const auto unseen = desk.post(at(request, "identiteit/code"), {{"channel", phone}});
    EXPECT_EQ(unseen.status, 422) << "it cannot ring a number that it does not see";
    EXPECT_FALSE(holds(unseen, "0612345678"));
    EXPECT_EQ(signedIn("beoordelaar").post(at(request, "identiteit/code"), {{"channel", phone}}).status, 200);
}
