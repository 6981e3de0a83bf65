// One reading serves every requester, on any number of threads, and its cost grows with the text and no faster. Work is
// compared with that on a tenth of the text in the same run, never with a clock's idea of fast.
#include <gtest/gtest.h>
#include <time.h>

#include <functional>
#include <map>
#include <thread>

#include "redaction/document/document.h"
#include "redaction/policy/dossier.h"
#include "redaction/policy/rules.h"
#include "tests/unit/policy/invented_family.h"

namespace {

using namespace redaction;
using policy::Proposal;

const policy::RuleSet& rules() {
    static const auto loaded = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
    return loaded;
}

household::AccessRequest asks(const std::string& requester) {
    household::AccessRequest request;
    request.id = "r1", request.requester = requester, request.capacity = "self", request.subjects = {requester}, request.addressedTo = "vt";
    return request;
}

std::string described(const std::vector<Proposal>& proposals) {
    std::string all;
    for (const auto& p : proposals)
        all += p.fragment + " " + std::to_string(p.start) + "-" + std::to_string(p.end) + " " + policy::toText(p.decision) + " " + p.rule + " " + p.ground + " " + p.subject.value_or("") + " " + p.why + "\n";
    return all;
}

document::Document documentOf(const std::string& text) {
    document::Document document;
    document.text = document::toCodePoints(text);
    return document;
}

const char* const kText =
    "Gesprek met vader en moeder.\n\nTijn vertelt dat hij bij oma Ada wil wonen. Moeder, geb. 12-4-1985, is bereikbaar op 06-12345678.\n"
    "\"Mama mag dit niet weten,\" zegt Jinte.\nJuf Annelies de Groot ziet dat Tijn goed leest. Annelies belt met moeder.\n";

double threadSeconds(const std::function<void()>& work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    const auto before = now();
    work();
    return now() - before;
}

std::string many(const std::string& part, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += part;
    return text;
}

}  // namespace

TEST(OneReading, ServesEveryRequester) {
    const auto c = invented::family();
    const auto document = documentOf(kText);
    const std::vector<policy::Fragment> fragments{{"een.txt", "vt", &document}, {"twee.txt", "vt", &document}};
    const policy::Dossier dossier(c, fragments);
    for (const auto* requester : {"vader", "moeder", "kind2", "vader"})
        EXPECT_EQ(described(dossier.propose(c, asks(requester), rules(), *c.referenceDate)), described(policy::propose(c, asks(requester), fragments, rules(), *c.referenceDate))) << requester;
}

TEST(OneReading, OutlivesTheDocuments) {
    const auto c = invented::family();
    auto document = std::make_unique<document::Document>(documentOf(kText));
    const policy::Dossier dossier(c, {{"een.txt", "vt", document.get()}});
    const auto before = described(dossier.propose(c, asks("vader"), rules(), *c.referenceDate));
    document.reset();
    EXPECT_EQ(described(dossier.propose(c, asks("vader"), rules(), *c.referenceDate)), before);
}

TEST(OneReading, IsTheSameOnFourThreads) {
    const auto c = invented::family();
    const auto document = documentOf(many(kText, 20));
    const std::vector<policy::Fragment> fragments{{"een.txt", "vt", &document}};
    const policy::Dossier shared(c, fragments);
    std::vector<std::string> own(4), ofShared(4);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < own.size(); ++i)
        threads.emplace_back([&, i] {
            own[i] = described(policy::propose(c, asks("vader"), fragments, rules(), *c.referenceDate));
            ofShared[i] = described(shared.propose(c, asks("vader"), rules(), *c.referenceDate));
        });
    for (auto& thread : threads) thread.join();
    const auto expected = described(policy::propose(c, asks("vader"), fragments, rules(), *c.referenceDate));
    for (const auto& text : own) EXPECT_EQ(text, expected);
    for (const auto& text : ofShared) EXPECT_EQ(text, expected);
}

household::Case hidden() {  // mother and Tijn hide from father
    auto c = invented::family();
    for (const char* person : {"moeder", "kind1"}) {
        household::Protection p;
        p.person = person;
        p.against = {"vader"};
        p.hide = {"address", "postcode", "place", "phone", "school", "employer", "institution", "gp"};
        c.protections.push_back(p);
    }
    return c;
}

// Ten times the text may cost ten times the work, with room for a noisy machine; a square would be a hundred.
void expectCostInProportion(const std::function<std::string(std::size_t bytes)>& textOf, const household::Case& c = invented::family()) {
    constexpr std::size_t kBytes = 20000;
    constexpr double kMost = 35;
    const auto costOf = [&](std::size_t bytes) {
        const auto document = documentOf(textOf(bytes));
        return threadSeconds([&] { policy::propose(c, asks("vader"), {{"stuk.txt", "vt", &document}}, rules(), *c.referenceDate); });
    };
    costOf(kBytes);  // word lists and patterns are ready
    const auto small = std::min({costOf(kBytes), costOf(kBytes), costOf(kBytes)}), large = costOf(10 * kBytes);
    EXPECT_LT(large, kMost * small + 0.05) << small << " s, " << large << " s";
}

struct Flood {
    const char* name;
    const char* part;
};

class OnePassage : public testing::TestWithParam<Flood> {};

