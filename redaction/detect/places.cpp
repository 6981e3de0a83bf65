// Places and organisations the case does not know, as far as they can tell where somebody is: towns by the list, schools,
// clubs and institutions by their kind of name, bus lines, routes and travel times.

#include <algorithm>

#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"
#include "redaction/detect/organisation_words.h"
#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"
#include "redaction/words/set.h"
#include "redaction/words/words.h"

namespace redaction::detect {

namespace {

using Words = words::Set;

bool isPublicBody(const Word& before) {  // "Rechtbank Midden-Nederland", "Lokaal team Zwolle": no one's place
    static const Words words{"rechtbank", "gemeente", "locatie", "eenheid", "politie", "team", "thuis", "regio", "veiligheidshuis", "wijkteam", "gerechtshof", "jeugdbescherming", "provincie", "burgemeester", "kinderbescherming", "raad", "basisteam"};
    return words.count(before) != 0;
}

bool announcesTown(const Word& w) {
    static const Words words{"in", "te", "uit", "naar", "vanaf", "vanuit", "via", "richting", "bij", "van", "tot", "aan", "rond", "rondom", "nabij", "omgeving", "langs", "voorbij", "vlakbij", "door", "buiten", "basisteam", "regio"};
    return words.count(w) != 0;
}

// After these a name that no list has is a town: "komt uit Bialystok", "geboren te Suwalki".
bool takesAnyTown(const Word& w) { return w == "in" || w == "te" || w == "uit" || w == "naar" || w == "vanuit" || w == "richting"; }

bool opensDoubleName(const Word& w) {  // "Den Haag", "Sint Nicolaasga", "Oude Pekela"
    static const Words words{"den", "ter", "ten", "sint", "st", "nieuw", "nieuwe", "oud", "oude", "noord", "zuid", "oost", "west", "klein", "groot", "berg", "bad", "el", "al", "san", "new"};
    return words.count(w) != 0;
}

std::size_t townEnd(const Reading& r, std::size_t i) {  // last token, exclusive
    const auto& tokens = r.view.tokens();
    auto last = i + 1;
    if (last < tokens.size() && tokens[last].capital && r.view.between(i) == " " && opensDoubleName(r.view.word(i))) ++last;
    while (last < tokens.size() && tokens[last].capital && r.view.between(last - 1) == "-") ++last;
    return last;
}

bool isTown(const Reading& r, std::size_t i, const Word& before) {
    const auto& t = r.view.tokens()[i];
    const auto word = r.view.word(i);
    const bool written = t.capital && !t.sentenceStart && !t.allCaps && before != "van" && i + 1 < r.view.tokens().size() && !r.view.tokens()[i + 1].digits && (!r.view.tokens()[i + 1].capital || r.view.between(i) != " ");
    if (lexicon().ordinary.has(word) && !(takesAnyTown(before) && (written || (lexicon().places.has(word) && !lexicon().everyday.has(word))))) return false;  // "in drachten", not "in leek"
    if (r.people.partsOf(word) || isCalendarWord(word) || titleOf(word) != Title::none || isJobWord(word)) return false;
    if (lexicon().places.has(word)) return !((before == "van" || before == "aan" || before == "door" || before == "bij") && (lexicon().givenNames.has(word) || lexicon().familyNames.has(word)));
    if (!t.capital || t.allCaps || t.length() < 4 || !takesAnyTown(before) || t.sentenceStart || kinWord(word).kin != Kin::none) return false;
    return !lexicon().givenNames.has(word) && !isAcronym(word) && !isStreetEnding(word) && organisationKind(word) == Kind::other;
}

// "7411 AA |Deventer|": is the token the end of a postcode?
bool isPostcode(const Reading& r, std::size_t token) {
    const auto& t = r.view.tokens()[token];
    constexpr std::size_t kDigits = 4, kLetters = 2;
    if (t.allCaps && t.length() == kLetters) return token > 0 && r.view.tokens()[token - 1].digits && r.view.tokens()[token - 1].length() == kDigits && r.view.between(token - 1) == " ";
    return t.length() == kDigits + kLetters && !t.digits && std::all_of(r.view.word(token).begin(), r.view.word(token).begin() + kDigits, [](char c) { return c >= '0' && c <= '9'; });
}

// "… - Meppel" at the end of a heading.
bool closesHeading(const Reading& r, std::size_t i) {
    const auto before = r.view.between(i - 1), after = r.view.between(i);
    const bool ends = i + 1 == r.view.tokens().size() || after.find('\n') != std::string_view::npos;
    const bool apart = before == ", " && (after == ", " || after == " (") && !lexicon().givenNames.has(r.view.word(i));
    return (ends || apart) && (apart || before == " - " || before == " * " || before == " | ") && r.view.tokens()[i].capital && lexicon().places.has(r.view.word(i)) && !lexicon().ordinary.has(r.view.word(i)) && !r.people.partsOf(r.view.word(i));
}

void findTowns(Reading& r) {
    const auto& tokens = r.view.tokens();
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i].digits || tokens[i].length() < 3 || !(tokens[i].capital || r.names.hurried[i])) continue;
        const auto before = r.view.word(i - 1);
        const bool article = before == "de" && i >= 2 && r.view.between(i - 2) == " " && announcesTown(r.view.word(i - 2));  // "bij de Reest"
        const bool announced = r.view.between(i - 1) == " " && (announcesTown(before) || article || isPostcode(r, i - 1));
        if (!announced && !closesHeading(r, i)) continue;
        const auto body = article ? i - 2 : i - 1;
        if (body >= 1 && isPublicBody(r.view.word(body - 1))) continue;
        const bool doubled = tokens[i].capital && townEnd(r, i) > i + 1 && opensDoubleName(r.view.word(i)) && takesAnyTown(before);
        if (article && !(tokens[i].capital && lexicon().waters.has(r.view.word(i)) && !lexicon().ordinary.has(r.view.word(i)) && !r.people.partsOf(r.view.word(i)))) continue;
        if (!article && announced && !doubled && !isTown(r, i, before)) continue;
        const auto last = townEnd(r, i);
        addMention(r, tokens[article ? i - 1 : i].start, tokens[last - 1].end, Kind::place, nearestPerson(r, tokens[i].start), 2, 0.7);
    }
}

