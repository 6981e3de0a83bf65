// Everything the front desk is told about one intake, in order of weight.
#include <algorithm>
#include <cstdlib>

#include "service/requests/disguise.h"
#include "service/requests/intake.h"
#include "service/requests/intake_facts.h"
#include "service/requests/subject_findings.h"

namespace service::requests {
namespace {

using std::chrono::sys_days;
constexpr int duplicateDays = 90;
constexpr int longAgoDays = 14;
constexpr Date avgApplies = std::chrono::year{2018} / 5 / 25;

void addMissing(const IntakeInput& input, std::vector<Finding>& found) {
    if (input.requester.empty())
        found.push_back({Severity::blocks, "requester-missing", "Wie vraagt, is nog niet gekozen",
                         "Zoek de verzoeker in het huishouden of voeg hem of haar toe.", "AVG art. 12", "", "requester"});
    if (input.subjects.empty())
        found.push_back({Severity::blocks, "subjects-missing", "Over wie de vraag gaat, is nog niet gekozen",
                         "Kies de verzoeker zelf, een kind, of degene voor wie wordt gevraagd.", "AVG art. 15", "", "subjects"});
    if (!input.capacity)
        found.push_back({Severity::blocks, "capacity-missing", "De hoedanigheid is nog niet gekozen",
                         "Kies of de verzoeker voor zichzelf vraagt, als ouder met gezag, als voogd of als gemachtigde.",
                         "UAVG art. 5", "", "capacity"});
}

// Basis: AVG art. 12(3): the term runs from receipt
void addReceived(const IntakeInput& input, std::vector<Finding>& found) {
    if (!input.received) {
        found.push_back({Severity::blocks, "received-missing", "De datum van ontvangst ontbreekt",
                         "Vul de dag in waarop het verzoek binnenkwam. Vanaf die dag loopt de termijn.", "AVG art. 12 lid 3", "", "received"});
        return;
    }
    const int ago = daysBetween(*input.received, input.today);
    if (ago < 0)
        found.push_back({Severity::blocks, "received-in-future", "De datum van ontvangst ligt in de toekomst",
                         "Een verzoek kan niet na vandaag (" + dutchDate(input.today) + ") zijn ontvangen. Controleer dag, maand en jaar.",
                         "AVG art. 12 lid 3", "", "received"});
    else if (sys_days{*input.received} < sys_days{avgApplies})
        found.push_back({Severity::blocks, "received-before-avg", "De datum van ontvangst ligt voor 25 mei 2018",
                         "De AVG geldt sinds 25 mei 2018. Controleer het jaar.", "AVG art. 99 lid 2", "", "received"});
    else if (ago > longAgoDays)
        found.push_back({Severity::question, "received-long-ago",
                         "Het verzoek is " + std::to_string(ago) + " dagen geleden ontvangen",
                         "Klopt " + dutchDate(*input.received) + "? De termijn loopt vanaf die dag, ook als het verzoek bleef "
                         "liggen. Noteer dan waardoor dat kwam.",
                         "AVG art. 12 lid 3", "", "received"});
}

// Who was not born yet cannot have asked, nor been asked about.
void addBirths(const IntakeInput& input, std::vector<Finding>& found) {
    for (const auto& person : input.persons) {
        const bool involved = person.id == input.requester || std::ranges::count(input.subjects, person.id) > 0;
        if (!involved || !person.birthdate || !input.received || sys_days{*person.birthdate} <= sys_days{*input.received}) continue;
        found.push_back({Severity::blocks, "received-before-birth", "Het verzoek is ontvangen voordat " + nameOf(input, person.id) + " was geboren",
                         "Controleer de datum van ontvangst. Klopt die, verbeter dan bij het huishouden de geboortedatum (" +
                             dutchDate(*person.birthdate) + ").",
                         "AVG art. 12 lid 3", person.id, "received"});
    }
}

void addBsn(const IntakeInput& input, std::vector<Finding>& found) {
    for (const auto& person : input.persons) {
        const bool involved = person.id == input.requester || std::ranges::count(input.subjects, person.id) > 0;
        if (!involved || person.bsn.empty() || passesElevenTest(person.bsn)) continue;
        found.push_back({Severity::blocks, "bsn-invalid", "Het BSN van " + nameOf(input, person.id) + " klopt niet",
                         "Het nummer heeft geen negen cijfers of voldoet niet aan de elfproef. Controleer het nummer, of laat "
                         "het leeg: zoeken kan ook op naam en geboortedatum.",
                         "Wet algemene bepalingen burgerservicenummer", person.id, "bsn"});
    }
}

// Basis: AVG art. 12(6); procedure P14
void addIdentity(const IntakeInput& input, std::vector<Finding>& found) {
    if (input.identity == IdentityMethod::notYet)
        found.push_back({Severity::question, "identity-not-checked", "De identiteit is nog niet vastgesteld",
                         "Kies de lichtste manier die past: bekend bij een professional, via de partner, een code, of een "
                         "bewijs dat u alleen bekijkt. Vraag geen kopie. Bij twijfel: vraag zonder uitstel; tot het antwoord staat de klok stil.",
                         "AVG art. 12 lid 6 en art. 5 lid 1 onder c", input.requester, "identity"});
    if (input.identity == IdentityMethod::documentSeen)
        found.push_back({Severity::info, "identity-no-copy", "Leg alleen de soort van het bewijs vast",
                         "Bewaar geen kopie en noteer geen documentnummer.", "AVG art. 5 lid 1 onder c", input.requester, "identity"});
}

bool holds(const ProtectionFacts& protection, const Date& day) {
    return (!protection.from || sys_days{*protection.from} <= sys_days{day}) &&
           (!protection.until || sys_days{day} < sys_days{*protection.until});
}

std::string hiddenInWords(const std::vector<std::string>& kinds) {
    static const std::vector<std::pair<std::string, std::string>> words{
        {"address", "adres"}, {"postcode", "postcode"}, {"place", "woonplaats"}, {"phone", "telefoon"}, {"email", "e-mail"},
        {"school", "school"}, {"employer", "werk"}, {"institution", "instelling"}, {"gp", "huisarts"}, {"name", "naam"}};
    std::string text;
    for (const auto& kind : kinds) {
        const auto found = std::ranges::find(words, kind, &std::pair<std::string, std::string>::first);
        text += (text.empty() ? "" : ", ") + (found == words.end() ? kind : found->second);
    }
    return text;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? "" : i + 1 == names.size() ? " en " : ", ") + names[i];
    return text;
}

// What is hidden from the requester, with the names of those it protects: one line for all with the same protection.
std::vector<std::pair<std::string, std::vector<std::string>>> hiddenFrom(const IntakeInput& input) {
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const auto& protection : input.protections) {
        if (std::ranges::count(protection.against, input.requester) == 0 || !holds(protection, input.today)) continue;
        const std::string kinds = hiddenInWords(protection.hide);
        const std::string hidden = kinds.empty() ? "verblijfplaats" : kinds, name = nameOf(input, protection.person);
        auto group = std::ranges::find(groups, hidden, [](const auto& it) { return it.first; });
        if (group == groups.end()) group = groups.insert(groups.end(), {hidden, {}});
        if (std::ranges::count(group->second, name) == 0) group->second.push_back(name);
    }
    return groups;
}

