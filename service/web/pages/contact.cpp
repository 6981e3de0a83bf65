// Safe contact: the channels of the requester of a request, what each may carry, and recording or ending one.
#include "service/casework/safe_channels.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/people.h"

namespace service::web::pages {

namespace {

std::string here(const Visit& visit) { return caseLink(visit.at("request"), "contact"); }

Data channelData(const Visit& visit, const casework::ChannelRow& row) {
    auto may = Data::array(), marks = Data::array();
    for (const auto& it : row.may) may.push_back({{"words", visit.inOurWords(it.words)}, {"allowed", it.allowed}, {"why_not", visit.inOurWords(it.why)}});
    for (const auto& mark : row.marks) marks.push_back({{"words", visit.inOurWords(mark)}});
    const auto base = here(visit) + "/" + row.id;
    return {{"id", row.id}, {"kind", visit.inOurWords(row.kindWords)}, {"addressee", row.addressee}, {"address", row.kept ? visit.say("contact.kept") : row.addressWords}, {"kept", row.kept}, {"period", visit.inOurWords(row.periodWords)}, {"source", row.source},
            {"by", row.recordedByName}, {"at", row.recordedAtWords}, {"may", may}, {"marks", marks}, {"handling", visit.inOurWords(row.handling)}, {"ended_by", row.endedByName}, {"ended_at", visit.inOurWords(row.endedAtWords)}, {"ended_why", row.endedWhy}, {"recorded", row.recorded},
            {"may_end", row.mayEnd}, {"may_confirm", row.mayConfirm}, {"end_link", base + "/beeindigen"}, {"confirm_link", base + "/bevestigen"}};
}

std::vector<Option> translated(const Visit& visit, const std::vector<std::pair<std::string, std::string>>& pairs) {
    std::vector<Option> options;
    for (const auto& [id, words] : pairs) options.emplace_back(id, visit.inOurWords(words));
    return options;
}

std::vector<Field> contactFields(const Visit& visit, const casework::ChannelsView& view) {
    return {{"kind", visit.say("contact.kind"), Input::select, Required::yes, "", withNone(visit.say("field.choose"), translated(visit, view.kinds))},
            {"addressee", visit.say("contact.addressee"), Input::text, Required::no, visit.say("contact.addressee-hint")},
            {"street", visit.say("fact.address-street"), Input::text}, {"number", visit.say("fact.address-number"), Input::text},
            {"postcode", visit.say("fact.address-postcode"), Input::text}, {"city", visit.say("fact.address-city"), Input::text},
            {"mailbox", visit.say("contact.mailbox"), Input::text}, {"phone", visit.say("contact.phone"), Input::text},
            {"marks", visit.say("contact.marks"), Input::boxes, Required::no, visit.say("contact.marks-hint"), translated(visit, view.marks)},
            {"from", visit.say("contact.from"), Input::date, Required::yes}, {"until", visit.say("contact.until"), Input::date},
            {"source", visit.say("contact.source"), Input::text, Required::yes, visit.say("contact.source-hint")}};
}

http::Response contactPage(Visit& visit, const Sent& values, const std::string& error = "", const Errors& errors = {}) {
    const auto view = casework::viewChannels(visit.office(), visit.actor(), visit.at("request"));
    const auto seen = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    auto frame = caseFrame(visit, seen, visit.say("contact.title"));
    frame.status = error.empty() ? 200 : 422;
    auto open = Data::array(), ended = Data::array();
    for (const auto& row : view.open) open.push_back(channelData(visit, row));
    for (const auto& row : view.ended) ended.push_back(channelData(visit, row));
    return visit.page("contact", frame,
                      {{"reference", seen.row.reference}, {"requester", view.requesterName}, {"open", open}, {"ended", ended}, {"has_ended", !ended.empty()}, {"error", error}, {"has_error", !error.empty()},
                       {"action", here(visit)}, {"back", caseLink(visit.at("request"))}, {"fields", fieldsData(contactFields(visit, view), values, errors)}});
}

casework::ChannelForm formFrom(const Sent& sent) {
    return {sent.get("kind"), sent.get("addressee"), sent.get("street"), sent.get("number"), sent.get("postcode"), sent.get("city"), sent.get("mailbox"), sent.get("phone"),
            sent.all("marks"), sent.get("from"), sent.get("until"), sent.get("source")};
}

}  // namespace

http::Response showContact(Visit& visit) {
    const auto day = amsterdamDay(visit.site.office.environment.clock.now());
    return contactPage(visit, Sent(http::Fields{{"from", redaction::household::toIso(day)}}));
}

http::Response addChannel(Visit& visit) {
    const auto fields = contactFields(visit, casework::viewChannels(visit.office(), visit.actor(), visit.at("request")));
    if (const auto errors = checkFields(visit, fields); !errors.empty()) return contactPage(visit, visit.sent, lineOf(visit, errors), errors);
    const auto outcome = casework::addChannel(visit.office(), visit.actor(), visit.at("request"), formFrom(visit.sent));
    if (!outcome.done) return contactPage(visit, visit.sent, visit.inOurWords(outcome.words), {{outcome.field, visit.inOurWords(outcome.words)}});
    forgetDraft(visit, here(visit));
    return visit.goTo(here(visit), outcome);
}

http::Response endChannel(Visit& visit) {
    return visit.goTo(here(visit), casework::endChannel(visit.office(), visit.actor(), visit.at("request"), visit.at("channel"), visit.sent.get("why")));
}

http::Response confirmChannel(Visit& visit) {
    return visit.goTo(here(visit), casework::confirmChannel(visit.office(), visit.actor(), visit.at("request"), visit.at("channel")));
}

std::string wayWords(const Visit& visit, const casework::Way& way) {
    return visit.inOurWords(way.kindWords) + (way.kept ? ": " + visit.say("contact.kept") : way.words().substr(way.kindWords.size()));
}

Data waysData(Visit& visit, const std::string& requestId) {
    auto ways = Data::array();
    bool first = true;
    for (const auto& it : casework::waysFor(visit.office(), visit.actor(), requestId, requests::Sending::package)) {
        if (it.kind == "phone") continue;
        ways.push_back({{"channel", it.channel}, {"words", wayWords(visit, it)}, {"allowed", it.allowed}, {"why_not", visit.inOurWords(it.why)},
                        {"handling", visit.inOurWords(it.handling)}, {"first", first && it.allowed}});
        first = first && !it.allowed;
    }
    return ways;
}

}  // namespace service::web::pages
