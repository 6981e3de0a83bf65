// How it was established who asks: what was recorded, recording it, and trying it with a code.
#include "service/casework/identity.h"
#include "service/casework/term_parts.h"

#include "service/casework/words.h"
#include "service/requests/intake.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"
#include "service/web/pages/inline_form.h"
#include "service/web/pages/people.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string here(const Visit& visit) { return caseLink(visit.at("request"), "identiteit"); }

std::vector<Option> methodOptions(const Visit& visit) {
    std::vector<Option> options;
    for (const auto& kind : service::requests::documentKinds()) options.emplace_back(kind.code, visit.inOurWords(casework::identityName(kind.code)));
    for (const auto& choice : service::requests::identityChoices())
        if (choice.code != "document-seen" && choice.code != "code-sent") options.emplace_back(choice.code, visit.inOurWords(casework::identityName(choice.code)));
    options.emplace_back("refused", visit.say("identity.refused"));
    return options;
}

std::vector<Field> ownFields(const Visit& visit, const casework::IdentityView& view) {
    std::vector<Option> partners;
    for (const auto& [id, name] : view.partners) partners.emplace_back(id, name);
    return {{"method", visit.say("terms.method"), Input::select, Required::yes, visit.say("terms.method-hint"), withNone(visit.say("field.choose"), methodOptions(visit))},
            {"on", visit.say("terms.identity-on"), Input::date, Required::no, visit.say("terms.identity-on-hint"), {}, "off", Day::notAfterToday},
            {"seen_by", visit.say("identity.seen-by"), Input::text, Required::no, visit.say("identity.seen-by-hint"), {}, "off", Day::any, 150},
            {"partner", visit.say("identity.partner"), Input::select, Required::no, visit.say("identity.partner-hint"), withNone(visit.say("fact.none"), partners)},
            {"note", visit.say("terms.identity-note"), Input::text, Required::no, visit.say("terms.identity-note-hint"), {}, "off", Day::any, 300}};
}

// The other parts of the application for which a refusal can be recorded at once.
std::vector<Option> partOptions(Visit& visit) {
    std::vector<Option> options;
    for (const auto& part : casework::partsNotIdentified(visit.office(), visit.actor(), visit.at("request")))
        if (part.may) options.emplace_back(part.requestId, part.reference + " · " + visit.inOurWords(part.rightWords) + (part.partnerName.empty() ? "" : " · " + part.partnerName));
    return options;
}

std::vector<Field> identityFields(Visit& visit, const casework::IdentityView& view) {
    auto fields = ownFields(visit, view);
    if (auto parts = partOptions(visit); !parts.empty()) fields.push_back({"parts", visit.say("identity.parts"), Input::boxes, Required::no, visit.say("identity.parts-hint"), std::move(parts)});
    return fields;
}

Data checksData(const Visit& visit, const casework::IdentityView& view) {
    auto checks = Data::array();
    for (const auto& it : view.checks)
        checks.push_back({{"words", visit.inOurWords(it.words)}, {"seen_by", it.seenBy}, {"partner", it.partnerName}, {"on", it.on.empty() ? "" : view::dayInWords(it.on, visit.language())}, {"note", it.note}, {"by", it.byName}, {"at", it.atWords}});
    return checks;
}

Data codeWaysData(const Visit& visit, const casework::IdentityView& view) {
    auto ways = Data::array();
    for (const auto& it : view.codeWays)
        ways.push_back({{"channel", it.channel}, {"words", wayWords(visit, it)}, {"allowed", it.allowed}, {"why_not", visit.inOurWords(it.why)}});
    return ways;
}

std::vector<Field> asideFields(const Visit& visit) {
    return {{"asked", visit.say("identity.aside-asked"), Input::area, Required::yes, visit.say("identity.aside-asked-hint"), {}, "off", Day::any, 2000},
            {"until", visit.say("identity.aside-until"), Input::date, Required::yes, visit.say("identity.aside-until-hint"), {}, "off", Day::any},
            {"why", visit.say("identity.aside-why"), Input::area, Required::yes, visit.say("identity.aside-why-hint"), {}, "off", Day::any, 2000}};
}
std::vector<Field> againFields(const Visit& visit) { return {{"why", visit.say("identity.again-why"), Input::area, Required::yes, visit.say("identity.again-why-hint"), {}, "off", Day::any, 1000}}; }

Data asideData(const Visit& visit, const casework::AsideView& it, const SentForm& shown) {
    return {{"stands", it.stands}, {"out", it.out}, {"asked", it.asked}, {"until", it.until.empty() ? "" : view::dayInWords(it.until, visit.language())}, {"why", it.why}, {"last", it.last.empty() ? "" : view::dayInWords(it.last, visit.language())}, {"last_steps", stepsData(it.lastSteps)}, {"by", it.byName}, {"at", it.atWords}, {"shown", it.stands || it.mayPropose},
            {"propose", it.mayPropose ? inlineForm(visit, shown, here(visit) + "/buiten-behandeling", forReader(visit, visit.at("request"), asideFields(visit), {"asked", "why"}), "b-") : Data(false)},
            {"reopen", it.mayReopen ? inlineForm(visit, shown, here(visit) + "/opnieuw", againFields(visit), "o-") : Data(false)}};
}

