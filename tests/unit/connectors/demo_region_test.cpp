// The demo region as `lakwerk run` starts it: the real program, its folders, and what the connectors bring in from it.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "tests/partners/demo_source.h"
#include "tests/unit/connectors/demo_process.h"
#include "tests/unit/connectors/recording_sink.h"
#include "tests/unit/connectors/sample_people.h"
#include "tests/unit/connectors/temporary_folder.h"

namespace connectors::tests {
namespace {

using nlohmann::json;
using namespace std::chrono_literals;

const std::filesystem::path kDemo = LAKWERK_SOURCE_DIR "/tests/data/demo";

json readJson(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return json::parse(stream);
}

std::string filled(std::string text, const std::string& placeholder, const std::string& value) {
    for (auto at = text.find(placeholder); at != std::string::npos; at = text.find(placeholder))
        text.replace(at, placeholder.size(), value);
    return text;
}

Settings settingsOf(const json& partner, const std::filesystem::path& folder, int port) {
    Settings settings;
    for (const auto& [name, value] : partner.at("settings").items())
        settings[name] =
            filled(filled(value.get<std::string>(), "{folder}", folder.string()), "{port}", std::to_string(port));
    return settings;
}

// The father and his son of 8, as the front desk's request brings them.
Query huismanQuery() {
    const json facts = readJson(kDemo / "huisman/case.json");
    Query query{"LW-2026-0001", {}, {}, "p.docter"};
    for (const json& person : facts.at("persons")) {
        if (person.at("id") != "vader" && person.at("id") != "zoon") continue;
        std::string name;
        for (const json& given : person.at("given")) name += given.get<std::string>() + " ";
        query.people.push_back(
            {person.at("id"), person.at("bsn"), name + person.at("family").get<std::string>(), person.at("birthdate")});
    }
    return query;
}

bool passesElevenTest(const std::string& bsn) {
    int sum = 0;
    for (std::size_t at = 0; at < 9; ++at) sum += (bsn[at] - '0') * (at == 8 ? -1 : 9 - static_cast<int>(at));
    return bsn.size() == 9 && sum % 11 == 0;
}

// Laid out once for all tests here: drawing scans takes seconds.
const std::filesystem::path& laidOut() {
    static const TemporaryFolder folder;
    return folder.path();
}

}  // namespace

TEST(DemoRegion, EveryPartnerDeliversItsShareInFull) {
    DemoProcess program(laidOut());
    ASSERT_NE(program.readiness().find("gereed"), std::string::npos) << program.readiness();
    const std::map<std::string, std::size_t> expected{{"vt", 4}, {"lt", 3}, {"gi", 4}};
    const json region = readJson(kDemo / "region.json");
    for (const json& partner : region.at("partners")) {
        if (partner.at("connector") == "") continue;
        RecordingSink sink;
        const auto settings = settingsOf(partner, laidOut(), program.port());
        const auto connector = findKind(partner.at("connector").get<std::string>())->make(settings, Limits{});
        const Statement statement = connector->collect(huismanQuery(), sink);
        EXPECT_EQ(statement.answer, Answer::deliveredInFull) << statement.explanation;
        EXPECT_EQ(sink.documents.size(), expected.at(partner.at("id").get<std::string>()));
        for (const Delivered& document : sink.documents) {
            EXPECT_FALSE(document.mediaType.empty()) << document.fileName;
            EXPECT_FALSE(document.title.empty());
            EXPECT_EQ(document.date.size(), 10u);
        }
    }
    program.terminate();
    EXPECT_TRUE(program.endsWithin(10s));
}

TEST(DemoRegion, BringsEveryKindOfFileTheStoryNeeds) {
    std::map<std::string, int> forms;
    for (const auto& source : partners::readDemoSources(kDemo)) ++forms[source.field("vorm")];
    for (const char* form : {"scan-pdf", "scan-tiff", "scan-png", "pdf", "docx", "eml", "txt"})
        EXPECT_GE(forms[form], 1) << form;
}

TEST(DemoRegion, HoldsInventedPeopleWhoseNumbersPassTheElevenTest) {
    std::set<std::string> numbers;
    for (const char* household : {"huisman", "sarikaya", "van-leersum"}) {
        const json facts = readJson(kDemo / household / "case.json");
        for (const json& person : facts.at("persons")) {
            if (!person.contains("bsn") || person.at("bsn").is_null()) continue;
            EXPECT_TRUE(passesElevenTest(person.at("bsn"))) << person.at("id");
            EXPECT_TRUE(numbers.insert(person.at("bsn")).second) << person.at("id");
        }
    }
    EXPECT_GE(numbers.size(), 8u);
}

TEST(DemoRegion, StartsInNoTimeOnceLaidOut) {
    { DemoProcess first(laidOut()); }
    const auto began = std::chrono::steady_clock::now();
    DemoProcess second(laidOut());
    EXPECT_LT(std::chrono::steady_clock::now() - began, 5s);
    second.terminate();
    EXPECT_TRUE(second.endsWithin(10s));
}

TEST(DemoRegion, EndsWhenWhoeverStartedItIsGone) {
    { DemoProcess first(laidOut()); }
    prctl(PR_SET_CHILD_SUBREAPER, 1);  // orphans come to us, so that we can see the program end
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    const pid_t starter = fork();
    if (starter == 0) {
        DemoProcess program(laidOut());
        const pid_t pid = program.pid();
        const bool told = write(ends[1], &pid, sizeof pid) == static_cast<ssize_t>(sizeof pid);
        _exit(told ? 0 : 1);  // without a word to the program
    }
    pid_t orphan = 0;
    ASSERT_EQ(read(ends[0], &orphan, sizeof orphan), static_cast<ssize_t>(sizeof orphan));
    waitpid(starter, nullptr, 0);
    pid_t ended = 0;
    for (int attempt = 0; attempt < 1000 && ended != orphan; ++attempt) {
        ended = waitpid(orphan, nullptr, WNOHANG);
        std::this_thread::sleep_for(10ms);
    }
    EXPECT_EQ(ended, orphan);
    if (ended != orphan) kill(orphan, SIGKILL);
    close(ends[0]);
    close(ends[1]);
}

TEST(DemoRegion, SaysHowItIsUsed) {
    DemoProcess program(laidOut(), {"--wat"});
    EXPECT_TRUE(program.readiness().empty());
}

}  // namespace connectors::tests
