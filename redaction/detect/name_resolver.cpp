#include "redaction/detect/name_resolver.h"

#include <algorithm>
#include <cstdlib>
#include <array>
#include <map>
#include <utility>

#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"
#include "redaction/detect/organisation_words.h"

namespace redaction::detect {

namespace {

using Type = NamePiece::Type;

int weightOf(const NamePart& part, const household::Person& person) {
    switch (part.part) {
        case Part::glued: return 5;
        case Part::nickname: return 4;
        case Part::given: return !person.given.empty() && fold(person.given[0]) == part.words[0] ? 3 : 2;
        case Part::family: return 3;
        case Part::partnerFamily: return 2;
    }
    return 0;
}

bool prefixFits(const NamePart& part, const NamePiece& piece, const NameChain& chain) {
    if (part.part == Part::given || part.part == Part::nickname || part.part == Part::glued) return piece.prefix.empty() || part.part == Part::glued;
    if (part.prefix == piece.prefix) return true;
    if (part.prefix.empty()) return piece.prefix == "al" || piece.prefix == "el";
    if (piece.prefix.empty()) return chain.inverted || chain.lowerCase || chain.pieces.size() > 1 || !chain.initials.empty();
    static const std::array<std::string_view, 5> abbreviations{"v", "vd", "vdr", "d", "vt"};
    return part.prefix[0] == piece.prefix[0] && std::find(abbreviations.begin(), abbreviations.end(), piece.prefix) != abbreviations.end();
}

bool initialsFit(const NameChain& chain, const household::Person& person) {
    if (chain.initials.empty()) return true;
    std::string given;
    for (const auto& g : person.given)
        for (const auto& w : foldedWords(g)) given += w[0];
    const auto called = fold(person.called);
    return (!given.empty() && given[0] == chain.initials[0]) || (!called.empty() && called[0] == chain.initials[0]);
}

bool endInitialsFit(const NameChain& chain, const household::Person& person, const People& people, std::size_t index) {
    if (chain.endInitials.empty()) return true;
    const auto type = chain.pieces.back().type;
    if (type == Type::surname && chain.pieces.back().word == chain.endInitials) return true;  // "dhr. T."
    if (type == Type::surname) {
        std::string given = person.given.empty() ? "" : fold(person.given[0]).substr(0, 1);
        const auto called = fold(person.called).substr(0, 1);
        return chain.endInitials.substr(0, 1) == given || chain.endInitials.substr(0, 1) == called;
    }
    const auto* owners = people.byInitials(chain.endInitials);
    if (owners && std::find(owners->begin(), owners->end(), index) != owners->end()) return true;
    for (const auto& name : {person.family, person.partnerName}) {
        for (const auto& w : foldedWords(name))
            if (w[0] == chain.endInitials.back()) return true;
    }
    return false;
}

bool titleFits(const NameChain& chain, const People& people, std::size_t person) {
    if (chain.title == Title::none || chain.title == Title::neutral) return true;
    if (chain.title == Title::kin) {
        const auto asked = genderOfTitle(chain.titleWord), is = people.genderOf(person);
        const bool other = asked != Gender::unknown && is != Gender::unknown && asked != is;
        return !people.isStaff(person) && !people.isMinor(person) && !other;
    }
    if (chain.title == Title::inFunction && people.isFamily(person)) return false;
    const auto asked = genderOfTitle(chain.titleWord), is = people.genderOf(person);
    if (asked != Gender::unknown && is != Gender::unknown && asked != is) return false;
    return !(people.isMinor(person) && chain.pieces.size() == 1 && chain.titleWord != "mej");
}

struct Fit {
    std::size_t person;
    int score;
};

std::vector<Fit> fitsOf(const NameChain& chain, const People& people) {
    std::map<std::size_t, int> scores;
    for (const auto& piece : chain.pieces)
        for (const auto* part : piece.parts) scores.emplace(part->person, 0);
    std::vector<Fit> fits;
    for (auto& [person, score] : scores) {
        bool all = true;
        std::size_t unknown = 0;  // pieces nobody is called by
        for (const auto& piece : chain.pieces) {
            int best = -1;
            for (const auto* part : piece.parts)
                if (part->person == person && prefixFits(*part, piece, chain)) best = std::max(best, weightOf(*part, people.persons()[person]));
            if (best < 0) all = false, unknown += piece.parts.empty() ? 1u : chain.pieces.size();
            else score += best;
        }
        all = all || (unknown == 1 && chain.pieces.size() >= 3);  // "Mebratu Tesfay Woldu": a father's name more
        const auto& p = people.persons()[person];
        if (all && initialsFit(chain, p) && endInitialsFit(chain, p, people, person) && titleFits(chain, people, person)) fits.push_back({person, score});
    }
    return fits;
}

// A child under the other parent's surname, a parent under the former partner's: the given name decides.
std::vector<Fit> underOtherSurname(const NameChain& chain, const People& people) {
    std::vector<Fit> fits;
    if (chain.pieces.size() < 2 || chain.pieces[0].type != Type::given || chain.title != Title::none) return fits;
    for (const auto& piece : chain.pieces)
        if (piece.parts.empty()) return fits;
    for (const auto* part : chain.pieces[0].parts)
        if (people.isFamily(part->person) && part->part != Part::family && part->part != Part::partnerFamily) fits.push_back({part->person, weightOf(*part, people.persons()[part->person])});
    return fits;
}

bool samePerson(const People& people, std::size_t a, std::size_t b) {
    for (const auto forward : {true, false}) {
        const auto others = people.related(a, "same-person", forward);
        if (std::find(others.begin(), others.end(), b) != others.end()) return true;
    }
    return false;
}

constexpr int kCalledMadam = 1, kIsSuchKin = 4;

// The file calls her "mevrouw".
bool isCalledMadam(const People& people, std::size_t person) { return people.genderWordOf(person) == "mevrouw"; }

// More than one fits: the better fit, then an adult for a bare surname, then family before staff; the others stay named.
Mention choose(std::vector<Fit> fits, const NameChain& chain, const People& people, int age) {
    const bool surnameOnly = std::none_of(chain.pieces.begin(), chain.pieces.end(), [](const NamePiece& p) { return p.type == Type::given; });
    // "mevrouw Jansen" may be Jansen's wife as well as his daughter: neither is likelier by the name alone.
    if (surnameOnly && chain.title == Title::female && chain.initials.empty())
        for (auto& fit : fits) fit.score = isCalledMadam(people, fit.person) ? kCalledMadam : 0;
    if (chain.title == Title::kin)
        for (const auto p : bareKin(people, kinWord(chain.titleWord)))
            for (auto& fit : fits) fit.score += fit.person == p ? kIsSuchKin : 0;
    std::stable_sort(fits.begin(), fits.end(), [&](const Fit& a, const Fit& b) {
        if (a.score != b.score) return a.score > b.score;
        if (surnameOnly && people.isMinor(a.person) != people.isMinor(b.person)) return !people.isMinor(a.person);
        if (people.isFamily(a.person) != people.isFamily(b.person)) return people.isFamily(a.person);
        return a.person < b.person;
    });
    const auto died = [&](const Fit& fit) { return people.persons()[fit.person].deceased.has_value(); };
    if (!std::all_of(fits.begin(), fits.end(), died)) std::erase_if(fits, [&](const Fit& fit) { return fit.score == fits[0].score && died(fit); });
    if (age > 0)
        std::stable_partition(fits.begin(), fits.end(), [&](const Fit& fit) {
            const auto& p = people.persons()[fit.person];
            const bool same = p.birthdate && people.household().referenceDate && std::abs(household::ageOn(*p.birthdate, *people.household().referenceDate) - age) <= 1;
            if (same && fit.score >= fits[0].score) return true;
            return false;
        });
    Mention mention;
    mention.subject = people.persons()[fits[0].person].id;
    mention.inFunction = people.isStaff(fits[0].person);
    for (std::size_t i = 1; i < fits.size(); ++i)
        if (fits[i].score == fits[0].score && !(surnameOnly && people.isMinor(fits[i].person) && !people.isMinor(fits[0].person)) && !samePerson(people, fits[0].person, fits[i].person))
            mention.candidates.push_back(people.persons()[fits[i].person].id);
    mention.certainty = mention.candidates.empty() ? 0.97 : 0.5;
    return mention;
}

bool followedByJob(const NameChain& chain, const NameContext& context) {
    const auto next = chain.lastToken;
    if (next >= context.view.tokens().size() || next == 0) return false;
    const auto between = context.view.between(next - 1);
    return (between == ", " || between == " (" || between == ") (") && isJobWord(context.view.word(next));
}

std::optional<Mention> stranger(const NameChain& chain, const NameContext& context, Strangers& strangers) {
    std::string given, surname;
    bool known = false;
    for (const auto& piece : chain.pieces) {
        const bool isGiven = piece.type == Type::given || piece.type == Type::unknownGiven;
        known = known || piece.type == Type::given || piece.type == Type::surname;
        auto& name = isGiven && surname.empty() ? given : surname;
        name += (name.empty() ? "" : " ") + std::string(piece.word);
    }
    const bool introduced = chain.title != Title::none || !chain.initials.empty() || chain.pieces.size() > 1;
    if (known && !introduced) return std::nullopt;  // a common word that looks like a name of the case
    if (!introduced && closesRegion(chain.pieces[0].word)) return std::nullopt;  // "GGD Twente", "Zuid-|Holland|"
    const bool inFunction = chain.title == Title::inFunction || chain.titleWord == "mr" || chain.afterJob || followedByJob(chain, context);
    Mention mention;
    mention.subject = strangers.meet(given, surname, inFunction).key;
    mention.inFunction = inFunction;
    mention.certainty = introduced ? 0.9 : 0.75;
    return mention;
}

// "A. Jansen (12)": the age written behind a name; 0: none.
int ageBehind(const NameChain& chain, const NameContext& context) {
    const auto& v = context.view;
    const auto next = chain.lastToken;
    if (next == 0 || next >= v.tokens().size() || !v.tokens()[next].digits || v.tokens()[next].length() > 2 || v.between(next - 1).find('(') == std::string_view::npos) return 0;
    int age = 0;
    for (const char c : v.word(next)) age = age * 10 + (c - '0');
    return age;
}

// "C. Zuzanna, 14 oktober": the letter counts the paragraphs.
std::optional<NameChain> withoutEnumerator(const NameChain& chain, const NameContext& context) {
    const bool opensLine = chain.firstToken == 0 || context.view.between(chain.firstToken - 1).find('\n') != std::string_view::npos;
    if (!opensLine || chain.initials.size() != 1 || chain.title != Title::none || chain.pieces.empty() || chain.pieces[0].type != Type::given) return std::nullopt;
    auto bare = chain;
    bare.initials.clear();
    bare.firstToken = chain.firstToken + 1;
    bare.start = context.view.tokens()[bare.firstToken].start;
    return bare;
}

// "Kindgesprek |Jochem Jansen|", "Procesregisseur |Hester Bos|": the word that opens the line is no name.
std::optional<NameChain> withoutHeading(const NameChain& chain, const NameContext& context) {
    if (chain.pieces.size() < 2 || chain.title != Title::none || !chain.initials.empty() || !context.view.tokens()[chain.firstToken].sentenceStart) return std::nullopt;
    const auto &first = chain.pieces[0], &second = chain.pieces[1];
    if (!first.parts.empty() || !first.prefix.empty() || lexicon().givenNames.has(first.word) || second.type != Type::given || second.parts.empty() || second.typo || context.view.between(chain.firstToken) != " ") return std::nullopt;
    auto bare = chain;
    bare.pieces.erase(bare.pieces.begin());
    bare.firstToken = chain.firstToken + 1;
    bare.start = context.view.tokens()[bare.firstToken].start;
    return bare;
}

// "V.D. PLAS": no initials, but the tussenvoegsel of somebody the case knows.
std::optional<NameChain> withInitialsAsPrefix(const NameChain& chain) {
    if ((chain.initials != "vd" && chain.initials != "v" && chain.initials != "vdr") || chain.pieces.empty() || chain.pieces[0].type != Type::surname || !chain.pieces[0].prefix.empty()) return std::nullopt;
    auto other = chain;
    other.pieces[0].prefix = std::exchange(other.initials, "");
    return other;
}

}  // namespace

std::optional<Mention> resolveName(const NameChain& parsed, const NameContext& context, Strangers& strangers) {
    const auto headed = withoutHeading(parsed, context);
    const auto& read = headed ? *headed : parsed;
    auto fits = fitsOf(read, context.people);
    const auto bare = fits.empty() ? withoutEnumerator(read, context) : std::nullopt;
    if (bare) fits = fitsOf(*bare, context.people);
    const auto prefixed = fits.empty() ? withInitialsAsPrefix(read) : std::nullopt;
    const bool byBare = bare && !fits.empty();
    if (prefixed && fits.empty()) fits = fitsOf(*prefixed, context.people);
    const auto& chain = byBare ? *bare : prefixed && !fits.empty() ? *prefixed : read;
    if (fits.empty()) fits = underOtherSurname(chain, context.people);
    std::optional<Mention> mention = fits.empty() ? stranger(chain, context, strangers) : std::optional(choose(std::move(fits), chain, context.people, ageBehind(chain, context)));
    if (!mention) return std::nullopt;
    mention->start = chain.start;
    mention->end = chain.end;
    mention->kind = Kind::name;
    mention->strength = 5 + static_cast<int>(chain.pieces.size());
    for (const auto& piece : chain.pieces)
        if (piece.typo) mention->certainty = std::min(mention->certainty, 0.7);
    return mention;
}

}  // namespace redaction::detect
