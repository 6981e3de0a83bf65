#include "service/store/store.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>

#include "service/store/audit_anchor.h"
#include "service/store/files.h"
#include "service/store/master_key.h"
#include "service/store/migrations.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace fs = std::filesystem;

struct Store::Parts {
    Parts(const fs::path& where, const Environment& environment, OpenMode mode, MasterKey key,
          std::unique_ptr<FolderLock> held)
        : folder(where), lock(std::move(held)), masterKey(std::move(key)),
          database(where / "lakwerk.sqlite", mode, environment.clock), anchor(where / "audit.anchor", masterKey),
          settings(database, environment), holidays(database, environment), accounts(database, environment),
          sessions(database, environment), drafts(database, environment), partners(database, environment),
          households(database, environment), corrections(database, environment), assignments(database, environment), applications(database, environment), requests(database, environment),
          collections(database, environment), fragments(database, environment), proposals(database, environment),
          rulings(database, environment), reviews(database, environment), signOffs(database, environment),
          releases(database, environment), letters(database, environment), notices(database, environment), delays(database, environment), clockDays(database, environment), remedies(database, environment), breaches(database, environment),
          channels(database, environment), identities(database, environment), childViews(database, environment), turns(database, environment),
          items(database, environment), answerForms(database, environment), jobs(database, environment),
          audit(database, environment, anchor, masterKey), blobs(database, environment, masterKey, where / "blobs"),
          retention(database, environment, blobs), savedViews(database, environment) {}

    fs::path folder;
    std::unique_ptr<FolderLock> lock;  // absent: opened to read
    MasterKey masterKey;
    Database database;
    AuditAnchor anchor;
    Settings settings;
    Holidays holidays;
    Accounts accounts;
    Sessions sessions;
    Drafts drafts;
    Partners partners;
    Households households;
    Corrections corrections;
    Assignments assignments;
    Applications applications;
    Requests requests;
    Collections collections;
    Fragments fragments;
    Proposals proposals;
    Rulings rulings;
    Reviews reviews;
    SignOffs signOffs;
    Releases releases;
    Letters letters;
    Notices notices;
    Delays delays;
    ClockDays clockDays;
    Remedies remedies;
    Breaches breaches;
    Channels channels;
    Identities identities;
    ChildViews childViews;
    Turns turns;
    Items items;
    AnswerForms answerForms;
    Jobs jobs;
    Audit audit;
    Blobs blobs;
    Retention retention;
    SavedViews savedViews;
};

namespace {

void makeFolders(const fs::path& folder) {
    std::error_code failure;
    const bool isNew = fs::create_directories(folder, failure);
    if (!failure) fs::create_directories(folder / "blobs", failure);
    if (!failure && isNew) fs::permissions(folder, fs::perms::owner_all, failure);
    if (!failure) fs::permissions(folder / "blobs", fs::perms::owner_all, failure);
    if (failure) throw StoreError(ErrorKind::broken, withRemedy("de gegevensmap kan niet worden gemaakt", failure.value()));
}

// The folder may be someone's own and open to others: what lies in it is not. SQLite gives its log files the same mode.
void keepToOwner(const fs::path& database) {
    // Only when it is not there: closing a descriptor of a database in use would drop SQLite's locks.
    if (!fs::exists(database)) const FileDescriptor made(::open(database.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600), "de gegevens kunnen niet worden gemaakt");
    for (const char* suffix : {"", "-wal", "-shm"}) {
        const std::string file = database.string() + suffix;
        if (::chmod(file.c_str(), 0600) != 0 && errno != ENOENT) throw StoreError(ErrorKind::broken, "de gegevens kunnen niet worden afgeschermd");
    }
}

}  // namespace

std::unique_ptr<Store> Store::open(const fs::path& folder, const Environment& environment) {
    makeFolders(folder);
    auto lock = std::make_unique<FolderLock>(folder / "lakwerk.lock");
    // A database without its key: making a new key would only hide the loss.
    const bool hasDatabase = fs::exists(folder / "lakwerk.sqlite");
    auto key = hasDatabase ? MasterKey::open(folder / "master.key")
                           : MasterKey::openOrMake(folder / "master.key", environment.random);
    keepToOwner(folder / "lakwerk.sqlite");
    auto parts = std::make_unique<Parts>(folder, environment, OpenMode::readWrite, std::move(key), std::move(lock));
    migrate(parts->database);
    parts->anchor.takeUp(parts->database);
    parts->jobs.resumeAfterCrash();
    parts->blobs.sweep();
    parts->sessions.removeExpired();
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

std::unique_ptr<Store> Store::openToRead(const fs::path& folder, const Environment& environment) {
    if (!fs::exists(folder / "lakwerk.sqlite")) throw StoreError(ErrorKind::notFound, "hier is geen gegevensmap van Lakwerk");
    auto parts = std::make_unique<Parts>(folder, environment, OpenMode::readOnly, MasterKey::open(folder / "master.key"), nullptr);
    if (schemaVersion(parts->database) != migrations().back().number)
        throw StoreError(ErrorKind::broken, "deze gegevens zijn van een andere versie van Lakwerk");
    return std::unique_ptr<Store>(new Store(std::move(parts)));
}

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::~Store() = default;

void Store::runInTransaction(const std::function<void()>& work) {
    parts_->database.write([&](Connection&) { work(); });
}

bool Store::hasAccounts() const { return parts_->accounts.any(); }
const fs::path& Store::folder() const { return parts_->folder; }
Settings& Store::settings() { return parts_->settings; }
Holidays& Store::holidays() { return parts_->holidays; }
Accounts& Store::accounts() { return parts_->accounts; }
Sessions& Store::sessions() { return parts_->sessions; }
Drafts& Store::drafts() { return parts_->drafts; }
Partners& Store::partners() { return parts_->partners; }
Households& Store::households() { return parts_->households; }
Corrections& Store::corrections() { return parts_->corrections; }
Assignments& Store::assignments() { return parts_->assignments; }
Applications& Store::applications() { return parts_->applications; }
Requests& Store::requests() { return parts_->requests; }
Collections& Store::collections() { return parts_->collections; }
Fragments& Store::fragments() { return parts_->fragments; }
Proposals& Store::proposals() { return parts_->proposals; }
Rulings& Store::rulings() { return parts_->rulings; }
Reviews& Store::reviews() { return parts_->reviews; }
SignOffs& Store::signOffs() { return parts_->signOffs; }
Releases& Store::releases() { return parts_->releases; }
Letters& Store::letters() { return parts_->letters; }
Notices& Store::notices() { return parts_->notices; }
Delays& Store::delays() { return parts_->delays; }
ClockDays& Store::clockDays() { return parts_->clockDays; }
Channels& Store::channels() { return parts_->channels; }
Identities& Store::identities() { return parts_->identities; }
ChildViews& Store::childViews() { return parts_->childViews; }
Turns& Store::turns() { return parts_->turns; }
Items& Store::items() { return parts_->items; }
AnswerForms& Store::answerForms() { return parts_->answerForms; }
Remedies& Store::remedies() { return parts_->remedies; }
Breaches& Store::breaches() { return parts_->breaches; }
Jobs& Store::jobs() { return parts_->jobs; }
Audit& Store::audit() { return parts_->audit; }
Blobs& Store::blobs() { return parts_->blobs; }
Retention& Store::retention() { return parts_->retention; }
SavedViews& Store::savedViews() { return parts_->savedViews; }

}  // namespace service::store
