#include "redaction/policy/mandate.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "redaction/detect/text_view.h"

namespace redaction::policy {

namespace {

using Words = std::vector<std::string_view>;

bool anyOf(std::string_view text, const Words& words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

// The whole of the file, or to inspect it as such; one report out of it, or one's own letter in it, is not the file.
const Words wholeFile{"volledig dossier", "volledige dossier", "heel het dossier", "hele dossier", "gehele dossier", "inzage dossier", "inzage in dossier", "inzage in het dossier", "inzage in mijn dossier", "dossierinzage"};
const Words authorising{"vertegenwoord", "volmacht", "machtig", "namens"};
const Words denying{"niet", "geen", "behalve", "uitgezonderd", "uitzondering", "uitgesloten", "zonder", "nooit", "ingetrokken", "vervallen"};
const Words narrowing{"alleen", "uitsluitend", "slechts", "enkel", "beperkt tot"};
const Words everyRight{"alle rechten", "alle avg-rechten", "alle verzoeken", "elk recht", "ieder recht"};
const Words inGeneral{"volledige vertegenwoordiging", "volledige volmacht", "volledige machtiging", "algemene volmacht", "algehele volmacht", "algemene machtiging"};
const Words untilSomeDay{"tot en met", "t/m", "einddatum", "eenmalig", "voor de duur van", "zolang", "geldig", "tot nader"};

const Words access{"inzage", "inzien", "in te zien", "afschrift", "kopie", "opvragen", "op te vragen"};
const Words rectification{"correct", "rectific", "verbeter"};
const Words erasure{"verwijder", "wissing", "wissen", "vernietig"};
const Words restriction{"beperking van de verwerking", "recht op beperking", "verwerking te beperken", "verwerking beperken"};
const Words objection{"bezwaar tegen de verwerking", "bezwaar tegen verwerking", "recht van bezwaar"};  // bezwaar alone may be that of the Awb
const Words portability{"overdracht van gegevens", "overdraagbaar", "dataportabiliteit", "recht op overdracht"};
const std::pair<std::string_view, Words> rights[] = {{"access", access},           {"rectification", rectification}, {"erasure", erasure},
                                                         {"restriction", restriction}, {"objection", objection},         {"portability", portability}};

// "inzage, niet verwijdering" grants the first and denies the second; a part that denies more than one thing denies who knows which.
struct Named {
    std::set<std::string_view> granted, denied, open;
};

void readPart(std::string_view part, Named& named) {
    std::set<std::string_view> here;
    for (const auto& [right, words] : rights)
        if (anyOf(part, words)) here.insert(right);
    if (here.empty() && anyOf(part, wholeFile)) here.insert("access");
    auto& into = !anyOf(part, denying) ? named.granted : here.size() == 1 ? named.denied : named.open;
    into.insert(here.begin(), here.end());
}

Named namedIn(std::string_view scope) {
    Named named;
    for (const std::string_view apart : {" behalve ", " maar ", " met uitzondering "})
        if (const auto at = scope.find(apart); at != scope.npos) {
            auto before = namedIn(scope.substr(0, at));
            readPart(scope.substr(at), before);
            return before;
        }
    while (!scope.empty()) {
        const auto end = scope.find_first_of(",;:.()");
        readPart(scope.substr(0, end), named);
        scope = end == scope.npos ? std::string_view{} : scope.substr(end + 1);
    }
    return named;
}

bool endsSomeDay(std::string_view scope) {
    if (anyOf(scope, untilSomeDay)) return true;
    for (auto at = scope.find("tot "); at != scope.npos; at = scope.find("tot ", at + 1))
        if (at + 4 < scope.size() && scope[at + 4] >= '0' && scope[at + 4] <= '9') return true;
    return false;
}

Reach byWords(const household::Consent& consent, std::string_view scope, std::string_view right) {
    if (endsSomeDay(scope) && !consent.withdrawn) return Reach::unclear;
    const auto named = namedIn(scope);
    if (named.open.count(right) != 0) return Reach::unclear;
    if (named.denied.count(right) != 0) return named.granted.count(right) != 0 ? Reach::unclear : Reach::no;
    if (named.granted.count(right) != 0 || anyOf(scope, everyRight)) return Reach::yes;
    if (named.granted.empty() && named.denied.empty() && named.open.empty()) return anyOf(scope, inGeneral) && !anyOf(scope, narrowing) && !anyOf(scope, denying) ? Reach::yes : Reach::unclear;
    return anyOf(scope, narrowing) ? Reach::no : Reach::unclear;  // other rights are named, and perhaps not all of them
}

const Words veiligThuis{"veilig thuis"};
const Words certified{"gecertificeerde instelling", "jeugdbescherming", "jeugdreclassering"};
const Words board{"raad voor de kinderbescherming", "rvdk"};
const Words localTeam{"lokaal team", "wijkteam", "gemeente"};
const Words safetyHouse{"veiligheidshuis", "zvh"};
const std::pair<std::string_view, Words> kinds[] = {
    {"veilig-thuis", veiligThuis}, {"gecertificeerde-instelling", certified}, {"raad-voor-de-kinderbescherming", board}, {"lokaal-team", localTeam}, {"zorg-en-veiligheidshuis", safetyHouse}};

bool isNamed(std::string_view scope, const household::Partner& partner) {
    const auto name = detect::fold(partner.name);
    const auto* row = std::find_if(std::begin(kinds), std::end(kinds), [&](const auto& it) { return it.first == partner.kind; });
    return (!name.empty() && scope.find(name) != scope.npos) || (row != std::end(kinds) && anyOf(scope, row->second));
}

bool namesAnyPartner(std::string_view scope, const household::Case& known) {
    return std::any_of(std::begin(kinds), std::end(kinds), [&](const auto& it) { return anyOf(scope, it.second); }) ||
           std::any_of(known.partners.begin(), known.partners.end(), [&](const auto& it) { return isNamed(scope, it); });
}

std::vector<std::string> deciding(const household::Case& known, const household::AccessRequest& request) {
    if (!request.partners.empty()) return request.partners;
    if (!request.addressedTo.empty()) return {request.addressedTo};
    return known.partners.empty() ? std::vector<std::string>{} : std::vector<std::string>{known.partners.front().id};
}

Reach atPartners(const household::Consent& consent, std::string_view scope, const household::Case& known, const household::AccessRequest& request) {
    const bool named = consent.partners.empty() && namesAnyPartner(scope, known);
    if (consent.partners.empty() && !named) return Reach::yes;
    for (const auto& id : deciding(known, request)) {
        if (!named && std::count(consent.partners.begin(), consent.partners.end(), id) == 0) return Reach::no;
        const auto partner = std::find_if(known.partners.begin(), known.partners.end(), [&](const auto& it) { return it.id == id; });
        if (named && (partner == known.partners.end() || !isNamed(scope, *partner))) return Reach::unclear;
    }
    return Reach::yes;
}

}  // namespace

bool isMandate(const household::Consent& consent) {
    const auto scope = detect::fold(consent.scope);
    return !consent.rights.empty() || anyOf(scope, authorising) || anyOf(scope, wholeFile);
}

Reach reachOf(const household::Consent& consent, const household::Case& known, const household::AccessRequest& request) {
    if (!isMandate(consent)) return Reach::none;
    const auto scope = detect::fold(consent.scope);
    const auto right = !consent.rights.empty() ? (std::count(consent.rights.begin(), consent.rights.end(), request.right) != 0 ? Reach::yes : Reach::no) : byWords(consent, scope, request.right);
    return std::min(right, atPartners(consent, scope, known, request));
}

}  // namespace redaction::policy