TEST_P(OnePassage, CostsInProportionToItsLength) {
    const std::string part = GetParam().part;
    expectCostInProportion([&](std::size_t bytes) { return "Vader zegt dit. " + many(part, bytes / part.size()); });
}

INSTANTIATE_TEST_SUITE_P(Floods, OnePassage,
                         testing::Values(Flood{"names", "Tijn Jansen "}, Flood{"strangers", "Annelies "}, Flood{"surnames", "Jansen, "}, Flood{"twoLetters", "Jo "}, Flood{"phones", "06-12345678 "},
                                         Flood{"quotes", "\" "}, Flood{"initials", "A. "}, Flood{"lowerInitials", "v. "}, Flood{"bareInitials", "S "}, Flood{"prefixes", "van de "}, Flood{"streets", "Dorpsstraat "},
                                         Flood{"brackets", "Tijn ("}, Flood{"labels", "Tijn: "}, Flood{"roles", "zijn moeder, "}, Flood{"glued", "Tijn,"}, Flood{"dates", "12-4-1985 "}, Flood{"plan", "Het plan is gekregen. Tijn. "},
                                         Flood{"ats", "a@"}, Flood{"digits", "1 "}, Flood{"years", "bij 19 "}, Flood{"towns", "in Utrecht "}, Flood{"silence", "niet vertellen dat "}, Flood{"letters", "x"}),
                         [](const auto& instance) { return std::string(instance.param.name); });

// The sentence with another name in it each time, until there are so many bytes.
std::string withNames(const std::string& before, const std::string& after, std::size_t bytes) {
    std::string text;
    for (std::size_t i = 0; text.size() < bytes; ++i) {
        std::string name;
        for (auto rest = i + 1; name.size() < 8; rest /= 15) name += {"bdfgklmnprstvwz"[rest % 15], "aeiou"[rest % 5]};
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
        text += before + name + after;
    }
    return text;
}

struct Names {
    const char* name;
    const char* before;
    const char* after;
};

class OtherNames : public testing::TestWithParam<Names> {};

TEST_P(OtherNames, CostInProportionToTheirNumber) {
    expectCostInProportion([](std::size_t bytes) { return withNames(GetParam().before, GetParam().after, bytes); });
}

INSTANTIATE_TEST_SUITE_P(Floods, OtherNames,
                         testing::Values(Names{"inOnePassage", "mevrouw ", " en "}, Names{"onALineEach", "Gisteren sprak mevrouw ", " met Tijn.\n"}, Names{"inHeadings", "GESPREK MET MEVROUW ", "\n"}, Names{"asActors", "Mevrouw ", " vertelt. "}),
                         [](const auto& it) { return it.param.name; });

// Where somebody hides, what tells of the place is learnt from the whole dossier and looked for in all of it.
class OfHidden : public testing::TestWithParam<Flood> {};

TEST_P(OfHidden, CostsInProportionToItsLength) {
    const std::string part = GetParam().part;
    expectCostInProportion([&](std::size_t bytes) { return "Tijn zegt dit. " + many(part, bytes / part.size()); }, hidden());
}

INSTANTIATE_TEST_SUITE_P(Floods, OfHidden,
                         testing::Values(Flood{"names", "Tijn Jansen "}, Flood{"regions", "Tijn in Twente "}, Flood{"services", "politie Oost-Nederland "}, Flood{"tongues", "Twents "}, Flood{"distances", "Tijn 2 uur met de trein, "},
                                         Flood{"journeys", "2 uur rijden "}, Flood{"neighbours", "Bjorn van nummer 18, "}, Flood{"sites", "club.nl "}, Flood{"handles", "tijn_88 "}, Flood{"towns", "Tijn woont in Goor. "}, Flood{"lines", "Tijn woont in Goor.\n"}),
                         [](const auto& instance) { return std::string(instance.param.name); });

class HiddenNames : public testing::TestWithParam<Names> {};

TEST_P(HiddenNames, CostInProportionToTheirNumber) {
    expectCostInProportion([](std::size_t bytes) { return withNames(GetParam().before, GetParam().after, bytes); }, hidden());
}

INSTANTIATE_TEST_SUITE_P(Floods, HiddenNames, testing::Values(Names{"ofTowns", "Tijn woont in ", ".\n"}, Names{"ofTownsInOnePassage", "Tijn woont in ", " en "}, Names{"ofServices", "De politie ", " sprak met Tijn.\n"}, Names{"ofSchools", "Tijn gaat naar basisschool De ", ".\n"}),
                         [](const auto& it) { return it.param.name; });

// The bounds are far above what it takes: for work that would not end.
void expectToEnd(const std::string& text, std::size_t fewestSpans, double mostSeconds) {
    const auto document = documentOf(text);
    std::size_t spans = 0;
    const auto seconds = threadSeconds([&] {
        for (const auto& p : policy::propose(hidden(), asks("vader"), {{"stuk.txt", "vt", &document}}, rules(), *hidden().referenceDate)) spans += p.scope == policy::Scope::span ? 1u : 0u;
    });
    EXPECT_GE(spans, fewestSpans);
    EXPECT_LT(seconds, mostSeconds);
}

TEST(VeryLong, OnePassageWithAHundredThousandMentions) { expectToEnd("Vader zegt: " + many("Tijn, moeder ", 60000), 100000, 60); }
TEST(VeryLong, TenMegabytes) { expectToEnd(many(kText, 10000000 / std::string(kText).size()), 100000, 120); }
