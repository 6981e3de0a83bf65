#include "service/store/requests.h"

#include <algorithm>

#include "service/store/application_rows.h"
#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, household_id, right_asked, requester_id, capacity, addressed_to, received_on, channel, identity_method, "
    "identity_by, identity_note, identity_on, remarks, language, letter_blob, created_by, reference, step, rules_version, "
    "household_version, version, created_at, closed_at, application_id, partner_id, reopens, reopened_why FROM privacy_request ";

Request fromRow(Row& row) {
    Request request;
    for (auto* text : {&request.id, &request.householdId, &request.right, &request.requesterId, &request.capacity,
                       &request.addressedTo})
        *text = row.text();
    request.receivedOn = row.date();
    for (auto* text : {&request.channel, &request.identityMethod, &request.identityBy, &request.identityNote}) *text = row.text();
    request.identityOn = row.optionalDate();
    for (auto* text : {&request.remarks, &request.language, &request.letterBlob, &request.createdBy, &request.reference})
        *text = row.text();
    request.step = stepFrom(row.text()).value_or(Step::logged);
    request.rulesVersion = row.text();
    request.householdVersion = row.integer();
    request.version = row.integer();
    request.createdAt = row.moment();
    request.closedAt = row.optionalMoment();
    for (auto* text : {&request.applicationId, &request.partnerId, &request.reopens, &request.reopenedWhy}) *text = row.text();
    return request;
}

std::vector<std::string> subjectsOf(Connection& c, const Id& id) {
    return rows(c, [](Row& row) { return row.text(); },
                "SELECT person_id FROM request_subject WHERE request_id = $1 ORDER BY position", id);
}

std::vector<Id> togetherWith(Connection& c, const Id& id) {
    return rows(c, [](Row& row) { return row.text(); }, "SELECT partner_id FROM request_partner r WHERE request_id = $1 AND NOT EXISTS (SELECT 1 FROM left_together l WHERE l.request_id = r.request_id AND l.partner_id = r.partner_id) ORDER BY position", id);
}

// What is destroyed is on no list any more; by its id its blank row is still found.
constexpr const char* notDestroyed = "NOT EXISTS (SELECT 1 FROM destruction d WHERE d.request_id = privacy_request.id) ";

template <class... Values>
std::vector<Request> loadAll(Connection& c, const std::string& where, const Values&... values) {
    auto requests = rows(c, fromRow, select + where, values...);
    for (auto& request : requests) {
        request.subjects = subjectsOf(c, request.id);
        if (request.partnerId.empty()) request.togetherWith = togetherWith(c, request.id);
    }
    return requests;
}

Request loadOne(Connection& c, const Id& id) {
    auto found = loadAll(c, "WHERE id = $1", id);
    if (found.empty()) throw StoreError(ErrorKind::notFound, "dit verzoek bestaat niet");
    return std::move(found.front());
}

void insertSubjects(Connection& c, const Id& id, const std::vector<std::string>& subjects) {
    run(c, "DELETE FROM request_subject WHERE request_id = $1", id);
    int position = 0;
    for (const auto& person : subjects)
        run(c, "INSERT INTO request_subject (request_id, person_id, position) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", id,
            person, ++position);
}

void insertTogether(Connection& c, const Id& id, const std::vector<Id>& partners) {
    int position = 0;
    for (const auto& partner : partners)
        run(c, "INSERT INTO request_partner (request_id, partner_id, position) VALUES ($1, $2, $3)", id, partner, ++position);
}

// A request that belongs to no application yet is all that was asked.
Application applicationOf(Connection& c, const Environment& environment, const NewRequest& wanted) {
    if (!wanted.applicationId.empty()) return loadApplication(c, wanted.applicationId);
    return insertApplication(c, environment, {wanted.householdId, wanted.requesterId, wanted.receivedOn, wanted.remarks, {}, wanted.createdBy});
}

bool sharesSubject(const Request& a, const NewRequest& b) {
    return std::any_of(a.subjects.begin(), a.subjects.end(), [&](const auto& person) {
        return std::find(b.subjects.begin(), b.subjects.end(), person) != b.subjects.end();
    });
}

