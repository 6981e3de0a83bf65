// Which ways lead to a requester, and which of them are closed today.
#include <algorithm>
#include <sstream>

#include "service/casework/case_file.h"
#include "service/casework/people_rules.h"
#include "service/casework/safe_channels.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using requests::ClosedPlace;

// Basis: AVG art. 15(4); UAVG art. 41(1)(i) (rule R13). Said so that it gives nothing away at the counter.
constexpr const char* closedWords = "Naar deze plaats wordt voor deze verzoeker niets gestuurd. Kies een ander kanaal of de balie, en zeg niet waarom.";

bool holds(const household::Protection& it, const Date& day) { return (!it.from || *it.from <= day) && (!it.until || day < *it.until); }

// Whoever is protected against the requester, and whom the requester is protected against.
std::vector<std::string> keptApart(const household::Case& known, const std::string& requester, const Date& day) {
    std::vector<std::string> people;
    for (const auto& it : known.protections) {
        if (!holds(it, day)) continue;
        if (std::find(it.against.begin(), it.against.end(), requester) != it.against.end()) people.push_back(it.person);
        if (it.person == requester) people.insert(people.end(), it.against.begin(), it.against.end());
    }
    std::erase(people, requester);
    return people;
}

void addPlaces(const household::Person& person, std::vector<ClosedPlace>& closed) {
    for (const auto& it : person.addresses) closed.push_back({requests::placeOfAddress(it.postcode, it.number), closedWords});
    for (const auto& it : person.emails) closed.push_back({requests::placeOfMailbox(it), closedWords});
    for (const auto& it : person.phones) closed.push_back({requests::placeOfNumber(it), closedWords});
}

bool hasSecretly(const household::Person* person, const std::string& place) {
    return person && std::any_of(person->addresses.begin(), person->addresses.end(), [&](const auto& it) { return it.secret && requests::placeOfAddress(it.postcode, it.number) == place; });
}

std::vector<ClosedPlace> closedPlaces(const household::Case& known, const std::string& requester, const Date& day) {
    std::vector<ClosedPlace> closed;
    const auto* own = household::findPerson(known, requester);
    for (const auto& id : keptApart(known, requester, day))
        if (const auto* person = household::findPerson(known, id)) addPlaces(*person, closed);
    for (const auto& person : known.persons)
        for (const auto& it : person.addresses) {
            const auto place = requests::placeOfAddress(it.postcode, it.number);
            if (it.secret && person.id != requester && !hasSecretly(own, place)) closed.push_back({place, closedWords});
        }
    std::erase_if(closed, [](const auto& it) { return it.place.empty(); });
    return closed;
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

struct Weigher {
    const std::vector<ClosedPlace>& closed;
    const requests::ChannelRules& rules;
    requests::Sending sending;
    Date day;

    Way weighed(Way way, requests::ChannelFacts facts) const {
        facts.kind = way.kind, facts.place = way.place;
        const auto verdict = requests::weigh(facts, sending, closed, rules, day);
        way.allowed = verdict.allowed, way.why = verdict.why, way.source = verdict.source;
        for (const auto& it : rules.kinds)
            if (it.kind == way.kind) way.kindWords = it.words, way.handling = it.handling;
        return way;
    }
};

Way fromRecord(const store::Channel& it, const store::Request& request, const Weigher& weigher) {
    Way way;
    way.channel = it.id, way.kind = it.kind, way.addressee = it.addressee, way.lines = linesOf(it.address), way.place = it.place;
    way.secret = std::find(it.marks.begin(), it.marks.end(), "secret") != it.marks.end();
    way.recordedBefore = service::amsterdamDay(it.recordedAt) < request.receivedOn, way.recordedBy = it.recordedBy, way.confirmed = !it.confirmedBy.empty();
    return weigher.weighed(std::move(way), {it.kind, it.place, it.marks, it.from, it.until, it.needsSecond && it.confirmedBy.empty(), it.endedAt.has_value()});
}

// What the household knows of the requester, where nobody recorded a channel yet.
void addKnown(const household::Person& person, const Weigher& weigher, std::vector<Way>& ways) {
    const auto add = [&](const char* channel, const char* kind, std::vector<std::string> lines, std::string place, bool secret) {
        Way way;
        way.channel = channel, way.kind = kind, way.lines = std::move(lines), way.place = std::move(place), way.secret = secret;
        ways.push_back(weigher.weighed(std::move(way), {}));
    };
    for (const auto& it : person.addresses) {
        if (it.street.empty() || it.city.empty() || it.postcode.empty()) continue;
        add("known-post", "post", {it.street + (it.number.empty() ? "" : " " + it.number), it.postcode + "  " + it.city}, requests::placeOfAddress(it.postcode, it.number), it.secret);
        break;
    }
    if (!person.emails.empty()) add("known-email", "email", {person.emails.front()}, requests::placeOfMailbox(person.emails.front()), false);
    if (!person.phones.empty()) add("known-phone", "phone", {person.phones.front()}, requests::placeOfNumber(person.phones.front()), false);
}

}  // namespace

