#include "tests/scenarios/http/town.h"

#include <gtest/gtest.h>

#include <fstream>
#include <stdexcept>
#include <tuple>

#include "connectors/common/digest.h"
#include "redaction/household/household.h"
#include "service/casework/partner_standing.h"
#include "tests/partners/office_files.h"

namespace scenarios {

namespace fs = std::filesystem;
namespace store = service::store;
using namespace std::chrono_literals;

namespace {

const fs::path source = LAKWERK_SOURCE_DIR, build = LAKWERK_BUILD_DIR;

service::Moment morningOf(const std::string& day) { return service::momentFromIso(day + "T08:00:00Z"); }

std::string element(const std::string& name, const std::string& text) { return "<" + name + ">" + partners::xmlText(text) + "</" + name + ">"; }

std::string peopleIn(const nlohmann::json& family) {
    std::string xml;
    for (const auto& person : family.at("persons"))
        if (person.contains("bsn"))
            xml += "<person name=\"" + person.at("given")[0].get<std::string>() + " " + person.at("family").get<std::string>() + "\" birthdate=\"" +
                   person.at("birthdate").get<std::string>() + "\" bsn=\"" + person.at("bsn").get<std::string>() + "\"/>";
    return xml;
}

void writeExport(const fs::path& zip, const std::vector<Document>& documents) {
    const auto family = nlohmann::json::parse(readFile(source / "tests/data/stories/family.json"));
    std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><export xmlns=\"urn:lakwerk:export-drop:1\" system=\"dossiersysteem\" partner=\"" + documents.front().partner +
                      "\" made=\"2026-03-01T09:00:00Z\" made-by=\"beheer\" complete=\"yes\"><about>" + peopleIn(family) + "</about><documents>";
    std::vector<partners::NamedBytes> files;
    for (const auto& document : documents) {
        const std::string file = "stuk" + std::to_string(files.size() + 1) + ".txt";
        xml += "<document id=\"" + document.partner + "-" + std::to_string(files.size() + 1) + "\">" + element("file", file) + element("title", document.title) +
               element("kind", "verslag") + element("date", document.date) + element("author", "team") + element("sha256", connectors::sha256Hex(document.text)) +
               element("case", document.partner + "-1") + "</document>";
        files.emplace_back(file, document.text);
    }
    files.insert(files.begin(), {"manifest.xml", xml + "</documents></export>"});
    std::ofstream(zip, std::ios::binary) << partners::zipOf(files);
}

store::Partner partnerOf(const nlohmann::json& row, const fs::path& exports) {
    store::Partner partner;
    partner.id = row.at("id"), partner.name = row.at("name"), partner.kind = row.at("kind"), partner.publicBody = row.at("public_body");
    partner.legalForm = partner.kind == "lokaal-team" ? "gemeente" : partner.publicBody ? "ministerie" : "stichting";
    service::casework::setStanding(partner, service::casework::usualStandingOf(partner).value());
    partner.decidingOrgan = partner.kind == "lokaal-team" ? "het college van burgemeester en wethouders" : partner.publicBody ? "de minister" : "de raad van bestuur";
    partner.address = "Markt 1, 8900 AA Zeegat", partner.contact = "privacy@" + partner.id + ".example";
    partner.signer = "mr. T. Visser", partner.signerFunction = "bestuurder", partner.connector = "export-drop";
    partner.connectorSettings["folder"] = (exports / partner.id).string();
    fs::create_directories(exports / partner.id);
    return partner;
}

}  // namespace

Town::Town(const std::string& today, const Otherwise& otherwise) : clock_(morningOf(today)) {
    start();
    addPeople();
    addPartners(otherwise);
}

Town::~Town() { server_->stop(); }

void Town::start() {
    running_ = std::make_unique<service::faces::RunningOffice>(service::faces::RunningOffice::Places{folder_.path() / "data", source / "templates"},
                                                               service::Environment{clock_, random_, newId_}, [this](const std::string& line) {
                                                                   const std::lock_guard lock(logLock_);
                                                                   log_ += line + "\n";
                                                               });
    service::web::WebSettings settings;
    settings.port = 0, settings.templates = source / "templates", settings.assets = build / "assets";
    settings.log = [this](std::string_view line) {
        const std::lock_guard lock(logLock_);
        log_.append(line).append("\n");
    };
    server_ = std::make_unique<service::web::WebServer>(running_->office(), settings);
    server_->start();
    running_->workers().start();
}

void Town::restart() {
    server_->stop();
    server_.reset(), running_.reset();
    start();
}

void Town::addPeople() {
    using store::Role;
    for (const auto& [login, name, role] :
         {std::tuple{"balie", "Fleur de Balie", Role::frontDesk}, {"oordeel", "Bram Oordeel", Role::professional}, {"oordeel2", "Saar Tweede", Role::professional},
          {"officer", "Petra Officier", Role::privacyOfficer}, {"officer2", "Wim Officier", Role::privacyOfficer}, {"beheer", "Henk Beheer", Role::administrator}})
        running_->store().accounts().add({login, name, role, std::string(tests::passwordOfTests), "", "nl"});
    running_->store().settings().set("region.name", "Regio Zeegat");
    running_->store().settings().set("region.address", "Markt 1\n8900 AA Zeegat");
    running_->store().settings().set("region.place", "Zeegat");
}

void Town::addPartners(const Otherwise& otherwise) {
    auto& kept = running_->store();
    auto family = nlohmann::json::parse(readFile(source / "tests/data/stories/family.json"));
    if (otherwise) otherwise(family);
    std::vector<store::HouseholdPartner> ofFamily;
    for (const auto& row : family.at("partners")) {
        kept.partners().save(partnerOf(row, folder_.path() / "exports"));
        ofFamily.push_back({row.at("id"), {row.at("id").get<std::string>() + "-1"}});
    }
    const auto by = kept.accounts().findByLogin("beheer")->id;
    household_ = kept.households().importCase(redaction::household::parseCase(family.dump()), by).id;
    kept.households().setPartners(household_, ofFamily, by);
    for (const auto* login : {"oordeel", "oordeel2"}) kept.assignments().assign(household_, kept.accounts().findByLogin(login)->id, by);
}

void Town::holds(const std::vector<Document>& documents) {
    std::map<std::string, std::vector<Document>> byPartner;
    for (const auto& document : documents) byPartner[document.partner].push_back(document);
    for (const auto& [partner, its] : byPartner) writeExport(folder_.path() / "exports" / partner / "export.zip", its);
}

void Town::today(const std::string& day) {
    clock_.moveTo(morningOf(day));
    running_->workers().wake();
}

tests::Browser Town::as(const std::string& login) {
    tests::Browser browser(server_->port());
    EXPECT_TRUE(browser.signIn(login)) << login;
    return browser;
}

std::string Town::stepOf(const std::string& request) { return store::toText(running_->store().requests().load(request).step); }

bool Town::waitForStep(const std::string& request, const std::string& step) {
    return waitUntil([&] { return stepOf(request) == step; }, 120s);
}

bool Town::waitForWork(const std::string& request) {
    return waitUntil([&] { return running_->store().jobs().countOpen(request) == 0; }, 120s);
}

std::string Town::log() const {
    const std::lock_guard lock(logLock_);
    return log_;
}

std::string textOf(const std::string& html) {
    std::string text;
    bool inTag = false, blank = false;
    for (const char letter : html) {
        if (letter == '<') inTag = true;
        const bool keep = !inTag && !std::isspace(static_cast<unsigned char>(letter));
        if (keep && blank && !text.empty()) text += ' ';
        if (keep) text += letter;
        blank = !keep;
        if (letter == '>') inTag = false;
    }
    return text;
}

bool says(const tests::Answer& page, const std::string& words) { return textOf(page.body).find(words) != std::string::npos; }

std::string wordsOfPdf(const std::string& bytes) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "a.pdf", std::ios::binary) << bytes;
    return outputOf("pdftotext -layout '" + (folder.path() / "a.pdf").string() + "' -");
}

std::map<std::string, std::string> filesOfZip(const std::string& bytes) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "a.zip", std::ios::binary) << bytes;
    outputOf("cd '" + folder.path().string() + "' && unzip -q a.zip -d all");
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path() / "all"))
        if (entry.is_regular_file()) files[fs::relative(entry.path(), folder.path() / "all").string()] = readFile(entry.path());
    return files;
}

}  // namespace scenarios