constexpr std::pair<Step, const char*> stepNames[] = {
    {Step::logged, "logged"}, {Step::collecting, "collecting"}, {Step::reading, "reading"},   {Step::review, "review"},
    {Step::signOff, "sign-off"}, {Step::packaging, "packaging"}, {Step::released, "released"}, {Step::closed, "closed"}};

}  // namespace

std::string toText(Step step) { return stepNames[std::size_t(step)].second; }

std::optional<Step> stepFrom(std::string_view text) {
    for (const auto& [step, name] : stepNames)
        if (name == text) return step;
    return std::nullopt;
}

Id Requests::makeId() { return environment_.newId.make(); }

Request Requests::add(const NewRequest& wanted) {
    const auto id = wanted.id.empty() ? makeId() : wanted.id;
    const auto now = environment_.clock.now();
    return database_.write([&](Connection& c) {
        const auto application = applicationOf(c, environment_, wanted);
        const auto reference = application.reference + (wanted.part > 0 ? "-" + std::to_string(wanted.part) : std::string());
        run(c,
            "INSERT INTO privacy_request (id, reference, household_id, right_asked, requester_id, capacity, addressed_to, "
            "received_on, channel, identity_method, identity_by, identity_note, identity_on, remarks, language, letter_blob, "
            "step, created_by, created_at, application_id, partner_id, reopens, reopened_why) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'logged', $17, $18, $19, $20, $21, $22)",
            id, reference, wanted.householdId, wanted.right, wanted.requesterId, wanted.capacity, wanted.addressedTo,
            wanted.receivedOn, wanted.channel, wanted.identityMethod, wanted.identityBy, wanted.identityNote, wanted.identityOn,
            wanted.remarks, wanted.language, orNull(wanted.letterBlob), wanted.createdBy, now, application.id, wanted.partnerId,
            orNull(wanted.reopens), wanted.reopenedWhy);
        insertSubjects(c, id, wanted.subjects);
        insertTogether(c, id, wanted.togetherWith);
        return loadOne(c, id);
    });
}

Request Requests::load(const Id& id) const {
    return database_.read([&](Connection& c) { return loadOne(c, id); });
}

std::optional<Request> Requests::find(const Id& id) const {
    return database_.read([&](Connection& c) {
        auto found = loadAll(c, "WHERE id = $1", id);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::optional<Request> Requests::findByReference(std::string_view reference) const {
    return database_.read([&](Connection& c) {
        auto found = loadAll(c, "WHERE reference = $1", reference);
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

std::vector<Request> Requests::all() const {
    return database_.read([](Connection& c) { return loadAll(c, std::string("WHERE ") + notDestroyed + "ORDER BY created_at DESC, reference DESC"); });
}

std::vector<Request> Requests::ofHousehold(const Id& householdId) const {
    return database_.read(
        [&](Connection& c) { return loadAll(c, std::string("WHERE household_id = $1 AND ") + notDestroyed + "ORDER BY created_at DESC, reference DESC", householdId); });
}

std::vector<Request> Requests::ofApplication(const Id& applicationId) const {
    return database_.read(
        [&](Connection& c) { return loadAll(c, "WHERE application_id = $1 ORDER BY length(reference), reference", applicationId); });
}

std::vector<Id> Requests::partnersOf(const Request& request) const {
    if (!request.partnerId.empty()) return {request.partnerId};
    if (!request.togetherWith.empty()) return request.togetherWith;
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return row.text(); }, "SELECT partner_id FROM household_partner h WHERE household_id = $1 AND NOT EXISTS (SELECT 1 FROM left_together l WHERE l.request_id = $2 AND l.partner_id = h.partner_id) ORDER BY position",
                    request.householdId, request.id);
    });
}

void Requests::leave(const Id& requestId, const Id& partnerId, std::string_view why, const Id& by) {
    const auto partners = partnersOf(load(requestId));
    if (std::find(partners.begin(), partners.end(), partnerId) == partners.end()) throw StoreError(ErrorKind::conflict, "deze partner doet hier niet meer aan mee");
    if (partners.size() < 2) throw StoreError(ErrorKind::forbiddenByRule, "zonder deze partner behandelt niemand dit verzoek");
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO left_together (request_id, partner_id, why, left_by, left_at) VALUES ($1, $2, $3, $4, $5)", requestId, partnerId, why, by, environment_.clock.now());
        run(c, "UPDATE proposal SET replaced = 1 WHERE request_id = $1 AND fragment_id IN (SELECT id FROM fragment WHERE request_id = $1 AND partner_id = $2)", requestId, partnerId);
        run(c, "UPDATE fragment SET duplicate_of = NULL WHERE request_id = $1 AND duplicate_of IN (SELECT id FROM fragment WHERE request_id = $1 AND partner_id = $2)", requestId, partnerId);
        run(c, "DELETE FROM fragment_likeness WHERE request_id = $1", requestId);  // made again with the proposals
    });
}

