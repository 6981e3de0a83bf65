#include "service/web/pages/items.h"

#include "service/casework/collection.h"
#include "service/casework/file_terms.h"
#include "service/casework/lifting.h"
#include "service/casework/work_orders.h"
#include "service/casework/worklist.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"
#include "service/web/pages/inline_form.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string itemsLink(std::string_view requestId, const std::string& part = {}) { return caseLink(requestId, part.empty() ? "punten" : "punten/" + part); }

std::vector<Field> addFields(const Visit& visit, const casework::ItemsView& view) {
    std::vector<Option> people;
    for (const auto& [id, name] : view.people) people.emplace_back(id, name);
    std::vector<Field> fields{{"what", visit.say("items.what"), Input::area, Required::yes, visit.say("items.what-hint-" + view.right), {}, "off", Day::any, 1000},
                              {"place", visit.say("items.place"), Input::text, Required::no, visit.say("items.place-hint")}};
    if (view.right == "rectification") fields.push_back({"wish", visit.say("items.wish"), Input::area, Required::no, visit.say("items.wish-hint"), {}, "off", Day::any, 1000});
    if (people.size() > 1) fields.push_back({"about", visit.say("items.about"), Input::select, Required::yes, "", people});
    return fields;
}

std::vector<Field> confirmFields(const Visit& visit) {
    return {{"on", visit.say("items.confirmed-on"), Input::date, Required::yes, "", {}, "off", Day::notAfterToday},
            {"by", visit.say("items.confirmed-by"), Input::text, Required::yes, visit.say("items.confirmed-by-hint")},
            {"note", visit.say("items.note"), Input::text, Required::no}};
}

std::vector<Field> toldFields(const Visit& visit) {
    return {{"on", visit.say("items.told-on"), Input::date, Required::no, "", {}, "off", Day::notAfterToday},
            {"how", visit.say("items.told-how"), Input::text, Required::no, visit.say("items.told-how-hint")},
            {"impossible", visit.say("items.impossible"), Input::text, Required::no, visit.say("items.impossible-hint")}};
}

std::string dayIn(const Visit& visit, const std::string& iso) { return iso.empty() ? "" : view::dayInWords(iso, visit.language()); }

Data ordersData(const Visit& visit, const casework::ItemsView& view, const SentForm& shown) {
    auto list = Data::array();
    for (const auto& it : view.orders) {
        const auto link = caseLink(view.requestId, "opdrachten/" + it.id);
        const bool may = it.open && !it.planned && view.mayConfirm;
        list.push_back({{"words", visit.say("items.work-" + it.kind)}, {"number", std::to_string(it.itemNumber)}, {"partner", it.partnerName}, {"planned", it.planned}, {"open", it.open && !it.planned},
                        {"due", dayIn(visit, it.due)}, {"steps", stepsData(it.dueSteps)}, {"late", it.daysLate ? visit.say("items.days-late", {{"days", static_cast<long>(it.daysLate)}}) : ""},
                        {"confirmed_on", dayIn(visit, it.confirmedOn)}, {"confirmed_by", it.confirmedBy}, {"recorded_by", it.recordedByName}, {"note", it.note},
                        {"letter", it.planned ? "" : link + "/brief.pdf"}, {"form", may ? inlineForm(visit, shown, link, confirmFields(visit), "o" + std::to_string(list.size()) + "-") : Data(false)}});
    }
    return list;
}

std::vector<Field> liftFields(const Visit& visit) {
    return {{"from", visit.say("items.lift-from"), Input::date, Required::yes, visit.say("items.lift-from-hint")},
            {"why", visit.say("items.lift-why"), Input::area, Required::yes, visit.say("items.lift-why-hint"), {}, "off", Day::any, 1000}};
}

Data liftingData(const Visit& visit, const casework::ItemsView& view, const SentForm& shown) {
    auto list = Data::array();
    for (const auto& it : view.liftable) {
        const auto link = itemsLink(view.requestId, it.itemId + "/opheffen");
        list.push_back({{"number", std::to_string(it.number)}, {"letter", it.told ? itemsLink(view.requestId, it.itemId + "/opheffen.pdf") : ""},
                        {"form", it.told ? Data(false) : inlineForm(visit, shown, link, forReader(visit, view.requestId, liftFields(visit), {"why"}), "l" + std::to_string(list.size()) + "-")}});
    }
    return list;
}

Data recipientsData(const Visit& visit, const casework::ItemsView& view, const SentForm& shown) {
    auto list = Data::array();
    for (const auto& it : view.recipients) {
        const auto link = caseLink(view.requestId, "ontvangers/" + it.id);
        list.push_back({{"recipient", it.recipient}, {"number", std::to_string(it.itemNumber)}, {"open", it.open}, {"told_on", dayIn(visit, it.toldOn)}, {"how", it.how}, {"impossible", it.impossibleWhy},
                        {"recorded_by", it.recordedByName}, {"letter", link + "/brief.pdf"},
                        {"form", it.mayTell && view.mayConfirm ? inlineForm(visit, shown, link, toldFields(visit), "r" + std::to_string(list.size()) + "-") : Data(false)}});
    }
    return list;
}

