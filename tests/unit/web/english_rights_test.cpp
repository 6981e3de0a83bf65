// With English chosen the points of the five other rights, and the form of an answer, speak English.
#include "service/requests/items.h"
#include "tests/unit/web/english_pages.h"

namespace {

using tests::English;
using tests::expectEnglish;
using tests::Form;
namespace requests = service::requests;

}  // namespace

TEST_F(English, ThePointsOfEveryRightAreInEnglish) {
    auto reviewer = as("beoordelaar");
    for (const auto* right : {"rectification", "erasure", "restriction", "objection", "portability"}) {
        auto form = with(fathersRequest(region.householdId, "log"), "right", right);
        form.insert(form.end(), {{"identity_on", "2026-03-10"}, {"remarks", ""}});
        ASSERT_EQ(reviewer.post("/verzoeken/nieuw", form).status, 303) << right;
        const auto id = region.store->requests().all().front().id;
        const auto page = "/verzoeken/" + id;
        expectEnglish(reviewer.get(page), right);
        expectEnglish(reviewer.get(page + "/punten"), right);
        expectEnglish(reviewer.post(page + "/punten", {}), right, 422);
        expectToldInEnglish(reviewer, reviewer.post(page + "/punten", {{"what", "my point"}, {"place", "report"}, {"about", "vader"}}), right);
        const auto item = page + "/punten/" + region.store->items().ofRequest(id).at(0).id;
        expectEnglish(reviewer.get(item), right);
        for (const auto* choice : requests::choicesFor(*requests::rightFrom(right))) {
            expectEnglish(reviewer.get(item + "?keuze=" + choice->id), choice->id);
            expectEnglish(reviewer.post(item, {{"choice", choice->id}, {"seen", "0"}}), choice->id, 422);
        }
        expectEnglish(reviewer.get(page + "/logboek"), right);
        expectEnglish(reviewer.get(page + "/punten"), right);
    }
    expectEnglish(reviewer.get("/werkvoorraad"), "worklist");
}

TEST_F(English, TheFormOfAnAnswerIsInEnglish) {
    auto reviewer = as("beoordelaar");
    ASSERT_EQ(reviewer.post("/verzoeken/nieuw", with(fathersRequest(region.householdId, "log"), "identity_on", "2026-03-10")).status, 303);
    const auto page = "/verzoeken/" + region.store->requests().all().front().id;
    expectEnglish(reviewer.get(page + "/antwoordvorm"), "form");
    expectEnglish(reviewer.post(page + "/antwoordvorm", {{"form", "inspection"}}), "no reason", 422);
    expectToldInEnglish(reviewer, reviewer.post(page + "/antwoordvorm", {{"form", "inspection"}, {"why", "asked"}}), "inspection");
    expectEnglish(reviewer.post(page + "/antwoordvorm/afspraken", {{"day", "2026-03-01"}, {"time", "14:00"}, {"place", "Hall"}}), "a day that is over", 422);
    expectEnglish(reviewer.post(page + "/antwoordvorm/afspraken", {{"day", "2026-03-20"}, {"time", "half three"}, {"place", "Hall"}}), "no time", 422);
    expectToldInEnglish(reviewer, reviewer.post(page + "/antwoordvorm/afspraken", {{"day", "2026-03-20"}, {"time", "14:00"}, {"place", "Hall"}}), "appointment");
    expectEnglish(reviewer.get(page + "/antwoordvorm"), "appointment");
    expectEnglish(reviewer.get(page + "/buitensporig"), "excessive");
    expectEnglish(reviewer.post(page + "/buitensporig", {{"kind", "repeated"}, {"why", "too much"}, {"offered", "a talk"}}), "excessive without what was before", 422);
    expectToldInEnglish(reviewer, reviewer.post(page + "/buitensporig", {{"kind", "unfounded"}, {"why", "the letter is about a stranger of another town, and says so"}, {"offered", "a talk"}}), "excessive");
    auto officer = as("officer");
    expectEnglish(officer.get(page + "/buitensporig"), "to confirm");
    expectToldInEnglish(officer, officer.post(page + "/buitensporig/afwijzen", {{"why", "handle it"}}), "rejected");
    expectEnglish(reviewer.get(page + "/logboek"), "log");
}
