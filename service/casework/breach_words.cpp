#include "service/casework/breach_words.h"

#include <algorithm>
#include <optional>

#include "service/casework/case_file.h"
#include "service/casework/law_of_request.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

using Events = std::vector<store::BreachEvent>;

std::string wordsIn(const std::vector<std::pair<std::string, std::string>>& table, std::string_view code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const auto& it) { return it.first == code; });
    return found == table.end() ? std::string(code) : found->second;
}

// The first such event; with a value: about that one.
const store::BreachEvent* firstOf(const Events& events, std::string_view kind, std::string_view value = {}) {
    const store::BreachEvent* first = nullptr;
    for (const auto& it : events)
        if (it.kind == kind && (value.empty() || it.value == value) && (!first || it.at < first->at)) first = &it;
    return first;
}

const store::BreachEvent* firstOf(const Events& events, std::initializer_list<std::string_view> kinds) {
    for (const auto kind : kinds)
        if (const auto* found = firstOf(events, kind)) return found;
    return nullptr;
}

std::string leftWords(Moment end, Moment now) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(end > now ? end - now : now - end).count();
    const std::string much = minutes < 120 ? std::to_string(minutes) + " minuten" : std::to_string(minutes / 60) + " uur";
    return end > now ? "nog " + much : much + " te laat";
}

BreachClockRow clockRow(Office& office, std::string title, std::string source, Moment end, const std::optional<Moment>& doneAt) {
    const auto now = office.environment.clock.now();
    BreachClockRow row{std::move(title), std::move(source), dutchMoment(end), doneAt ? "" : leftWords(end, now), doneAt ? dutchMoment(*doneAt) : "", doneAt.has_value(), false};
    row.late = doneAt ? *doneAt > end : now > end;
    return row;
}

// The moment the last of the partners was told; absent: not all were.
std::optional<Moment> allPartnersTold(const store::Breach& breach, const Events& events) {
    Moment last = breach.knownAt;
    for (const auto& id : breach.partners) {
        const auto* told = firstOf(events, "told-partner", id);
        if (!told) return std::nullopt;
        last = std::max(last, told->at);
    }
    return last;
}

std::optional<Moment> momentOf(const store::BreachEvent* event) { return event ? std::optional(event->at) : std::nullopt; }

using Untold = std::set<std::string>;

std::string partnerName(Office& office, const std::string& id, const Untold& untold) {
    if (untold.count(id) != 0) return unnamedPartner;
    const auto partner = office.store.partners().find(id);
    return partner ? partner->name : id;
}

std::string placeId(std::size_t place) { return "#" + std::to_string(place + 1); }

std::string riskOf(const Events& events) {
    std::string risk;
    for (const auto& it : events)
        if (it.kind == "risk") risk = it.value;
    return risk;
}

std::vector<std::string> lackingOf(const store::Breach& breach, const Events& events) {
    std::vector<std::string> lacking;
    if (!allPartnersTold(breach, events)) lacking.push_back("Niet alle partners hebben bericht.");
    if (!firstOf(events, {"told-authority", "not-told-authority"})) lacking.push_back("De Autoriteit Persoonsgegevens heeft geen melding, en er staat niet waarom dat niet hoeft.");
    if (riskOf(events).empty()) lacking.push_back("Het risico voor de mensen om wie het gaat, is niet ingeschat.");
    if (!firstOf(events, {"told-person", "not-told-persons"})) lacking.push_back("De mensen om wie het gaat hebben geen bericht, en er staat niet waarom dat niet hoeft.");
    if (!firstOf(events, "measure")) lacking.push_back("Er staat nog geen maatregel.");
    return lacking;
}

BreachEventRow eventRow(Office& office, const redaction::household::Case& known, const store::BreachEvent& it, const Untold& untold) {
    std::string about = it.kind == "told-partner" ? partnerName(office, it.value, untold) : it.kind == "risk" ? breachRiskWords(it.value)
                        : it.kind == "told-person" && !it.value.empty() ? nameIn(known, it.value) : std::string();
    return {breachStepWords(it.kind) + (about.empty() ? "" : ": " + about), dutchMoment(it.at), accountName(office, it.recordedBy), it.words};
}

void addItems(Office& office, const store::Breach& breach, const Untold& untold, BreachView& view) {
    for (const auto& it : breach.items)
        view.items.push_back({it.file, it.title, it.partnerId.empty() ? "" : partnerName(office, it.partnerId, untold),
                              it.outcome == "released" ? "geheel getoond" : it.outcome == "partly" ? "deels getoond" : "", std::to_string(it.pages), it.sentTo});
    if (!breach.items.empty()) view.sentTo = breach.items.front().sentTo;
}

// Hours run on through nights and weekends. Basis: Privacyprotocol 8.6; AVG art. 33(1)
void tellSteps(const store::Breach& breach, const Events& events, std::chrono::hours term, BreachClockRow& row) {
    const auto known = knownSince(breach, events);
    row.steps = {{"Het datalek was bekend op " + dutchMoment(known) + (known < breach.knownAt ? ", eerder dan eerst was opgeschreven." : "."), row.source},
                 {std::to_string(term.count()) + " uur later is " + row.endWords + ". De uren lopen door, ook ’s nachts, in het weekend en op feestdagen.", row.source}};
}

requests::Terms termsOfBreach(Office& office, const store::Breach& breach, const Events& events) { return termsOf(office, service::amsterdamDay(knownSince(breach, events))); }

