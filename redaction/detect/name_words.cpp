#include "redaction/detect/name_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "redaction/detect/kinship.h"
#include "redaction/detect/organisation_words.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {
using Words = words::Set;
bool endsWith(std::string_view word, std::string_view tail) {
    return word.size() >= tail.size() && word.substr(word.size() - tail.size()) == tail;
}
}  // namespace

Title titleOf(std::string_view word) {
    static const std::unordered_map<std::string_view, Title> titles{
        {"mevr", Title::female}, {"mevrouw", Title::female}, {"mw", Title::female}, {"mej", Title::female},
        {"mejuffrouw", Title::female}, {"mvr", Title::female}, {"pani", Title::female}, {"frau", Title::female}, {"madame", Title::female}, {"lalla", Title::female}, {"mevr.", Title::female},
        {"pan", Title::male}, {"herr", Title::male}, {"monsieur", Title::male}, {"menheer", Title::male}, {"mijnheer", Title::male}, {"sieur", Title::male}, {"ustad", Title::inFunction}, {"hodja", Title::inFunction}, {"pastoor", Title::inFunction}, {"dominee", Title::inFunction}, {"pandit", Title::inFunction}, {"hoca", Title::inFunction}, {"abuna", Title::inFunction}, {"mevrouwtje", Title::female}, {"dhr", Title::male}, {"meneer", Title::male}, {"heer", Title::male},
        {"hr", Title::male}, {"de heer", Title::male}, {"mr", Title::neutral}, {"dr", Title::inFunction}, {"drs", Title::neutral},
        {"ir", Title::neutral}, {"ing", Title::neutral}, {"prof", Title::inFunction}, {"ds", Title::inFunction},
        {"juf", Title::inFunction}, {"juffrouw", Title::inFunction}, {"meester", Title::inFunction}, {"zuster", Title::inFunction},
        {"broeder", Title::inFunction}, {"dokter", Title::inFunction}, {"pater", Title::inFunction}, {"pastor", Title::inFunction}, {"priester", Title::inFunction}, {"rabbijn", Title::inFunction}, {"kapelaan", Title::inFunction}, {"predikant", Title::inFunction}, {"rechercheur", Title::inFunction}, {"brigadier", Title::inFunction}, {"hoofdagent", Title::inFunction}, {"inspecteur", Title::inFunction}, {"imam", Title::inFunction},
        {"tante", Title::kin}, {"oom", Title::kin}, {"oma", Title::kin}, {"opa", Title::kin}, {"pake", Title::kin},
        {"beppe", Title::kin}, {"babcia", Title::kin}, {"dziadek", Title::kin}, {"babaanne", Title::kin}, {"dede", Title::kin}, {"teyze", Title::kin},
        {"hala", Title::kin}, {"amca", Title::kin}, {"abla", Title::kin}, {"moeke", Title::kin}, {"nonna", Title::kin}, {"jeddah", Title::kin}, {"anneanne", Title::kin}, {"omie", Title::kin}, {"ome", Title::kin}, {"omke", Title::kin}, {"muoike", Title::kin}, {"tant", Title::kin}, {"nonno", Title::kin}, {"jida", Title::kin}, {"nicht", Title::kin}, {"neef", Title::kin}};
    const auto found = titles.find(word);
    if (found != titles.end()) return found->second;
    const auto kin = kinWord(word).kin;
    return kin == Kin::aunt || kin == Kin::uncle || kin == Kin::grandmother || kin == Kin::grandfather ? Title::kin : Title::none;
}

Gender genderOfTitle(std::string_view word) {
    static const Words female{"mevr", "mevrouw", "mw", "mej", "mejuffrouw", "juf", "juffrouw", "zuster", "tante", "oma", "nicht", "abla", "mvr", "pani", "frau", "madame", "lalla", "moeke", "nonna", "omie"};
    static const Words male{"dhr", "meneer", "heer", "hr", "meester", "broeder", "oom", "ome", "neef", "pan", "herr", "monsieur", "menheer", "mijnheer", "pastoor"};
    if (const auto kin = kinWord(word); kin.gender != Gender::unknown) return kin.gender;
    return female.count(word) ? Gender::female : male.count(word) ? Gender::male : Gender::unknown;
}

bool namesOrganisation(std::string_view word) {
    static const Words words{"zaal", "team", "wijkteam", "stichting", "school", "basisschool", "college", "lyceum", "obs", "cbs",
                             "kbs", "bs", "praktijk", "huisartsenpraktijk", "huisartsen", "bakkerij", "kwekerij", "autobedrijf", "garage",
                             "zorgcentrum", "opvanghuis", "manege", "vv", "sv", "vereniging", "zwemvereniging", "speelzaal", "kinderdagverblijf",
                             "kdv", "code", "bso", "hotel", "cafe", "restaurant", "winkel", "kapsalon", "zorggroep", "thuiszorg", "stadhuis", "gemeente",
                             "firma", "bureau", "apotheek", "ziekenhuis", "verpleeghuis", "kliniek", "instituut", "gebouw", "lokaal", "station", "wijk", "buurt", "huize", "hospice", "buurthuis", "wijkcentrum", "sportclub", "voetbalclub", "drukkerij", "slagerij", "supermarkt", "rechtbank", "hof", "locatie", "regio", "provincie"};
    return words.count(word) != 0 || organisationKind(word) != Kind::other;
}

