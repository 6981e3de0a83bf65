// Numbers that belong to a person: BSN, phone, e-mail, IBAN, plate, postcode, case number, web address.
#include <algorithm>

#include "redaction/detect/ages.h"
#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"

namespace redaction::detect {

namespace {

using Finder = void (*)(Reading&, const Line&);

bool isValidIban(std::string_view text) {  // ISO 13616: mod 97 is 1
    std::string compact;
    for (const char c : text)
        if (c != ' ') compact += c;
    if (compact.size() < 15 || compact.size() > 34) return false;
    std::rotate(compact.begin(), compact.begin() + 4, compact.end());
    int rest = 0;
    for (const char c : compact) {
        if (c >= '0' && c <= '9') rest = (rest * 10 + (c - '0')) % 97;
        else rest = (rest * 100 + (c - 'a' + 10)) % 97;
    }
    return rest == 1;
}

std::string ownerOr(const Reading& r, std::size_t at, const std::function<bool(const household::Person&)>& has) {
    auto owner = ownerOnRecord(r, at, has);
    return owner.empty() ? nearestPerson(r, at) : owner;
}

void findEmail(Reading& r, const Line& line) {
    static const Pattern pattern(R"([a-z0-9._%+\-]+@[a-z0-9\-]+(?:\.[a-z0-9\-]+)+)");
    pattern.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) {
        const std::string text(r.view.slice(a, b));
        const auto owner = ownerOr(r, a, [&](const household::Person& p) {
            return std::any_of(p.emails.begin(), p.emails.end(), [&](const std::string& e) { return fold(e) == text; });
        });
        addMention(r, a, b, Kind::email, owner, 20);
        static const Pattern general(R"(^(?:info|contact|secretariaat|receptie|administratie|post|postbus|balie|loket|noreply|no-reply|servicedesk|privacy|fg|meldingen)@)");
        r.found.back().inFunction = owner.empty() && general.in(text);
    });
}

void findUrl(Reading& r, const Line& line) {
    static const Pattern pattern(R"((?:https?://|www\.)[^\s<>]+[a-z0-9/])");
    static const Pattern bare(R"~((?:^|[\s(<"',;])((?:[a-z0-9][a-z0-9-]*\.)+(?:nl|com|org|net|eu|be|frl|info)(?:/[^\s<>]*[a-z0-9/])?)(?:$|[\s)>"',;.:!?]))~");
    pattern.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) { addMention(r, a, b, Kind::url, "", 19); });
    bare.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) {
        if (r.view.slice(a, b).find_first_of("abcdefghijklmnopqrstuvwxyz") < r.view.slice(a, b).find('.')) addMention(r, a, b, Kind::url, "", 18);
    });
}

void findIban(Reading& r, const Line& line) {
    if (!line.has(Fact::bankCode)) return;
    static const Pattern pattern(R"(\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?\b)");
    pattern.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) {
        const std::string whole(r.view.slice(a, std::min(b, a + 22 - (r.view.slice(a, b).find(' ') == std::string_view::npos ? 4 : 0))));
        while (b > a + 14 && !isValidIban(r.view.slice(a, b))) --b;  // a word after it may have been taken along
        static const Pattern dutch(R"(^nl\d\d ?[a-z]{4} ?\d{4} ?\d{4} ?\d\d$)");  // with a typing error it is one still
        if (!isValidIban(r.view.slice(a, b)) && !dutch.in(whole)) return;
        if (!isValidIban(r.view.slice(a, b))) b = a + whole.size();
        std::string compact;
        for (const char c : r.view.slice(a, b))
            if (c != ' ') compact += c;
        const auto owner = ownerOr(r, a, [&](const household::Person& p) {
            return std::any_of(p.ibans.begin(), p.ibans.end(), [&](const std::string& i) {
                auto folded = fold(i);
                folded.erase(std::remove(folded.begin(), folded.end(), ' '), folded.end());
                return folded == compact;
            });
        });
        addMention(r, a, b, Kind::iban, owner, 18);
    });
}

// Invoice, ticket and serial numbers pass the 11-test by chance; the word before them tells.
bool isOtherNumber(std::string_view before) {
    static const Pattern pattern(R"((?:factuur|ticket|kenmerk|volgnummer|volgnr|serienr|serienummer|nr\.?|nummer|declaratie|bestelling|order|bericht|parkeer\w*|klachtnr|klacht|polis\w*|mailbericht)[ .:(a-z]{0,12}$)");
    static const Pattern bsn(R"((?:bsn|burgerservicenummer|sofi\w*)[ .:(-]{0,4}$)");
    return pattern.in(before) && !bsn.in(before);
}