// The words of a name behind "obs", "kwekerij": capitals, an article before them too; in a note also without capitals.
std::size_t nameEnd(const Reading& r, std::size_t i) {
    const auto& tokens = r.view.tokens();
    const auto isArticle = [&](std::size_t k) { const auto w = r.view.word(k); return w == "de" || w == "het" || w == "t" || w == "'t" || w == "it"; };
    auto last = i;
    const auto joined = [&](std::size_t k) { return r.view.between(k) == " " || r.view.between(k) == "-" || r.view.between(k) == " '"; };
    if (last + 2 < tokens.size() && joined(last) && isArticle(last + 1) && !tokens[last + 1].capital && joined(last + 1) && (tokens[last + 2].capital || (r.names.hurried[last + 2] && tokens[last + 2].length() > 2))) last += 2;
    const auto goOn = [&] {
        while (last + 1 < tokens.size() && joined(last) && tokens[last + 1].capital && !tokens[last + 1].digits && last < i + 4) ++last;
    };
    goOn();
    const bool ofTown = last == i && tokens[i].allCaps && tokens[i].length() > 2;  // "ROC van Twente"
    const auto link = (last > i || ofTown) && last + 2 < tokens.size() ? r.view.word(last + 1) : Word();
    if ((link == "en" || link == "van" || link == "der" || link == "aan") && r.view.between(last) == " " && r.view.between(last + 1) == " " && tokens[last + 2].capital && !r.people.partsOf(r.view.word(last + 2)) &&
        !lexicon().givenNames.has(r.view.word(last + 2))) {  // "Kracht en Vlugheid"
        last += 2;
        goOn();
    }
    return last;
}

