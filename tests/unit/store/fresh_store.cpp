#include "tests/unit/store/fresh_store.h"

#include <unistd.h>

#include <stdexcept>

namespace service::store {

namespace household = redaction::household;

FreshStore::FreshStore() {
    char name[] = "/tmp/lakwerk-store-XXXXXX";
    folder = std::filesystem::path(mkdtemp(name)) / "gegevens";
    store = Store::open(folder, environment);
}

FreshStore::~FreshStore() {
    store.reset();
    std::filesystem::remove_all(folder.parent_path());
}

void FreshStore::reopen() {
    store.reset();
    store = Store::open(folder, environment);
}

Account FreshStore::account(const std::string& login, Role role) {
    return store->accounts().add({login, "Collega " + login, role, goodPassword, "", "nl"});
}

Id FreshStore::someone(const std::string& login, Role role) {
    raw("INSERT INTO account (id, login, display_name, role, password_hash, created_at) VALUES ('" + login + "', '" + login +
        "', 'Collega " + login + "', '" + toText(role) + "', '-', '2026-03-02T09:00:00Z')");
    return login;
}

household::Case FreshStore::family() const {
    return household::parseCase(R"({"case": "gezin-proef", "reference_date": "2026-03-02",
      "partners": [{"id": "vt", "name": "Veilig Thuis Proefland", "kind": "veilig-thuis", "public_body": false},
                   {"id": "lt", "name": "Lokaal team Proefstad", "kind": "lokaal-team", "public_body": true}],
      "persons": [
        {"id": "moeder", "kind": "family", "given": ["Zoë", "Şükran"], "called": "Zoë", "prefix": "van den", "family": "Ørsted",
         "birthdate": "1990-05-06", "bsn": "111222333",
         "addresses": [{"street": "Schuilpad", "number": "3", "postcode": "1234 AB", "city": "Verweg", "secret": true}]},
        {"id": "vader", "kind": "family", "given": ["Čedomir"], "called": "Čedo", "family": "Novák", "birthdate": "1988-01-02"},
        {"id": "kind1", "kind": "family", "given": ["Pim"], "called": "Pim", "family": "Novák", "birthdate": "2017-11-30"},
        {"id": "prof1", "kind": "professional", "partner": "vt", "given": ["Lia"], "family": "Bos", "protected": false}],
      "relations": [{"type": "parent", "from": "moeder", "to": "kind1"}, {"type": "parent", "from": "vader", "to": "kind1"}],
      "authority": [{"child": "kind1", "holder": "vader", "type": "joint", "from": "2017-11-30", "to": null}],
      "protections": [{"person": "moeder", "against": ["vader"], "hide": ["address", "place"], "why": "dreiging"}],
      "consents": []})");
}

Household FreshStore::household() {
    if (!household_) household_ = store->households().importCase(family(), "x");
    return *household_;
}

Request FreshStore::request() {
    if (request_) return *request_;
    NewRequest wanted;
    wanted.householdId = household().id;
    wanted.requesterId = "vader";
    wanted.subjects = {"vader", "kind1"};
    wanted.addressedTo = "vt";
    wanted.receivedOn = std::chrono::year{2026} / 2 / 27;
    wanted.channel = "letter";
    wanted.identityMethod = "paspoort";
    wanted.createdBy = "x";
    request_ = store->requests().add(wanted);
    return *request_;
}

Fragment FreshStore::fragment(const std::string& externalId) {
    NewFragment wanted;
    wanted.requestId = request().id;
    wanted.partnerId = "vt";
    wanted.externalId = externalId;
    wanted.title = "Verslag";
    wanted.fileName = externalId + ".txt";
    wanted.sha256 = std::string(64, 'a') + externalId;
    wanted.sourceBlob = store->blobs().write(request().id, "bytes of " + externalId);
    const auto added = store->fragments().add(wanted);
    store->fragments().setState(added.id, FragmentState::read, "");
    return store->fragments().load(added.id);
}

void FreshStore::raw(const std::string& sql) {
    sqlite3* handle = nullptr;
    sqlite3_open((folder / "lakwerk.sqlite").c_str(), &handle);
    sqlite3_create_function(handle, "moment_now", 0, SQLITE_UTF8, nullptr,
                            [](sqlite3_context* c, int, sqlite3_value**) {
                                sqlite3_result_text(c, "2026-03-02T09:00:00Z", -1, SQLITE_STATIC);
                            },
                            nullptr, nullptr);
    char* message = nullptr;
    const int code = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
    const std::string failure = message ? message : "";
    sqlite3_free(message);
    sqlite3_close(handle);
    if (code != SQLITE_OK) throw std::runtime_error(failure);
}

std::string FreshStore::textOf(const std::string& sql) {
    sqlite3* handle = nullptr;
    sqlite3_stmt* statement = nullptr;
    sqlite3_open((folder / "lakwerk.sqlite").c_str(), &handle);
    std::string text;
    if (sqlite3_prepare_v2(handle, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW)
        text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return text;
}

long long FreshStore::numberOf(const std::string& sql) { return std::stoll("0" + textOf(sql)); }

}  // namespace service::store
