// Words that only a Dutch sentence holds: how the tests find Dutch where English is meant. Words that are English too
// ("is", "die", "door", "over", "met", "brief", "kind", "later") are left out.
#pragma once

#include <cctype>
#include <set>
#include <string>
#include <string_view>

namespace tests {

inline const std::set<std::string, std::less<>>& onlyDutch() {
    static const std::set<std::string, std::less<>> words{
        "aan", "afgerond", "afgesloten", "alleen", "als", "alle", "andere", "bekeek", "bekend", "beslissing", "besluit", "bestaat", "bestand", "bestanden",
        "betrokkene", "bewaard", "bezwaar", "bij", "binnen", "controleer", "dag", "dagen", "dat", "de", "deze", "dit", "documenten", "dossier", "een",
        "eerst", "eigen", "en", "er", "gaat", "geboren", "gedaan", "geen", "gegeven", "gegevens", "gelezen", "gemaakt", "gevonden", "gevraagd", "gezag", "haar",
        "hebben", "heeft", "het", "hier", "hij", "huishouden", "iemand", "iets", "ingetrokken", "inzage", "jaar", "kan", "kies", "klopt", "kon", "kunnen",
        "lezen", "maar", "mag", "medewerker", "moet", "moeten", "mogen", "naar", "nadat", "niemand", "niet", "niets", "nog", "nooit", "nu", "omdat",
        "ontbreekt", "ontvangen", "onder", "ook", "opnieuw", "ouder", "pagina", "pakket", "personen", "persoon", "schrijf", "sinds", "staat", "stuk", "stukken",
        "te", "tegen", "termijn", "toegevoegd", "toestemming", "tot", "tussen", "uit", "uw", "van", "vanaf", "verborgen", "verstrekt", "verzoek",
        "verzoeker", "voeg", "voegde", "voor", "voorstel", "voorstellen", "vóór", "vraag", "vraagt", "vul", "waar", "waarom", "wanneer", "wat", "weken",
        "welke", "werd", "wie", "woord", "worden", "wordt", "zaak", "zelf", "zich", "zijn", "zo", "zonder", "zij", "maandag", "dinsdag", "woensdag",
        "donderdag", "vrijdag", "zaterdag", "zondag", "januari", "februari", "maart", "mei", "juni", "juli", "augustus", "oktober"};
    return words;
}

// The first such word, or empty. Two organisations and a standard keep their Dutch names in English.
inline std::string dutchIn(std::string said) {
    for (const std::string_view name : {"Zorg- en Veiligheidshuis", "Raad voor de Kinderbescherming", "Documenten API"})
        for (auto at = said.find(name); at != said.npos; at = said.find(name)) said.erase(at, name.size());
    const std::string_view text = said;
    const auto isLetter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80 || c == '\''; };
    for (std::size_t at = 0; at < text.size();) {
        while (at < text.size() && !isLetter(text[at])) ++at;
        std::string word;
        for (; at < text.size() && isLetter(text[at]); ++at) word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[at])));
        if (onlyDutch().contains(word)) return word;
    }
    return {};
}

}  // namespace tests
