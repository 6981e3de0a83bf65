#include "redaction/detect/ages.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {

constexpr std::string_view kBeforeAge[] = {"hij", "zij", "ze", "ik", "je", "u", "jij", "bijna", "net", "pas", "al", "ruim"};

bool countsSomething(std::string_view before) {  // "groep (8)", "tot punt 4)": no age
    static const Pattern counted(R"~((?:groep|klas|punt|punten|nr|nummer|iq|bmi|score|bijlage|artikel|art|lid|week|pagina|blz|deel|stap|fase|kamer|plaats|spoor|perron|vraag|lijn|bus|max|min|afl|versie|kaart|dag|keer|maal|jaar|vak|blok|doel|afspraak)\.? ?\(?$)~");
    return counted.in(before);
}

bool followsName(const Reading& r, std::size_t at) {  // "Jaro B., |16|,"
    constexpr std::size_t kLongestName = 60;
    const auto next = std::lower_bound(r.anchors.begin(), r.anchors.end(), at, [](const auto& anchor, std::size_t value) { return anchor.first < value; });
    if (next == r.anchors.begin() || at - std::prev(next)->first > kLongestName) return false;
    const auto name = r.view.slice(std::prev(next)->first, at - 2);
    return name.find_first_of(",;:\n") == std::string_view::npos && std::count(name.begin(), name.end(), ' ') < 4;
}

// The years an age says, in digits or words; 0: none.
int yearsSaid(std::string_view text) {
    static constexpr std::string_view numbers[] = {"een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"};
    const auto digits = digitsOf(text);
    if (!digits.empty()) return digits.size() > 2 ? 0 : std::stoi(digits);
    for (std::size_t i = std::size(numbers); i > 0; --i)
        if (text.find(numbers[i - 1]) != text.npos) return static_cast<int>(i);
    return 0;
}

// Whose age: who was named before, unless somebody else, and only one of the family, is of that age and that one is not.
std::string ownerOfAge(const Reading& r, std::size_t a, std::size_t b) {
    const auto near = nearestPerson(r, a);
    const int years = yearsSaid(r.view.slice(a, b));
    const auto& today = r.people.household().referenceDate;
    const auto isThat = [&](const household::Person& p) { return p.birthdate && std::abs(household::ageOn(*p.birthdate, *today) - years) <= 1; };
    if (years == 0 || !today) return near;
    const household::Person* only = nullptr;
    for (const auto& p : r.people.persons()) {
        if (!isThat(p)) continue;
        if (p.id == near || only) return near;
        only = &p;
    }
    return only ? only->id : near;
}

// What stands in a line of which each expression needs something: nearly always it is not there.
struct AgeSigns {
    bool years = false, spelledYears = false, ofChild = false;
    bool bracketed = false, behindComma = false, behindPronoun = false;  // a number that stands so
    bool behindWord = false, closes = false;
};

bool isSpelledNumber(const Word& word) {
    static const words::Set numbers{"twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien"};
    return numbers.count(word) != 0;
}

// "|ik| 12 ben", "zij |bijna| dertien is": by its last letters, for a letter of another script bounds a word too.
bool mayOpenClause(const Word& word) {
    return std::any_of(std::begin(kBeforeAge), std::end(kBeforeAge), [&](std::string_view end) { return word.ends_with(end); });
}

// Which signs a number of at most two digits gives.
void seeNumber(AgeSigns& signs, const TextView& v, const Line& line, std::size_t i) {
    const std::string_view behind = v.slice(v.tokens()[i].end, line.end);
    signs.bracketed = signs.bracketed || behind.starts_with(")") || behind.starts_with(", ");
    if (i == line.firstToken) return;
    const auto before = v.between(i - 1);
    const bool closes = behind.empty() || std::string_view(".,;)").find(behind[0]) != std::string_view::npos || behind.starts_with(" en ") || behind.starts_with(" geworden");
    signs.closes = signs.closes || closes;
    signs.behindComma = signs.behindComma || (before.ends_with(", ") && closes);
    signs.behindWord = signs.behindWord || (before.ends_with(" ") && (v.word(i - 1).is(Fact::opensAge) || (i > line.firstToken + 1 && v.word(i - 2).ends_with("in"))));
}

// "zij |12| is", "ik |dertien| ben".
bool standsInClause(const TextView& v, const Line& line, std::size_t i) {
    return i > line.firstToken && v.between(i - 1) == " " && v.tokens()[i].end < line.end && v.folded()[v.tokens()[i].end] == ' ' && mayOpenClause(v.word(i - 1));
}

