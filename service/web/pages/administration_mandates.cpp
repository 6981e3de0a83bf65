// On whose mandate the region handles for a partner that has people of its own.
#include "service/casework/mandates.h"
#include "service/web/field_checks.h"
#include "service/web/pages/administration.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string partnerLink(const Visit& visit) { return "/beheer/partners/" + visit.at("partner"); }
std::string addressOf(const Visit& visit) { return partnerLink(visit) + "/mandaat"; }

std::vector<Field> newFields(const Visit& visit) {
    return {{"given_by", visit.say("mandate.given-by"), Input::text, Required::yes, visit.say("mandate.given-by-hint"), {}, "off", Day::any, 200},
            {"since", visit.say("mandate.since"), Input::date, Required::yes},
            {"document", visit.say("mandate.document"), Input::text, Required::yes, visit.say("mandate.document-hint"), {}, "off", Day::any, 300}};
}

std::vector<Field> endFields(const Visit& visit) {
    return {{"on", visit.say("mandate.ends-on"), Input::date, Required::yes, visit.say("mandate.ends-hint")}, {"why", visit.say("case.reason"), Input::area, Required::yes, "", {}, "off", Day::any, 1000}};
}

http::Response page(Visit& visit, const std::string& error = "", const Errors& errors = {}) {
    const auto partner = visit.store().partners().load(visit.at("partner"));
    const auto day = [&](const std::string& iso) { return iso.empty() ? std::string() : view::dayInWords(iso, visit.language()); };
    auto rows = Data::array();
    bool stands = false;
    for (const auto& it : casework::mandatesOf(visit.office(), visit.actor(), partner.id)) {
        rows.push_back({{"given_by", it.givenBy}, {"since", day(it.since)}, {"document", it.document}, {"by", it.byName}, {"ended", day(it.ended)}, {"ended_why", it.endedWhy}, {"ended_by", it.endedByName}, {"holds", it.holds},
                        {"end", it.ended.empty() ? Data{{"action", addressOf(visit) + "/" + it.id + "/beeindigen"}, {"fields", fieldsData(endFields(visit), visit.sent, errors, "einde-")}} : Data(false)}});
        stands = stands || it.ended.empty();
    }
    PageFrame frame{visit.say("mandate.title"), "manage", {{visit.say("partners.title"), "/beheer/partners"}, {partner.name, partnerLink(visit)}, {visit.say("mandate.title"), ""}}, error.empty() ? 200 : 422};
    return visit.page("mandates", frame,
                      {{"name", partner.name}, {"error", error}, {"rows", rows}, {"none", rows.empty()}, {"own_people", visit.store().accounts().anyHandlers(partner.id)},
                       {"form", stands ? Data(false) : Data{{"action", addressOf(visit)}, {"fields", fieldsData(newFields(visit), visit.sent, errors)}}}});
}

http::Response answered(Visit& visit, const casework::FormOutcome& outcome) {
    if (outcome.done) return visit.goTo(addressOf(visit), outcome);
    const auto words = visit.inOurWords(outcome.words);
    return page(visit, words, {{outcome.field, words}});
}

}  // namespace

http::Response showMandates(Visit& visit) { return page(visit); }

http::Response recordMandate(Visit& visit) {
    if (const auto errors = checkFields(visit, newFields(visit)); !errors.empty()) return page(visit, lineOf(visit, errors), errors);
    const auto& it = visit.sent;
    return answered(visit, casework::recordMandate(visit.office(), visit.actor(), visit.at("partner"), {it.get("given_by"), it.get("since"), it.get("document")}));
}

http::Response endMandate(Visit& visit) {
    if (const auto errors = checkFields(visit, endFields(visit)); !errors.empty()) return page(visit, lineOf(visit, errors), errors);
    return answered(visit, casework::endMandate(visit.office(), visit.actor(), visit.at("partner"), visit.at("mandate"), visit.sent.get("on"), visit.sent.get("why")));
}

}  // namespace service::web::pages