void findBsn(Reading& r, const Line& line) {
    if (line.digits < 9) return;
    static const Pattern pattern(R"((?:\b|\bbsn)(\d(?:[ .\-]?\d){8})\b)");
    pattern.each(r.view.numbers(), line.start, line.end, [&](std::size_t a, std::size_t b) {
        const auto digits = digitsOf(std::string_view(r.view.numbers()).substr(a, b - a));
        if (!household::isValidBsn(digits)) return;
        const auto owner = ownerOnRecord(r, a, [&](const household::Person& p) { return p.bsn == digits; });
        const auto before = r.view.slice(a > line.start + 24 ? a - 24 : line.start, a);
        if (owner.empty() && isOtherNumber(before)) return;
        addMention(r, a, b, Kind::bsn, owner.empty() ? nearestPerson(r, a) : owner, 17, owner.empty() ? 0.7 : 1.0);
    });
}

std::string nationalDigits(std::string_view text) {
    auto digits = digitsOf(text);
    if (digits.rfind("0031", 0) == 0) digits = digits.substr(4);
    else if (digits.rfind("31", 0) == 0 && digits.size() > 10) digits = digits.substr(2);
    if (!digits.empty() && digits[0] == '0') digits = digits.substr(1);
    return digits;
}

// "14 030", "0800-": most lines with numbers hold none.
bool mayHoldGeneral(const TextView& v, const Line& line) {
    for (auto i = line.firstToken; i < line.lastToken; ++i) {
        const auto word = v.word(i);
        if (word.find("0800") != word.npos || word.find("0900") != word.npos || (word.ends_with("14") && v.between(i) == " " && v.word(i + 1).starts_with("0"))) return true;
    }
    return false;
}

void findPhone(Reading& r, const Line& line) {
    static const Pattern pattern(R"((?:^|[^\d])((?:\+31|0031|0)(?: ?\(0\))?(?: ?- ?|/| )?[1-9](?:[ .\-]{0,3}\d){7,8}|\(0[1-9]\d{0,2}\)(?:[ .\-]{0,3}\d){6,8}))");
    static const Pattern general(R"(\b(?:14 0\d{2,3}|0[89]00[ -]?\d{4})\b)");
    if (line.digits >= 9) pattern.each(r.view.numbers(), line.start, line.end, [&](std::size_t a, std::size_t b) {
        static const Pattern prosecution(R"(^\d{2}-\d{5,6}-\d{2}$)");
        if (prosecution.in(r.view.slice(a, b))) return;
        const auto national = nationalDigits(std::string_view(r.view.numbers()).substr(a, b - a));
        if (national.size() != 9 || (b < r.view.size() && r.view.folded()[b] >= '0' && r.view.folded()[b] <= '9')) return;
        const auto owner = ownerOr(r, a, [&](const household::Person& p) {
            return std::any_of(p.phones.begin(), p.phones.end(), [&](const std::string& n) { return nationalDigits(n) == national; });
        });
        const auto before = r.view.slice(a > line.start + 22 ? a - 22 : line.start, a);
        static const Pattern desk(R"((?:algemeen|algemene|receptie|centrale|loket|meldlijn|noodlijn)[^.]*$)");
        const bool ofADesk = desk.in(before);
        addMention(r, a, b, Kind::phone, ofADesk ? "" : owner, 16);
        r.found.back().inFunction = ofADesk;
    });
    if (line.digits >= 5 && mayHoldGeneral(r.view, line)) general.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) { 
        addMention(r, a, b, Kind::phone, "", 15);
        r.found.back().inFunction = true;
    });
}

void findForeignPhone(Reading& r, const Line& line) {
    static const Pattern pattern(R"((?:^|[^\d])(\+(?:[24-9]\d|3[02-9]|1)\d?[ -]?\d(?:[ .\-]?\d){6,11}))");
    if (line.digits >= 9 && r.view.slice(line.start, line.end).find('+') != std::string_view::npos)
        pattern.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) { addMention(r, a, b, Kind::phone, nearestPerson(r, a), 16, 0.9); });
}

