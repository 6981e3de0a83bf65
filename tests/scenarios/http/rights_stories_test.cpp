// The five rights besides access, each granted, in part and refused: from the desk to the letter that was handed out.
#include <gtest/gtest.h>

#include "tests/scenarios/http/steps.h"

namespace scenarios {
namespace {

using tests::Form;

struct Answered {
    std::string choice;
    Form fields;
};
struct RightStory {
    std::string right;
    Answered granted, refused;
};
void PrintTo(const RightStory& story, std::ostream* out) { *out << story.right; }

const RightStory rights[] = {
    {"rectification",
     {"fact-corrected", {{"was", "2 juni 1980"}, {"becomes", "11 juni 1980"}, {"recipients", "niemand"}}},
     {"fact-refused", {{"why", "de presentielijst van 4 februari heeft uw handtekening"}}}},
    {"erasure",
     {"erased", {{"part", "het advies van 2 maart 2024"}, {"recipients", "niemand"}}},
     {"interest-refused",
      {{"who", "zoon Tijn"}, {"interest", "rust en toezicht in zijn huis"}, {"facts", "drie meldingen van school in 2023 over blauwe plekken"},
       {"needed", "zonder de meldingen van 2023 leest school een nieuw signaal als het eerste"}, {"last-report", "2023-11-14"}}}},
    {"restriction",
     {"restricted", {{"ground", "accuracy"}, {"what", "het advies van 4 februari"}, {"until", "tot de feiten zijn nagegaan"}, {"recipients", "niemand"}}},
     {"restriction-refused", {{"ground", "accuracy"}, {"why", "u noemt geen feit dat niet klopt"}}}},
    {"objection",
     {"use-stopped", {{"use", "het onderzoek naar de thuissituatie"}}},
     {"objection-refused",
      {{"interest", "zicht houden op de veiligheid van Tijn thuis"}, {"facts", "de twee meldingen van de huisarts van februari"},
       {"weighed", "uw wens om rust weegt minder dan het onderzoek dat nu tien dagen loopt"}}}},
    {"portability",
     {"exported", {{"what", "uw antwoorden van 2 maart"}, {"rests-on", "consent"}, {"data", "naam: Harmen Kuipers\nvraag 1: ja"}}},
     {"not-portable", {{"fails", "not-provided"}, {"why", "anderen schreven deze verslagen op"}}}},
};

std::string pageOf(const std::string& request) { return "/verzoeken/" + request; }

class RightStories : public testing::TestWithParam<RightStory> {
  protected:
    // Asked, each point answered, signed by another, handed out: the words of the package.
    std::string told(const std::vector<Answered>& answers) {
        const auto request = logged(town, {.right = GetParam().right});
        auto reviewer = town.as("oordeel");
        for (std::size_t number = 1; number <= answers.size(); ++number) enter(reviewer, request, number);
        for (std::size_t number = 1; number <= answers.size(); ++number) decide(reviewer, request, number, answers[number - 1]);
        const auto finished = reviewer.post(pageOf(request) + "/punten/afronden", {});
        EXPECT_EQ(finished.status, 303) << textOf(finished.body);
        EXPECT_TRUE(town.waitForStep(request, "sign-off") && town.waitForWork(request)) << textOf(reviewer.get(pageOf(request) + "/punten").body);
        auto officer = town.as("officer");
        EXPECT_EQ(signedOff(officer, request).status, 303);
        EXPECT_EQ(handedOut(officer, request).status, 303);
        EXPECT_EQ(town.stepOf(request), "released");
        return inOne(packageWords(officer, request));
    }

  private:
    void enter(tests::Browser& reviewer, const std::string& request, std::size_t number) {
        EXPECT_EQ(reviewer.post(pageOf(request) + "/punten", {{"what", "wens nummer " + std::to_string(number)}}).status, 303);
        for (const auto& order : town.store().items().orders(request)) {  // while an objection is weighed, the data are not used
            if (order.kind != "restrict" || order.confirmedOn) continue;
            EXPECT_EQ(reviewer.post(pageOf(request) + "/opdrachten/" + order.id, {{"on", "2026-03-09"}, {"by", "T. Beheer, Veilig Thuis"}}).status, 303);
        }
    }
    void decide(tests::Browser& reviewer, const std::string& request, std::size_t number, const Answered& answer) {
        auto fields = answer.fields;
        fields.emplace_back("choice", answer.choice);
        fields.emplace_back("seen", "0");
        const auto item = town.store().items().ofRequest(request).at(number - 1).id;
        const auto decided = reviewer.post(pageOf(request) + "/punten/" + item, fields);
        EXPECT_EQ(decided.status, 303) << textOf(decided.body);
    }
    Town town;
};

}  // namespace

TEST_P(RightStories, Granted) {
    const auto words = told({GetParam().granted});
    EXPECT_TRUE(has(words, "Punt 1: toegewezen")) << words;
    EXPECT_FALSE(has(words, "geweigerd"));
}

TEST_P(RightStories, GrantedInPart) {
    const auto words = told({GetParam().granted, GetParam().refused});
    EXPECT_TRUE(has(words, "Punt 1: toegewezen")) << words;
    EXPECT_TRUE(has(words, "Punt 2: geweigerd"));
}

TEST_P(RightStories, Refused) {
    const auto words = told({GetParam().refused});
    EXPECT_TRUE(has(words, "Punt 1: geweigerd")) << words;
    EXPECT_FALSE(has(words, "toegewezen"));
}

INSTANTIATE_TEST_SUITE_P(Each, RightStories, testing::ValuesIn(rights), [](const auto& it) { return it.param.right; });

}  // namespace scenarios