std::string Way::words() const {
    std::string text = kindWords;
    if (!addressee.empty()) text += ": " + addressee;
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i == 0 && addressee.empty() ? ": " : ", ") + lines[i];
    return text;
}

std::vector<Way> waysTo(Office& office, const store::Request& request, requests::Sending sending) {
    const auto known = office.store.households().load(request.householdId);
    const auto rules = loadChannelRules(office.templates);
    const auto closed = closedPlaces(known, request.requesterId, today(office));
    const Weigher weigher{closed, rules, sending, today(office)};
    Way desk;
    desk.channel = desk.kind = "desk";
    std::vector<Way> ways{weigher.weighed(std::move(desk), {})};
    const auto recorded = office.store.channels().ofPerson(request.householdId, request.requesterId);
    for (const auto& it : recorded)
        if (!it.endedAt && it.kind != "desk") ways.push_back(fromRecord(it, request, weigher));
    if (const auto* person = household::findPerson(known, request.requesterId); person && recorded.empty()) addKnown(*person, weigher, ways);
    std::stable_partition(ways.begin(), ways.end(), [](const auto& it) { return it.allowed; });
    return ways;
}

void keepFromDesk(const Actor& actor, Way& way) {
    if (way.kind == "desk" || (way.recordedBy == actor.accountId && !way.secret)) return;
    way.kept = true, way.lines.clear(), way.place.clear(), way.addressee.clear();
}

std::vector<Way> waysFor(Office& office, const Actor& actor, std::string_view requestId, requests::Sending sending) {
    const auto [request, sight] = requireRequestOrDesk(office, actor, requestId);
    auto ways = waysTo(office, request, sending);
    if (sight == Sight::whole) return ways;
    for (auto& way : ways) {
        keepFromDesk(actor, way);
        if (way.kept) way.allowed = false, way.why = "Dit adres of nummer ziet u niet. Een professional of privacy officer stuurt het.", way.handling.clear();
    }
    return ways;
}

Way letterWay(Office& office, const store::Request& request) {
    const auto ways = waysTo(office, request, requests::Sending::letter);
    for (const char* kind : {"lawyer", "post", "email", "desk"})
        for (const auto& way : ways)
            if (way.allowed && way.kind == kind) return way;
    return {};
}

std::vector<std::string> addressLines(const Way& way, const std::string& language) {
    const bool english = language == "en";
    if (way.kind == "lawyer" && !way.kept) {
        auto lines = way.lines;
        lines.insert(lines.begin(), (english ? "c/o " : "p/a ") + way.addressee);
        return lines;
    }
    if (way.kind == "email") return {english ? "By secure e-mail" : "Per beveiligde e-mail"};
    if ((way.kind == "post" && way.secret) || way.kept) return {english ? "Address known to us" : "Adres bij ons bekend"};
    return way.kind == "post" ? way.lines : std::vector<std::string>{};
}

}  // namespace service::casework