Data blockersData(const Visit& visit, const casework::ItemsView& view) {
    auto list = Data::array();
    for (const auto& it : view.blockers)
        list.push_back({{"words", visit.say("items.block-" + it.code, {{"number", static_cast<long>(it.number)}})}, {"text", it.code == "child-view" ? visit.inOurWords(it.text) : it.text},
                        {"link", !it.itemId.empty() ? itemsLink(view.requestId, it.itemId) : it.code == "identity" ? caseLink(view.requestId, "identiteit") : it.code == "child-view" ? caseLink(view.requestId) : ""}});
    return list;
}

Data remarksData(const casework::ItemsView& view) {
    auto list = Data::array();
    for (const auto& it : view.remarks) list.push_back({{"text", it.text}, {"by", it.byName}, {"at", it.atWords}, {"settle", caseLink(view.requestId, "opmerkingen/" + it.id + "/afgehandeld")}});
    return list;
}

}  // namespace

Data fileTermsData(Visit& visit, const std::string& partnerId) {
    auto terms = Data::array();
    for (const auto& term : casework::fileTermsOf(visit.office(), partnerId)) terms.push_back({{"words", visit.language() == "en" ? term.english : term.dutch}, {"basis", term.source}});
    return {{"terms", terms}};
}

namespace {

Data termData(Visit& visit, const casework::ItemsView& view) {
    if (view.right != "erasure") return false;
    return fileTermsData(visit, view.partnerId);
}

Data itemsData(Visit& visit, const casework::CaseView& row, const casework::ItemsView& view, const SentForm& shown) {
    auto data = caseHead(visit, row, "items");
    data["words"] = visit.say("items.words-" + view.right);
    data["partner"] = view.partnerName;
    data["items"] = Data::array();
    for (const auto& item : view.items) {
        auto one = itemData(visit, view.requestId, item);
        one["decide_link"] = view.mayDecide && !item.withdrawn ? itemsLink(view.requestId, item.id) : "";
        one["withdraw"] = view.mayAdd && !item.withdrawn ? itemsLink(view.requestId, item.id + "/intrekken") : "";
        data["items"].push_back(std::move(one));
    }
    data["no_items"] = view.items.empty();
    data["add"] = view.mayAdd ? inlineForm(visit, shown, itemsLink(view.requestId), addFields(visit, view), "n-") : Data(false);
    data["finish_link"] = view.mayDecide ? itemsLink(view.requestId, "afronden") : "";
    data["may_finish"] = view.mayFinish;
    data["blockers"] = view.mayDecide || view.step == "logged" ? blockersData(visit, view) : Data::array();
    data["has_blockers"] = !data["blockers"].empty();
    data["remarks"] = remarksData(view);
    data["has_remarks"] = !view.remarks.empty();
    data["state_words"] = view.step == "logged" || view.step == "review" ? "" : visit.say("items.state-" + view.step);
    data["sign_off_link"] = view.step == "sign-off" ? caseLink(view.requestId, "vrijgave") : "";
    data["orders"] = ordersData(visit, view, shown), data["has_orders"] = !view.orders.empty();
    data["recipients"] = recipientsData(visit, view, shown), data["has_recipients"] = !view.recipients.empty();
    data["lifting"] = liftingData(visit, view, shown), data["has_lifting"] = !view.liftable.empty();
    data["erasure_letter"] = view.mayConfirmErasure ? caseLink(view.requestId, "verwijdering.pdf") : "";
    data["fetch"] = view.mayFetch ? itemsLink(view.requestId, "stukken") : "";
    data["term"] = termData(visit, view);
    data["excessive_link"] = view.mayAdd ? caseLink(view.requestId, "buitensporig") : "";
    data["has_more"] = view.mayAdd;
    return data;
}

}  // namespace

namespace {

std::string onOneLine(const std::string& text) {
    std::string line;
    for (const char c : text)
        if (c == '\n') line += "; ";
        else if (c != '\r') line += c;
    return line;
}

}  // namespace

std::string lackWords(const Visit& visit, const std::vector<requests::Lack>& lacks) {
    std::string names;
    for (const auto& lack : lacks) {
        const auto field = lack.field == "choice" ? std::string() : visit.say("items.field-" + lack.field);
        names += (names.empty() ? "" : " ") + field + (field.empty() ? "" : field.ends_with('?') ? " " : ": ") + visit.say("items.lack-" + lack.code);
    }
    return names;
}

