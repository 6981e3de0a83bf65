#include "service/casework/law_of_request.h"

#include <algorithm>

#include "redaction/policy/mandate.h"
#include "redaction/policy/rules.h"
#include "service/casework/applications.h"
#include "service/casework/case_file.h"
#include "service/casework/deciding_anew.h"
#include "service/casework/fact_words.h"
#include "service/casework/moments.h"
#include "service/casework/term_table.h"
#include "service/casework/words.h"
#include "service/requests/remaining.h"

namespace service::casework {

namespace {

namespace household = redaction::household;

requests::IdentityMethod identityFrom(const std::string& code) {
    for (const auto& choice : requests::identityChoices())
        if (choice.code == code) return choice.method;
    for (const auto& kind : requests::documentKinds())
        if (kind.code == code) return requests::IdentityMethod::documentSeen;
    return requests::IdentityMethod::notYet;
}

requests::Mandate mandateFrom(redaction::policy::Reach reach) {
    using redaction::policy::Reach;
    return reach == Reach::yes ? requests::Mandate::covers : reach == Reach::unclear ? requests::Mandate::unclear : reach == Reach::no ? requests::Mandate::elsewhere : requests::Mandate::none;
}

// Of more rights at once the one that is covered least.
requests::Mandate mandateOf(const household::Case& known, const household::Consent& consent, household::AccessRequest asked, const RequestForm& form) {
    auto least = redaction::policy::reachOf(consent, known, asked);
    for (const auto& right : form.alsoRights) {
        asked.right = right;
        least = std::min(least, redaction::policy::reachOf(consent, known, asked));
    }
    return mandateFrom(least);
}

void addConsents(Office& office, const household::Case& known, const RequestForm& form, requests::IntakeInput& input) {
    household::AccessRequest asked;
    asked.right = form.right, asked.addressedTo = form.addressedTo, asked.partners = partnersChosen(office, form);
    for (const auto& it : known.consents) input.consents.push_back({it.person, it.to, it.scope, it.given, it.withdrawn, mandateOf(known, it, asked, form)});
}

void addPeople(const household::Case& known, requests::IntakeInput& input) {
    for (const auto& person : known.persons)
        input.persons.push_back({person.id, shortName(person), person.birthdate, person.deceased, person.bsn, person.able, person.objectionRecorded, person.partner});
    for (const auto& it : known.relations) input.relations.push_back({it.type, it.from, it.to, it.since, it.until});
    for (const auto& it : known.authority)
        input.authority.push_back({it.child, it.holder, requests::authorityFrom(it.type), it.from, it.to});
    for (const auto& it : known.protections) input.protections.push_back({it.person, it.against, it.hide, it.from, it.until});
}

// The same right asked of another controller repeats nothing.
bool concernsSame(Office& office, const RequestForm& form, const store::Request& earlier) {
    const auto asked = partnersChosen(office, form), before = office.store.requests().partnersOf(earlier);
    return asked.empty() || before.empty() || std::find_first_of(asked.begin(), asked.end(), before.begin(), before.end()) != asked.end();
}

void addEarlier(Office& office, const RequestForm& form, requests::IntakeInput& input) {
    if (form.householdId.empty()) return;
    const auto logged = office.store.requests().find(form.letterId);
    const std::string own = logged ? logged->applicationId : std::string();
    for (const auto& it : office.store.requests().ofHousehold(form.householdId)) {
        if (it.id == form.letterId || it.applicationId == own || !concernsSame(office, form, it)) continue;
        const bool open = it.step != store::Step::released && it.step != store::Step::closed;
        input.earlier.push_back({it.reference, requests::rightFrom(it.right).value_or(requests::Right::access), it.requesterId,
                                 it.subjects, it.receivedOn, open});
    }
}

// What the rules of that day call this ground; one they no longer know keeps its own name.
requests::Suspension suspensionFrom(const store::Suspension& stored, const requests::SuspensionRules& rules) {
    requests::Suspension one{stored.from, stored.until, requests::SuspensionGround::identityInDoubt};
    if (stored.lawfulGround == "clarification") one.ground = requests::SuspensionGround::clarificationOfLargeQuantity;
    for (const auto& rule : rules.grounds)
        if (rule.id == stored.lawfulGround) one.groundWords = rule.words, one.groundSource = rule.source;
    return one;
}

Weight weightFrom(requests::Severity severity) {
    switch (severity) {
        case requests::Severity::blocks: return Weight::blocks;
        case requests::Severity::question: return Weight::asks;
        case requests::Severity::warning: return Weight::warns;
        case requests::Severity::info: break;
    }
    return Weight::tells;
}

}  // namespace

requests::Calendar calendarOf(Office& office) {
    std::vector<requests::Holiday> extra;
    for (const auto& holiday : office.store.holidays().all()) extra.push_back({holiday.day, holiday.name});
    return requests::Calendar(std::move(extra));
}

requests::Terms termsOf(Office& office, const Date& start) { return loadTermTable(office.templates).on(start).terms; }
requests::TermsOn termsOn(Office& office) {
    return [table = loadTermTable(office.templates)](const Date& start) { return table.on(start).terms; };
}
requests::Terms termsOf(Office& office) { return termsOf(office, today(office)); }

std::optional<Date> sentOn(Office& office, const store::Request& request) {
    const auto release = office.store.releases().latest(request.id);
    return release && release->releasedAt ? std::optional(service::amsterdamDay(*release->releasedAt)) : std::nullopt;
}

namespace {

// After the decision nothing moves any more, also where a question stayed unanswered.
Date lastDayOf(Office& office, const store::Request& request) {
    if (const auto sent = sentOn(office, request)) return *sent;
    return request.closedAt ? service::amsterdamDay(*request.closedAt) : today(office);
}

}  // namespace

requests::Course courseOf(Office& office, const store::Request& request, std::string_view partnerId) {
    const auto rules = loadTermTable(office.templates).on(request.receivedOn).suspension;
    requests::Course course;
    course.received = request.receivedOn;
    for (const auto& it : office.store.requests().suspensions(request.id)) course.suspensions.push_back(suspensionFrom(it, rules));
    const bool waiting = std::any_of(course.suspensions.begin(), course.suspensions.end(), [](const auto& it) { return !it.answered; });
    course.today = waiting ? lastDayOf(office, request) : today(office);
    if (const auto extension = office.store.requests().findExtension(request.id))
        course.extension = requests::Extension{extension->toldOn, extension->reason};
    course.setTerm = setTermOf(office, request);
    if (const auto partner = office.store.partners().find(std::string(partnerId))) course.ownTermDays = partner->ownTermDays;
    return course;
}

requests::IntakeInput intakeInput(Office& office, const household::Case& known, const RequestForm& form) {
    requests::IntakeInput input;
    input.right = requests::rightFrom(form.right).value_or(requests::Right::access);
    input.capacity = requests::capacityFrom(form.capacity);
    input.requester = form.requesterId;
    input.subjects = form.subjectIds;
    input.received = household::parseDate(form.receivedOn);
    input.today = today(office), input.ages = office.rules.ages(input.today);
    input.identity = identityFrom(form.identityMethod);
    input.text = form.remarks;
    addPeople(known, input);
    addConsents(office, known, form, input);
    addEarlier(office, form, input);
    return input;
}

RequestForm formOf(Office& office, const store::Request& request) {
    RequestForm form;
    form.householdId = request.householdId, form.requesterId = request.requesterId, form.subjectIds = request.subjects;
    form.right = request.right, form.capacity = request.capacity, form.addressedTo = request.addressedTo;
    form.receivedOn = household::toIso(request.receivedOn), form.channel = request.channel;
    form.identityMethod = request.identityMethod, form.identityNote = request.identityNote;
    if (request.identityOn) form.identityOn = household::toIso(*request.identityOn);
    form.remarks = request.remarks, form.language = request.language;
    form.partnerIds = office.store.requests().partnersOf(request);
    form.letterId = request.id;  // so that it is not found to repeat itself
    return form;
}

std::vector<Finding> findingsFrom(const std::vector<requests::Finding>& findings) {
    std::vector<Finding> shown;
    for (const auto& it : findings) shown.push_back({weightFrom(it.severity), it.code, it.title, it.explanation, it.source, it.field, it.person});
    return shown;
}

requests::DecisionClock decisionClock(Office& office, const store::Request& request) {
    return requests::decideBy(courseOf(office, request, request.addressedTo), termsOf(office, request.receivedOn), calendarOf(office));
}

std::vector<ClockStep> stepsFrom(const std::vector<requests::Step>& steps) {
    std::vector<ClockStep> shown;
    for (const auto& step : steps) shown.push_back({step.sentence, step.source, step.date ? requests::toIso(*step.date) : std::string()});
    return shown;
}

std::vector<ClockStep> derivationOf(const requests::Clock& clock) { return stepsFrom(clock.steps); }

namespace {

ClockView viewOn(Office& office, const requests::Course& course, const Date& day) {
    const auto clock = requests::decideBy(course, termsOf(office, course.received), calendarOf(office));
    const auto left = requests::remaining(clock, day);
    const auto bar = requests::barOf(course, clock, day);
    ClockView view;
    view.due = requests::toIso(clock.due.end);
    // A partner's own promise that is over is no late decision; the day that the law gives is.
    const bool onlyPromise = left.late && std::chrono::sys_days{day} <= std::chrono::sys_days{clock.law.end};
    view.dueWords = left.due, view.leftWords = onlyPromise ? "eigen belofte voorbij" : left.left, view.daysLeft = left.days, view.late = left.late && !onlyPromise;
    view.suspended = clock.suspendedNow, view.extended = clock.extended;
    view.elapsedPercent = bar.elapsedPercent, view.barWords = bar.words;
    for (const auto& stretch : bar.suspended) view.suspendedStretches.push_back({stretch.fromPercent, stretch.toPercent, stretch.words});
    view.derivation = derivationOf(clock.due);
    return view;
}

}  // namespace

ClockView clockFor(Office& office, const requests::Course& course) { return viewOn(office, course, today(office)); }

ClockView clockOf(Office& office, const store::Request& request) {
    auto view = viewOn(office, courseOf(office, request, request.addressedTo), lastDayOf(office, request));
    const auto sent = sentOn(office, request);
    if (!sent && !request.closedAt) return view;
    const auto how = !sent ? std::string() : view.daysLeft >= 0 ? ", op tijd" : ", " + view.leftWords;
    view.leftWords = (sent ? "beslist op " : "afgesloten op ") + dutchDay(requests::toIso(lastDayOf(office, request))) + how;
    view.late = view.late && sent, view.suspended = false;
    return view;
}

std::vector<std::string> protectionsAgainst(const household::Case& known, const std::string& requesterId, const Date& day) {
    std::vector<std::string> sentences;
    for (const auto& it : known.protections) {
        const bool against = std::find(it.against.begin(), it.against.end(), requesterId) != it.against.end();
        const bool holds = (!it.from || *it.from <= day) && (!it.until || day < *it.until);
        if (against && holds) sentences.push_back(protectionSentence(known, it));
    }
    return sentences;
}

}  // namespace service::casework
