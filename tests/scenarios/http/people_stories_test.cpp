// Time passes, people are who they say, children are heard, and things go where it is safe.
#include <gtest/gtest.h>

#include <regex>

#include "tests/scenarios/http/steps.h"

namespace scenarios {
namespace {

const Document visit{"vt", "Huisbezoek", "2026-01-15",
                     "Verslag huisbezoek 15 januari 2026\n\nHarmen Kuipers werkt mee aan het plan en komt op tijd.\n\n"
                     "Mare Kuipers heeft een nieuwe studiekeuze gemaakt.\n\nJip Kuipers vertelt over haar zwemles.\n"};

std::string page(const std::string& request, const std::string& part = "") { return "/verzoeken/" + request + (part.empty() ? "" : "/" + part); }

std::string linkLike(const std::string& html, const std::string& pattern) {
    std::smatch found;
    return std::regex_search(html, found, std::regex(pattern)) ? found[1].str() : std::string();
}

// The channel's address on the form of a case.
tests::Form postTo(const std::string& street, const std::string& number, const std::string& postcode, const std::string& city) {
    return {{"kind", "post"}, {"street", street}, {"number", number}, {"postcode", postcode}, {"city", city}, {"from", "2026-03-01"}, {"source", "verzoeker zelf"}};
}

}  // namespace

// Rule R5: on her sixteenth birthday her father's request no longer covers her.
TEST(PeopleStories, AGirlTurnsSixteenWhileHerFathersRequestRuns) {
    Town town("2026-04-01");
    town.holds({visit});
    const auto request = logged(town, {.capacity = "parent", .received = "2026-03-30", .about = {"vader", "mare"}});
    ASSERT_TRUE(collected(town, request));
    auto reviewer = town.as("oordeel");
    answerQuestions(reviewer, request, "release", "hoort bij de opvoeding");
    EXPECT_FALSE(says(reviewer.get(page(request)), "16 jaar op 10 april 2026"));
    town.today("2026-04-10");  // the night's job comes by itself
    const auto stops = [&] { return town.store().turns().stops(request); };
    for (int tries = 0; tries < 200 && stops().empty(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    ASSERT_EQ(stops().size(), 1u);
    ASSERT_TRUE(town.waitForWork(request));
    reviewer = town.as("oordeel");  // nine days later
    const auto seen = reviewer.get(page(request));
    EXPECT_TRUE(says(seen, "Het kind is 16 geworden: de ouder of voogd mag niet meer namens het kind vragen.")) << textOf(seen.body);
    EXPECT_TRUE(says(reviewer.get("/werkvoorraad"), "Een kind werd 16 jaar op 10 april 2026"));
    answerQuestions(reviewer, request, "redact", "Mare beslist nu zelf");
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    EXPECT_TRUE(says(officer.get(page(request, "vrijgave")), "Het kind is 16 geworden"));
    signedOff(officer, request);
    EXPECT_FALSE(town.store().signOffs().standing(request)) << "stopped";
    EXPECT_NE(town.stepOf(request), "released");
    const auto go = linkLike(seen.body, "(/verzoeken/[^\"]*/eigen-gegevens)");
    ASSERT_EQ(reviewer.post(go, {{"why", "Mare wil het niet, vader vraagt door voor zichzelf"}}).status, 303);
    EXPECT_EQ(signedOff(officer, request).status, 303);
    EXPECT_EQ(handedOut(officer, request).status, 303);
    ASSERT_EQ(town.stepOf(request), "released");
    const auto words = inOne(packageWords(officer, request));
    EXPECT_TRUE(has(words, "komt op tijd"));
    EXPECT_FALSE(has(words, "studiekeuze"));
}

// Rule R13: the package does not go where he must not know she lives, and no letter says it.
TEST(PeopleStories, NothingGoesToTheAddressThatIsHiddenFromHim) {
    Town town;
    town.holds({visit});
    const auto request = logged(town, {});
    ASSERT_TRUE(collected(town, request));
    auto desk = town.as("balie");
    EXPECT_FALSE(says(desk.get(page(request, "contact")), "Kaapstraat 12")) << "the desk need not know";
    ASSERT_EQ(desk.post(page(request, "contact"), postTo("Schoenerpad", "8", "7411zx", "Ommerveld")).status, 303);
    EXPECT_TRUE(says(desk.get(page(request, "contact")), "Een tweede persoon moet nog bevestigen")) << "and does not learn here what is hidden";
    town.as("oordeel").post(page(request, "contact/" + town.store().channels().ofPerson(town.household(), "vader").front().id + "/bevestigen"), {});
    const auto contact = town.as("oordeel").get(page(request, "contact"));
    EXPECT_TRUE(says(contact, "Naar deze plaats wordt voor deze verzoeker niets gestuurd"));
    EXPECT_FALSE(says(contact, "moeder"));
    auto reviewer = town.as("oordeel");
    answerQuestions(reviewer, request, "redact", "raakt een ander");
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    ASSERT_EQ(signedOff(officer, request).status, 303);
    const auto refuge = town.store().channels().ofPerson(town.household(), "vader").front().id;
    EXPECT_FALSE(has(officer.get(page(request, "verstrekking")).body, "value=\"" + refuge + "\"")) << "it cannot be chosen";
    officer.post(page(request, "verstrekken"), {{"channel", refuge}});
    EXPECT_EQ(town.stepOf(request), "sign-off");
    officer.post(page(request, "verstrekken"), {{"channel", "Schoenerpad 8, Ommerveld"}});
    EXPECT_EQ(town.stepOf(request), "sign-off");
    EXPECT_EQ(handedOut(officer, request).status, 303);
    EXPECT_EQ(town.stepOf(request), "released");
    const auto words = inOne(packageWords(officer, request));
    for (const auto* hidden : {"Schoenerpad", "7411", "Ommerveld"}) EXPECT_FALSE(has(words, hidden)) << hidden;
}

TEST(PeopleStories, NothingIsAskedUntilItIsKnownWhoAsksAndACodeTellsIt) {
    Town town;
    town.holds({visit});
    const auto request = logged(town, {.received = "2026-03-09", .identity = "not-yet"});
    auto reviewer = town.as("oordeel");
    reviewer.post(page(request, "vragen"), {});
    EXPECT_EQ(town.stepOf(request), "logged");
    EXPECT_TRUE(town.store().collections().ofRequest(request).empty());
    EXPECT_TRUE(says(reviewer.get(page(request, "identiteit")), "tot dan wordt er niets gevraagd en niets verstrekt"));
    const auto numbered = reviewer.post(page(request, "identiteit"), {{"method", "passport"}, {"on", "2026-03-09"}, {"note", "NX4T72K91"}});
    EXPECT_EQ(numbered.status, 422);
    // His number was recorded with the household on the same day as the request came: that proves nothing.
    EXPECT_EQ(reviewer.post(page(request, "identiteit/code"), {{"channel", "known-phone"}}).status, 422);
    town.today("2026-03-10");
    auto desk = town.as("balie");
    const auto later = logged(town, {.right = "portability", .received = "2026-03-10", .identity = "not-yet"});
    EXPECT_EQ(desk.post(page(later, "identiteit/code"), {{"channel", "known-phone"}}).status, 422) << "the desk does not see the number";
    reviewer = town.as("oordeel");
    const auto sent = reviewer.post(page(later, "identiteit/code"), {{"channel", "known-phone"}});
    const auto secret = linkLike(sent.body, "data-code>([0-9]{8})<");
    ASSERT_EQ(secret.size(), 8u) << textOf(sent.body);
    EXPECT_FALSE(says(desk.get(page(later, "identiteit")), secret)) << "shown once";
    EXPECT_EQ(desk.post(page(later, "identiteit/code/controle"), {{"code", "00000000"}}).status, 422);
    EXPECT_EQ(desk.post(page(later, "identiteit/code/controle"), {{"code", secret}}).status, 303);
    EXPECT_EQ(town.store().requests().load(later).identityMethod, "code-sent");
}

TEST(PeopleStories, AChildOfThirteenIsHeardBeforeItIsDecidedAndItsFatherNeverReadsIt) {
    Town town;
    town.holds({visit});
    auto administrator = town.as("beheer");
    ASSERT_EQ(administrator.post("/beheer/partners/vt", {{"name", "Stichting Veilig Thuis Zeegat"}, {"kind", "veilig-thuis"}, {"legal_form", "stichting"}, {"child_view", "required"}, {"active", "ja"}}).status, 303);
    const auto request = logged(town, {.capacity = "parent", .about = {"vader", "jip"}});
    ASSERT_TRUE(collected(town, request));
    auto reviewer = town.as("oordeel");
    answerQuestions(reviewer, request, "redact", "in vertrouwen verteld");
    EXPECT_TRUE(says(reviewer.get(page(request, "beoordelen")), "de mening van een kind van 12 tot 16 is nog niet vastgelegd"));
    reviewer.post(page(request, "beoordeling-afronden"), {});
    EXPECT_EQ(town.stepOf(request), "review");
    EXPECT_EQ(town.as("balie").get(page(request, "mening/jip")).status, 403);
    EXPECT_EQ(reviewer.post(page(request, "mening/jip"), {{"asked", "asked"}, {"on", "2026-03-09"}, {"answer", "papa hoeft dit niet te weten"}}).status, 422);
    ASSERT_EQ(reviewer.post(page(request, "mening/jip"), {{"asked", "asked"}, {"on", "2026-03-09"}, {"answer", "papa hoeft dit niet te weten"}, {"weighed", "zwaar: zie het besluit"}}).status, 303);
    EXPECT_TRUE(says(reviewer.get(page(request)), "papa hoeft dit niet te weten"));
    ASSERT_TRUE(packaged(town, request));
    auto officer = town.as("officer");
    ASSERT_EQ(signedOff(officer, request).status, 303);
    ASSERT_EQ(handedOut(officer, request).status, 303);
    EXPECT_FALSE(has(inOne(packageWords(officer, request)), "hoeft dit niet te weten"));
    EXPECT_FALSE(says(town.as("balie").get(page(request)), "hoeft dit niet te weten"));
}

}  // namespace scenarios
