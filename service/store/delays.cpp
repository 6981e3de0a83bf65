#include "service/store/delays.h"

#include <array>

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr std::array<const char*, 4> mailNames{"none", "waiting", "sent", "failed"};
constexpr const char* selectEscalations = "SELECT request_id, milestone, by_day, level, account_id, at, mail, mail_error, mail_tries FROM escalation ";

Mail mailFrom(const std::string& text) {
    for (std::size_t index = 0; index < mailNames.size(); ++index)
        if (text == mailNames[index]) return Mail(index);
    throw StoreError(ErrorKind::broken, "een bericht heeft een onbekende stand");
}

Lateness latenessFrom(const std::string& text) { return text == "refusal" ? Lateness::refusal : Lateness::term; }  // the table holds no other

Escalation fromRow(Row& row) {
    Escalation it;
    it.requestId = row.text(), it.milestone = row.text(), it.byDay = row.date(), it.level = row.integer(), it.accountId = row.text();
    it.at = row.moment(), it.mail = mailFrom(row.text()), it.mailError = row.text(), it.mailTries = row.integer();
    return it;
}

}  // namespace

std::string toText(Mail mail) { return mailNames[std::size_t(mail)]; }

std::string toText(Lateness lateness) { return lateness == Lateness::refusal ? "refusal" : "term"; }

bool Delays::escalate(const Escalation& it) {
    return database_.write([&](Connection& c) {
        return run(c,
                   "INSERT INTO escalation (request_id, milestone, by_day, level, account_id, at, mail) VALUES ($1, $2, $3, $4, $5, $6, $7) "
                   "ON CONFLICT (request_id, milestone, by_day, level, account_id) DO NOTHING",
                   it.requestId, it.milestone, it.byDay, it.level, it.accountId, environment_.clock.now(), toText(it.mail)) > 0;
    });
}

std::vector<Escalation> Delays::escalations(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, fromRow, std::string(selectEscalations) + "WHERE request_id = $1 ORDER BY at, level", requestId); });
}

std::vector<Escalation> Delays::waitingForMail() const {
    return database_.read([&](Connection& c) { return rows(c, fromRow, std::string(selectEscalations) + "WHERE mail = 'waiting' AND (mail_after IS NULL OR mail_after <= $1) ORDER BY at", environment_.clock.now()); });
}

void Delays::retryMail(const Escalation& it, std::string_view error, std::chrono::seconds pause) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE escalation SET mail_error = $1, mail_tries = mail_tries + 1, mail_after = $2 WHERE request_id = $3 AND milestone = $4 AND by_day = $5 AND level = $6 AND account_id = $7",
            error, environment_.clock.now() + pause, it.requestId, it.milestone, it.byDay, it.level, it.accountId);
    });
}

void Delays::setMail(const Escalation& it, Mail mail, std::string_view error) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE escalation SET mail = $1, mail_error = $2 WHERE request_id = $3 AND milestone = $4 AND by_day = $5 AND level = $6 AND account_id = $7",
            toText(mail), error, it.requestId, it.milestone, it.byDay, it.level, it.accountId);
    });
}

LateDecision Delays::explain(const LateDecision& wanted) {
    LateDecision it = wanted;
    it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        if (run(c, "INSERT INTO late_decision (request_id, reason, recorded_by, recorded_at, cause, explains) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (request_id, explains) DO NOTHING",
                it.requestId, it.reason, it.recordedBy, it.recordedAt, it.cause, toText(it.explains)) == 0)
            throw StoreError(ErrorKind::conflict, "waarom het later is, is al vastgelegd");
    });
    return it;
}

std::vector<LateDecision> Delays::explanations(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return LateDecision{row.text(), row.text(), row.text(), row.moment(), row.text(), latenessFrom(row.text())}; },
                    "SELECT request_id, reason, recorded_by, recorded_at, cause, explains FROM late_decision WHERE request_id = $1 ORDER BY recorded_at, explains", requestId);
    });
}

DefaultNotice Delays::addNotice(const DefaultNotice& wanted) {
    DefaultNotice it = wanted;
    it.id = environment_.newId.make();
    it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO default_notice (id, request_id, partner_id, received_on, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)", it.id, it.requestId,
            it.partnerId, it.receivedOn, it.recordedBy, it.recordedAt);
    });
    return it;
}

std::vector<DefaultNotice> Delays::notices(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return DefaultNotice{row.text(), row.text(), row.text(), row.date(), row.text(), row.moment()}; },
                    "SELECT id, request_id, partner_id, received_on, recorded_by, recorded_at FROM default_notice WHERE request_id = $1 ORDER BY received_on, id", requestId);
    });
}

}  // namespace service::store
