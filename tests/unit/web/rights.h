// A request under any right, taken to its end over HTTP: logged at the desk, decided, signed by another, handed out.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "service/casework/job_runner.h"
#include "tests/unit/web/region.h"

namespace tests {

inline bool has(const Answer& answer, const std::string& part) { return answer.body.find(part) != std::string::npos; }

class Rights : public ::testing::Test {
  protected:
    Rights() {
        auto partner = region.store->partners().load("vt");
        partner.address = "Postbus 1, 1234 AA Proefstad", partner.publicBody = true;
        region.store->partners().save(partner);
    }

    Browser& as(const std::string& login) {  // signed in once
        auto found = browsers.find(login);
        if (found == browsers.end()) {
            found = browsers.emplace(login, region.browser()).first;
            EXPECT_TRUE(found->second.signIn(login));
        }
        return found->second;
    }
    void log(const std::string& right, const std::string& capacity = "self", const std::string& subject = "vader", const std::string& requester = "vader") {
        auto& desk = as("balie");
        Form form{{"household", region.householdId}, {"requester", requester}, {"subject", requester == "vader" ? "vader" : subject}, {"right", right}, {"capacity", capacity}, {"received_on", "2026-03-02"},
                  {"channel", "letter"}, {"identity_method", "passport"}, {"identity_on", "2026-03-02"}, {"duplicate_seen", "ja"}, {"do", "log"}};
        if (subject != "vader" && requester == "vader") form.emplace_back("subject", subject);
        EXPECT_EQ(desk.post("/verzoeken/nieuw", form).status, 303);
        id = region.store->requests().all().front().id;
        page = "/verzoeken/" + id;
    }
    std::string item(int number) { return region.store->items().ofRequest(id).at(std::size_t(number - 1)).id; }
    void point(Browser& reviewer, const std::string& what, Form more = {}) {
        more.emplace_back("what", what);
        EXPECT_EQ(reviewer.post(page + "/punten", more).status, 303) << what;
    }
    Answer decide(Browser& reviewer, int number, const std::string& choice, Form fields) {
        fields.emplace_back("choice", choice);
        fields.emplace_back("seen", "0");
        return reviewer.post(page + "/punten/" + item(number), fields);
    }
    // The package is made as the service's workers do it.
    void work() {
        service::casework::JobRunner runner(*region.office, 1, [](const std::string&) {});
        for (int round = 0; round < 50 && runner.runOne(); ++round) {
        }
    }
    void finishSignAndHandOut() {
        auto& reviewer = as("beoordelaar");
        EXPECT_EQ(reviewer.post(page + "/punten/afronden", {}).status, 303);
        work();
        signAndHandOut();
    }
    // The partner has nothing, and the package with its letters waits for the officer.
    void reviewedWithNothingHeld() {
        auto& reviewer = as("beoordelaar");
        reviewer.post(page + "/vragen", {});
        work();
        reviewer.post(page + "/partners/vt/met-de-hand", {{"answer", "nothing-held"}, {"reason", "niets gevonden"}});
        work();
        reviewer.post(page + "/beoordeling-beginnen", {});
        work();
        reviewer.post(page + "/beoordeling-afronden", {});
        work();
        ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::signOff);
    }
    void signAndHandOut() {
        ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::signOff);
        auto& officer = as("officer");
        const auto summary = officer.get(page + "/vrijgave");
        ASSERT_EQ(summary.status, 200);
        EXPECT_EQ(officer.post(page + "/vrijgeven", {{"password", std::string(Region::password)}, {"hash", tests::hidden(summary.body, "hash")}}).status, 303);
        handOut();
    }
    void handOut() {
        auto& desk = as("balie");
        desk.post(page + "/verstrekken", handing());
        ASSERT_EQ(region.store->requests().load(id).step, service::store::Step::released);
    }
    static Form handing() { return {{"sent-to", "aan de balie gegeven"}, {"channel", "desk"}}; }
    std::string letter(const std::string& name) {
        auto& officer = as("officer");
        const auto file = officer.get(page + "/pakket/bestand?naam=" + name);
        EXPECT_EQ(file.status, 200) << name;
        return file.body;
    }
    std::vector<std::string> files() {
        std::vector<std::string> names;
        const auto contents = nlohmann::json::parse(region.store->releases().latest(id)->contents);
        for (const auto& file : contents.at("files")) names.push_back(file.at("name"));
        return names;
    }
    bool inPackage(const std::string& name) {
        const auto names = files();
        return std::find(names.begin(), names.end(), name) != names.end();
    }
    void confirm(Browser& reviewer, const std::string& kind) {
        for (const auto& order : region.store->items().orders(id)) {
            if (order.kind != kind || order.confirmedOn) continue;
            EXPECT_EQ(reviewer.post(page + "/opdrachten/" + order.id, {{"on", today}, {"by", "T. Beheer, Veilig Thuis"}}).status, 303);
        }
    }

    // A fact of the household that names all of these gets another value.
    void change(service::store::FactKind kind, const std::vector<std::string>& naming, const std::string& key, const std::string& value) {
        for (const auto& fact : region.store->households().facts(region.householdId)) {
            const auto names = [&](const std::string& it) { return fact.body.find('"' + it + '"') != fact.body.npos; };
            if (fact.kind != kind || !std::all_of(naming.begin(), naming.end(), names)) continue;
            auto body = nlohmann::json::parse(fact.body);
            body[key] = value;
            region.store->households().changeFact(fact.id, region.store->households().loadHousehold(region.householdId).version, body.dump(), region.accounts["beoordelaar"]);
        }
    }
    service::store::Step step() { return region.store->requests().load(id).step; }
    // Without handing out.
    int sign() {
        auto& officer = as("officer");
        const auto summary = officer.get(page + "/vrijgave");
        return officer.post(page + "/vrijgeven", {{"password", std::string(Region::password)}, {"hash", tests::hidden(summary.body, "hash")}}).status;
    }
    void dayComes(const std::string& moment) { region.clock.moveTo(service::momentFromIso(moment)), browsers.clear(); }  // sessions end
    bool wasTold(const std::string& login, const std::string& kind) {
        const auto told = region.store->notices().unseen(region.accounts[login]);
        return std::any_of(told.begin(), told.end(), [&](const auto& it) { return it.kind == kind; });
    }

    Region region;
    std::map<std::string, Browser> browsers;
    std::string id, page;
    const std::string today = service::toIso(region.clock.now()).substr(0, 10);
};

}  // namespace tests
