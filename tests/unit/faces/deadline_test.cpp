// The command line tells the clocks of a request as the screens do.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <stdlib.h>

#include <exception>
#include <filesystem>

#include "service/faces/faces.h"
#include "service/store/store.h"

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

}  // namespace
}  // namespace service::faces
