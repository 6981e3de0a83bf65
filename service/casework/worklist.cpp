#include "service/casework/worklist.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <tuple>

#include "service/casework/access.h"
#include "service/casework/answer_forms.h"
#include "service/casework/case_file.h"
#include "service/casework/deciding_anew.h"
#include "service/casework/clock_days.h"
#include "service/casework/escalation.h"
#include "service/casework/folding.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/items.h"
#include "service/casework/law_of_request.h"
#include "service/casework/mandates.h"
#include "service/casework/milestones.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/passing_days.h"
#include "service/casework/putting_aside.h"
#include "service/casework/standing.h"
#include "service/casework/transfers.h"
#include "service/casework/words.h"
#include "service/casework/work_orders.h"
#include "service/casework/work_rows.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using store::CollectionState;
using store::Step;
constexpr int daysInWeek = 7;

struct NextStep {
    Step step;
    const char *words, *link;
};
const NextStep nextSteps[] = {{Step::logged, "Vraag de partners om stukken", "collect"}, {Step::collecting, "Volg het verzamelen", "collect"},
    {Step::reading, "Volg het lezen", "collect"}, {Step::review, "Beoordeel de voorstellen", "review"},
    {Step::packaging, "Bekijk hoe ver het pakket is", "release"}, {Step::signOff, "Geef akkoord of stuur terug", "sign-off"},
    {Step::released, "Sluit het verzoek af", "release"}, {Step::closed, "", ""}};

// Law counts on the day of the decision: what was made or signed before it is made again. Empty: it is of today.
// Signed to be read on location: the letter, with its day, is made after that.
bool awaitsInspection(Office& office, const store::Request& request) {
    return office.store.answerForms().formOf(request.id) == "inspection" && !wasInspected(office, request);
}

std::string packageOfOtherDay(Office& office, const store::Request& request) {
    const auto release = request.step == Step::signOff ? office.store.releases().latest(request.id) : std::nullopt;
    if (!release || awaitsInspection(office, request)) return {};
    const auto day = service::amsterdamDay(release->builtAt);
    if (day == today(office)) return {};
    const auto from = requests::daysBetween(day, today(office)) == 1 ? std::string("gisteren") : requests::longDutchDate(day);
    return "het pakket is van " + from + (office.store.signOffs().standing(request.id) ? ": opnieuw maken en opnieuw ondertekenen" : ": opnieuw maken en dan ondertekenen");
}

std::vector<std::string> obstaclesOf(Office& office, const store::Request& request, const ClockView& clock) {
    std::vector<std::string> obstacles;
    if (const auto work = openWork(office, request)) obstacles.insert(obstacles.end(), work->late.begin(), work->late.end());
    if (auto family = familyWords(office, request); !family.empty()) obstacles.push_back(std::move(family));
    if (isDecided(request)) return obstacles;
    if (auto refusal = refusalWords(office, request); !refusal.empty()) obstacles.push_back(std::move(refusal));
    if (isPutAside(office, request)) obstacles.push_back("voorgesteld: buiten behandeling laten, de verzoeker laat zich niet identificeren");
    else if (request.identityMethod == "not-yet" || request.identityMethod.empty()) obstacles.push_back("identiteit nog niet vastgesteld");
    if (!whyMandateEnded(office, request).empty()) obstacles.push_back("het mandaat van een partner is geëindigd: de regio beslist niet meer voor die partner");
    else if (!whyStopped(office, request).empty()) obstacles.push_back("de verzoeker mag niet meer voor iedereen vragen: beslis hoe het verder gaat");
    if (clock.suspended) obstacles.push_back("termijn staat stil");
    if (auto slipped = slippedWords(office, request); !slipped.empty()) obstacles.push_back(std::move(slipped));
    for (auto& words : unsentMailWords(office, request)) obstacles.push_back(std::move(words));
    for (const auto& it : office.store.collections().ofRequest(request.id)) {
        const auto partner = office.store.partners().find(it.partnerId);
        const std::string name = partner ? partner->name : it.partnerId;
        if (it.state == CollectionState::needsSomeone) obstacles.push_back(name + ": " + (it.whoMustAct.empty() ? "iemand" : it.whoMustAct) + " moet iets doen");
        if (it.state == CollectionState::retrying) obstacles.push_back(name + " is niet bereikbaar; Lakwerk probeert het opnieuw");
        if (it.state == CollectionState::cancelled) obstacles.push_back(name + ": vragen is gestopt");
    }
    std::size_t human = 0;
    for (const auto& it : office.store.fragments().ofRequest(request.id)) human += it.state == store::FragmentState::needsHuman;
    if (human) obstacles.push_back(std::to_string(human) + (human == 1 ? " stuk moet" : " stukken moeten") + " door een mens bekeken worden");
    for (const auto& remark : office.store.reviews().remarks(request.id))
        if (!remark.settledAt) {
            obstacles.push_back("teruggestuurd door de privacy officer");
            break;
        }
    if (auto words = packageOfOtherDay(office, request); !words.empty()) obstacles.push_back(std::move(words));
    if (const auto release = office.store.releases().latest(request.id); release && release->state == store::ReleaseState::refused)
        obstacles.push_back("het pakket is tegengehouden door de controle");
    return obstacles;
}