std::vector<Request> Requests::similar(const NewRequest& wanted) const {
    const auto recent = environment_.clock.now() - std::chrono::days(92);
    auto found = database_.read([&](Connection& c) {
        return loadAll(c,
                       std::string("WHERE ") + notDestroyed + "AND household_id = $1 AND requester_id = $2 AND right_asked = $3 AND id <> $4 AND "
                       "(step <> 'closed' OR created_at >= $5) ORDER BY created_at DESC, reference DESC",
                       wanted.householdId, wanted.requesterId, wanted.right, wanted.id, recent);
    });
    std::erase_if(found, [&](const Request& request) { return !sharesSubject(request, wanted); });
    return found;
}

redaction::household::AccessRequest Requests::accessRequest(const Id& id) const {
    const auto request = load(id);
    redaction::household::AccessRequest asked;
    asked.id = request.id;
    asked.requester = request.requesterId;
    asked.capacity = request.capacity;
    asked.subjects = database_.read([&](Connection& c) {
        // Where nobody could say that the authorisation covers it, it went on with the requester's own data.
        return rows(c, [](Row& row) { return row.text(); },
                    "SELECT s.person_id FROM request_subject s WHERE s.request_id = $1 AND NOT EXISTS (SELECT 1 FROM capacity_stop t JOIN asked_for a ON a.request_id = t.request_id AND a.person_id = t.person_id "
                    "WHERE t.request_id = s.request_id AND t.person_id = s.person_id AND t.settled_how = 'own-data' AND t.why = 'authorisation-unclear' AND a.may = 0) ORDER BY s.position", request.id);
    });
    asked.partners = partnersOf(request);
    asked.right = request.right;
    asked.received = request.receivedOn;
    asked.addressedTo = request.addressedTo;
    return asked;
}

Request Requests::change(const Request& r) {
    return database_.write([&](Connection& c) {
        const auto now = loadOne(c, r.id);
        if (now.step == Step::released || now.step == Step::closed)
            throw StoreError(ErrorKind::forbiddenByRule, "dit verzoek is al verstrekt of gesloten");
        if (now.version != r.version) throw StoreError(ErrorKind::conflict, "iemand anders heeft dit verzoek intussen gewijzigd");
        run(c,
            "UPDATE privacy_request SET right_asked = $1, requester_id = $2, capacity = $3, addressed_to = $4, received_on = $5, "
            "channel = $6, identity_method = $7, identity_by = $8, identity_note = $9, identity_on = $10, remarks = $11, "
            "language = $12, letter_blob = $13, version = version + 1 WHERE id = $14",
            r.right, r.requesterId, r.capacity, r.addressedTo, r.receivedOn, r.channel, r.identityMethod, r.identityBy,
            r.identityNote, r.identityOn, r.remarks, r.language, orNull(r.letterBlob), r.id);
        insertSubjects(c, r.id, r.subjects);
        return loadOne(c, r.id);
    });
}

void Requests::moveTo(const Id& id, Step from, Step to) {
    database_.write([&](Connection& c) {
        const auto closedAt = to == Step::closed ? std::optional(environment_.clock.now()) : std::nullopt;
        if (run(c, "UPDATE privacy_request SET step = $1, closed_at = $2 WHERE id = $3 AND step = $4", toText(to), closedAt, id,
                toText(from)) > 0)
            return;
        loadOne(c, id);
        throw StoreError(ErrorKind::conflict, "dit verzoek staat niet meer bij deze stap");
    });
}

void Requests::setProposed(const Id& id, std::string_view rulesVersion, int householdVersion) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE privacy_request SET rules_version = $1, household_version = $2 WHERE id = $3", rulesVersion,
            householdVersion, id);
    });
}

}  // namespace service::store
