// Codes, Dutch names and fixed choices of the intake.
#include <algorithm>
#include <array>
#include <utility>

#include "service/requests/intake.h"

namespace service::requests {
namespace {

template <class Value>
struct Word {
    Value value;
    const char *code, *dutch;
};

constexpr std::array<Word<Right>, 6> rights{{{Right::access, "access", "inzage"},
                                             {Right::rectification, "rectification", "correctie (rectificatie)"},
                                             {Right::erasure, "erasure", "verwijdering (wissing)"},
                                             {Right::restriction, "restriction", "beperking"},
                                             {Right::objection, "objection", "bezwaar"},
                                             {Right::portability, "portability", "overdracht"}}};
constexpr std::array<Word<Capacity>, 4> capacities{{{Capacity::self, "self", "voor zichzelf"},
                                                    {Capacity::parent, "parent", "ouder met gezag"},
                                                    {Capacity::guardian, "guardian", "voogd"},
                                                    {Capacity::representative, "representative", "gemachtigde"}}};
constexpr std::array<Word<AuthorityKind>, 5> authorities{{{AuthorityKind::joint, "joint", "gezamenlijk gezag"},
                                                          {AuthorityKind::sole, "sole", "eenhoofdig gezag"},
                                                          {AuthorityKind::guardian, "guardian", "voogdij"},
                                                          {AuthorityKind::none, "none", "geen gezag"},
                                                          {AuthorityKind::suspended, "suspended", "gezag geschorst"}}};

template <class Table>
auto valueOf(const Table& table, std::string_view code) -> std::optional<decltype(table[0].value)> {
    for (const auto& word : table)
        if (word.code == code) return word.value;
    return std::nullopt;
}

template <class Table, class Value>
const auto& wordOf(const Table& table, Value value) {
    return *std::ranges::find_if(table, [&](const auto& word) { return word.value == value; });
}

}  // namespace

std::optional<Right> rightFrom(std::string_view code) { return valueOf(rights, code); }
std::optional<Capacity> capacityFrom(std::string_view code) { return valueOf(capacities, code); }
std::string toText(Right right) { return wordOf(rights, right).code; }
std::string toText(Capacity capacity) { return wordOf(capacities, capacity).code; }
std::string dutchName(Right right) { return wordOf(rights, right).dutch; }
std::string dutchName(Capacity capacity) { return wordOf(capacities, capacity).dutch; }
AuthorityKind authorityFrom(std::string_view code) { return valueOf(authorities, code).value_or(AuthorityKind::unknown); }

// Basis: AVG art. 12(6), 5(1)(c); EDPB-richtsnoeren 01/2022: proportionate, no copy where less will do
const std::vector<IdentityChoice>& identityChoices() {
    static const std::vector<IdentityChoice> choices{
        {IdentityMethod::knownToProfessional, "known-in-person", "Bekend bij een professional",
         "Een medewerker die het gezin kent, herkent de verzoeker. Leg vast wie en wanneer."},
        {IdentityMethod::viaPartner, "via-partner", "Via de partner",
         "De partner die contact heeft met de verzoeker, bevestigt wie het is. Leg vast wie dat bevestigde."},
        {IdentityMethod::codeSent, "code-sent", "Code gestuurd",
         "Stuur een code naar het adres of nummer dat al bekend is en laat de verzoeker die noemen."},
        {IdentityMethod::digid, "digid", "DigiD", "De verzoeker heeft zich met DigiD aangemeld."},
        {IdentityMethod::documentSeen, "document-seen", "Identiteitsbewijs gezien",
         "Bekijk het bewijs en leg alleen de soort vast. Maak geen kopie en noteer geen nummer."},
        {IdentityMethod::notYet, "not-yet", "Nog niet vastgesteld",
         "Vraag zonder uitstel wat nodig is. Zolang u op dat antwoord wacht, staat de klok stil."}};
    return choices;
}

const std::vector<DocumentKind>& documentKinds() {
    static const std::vector<DocumentKind> kinds{{"passport", "paspoort"},
                                                 {"id-card", "identiteitskaart"},
                                                 {"driving-licence", "rijbewijs"},
                                                 {"residence-permit", "verblijfsdocument"}};
    return kinds;
}

// Basis: Wet algemene bepalingen burgerservicenummer; weights 9..2 and -1, divisible by 11
bool passesElevenTest(std::string_view bsn) {
    if (bsn.size() != 9 || bsn == "000000000") return false;
    int sum = 0;
    for (int place = 0; place < 9; ++place) {
        if (bsn[place] < '0' || bsn[place] > '9') return false;
        sum += (bsn[place] - '0') * (place == 8 ? -1 : 9 - place);
    }
    return sum % 11 == 0;
}

int ageOn(const Date& birthdate, const Date& day) {
    const int years = static_cast<int>(day.year()) - static_cast<int>(birthdate.year());
    const bool hadBirthday = std::pair{day.month(), day.day()} >= std::pair{birthdate.month(), birthdate.day()};
    return hadBirthday ? years : years - 1;
}

}  // namespace service::requests
