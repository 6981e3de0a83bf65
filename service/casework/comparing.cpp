#include "service/casework/comparing.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <climits>
#include <set>

#include "redaction/policy/rules.h"
#include "service/casework/access.h"
#include "service/casework/case_file.h"
#include "service/casework/compared_sight.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/standing.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using redaction::document::Document;
constexpr std::size_t maxQuote = 300;  // code points
constexpr std::string_view imaginedPrefix = "wie:";

bool counts(char32_t c) { return c > U' ' && c != 0xA0; }

// How many passages each warning is about.
struct Tally {
    std::size_t safetyOfOne = 0, safetyOfOther = 0, reporterOfOne = 0, reporterOfOther = 0, completes = 0, onlyOne = 0, onlyOther = 0;
};

// What is met while walking through one passage, seen from both sides.
struct Walked {
    std::size_t length = 0, seenOne = 0, seenOther = 0, open = 0, openOne = 0, openOther = 0;
    bool onlyOne = false, onlyOther = false, hiddenFromBoth = false;
    std::set<std::string> groundsOne, groundsOther, revealedToOther, revealedToOne;  // revealedToOther: grounds on which one hides what other sees
};

Walked walk(const Document& document, const Seen* one, const Seen* other, std::size_t start, std::size_t end) {
    Walked w;
    const auto sees = [](const Seen* sight, std::size_t i) { return sight && sight->at[i] == Seen::visible; };
    const auto hides = [](const Seen* sight, std::size_t i) { return sight && sight->isHidden(i); };
    for (std::size_t i = start; i < std::min(end, document.text.size()); ++i) {
        if (!counts(document.text[i])) continue;
        ++w.length;
        w.seenOne += sees(one, i), w.seenOther += sees(other, i);
        w.openOne += one && one->at[i] == Seen::open, w.openOther += other && other->at[i] == Seen::open;
        if (hides(one, i)) w.groundsOne.insert(one->groundAt(i));
        if (hides(other, i)) w.groundsOther.insert(other->groundAt(i));
        if (hides(one, i) && sees(other, i)) w.onlyOther = true, w.revealedToOther.insert(one->groundAt(i));
        if (hides(other, i) && sees(one, i)) w.onlyOne = true, w.revealedToOne.insert(other->groundAt(i));
        if (!sees(one, i) && !sees(other, i)) w.hiddenFromBoth = true;
    }
    return w;
}

Shown shownAs(bool there, std::size_t seen, std::size_t open, std::size_t length) {
    if (!there) return Shown::missing;
    if (open > 0) return Shown::open;
    return seen == length ? Shown::all : seen == 0 ? Shown::none : Shown::part;
}

std::string groundWords(Office& office, const std::set<std::string>& grounds) {
    std::vector<std::string> words;
    for (const auto& ground : grounds)
        for (const auto& it : office.rules.grounds())
            if (it.id == ground) words.push_back(it.code);
    return joinedWords(words);
}

std::string quote(const Document& document, std::size_t start, std::size_t end) {
    auto text = document.text.substr(start, std::min(end - start, maxQuote));
    if (end - start > maxQuote) text += U'…';
    return redaction::document::toUtf8(text);
}

void count(const ComparedPassage& it, ComparisonCounts& counts) {
    const auto sees = [](Shown shown) { return shown == Shown::all || shown == Shown::part; };
    if (it.one == Shown::open || it.other == Shown::open) ++counts.open;
    else if (sees(it.one) && sees(it.other)) ++counts.both;
    else if (sees(it.one)) ++counts.onlyOne;
    else if (sees(it.other)) ++counts.onlyOther;
    else ++counts.neither;
}

ComparedPassage passageOf(Office& office, const Document& document, const Seen* one, const Seen* other, std::pair<std::size_t, std::size_t> at, Tally& tally) {
    const auto w = walk(document, one, other, at.first, at.second);
    ComparedPassage it;
    it.text = quote(document, at.first, std::min(at.second, document.text.size()));
    it.one = shownAs(one, w.seenOne, w.openOne, w.length), it.other = shownAs(other, w.seenOther, w.openOther, w.length);
    it.groundOne = groundWords(office, w.groundsOne), it.groundOther = groundWords(office, w.groundsOther);
    const bool safety[] = {w.revealedToOther.count("safety") != 0, w.revealedToOne.count("safety") != 0};
    const bool reporter[] = {w.revealedToOther.count("reporter") != 0, w.revealedToOne.count("reporter") != 0};
    it.tells = safety[0] || safety[1] || reporter[0] || reporter[1];
    it.completes = w.onlyOne && w.onlyOther && !w.hiddenFromBoth;
    tally.safetyOfOne += safety[0], tally.safetyOfOther += safety[1], tally.reporterOfOne += reporter[0], tally.reporterOfOther += reporter[1];
    tally.completes += it.completes, tally.onlyOne += w.onlyOne, tally.onlyOther += w.onlyOther;
    return it;
}

