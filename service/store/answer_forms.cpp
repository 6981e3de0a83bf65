#include "service/store/answer_forms.h"

#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* selectInspections = "SELECT id, request_id, partner_id, day, time, place, planned_by, planned_at, held_on, present, shown, recorded_by, cancelled_why, cancelled_by FROM inspection ";
constexpr const char* selectClaims = "SELECT id, request_id, kind, why, earlier, offered, proposed_by, proposed_at, confirmed_by, confirmed_at, rejected_why FROM excessive_claim ";

Inspection inspectionFrom(Row& row) {
    Inspection it;
    it.id = row.text(), it.requestId = row.text(), it.partnerId = row.text(), it.day = row.date(), it.time = row.text(), it.place = row.text();
    it.plannedBy = row.text(), it.plannedAt = row.moment(), it.heldOn = row.optionalDate(), it.present = row.text(), it.shown = row.text();
    it.recordedBy = row.text(), it.cancelledWhy = row.text(), it.cancelledBy = row.text();
    return it;
}

ExcessiveClaim claimFrom(Row& row) {
    ExcessiveClaim it;
    it.id = row.text(), it.requestId = row.text(), it.kind = row.text(), it.why = row.text(), it.earlier = row.text(), it.offered = row.text();
    it.proposedBy = row.text(), it.proposedAt = row.moment(), it.confirmedBy = row.text(), it.confirmedAt = row.optionalMoment(), it.rejectedWhy = row.text();
    return it;
}

constexpr const char* selectAsides = "SELECT id, request_id, why, asked, until_on, proposed_by, proposed_at, withdrawn_by, withdrawn_at, withdrawn_why FROM put_aside ";
PutAside asideFrom(Row& row) {
    PutAside it;
    for (auto* text : {&it.id, &it.requestId, &it.why, &it.asked}) *text = row.text();
    it.until = row.optionalDate(), it.proposedBy = row.text(), it.proposedAt = row.moment(), it.withdrawnBy = row.text(), it.withdrawnAt = row.optionalMoment(), it.withdrawnWhy = row.text();
    return it;
}

// What was chosen for a request, numbered: the last one holds and the earlier ones stay.
struct Choices {
    std::string_view table, columns;  // what was chosen, why, by whom, when

    void add(Connection& c, const Id& id, const Id& requestId, std::string_view chosen, std::string_view why, const Id& by, Moment at) const {
        run(c,
            "INSERT INTO " + std::string(table) + " (id, request_id, number, " + std::string(columns) + ") "
            "SELECT $1, $2, 1 + coalesce(max(number), 0), $3, $4, $5, $6 FROM " + std::string(table) + " WHERE request_id = $2",
            id, requestId, chosen, why, by, at);
    }
    std::string selecting(std::string_view order) const {
        return "SELECT request_id, " + std::string(columns) + " FROM " + std::string(table) + " WHERE request_id = $1 ORDER BY number" + std::string(order);
    }
};
constexpr Choices forms{"answer_form", "form, why, chosen_by, chosen_at"}, young{"young_requester", "choice, why, decided_by, decided_at"};

}  // namespace

std::string AnswerForms::formOf(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, [](Row& row) { return row.text(); }, "SELECT form FROM answer_form WHERE request_id = $1 ORDER BY number DESC", requestId).value_or("documents");
    });
}

void AnswerForms::choose(const AnswerForm& it) {
    database_.write([&](Connection& c) {
        forms.add(c, environment_.newId.make(), it.requestId, it.form, it.why, it.chosenBy, environment_.clock.now());
    });
}

std::vector<AnswerForm> AnswerForms::history(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return AnswerForm{row.text(), row.text(), row.text(), row.text(), row.moment()}; }, forms.selecting(""), requestId);
    });
}

void AnswerForms::answerYoung(const YoungRequester& it) {
    database_.write([&](Connection& c) {
        young.add(c, environment_.newId.make(), it.requestId, it.choice, it.why, it.decidedBy, environment_.clock.now());
    });
}

