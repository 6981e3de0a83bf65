#include <algorithm>
#include <charconv>

#include "redaction/household/household.h"
#include "service/web/forms.h"
#include "service/web/pages/administration.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

Data partnerRow(const Visit& visit, const store::Partner& partner) {
    return {{"link", "/beheer/partners/" + partner.id}, {"name", partner.name}, {"kind", partner.kind},
            {"body", visit.say(partner.contested ? "partners.contested-short" : partner.publicBody ? "partners.public" : "partners.private")},
            {"connector", partner.connector.empty() ? visit.say("partners.by-hand") : partner.connector},
            {"term", partner.ownTermDays ? visit.say("partners.days", {{"days", static_cast<long>(*partner.ownTermDays)}}) : ""},
            {"active", partner.active}};
}

http::Fields fieldsOf(const store::Partner& partner) {
    http::Fields now{{"name", partner.name}, {"kind", partner.kind}, {"legal_form", partner.legalForm}, {"deciding_organ", partner.decidingOrgan},
                     {"address", partner.address}, {"contact", partner.contact}, {"signer", partner.signer}, {"signer_function", partner.signerFunction},
                     {"own_term_days", partner.ownTermDays ? std::to_string(*partner.ownTermDays) : ""}};
    if (partner.publicBody) now.emplace_back("public_body", "ja");
    if (partner.contested) now.emplace_back("contested", "ja");
    if (partner.revealsPlace) now.emplace_back("reveals_place", "ja");
    if (partner.active) now.emplace_back("active", "ja");
    return now;
}

std::vector<Option> kindOptions(const Visit& visit) {
    std::vector<Option> options;
    for (const auto* kind : {"veilig-thuis", "gecertificeerde-instelling", "raad-voor-de-kinderbescherming", "lokaal-team", "zorg-en-veiligheidshuis"})
        options.emplace_back(kind, visit.say("partner-kind." + std::string(kind)));
    return options;
}

std::vector<Field> partnerFields(const Visit& visit) {
    return {{"name", visit.say("partners.name"), Input::text, Required::yes},
            {"kind", visit.say("partners.kind"), Input::select, Required::yes, "", kindOptions(visit)},
            {"legal_form", visit.say("partners.legal-form"), Input::text},
            {"deciding_organ", visit.say("partners.organ"), Input::text, Required::no, visit.say("partners.organ-hint")},
            {"public_body", visit.say("partners.public"), Input::box, Required::no, visit.say("partners.public-hint")},
            {"contested", visit.say("partners.contested"), Input::box, Required::no, visit.say("partners.contested-hint")},
            {"address", visit.say("partners.address"), Input::area},
            {"contact", visit.say("partners.contact"), Input::text},
            {"signer", visit.say("partners.signer"), Input::text, Required::no, visit.say("partners.signer-hint")},
            {"signer_function", visit.say("partners.signer-function"), Input::text},
            {"own_term_days", visit.say("partners.own-term"), Input::text, Required::no, visit.say("partners.own-term-hint")},
            {"reveals_place", visit.say("partners.reveals-place"), Input::box, Required::no, visit.say("partners.reveals-place-hint")},
            {"active", visit.say("partners.active"), Input::box}};
}

http::Response partnerPage(Visit& visit, const store::Partner& partner, const std::string& error) {
    auto settings = Data::array();
    for (const auto& [name, value] : partner.connectorSettings) settings.push_back({{"name", name}, {"value", value}});
    return visit.page("partner", {partner.name, "manage", {{visit.say("partners.title"), "/beheer/partners"}, {partner.name, ""}}, error.empty() ? 200 : 422},
                      {{"name", partner.name}, {"error", error}, {"action", "/beheer/partners/" + partner.id}, {"settings", settings},
                       {"has_settings", !settings.empty()}, {"connector", partner.connector.empty() ? visit.say("partners.by-hand") : partner.connector},
                       {"fields", fieldsData(partnerFields(visit), error.empty() ? Sent(fieldsOf(partner)) : visit.sent)}});
}