// "Vader zag |haar auto, kenteken| 12-ABC-3": of whom, only a human can say.
std::string ownerOfCar(const Reading& r, const Line& line, std::size_t at) {
    constexpr std::size_t kBefore = 40;
    static const Pattern another(R"(\b(?:haar|zijn|hun|diens|iemands)\b[^.;]*$)");
    const auto from = at - std::min(at - line.start, kBefore);
    return another.in(r.view.slice(from, at)) ? std::string() : nearestPerson(r, at);
}

constexpr std::string_view kPlateBare =
    R"((?:[a-z]{2}[- ]?\d{2}[- ]?[a-z]{2}|\d{2}[- ]?[a-z]{2}[- ]?[a-z]{2}|[a-z]{2}[- ]?[a-z]{2}[- ]?\d{2}|\d{2}[- ]?[a-z]{3}[- ]?\d|[a-z][- ]?\d{3}[- ]?[a-z]{2}|\d[- ]?[a-z]{3}[- ]?\d{2}|[a-z]{2}[- ]?\d{3}[- ]?[a-z]|\d[- ]?[a-z]{2}[- ]?\d{3}|[a-z]{3}[- ]?\d{2}[- ]?[a-z]|\d{3}[- ]?[a-z]{2}[- ]?\d))";

// "kenteken 12abc3", "nummerbord GT 482 K": the word says what it is.
void findCalledPlate(Reading& r, const Line& line) {
    const auto text = r.view.slice(line.start, line.end);
    if (text.find("kenteken") == text.npos && text.find("nummerbord") == text.npos && text.find("nummerplaat") == text.npos) return;
    static const Pattern pattern(R"(\b(?:kenteken(?:plaat|nummer)?|nummerbord|nummerplaat)[^.\n\d]{0,24}?[ :(]()" + std::string(kPlateBare) + R"()\b)");
    pattern.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) { addMention(r, a, b, Kind::plate, ownerOfCar(r, line, a), 14, 0.9); });
}

// "GT482K": capitals and figures together, of nobody until a human says whose.
void findBarePlate(Reading& r, const Line& line) {
    constexpr std::size_t kPlate = 6;
    static const Pattern pattern("^" + std::string(kPlateBare) + "$");
    for (auto i = line.firstToken; i < line.lastToken; ++i) {
        const auto& token = r.view.tokens()[i];
        const std::size_t a = token.start, b = token.end;
        if (b - a != kPlate) continue;
        const auto text = r.view.slice(a, b);
        if (std::none_of(text.begin(), text.end(), isDigit) || std::none_of(text.begin(), text.end(), isLetter)) continue;
        bool capitals = true;
        for (auto at = a; at < b; ++at) capitals = capitals && (isDigit(r.view.folded()[at]) || r.view.isUpper(at));
        if (capitals && pattern.in(text)) addMention(r, a, b, Kind::plate, "", 3, 0.8);
    }
}

void findPlate(Reading& r, const Line& line) {
    if (line.digits < 2) return;
    findCalledPlate(r, line);
    findBarePlate(r, line);
    if (line.dashes < 2) return;
    static const Pattern pattern(R"(\b(?:[a-z]{2}-\d{2}-[a-z]{2}|\d{2}-[a-z]{2}-[a-z]{2}|[a-z]{2}-[a-z]{2}-\d{2}|\d{2}-[a-z]{3}-\d|[a-z]-\d{3}-[a-z]{2}|\d-[a-z]{3}-\d{2}|[a-z]{2}-\d{3}-[a-z]|\d-[a-z]{2}-\d{3}|[a-z]{3}-\d{2}-[a-z]|\d{3}-[a-z]{2}-\d|[a-z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[a-z]{2})\b)");
    pattern.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) { addMention(r, a, b, Kind::plate, ownerOfCar(r, line, a), 14, 0.9); });
}

void addPostcode(Reading& r, const Line& line, std::size_t a, std::size_t b) {
    std::string compact;
    for (const char c : r.view.slice(a, b))
        if (c != ' ') compact += c;
    const auto owner = ownerOnRecord(r, a, [&](const household::Person& p) {
        return std::any_of(p.addresses.begin(), p.addresses.end(), [&](const household::Address& address) {
            auto code = fold(address.postcode);
            code.erase(std::remove(code.begin(), code.end(), ' '), code.end());
            return !code.empty() && code == compact;
        });
    });
    if (owner.empty() && !(r.view.isUpper(b - 1) && r.view.isUpper(b - 2))) return;
    const auto before = r.view.slice(a > line.start + 24 ? a - 24 : line.start, a);
    const bool ofAPostBox = owner.empty() && before.find("postbus") != before.npos;  // an organisation's
    addMention(r, a, b, Kind::postcode, owner.empty() && !ofAPostBox ? nearestPerson(r, a) : owner, 13);
    r.found.back().inFunction = ofAPostBox;
}

