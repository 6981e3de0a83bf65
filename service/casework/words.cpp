#include "service/casework/words.h"

namespace service::casework {

namespace {

using Table = std::vector<std::pair<std::string_view, std::string_view>>;

std::string lookUp(const Table& table, std::string_view code) {
    for (const auto& [known, words] : table)
        if (known == code) return std::string(words);
    return std::string(code);
}

const Table steps{{"logged", "Ingeboekt"}, {"collecting", "Stukken verzamelen"}, {"reading", "Stukken lezen"},
    {"review", "Beoordelen"}, {"packaging", "Pakket maken"}, {"sign-off", "Vrijgave"}, {"released", "Verstrekt"},
    {"closed", "Afgesloten"}};
const Table rights{{"access", "inzage"}, {"rectification", "correctie"}, {"erasure", "verwijdering"},
    {"restriction", "beperking"}, {"objection", "bezwaar"}, {"portability", "overdracht"}};
const Table capacities{{"self", "voor zichzelf"}, {"parent", "ouder met gezag"}, {"guardian", "voogd"},
    {"representative", "gemachtigde"}};
const Table channels{{"letter", "per brief"}, {"counter", "aan de balie"}, {"mail", "per e-mail"}, {"phone", "telefonisch"},
    {"portal", "via het portaal"}};
const Table identities{{"passport", "paspoort gezien"}, {"id-card", "identiteitskaart gezien"},
    {"driving-licence", "rijbewijs gezien"}, {"residence-permit", "verblijfsdocument gezien"}, {"digid", "ingelogd met DigiD"},
    {"known-in-person", "bekend bij een professional"}, {"via-partner", "bevestigd door de partner"}, {"code-sent", "code gestuurd naar een bekend adres"},
    {"document-seen", "identiteitsbewijs gezien"}, {"not-yet", "nog niet vastgesteld"}};
const Table fragmentStates{{"fetched", "binnen, nog niet gelezen"}, {"reading", "wordt gelezen"}, {"read", "gelezen"},
    {"needs-human", "een mens moet kijken"}, {"withheld-whole", "geheel achtergehouden"}, {"by-hand", "met de hand gelezen"}};
const Table collectionStates{{"waiting", "wacht"}, {"asking", "bezig"}, {"retrying", "wacht op een nieuwe poging"},
    {"done", "klaar"}, {"needs-someone", "iemand moet iets doen"}, {"cancelled", "gestopt"}};
const Table answers{{"delivered-in-full", "volledig geleverd"}, {"delivered-in-part", "gedeeltelijk geleverd"},
    {"nothing-held", "heeft niets"}, {"nothing-visible-to-us", "niets zichtbaar voor ons"}, {"refused", "geweigerd"},
    {"no-answer", "geen antwoord"}};
const Table packageStates{{"none", "nog geen pakket"}, {"building", "wordt gemaakt"}, {"built", "gemaakt en gecontroleerd"},
    {"refused", "tegengehouden: er is iets gevonden dat verborgen moet blijven"}, {"signed", "akkoord, klaar om te verstrekken"},
    {"released", "verstrekt"}, {"void", "vervallen"}, {"failed", "mislukt"}};
const Table partnerKinds{{"veilig-thuis", "Veilig Thuis"}, {"gecertificeerde-instelling", "gecertificeerde instelling"},
    {"raad-voor-de-kinderbescherming", "Raad voor de Kinderbescherming"}, {"lokaal-team", "lokaal team"},
    {"zorg-en-veiligheidshuis", "Zorg- en Veiligheidshuis"}, {"gemeente", "gemeente"}, {"jeugdhulp", "jeugdhulpaanbieder"},
    {"wmo-aanbieder", "Wmo-aanbieder"}, {"ggz", "ggz-instelling"}, {"huisarts", "huisarts"}, {"behandelaar", "arts, psycholoog of andere behandelaar"}};
const Table kinds{{"name", "naam"}, {"initials", "initialen"}, {"role", "rol"}, {"birthdate", "geboortedatum"}, {"age", "leeftijd"},
    {"bsn", "burgerservicenummer"}, {"address", "adres"}, {"postcode", "postcode"}, {"place", "plaats"}, {"phone", "telefoon"},
    {"email", "e-mailadres"}, {"iban", "rekeningnummer"}, {"plate", "kenteken"}, {"school", "school"}, {"employer", "werkgever"},
    {"institution", "instelling"}, {"gp", "huisarts"}, {"health", "gezondheid"}, {"criminal", "strafrecht"},
    {"religion", "geloof"}, {"ethnicity", "afkomst"}, {"sexuality", "seksualiteit"}, {"finance", "geld"},
    {"case-number", "zaaknummer"}, {"username", "gebruikersnaam"}, {"url", "webadres"}, {"other", "anders"}};
const Table decisions{{"release", "tonen"}, {"redact", "lakken"}, {"judge", "beoordelen"}, {"withdrawn", "teruggenomen"}};

}  // namespace

std::string stepWords(std::string_view step) { return lookUp(steps, step); }
std::string rightName(std::string_view right) { return lookUp(rights, right); }
std::string capacityName(std::string_view capacity) { return lookUp(capacities, capacity); }
std::string channelName(std::string_view channel) { return lookUp(channels, channel); }
std::string identityName(std::string_view method) { return lookUp(identities, method); }
std::string fragmentStateWords(std::string_view state) { return lookUp(fragmentStates, state); }
std::string collectionStateWords(std::string_view state) { return lookUp(collectionStates, state); }
std::string answerWords(std::string_view answer) { return lookUp(answers, answer); }
std::string packageStateWords(std::string_view state) { return lookUp(packageStates, state); }
std::string partnerKindWords(std::string_view kind) { return lookUp(partnerKinds, kind); }
std::string kindWords(std::string_view spanKind) { return lookUp(kinds, spanKind); }
std::string decisionWords(std::string_view decision) { return lookUp(decisions, decision); }
const Table& spanKinds() { return kinds; }

std::string joinedWords(const std::vector<std::string>& parts) {
    std::string words;
    for (std::size_t index = 0; index < parts.size(); ++index)
        words += (index == 0 ? "" : index + 1 == parts.size() ? " en " : ", ") + parts[index];
    return words;
}

namespace {
std::string withFamily(std::string first, const redaction::household::Person& person) {
    for (const std::string* part : {&person.prefix, &person.family})
        if (!part->empty()) first += (first.empty() ? "" : " ") + *part;
    if (first.empty()) first = !person.function.empty() ? person.function : person.id;
    return first;
}
}  // namespace

std::string fullName(const redaction::household::Person& person) {
    std::string given;
    for (const auto& name : person.given) given += (given.empty() ? "" : " ") + name;
    return withFamily(given.empty() ? person.called : given, person);
}

std::string shortName(const redaction::household::Person& person) {
    return withFamily(!person.called.empty() ? person.called : person.given.empty() ? "" : person.given.front(), person);
}

std::string nameIn(const redaction::household::Case& household, std::string_view personId) {
    const auto* person = redaction::household::findPerson(household, personId);
    return person ? shortName(*person) : std::string(personId);
}

}  // namespace service::casework