// "in het |Caribabad|", "bij |Klimhal|": no surname, and where a place is meant.
bool isOwnNameOfHouse(const Reading& r, std::size_t i) {
    static const Words before{"het", "de", "in", "bij", "naar", "op"};
    const auto word = r.view.word(i);
    if (i == 0 || r.view.between(i - 1) != " " || !before.count(r.view.word(i - 1)) || r.people.partsOf(word)) return false;
    return !lexicon().ordinary.has(word) && !lexicon().familyNames.has(word) && !lexicon().givenNames.has(word);
}

// Is work spoken of in the words of the sentence before the token?
bool speaksOfWork(const Reading& r, std::size_t token) {
    constexpr std::size_t kMostWords = 7;
    static const Words work{"werkt", "werkte", "werken", "werk", "loon", "baan", "bijbaan", "baantje", "salaris", "contract", "uren", "dienst", "diensten", "kassa", "stage", "collega", "collegas", "personeel", "rooster", "job"};
    for (std::size_t k = 1; k < kMostWords && k <= token && !r.view.tokens()[token - k + 1].sentenceStart; ++k)
        if (work.count(r.view.word(token - k))) return true;
    return false;
}

// "werkt drie dagen bij |de supermarkt|", "haar loon bij |de bakkerij|".
bool isWorkplace(const Reading& r, std::size_t i, Kind kind) {
    const auto& v = r.view;
    if (kind != Kind::employer || i < 2 || v.between(i - 1) != " " || v.between(i - 2) != " " || !(v.word(i - 1) == "de" || v.word(i - 1) == "het" || v.word(i - 1) == "een")) return false;
    if (!(v.word(i - 2) == "bij" || v.word(i - 2) == "in" || v.word(i - 2) == "van" || v.word(i - 2) == "op")) return false;
    return speaksOfWork(r, i - 2);
}

void findOrganisations(Reading& r) {
    const auto& tokens = r.view.tokens();
    r.view.eachWord(Fact::announces, [&](std::size_t i) {
        const auto word = r.view.word(i);
        if (tokens[i].digits || word.size() < 2) return i;
        const auto kind = organisationKind(word);
        const bool fused = word.size() > 9 && tokens[i].length() > 9 && (word.substr(word.size() - 6) == "lyceum" || word.substr(word.size() - 7) == "college") && !lexicon().ordinary.has(word);
        auto last = nameEnd(r, i), first = i;
        if (last == i && word != "kerk" && word != "moskee" && i + 2 < tokens.size() && (r.view.word(i + 1) == "in" || r.view.word(i + 1) == "te") && r.view.between(i) == " " && r.view.between(i + 1) == " " && tokens[i + 2].capital &&
            !isCalendarWord(r.view.word(i + 2)) && kinWord(r.view.word(i + 2)).kin == Kin::none)
            last = townEnd(r, i + 2) - 1;  // "het azc in Ter Apel"
        if (last == i) {  // "Het Baken College"
            while (tokens[i].capital && first > 0 && r.view.between(first - 1) == " " && tokens[first - 1].capital && !tokens[first - 1].sentenceStart && first + 4 > i) --first;
            if (tokens[i].capital && first < i && first > 0 && r.view.between(first - 1) == " " && tokens[first - 1].capital && first + 4 > i) --first;
            if (first == i && tokens[i].capital && !tokens[i].sentenceStart && !tokens[i].allCaps && word.size() > 6 && !fused && isOwnNameOfHouse(r, i)) {  // "in het Caribabad"
                addMention(r, tokens[i].start, tokens[i].end, kind, nearestPerson(r, tokens[i].start), 7, 0.7);
                return i;
            }
            if (first == i && fused) {  // "het sallandlyceum"
                const bool article = i > 0 && (r.view.word(i - 1) == "het" || r.view.word(i - 1) == "de") && r.view.between(i - 1) == " ";
                first = article ? i - 1 : i;
            } else if (first == i && isWorkplace(r, i, kind)) {
                --first;
            } else if (first == i) {
                return i;
            }
        }
        if (kind == Kind::employer && last > i && r.people.partsOf(r.view.word(last)) && last == i + 1 && word == "bakker") return i;
        addMention(r, tokens[first].start, tokens[last].end, kind, nearestPerson(r, tokens[first].start), 7, 0.8);
        return last;
    });
}

