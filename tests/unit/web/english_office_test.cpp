// With English chosen every page speaks English: oversight, problems, administration.
#include "service/casework/law_of_request.h"
#include "tests/unit/web/english_pages.h"

namespace {

using tests::English;
using tests::expectEnglish;
using tests::Region;

}  // namespace

TEST_F(English, OversightAndProblemsAreInEnglish) {
    const auto page = "/verzoeken/" + loggedCase();
    region.store->accounts().add({"buiten", "Bart Buiten", service::store::Role::professional, std::string(Region::password), "", "en"});
    auto outside = as("buiten"), officer = as("officer"), desk = as("balie");
    expectEnglish(outside.get(page), "not assigned", 403);
    expectEnglish(outside.get("/huishoudens/" + region.householdId), "household not assigned", 403);
    const auto emergency = "/huishoudens/" + region.householdId + "/noodtoegang";
    outside.post(emergency, {{"reason", ""}, {"verder", page}});
    expectToldInEnglish(outside, outside.post(emergency, {{"reason", "threat at school tonight"}, {"verder", page}}), "opened in an emergency");
    expectEnglish(officer.get("/toezicht"), "oversight");
    expectEnglish(officer.get("/nergens"), "nowhere", 404);
    expectEnglish(desk.get("/toezicht"), "not for the desk", 403);
    expectEnglish(desk.get("/beheer/accounts"), "not for the desk", 403);
    expectEnglish(desk.get(page + "/pakket"), "no package yet", 404);
    expectEnglish(officer.get("/mijn-instellingen"), "settings");
    expectEnglish(officer.post("/mijn-instellingen/wachtwoord", {{"current_password", "x"}, {"new_password", "y"}}), "too short", 422);
    auto reviewer = as("beoordelaar");
    expectToldInEnglish(reviewer, reviewer.post("/huishoudens/" + region.householdId + "/toewijzing", {{"account", region.accounts["officer"]}}), "assigned");
    expectEnglish(reviewer.post(page + "/beoordeling-afronden", {}), "not now", 409);
    region.store->requests().change([&] {
        auto request = region.store->requests().load(page.substr(11));
        request.identityMethod = "not-yet";
        return request;
    }());
    for (const auto* form : {"/termijnen", "/termijn/opschorten", "/termijn/verlengen", "/identiteit", "/te-laat", "/ingebrekestelling"}) expectEnglish(reviewer.get(page + form), form);
    expectEnglish(reviewer.post(page + "/termijn/opschorten", {{"ground", "identity"}, {"from", "2026-03-11"}, {"how", "letter"}, {"reason", "who is it"}}), "letter of today", 422);
    expectToldInEnglish(reviewer, reviewer.post(page + "/termijn/opschorten", {{"ground", "identity"}, {"from", "2026-03-12"}, {"how", "letter"}, {"question", "Who are you?"}, {"reason", "who is it"}}), "suspended");
    expectToldInEnglish(reviewer, reviewer.post(page + "/termijn/opschorten", {{"ground", "clarification"}, {"from", "2026-03-11"}, {"how", "otherwise"}, {"documents", "400"}, {"reason", "what for"}}), "suspended twice");
    const auto open = region.store->requests().suspensions(page.substr(11));
    const auto clarified = page + "/opschortingen/" + open.front().id;
    expectEnglish(reviewer.get(clarified + "/antwoord"), "answer");
    expectEnglish(reviewer.post(clarified + "/antwoord", {{"day", "2026-03-10"}, {"answer", "only 2024"}}), "answered before asked", 422);
    expectToldInEnglish(reviewer, reviewer.post(clarified + "/antwoord", {{"day", "2026-03-12"}, {"answer", "only 2024"}}), "answered");
    expectEnglish(reviewer.get(clarified + "/ongedaan"), "undo");
    expectToldInEnglish(reviewer, reviewer.post(page + "/identiteit", {{"method", "passport"}, {"on", "2026-03-12"}}), "identity");
    expectToldInEnglish(reviewer, reviewer.post(page + "/termijn/verlengen", {{"told_on", "2026-03-12"}, {"how", "letter"}, {"reason", "many documents"}}), "extended");
    EXPECT_EQ(reviewer.get(page + "/termijn/verlenging.pdf").body.substr(0, 5), "%PDF-");
    expectEnglish(reviewer.get(page + "/termijnen"), "all terms");
    expectEnglish(reviewer.get(page + "/termijn/verlenging/ongedaan"), "undo extension");
    expectToldInEnglish(reviewer, reviewer.post(clarified + "/ongedaan", {{"why", "wrong case"}}), "undone");
    expectEnglish(reviewer.get(page + "/brieven"), "letters");
    auto admin = as("beheer");
    const auto lastDay = service::casework::clockOf(*region.office, region.store->requests().load(page.substr(11))).due;
    expectToldInEnglish(admin, admin.post("/beheer/feestdagen", {{"day", lastDay}, {"name", "Day"}}), "day off");
    expectEnglish(reviewer.get("/werkvoorraad"), "messages");
    expectEnglish(reviewer.get(page), "case suspended and extended");
    reviewer.post("/huishoudens/" + region.householdId + "/belang", {{"why", "neighbour of hers"}});
    expectEnglish(reviewer.get(page), "conflict of interest", 403);
}