// "7411 AA", "7411aa" at the place; 0: none.
std::size_t postcodeEnd(std::string_view text, std::size_t at, std::size_t end) {
    constexpr std::size_t kDigits = 4, kLetters = 2;
    if (at + kDigits >= end || text[at] == '0' || (at > 0 && isWordByte(text[at - 1])) || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(at + kDigits), isDigit)) return 0;
    const auto letters = at + kDigits + (text[at + kDigits] == ' ' ? 1 : 0), behind = letters + kLetters;
    if (behind > end || !isLetter(text[letters]) || !isLetter(text[letters + 1])) return 0;
    return behind < end && isWordByte(text[behind]) ? 0 : behind;
}

void findPostcode(Reading& r, const Line& line) {
    if (line.longestNumber < 4) return;
    for (auto a = line.start; a < line.end; ++a) {
        if (!isDigit(r.view.folded()[a])) continue;
        const auto b = postcodeEnd(r.view.folded(), a, line.end);
        if (b != 0) addPostcode(r, line, a, b);
        if (b != 0) a = b - 1;
    }
}

// Nobody named before it: a file of the police or the court is of whom it names first, another of the eldest on file who
// is a minor.
std::string ownerOfCase(const Reading& r, std::size_t a, std::size_t b) {
    constexpr std::size_t kNear = 300;
    const auto near = nearestPerson(r, a);
    const auto& people = r.people;
    const auto isFamily = [&](std::size_t p) { return p < people.persons().size() && people.isFamily(p); };
    if (!near.empty()) return near;
    if (const auto text = r.view.slice(a, b); text.starts_with("pl") || text.starts_with("c/") || text.find("rk") != text.npos) {
        const auto next = std::lower_bound(r.anchors.begin(), r.anchors.end(), b, [](const auto& anchor, std::size_t at) { return anchor.first < at; });
        return next != r.anchors.end() && next->first - b < kNear && isFamily(people.indexOf(next->second)) ? next->second : near;
    }
    for (std::size_t p = 0; p < people.persons().size(); ++p)
        if (isFamily(p) && people.isMinor(p)) return people.persons()[p].id;
    return near;
}

void findCaseNumber(Reading& r, const Line& line) {
    static const Pattern shaped(R"(\b(?:pl\d{4}-\d{6,}|c/\d{2}/\d{4,}(?:[ /]*(?:fa|je|kg|bm) ?(?:rk|za) ?\d{2}-\d{2,})?|\d{2}-\d{5,6}-\d{2}|[a-z]{1,6}[-/]\d{2,4}[-/]\d{2,6}|[a-z]{2,5}-\d{4}-\d{4,}|[a-z]{2,5}-[a-z]{2,5}-\d{4,}|\d{4}-[a-z]{2,4}-\d{4,}|pl\d{4}-\d{4}-\d{4,}|[a-z]{2,5} \d{4}[/-]\d{3,}|[a-z]{1,4}/\d{3,6}-[a-z])\b)");
    static const Pattern court(R"(\b((?:je|fa|kg|bm|ha) ?(?:rk|za) ?\d{2}-\d{2,})\b)");
    static const Pattern named(R"((?:dossiernummer|v-nummer|v-nr\.?|vreemdelingennummer|clientnummer|clientnr\.?|patientnummer|patientnr\.?|polisnummer|skn|dossier|zaaknummer|kenmerk|raadsnummer|registratienummer|mutatie|parketnr\.?|parketnummer|zaak|(?:rijbewijs|paspoort|identiteitskaart|id-kaart|document|relatie|klant|verzekerden|lidmaatschaps|personeels|dienst|leerling|student)-?(?:nr\.?|nummer)?(?: b,?)?(?: nr\.?| nummer)?)[: ]+([a-z]{0,5}[-/]?\d[\w/-]{4,}))");
    static const Pattern alien(R"(\b([12]\d{2}[ .]\d{3}[ .]\d{4})\b)");  // V-nummer
    const bool mayBeShaped = (line.dashes >= 2 && line.digits >= 4) || (line.dashes >= 1 && line.digits >= 10) || (line.dashes >= 1 && line.longestNumber >= 4);
    for (const auto& [pattern, may] : {std::pair(&shaped, mayBeShaped), std::pair(&court, line.dashes >= 1 && line.digits >= 4), std::pair(&named, line.has(Fact::caseNumber)), std::pair(&alien, line.digits >= 10)})
        if (may) pattern->each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) { addMention(r, a, b, Kind::caseNumber, ownerOfCase(r, a, b), 12, 0.8); });
}