struct Shown {
    std::string error, secret, said;
    Errors errors;
    SentForm aside = {};  // of the two forms beside the first
};

http::Response identityPage(Visit& visit, const Sent& values, const Shown& shown = {}) {
    const auto view = casework::viewIdentity(visit.office(), visit.actor(), visit.at("request"));
    const auto seen = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    auto frame = caseFrame(visit, seen, visit.say("terms.identity"));
    frame.status = shown.error.empty() && shown.aside.where.empty() ? 200 : 422;
    Data data{{"reference", seen.row.reference}, {"method", visit.inOurWords(view.methodWords)}, {"open", view.open}, {"why_not", visit.inOurWords(view.whyNot)}, {"error", shown.error},
              {"has_error", !shown.error.empty()}, {"secret", shown.secret}, {"said", shown.said}, {"checks", checksData(visit, view)}, {"has_checks", !view.checks.empty()},
              {"aside", asideData(visit, view.aside, shown.aside)}, {"ways", codeWaysData(visit, view)}, {"has_ways", !view.codeWays.empty()}, {"code_open", view.code.has_value()}, {"action", here(visit)},
              {"back", caseLink(visit.at("request"))}, {"fields", fieldsData(identityFields(visit, view), values, shown.errors)}};
    if (view.code)
        data["code_words"] = visit.say("identity.code-open", {{"channel", visit.inOurWords(view.code->channelWords)}, {"until", view.code->validWords}, {"tries", static_cast<long>(view.code->triesLeft)}});
    return visit.page("identity", frame, data);
}

// At first: today, and all parts.
Sent fresh(Visit& visit) {
    http::Fields fields{{"on", redaction::household::toIso(amsterdamDay(visit.site.office.environment.clock.now()))}};
    for (const auto& [id, words] : partOptions(visit)) fields.emplace_back("parts", id);
    return Sent(std::move(fields));
}

Shown wrongAt(const Visit& visit, const casework::FormOutcome& outcome) {
    const auto words = visit.inOurWords(outcome.words);
    return {words, "", "", outcome.field.empty() ? Errors{} : Errors{{outcome.field, words}}};
}

http::Response asidePage(Visit& visit, const std::string& error, const Errors& errors) { return identityPage(visit, fresh(visit), {"", "", "", {}, {visit.request.path, error, errors}}); }

}  // namespace

http::Response putAside(Visit& visit) {
    if (const auto errors = checkFields(visit, asideFields(visit)); !errors.empty()) return asidePage(visit, lineOf(visit, errors), errors);
    const auto outcome = casework::putAside(visit.office(), visit.actor(), visit.at("request"), {visit.sent.get("asked"), visit.sent.get("until"), visit.sent.get("why")});
    if (outcome.done) return visit.goTo(caseLink(visit.at("request"), "verstrekking"), outcome);
    const auto words = visit.inOurWords(outcome.words);
    return asidePage(visit, words, outcome.field.empty() ? Errors{} : Errors{{outcome.field, words}});
}

http::Response reopenPutAside(Visit& visit) {
    if (const auto errors = checkFields(visit, againFields(visit)); !errors.empty()) return asidePage(visit, lineOf(visit, errors), errors);
    const auto outcome = casework::reopenPutAside(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("why"));
    if (outcome.done) return visit.goTo(caseLink(outcome.newRequestId, "identiteit"), outcome);
    return asidePage(visit, visit.inOurWords(outcome.words), {});
}

http::Response showIdentity(Visit& visit) { return identityPage(visit, fresh(visit)); }

http::Response recordIdentity(Visit& visit) {
    if (const auto errors = checkFields(visit, identityFields(visit, casework::viewIdentity(visit.office(), visit.actor(), visit.at("request")))); !errors.empty()) return identityPage(visit, visit.sent, {lineOf(visit, errors), "", "", errors});
    const auto& it = visit.sent;
    const auto outcome = casework::recordIdentityForParts(visit.office(), visit.actor(), visit.at("request"), {it.get("method"), it.get("on"), it.get("note"), it.get("seen_by"), it.get("partner")}, it.all("parts"));
    if (!outcome.done) return identityPage(visit, visit.sent, wrongAt(visit, outcome));
    forgetDraft(visit, here(visit));
    return visit.goTo(caseLink(visit.at("request"), "termijnen"), outcome);
}

// The code stands on this one page and nowhere else.
http::Response sendIdentityCode(Visit& visit) {
    const auto outcome = casework::sendIdentityCode(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("channel"));
    if (!outcome.done) return identityPage(visit, fresh(visit), wrongAt(visit, outcome));
    return identityPage(visit, fresh(visit), {"", outcome.secret, visit.inOurWords(outcome.words), {}});
}

http::Response checkIdentityCode(Visit& visit) {
    const auto outcome = casework::checkIdentityCode(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("code"));
    if (!outcome.done) return identityPage(visit, fresh(visit), wrongAt(visit, outcome));
    return visit.goTo(here(visit), outcome);
}

}  // namespace service::web::pages