std::optional<ComparedDocument> documentOf(Office& office, const SideDocument* one, const SideDocument* other, Comparison& comparison, Tally& tally) {
    const auto& fragment = one ? one->fragment : other->fragment;
    const auto document = loadDocument(office, fragment);
    const auto partner = office.store.partners().find(fragment.partnerId);
    ComparedDocument it{fragment.title, partner ? partner->name : fragment.partnerId, fragment.id, one ? fragment.number : 0, {}};
    if (!document) return it;
    const auto seenByOne = one ? std::optional(seenOf(*one, *document)) : std::nullopt;
    const auto seenByOther = other ? std::optional(seenOf(*other, *document)) : std::nullopt;
    for (const auto& at : one && !one->passages.empty() ? one->passages : other ? other->passages : one->passages) {
        it.passages.push_back(passageOf(office, *document, seenByOne ? &*seenByOne : nullptr, seenByOther ? &*seenByOther : nullptr, at, tally));
        count(it.passages.back(), comparison.counts);
    }
    return it;
}

std::string passagesWords(std::size_t count) { return dutchCount(count) + (count == 1 ? " passage" : " passages"); }

bool isProtectedAgainst(const household::Case& known, const std::string& person, const std::string& against) {
    return std::any_of(known.protections.begin(), known.protections.end(), [&](const auto& it) {
        return it.person == person && std::find(it.against.begin(), it.against.end(), against) != it.against.end();
    });
}

// Basis: domain rules R13, R14; AVG art. 15(4): two answers together may not give away what each alone withholds.
void warnOfTelling(const household::Case& known, const Side& from, const Side& to, std::size_t safety, std::size_t reporter, std::vector<ComparisonWarning>& warnings) {
    if (from.personId == to.personId) return;
    const std::string talk = isProtectedAgainst(known, to.personId, from.personId)
                                 ? " Dit is de afscherming van " + to.personName + " zelf."
                                 : " Als zij elkaar spreken, weet " + from.personName + " het ook.";
    if (safety) warnings.push_back({"safety", "In " + passagesWords(safety) + " ziet " + to.personName + " wat voor " + from.personName + " verborgen is voor de veiligheid." + talk, safety});
    if (reporter) warnings.push_back({"reporter", "In " + passagesWords(reporter) + " ziet " + to.personName + " wat voor " + from.personName + " verborgen is om een melder te beschermen. Als zij elkaar spreken, weet " + from.personName + " het ook.", reporter});
}

// The same person was answered before: what changed since then.
void warnOfChange(const Side& now, std::size_t withheldNow, std::size_t shownNow, std::vector<ComparisonWarning>& warnings) {
    if (withheldNow) warnings.push_back({"withheld-now", "In " + passagesWords(withheldNow) + " kreeg " + now.personName + " eerder te zien wat nu wordt achtergehouden.", withheldNow});
    if (shownNow) warnings.push_back({"shown-now", "In " + passagesWords(shownNow) + " wordt nu getoond wat eerder voor " + now.personName + " werd achtergehouden.", shownNow});
}

void addWarnings(const household::Case& known, const SideView& one, const SideView& other, const Tally& tally, Comparison& comparison) {
    warnOfTelling(known, comparison.one, comparison.other, tally.safetyOfOne, tally.reporterOfOne, comparison.warnings);
    warnOfTelling(known, comparison.other, comparison.one, tally.safetyOfOther, tally.reporterOfOther, comparison.warnings);
    if (tally.completes && !comparison.sameRequester)
        comparison.warnings.push_back({"completes", "In " + passagesWords(tally.completes) + " ziet ieder een ander deel; samen blijft daar niets verborgen.", tally.completes});
    if (!comparison.sameRequester || comparison.other.requestId.empty()) return;
    const bool oneCameFirst = comparison.one.released == "released" && (comparison.other.released != "released" || one.request.receivedOn < other.request.receivedOn);
    if (oneCameFirst) warnOfChange(comparison.other, tally.onlyOne, tally.onlyOther, comparison.warnings);
    else if (comparison.other.released == "released") warnOfChange(comparison.one, tally.onlyOther, tally.onlyOne, comparison.warnings);
}