bool needsSomeone(const std::vector<std::string>& obstacles) { return !obstacles.empty(); }

std::string assignees(Office& office, const store::Request& request) {
    std::vector<std::string> names;
    for (const auto& it : office.store.assignments().ofHousehold(request.householdId))
        if (const auto account = office.store.accounts().find(it.accountId); account && !isBehindWall(office, *account, request)) names.push_back(account->displayName);
    return joinedWords(names);
}

void setNextStep(Office& office, const store::Request& request, WorkRow& row) {
    for (const auto& next : nextSteps)
        if (next.step == request.step) row.nextStepWords = next.words, row.nextStepLink = next.link;
    if (isAnsweredByItems(request)) setItemStep(office, request, row);
    if (request.step == Step::packaging) row.who = "Lakwerk";
    if (request.step == Step::signOff) row.who = "een privacy officer";  // never who reviewed
    if (!packageOfOtherDay(office, request).empty()) row.nextStepWords = "Maak het pakket opnieuw", row.nextStepLink = "rebuild", row.who = assignees(office, request);
    else if (request.step == Step::signOff && office.store.signOffs().standing(request.id))
        row.nextStepWords = "Verstrek het pakket", row.nextStepLink = "release", row.who = "de balie";
}

void setApplication(Office& office, const store::Request& request, WorkRow& row) {
    const auto application = office.store.applications().load(request.applicationId);
    row.applicationId = application.id, row.applicationReference = application.reference;
    row.parts = office.store.requests().ofApplication(application.id).size();
    if (const auto partner = office.store.partners().find(request.partnerId)) row.partnerName = partner->name;
}

WorkRow rowOf(Office& office, const store::Request& request) {
    const auto known = office.store.households().load(request.householdId);
    WorkRow row;
    row.requestId = request.id, row.reference = request.reference, row.householdId = request.householdId;
    setApplication(office, request, row);
    row.householdTitle = office.store.households().loadHousehold(request.householdId).title;
    row.requesterName = nameIn(known, request.requesterId);
    row.right = request.right, row.rightWords = rightName(request.right), row.capacityWords = capacityName(request.capacity);
    row.step = toText(request.step), row.stepWords = stepWords(row.step);
    row.clock = clockOf(office, request);
    row.who = assignees(office, request);
    for (const auto& it : office.store.assignments().ofHousehold(request.householdId)) row.assigneeIds.push_back(it.accountId);
    row.partnerIds = office.store.requests().partnersOf(request);
    row.obstacles = obstaclesOf(office, request, row.clock);
    setNextStep(office, request, row);
    return row;
}

// At the counter others listen and look along. Basis: rule R13
bool isOfHiddenPartner(Office& office, const store::Request& request) {
    return !request.partnerId.empty() && hiddenPartners(office, office.store.households().load(request.householdId), request).contains(request.partnerId);
}

bool isDeskOwn(Office& office, const Actor& actor, const store::Request& request) {
    return !isBehindWall(office, actor, request) && request.createdBy == actor.accountId && isAtDesk(office, actor, request.householdId);
}

// What the desk may know of a request it logged: who asks, where it stands, when it is due, what it must do itself.
WorkRow deskRow(const store::Request& request, WorkRow row) {
    row.obstacles.clear();
    if (!isDecided(request) && (request.identityMethod == "not-yet" || request.identityMethod.empty())) row.obstacles.push_back("identiteit nog niet vastgesteld");
    if (!isDecided(request) && row.clock.suspended) row.obstacles.push_back("termijn staat stil");
    const bool handOut = row.nextStepLink == "release" && (request.step == Step::signOff || request.step == Step::released);
    if (!handOut) row.nextStepWords = isDecided(request) ? "" : "Een behandelaar is aan zet", row.nextStepLink.clear();
    return row;
}

// Of nobody yet: who may assign it must come upon it by themselves.
bool isNobodys(Office& office, const store::Request& request) {
    const auto all = office.store.assignments().ofHousehold(request.householdId);
    return std::none_of(all.begin(), all.end(), [&](const auto& it) {
        const auto account = office.store.accounts().find(it.accountId);
        return account && account->active && account->role == Role::professional && !isBehindWall(office, *account, request);
    });
}