// "sade_88": the one whose name and a number it is; nobody: no such handle, or a name of several.
std::string namedInHandle(const Reading& r, std::string_view handle) {
    static const Pattern shape(R"(^[a-z]{3,}_\d{1,4}$)");
    const auto* parts = shape.in(handle) ? r.people.partsOf(handle.substr(0, handle.find('_'))) : nullptr;
    if (!parts || parts->empty()) return {};
    const auto person = parts->front().person;
    return std::all_of(parts->begin(), parts->end(), [&](const NamePart& part) { return part.person == person; }) ? r.people.persons()[person].id : std::string();
}

void findUsername(Reading& r, const Line& line) {
    static const Pattern handle(R"~((?:^|[\s(:,])(@[a-z0-9_][a-z0-9_.]{2,28}[a-z0-9_]))~");
    static const Pattern account(R"~(\b(?:account|accountnaam|gebruikersnaam|username|user|nickname|gamertag|profiel|profielnaam|insta|instagram|snap|snapchat|tiktok|discord|telegram|schuilnaam|schermnaam|chatnaam|bijnaam)\b[^.!?\n]{0,24}?[ :"']([a-z0-9]+[_.][a-z0-9_.]*[a-z0-9]|[a-z]+_?\d[a-z0-9_]*|[a-z0-9]*_[a-z0-9_]+))~");
    static const Pattern shaped(R"~((?:^|[\s("'])([a-z]{2,}[0-9]*_[a-z0-9_]*[a-z0-9])(?:$|[\s)"',.;:]))~");
    for (const auto* pattern : {&handle, &account, &shaped})
        pattern->each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) {
            static const Pattern file(R"(^\.(?:docx?|pdf|jpe?g|png|msg|eml|xlsx?|txt|m4a|mp[34]|zip|odt|heic|mov|wav|pptx?|tiff?)\b)");
            if (pattern == &shaped && file.in(r.view.slice(b, std::min(r.view.size(), b + 6)))) return;
            const auto known = namedInHandle(r, r.view.slice(a, b));
            addMention(r, a, b, Kind::username, known.empty() ? nearestPerson(r, a) : known, pattern == &shaped && known.empty() ? 1 : 11, 0.7);
        });
}

// "bruno#1234".
void findTaggedName(Reading& r, const Line& line) {
    static const Pattern tagged(R"~((?:^|[\s("':,])([a-z][a-z0-9_.]{1,31}#\d{4})(?:$|[\s)"',;.:!?]))~");
    static const Pattern numbered(R"(^(?:ticket|order|issue|factuur|zaak|case|bestelling|ref|nr|no|nummer|dossier|kamer|bug|versie)#)");
    tagged.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) {
        if (!numbered.in(r.view.slice(a, b))) addMention(r, a, b, Kind::username, nearestPerson(r, a), 11, 0.7);
    });
}

}  // namespace

void findNumbers(Reading& reading) {
    static const Finder finders[] = {findIban, findBsn, findPhone, findForeignPhone, findPlate, findPostcode, findCaseNumber, findAge};
    for (const auto& line : reading.view.lines()) {
        const auto text = reading.view.slice(line.start, line.end);
        if (line.at) findEmail(reading, line);
        if (line.has(Fact::web) || (line.dashes >= 2 && text.find("://") != std::string_view::npos)) findUrl(reading, line);
        if (line.underscore || line.at || line.has(Fact::account)) findUsername(reading, line);
        if (line.digits == 0 && (line.has(Fact::teen) || line.has(Fact::years) || line.has(Fact::aged) || line.has(Fact::child) || line.has(Fact::decade))) findAge(reading, line);
        if (line.digits == 0) continue;
        if (line.longestNumber >= 4 && text.find('#') != std::string_view::npos) findTaggedName(reading, line);
        for (const auto finder : finders) finder(reading, line);
    }
}

}  // namespace redaction::detect