bool isStreetEnding(std::string_view word) {
    static const std::array<std::string_view, 19> endings{
        "laan", "straat", "str", "weg", "plein", "hof", "kade", "singel", "plantsoen", "dreef", "park", "steeg", "gracht", "dijk",
        "pad", "ln", "plants", "pln", "laantje"};
    for (const auto ending : endings)
        if (word.size() > ending.size() && endsWith(word, ending)) {
            if (ending.size() <= 3 && word.size() < ending.size() + 4) continue;
            return true;
        }
    return word == "laan" || word == "straat" || word == "plein" || word == "weg" || word == "kade" || word == "hof";
}

bool isRarerStreetEnding(std::string_view word) {
    for (const std::string_view ending : {"markt", "burg", "wal", "baan", "erf", "ring", "brink", "oord", "haven", "veld", "donk", "kamp"})
        if (word.size() > ending.size() + 2 && word.substr(word.size() - ending.size()) == ending) return true;
    return false;
}

bool blocksCommonWord(std::string_view word) {
    static const Words words{"een", "de", "het", "t", "n", "die", "deze", "dat", "geen", "code", "goede", "mooie", "rode", "witte", "nog",
                             "zware", "harde", "hele", "elke", "iedere", "welke", "vd", "vh", "bij", "als", "wordt", "word", "nieuwe", "naar", "in", "of", "je", "mijn", "zijn", "haar", "flinke", "kleine", "grote"};
    return words.count(word) != 0;
}

// "sluis|wachter|", "jongeren|werker|": what people are in a profession ends in.
static bool endsAsJob(std::string_view word) {
    static const std::array<std::string_view, 28> tails{"werker", "werkster", "begeleider", "begeleidster", "coach", "regisseur", "onderzoeker", "beschermer", "kundige", "therapeut", "psycholoog", "arts", "wachter", "chauffeur",
                                                        "beheerder", "adviseur", "consulent", "coordinator", "docent", "leerkracht", "assistent", "assistente", "verzorgster", "rechercheur", "agent", "bewindvoerder", "curator", "advocaat"};
    return std::any_of(tails.begin(), tails.end(), [&](std::string_view tail) { return word.size() > tail.size() + 2 && endsWith(word, tail); });
}

bool isJobWord(std::string_view word) {
    static const Words words{"wijkagent", "agent", "hoofdagent", "brigadier", "verbalisant", "leerkracht", "mentor", "directeur", "huisarts",
                             "kinderarts", "psycholoog", "orthopedagoog", "behandelaar", "maatschappelijk", "verpleegkundige", "wijkverpleegkundige",
                             "jeugdverpleegkundige", "advocaat", "voogd", "coach", "gezinscoach", "trainer", "begeleider", "begeleidster", "jeugdbeschermer",
                             "raadsonderzoeker", "casusregisseur", "gedragswetenschapper", "rechercheur", "officier", "rechter", "kinderrechter", "tolk",
                             "intern", "decaan", "rector", "conrector", "pedagogisch", "arts", "psychiater", "therapeut", "logopedist", "consulent", "jurist", "teamleider", "onderzoeker", "medewerker", "medewerkster", "notaris", "casemanager", "tandarts", "reclasseringswerker", "gezinswerker", "hulpverlener", "adviseur", "jeugdarts", "fysiotherapeut", "wijkverpleegster", "woonbegeleider", "conducteur", "bewindvoerder", "conrector", "concierge", "docent", "secretaris", "notulist", "griffier", "deurwaarder", "makelaar", "tolk", "dirigent", "curator", "bestuurder", "chauffeur", "stagiair", "stagiaire"};
    return words.count(word) != 0 || endsAsJob(word);
}

bool isAcronym(std::string_view word) {
    static const Words words{"avg", "ggz", "gi", "vt", "om", "bsn", "jgz", "ggd", "rvdk", "zvh", "lt", "ots", "uhp", "mdo", "adhd", "ptss", "brp",
                             "emdr", "bv", "nv", "tv", "nl", "id", "wmo", "pgb", "wlz", "bso", "cjg", "poh", "ib", "zm", "ma", "di", "wo", "do", "vr", "za", "zo",
                             "aware", "intern", "smw", "ict", "vmbo", "havo", "vwo", "mbo", "hbo", "ass", "lvb", "ivm", "tav", "nvt", "sms", "pdf", "re", "fw", "cc", "op", "en", "de", "het", "ik"};
    return words.count(word) != 0;
}

bool isFormLabel(std::string_view word) {
    static const Words words{"geb", "gebdat", "geboren", "geboortedatum", "dat", "datum", "naam", "adres", "postcode", "plaats", "tel", "telefoon", "mobiel", "mob", "mail",
                             "email", "iban", "bsn", "rek", "rekening", "polis", "kenmerk", "betreft", "bijlage", "roepnaam", "voornamen", "achternaam", "partner", "school",
                             "klas", "groep", "huisarts", "kind", "kinderen", "vader", "moeder", "client", "clientnr", "dossier", "datums", "netwerk", "hulpvraag", "reg", "ref", "nr", "rek", "zaaknr", "betr", "inz", "opm", "fam", "afz"};
    return words.count(word) != 0;
}

bool isCalendarWord(std::string_view word) {
    static const Words words{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                             "november", "december", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
                             "jan", "feb", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"};
    return words.count(word) != 0;
}

}  // namespace redaction::detect