Data itemData(const Visit& visit, std::string_view requestId, const casework::ItemRow& item) {
    Data data{{"number", std::to_string(item.number)}, {"what", item.what}, {"place", item.place}, {"wish", item.wish}, {"about", item.aboutName}, {"by", item.byName}, {"at", item.atWords},
              {"withdrawn", item.withdrawnWhy}, {"standing", !item.withdrawn}, {"decided", item.decision.has_value()}, {"incomplete", !item.lacks.empty()}, {"lacks", lackWords(visit, item.lacks)}, {"link", itemsLink(requestId, item.id)}};
    data["answer"] = item.decision ? visit.say("items.answer-" + item.decision->answer) : "";
    data["tone"] = !item.decision ? "plain" : item.decision->answer == "granted" ? "good" : "warn";
    data["choice"] = item.decision ? visit.say("items.choice-" + item.decision->choice) : "";
    data["law"] = item.decision ? item.decision->law : "";
    data["act_not_open"] = item.decision && !item.decision->actOpen;
    data["decided_by"] = item.decision ? item.decision->byName : "";
    data["decided_at"] = item.decision ? item.decision->atWords : "";
    data["earlier"] = item.earlier ? visit.say("items.earlier", {{"count", static_cast<long>(item.earlier)}}) : "";
    data["facts"] = Data::array();
    if (!item.decision) return data;
    for (const auto& [name, value] : item.decision->fields) {
        const auto key = "items.option-" + name + "-" + value;
        const auto shown = visit.texts().has(key) ? visit.say(key) : view::dayInWords(value, visit.language());
        if (!value.empty()) data["facts"].push_back({{"label", visit.say("items.field-" + name)}, {"value", onOneLine(shown)}});
    }
    return data;
}

http::Response itemsPageWith(Visit& visit, const std::string& where, const std::string& error, const Errors& errors) {
    const auto view = casework::viewItems(visit.office(), visit.actor(), visit.at("request"));
    const auto row = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    auto frame = caseFrame(visit, row, visit.say("case.tab-items"));
    frame.status = where.empty() ? 200 : 422;
    return visit.page("items", frame, itemsData(visit, row, view, {where, error, errors}));
}

http::Response itemsPage(Visit& visit) { return itemsPageWith(visit, "", "", {}); }

namespace {

// Checks the form, does it, and shows the list again with what is wrong.
template <class Act>
http::Response sentForm(Visit& visit, const std::vector<Field>& fields, Act&& act) {
    if (const auto errors = checkFields(visit, fields); !errors.empty()) return itemsPageWith(visit, visit.request.path, lineOf(visit, errors), errors);
    const casework::FormOutcome outcome = act();
    if (!outcome.done) {
        const auto words = visit.inOurWords(outcome.words);
        return itemsPageWith(visit, visit.request.path, words, outcome.field.empty() ? Errors{} : Errors{{outcome.field, words}});
    }
    return visit.goTo(itemsLink(visit.at("request")), outcome);
}

}  // namespace

http::Response addItem(Visit& visit) {
    const auto fields = addFields(visit, casework::viewItems(visit.office(), visit.actor(), visit.at("request")));
    return sentForm(visit, fields, [&] {
        const auto& it = visit.sent;
        return casework::addItem(visit.office(), visit.actor(), visit.at("request"), {it.get("what"), it.get("place"), it.get("wish"), it.get("about")});
    });
}

http::Response withdrawItem(Visit& visit) {
    return sentForm(visit, {{"why", visit.say("items.withdraw-why"), Input::text, Required::yes}},
                    [&] { return casework::withdrawItem(visit.office(), visit.actor(), visit.at("request"), visit.at("item"), visit.sent.get("why")); });
}

http::Response finishItems(Visit& visit) {
    const auto outcome = casework::finishItems(visit.office(), visit.actor(), visit.at("request"));
    return visit.goTo(outcome.done ? caseLink(visit.at("request"), "verstrekking") : itemsLink(visit.at("request")), outcome);
}

http::Response fetchForItems(Visit& visit) { return visit.goTo(caseLink(visit.at("request")), casework::startCollection(visit.office(), visit.actor(), visit.at("request"))); }

http::Response confirmOrder(Visit& visit) {
    return sentForm(visit, confirmFields(visit), [&] {
        return casework::confirmOrder(visit.office(), visit.actor(), visit.at("request"), visit.at("order"), {visit.sent.get("on"), visit.sent.get("by"), visit.sent.get("note")});
    });
}

http::Response settleRecipient(Visit& visit) {
    return sentForm(visit, toldFields(visit), [&] {
        return casework::settleRecipient(visit.office(), visit.actor(), visit.at("request"), visit.at("recipient"), {visit.sent.get("on"), visit.sent.get("how"), visit.sent.get("impossible")});
    });
}

http::Response liftRestriction(Visit& visit) {
    return sentForm(visit, liftFields(visit), [&] {
        return casework::liftRestriction(visit.office(), visit.actor(), visit.at("request"), visit.at("item"), {visit.sent.get("from"), visit.sent.get("why")});
    });
}

http::Response liftLetter(Visit& visit) {
    auto file = casework::liftLetter(visit.office(), visit.actor(), visit.at("request"), visit.at("item"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}

http::Response orderLetter(Visit& visit) {
    auto file = casework::orderLetter(visit.office(), visit.actor(), visit.at("request"), visit.at("order"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}
http::Response recipientLetter(Visit& visit) {
    auto file = casework::recipientLetter(visit.office(), visit.actor(), visit.at("request"), visit.at("recipient"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}
http::Response erasureLetter(Visit& visit) {
    auto file = casework::erasureLetter(visit.office(), visit.actor(), visit.at("request"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}

}  // namespace service::web::pages
