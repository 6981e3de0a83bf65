#include "redaction/policy/rules.h"
#include "tests/unit/web/region.h"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>
#include <stdlib.h>

#include <algorithm>
#include <sstream>

#include "service/web/http/request.h"

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

std::string Answer::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? "" : found->second;
}

Region::Region()
    : folder(freshFolder()), clock(service::momentFromIso("2026-03-12T09:00:00Z")), store(store::Store::open(folder, environment)),
      reader(build / "lakwerk-reader"), rules(redaction::policy::RuleSet::load(source / "templates" / "rules")),
      letters(service::letters::LetterBook::load(source / "templates" / "letters")) {
    office.reset(new service::casework::Office{*store, environment, reader, rules, letters, source / "templates", board, [] {}});
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

Answer Browser::send(const std::string& method, const std::string& path, const std::string& body, std::map<std::string, std::string> headers) {
    Poco::Net::HTTPClientSession session("127.0.0.1", port_);
    session.setTimeout(Poco::Timespan(30, 0));
    Poco::Net::HTTPRequest request(method, path, Poco::Net::HTTPMessage::HTTP_1_1);
    std::string line;
    for (const auto& [name, value] : cookies) line += (line.empty() ? "" : "; ") + name + "=" + value;
    if (!line.empty()) request.set("Cookie", line);
    for (const auto& [name, value] : headers) request.set(name, value);
    if (method == "POST") request.setContentLength64(static_cast<Poco::Int64>(body.size()));
    session.sendRequest(request) << body;
    Poco::Net::HTTPResponse response;
    std::ostringstream read;
    Poco::StreamCopier::copyStream(session.receiveResponse(response), read);
    Answer answer{response.getStatus(), read.str(), {}};
    for (const auto& [name, value] : response) {
        std::string lower = name;
        std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
        answer.headers.emplace(lower, value);
        if (lower != "set-cookie") continue;
        const auto equals = value.find('='), end = value.find(';');
        cookies[value.substr(0, equals)] = value.substr(equals + 1, end - equals - 1);
    }
    return answer;
}

Answer Browser::get(const std::string& path) { return send("GET", path, "", {}); }

Answer Browser::post(const std::string& path, Form form, std::map<std::string, std::string> headers) {
    form.emplace_back("_token", token());
    std::string body;
    for (const auto& [name, value] : form)
        body += (body.empty() ? "" : "&") + service::web::http::encodeField(name) + "=" + service::web::http::encodeField(value);
    headers.emplace("Content-Type", "application/x-www-form-urlencoded");
    return send("POST", path, body, std::move(headers));
}

std::string Browser::token() { return hidden(get("/mijn-instellingen").body, "_token"); }

bool Browser::signIn(const std::string& login) {
    const auto page = get("/inloggen");
    const Form form{{"_form", hidden(page.body, "_form")}, {"login", login}, {"password", std::string(Region::password)}};
    std::string body;
    for (const auto& [name, value] : form)
        body += (body.empty() ? "" : "&") + service::web::http::encodeField(name) + "=" + service::web::http::encodeField(value);
    return send("POST", "/inloggen", body, {{"Content-Type", "application/x-www-form-urlencoded"}}).status == 303;
}

std::string hidden(std::string_view html, std::string_view name) {
    const auto field = html.find("name=\"" + std::string(name) + "\"");
    if (field == html.npos) return {};
    const auto at = html.find("value=\"", field);
    if (at == html.npos) return {};
    return std::string(html.substr(at + 7, html.find('"', at + 7) - at - 7));
}

}  // namespace tests