Comparison sideBySide(Office& office, const household::Case& known, const SideView& one, const SideView& other) {
    Comparison comparison;
    comparison.one = one.side, comparison.other = other.side;
    comparison.sameRequester = one.side.personId == other.side.personId;
    Tally tally;
    const auto add = [&](const SideDocument* mine, const SideDocument* theirs) {
        if (auto it = documentOf(office, mine, theirs, comparison, tally)) comparison.documents.push_back(*std::move(it));
    };
    for (const auto& [key, mine] : one.documents) {
        const auto theirs = other.documents.find(key);
        add(&mine, theirs == other.documents.end() ? nullptr : &theirs->second);
    }
    for (const auto& [key, theirs] : other.documents)
        if (one.documents.count(key) == 0) add(nullptr, &theirs);
    std::stable_sort(comparison.documents.begin(), comparison.documents.end(), [](const auto& a, const auto& b) {
        return (a.number == 0 ? INT_MAX : a.number) < (b.number == 0 ? INT_MAX : b.number);
    });
    addWarnings(known, one, other, tally, comparison);
    return comparison;
}

store::Request requireOf(Office& office, const Actor& actor, const std::string& householdId, std::string_view requestId) {
    auto request = office.store.requests().find(std::string(requestId));
    if (!request || request->householdId != householdId || isBehindWall(office, actor, *request)) throw Failure(Failure::notFound, "Dit verzoek hoort niet bij dit huishouden.");
    return *std::move(request);
}

// The only one who asked: what they would see is what they see.
bool asksAlone(const std::vector<Side>& requests, const std::string& person) {
    return !requests.empty() && std::all_of(requests.begin(), requests.end(), [&](const Side& it) { return it.personId == person; });
}

bool hasProposals(const store::Request& it) { return it.step != store::Step::logged && it.step != store::Step::collecting && it.step != store::Step::reading; }

}  // namespace

std::string toText(Shown shown) {
    switch (shown) {
        case Shown::all: return "all";
        case Shown::part: return "part";
        case Shown::none: return "none";
        case Shown::open: return "open";
        case Shown::missing: break;
    }
    return "missing";
}

ComparisonChoices comparisonChoices(Office& office, const Actor& actor, std::string_view householdId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    requireOpen(office, actor, householdId);
    const std::string id(householdId);
    const auto known = office.store.households().load(id);
    ComparisonChoices choices{office.store.households().loadHousehold(id).title, {}, {}};
    for (const auto& request : office.store.requests().ofHousehold(id))
        if (hasProposals(request) && !isBehindWall(office, actor, request)) choices.requests.push_back(sideOf(office, request, known));
    for (const auto& person : known.persons)
        if (person.kind == "family" && !asksAlone(choices.requests, person.id)) choices.persons.emplace_back(person.id, shortName(person));
    return choices;
}

Comparison compare(Office& office, const Actor& actor, std::string_view householdId, std::string_view oneRequestId, std::string_view other) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    requireOpen(office, actor, householdId);
    const std::string id(householdId);
    const auto known = office.store.households().load(id);
    const auto one = requireOf(office, actor, id, oneRequestId);
    const bool isImagined = other.starts_with(imaginedPrefix);
    const std::string person(isImagined ? other.substr(imaginedPrefix.size()) : "");
    if (isImagined && !household::findPerson(known, person)) throw Failure(Failure::notFound, "Deze persoon staat niet in het huishouden.");
    const auto theirs = isImagined ? viewOfPerson(office, one, person, known) : viewOfRequest(office, requireOf(office, actor, id, other), known);
    auto comparison = sideBySide(office, known, viewOfRequest(office, one, known), theirs);
    comparison.householdId = id, comparison.householdTitle = office.store.households().loadHousehold(id).title;
    const nlohmann::json details{{"one", comparison.one.reference}, {"other", comparison.other.reference}};
    record(office, actor, {isImagined ? "request.imagined" : "requests.compared", id, one.id, person, {}, details.dump()});
    return comparison;
}

std::vector<OtherRelease> warningsAgainstReleased(Office& office, const std::string& requestId) {
    const auto request = office.store.requests().load(requestId);
    const auto known = office.store.households().load(request.householdId);
    std::vector<OtherRelease> all;
    std::optional<SideView> mine;
    for (const auto& other : office.store.requests().ofHousehold(request.householdId)) {
        if (other.id == request.id || sideOf(office, other, known).released.empty()) continue;
        if (!mine) mine = viewOfRequest(office, request, known);
        auto comparison = sideBySide(office, known, *mine, viewOfRequest(office, other, known));
        all.push_back({comparison.other, std::move(comparison.warnings)});
    }
    return all;
}

}  // namespace service::casework
