// The region itself and its extra days without work.
#include "redaction/household/household.h"
#include "service/casework/clock_changes.h"
#include "service/web/field_checks.h"
#include "service/web/pages/administration.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::vector<Field> holidayFields(const Visit& visit) {
    return {{"day", visit.say("holidays.day"), Input::date, Required::yes}, {"name", visit.say("holidays.name"), Input::text, Required::yes, "", {}, "off", Day::any, 80}};
}

http::Response holidaysPage(Visit& visit, const std::string& error, const Errors& errors = {}) {
    auto rows = Data::array();
    for (const auto& holiday : visit.store().holidays().all()) {
        const auto day = redaction::household::toIso(holiday.day);
        rows.push_back({{"day", day}, {"words", view::dayInWords(day, visit.language())}, {"name", holiday.name}});
    }
    return visit.page("holidays", {visit.say("holidays.title"), "manage", {}, error.empty() ? 200 : 422},
                      {{"tabs", administrationTabs(visit, "holidays")}, {"rows", rows}, {"none", rows.empty()}, {"error", error},
                       {"fields", fieldsData(holidayFields(visit), visit.sent, errors)}});
}

std::vector<Field> regionFields(const Visit& visit) {
    return {{"name", visit.say("region.name"), Input::text, Required::yes, visit.say("region.name-hint"), {}, "organization", Day::any, 120},
            {"place", visit.say("region.place"), Input::text, Required::yes, visit.say("region.place-hint"), {}, "off", Day::any, 80},
            {"address", visit.say("region.address"), Input::area, Required::yes, visit.say("region.address-hint"), {}, "off", Day::any, 400},
            {"email", visit.say("region.email"), Input::email, Required::yes, visit.say("region.email-hint")},
            {"phone", visit.say("region.phone"), Input::text, Required::no, "", {}, "off", Day::any, 40},
            {"support-name", visit.say("region.support-name"), Input::text, Required::no, visit.say("region.support-hint"), {}, "off", Day::any, 120},
            {"support-address", visit.say("region.support-address"), Input::text, Required::no, "", {}, "off", Day::any, 200},
            {"support-phone", visit.say("region.support-phone"), Input::text, Required::no, "", {}, "off", Day::any, 40},
            {"support-site", visit.say("region.support-site"), Input::text, Required::no, "", {}, "off", Day::any, 120}};
}

http::Response regionPage(Visit& visit, const Sent& values, const std::string& error, const Errors& errors = {}) {
    return visit.page("region", {visit.say("region.title"), "manage", {}, error.empty() ? 200 : 422},
                      {{"tabs", administrationTabs(visit, "region")}, {"error", error}, {"fields", fieldsData(regionFields(visit), values, errors)}});
}

}  // namespace

void noteAdministration(Visit& visit, std::string_view action, const Data& details) {
    visit.store().audit().append({visit.actor().accountId, store::toText(visit.actor().role), std::string(action), "", "", "", "", details.dump()});
}

http::Response showRegion(Visit& visit) {
    http::Fields now;
    for (const auto& field : regionFields(visit)) now.emplace_back(field.name, visit.store().settings().get("region." + field.name, ""));
    return regionPage(visit, Sent(now), "");
}

http::Response saveRegion(Visit& visit) {
    const auto fields = regionFields(visit);
    if (const auto errors = checkFields(visit, fields); !errors.empty()) return regionPage(visit, visit.sent, lineOf(visit, errors), errors);
    visit.store().transact([&] {
        for (const auto& field : fields) visit.store().settings().set("region." + field.name, visit.sent.get(field.name));
        noteAdministration(visit, "region.changed", Data::object());
    });
    visit.tell(Tone::good, visit.say("settings.saved"));
    return http::redirect("/beheer/regio");
}

http::Response listHolidays(Visit& visit) { return holidaysPage(visit, ""); }

http::Response addHoliday(Visit& visit) {
    if (const auto errors = checkFields(visit, holidayFields(visit)); !errors.empty()) return holidaysPage(visit, lineOf(visit, errors), errors);
    return visit.goTo("/beheer/feestdagen", casework::addHoliday(visit.office(), visit.actor(), visit.sent.get("day"), visit.sent.get("name")));
}

http::Response removeHoliday(Visit& visit) {
    return visit.goTo("/beheer/feestdagen", casework::removeHoliday(visit.office(), visit.actor(), visit.sent.get("day")));
}

}  // namespace service::web::pages