http::Response holidaysPage(Visit& visit, const std::string& error) {
    auto rows = Data::array();
    for (const auto& holiday : visit.store().holidays().all()) {
        const auto day = redaction::household::toIso(holiday.day);
        rows.push_back({{"day", day}, {"words", view::dayInWords(day, visit.language())}, {"name", holiday.name}});
    }
    const std::vector<Field> fields{{"day", visit.say("holidays.day"), Input::date, Required::yes}, {"name", visit.say("holidays.name"), Input::text, Required::yes}};
    return visit.page("holidays", {visit.say("holidays.title"), "manage", {}, error.empty() ? 200 : 422},
                      {{"tabs", administrationTabs(visit, "holidays")}, {"rows", rows}, {"none", rows.empty()}, {"error", error},
                       {"fields", fieldsData(fields, visit.sent)}});
}

void note(Visit& visit, std::string_view action, const Data& details) {
    visit.store().audit().append({visit.actor().accountId, store::toText(visit.actor().role), std::string(action), "", "", "", "", details.dump()});
}

}  // namespace

http::Response listPartners(Visit& visit) {
    auto rows = Data::array();
    for (const auto& partner : visit.store().partners().all()) rows.push_back(partnerRow(visit, partner));
    return visit.page("partners", {visit.say("partners.title"), "manage"},
                      {{"tabs", administrationTabs(visit, "partners")}, {"none", rows.empty()}, {"rows", rows}});
}

http::Response showPartner(Visit& visit) { return partnerPage(visit, visit.store().partners().load(visit.at("partner")), ""); }

http::Response savePartner(Visit& visit) {
    auto partner = visit.store().partners().load(visit.at("partner"));
    const auto term = visit.sent.get("own_term_days");
    int days = 0;
    const auto [end, wrong] = std::from_chars(term.data(), term.data() + term.size(), days);
    if (!term.empty() && (wrong != std::errc() || end != term.data() + term.size() || days < 1 || days > 365)) return partnerPage(visit, partner, visit.say("partners.term-wrong"));
    if (visit.sent.get("name").empty()) return partnerPage(visit, partner, visit.say("partners.name-missing"));
    partner.name = visit.sent.get("name");
    partner.kind = visit.sent.get("kind");
    partner.legalForm = visit.sent.get("legal_form");
    partner.decidingOrgan = visit.sent.get("deciding_organ");
    partner.publicBody = visit.sent.has("public_body");
    partner.contested = visit.sent.has("contested");
    partner.address = visit.sent.get("address");
    partner.contact = visit.sent.get("contact");
    partner.signer = visit.sent.get("signer");
    partner.signerFunction = visit.sent.get("signer_function");
    partner.ownTermDays = term.empty() ? std::nullopt : std::optional(days);
    partner.active = visit.sent.has("active");
    partner.revealsPlace = visit.sent.has("reveals_place");
    visit.store().transact([&] {
        visit.store().partners().save(partner);
        note(visit, "partner.changed", {{"partner", partner.id}, {"reveals_place", partner.revealsPlace}});
    });
    visit.tell(Tone::good, visit.say("settings.saved"));
    return http::redirect("/beheer/partners/" + partner.id);
}

http::Response listHolidays(Visit& visit) { return holidaysPage(visit, ""); }

http::Response addHoliday(Visit& visit) {
    const auto day = redaction::household::parseDate(visit.sent.get("day"));
    if (!day || visit.sent.get("name").empty()) return holidaysPage(visit, visit.say("holidays.incomplete"));
    visit.store().transact([&] {
        visit.store().holidays().add({*day, visit.sent.get("name")});
        note(visit, "holiday.added", {{"day", visit.sent.get("day")}});
    });
    return http::redirect("/beheer/feestdagen");
}

http::Response removeHoliday(Visit& visit) {
    if (const auto day = redaction::household::parseDate(visit.sent.get("day")))
        visit.store().transact([&] {
            visit.store().holidays().remove(*day);
            note(visit, "holiday.removed", {{"day", visit.sent.get("day")}});
        });
    return http::redirect("/beheer/feestdagen");
}

}  // namespace service::web::pages
