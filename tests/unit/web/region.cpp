#include "redaction/policy/rules.h"
#include "tests/unit/web/region.h"
#include <stdlib.h>
namespace tests {
namespace {

namespace store = service::store;

// Invented people; the numbers pass the 11-test and belong to nobody we know of.
constexpr const char* caseJson = R"({"case":"gezin Testman","reference_date":"2026-03-02",
 "partners":[{"id":"vt","name":"Veilig Thuis Proefregio","kind":"veilig-thuis","public_body":false}],
 "persons":[
  {"id":"vader","kind":"family","given":["Bernhard"],"called":"Ben","family":"Testman","birthdate":"1982-05-04","bsn":"111222333"},
  {"id":"moeder","kind":"family","given":["Quirina"],"called":"Rina","prefix":"van","family":"Proef","birthdate":"1984-02-03",
   "addresses":[{"street":"Verborgenpad","number":"7","postcode":"9999 ZZ","city":"Schuildorp","secret":true}]},
  {"id":"kind1","kind":"family","given":["Tobias"],"called":"Tobi","family":"Testman","birthdate":"2017-09-10"}],
 "relations":[{"type":"parent","from":"vader","to":"kind1"},{"type":"parent","from":"moeder","to":"kind1"},{"type":"ex-partner","from":"vader","to":"moeder"}],
 "authority":[{"child":"kind1","holder":"vader","type":"joint","from":"2017-09-10","to":null},{"child":"kind1","holder":"moeder","type":"joint","from":"2017-09-10","to":null}],
 "protections":[{"person":"moeder","against":["vader"],"hide":["address","postcode","place"],"why":"opgevangen na geweld"}],
 "consents":[]})";

std::filesystem::path freshFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "lakwerk-web-XXXXXX").string();
    return ::mkdtemp(pattern.data());
}

const std::filesystem::path source = LAKWERK_SOURCE_DIR, build = LAKWERK_BUILD_DIR;

}  // namespace

Region::Region()
    : folder(freshFolder()), clock(service::momentFromIso("2026-03-12T09:00:00Z")), store(store::Store::open(folder, environment)),
      reader(build / "lakwerk-reader"), rules(redaction::policy::RuleSet::load(source / "templates" / "rules")),
      letters(service::letters::LetterBook::load(source / "templates" / "letters")) {
    office.reset(new service::casework::Office{*store, environment, reader, rules, letters, source / "templates", board, readings, [] {}});
    service::web::WebSettings settings;
    settings.port = 0;
    settings.templates = source / "templates";
    settings.assets = build / "assets";
    settings.log = [this](std::string_view line) {
        const std::lock_guard lock(logMutex_);
        log_.append(line).append("\n");
    };
    server = std::make_unique<service::web::WebServer>(*office, settings);
    server->start();
    addAccounts();
    addHousehold();
}

Region::~Region() {
    server->stop();
    store.reset();
    std::filesystem::remove_all(folder);
}

std::string Region::logged() const {
    const std::lock_guard lock(logMutex_);
    return log_;
}

void Region::handOut(const std::string& requestId, const std::string& reviewer, const std::string& officer, const std::string& contents) {
    using service::store::Step;
    store->reviews().finish(requestId, accounts.at(reviewer));
    service::store::NewRelease release;
    release.requestId = requestId, release.packageHash = "hash " + requestId, release.packageBlob = store->blobs().write(requestId, "zip"), release.passed = true, release.contents = contents;
    const auto made = store->releases().add(release);
    store->signOffs().sign(requestId, release.packageHash, accounts.at(officer));
    store->releases().markReleased(made.id, accounts.at(reviewer), {"desk", "", "aan de balie, aan de verkeerde vader"});
    store->requests().moveTo(requestId, Step::logged, Step::released);
}

void Region::addAccounts() {
    using store::Role;
    for (const auto& [login, name, role] : {std::tuple{"balie", "Fleur de Balie", Role::frontDesk}, {"beoordelaar", "Bram Oordeel", Role::professional},
                                            {"officer", "Petra Officier", Role::privacyOfficer}, {"beheer", "Henk Beheer", Role::administrator}})
        accounts[login] = store->accounts().add({login, name, role, std::string(password), "", "nl"}).id;
}

void Region::addHousehold() {
    store::Partner partner;
    partner.id = "vt";
    partner.name = "Veilig Thuis Proefregio";
    partner.kind = "veilig-thuis";
    store->partners().save(partner);
    householdId = store->households().importCase(redaction::household::parseCase(caseJson), accounts["beoordelaar"]).id;
    store->assignments().assign(householdId, accounts["beoordelaar"], accounts["officer"]);
}

}  // namespace tests
