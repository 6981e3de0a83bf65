// What may be sent where: the ways to a requester, hand-out along one of them only, and letters with an address that is safe.
#include "service/casework/safe_channels.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/archive.h"
#include "service/casework/package_letters.h"
#include "service/casework/release.h"
#include "service/casework/standing.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {
namespace {

class SafeChannels : public ReviewedOffice {
  protected:
    ChannelForm post(const std::string& street, const std::string& number, const std::string& postcode) {
        ChannelForm form;
        form.kind = "post", form.street = street, form.number = number, form.postcode = postcode, form.city = "Proefstad";
        form.from = "2026-03-02", form.source = "verzoeker zelf, aan de balie";
        return form;
    }
    FormOutcome add(const ChannelForm& form) { return addChannel(office, reviewer(), request().id, form); }
    std::string lastChannel() { return store->channels().ofPerson(household().id, "vader").front().id; }
    const Way* wayOf(const std::vector<Way>& ways, const std::string& channel) {
        const auto found = std::find_if(ways.begin(), ways.end(), [&](const auto& it) { return it.channel == channel; });
        return found == ways.end() ? nullptr : &*found;
    }
    bool isOpenFor(const std::string& channel, requests::Sending sending = requests::Sending::package) {
        ways_ = waysTo(office, request(), sending);
        const auto* way = wayOf(ways_, channel);
        return way && way->allowed;
    }
    // A signed package in step sign-off; its bytes are what was signed.
    void signedAndReady() {
        decideEverything();
        store->reviews().finish(request().id, els);
        const std::string zip = "zip";
        store::NewRelease wanted;
        wanted.requestId = request().id, wanted.packageHash = sha256Hex(zip), wanted.packageBlob = store->blobs().write(request().id, zip), wanted.passed = true;
        store->releases().add(wanted);
        store->signOffs().sign(request().id, wanted.packageHash, officer);
        for (const auto& [from, to] : {std::pair{store::Step::review, store::Step::packaging}, {store::Step::packaging, store::Step::signOff}}) store->requests().moveTo(request().id, from, to);
    }
    std::string out(const std::string& channel) { return handOut(office, reviewer(), request().id, channel).code; }
    letters::Frame frame() { return frameOf(office, standingOf(office, store->requests().load(request().id)), nullptr); }
    std::vector<Way> ways_;
};

TEST_F(SafeChannels, AFreeAddressIsNoChannel) {
    signedAndReady();
    EXPECT_EQ(out(""), "channel-missing");
    EXPECT_EQ(out("Dorpsstraat 1, Proefstad"), "channel-unknown");
    EXPECT_EQ(out("known-post"), "channel-unknown") << "nothing is known of where he lives";
    EXPECT_EQ(out("desk"), "done");
    EXPECT_EQ(store->releases().latest(request().id)->sentTo, "aan de balie");
}

TEST_F(SafeChannels, TheAddressHeMustNotKnowIsClosedHoweverItIsWritten) {
    ASSERT_TRUE(add(post("Schuilpad", "3", "1234AB")).done);
    const auto refuge = lastChannel();
    signedAndReady();
    EXPECT_FALSE(isOpenFor(refuge));
    EXPECT_EQ(wayOf(ways_, refuge)->why.find("moeder"), std::string::npos);
    EXPECT_EQ(out(refuge), "channel-closed");
    EXPECT_TRUE(frame().addresseeLines.empty()) << "and it stands on no letter";
    // Past the code too.
    EXPECT_THROW(raw("UPDATE release SET state = 'released', channel = '" + refuge + "', place = '1234AB/3'"), std::runtime_error);
    EXPECT_THROW(raw("UPDATE release SET state = 'released', channel = '" + refuge + "', place = ''"), std::runtime_error);
    EXPECT_THROW(raw("UPDATE release SET state = 'released', channel = 'known-post', place = '1234AB/3'"), std::runtime_error);
    EXPECT_THROW(raw("UPDATE release SET state = 'released'"), std::runtime_error);
    EXPECT_EQ(out("desk"), "done");
}

TEST_F(SafeChannels, WhereHeIsKeptAwayFromLivesNothingGoesEitherWay) {
    raw("UPDATE privacy_request SET requester_id = 'moeder', capacity = 'self'");
    for (const auto& fact : store->households().facts(household().id))
        if (fact.kind == store::FactKind::person && fact.body.find("\"vader\"") != std::string::npos) {
            auto body = nlohmann::json::parse(fact.body);
            body["addresses"] = {{{"street", "Kade"}, {"number", "8"}, {"postcode", "4321 CC"}, {"city", "Proefstad"}, {"secret", false}}};
            store->households().changeFact(fact.id, store->households().loadHousehold(household().id).version, body.dump(), els);
        }
    const auto mothers = store->requests().load(request().id);
    ASSERT_TRUE(addChannel(office, reviewer(), mothers.id, post("Kade", "8", "4321cc")).done);
    const auto ways = waysTo(office, mothers, requests::Sending::letter);
    EXPECT_EQ(std::count_if(ways.begin(), ways.end(), [](const auto& it) { return it.allowed && it.kind == "post"; }), 0);
    EXPECT_TRUE(frame().addresseeLines.empty());
}

TEST_F(SafeChannels, HerOwnSecretAddressStandsOnTheEnvelopeNotOnTheLetter) {
    raw("UPDATE privacy_request SET requester_id = 'moeder', capacity = 'self'");
    const auto mothers = store->requests().load(request().id);
    EXPECT_EQ(letterWay(office, mothers).channel, "known-post");
    EXPECT_EQ(frame().addresseeLines, std::vector<std::string>{"Adres bij ons bekend"});
}

TEST_F(SafeChannels, MarksCloseAndOnlyTwoPeopleOpenAgain) {
    ASSERT_TRUE(add(post("Lindelaan", "12", "5555 CD")).done);
    EXPECT_TRUE(isOpenFor(lastChannel()));
    EXPECT_EQ(frame().addresseeLines, (std::vector<std::string>{"Lindelaan 12", "5555 CD  Proefstad"}));
    const auto first = lastChannel();
    ASSERT_TRUE(endChannel(office, reviewer(), request().id, first, "moeder haalt daar de post op").done);
    auto shared = post("Lindelaan", "12", "5555CD");
    shared.marks = {"shared-mailbox"};
    ASSERT_TRUE(add(shared).done);
    EXPECT_FALSE(isOpenFor(lastChannel()));
    EXPECT_TRUE(frame().addresseeLines.empty());
    ASSERT_TRUE(endChannel(office, reviewer(), request().id, lastChannel(), "eigen brievenbus").done);
    ASSERT_TRUE(add(post("Lindelaan", "12", "5555 CD")).done);
    const auto again = lastChannel();
    EXPECT_FALSE(isOpenFor(again)) << "a second person must say that it is safe";
    EXPECT_EQ(confirmChannel(office, reviewer(), request().id, again).code, "second-person");
    EXPECT_THROW(raw("UPDATE channel SET confirmed_by = recorded_by WHERE id = '" + again + "'"), std::runtime_error);
    ASSERT_TRUE(confirmChannel(office, privacyOfficer(), request().id, again).done);
    EXPECT_TRUE(isOpenFor(again));
    signedAndReady();
    EXPECT_THROW(raw("UPDATE release SET state = 'released', channel = '" + first + "', place = '5555CD/12'"), std::runtime_error) << "ended";
    EXPECT_EQ(out(again), "done");
    EXPECT_EQ(store->releases().latest(request().id)->sentTo, "per post: Lindelaan 12, 5555 CD  Proefstad");
    EXPECT_THROW(raw("DELETE FROM channel"), std::runtime_error);
    EXPECT_THROW(raw("UPDATE channel SET marks = ''"), std::runtime_error);
}

TEST_F(SafeChannels, ThroughTheLawyerGoesBeforeThePost) {
    ASSERT_TRUE(add(post("Lindelaan", "12", "5555 CD")).done);
    auto lawyer = post("Hof", "1", "2500 AA");
    lawyer.kind = "lawyer";
    EXPECT_EQ(add(lawyer).field, "addressee");
    lawyer.addressee = "mr. Pleit";
    ASSERT_TRUE(add(lawyer).done);
    EXPECT_EQ(frame().addresseeLines.front(), "p/a mr. Pleit");
}

TEST_F(SafeChannels, AChangedAddressVoidsASignatureOverALetterWithTheOldOne) {
    ASSERT_TRUE(add(post("Lindelaan", "12", "5555 CD")).done);
    signedAndReady();
    ASSERT_TRUE(endChannel(office, reviewer(), request().id, lastChannel(), "verhuisd").done);
    EXPECT_FALSE(store->signOffs().standing(request().id));
}

TEST_F(SafeChannels, WhatIsWrongIsSaidWhereItIs) {
    EXPECT_EQ(add(post("", "12", "5555 CD")).field, "street");
    EXPECT_EQ(add(post("Lindelaan", "12", "")).field, "postcode");
    auto form = post("Lindelaan", "12", "5555 CD");
    form.kind = "duif";
    EXPECT_EQ(add(form).field, "kind");
    form.kind = "post", form.marks = {"rood"};
    EXPECT_EQ(add(form).field, "marks");
    form.marks.clear(), form.until = "2026-03-02";
    EXPECT_EQ(add(form).field, "until");
    form.until.clear(), form.source.clear();
    EXPECT_EQ(add(form).field, "source");
    form.kind = "email", form.mailbox = "geen adres", form.source = "x";
    EXPECT_EQ(add(form).field, "mailbox");
}

// The terms for objection and petition count from the day it is sent: the letter bears that day.
TEST_F(SafeChannels, APackageOfAnotherDayIsMadeAnewBeforeItGoesOut) {
    signedAndReady();
    clock.advance(std::chrono::hours{24});
    EXPECT_EQ(out("desk"), "letter-of-other-day");
    EXPECT_TRUE(packageView(office, reviewer(), request().id).letterDayPassed);
    EXPECT_NE(request().step, store::Step::released);
    ASSERT_TRUE(service::casework::buildPackage(office, reviewer(), request().id).done) << "one button";
    EXPECT_FALSE(store->signOffs().standing(request().id)) << "and the officer looks again";
    EXPECT_EQ(store->requests().load(request().id).step, store::Step::packaging);
}

// Without an established identity nothing goes out, whatever the code does.
TEST_F(SafeChannels, WithoutIdentityNothingGoesOut) {
    signedAndReady();
    raw("UPDATE privacy_request SET identity_method = 'not-yet'");
    EXPECT_EQ(out("desk"), "identity-open");
    EXPECT_THROW(raw("UPDATE release SET state = 'released', channel = 'desk'"), std::runtime_error);
}

}  // namespace
}  // namespace service::casework
