// How Lakwerk sends e-mail to colleagues: the region's own mail server, over an encrypted connection.
#include "service/casework/mailing.h"
#include "service/web/field_checks.h"
#include "service/web/pages/administration.h"

namespace service::web::pages {

namespace {

std::vector<Field> mailFields(Visit& visit) {
    const bool kept = casework::hasMailPassword(visit.office());
    return {{"host", visit.say("mail.host"), Input::text, Required::no, visit.say("mail.host-hint"), {}, "off", Day::any, 200},
            {"port", visit.say("mail.port"), Input::text, Required::no, visit.say("mail.port-hint"), {}, "off", Day::any, 5},
            {"security", visit.say("mail.security"), Input::select, Required::no, "", {{"starttls", visit.say("mail.starttls")}, {"tls", visit.say("mail.tls")}}},
            {"user", visit.say("mail.user"), Input::text, Required::no, visit.say("mail.user-hint"), {}, "off", Day::any, 200},
            {"password", visit.say("mail.password"), Input::password, Required::no, visit.say(kept ? "mail.password-kept" : "mail.password-hint"), {}, "new-password"},
            {"from", visit.say("mail.from"), Input::email, Required::no, visit.say("mail.from-hint")},
            {"address", visit.say("mail.address"), Input::text, Required::no, visit.say("mail.address-hint"), {}, "off", Day::any, 200},
            {"ca", visit.say("mail.ca"), Input::text, Required::no, visit.say("mail.ca-hint"), {}, "off", Day::any, 300}};
}

http::Response mailPage(Visit& visit, const Sent& values, const std::string& error, const Errors& errors = {}) {
    return visit.page("mail", {visit.say("mail.title"), "manage", {}, error.empty() ? 200 : 422},
                      {{"tabs", administrationTabs(visit, "mail")}, {"error", error}, {"fields", fieldsData(mailFields(visit), values, errors)}, {"sends", casework::sendsMail(visit.office())}});
}

}  // namespace

http::Response showMail(Visit& visit) {
    const auto now = casework::mailForm(visit.office());
    return mailPage(visit, Sent(http::Fields{{"host", now.host}, {"port", now.port}, {"security", now.security}, {"user", now.user}, {"from", now.from}, {"address", now.address}, {"ca", now.caFile}}), "");
}

http::Response saveMail(Visit& visit) {
    if (const auto errors = checkFields(visit, mailFields(visit)); !errors.empty()) return mailPage(visit, visit.sent, lineOf(visit, errors), errors);
    const auto& it = visit.sent;
    const auto outcome = casework::saveMail(visit.office(), visit.actor(), {it.get("host"), it.get("port"), it.get("security"), it.get("user"), it.raw("password"), it.get("from"), it.get("ca"), it.get("address")});
    if (!outcome.done) {
        const auto words = visit.inOurWords(outcome.words);
        return mailPage(visit, visit.sent, words, {{outcome.field, words}});
    }
    return visit.goTo("/beheer/mail", outcome);
}

http::Response tryMail(Visit& visit) { return visit.goTo("/beheer/mail", casework::tryMail(visit.office(), visit.actor())); }

}  // namespace service::web::pages
