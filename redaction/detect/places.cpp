// Places and organisations the case does not know, as far as they can tell where somebody is: towns by the list, schools,
// clubs and institutions by their kind of name, bus lines, routes and travel times.
#include <unordered_set>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"

namespace redaction::detect {

namespace {

using Words = std::unordered_set<std::string_view>;

bool isPublicBody(std::string_view before) {  // "Rechtbank Midden-Nederland", "Lokaal team Zwolle": no one's place
    static const Words words{"rechtbank", "gemeente", "locatie", "eenheid", "politie", "team", "thuis", "regio", "veiligheidshuis", "wijkteam", "gerechtshof", "jeugdbescherming", "provincie", "burgemeester", "kinderbescherming", "raad", "basisteam"};
    return words.count(before) != 0;
}

void findTowns(Reading& r) {
    static const Words prepositions{"in", "te", "uit", "naar", "vanaf", "vanuit", "via", "richting", "bij", "van"};
    const auto& tokens = r.view.tokens();
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (!tokens[i].capital || tokens[i].digits || tokens[i].length() < 3 || r.view.between(i - 1) != " ") continue;
        const auto before = r.view.word(i - 1), word = r.view.word(i);
        if (!prepositions.count(before) && !(before == "basisteam")) continue;
        if (!lexicon().places.has(word) || lexicon().ordinary.has(word) || r.people.partsOf(word) || (i >= 2 && isPublicBody(r.view.word(i - 2)))) continue;
        if (before == "van" && lexicon().givenNames.has(word)) continue;
        addMention(r, tokens[i].start, tokens[i].end, Kind::place, nearestPerson(r, tokens[i].start), 2, 0.7);
    }
}

Kind kindOf(std::string_view word) {
    static const Words schools{"basisschool", "school", "obs", "cbs", "kbs", "college", "lyceum", "speelzaal", "kdv", "bso", "peuterspeelzaal", "kinderopvang", "kinderdagverblijf"};
    static const Words practices{"huisartsenpraktijk", "praktijk", "huisartsen", "huisartspraktijk", "gezondheidscentrum"};
    static const Words institutions{"opvanghuis", "zwemvereniging", "manege", "vv", "sv", "sportvereniging", "voetbalvereniging", "zorgcentrum", "verpleeghuis", "woonzorgcentrum", "kindercentrum", "kliniek", "vrouwenopvang", "blijfhuis", "turnvereniging", "hockeyclub", "scouting", "muziekschool", "balletschool", "instelling", "ggz", "hospice", "dagbesteding", "dagopvang", "woongroep", "gezinshuis", "zwembad", "sporthal", "buurthuis", "moskee", "kerk", "judoclub", "korfbalvereniging", "tennisclub"};
    if (schools.count(word)) return Kind::school;
    if (practices.count(word)) return Kind::gp;
    return institutions.count(word) ? Kind::institution : Kind::other;
}

void findOrganisations(Reading& r) {
    const auto& tokens = r.view.tokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto word = r.view.word(i);
        const auto kind = kindOf(word);
        if (kind == Kind::other && word.size() > 8 && (word.substr(word.size() - 6) == "lyceum" || word.substr(word.size() - 7) == "college")) {
            const bool article = i > 0 && (r.view.word(i - 1) == "het" || r.view.word(i - 1) == "de") && r.view.between(i - 1) == " ";
            addMention(r, tokens[article ? i - 1 : i].start, tokens[i].end, Kind::school, nearestPerson(r, tokens[i].start), 6, 0.8);
        }
        if (kind == Kind::other) continue;
        auto last = i;
        while (last + 1 < tokens.size() && r.view.between(last) == " " && tokens[last + 1].capital && !tokens[last + 1].digits && last < i + 4) ++last;
        auto first = i;
        if (last == i) {  // "Het Baken College"
            while (first > 0 && r.view.between(first - 1) == " " && tokens[first - 1].capital && first + 4 > i) --first;
            if (first == i || !tokens[i].capital) continue;
        }
        addMention(r, tokens[first].start, tokens[last].end, kind, nearestPerson(r, tokens[first].start), 7, 0.8);
    }
}

void findRoutes(Reading& r) {
    static const Pattern lines(R"(\b((?:bus|lijn|buslijn|tram|tramlijn|metro|metrolijn|streekbus) ?(?:lijn )?\d{1,3})\b)");
    static const Pattern routes(R"(\b((?:de |een )?(?:trein|bus|tram|boot|pont|veerboot|metro) (?:via|naar|richting|van|uit) [a-z'-]{3,20})\b)");
    static const Pattern times(R"(\b((?:\d{1,3}|een|twee|drie|vijf|tien|kwart|twintig|half) ?(?:min|minuten|minuutjes|uur|uurtje|kwartier) (?:met de (?:bus|trein|auto|fiets)|fietsen|lopen|rijden|reizen|verderop|onderweg|reistijd))\b)");
    static const Pattern sights(R"(\b(?:uitzicht op|dak van|toren van|achter|naast|tegenover|boven|hoek van|zicht op|langs) (((?:de|het|een) (?:[a-z]{3,20} (?:en de [a-z]+ )?)?(?:van )?)(?:ijshal|ijsbaan|kerk|moskee|molen|watertoren|zwembad|sporthal|supermarkt|station|haven|toren|kerktoren|brandweerkazerne|bibliotheek|winkelcentrum|kanaal|markt|dijk|brug|sluis|fabriek|manege|kinderboerderij|gemeentehuis|ziekenhuis|theater|bioscoop|stadion|camping|snelweg|tankstation|busstation))\b)");
    for (const auto& line : r.view.lines())
        for (const auto* pattern : {&lines, &routes, &times, &sights})
            pattern->each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) { addMention(r, a, b, Kind::place, nearestPerson(r, a), 4, 0.6); });
}

}  // namespace

void findPlaces(Reading& r) {
    findTowns(r);
    findOrganisations(r);
    findRoutes(r);
}

}  // namespace redaction::detect
