#include "service/casework/incoming_letter.h"

#include <nlohmann/json.hpp>

#include "redaction/reader/reader_process.h"
#include "service/casework/case_file.h"
#include "service/casework/intake.h"
#include "service/casework/jobs.h"
#include "service/casework/letter_reading.h"
#include "service/casework/access.h"
#include "service/casework/queue.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;
constexpr std::chrono::hours keptUnlogged{24};
constexpr std::size_t maxLetterBytes = 50u << 20;

std::string draftName(const std::string& letterId) { return "letter/" + letterId; }

std::optional<Json> findNote(Office& office, const std::string& accountId, const std::string& letterId) {
    const auto draft = office.store.drafts().find(accountId, draftName(letterId));
    if (!draft) return std::nullopt;
    auto note = Json::parse(draft->body, nullptr, false);
    if (!note.is_object()) return std::nullopt;
    return note;
}

void keepNote(Office& office, const std::string& accountId, const std::string& letterId, const Json& note) {
    office.store.drafts().save(accountId, draftName(letterId), note.dump());
}

std::optional<redaction::household::Case> chosenHousehold(Office& office, const Actor& actor, const std::string& id) {
    if (id.empty() || mayOpen(office, actor, id) == Opening::conflictOfInterest) return std::nullopt;
    if (!office.store.households().findHousehold(id)) return std::nullopt;
    return office.store.households().load(id);
}

void fillGuesses(Office& office, const Actor& actor, const Json& note, Prefill& prefill) {
    prefill.text = office.store.blobs().read(note.at("text").get<std::string>());
    const auto known = chosenHousehold(office, actor, note.value("household", ""));
    prefill.guesses = guessesFrom(prefill.text, known ? &*known : nullptr, today(office));
}

}  // namespace

std::string letterBlob(Office& office, const Actor& actor, const std::string& letterId) {
    const auto note = findNote(office, actor.accountId, letterId);
    if (!note) throw Failure(Failure::notFound, "Deze brief is niet meer te vinden; voeg hem opnieuw toe.");
    return note->at("blob").get<std::string>();
}

std::string letterMediaType(std::string_view bytes) {
    if (bytes.substr(0, 4) == "%PDF") return "application/pdf";
    if (bytes.substr(0, 8) == "\x89PNG\r\n\x1a\n") return "image/png";
    if (bytes.substr(0, 3) == "\xff\xd8\xff") return "image/jpeg";
    if (bytes.substr(0, 4) == std::string_view("II*\0", 4) || bytes.substr(0, 4) == std::string_view("MM\0*", 4)) return "image/tiff";
    return "application/octet-stream";
}

std::string letterFileName(std::string_view bytes) {
    const std::string type = letterMediaType(bytes);
    const auto slash = type.find('/');
    return "brief." + (type == "application/octet-stream" ? std::string("bin") : type == "image/jpeg" ? "jpg" : type.substr(slash + 1));
}

Prefill startPrefill(Office& office, const Actor& actor, std::string_view fileName, std::string bytes, std::string_view householdId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    Prefill prefill;
    if (bytes.empty() || bytes.size() > maxLetterBytes) {
        prefill.state = Prefill::failed;
        prefill.words = bytes.empty() ? "Dit bestand is leeg." : "Dit bestand is te groot (meer dan 50 MB).";
        return prefill;
    }
    prefill.letterId = office.store.requests().makeId();
    office.store.transact([&] {
        const Json note{{"blob", office.store.blobs().write(prefill.letterId, bytes)}, {"household", std::string(householdId)}, {"state", "reading"}};
        keepNote(office, actor.accountId, prefill.letterId, note);
        const Json payload{{"account", actor.accountId}, {"file", std::string(fileName.substr(0, 200))}};
        office.store.jobs().add(job::prefill, prefill.letterId, payload.dump());
        office.store.jobs().addLater(job::forgetLetter, prefill.letterId, payload.dump(), keptUnlogged);
        record(office, actor, {"letter.uploaded", std::string(householdId), {}, {}, {}, "{}"});
    });
    office.wakeWorkers();
    prefill.words = "De brief wordt gelezen.";
    return prefill;
}

Prefill prefillState(Office& office, const Actor& actor, std::string_view letterId) {
    Prefill prefill;
    prefill.letterId = std::string(letterId);
    const auto note = findNote(office, actor.accountId, prefill.letterId);
    if (!note) throw Failure(Failure::notFound, "Deze brief is niet meer te vinden; voeg hem opnieuw toe.");
    const std::string state = note->value("state", "reading");
    prefill.state = state == "ready" ? Prefill::ready : state == "failed" ? Prefill::failed : Prefill::reading;
    const std::string line = office.board.read(prefill.letterId);
    prefill.words = state == "reading" ? (line.empty() ? "De brief wordt gelezen." : line) : note->value("words", "");
    if (prefill.state == Prefill::ready) fillGuesses(office, actor, *note, prefill);
    return prefill;
}

// Basis: AVG art. 5(1)(e): a letter that became no request is not kept
void runForgetLetter(Office& office, const store::Job& claimed, const StopSign&) {
    const std::string account = Json::parse(claimed.payload).value("account", "");
    office.store.transact([&] {
        const bool logged = office.store.requests().find(claimed.subject).has_value();
        if (!logged && findNote(office, account, claimed.subject)) {
            office.store.blobs().destroyKey(claimed.subject);
            office.store.drafts().remove(account, draftName(claimed.subject));
            record(office, theServiceItself(), {"letter.forgotten", {}, {}, {}, {}, "{}"});
        }
        office.store.jobs().finish(claimed.id);
    });
}

void runPrefill(Office& office, const store::Job& claimed, const StopSign& stop) {
    const auto payload = Json::parse(claimed.payload);
    const std::string account = payload.at("account");
    auto note = findNote(office, account, claimed.subject);
    if (!note) return office.store.jobs().finish(claimed.id);
    const std::string bytes = office.store.blobs().read(note->at("blob").get<std::string>());
    std::optional<std::string> text;
    try {
        const auto result = office.reader.read(bytes, payload.value("file", ""), {}, [&](const redaction::reader::Progress& progress) {
            if (stop.serviceStops()) throw LeftOff{};
            office.board.write(claimed.subject, "Pagina " + std::to_string(progress.pagesDone) + " van " + std::to_string(progress.pagesTotal) + " gelezen");
        });
        text = redaction::document::toUtf8(result.document.text);
        (*note)["state"] = "ready";
        (*note)["words"] = "De brief is gelezen. Controleer wat Lakwerk heeft ingevuld.";
    } catch (const redaction::reader::ReadError& unreadable) {
        (*note)["state"] = "failed";
        (*note)["words"] = std::string(unreadable.what()) + " Vul het formulier zelf in; de brief blijft bewaard.";
    }
    office.store.transact([&] {
        if (text) (*note)["text"] = office.store.blobs().write(claimed.subject, *text);
        keepNote(office, account, claimed.subject, *note);
        office.store.jobs().finish(claimed.id);
    });
    office.board.wipe(claimed.subject);
}

}  // namespace service::casework