std::optional<YoungRequester> AnswerForms::youngRequester(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, [](Row& row) { return YoungRequester{row.text(), row.text(), row.text(), row.text(), row.moment()}; }, young.selecting(" DESC"), requestId);
    });
}

Inspection AnswerForms::plan(const Inspection& wanted) {
    Inspection it = wanted;
    it.id = environment_.newId.make(), it.plannedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO inspection (id, request_id, partner_id, day, time, place, planned_by, planned_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", it.id, it.requestId, it.partnerId, it.day,
            it.time, it.place, it.plannedBy, it.plannedAt);
    });
    return it;
}

std::vector<Inspection> AnswerForms::inspections(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, inspectionFrom, std::string(selectInspections) + "WHERE request_id = $1 ORDER BY planned_at, rowid", requestId); });
}

void AnswerForms::hold(const Inspection& it) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE inspection SET held_on = $1, present = $2, shown = $3, recorded_by = $4, recorded_at = $5 WHERE id = $6", it.heldOn, it.present, it.shown, it.recordedBy,
            environment_.clock.now(), it.id);
    });
}

void AnswerForms::cancel(const Id& inspectionId, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE inspection SET cancelled_why = $1, cancelled_by = $2, cancelled_at = $3 WHERE id = $4 AND held_on IS NULL", why, by, environment_.clock.now(), inspectionId);
    });
}

ExcessiveClaim AnswerForms::propose(const ExcessiveClaim& wanted) {
    ExcessiveClaim it = wanted;
    it.id = environment_.newId.make(), it.proposedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO excessive_claim (id, request_id, kind, why, earlier, offered, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", it.id, it.requestId, it.kind, it.why,
            it.earlier, it.offered, it.proposedBy, it.proposedAt);
    });
    return it;
}

std::optional<ExcessiveClaim> AnswerForms::claim(const Id& requestId) const {
    return database_.read([&](Connection& c) { return firstRow(c, claimFrom, std::string(selectClaims) + "WHERE request_id = $1 AND rejected_at IS NULL", requestId); });
}

void AnswerForms::confirm(const Id& claimId, const Id& by) {
    database_.write([&](Connection& c) { run(c, "UPDATE excessive_claim SET confirmed_by = $1, confirmed_at = $2 WHERE id = $3", by, environment_.clock.now(), claimId); });
}

void AnswerForms::reject(const Id& claimId, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE excessive_claim SET rejected_by = $1, rejected_at = $2, rejected_why = $3 WHERE id = $4 AND confirmed_at IS NULL", by, environment_.clock.now(), why, claimId);
    });
}

PutAside AnswerForms::putAside(const PutAside& wanted) {
    PutAside it = wanted;
    it.id = environment_.newId.make(), it.proposedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO put_aside (id, request_id, why, asked, until_on, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", it.id, it.requestId, it.why, it.asked, it.until, it.proposedBy, it.proposedAt);
    });
    return it;
}

std::optional<PutAside> AnswerForms::standingAside(const Id& requestId) const {
    return database_.read([&](Connection& c) { return firstRow(c, asideFrom, std::string(selectAsides) + "WHERE request_id = $1 AND withdrawn_at IS NULL", requestId); });
}

void AnswerForms::takeUpAfterAll(const Id& putAsideId, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) { run(c, "UPDATE put_aside SET withdrawn_by = $1, withdrawn_at = $2, withdrawn_why = $3 WHERE id = $4", by, environment_.clock.now(), why, putAsideId); });
}

std::string AnswerForms::registerOf(const Id& partnerId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, [](Row& row) { return row.text(); }, "SELECT fields FROM partner_register WHERE partner_id = $1 ORDER BY number DESC", partnerId).value_or("");
    });
}

void AnswerForms::setRegister(const Id& partnerId, std::string_view json, const Id& by) {
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO partner_register (partner_id, number, fields, changed_by, changed_at) "
            "SELECT $1, 1 + coalesce(max(number), 0), $2, $3, $4 FROM partner_register WHERE partner_id = $1",
            partnerId, json, by, environment_.clock.now());
    });
}

}  // namespace service::store