// "werkt bij |de Kruidvat|", "haar diensten bij |Albert Heijn|".
void findChains(Reading& r) {
    static const auto chains = words::setOf("organisations", "chains");
    static const Words before{"bij", "in", "van", "voor"};
    const auto& v = r.view;
    for (std::size_t i = 2; i < v.tokens().size(); ++i) {
        const auto& t = v.tokens()[i];
        if (t.digits || !(t.capital || r.names.hurried[i]) || t.length() < 3 || !chains.count(v.word(i)) || r.people.partsOf(v.word(i))) continue;
        const bool article = v.word(i - 1) == "de" || v.word(i - 1) == "het";
        if (v.between(i - 1) != " " || !before.count(v.word(article ? i - 2 : i - 1)) || !speaksOfWork(r, article ? i - 2 : i - 1)) continue;
        const bool heijn = v.word(i) == "albert";
        if (heijn && v.word(i + 1) != "heijn") continue;
        const auto first = article ? i - 1 : i, last = heijn ? i + 1 : i;
        addMention(r, v.tokens()[first].start, v.tokens()[last].end, Kind::employer, nearestPerson(r, v.tokens()[first].start), 8, 0.8);
    }
}

// "PI Veenhuizen", "JJI De Hartelborgt".
void findDetention(Reading& r) {
    const auto& tokens = r.view.tokens();
    r.view.eachWord(Fact::detention, [&](std::size_t i) {
        if (i + 1 == tokens.size() || !tokens[i].allCaps || !tokens[i + 1].capital || r.view.between(i) != " ") return i;
        const auto last = nameEnd(r, i);
        addMention(r, tokens[i].start, tokens[last].end, Kind::institution, nearestPerson(r, tokens[i].start), 7, 0.8);
        return last;
    });
}

// "bij de waag", "van Antes": institutions the whole country knows, in lower case only in notes.
void findKnownInstitutions(Reading& r) {
    const auto& tokens = r.view.tokens();
    static const Words before{"bij", "van", "naar", "via", "door", "met", "aan", "in", "de", "het", "ggz", "poli", "vanuit", "contact"};
    r.view.eachWord(Fact::knownInstitution, [&](std::size_t i) {
        if (i == 0 || tokens[i].digits || r.view.between(i - 1) != " " || !(tokens[i].capital || r.names.hurried[i] || r.view.word(i) == "de") || !before.count(r.view.word(i - 1))) return i;
        const auto count = knownInstitution(r.view.slice(tokens[i].start, std::min(r.view.size(), tokens[i].start + 30)));
        if (count == 0 || i + count > tokens.size() || !(tokens[i + count - 1].capital || r.names.hurried[i])) return i;
        addMention(r, tokens[i].start, tokens[i + count - 1].end, Kind::institution, nearestPerson(r, tokens[i].start), 6, 0.7);
        return i;
    });
}

bool endsInOwner(std::string_view text) {  // "de trein naar zijn …": no route of its own
    static const Words words{"zijn", "haar", "mijn", "hun", "het", "een", "onze", "school", "huis", "deze", "die", "dat", "hem", "mij", "jou", "elkaar", "ons"};
    return words.count(text.substr(text.find_last_of(' ') + 1)) != 0;
}

