// The command line tells the clocks of a request as the screens do.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <stdlib.h>

#include <exception>
#include <filesystem>
#include <map>
#include <optional>

#include "service/casework/clocks.h"
#include "service/faces/faces.h"
#include "service/store/store.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::faces {
namespace {

struct Told {
    int status;
    std::string out, err;
};

Told ask(Arguments arguments) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    std::exception_ptr thrown;
    int status = 0;
    try {
        status = deadline(arguments);
    } catch (...) {
        thrown = std::current_exception();
    }
    Told told{status, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
    if (thrown) std::rethrow_exception(thrown);
    return told;
}

TEST(Deadline, SaysTheEndAndEveryStepInWords) {
    const auto told = ask({"--received", "2026-03-03"});
    EXPECT_EQ(told.status, 0);
    EXPECT_NE(told.out.find("uiterlijk di 7 april 2026"), std::string::npos) << told.out;
    EXPECT_NE(told.out.find("Goede Vrijdag"), std::string::npos) << told.out;
    EXPECT_NE(told.out.find("1182/71"), std::string::npos) << told.out;
}

TEST(Deadline, GivesEveryClockAsJson) {
    const auto told = ask({"--received", "2026-03-02", "--right", "erasure", "--partner", "veilig-thuis", "--suspend", "2026-03-05..2026-03-19", "--extend",
                           "2026-03-20", "--sent", "2026-05-01", "--letter-received", "2026-05-04", "--json"});
    ASSERT_EQ(told.status, 0) << told.err;
    const auto json = nlohmann::json::parse(told.out);
    std::map<std::string, std::string> ends;
    for (const auto& clock : json.at("clocks")) {
        ends[clock.at("id")] = clock.at("end");
        EXPECT_FALSE(clock.at("steps").empty());
        EXPECT_FALSE(clock.at("source").get<std::string>().empty());
    }
    EXPECT_EQ(ends, (std::map<std::string, std::string>{{"decide", "2026-04-16"}, {"extended", "2026-06-16"}, {"destroy", "2026-06-02"}, {"inform-family", "2026-03-30"}, {"refusal", "2026-04-16"},
                                                        {"objection", "2026-06-12"}, {"petition", "2026-06-15"}}));
    EXPECT_EQ(json.at("clocks")[0].at("start"), "2026-03-03");
}

TEST(Deadline, AnOpenSuspensionMovesTheEndEachDay) {
    const auto end = [](const char* today) {
        return nlohmann::json::parse(ask({"--received", "2026-03-02", "--suspend", "2026-03-05..", "--today", today, "--json"}).out).at("clocks")[0];
    };
    EXPECT_EQ(end("2026-03-19").at("end"), "2026-04-16");
    EXPECT_EQ(end("2026-03-20").at("end"), "2026-04-17");
    EXPECT_EQ(end("2026-03-20").at("provisional"), true);
}

// The days off that an administrator added count, also while the service has the folder open.
TEST(Deadline, CountsTheRegionsOwnDaysOff) {
    auto pattern = (std::filesystem::temp_directory_path() / "lakwerk-deadline-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    RealEnvironment environment;
    const auto store = store::Store::open(folder / "data", environment);
    const auto end = [&] { return nlohmann::json::parse(ask({"--received", "2026-03-03", "--data", (folder / "data").string(), "--json"}).out).at("clocks")[0]; };
    EXPECT_EQ(end().at("end"), "2026-04-07");
    store->holidays().add({std::chrono::year{2026} / 4 / 7, "Dag van de regio"});
    EXPECT_EQ(end().at("end"), "2026-04-08");
    EXPECT_NE(end().dump().find("Dag van de regio"), std::string::npos);
    EXPECT_EQ(nlohmann::json::parse(ask({"--received", "2026-03-03", "--json"}).out).at("clocks")[0].at("end"), "2026-04-07");
    EXPECT_ANY_THROW(ask({"--received", "2026-03-03", "--data", (folder / "nergens").string()}));
    std::filesystem::remove_all(folder);
}

TEST(Deadline, RefusesWhatItDoesNotUnderstandAndSaysHow) {
    for (const Arguments& wrong : {Arguments{}, {"--received", "03-03-2026"}, {"--received", "2026-02-30"}, {"--received", "2026-03-03", "--right", "inzage"},
                                   {"--received", "2026-03-03", "--partner", "school"}, {"--received", "2026-03-03", "--suspend", "2026-03-05"},
                                   {"--received", "2026-03-03", "--suspend", "2026-03-05..2026-03-09:zomaar"}, {"--received", "2026-03-03", "--onbekend", "1"}}) {
        const auto told = ask(wrong);
        EXPECT_EQ(told.status, 2);
        EXPECT_TRUE(told.out.empty());
        EXPECT_NE(told.err.find("JJJJ-MM-DD"), std::string::npos);
    }
}

using Days = std::map<std::string, std::string>;  // a clock to its start and end

Days toldBy(const Arguments& arguments) {
    const auto told = ask(arguments);
    EXPECT_EQ(told.status, 0) << told.err;
    Days days;
    const auto json = nlohmann::json::parse(told.out);
    for (const auto& clock : json.at("clocks")) days[clock.at("id")] = clock.at("end");
    return days;
}

TEST(Deadline, TakesSuspensionsSeveralTimesEachWithItsGround) {
    const auto days = toldBy({"--received", "2026-03-02", "--suspend", "2026-03-05..2026-03-10:identity", "--suspend", "2026-03-09..2026-03-19:clarification", "--json"});
    EXPECT_EQ(days.at("decide"), "2026-04-16") << "fourteen days, the overlap once";
    const auto words = ask({"--received", "2026-03-02", "--suspend", "2026-03-05..2026-03-10:identity", "--suspend", "2026-03-09..2026-03-19:clarification"}).out;
    EXPECT_NE(words.find("identiteit"), std::string::npos) << words;
    EXPECT_NE(words.find("hoeveelheid"), std::string::npos) << words;
}

TEST(Deadline, AnOwnTermStandsBesideAndANoticeCountsOfAPublicBodyAfterTheEnd) {
    EXPECT_EQ(toldBy({"--received", "2026-03-02", "--own-term", "14", "--json"}), (Days{{"decide", "2026-04-02"}, {"partner-own", "2026-03-16"}}));
    const Arguments late{"--received", "2026-03-02", "--partner", "raad-voor-de-kinderbescherming", "--notice", "2026-04-08", "--json"};
    EXPECT_EQ(toldBy(late), (Days{{"decide", "2026-04-02"}, {"default-notice", "2026-04-22"}, {"penalty", "2026-06-03"}}));
    EXPECT_EQ(toldBy({"--received", "2026-03-02", "--partner", "raad-voor-de-kinderbescherming", "--notice", "2026-04-02", "--json"}), (Days{{"decide", "2026-04-02"}})) << "too early";
}

TEST(Deadline, ADecisionInTimeAfterANoticeOwesNoPenaltyAndALateOneStopsIt) {
    const Arguments noticed{"--received", "2026-03-02", "--partner", "raad-voor-de-kinderbescherming", "--notice", "2026-04-08", "--json", "--sent"};
    auto inTime = noticed, late = noticed;
    inTime.emplace_back("2026-04-10"), late.emplace_back("2026-04-25");
    EXPECT_EQ(toldBy(inTime), (Days{{"decide", "2026-04-02"}, {"default-notice", "2026-04-22"}, {"objection", "2026-05-22"}}));
    EXPECT_EQ(toldBy(late), (Days{{"decide", "2026-04-02"}, {"default-notice", "2026-04-22"}, {"penalty", "2026-04-24"}, {"objection", "2026-06-08"}}));
}

TEST(Deadline, AnAppealFollowsTheDecisionOnAnObjection) {
    EXPECT_EQ(toldBy({"--received", "2026-03-02", "--partner", "raad-voor-de-kinderbescherming", "--sent", "2026-03-20", "--objection-decided", "2026-06-02", "--json"}),
              (Days{{"decide", "2026-04-02"}, {"objection", "2026-05-01"}, {"appeal", "2026-07-14"}}));
}

// The grounds and the rights they hold for are those of the rule data, as on the screens.
TEST(Deadline, ClarificationStopsNoOtherRightThanAccess) {
    const auto refused = ask({"--received", "2026-03-02", "--right", "erasure", "--suspend", "2026-03-05..2026-03-19:clarification"});
    EXPECT_EQ(refused.status, 2);
    EXPECT_NE(refused.err.find("geldt niet bij het recht 'erasure'"), std::string::npos) << refused.err;
    EXPECT_EQ(ask({"--received", "2026-03-02", "--suspend", "2026-03-05..2026-03-19:verveling"}).status, 2);
}

// The same facts, on the page of the case and on the command line.
class DeadlineBesideThePage : public casework::ReviewedOffice {
  protected:
    DeadlineBesideThePage() {
        raw("UPDATE privacy_request SET received_on = '2026-03-02', addressed_to = 'vt', right_asked = 'erasure'");
        clock.moveTo(momentFromIso("2026-05-29T09:00:00Z"));
        auto partner = store->partners().load("vt");
        partner.ownTermDays = 28, partner.contested = true;
        store->partners().save(partner);
    }
    void happened(const char* from, std::optional<const char*> until, const char* ground) {
        store::Suspension it;
        it.requestId = request().id, it.lawfulGround = ground, it.from = *requests::parseIso(from), it.reason = "nodig", it.recordedBy = els;
        if (until) it.until = requests::parseIso(*until);
        store->requests().addSuspension(it);
    }
    void day(const char* kind, const char* on) {
        store::ClockDay it;
        it.requestId = request().id, it.partnerId = "vt", it.kind = kind, it.on = *requests::parseIso(on), it.recordedBy = els, it.reason = "zo gehoord";
        store->clockDays().add(it);
    }
    Days page() {
        Days days;
        for (const auto& group : casework::viewTerms(office, reviewer(), request().id).groups)
            if (group.partner.empty() || group.partner == "Veilig Thuis Proefland")
                for (const auto& line : group.clocks) days[line.id] = line.end;
        return days;
    }
};

TEST_F(DeadlineBesideThePage, BothTellTheSameDays) {
    happened("2026-03-05", "2026-03-10", "identity");
    happened("2026-03-09", "2026-03-19", "identity");
    store->requests().extend({request().id, *requests::parseIso("2026-03-20"), "veel stukken", els, {}});
    day("recorded", "2026-03-04");
    day("inform-extended", "2026-03-25");
    store->delays().addNotice({{}, request().id, "vt", *requests::parseIso("2026-06-17"), els, {}});
    const Arguments same{"--received", "2026-03-02", "--right", "erasure", "--partner", "veilig-thuis", "--suspend", "2026-03-05..2026-03-10", "--suspend", "2026-03-09..2026-03-19:identity",
                         "--extend", "2026-03-20", "--own-term", "28", "--recorded", "2026-03-04", "--inform-extensions", "1", "--notice", "2026-06-17", "--today", "2026-05-29", "--json"};
    const auto told = toldBy(same);
    EXPECT_EQ(page(), told);
    for (const char* id : {"decide", "extended", "refusal", "partner-own", "destroy", "inform-family", "default-notice", "penalty"}) EXPECT_TRUE(told.contains(id)) << id;
}

TEST_F(DeadlineBesideThePage, BothTellWhatFollowsTheDecision) {
    signedPackage();
    store->releases().markReleased(store->releases().latest(request().id)->id, els, {"desk", "", "aan de balie"});
    day("letter-received", "2026-06-02");
    const auto told = toldBy({"--received", "2026-03-02", "--right", "erasure", "--partner", "veilig-thuis", "--own-term", "28", "--sent", "2026-05-29", "--letter-received", "2026-06-02", "--json"});
    auto shown = page();
    EXPECT_FALSE(shown.contains("inform-family")) << "nothing was recorded";
    shown["inform-family"] = told.at("inform-family");  // the command line counts from receipt, and says so
    EXPECT_EQ(shown, told);
    EXPECT_NE(ask({"--received", "2026-03-02", "--partner", "veilig-thuis"}).out.find("De dag van vastleggen is niet opgegeven"), std::string::npos);
    for (const char* id : {"objection", "petition"}) EXPECT_TRUE(told.contains(id)) << id;
}

}  // namespace
}  // namespace service::faces
