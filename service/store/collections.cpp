#include "service/store/collections.h"

#include <nlohmann/json.hpp>

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

using Json = nlohmann::json;

namespace {

constexpr const char* select =
    "SELECT request_id, partner_id, state, answer, explanation, searched, expected, delivered, attempts, who_must_act, "
    "next_attempt_at, asked_at, answered_at, asked_by FROM collection ";
constexpr const char* takesPart = "NOT EXISTS (SELECT 1 FROM left_together l WHERE l.request_id = collection.request_id AND l.partner_id = collection.partner_id) ";

std::string searchedAsJson(const Collection& it) {
    Json missing = Json::array();
    for (const auto& piece : it.missing)
        missing.push_back({{"id", piece.externalId}, {"title", piece.title}, {"reason", piece.reason}});
    const Json all{{"in", it.searchedIn}, {"with", it.searchedWith}, {"missing", missing}};
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void readSearched(const std::string& text, Collection& into) try {
    const auto json = Json::parse(text);
    into.searchedIn = json.value("in", std::vector<std::string>());
    into.searchedWith = json.value("with", std::vector<std::string>());
    for (const auto& piece : json.value("missing", Json::array()))
        into.missing.push_back({piece.at("id"), piece.at("title"), piece.at("reason")});
} catch (const Json::exception&) {
    throw StoreError(ErrorKind::broken, "een antwoord van een partner is onleesbaar");
}

Collection fromRow(Row& row) {
    Collection it;
    it.requestId = row.text();
    it.partnerId = row.text();
    it.state = collectionStateFrom(row.text()).value_or(CollectionState::needsSomeone);
    it.answer = row.text();
    it.explanation = row.text();
    readSearched(row.text(), it);
    it.expected = row.integer();
    it.delivered = row.integer();
    it.attempts = row.integer();
    it.whoMustAct = row.text();
    it.nextAttemptAt = row.optionalMoment();
    it.askedAt = row.optionalMoment();
    it.answeredAt = row.optionalMoment();
    it.askedBy = row.text();
    return it;
}

constexpr std::pair<CollectionState, const char*> stateNames[] = {
    {CollectionState::waiting, "waiting"}, {CollectionState::asking, "asking"},
    {CollectionState::retrying, "retrying"}, {CollectionState::done, "done"},
    {CollectionState::needsSomeone, "needs-someone"}, {CollectionState::cancelled, "cancelled"}};

}  // namespace

std::string toText(CollectionState state) { return stateNames[std::size_t(state)].second; }

std::optional<CollectionState> collectionStateFrom(std::string_view text) {
    for (const auto& [state, name] : stateNames)
        if (name == text) return state;
    return std::nullopt;
}

Collection Collections::save(const Collection& it) {
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO collection (request_id, partner_id, state, answer, explanation, searched, expected, delivered, attempts, "
            "who_must_act, next_attempt_at, asked_at, answered_at, asked_by, position) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
            "(SELECT count(*) + 1 FROM collection WHERE request_id = $1)) "
            "ON CONFLICT (request_id, partner_id) DO UPDATE SET state = excluded.state, answer = excluded.answer, "
            "explanation = excluded.explanation, searched = excluded.searched, expected = excluded.expected, "
            "delivered = excluded.delivered, attempts = excluded.attempts, who_must_act = excluded.who_must_act, "
            "next_attempt_at = excluded.next_attempt_at, asked_at = excluded.asked_at, answered_at = excluded.answered_at, "
            "asked_by = excluded.asked_by",
            it.requestId, it.partnerId, toText(it.state), it.answer, it.explanation, searchedAsJson(it), it.expected,
            it.delivered, it.attempts, it.whoMustAct, it.nextAttemptAt, it.askedAt, it.answeredAt, it.askedBy);
    });
    return it;
}

Collection Collections::load(const Id& requestId, const Id& partnerId) const {
    if (auto found = find(requestId, partnerId)) return *std::move(found);
    throw StoreError(ErrorKind::notFound, "deze partner is bij dit verzoek niet gevraagd");
}

std::optional<Collection> Collections::find(const Id& requestId, const Id& partnerId) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, fromRow, std::string(select) + "WHERE request_id = $1 AND partner_id = $2 AND " + takesPart, requestId, partnerId);
    });
}

std::vector<Collection> Collections::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, std::string(select) + "WHERE request_id = $1 AND " + takesPart + "ORDER BY position, partner_id", requestId);
    });
}

void Collections::setExpected(const Id& requestId, const Id& partnerId, int documents) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE collection SET expected = $1 WHERE request_id = $2 AND partner_id = $3", documents, requestId, partnerId);
    });
}

void Collections::countDelivered(const Id& requestId, const Id& partnerId) {
    database_.write([&](Connection& c) {
        run(c,
            "UPDATE collection SET delivered = (SELECT count(*) FROM fragment WHERE request_id = $1 AND partner_id = $2 AND "
            "added_by = '' AND parent_id IS NULL) WHERE request_id = $1 AND partner_id = $2",
            requestId, partnerId);
    });
}

}  // namespace service::store