std::vector<BreachClockRow> clocksOf(Office& office, const store::Breach& breach, const Events& events) {
    std::vector<BreachClockRow> rows{clockRow(office, "De andere partners bericht geven, binnen 24 uur", "Privacyprotocol art. 8.6", partnersTold(office, breach, events), allPartnersTold(breach, events)),
            clockRow(office, "Melden bij de Autoriteit Persoonsgegevens, binnen 72 uur", "AVG art. 33 lid 1", authorityTold(office, breach, events),
                     momentOf(firstOf(events, {"told-authority", "not-told-authority"})))};
    tellSteps(breach, events, termsOfBreach(office, breach, events).breachToPartners, rows.front());
    tellSteps(breach, events, termsOfBreach(office, breach, events).breachToAuthority, rows.back());
    return rows;
}

}  // namespace

const std::vector<std::pair<std::string, std::string>>& breachSteps() {
    static const std::vector<std::pair<std::string, std::string>> steps{
        {"told-partner", "partner bericht gegeven"}, {"risk", "risico ingeschat"}, {"told-authority", "gemeld bij de Autoriteit Persoonsgegevens"},
        {"told-person", "betrokkene bericht gegeven"}, {"measure", "maatregel genomen"}, {"known-earlier", "het was al eerder bekend"},
        {"not-told-authority", "melden bij de Autoriteit Persoonsgegevens is niet nodig"}, {"not-told-persons", "betrokkenen bericht geven is niet nodig"},
        {"closed", "afgesloten"}};
    return steps;
}

const std::vector<std::pair<std::string, std::string>>& breachRisks() {
    static const std::vector<std::pair<std::string, std::string>> risks{{"unlikely", "een risico is niet waarschijnlijk"}, {"some", "er is een risico"}, {"high", "er is een hoog risico"}};
    return risks;
}

bool isBreachStep(std::string_view kind) { return wordsIn(breachSteps(), kind) != kind; }
bool isBreachRisk(std::string_view code) { return wordsIn(breachRisks(), code) != code; }
std::string breachStepWords(std::string_view kind) { return wordsIn(breachSteps(), kind); }
std::string breachRiskWords(std::string_view code) { return wordsIn(breachRisks(), code); }

Moment knownSince(const store::Breach& breach, const Events& events) {
    const auto* earlier = firstOf(events, "known-earlier");
    return earlier ? std::min(breach.knownAt, earlier->at) : breach.knownAt;
}

Moment partnersTold(Office& office, const store::Breach& breach, const Events& events) {
    return requests::breachReportBy(knownSince(breach, events), termsOfBreach(office, breach, events).breachToPartners);
}

Moment authorityTold(Office& office, const store::Breach& breach, const Events& events) {
    return requests::breachReportBy(knownSince(breach, events), termsOfBreach(office, breach, events).breachToAuthority);
}

std::string partnerMeant(const store::Breach& breach, const std::string& id) {
    for (std::size_t place = 0; place < breach.partners.size(); ++place)
        if (id == placeId(place)) return breach.partners[place];
    return id;
}

BreachView breachViewOf(Office& office, const store::Breach& breach, const Untold& untold) {
    const auto events = office.store.breaches().events(breach.id);
    const auto request = office.store.requests().load(breach.requestId);
    const auto known = office.store.households().load(request.householdId);
    BreachView view;
    view.id = breach.id, view.reference = breach.reference, view.requestId = request.id, view.requestReference = request.reference;
    view.requesterName = nameIn(known, request.requesterId), view.happenedWords = dutchMoment(breach.happenedAt), view.knownWords = dutchMoment(knownSince(breach, events));
    view.knownHow = breach.knownHow, view.what = breach.what;
    if (const auto risk = riskOf(events); !risk.empty()) view.riskWords = breachRiskWords(risk);
    view.clocks = clocksOf(office, breach, events);
    for (std::size_t place = 0; place < breach.partners.size(); ++place) {
        const auto& id = breach.partners[place];
        const auto* told = firstOf(events, "told-partner", id);
        view.partners.push_back({untold.count(id) != 0 ? placeId(place) : id, partnerName(office, id, untold), told ? dutchMoment(told->at) : ""});
    }
    addItems(office, breach, untold, view);
    for (const auto& it : events) view.events.push_back(eventRow(office, known, it, untold));
    for (const auto& person : known.persons)
        if (person.kind == "family") view.persons.emplace_back(person.id, shortName(person));
    view.closed = firstOf(events, "closed") != nullptr;
    if (!view.closed) view.lacking = lackingOf(breach, events);
    const bool unreached = std::any_of(view.partners.begin(), view.partners.end(), [](const auto& it) { return it.name == unnamedPartner && it.toldWords.empty(); });
    if (unreached && !view.closed) view.lacking.push_back("Een partner wordt hier niet genoemd. Vraag de regio om die bericht te geven en leg dat hier vast.");
    return view;
}

BreachLink breachLinkOf(Office& office, const store::Breach& breach) {
    const auto events = office.store.breaches().events(breach.id);
    BreachLink link{breach.id, breach.reference, "", false, firstOf(events, "closed") == nullptr};
    if (!link.open) return link.words = "afgesloten", link;
    for (const auto& clock : clocksOf(office, breach, events)) {
        link.late = link.late || (clock.late && !clock.done);
        if (link.words.empty() && !clock.done) link.words = clock.title + ": uiterlijk " + clock.endWords + ", " + clock.leftWords;
    }
    if (link.words.empty()) link.words = "Iedereen heeft bericht; sluit het af met een maatregel.";
    return link;
}

}  // namespace service::casework