TEST_F(English, TheAdministratorReadsEnglish) {
    auto admin = as("beheer");
    for (const auto* page : {"/beheer/accounts", "/beheer/partners", "/beheer/partners/nieuw", "/beheer/partners/vt", "/beheer/regio", "/beheer/feestdagen", "/beheer/mail"}) expectEnglish(admin.get(page), page);
    expectEnglish(admin.post("/beheer/mail", {{"host", "smtp.region.test"}, {"port", "0"}, {"security", "starttls"}}), "port wrong", 422);
    expectToldInEnglish(admin, admin.post("/beheer/mail", {{"host", "localhost"}, {"port", "1"}, {"security", "starttls"}, {"from", "a@b.test"}, {"password", "a secret"}}), "mail kept");
    expectToldInEnglish(admin, admin.post("/beheer/mail/proberen", {}), "no address of their own");
    expectEnglish(admin.get("/beheer/mail"), "mail kept, password not shown");
    EXPECT_EQ(admin.get("/beheer/mail").body.find("a secret"), std::string::npos);
    expectEnglish(admin.get("/beheer/accounts/" + region.accounts["balie"]), "account");
    expectEnglish(admin.post("/beheer/accounts", {{"login", "a b"}}), "account incomplete", 422);
    expectEnglish(admin.post("/beheer/partners", {{"code", "V T"}, {"own_term_days", "no"}}), "partner incomplete", 422);
    expectEnglish(admin.post("/beheer/regio", {{"email", "nowhere"}}), "region incomplete", 422);
    expectEnglish(admin.post("/beheer/feestdagen", {{"day", "soon"}}), "no day", 422);
    for (const auto* kind : {"zgw", "export-drop", "scan-folder"}) expectEnglish(admin.get(std::string("/beheer/partners/vt?koppeling=") + kind), kind);
    expectEnglish(admin.post("/beheer/partners/vt/koppeling", {{"connector", "scan-folder"}, {"folder", "here"}}), "folder wrong", 422);
    for (const auto* kind : {"scan-folder", "export-drop"}) {
        expectToldInEnglish(admin, admin.post("/beheer/partners/vt/koppeling", {{"connector", kind}, {"folder", "/nowhere/at/all"}}), "connection kept");
        expectToldInEnglish(admin, admin.post("/beheer/partners/vt/koppeling/proberen", {}), "connection tried");
    }
    std::filesystem::create_directories(region.folder / "scans");
    expectToldInEnglish(admin, admin.post("/beheer/partners/vt/koppeling", {{"connector", "scan-folder"}, {"folder", (region.folder / "scans").string()}}), "connection kept");
    expectToldInEnglish(admin, admin.post("/beheer/partners/vt/koppeling/proberen", {}), "connection works");
    expectEnglish(admin.get("/beheer/accounts/unknown"), "no such account", 404);
}