bool mayList(Office& office, const Actor& actor, const store::Request& request, WorkFilter::Whose whose) {
    if (isBehindWall(office, actor, request)) return false;
    if (isDeskOwn(office, actor, request)) return !isOfHiddenPartner(office, request);
    const auto opening = mayOpen(office, actor, request.householdId);
    if (opening != Opening::open && opening != Opening::emergency) return false;
    if (whose == WorkFilter::team) return true;
    if (actor.role == Role::privacyOfficer && (request.step == Step::signOff || isNobodys(office, request))) return true;
    const auto access = office.store.assignments().accessOf(request.householdId, actor.accountId);
    return access == store::Access::assigned || access == store::Access::emergency;
}

bool fits(const WorkRow& row, bool over, WorkFilter::Which which) {
    switch (which) {
        case WorkFilter::open: return !over;
        case WorkFilter::late: return !over && row.clock.late;
        case WorkFilter::thisWeek: return !over && !row.clock.late && row.clock.daysLeft <= daysInWeek;
        case WorkFilter::signOff: return row.step == "sign-off";
        case WorkFilter::needsSomeone: return !over && needsSomeone(row.obstacles);
        case WorkFilter::unopened: return !over && row.unopened;
        case WorkFilter::closed: return over;
        case WorkFilter::all: break;
    }
    return true;
}

void count(const WorkRow& row, bool over, WorkCounts& counts) {
    if (over) return;
    ++counts.open;
    counts.late += row.clock.late;
    counts.thisWeek += !row.clock.late && row.clock.daysLeft <= daysInWeek;
    counts.waitingForSignOff += row.step == "sign-off";
    counts.needsSomeone += needsSomeone(row.obstacles);
    counts.suspended += row.clock.suspended;
    counts.unopened += row.unopened;
}

std::string searchable(Office& office, const store::Request& request, const WorkRow& row) {
    const auto deciding = office.store.requests().partnersOf(request);
    std::string text = row.reference + " " + row.householdTitle + " " + row.requesterName;
    const auto known = office.store.households().load(row.householdId);
    for (const auto& person : known.persons)
        text += " " + fullName(person) + " " + shortName(person) + (person.birthdate ? " " + household::toIso(*person.birthdate) : "");
    for (const auto& it : office.store.households().partners(row.householdId)) {
        if (std::find(deciding.begin(), deciding.end(), it.partnerId) == deciding.end()) continue;
        if (const auto partner = office.store.partners().find(it.partnerId)) text += " " + partner->name;
        for (const auto& number : it.caseNumbers) text += " " + number;
    }
    return text;
}

std::vector<CaseStep> stepsOf(Office& office, const store::Request& request) {
    struct Mark {
        const char *step, *action;
    };
    const Mark marks[] = {{"logged", "request.logged"}, {"collecting", "collection.started"}, {"review", isAnsweredByItems(request) ? "item.added" : "proposals.made"},
                          {"sign-off", "package.built"}, {"released", "package.released"}, {"closed", "request.closed"}};
    const std::string now = request.step == Step::reading ? "collecting" : request.step == Step::packaging ? "review" : toText(request.step);
    const auto entries = office.store.audit().ofRequest(request.id, 10000);
    std::vector<CaseStep> steps;
    bool passed = true;
    const bool collected = !isAnsweredByItems(request) || !office.store.collections().ofRequest(request.id).empty();
    for (const auto& mark : marks) {
        if (!collected && std::string_view(mark.step) == "collecting") continue;
        const bool isNow = now == mark.step;
        if (isNow) passed = false;
        CaseStep step{mark.step, stepWords(mark.step), isNow ? "now" : passed ? "done" : "later", {}, {}};
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const auto& it) { return it.action == mark.action; });
        if (found != entries.end() && step.state != "later") step.atWords = dutchMoment(found->at), step.byName = accountName(office, found->accountId);
        steps.push_back(std::move(step));
    }
    return steps;
}

// Of the latest package; before there is one, of what holds now. What is still open counts nowhere.
std::map<std::string, std::string> outcomesOf(Office& office, const store::Request& request) {
    std::map<std::string, std::string> outcomes;
    if (const auto release = office.store.releases().latest(request.id); release && release->state != store::ReleaseState::isVoid) {
        const auto contents = nlohmann::json::parse(release->contents, nullptr, false);
        for (const auto& it : contents.is_object() ? contents.value("documents", nlohmann::json::array()) : nlohmann::json::array())
            outcomes[it.value("fragment", "")] = it.value("outcome", "");
        return outcomes;
    }
    const Standing standing = standingOf(office, request);
    for (const auto& fragment : standing.fragments) outcomes[fragment.id] = outcomeNow(standing, fragment);
    return outcomes;
}