// A landmark tells of whoever is hidden: of those the one named last.
std::string ownerOfClue(const Reading& r, std::size_t at) {
    const auto near = nearestPerson(r, at);
    const auto& hidden = r.people.household().protections;
    const auto isHidden = [&](const std::string& id) { return std::any_of(hidden.begin(), hidden.end(), [&](const auto& p) { return p.person == id; }); };
    if (isHidden(near) || hidden.empty()) return near;
    auto next = std::lower_bound(r.anchors.begin(), r.anchors.end(), at, [](const auto& anchor, std::size_t value) { return anchor.first < value; });
    constexpr std::size_t kReach = 1500;
    while (next != r.anchors.begin() && at - (--next)->first < kReach)
        if (isHidden(next->second)) return next->second;
    return near.empty() ? hidden.front().person : near;
}

void findRoutes(Reading& r) {
    static const words::Expressions all({
        R"(\b((?:bus|lijn|buslijn|tram|tramlijn|metro|metrolijn|streekbus) ?(?:lijn )?\d{1,3})\b)",
        R"(\b((?:de |een )?(?:trein|bus|tram|boot|pont|veerboot|metro) (?:via|naar|richting|van|uit) [a-z'-]{3,20})\b)",
        R"(\b((?:\d{1,3}|een|twee|drie|vijf|tien|kwart|twintig|half) ?(?:min|min\.|minuten|minuutjes|uur|uurtje|kwartier|kwartiertje) (?:(?:met|in) de (?:bus|trein|auto|tram|metro|fiets)(?: (?:vanaf|vanuit|uit|naar) [a-z'-]{3,20})?|fietsen|lopen|rijden|reizen|verderop|onderweg|reistijd))\b)",
        R"(\b((?:de|het) (?:[a-z]{3,14}e )?(?:vuurtoren|watertoren|misthoorn|pontje|veerpont|veerpontje|stadswal|stadsmuur|vestingwal|vesting|citadel|openluchtmuseum|openluchttheater|natuurtheater|abdij|klooster|vennen|hei|zeedijk|waddendijk|elektriciteitscentrale|energiecentrale|kerncentrale|hoogovens|raffinaderij|zendmast|kloktoren|kerkklokken|hunebed|stoomgemaal|vliegbasis|luchthaven|drafbaan|suikerfabriek|steenfabriek|mijnberg|terril|scheepswerf|jachthaven|vissershaven|sluizencomplex|schutsluis|trekvaart|duintop|strandopgang)(?: (?:van|bij|achter|naar|aan) (?:de |het )?[a-z'-]{3,20})?)\b)",
        R"(\b(?:uitzicht op|dak van|toren van|achter|naast|tegenover|boven|hoek van|zicht op|langs) (((?:de|het|een) (?:[a-z]{3,20} (?:en de [a-z]+ )?)?(?:van )?)(?:ijshal|ijsbaan|kerk|moskee|molen|watertoren|zwembad|sporthal|supermarkt|station|haven|toren|kerktoren|brandweerkazerne|bibliotheek|winkelcentrum|kanaal|markt|dijk|brug|sluis|fabriek|manege|kinderboerderij|gemeentehuis|ziekenhuis|theater|bioscoop|stadion|camping|snelweg|tankstation|busstation))\b)"});
    constexpr int kLandmark = 3;
    PossibleExpressions possible(all, r.view);
    for (const auto& line : r.view.lines())
        for (const auto& [found, from, to, sure] : possible.in(line.start, line.end))
            eachMatch(all[found], r.view.folded(), from, to, line.end, [&, found = found](std::size_t a, std::size_t b) {
                if (!endsInOwner(r.view.slice(a, b))) addMention(r, a, b, Kind::place, found == kLandmark ? ownerOfClue(r, a) : nearestPerson(r, a), 4, 0.6);
            });
}

}  // namespace

void findPlaces(Reading& r) {
    findTowns(r);
    findOrganisations(r);
    findChains(r);
    findDetention(r);
    findKnownInstitutions(r);
    findRoutes(r);
}

}  // namespace redaction::detect
