#include "service/store/partners.h"

#include <nlohmann/json.hpp>

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT id, name, kind, public_body, legal_form, deciding_organ, contested, address, contact, own_term_days, connector, "
    "connector_settings, active, signer, signer_function, reveals_place, standing_why, child_view, keeps_package FROM partner ";

std::map<std::string, std::string> settingsFrom(const std::string& json) try {
    return nlohmann::json::parse(json).get<std::map<std::string, std::string>>();
} catch (const nlohmann::json::exception&) {
    throw StoreError(ErrorKind::broken, "de instellingen van een partner zijn onleesbaar");
}

Partner fromRow(Row& row) {
    return {row.text(),    row.text(), row.text(), row.flag(),
            row.text(),    row.text(), row.flag(), row.text(),
            row.text(),    row.optionalInteger(), row.text(), settingsFrom(row.text()),
            row.flag(),      row.text(), row.text(), row.flag(), row.text(), row.text(), row.flag()};
}

Mandate mandateFrom(Row& row) {
    Mandate it;
    it.id = row.text(), it.partnerId = row.text(), it.givenBy = row.text(), it.since = row.date(), it.document = row.text(), it.recordedBy = row.text(), it.recordedAt = row.moment();
    it.endedOn = row.optionalDate(), it.endedWhy = row.text(), it.endedBy = row.text();
    return it;
}

}  // namespace

bool Mandate::holdsOn(const Date& day) const { return since <= day && (!endedOn || day < *endedOn); }

Partner Partners::save(const Partner& partner) {
    Partner saved = partner;
    if (saved.id.empty()) saved.id = environment_.newId.make();
    const auto settings = nlohmann::json(saved.connectorSettings).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO partner (id, name, kind, public_body, legal_form, deciding_organ, contested, address, contact, "
            "own_term_days, connector, connector_settings, active, signer, signer_function, reveals_place, standing_why, child_view, keeps_package) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) "
            "ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, public_body = excluded.public_body, "
            "legal_form = excluded.legal_form, deciding_organ = excluded.deciding_organ, contested = excluded.contested, "
            "address = excluded.address, contact = excluded.contact, own_term_days = excluded.own_term_days, "
            "connector = excluded.connector, connector_settings = excluded.connector_settings, active = excluded.active, "
            "signer = excluded.signer, signer_function = excluded.signer_function, reveals_place = excluded.reveals_place, standing_why = excluded.standing_why, child_view = excluded.child_view, "
            "keeps_package = excluded.keeps_package",
            saved.id, saved.name, saved.kind, saved.publicBody, saved.legalForm, saved.decidingOrgan, saved.contested,
            saved.address, saved.contact, saved.ownTermDays, saved.connector, settings, saved.active, saved.signer, saved.signerFunction, saved.revealsPlace, saved.standingWhy, saved.childView, saved.keepsPackage);
    });
    return saved;
}

Partner Partners::load(const Id& id) const {
    if (auto found = find(id)) return *std::move(found);
    throw StoreError(ErrorKind::notFound, "deze partner bestaat niet");
}

std::optional<Partner> Partners::find(const Id& id) const {
    return database_.read([&](Connection& c) { return firstRow(c, fromRow, std::string(select) + "WHERE id = $1", id); });
}

std::vector<Partner> Partners::all() const {
    return database_.read([](Connection& c) { return rows(c, fromRow, std::string(select) + "ORDER BY name, id"); });
}

Mandate Partners::addMandate(const Mandate& wanted) {
    Mandate it = wanted;
    it.id = environment_.newId.make(), it.recordedAt = environment_.clock.now();
    database_.write([&](Connection& c) {
        run(c, "INSERT INTO partner_mandate (id, partner_id, given_by, since_on, document, recorded_by, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)", it.id, it.partnerId, it.givenBy,
            it.since, it.document, it.recordedBy, it.recordedAt);
    });
    return it;
}

void Partners::endMandate(const Id& mandateId, const Date& on, std::string_view why, const Id& by) {
    database_.write([&](Connection& c) {
        if (run(c, "UPDATE partner_mandate SET ended_on = $1, ended_why = $2, ended_by = $3, ended_at = $4 WHERE id = $5 AND ended_on IS NULL", on, why, by, environment_.clock.now(), mandateId) == 0)
            throw StoreError(ErrorKind::conflict, "dit mandaat is al beëindigd");
    });
}

std::vector<Mandate> Partners::mandates(const Id& partnerId) const {
    return database_.read([&](Connection& c) {
        return rows(c, mandateFrom,
                    "SELECT id, partner_id, given_by, since_on, document, recorded_by, recorded_at, ended_on, ended_why, ended_by FROM partner_mandate WHERE partner_id = $1 ORDER BY since_on, recorded_at",
                    partnerId);
    });
}

}  // namespace service::store