std::vector<PartnerDecisionRow> decisionsOf(Office& office, const store::Request& request) {
    std::vector<PartnerDecisionRow> rows;
    const auto outcomes = outcomesOf(office, request);
    const auto fragments = office.store.fragments().ofRequest(request.id);
    const auto terms = termsOf(office);
    const bool anew = isOnObjection(office, request);
    for (const auto& partnerId : office.store.requests().partnersOf(request)) {
        const auto partner = office.store.partners().find(partnerId);
        if (!partner) continue;
        PartnerDecisionRow row{partner->id, partner->name, partnerKindWords(partner->kind), {}, 0, 0, 0, 0};
        const char* const ofPublic = anew ? "beroep" : "bezwaar";
        row.remedyWords = partner->contested ? std::string(ofPublic) + " en verzoekschrift worden beide genoemd: betwist"
                          : partner->publicBody ? std::string("besluit: ") + ofPublic + " binnen " + std::to_string((anew ? terms.appeal : terms.objection).count()) + " weken"
                                                : "beslissing: verzoekschrift bij de rechtbank binnen " + std::to_string(terms.petition.count()) + " weken";
        for (const auto& one : fragments) {
            if (one.partnerId != partner->id) continue;
            const auto found = outcomes.find(one.id);
            const std::string outcome = found == outcomes.end() ? "" : found->second;
            ++row.fragments, row.released += outcome == "released", row.partly += outcome == "partly", row.withheld += outcome == "withheld";
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

// What is due first stands first, and brings the other parts of its application along.
void putInOrder(std::vector<WorkRow>& rows) {
    std::map<std::string, std::string> first;
    for (const auto& row : rows)
        if (const auto [at, isNew] = first.emplace(row.applicationId, row.clock.due); !isNew) at->second = std::min(at->second, row.clock.due);
    std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) {
        const auto &firstA = first.at(a.applicationId), &firstB = first.at(b.applicationId);
        const auto lengthA = a.reference.size(), lengthB = b.reference.size();
        return std::tie(firstA, a.applicationReference, a.clock.due, lengthA, a.reference) < std::tie(firstB, b.applicationReference, b.clock.due, lengthB, b.reference);
    });
}

}  // namespace

Worklist worklist(Office& office, const Actor& actor, const WorkFilter& filter) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    Worklist list;
    const auto opened = office.store.audit().requestsWith("request.seen");
    for (const auto& request : office.store.requests().all()) {
        if (!mayList(office, actor, request, filter.whose)) continue;
        const bool atDesk = isDeskOwn(office, actor, request);
        auto row = atDesk ? deskRow(request, rowOf(office, request)) : rowOf(office, request);
        setWorkClock(office, request, row);
        const bool over = isOver(office, request);
        row.unopened = !over && !opened.contains(request.id);
        count(row, over, list.counts);
        if (!fits(row, over, filter.which) || !fitsFields(row, filter)) continue;
        if (!filter.text.empty() && !matchesSearch(atDesk ? row.reference + " " + row.requesterName : searchable(office, request, row), filter.text)) continue;
        list.rows.push_back(std::move(row));
    }
    putInOrder(list.rows);
    record(office, actor, {"worklist.seen", {}, {}, {}, {}, "{\"rows\":" + std::to_string(list.rows.size()) + "}"});
    return list;
}

CaseView viewCase(Office& office, const Actor& actor, std::string_view requestId) {
    const auto [request, sight] = requireRequestOrDesk(office, actor, requestId);
    const auto known = office.store.households().load(request.householdId);
    CaseView view;
    view.atDesk = sight == Sight::desk;
    view.row = view.atDesk ? deskRow(request, rowOf(office, request)) : rowOf(office, request);
    if (view.atDesk && isOfHiddenPartner(office, request)) view.row.partnerName.clear();
    view.receivedWords = dutchDay(household::toIso(request.receivedOn)), view.channelWords = channelName(request.channel);
    view.identityWords = identityName(request.identityMethod), view.remarks = request.remarks, view.language = request.language;
    for (const auto& id : request.subjects) view.subjectNames.push_back(nameIn(known, id));
    view.steps = stepsOf(office, request);
    if (!view.atDesk) {
        view.findings = findingsFrom(requests::findings(intakeInput(office, known, formOf(office, request))));
        view.protections = protectionsAgainst(namedFor(office, actor, known), request.requesterId, today(office));
        view.decisions = decisionsOf(office, request);
    }
    view.hasLetter = !request.letterBlob.empty();
    view.mayTransfer = mayTransfer(office, request);
    view.collects = !isAnsweredByItems(request) || !office.store.collections().ofRequest(request.id).empty();
    record(office, actor, trailOf(request, view.atDesk ? "request.seen-at-desk" : "request.seen"));
    return view;
}

}  // namespace service::casework
