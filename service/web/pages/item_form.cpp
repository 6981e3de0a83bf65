// Deciding one point: first what the answer is, with what each asks; then a form of exactly those fields.
#include <algorithm>

#include "service/casework/worklist.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"
#include "service/web/pages/items.h"

namespace service::web::pages {

namespace {

namespace requests = service::requests;

std::string addressOf(const Visit& visit, const std::string& choice = {}) {
    return caseLink(visit.at("request"), "punten/" + visit.at("item")) + (choice.empty() ? "" : "?keuze=" + choice);
}

Input inputOf(requests::ItemField::Kind kind) {
    switch (kind) {
        case requests::ItemField::line: return Input::text;
        case requests::ItemField::day: return Input::date;
        case requests::ItemField::choice: return Input::radios;
        case requests::ItemField::area: break;
    }
    return Input::area;
}

Field fieldOf(const Visit& visit, const requests::ItemField& it) {
    std::vector<Option> options;
    for (const auto& option : it.options) options.emplace_back(option, visit.say("items.option-" + it.name + "-" + option));
    const auto hint = "items.hint-" + it.name;
    return {it.name, visit.say("items.field-" + it.name), inputOf(it.kind), it.needed ? Required::yes : Required::no, visit.texts().has(hint) ? visit.say(hint) : "", options, "off", Day::any,
            it.kind == requests::ItemField::area ? 4000u : 0u};
}

// A choice that this case closes stays visible, with why.
Data choicesData(const Visit& visit, const casework::ItemToDecide& point) {
    auto list = Data::array();
    for (const auto* choice : requests::choicesFor(point.facts.right)) {
        auto asks = Data::array();
        for (const auto& field : requests::fieldsOf(point.facts, *choice)) asks.push_back({{"words", visit.say("items.field-" + field.name)}, {"optional", !field.needed}});
        std::string closed;
        for (const auto& lack : requests::lacking(point.facts, {choice->id, {}}))
            if (lack.field == "choice") closed = visit.say("items.lack-" + lack.code);
        auto work = Data::array();
        for (const auto one : choice->work) work.push_back({{"words", visit.say("items.work-" + requests::toText(one))}});
        list.push_back({{"words", visit.say("items.choice-" + choice->id)}, {"means", visit.say("items.means-" + choice->id)}, {"answer", visit.say("items.answer-" + requests::toText(choice->answer))},
                        {"asks", asks}, {"has_work", !work.empty()}, {"work", work}, {"law", requests::lawOf(*choice, point.facts).source}, {"closed", closed},
                        {"link", closed.empty() ? addressOf(visit, choice->id) : ""}});
    }
    return list;
}

Errors errorsOf(const Visit& visit, const std::vector<requests::Lack>& lacks) {
    Errors errors;
    for (const auto& lack : lacks) errors.emplace_back(lack.field, visit.say("items.lack-" + lack.code));
    return errors;
}

std::string lineOf(const Visit& visit, const std::vector<requests::Lack>& lacks) { return visit.say("items.blocked") + " " + lackWords(visit, lacks); }

Sent storedIn(const casework::ItemRow& item, const std::string& choice) {
    http::Fields fields;
    if (item.decision && item.decision->choice == choice)
        for (const auto& [name, value] : item.decision->fields) fields.emplace_back(name, value);
    if (fields.empty() && choice == "fact-corrected" && !item.wish.empty()) fields.emplace_back("becomes", item.wish);
    return Sent(std::move(fields));
}

Data formData(const Visit& visit, const casework::ItemToDecide& point, const requests::ItemChoice& choice, const Sent& values, const Errors& errors) {
    const auto warning = childReads(visit, point.all.requestId);
    std::vector<Field> fields;
    auto needed = Data::array();
    for (const auto& it : requests::fieldsOf(point.facts, choice)) {
        fields.push_back(fieldOf(visit, it));
        if (fields.back().input == Input::area && it.name != "recipients" && !warning.empty()) fields.back().hint += (fields.back().hint.empty() ? "" : " ") + warning;
        if (it.needed) needed.push_back({{"words", visit.say("items.field-" + it.name)}});
    }
    const auto law = requests::lawOf(choice, point.facts);
    return {{"words", visit.say("items.choice-" + choice.id)}, {"means", visit.say("items.means-" + choice.id)}, {"answer", visit.say("items.answer-" + requests::toText(choice.answer))},
            {"law", law.source}, {"act_not_open", !law.actOpen}, {"needed", needed}, {"fields", fieldsData(fields, values, errors)}, {"id", choice.id},
            {"seen", std::to_string(point.item.decision ? point.item.decision->number : 0)}, {"back", addressOf(visit)}};
}

http::Response itemPage(Visit& visit, const std::string& chosen, const Sent* typed, const std::string& error, const Errors& errors) {
    const auto point = casework::itemToDecide(visit.office(), visit.actor(), visit.at("request"), visit.at("item"));
    const auto row = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto title = visit.say("items.point", {{"number", static_cast<long>(point.item.number)}});
    auto data = itemData(visit, point.all.requestId, point.item);
    const auto* choice = point.all.mayDecide ? requests::findChoice(point.facts.right, chosen) : nullptr;
    data["heading"] = title, data["reference"] = row.row.reference, data["error"] = error, data["back"] = caseLink(point.all.requestId, "punten");
    data["action"] = addressOf(visit), data["partner"] = point.all.partnerName;
    data["form"] = choice ? formData(visit, point, *choice, typed ? *typed : storedIn(point.item, choice->id), errors) : Data(false);
    data["choices"] = point.all.mayDecide && !choice ? choicesData(visit, point) : Data::array();
    data["may_choose"] = point.all.mayDecide && !choice;
    data["term"] = point.all.right == "erasure" ? fileTermsData(visit, point.all.partnerId) : Data(false);
    auto frame = caseFrame(visit, row, title);
    frame.status = error.empty() ? 200 : 422;
    return visit.page("item", frame, data);
}

}  // namespace

http::Response showItem(Visit& visit) { return itemPage(visit, visit.query().get("keuze"), nullptr, "", {}); }

http::Response decideItem(Visit& visit) {
    const auto point = casework::itemToDecide(visit.office(), visit.actor(), visit.at("request"), visit.at("item"));
    requests::ItemAnswer answer{visit.sent.get("choice"), {}};
    if (const auto* choice = requests::findChoice(point.facts.right, answer.choice))
        for (const auto& field : requests::fieldsOf(point.facts, *choice)) {
            answer.fields[field.name] = visit.sent.get(field.name);
            if (holdsHiddenSigns(answer.fields[field.name], inputOf(field.kind))) return itemPage(visit, answer.choice, &visit.sent, visit.say("items.hidden-signs"), {});
        }
    const auto seen = visit.sent.get("seen");
    const int number = seen.empty() || seen.size() > 6 || seen.find_first_not_of("0123456789") != seen.npos ? 0 : std::stoi(seen);
    const auto outcome = casework::decideItem(visit.office(), visit.actor(), visit.at("request"), visit.at("item"), answer, number);
    if (outcome.done) {
        forgetDraft(visit, visit.request.path);
        return visit.goTo(caseLink(visit.at("request"), "punten"), outcome);
    }
    return itemPage(visit, answer.choice, &visit.sent, outcome.lacks.empty() ? visit.inOurWords(outcome.words) : lineOf(visit, outcome.lacks), errorsOf(visit, outcome.lacks));
}

}  // namespace service::web::pages
