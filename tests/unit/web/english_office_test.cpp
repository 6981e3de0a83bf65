// With English chosen every page speaks English: oversight, problems, administration.
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
    expectToldInEnglish(reviewer, reviewer.post(page + "/termijn/opschorten", {{"ground", "identity"}, {"from", "2026-03-11"}, {"reason", "who is it"}}), "suspended");
    expectToldInEnglish(reviewer, reviewer.post(page + "/termijn/hervatten", {{"until", ""}}), "no day");
    expectToldInEnglish(reviewer, reviewer.post(page + "/termijn/hervatten", {{"until", "2026-03-12"}}), "resumed");
    expectToldInEnglish(reviewer, reviewer.post(page + "/termijn/verlengen", {{"told_on", "2026-03-12"}, {"reason", "many documents"}}), "extended");
    expectEnglish(reviewer.get(page), "case suspended and extended");
    reviewer.post("/huishoudens/" + region.householdId + "/belang", {{"why", "neighbour of hers"}});
    expectEnglish(reviewer.get(page), "conflict of interest", 403);
}

TEST_F(English, TheAdministratorReadsEnglish) {
    auto admin = as("beheer");
    for (const auto* page : {"/beheer/accounts", "/beheer/partners", "/beheer/partners/nieuw", "/beheer/partners/vt", "/beheer/regio", "/beheer/feestdagen"}) expectEnglish(admin.get(page), page);
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
