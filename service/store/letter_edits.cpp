#include "service/store/letters.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* selectEdits = "SELECT id, request_id, partner_id, letter, block, number, before, after, edited_by, edited_at FROM letter_edit e ";

LetterEdit editFrom(Row& row) {
    LetterEdit it;
    for (auto* text : {&it.id, &it.requestId, &it.partnerId, &it.letter, &it.block}) *text = row.text();
    it.number = row.integer(), it.before = row.text(), it.after = row.text(), it.by = row.text(), it.at = row.moment();
    return it;
}

}  // namespace

LetterEdit Letters::addEdit(const LetterEdit& wanted) {
    LetterEdit it = wanted;
    it.id = environment_.newId.make(), it.at = environment_.clock.now();
    database_.write([&](Connection& c) {
        it.number = 1 + int(numberFrom(c, "SELECT coalesce(max(number), 0) FROM letter_edit WHERE request_id = $1 AND partner_id = $2 AND letter = $3 AND block = $4", it.requestId,
                                       it.partnerId, it.letter, it.block));
        run(c, "INSERT INTO letter_edit (id, request_id, partner_id, letter, block, number, before, after, edited_by, edited_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            it.id, it.requestId, it.partnerId, it.letter, it.block, it.number, it.before, it.after, it.by, it.at);
    });
    return it;
}

std::vector<LetterEdit> Letters::edits(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, editFrom,
                    std::string(selectEdits) + "WHERE request_id = $1 AND number = (SELECT max(number) FROM letter_edit WHERE request_id = e.request_id AND partner_id = e.partner_id "
                                               "AND letter = e.letter AND block = e.block) ORDER BY partner_id, letter, block",
                    requestId);
    });
}

std::vector<LetterEdit> Letters::editHistory(const Id& requestId) const {
    return database_.read([&](Connection& c) { return rows(c, editFrom, std::string(selectEdits) + "WHERE request_id = $1 ORDER BY edited_at, number", requestId); });
}

PartnerLetter Letters::addToPartner(const PartnerLetter& wanted) {
    PartnerLetter it = wanted;
    it.id = environment_.newId.make(), it.at = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO partner_letter (id, request_id, partner_id, kind, due_day, blob_id, made_by, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", it.id, it.requestId,
            it.partnerId, it.kind, it.dueDay, it.blobId, it.by, it.at);
    });
    return it;
}

std::vector<PartnerLetter> Letters::toPartners(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, [](Row& row) { return PartnerLetter{row.text(), row.text(), row.text(), row.text(), row.date(), row.text(), row.text(), row.moment()}; },
                    "SELECT id, request_id, partner_id, kind, due_day, blob_id, made_by, made_at FROM partner_letter WHERE request_id = $1 ORDER BY made_at, id", requestId);
    });
}

}  // namespace service::store
