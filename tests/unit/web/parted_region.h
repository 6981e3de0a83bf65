// A region with two partners that have people of their own, and an application that both must decide on.
#pragma once

#include <gtest/gtest.h>

#include "tests/unit/web/region.h"

namespace tests {

class PartedRegion : public ::testing::Test {
  protected:
    PartedRegion() {
        partner("gi", "Jeugdbescherming Proef", false);
        partner("schuil", "De Schuilplek Proef", true);
        setPartners({"vt", "gi"});
        using service::store::Role;
        for (const auto& [login, role, of] : {std::tuple{"gi-oordeel", Role::professional, "gi"}, {"gi-officer", Role::privacyOfficer, "gi"}, {"gi-balie", Role::frontDesk, "gi"}}) {
            region.accounts[login] = region.store->accounts().add({login, login, role, std::string(Region::password), "", "nl", of}).id;
            if (role == Role::professional) region.store->assignments().assign(region.householdId, region.accounts[login], region.accounts["officer"]);
        }
    }
    void partner(const std::string& id, const std::string& name, bool revealsPlace) {
        service::store::Partner it;
        it.id = id, it.name = name, it.kind = id == "gi" ? "gecertificeerde-instelling" : "wmo-aanbieder", it.revealsPlace = revealsPlace;
        region.store->partners().save(it);
    }
    void setPartners(const std::vector<std::string>& ids) {
        std::vector<service::store::HouseholdPartner> all;
        for (const auto& id : ids) all.push_back({id, {}});
        region.store->households().setPartners(region.householdId, all, region.accounts["officer"]);
    }
    // As an administrator records it: the region handles for this partner.
    void mandate(const std::string& id) {
        service::store::Mandate it;
        it.partnerId = id, it.givenBy = "de bestuurder", it.since = std::chrono::year{2026} / 1 / 1, it.document = "mandaatbesluit", it.recordedBy = region.accounts["beheer"];
        region.store->partners().addMandate(it);
    }
    // Signing in costs time by design: once for each.
    Browser signedIn(const std::string& login) {
        if (const auto there = browsers.find(login); there != browsers.end()) return there->second;
        auto browser = region.browser();
        EXPECT_TRUE(browser.signIn(login)) << login;
        return browsers.emplace(login, browser).first->second;
    }
    void moveTo(const std::string& moment) { region.clock.moveTo(service::momentFromIso(moment)), browsers.clear(); }  // sessions end

    Form asked(const Form& more) const {
        Form form{{"household", region.householdId}, {"right", "access"}, {"requester", "vader"}, {"subject", "vader"}, {"capacity", "self"}, {"received_on", "2026-03-10"},
                  {"channel", "counter"}, {"identity_method", "passport"}, {"identity_on", "2026-03-10"}, {"do", "log"}};
        form.insert(form.end(), more.begin(), more.end());
        return form;
    }
    // Both partners, each for itself. The parts by partner.
    std::map<std::string, service::store::Request> logged(const Form& more = {}, const std::string& login = "beoordelaar") {
        Form chosen{{"partners_shown", "1"}, {"partner", "vt"}, {"partner", "gi"}, {"handling", "apart"}};
        chosen.insert(chosen.end(), more.begin(), more.end());
        auto browser = signedIn(login);
        answer = browser.post("/verzoeken/nieuw", asked(chosen));
        EXPECT_EQ(answer.status, 303) << answer.body.substr(answer.body.find("<main"), 4000);
        std::map<std::string, service::store::Request> parts;
        for (const auto& it : region.store->requests().ofHousehold(region.householdId)) parts[it.partnerId] = it, application = it.applicationId;
        return parts;
    }
    // As if it was reviewed, signed and handed out: the package holds one letter and one document.
    void handOut(const service::store::Request& part, const std::string& reviewer, const std::string& officer, const std::string& contents = {}) {
        constexpr auto usual = R"({"files":[{"name":"beslissing-1.pdf","title":"Beslissing","kind":"decision","pages":2,"sha256":"ab"},{"name":"stukken/001.pdf","title":"Verslag","kind":"document","pages":3,"sha256":"cd"}],"documents":[{"fragment":"","outcome":"partly","file":"stukken/001.pdf"}]})";
        region.handOut(part.id, reviewer, officer, contents.empty() ? usual : contents);
    }

    Region region;
    Answer answer;
    std::map<std::string, Browser> browsers;
    std::string application;
};

inline bool holds(const Answer& answer, const std::string& words) { return answer.body.find(words) != std::string::npos; }

}  // namespace tests