// Basis: AVG art. 15(4); UAVG art. 41(1)(i) (rule R13)
void addProtections(const IntakeInput& input, std::vector<Finding>& found) {
    std::string words;
    for (const auto& [hidden, names] : hiddenFrom(input)) words += (words.empty() ? "van " : "; van ") + listed(names) + ": " + hidden;
    if (words.empty()) return;
    found.push_back({Severity::warning, "protection-against-requester", "Er is een afscherming tegen deze verzoeker",
                     "Deze verzoeker mag niet weten, " + words +
                         ". Zeg hierover niets, ook niet dat er een afscherming is. Controleer naar welk adres brieven gaan.",
                     "AVG art. 15 lid 4; UAVG art. 41 lid 1 onder i; regel R13", "", "requester"});
}

void addDuplicates(const IntakeInput& input, std::vector<Finding>& found) {
    for (const auto& earlier : likelyDuplicates(input))
        found.push_back({Severity::question, "likely-duplicate", "Dit lijkt op verzoek " + earlier.reference,
                         "Dezelfde verzoeker vroeg op " + dutchDate(earlier.received) + " ook om " + dutchName(earlier.right) +
                             (earlier.open ? ". Dat verzoek loopt nog." : ". Dat verzoek is afgesloten.") +
                             " Hoort deze brief daarbij, of is het een nieuw verzoek?",
                         "AVG art. 12 lid 5", "", "requester"});
}

bool repeats(const IntakeInput& input, const EarlierRequest& earlier) {
    if (earlier.requester != input.requester || earlier.right != input.right || input.requester.empty()) return false;
    const bool overlap = std::ranges::any_of(
        earlier.subjects, [&](const std::string& id) { return std::ranges::count(input.subjects, id) > 0; });
    const Date received = input.received.value_or(input.today);
    return overlap && (earlier.open || std::abs(daysBetween(earlier.received, received)) <= duplicateDays);
}

}  // namespace

std::vector<EarlierRequest> likelyDuplicates(const IntakeInput& input) {
    std::vector<EarlierRequest> likely;
    std::ranges::copy_if(input.earlier, std::back_inserter(likely),
                         [&](const EarlierRequest& earlier) { return repeats(input, earlier); });
    return likely;
}

std::vector<Finding> findings(const IntakeInput& input) {
    std::vector<Finding> found;
    addMissing(input, found);
    addReceived(input, found);
    addBirths(input, found);
    addBsn(input, found);
    addProtections(input, found);
    if (!input.requester.empty()) {
        for (const auto& subject : otherSubjects(input)) std::ranges::move(subjectFindings(input, subject), std::back_inserter(found));
        std::ranges::move(ageFindings(input), std::back_inserter(found));
        addIdentity(input, found);
    }
    addDuplicates(input, found);
    std::ranges::move(disguises(input.text, input.right), std::back_inserter(found));
    static constexpr auto weight = [](const Finding& finding) {
        return finding.severity == Severity::blocks ? 0 : finding.severity == Severity::warning ? 1
               : finding.severity == Severity::question ? 2 : 3;
    };
    std::ranges::stable_sort(found, {}, weight);
    return found;
}

}  // namespace service::requests