AgeSigns ageSignsIn(const TextView& v, const Line& line) {
    AgeSigns signs;
    for (auto i = line.firstToken; i < line.lastToken; ++i) {
        const auto& t = v.tokens()[i];
        const auto word = v.word(i);
        const bool number = t.digits && t.length() <= 2;
        if (number) seeNumber(signs, v, line, i);
        if (number || word.is(Fact::spelledAge)) signs.behindPronoun = signs.behindPronoun || standsInClause(v, line, i);
        if (word.is(Fact::child)) signs.ofChild = signs.ofChild || (v.between(i) == " " && v.word(i + 1).starts_with("van"));
        if (!word.is(Fact::years) || i == line.firstToken) {
            signs.years = signs.years || word.is(Fact::years);
            continue;
        }
        signs.years = signs.years || isDigit(word[0]) || v.tokens()[i - 1].digits;
        signs.spelledYears = signs.spelledYears || (v.between(i - 1) == " " && isSpelledNumber(v.word(i - 1)));
    }
    return signs;
}

}  // namespace

void findAge(Reading& r, const Line& line) {
    static const Pattern years(R"((?:^|[ (])(\d{1,2} ?(?:jaar|jr))\b)");
    static const Pattern brackets(R"((?:[a-z.]|toen) \(?(?:toen )?(\d{1,2})(?:\)|, (?:bijna|net|groep|klas)))");
    static const Pattern digits(R"((?:\b(?:is|ben|bent|wordt|werd|bijna|pas|inmiddels|al|wordt (?:morgen|vandaag|straks|dan|binnenkort|volgende week|in [a-z]{3,9}))|[a-z] van) ((?:bijna |net |pas |ruim )?\d{1,2})(?:[.,;)](?:\D|$)| en | geworden|$))");
    static const Pattern apposed(R"((?:[a-z]{2}|\b[a-z]\.), (\d{1,2})(?:, | en |\)|\.(?: |$)))");
    static const Pattern aged(R"(\b(\d{1,2}-(?:jarige|jarig)|(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien)jarige)\b)");
    static const Pattern ofChild(R"(\b(?:zoon|dochter|jongen|meisje|kind|baby|peuter|kleuter|puber|broertje|zusje|zoontje|dochtertje|broer|zus|nichtje|neefje) van ((?:bijna |net |pas |ruim )?(?:\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien)(?: maanden| weken| jaar)?)\b)");
    static const Pattern about(R"(\b((?:rond de|in de|begin|midden|eind) (?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))\b)");
    static const Pattern old(R"(\b(?:is|ben|bent|word|wordt|werd|van|[a-z]+,) ((?:bijna |net |pas |ruim )?(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien) jaar)(?: oud\b|[.,;)]|$))");
    static const Pattern told(R"(\b(?:is|ben|bent|word|wordt|werd|bijna|van|pas) ((?:bijna |net |pas |ruim )?(?:(?:der|veer|vijf|zes|zeven|acht|negen)tien|elf|twaalf|twintig))\b)");
    static const Pattern verbLast(R"(\b(?:hij|zij|ze|ik|jij|je|u) ((?:bijna |net |pas |al |ruim )?(?:\d{1,2}|(?:der|veer|vijf|zes|zeven|acht|negen)tien|elf|twaalf|twintig)) (?:is|was|ben|bent|wordt|word|werd)\b)");  // "dat zij dertien is"
    const auto signs = ageSignsIn(r.view, line);
    struct Try {
        const Pattern* pattern;
        bool may;
    };
    for (const auto& one : {Try{&years, line.digits > 0 && signs.years}, Try{&brackets, signs.bracketed && line.bracket}, Try{&digits, signs.behindWord && signs.closes}, Try{&apposed, signs.behindComma}, Try{&told, line.has(Fact::spelledAge)}, Try{&verbLast, signs.behindPronoun}, Try{&old, signs.spelledYears}, Try{&aged, line.has(Fact::aged)}, Try{&ofChild, signs.ofChild}, Try{&about, line.has(Fact::decade)}})
        if (one.may) one.pattern->each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) {
            if (one.pattern == &apposed && !followsName(r, a)) return;
            if (!countsSomething(r.view.slice(a > line.start + 16 ? a - 16 : line.start, a))) addMention(r, a, b, Kind::age, ownerOfAge(r, a, b), 3, 0.8);
        });
}

}  // namespace redaction::detect
