#include "service/requests/disguise.h"

#include <array>
#include <cctype>

namespace service::requests {
namespace {

bool isLetter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80; }

// Whole words only: "woo" is not in "woonplaats".
bool hasWords(const std::string& text, const std::string& words) {
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || !isLetter(text[at - 1])) && (end == text.size() || !isLetter(text[end]))) return true;
    }
    return false;
}

struct Disguise {
    std::vector<const char*> words;
    Finding finding;
};

// Basis: domain page redaction-rules, "Recognise at the desk"; procedure P11
const std::vector<Disguise>& known() {
    static const std::vector<Disguise> list{
        {{"woo", "woo-verzoek", "wet open overheid", "wob", "wob-verzoek", "wet openbaarheid van bestuur"},
         {Severity::question, "disguised-woo", "Dit lijkt een Woo-verzoek om een gezinsdossier",
          "De Woo maakt stukken openbaar voor iedereen. Daarom kan zij een gezinsdossier niet openen. Behandel dit als "
          "AVG-verzoek om inzage in de eigen gegevens en leg dat aan de verzoeker uit.",
          "Woo art. 5.1; AVG art. 15", "", "remarks"}},
        {{"voor de rechtbank", "voor de rechter", "voor de rechtszaak", "voor de zitting", "voor mijn rechtszaak",
          "voor het hoger beroep", "als bewijs in", "procedure bij de rechtbank", "voor mijn advocaat"},
         {Severity::question, "disguised-court", "De stukken zijn bedoeld voor een rechtszaak",
          "Waarvoor iemand inzage wil, maakt voor het recht niet uit. De verzoeker krijgt wat over hem of haar gaat. "
          "Andere stukken moet hij of zij in de procedure zelf vragen.",
          "AVG art. 15; AVG overweging 63", "", "remarks"}},
        {{"vervangende toestemming", "plaatsvervangende toestemming"},
         {Severity::question, "disguised-replacement-consent", "Er wordt om ‘vervangende toestemming’ gevraagd",
          "Vervangende toestemming voor inzage bestaat niet. Zonder gezag blijft over: de eigen gegevens, de toestemming "
          "van het kind zelf, en het recht op informatie in grote lijnen.",
          "UAVG art. 5; BW art. 1:377c", "", "remarks"}},
        {{"klacht", "klachten", "dien een klacht in"},
         {Severity::info, "also-complaint", "De brief noemt ook een klacht",
          "Een klacht heeft een eigen weg. Verwijs naar de klachtenregeling van de partner en behandel het AVG-verzoek "
          "daarnaast.",
          "Awb hoofdstuk 9; Convenant 6.4", "", "remarks"}}};
    return list;
}

struct OtherRight {
    Right right;
    std::vector<const char*> words;
};
const std::vector<OtherRight>& phrases() {
    static const std::vector<OtherRight> list{
        {Right::access, {"inzage", "inzien", "afschrift", "kopie van mijn dossier"}},
        {Right::rectification, {"corrigeren", "correctie", "rectificatie", "rectificeren", "klopt niet", "onjuist", "onjuistheden"}},
        {Right::erasure, {"verwijderen", "verwijdering", "wissen", "vernietigen", "verwijder"}}};
    return list;
}

void addMixed(const std::string& text, Right asked, std::vector<Finding>& found) {
    for (const auto& other : phrases()) {
        if (other.right == asked) continue;
        for (const auto* words : other.words) {
            if (!hasWords(text, words)) continue;
            found.push_back({Severity::question, "mixed-request-" + toText(other.right),
                             "Misschien wordt ook om " + dutchName(other.right) + " gevraagd",
                             "De brief noemt ‘" + std::string{words} +
                                 "’. Vraag na of de verzoeker dat ook wil. Zo ja, dan wordt dat een eigen onderdeel van de zaak.",
                             "AVG art. 12 lid 2", "", "right"});
            break;
        }
    }
}

}  // namespace

std::string folded(std::string_view utf8) {
    std::string text;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte == 0xC3 && at + 1 < utf8.size()) {  // Latin-1 letters: à..ï and ñ..ÿ lose their accent
            static constexpr std::string_view plain = "aaaaaaaceeeeiiiidnooooo/ouuuuyts";
            const auto next = static_cast<unsigned char>(utf8[++at]);
            const char letter = plain[(next - 0x80u) & 0x1Fu];
            text += letter;
        } else if (std::isspace(byte) != 0) {
            if (!text.empty() && text.back() != ' ') text += ' ';
        } else {
            text += static_cast<char>(std::tolower(byte));
        }
    }
    return text;
}

std::vector<Finding> disguises(std::string_view raw, Right asked) {
    std::vector<Finding> found;
    const std::string text = folded(raw);
    for (const auto& disguise : known())
        for (const auto* words : disguise.words)
            if (hasWords(text, words)) {
                found.push_back(disguise.finding);
                break;
            }
    addMixed(text, asked, found);
    return found;
}

}  // namespace service::requests
