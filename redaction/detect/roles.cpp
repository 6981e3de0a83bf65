// People by what they are to somebody: "moeder", "zijn ex", "oma van vaderskant", "de buurvrouw van nummer 14".
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "redaction/detect/role_aliases.h"
#include "redaction/detect/role_owner.h"
#include "redaction/detect/role_span.h"
#include "redaction/words/set.h"

namespace redaction::detect {

namespace {

// "mevrouw Jansen", "tante Gerda": the name takes the title along.
bool startsName(const Reading& r, const std::vector<Mention>& names, std::size_t i) {
    const auto& t = r.view.tokens()[i];
    auto it = std::upper_bound(names.begin(), names.end(), t.start, [](std::size_t at, const Mention& m) { return at < m.start; });
    while (it != names.begin() && t.start - std::prev(it)->start < 80) {
        --it;
        if (it->kind == Kind::name && it->end >= t.end) return true;
    }
    return false;
}

// "Zofia's vader", "oma van Adam": the name says whose.
const Mention* ownerBefore(const Reading& r, const std::vector<Mention>& names, std::size_t token) {
    const auto start = r.view.tokens()[token].start;
    const auto it = std::lower_bound(names.begin(), names.end(), start, [](const Mention& m, std::size_t at) { return m.start < at; });
    if (it == names.begin()) return nullptr;
    const auto& m = *std::prev(it);
    if (m.kind != Kind::name || m.end + 1 != start || m.end < 2) return nullptr;
    const auto last = r.view.slice(m.end - 2, m.end);
    const bool possessive = last == "'s" || last == "s'" || (last[1] == 's' && !r.people.partsOf(r.view.word(r.view.tokenAt(m.end - 1))));
    const auto person = r.people.indexOf(m.subject);  // the name of a reporter is not swallowed
    return possessive && (person >= r.people.persons().size() || r.people.isFamily(person)) ? &m : nullptr;
}

const Mention* ownerBehind(const Reading& r, const std::vector<Mention>& names, std::size_t token) {
    if (r.view.word(token + 1) != "van" || token + 2 >= r.view.tokens().size()) return nullptr;
    const auto start = r.view.tokens()[token + 2].start;
    const auto it = std::lower_bound(names.begin(), names.end(), start, [](const Mention& m, std::size_t at) { return m.start < at; });
    return it != names.end() && it->start == start && (it->kind == Kind::name || it->kind == Kind::initials) ? &*it : nullptr;
}

bool mayBeUnknown(Kin kin) {  // also without an owner: somebody the case does not know
    return kin == Kin::outsider || kin == Kin::stepParent || kin == Kin::fosterParent || kin == Kin::grandmother || kin == Kin::grandfather ||
           kin == Kin::brother || kin == Kin::sister || kin == Kin::partner || kin == Kin::parentInLaw || kin == Kin::siblingInLaw || kin == Kin::childInLaw ||
           kin == Kin::cousin || kin == Kin::aunt || kin == Kin::uncle;
}

// Whom a bare "moeder" means in the household, asked once in a dossier.
struct BareKin : WordNotes {
    struct Known {
        KinWord word;
        std::string text;  // of the word: it may be the case's own
        std::vector<std::size_t> who;
    };
    const People* people = nullptr;
    std::vector<Known> known;

    const std::vector<std::size_t>& of(const People& asked, const KinWord& word) {
        if (people != &asked) known.clear();
        people = &asked;
        const auto found = std::find_if(known.begin(), known.end(), [&](const Known& k) { return k.word.kin == word.kin && k.word.gender == word.gender && k.text == word.word; });
        return found != known.end() ? found->who : known.emplace_back(Known{word, std::string(word.word), bareKin(asked, word)}).who;
    }
};

class Finder {
  public:
    explicit Finder(Reading& r) : r_(r), v_(r.view), named_{r.found, {}}, aliases_(r.names), bare_(r.view.notes<BareKin>()) {}

    std::vector<Mention> run() {
        for (std::size_t i = 0; i < v_.tokens().size(); ++i)
            if (mayBeRole(r_, i) || aliases_.mayBe(i)) i = read(i);
        return std::move(named_.roles);
    }

  private:
    std::size_t read(std::size_t i) {  // the last token that was read
        const bool isEx = v_.word(i) == "ex" && v_.between(i) == "-" && kinWord(v_.word(i + 1)).kin != Kin::none;  // "ex-vrouw"
        if (const auto end = somebodyEnd(r_, i); end != i && !startsName(r_, r_.found, i)) return addSomebody(i, end);
        if (const auto broken = brokenByLine(i); broken.kin != Kin::none) return addBroken(i, broken);
        const auto word = isEx ? exOf(kinWord(v_.word(i + 1))) : wordAt(i);
        if (word.kin == Kin::none || startsName(r_, r_.found, i) || r_.names.isCode(i)) return i;
        if (word.kin == Kin::child && v_.between(i) == " " && kinWord(v_.word(i + 1)).kin != Kin::none) return i;  // "haar oudste |dochter|"
        auto span = roleSpanAt(r_, i);
        if (isEx) span.last = std::max(span.last, i + 2);
        if (word.weak && !weakRoleStands(r_, span, i)) return i;
        if (isFunction(v_.word(i)) && isGenericRole(r_, span, i, word)) return i;
        if (const auto* owner = ownerBefore(r_, r_.found, i)) return addOwned(i, {v_.tokenAt(owner->start), i + 1, {}, {}, false}, *owner, word);
        if (i > 0 && tellsWhich(v_.word(i - 1)) && v_.between(i - 1) == " ") {
            if (const auto* owner = ownerBefore(r_, r_.found, i - 1)) return addOwned(i, {v_.tokenAt(owner->start), i + 1, {}, {}, false}, *owner, word);  // "Jintes |beste| vriendin"
        }
        if (const auto first = relativesRelative(i); first != i) return addOwnedByRole(i, first, word);
        if (const auto* owner = span.owner.empty() ? ownerBehind(r_, r_.found, i) : nullptr) return addOwnedBehind(i, span, *owner, word);
        if (const auto end = ofRelative(i, span, word); end != i) return end;
        if (isGenericRole(r_, span, i, word)) return i;
        const auto who = oneOfParents(byAge(named(whoIs(i, span, word), span), i), span, word);
        if (who.empty() && (word.weak || (span.owner.empty() && !mayBeUnknown(word.kin) && span.last == i + 1))) return i;
        return add(i, span, who, 3);
    }

    static bool tellsWhich(const Word& w) {
        static const words::Set words{"beste", "nieuwe", "oude", "oudste", "jongste", "grote", "kleine", "eigen", "vorige", "huidige", "toenmalige", "lieve"};
        return words.count(w) != 0;
    }

    // "vaders |moeder|", "papa's nieuwe |vriendin|": the token of the owner; i itself where there is none.
    std::size_t relativesRelative(std::size_t i) const {
        auto at = i;
        if (at > 1 && tellsWhich(v_.word(at - 1)) && v_.between(at - 1) == " ") --at;
        if (at == 0 || v_.between(at - 1) != " ") return i;
        const bool split = at >= 2 && v_.word(at - 1) == "s" && v_.between(at - 2) == "'";
        const auto owner = split ? at - 2 : at - 1;
        const auto word = v_.word(owner);
        const auto kin = split ? kinWord(word) : word.ends_with("s") ? kinWord(word.substr(0, word.size() - 1)) : KinWord{};
        const bool family = kin.kin == Kin::mother || kin.kin == Kin::father || kin.kin == Kin::grandmother || kin.kin == Kin::grandfather || kin.kin == Kin::fosterParent || kin.kin == Kin::stepParent;
        return family && !kin.weak && !startsName(r_, r_.found, owner) ? owner : i;
    }

    std::size_t addOwnedByRole(std::size_t i, std::size_t owner, KinWord word) {
        const auto said = v_.word(owner);
        const auto owners = bareKin(r_.people, kinWord(said.ends_with("s") && v_.between(owner) == " " ? said.substr(0, said.size() - 1) : std::string_view(said)));
        const auto who = owners.size() == 1 ? kinOf(r_.people, owners[0], word) : std::vector<std::size_t>();
        return add(i, {owner, i + 1, {}, {}, false}, who.size() == 1 ? who : std::vector<std::size_t>(), 9);
    }

    KinWord wordAt(std::size_t i) const {
        const auto alias = aliases_.at(i);
        return alias.kin != Kin::none ? alias : kinWord(v_.word(i));
    }

    std::size_t addSomebody(std::size_t i, std::size_t end) {
        static const words::Set opens{"een", "die", "dat", "ene", "de"};
        return add(i, {opens.count(v_.word(i - 1)) ? i - 1 : i - 2, end, {}, {}, true}, {}, 6);
    }

    // "moe-⏎der".
    KinWord brokenByLine(std::size_t i) const {
        const auto between = v_.between(i);
        if (between.size() < 2 || between[0] != '-' || !(between == "-\n" || between == "- \n") || v_.tokens()[i + 1].capital) return {};
        const auto word = kinWord(std::string(v_.word(i)) + std::string(v_.word(i + 1)));
        return word.weak ? KinWord{} : word;
    }

    std::size_t addBroken(std::size_t i, KinWord word) {
        auto span = roleSpanAt(r_, i);
        span.last = i + 2;
        return add(i, span, span.owner.empty() ? bareKin(r_.people, word) : kinOfOwner(r_, named_, v_.tokens()[span.first].start, span.owner, word), 3);
    }

    static KinWord exOf(KinWord word) {
        if (word.kin == Kin::partner) word.kin = Kin::exPartner;
        return word;
    }

    // "de partner van vader", "een zus van haar moeder": the last token read; i itself where no relative follows.
    std::size_t ofRelative(std::size_t i, const RoleSpan& span, KinWord word) {
        if (v_.word(i + 1) != "van" || v_.between(i) != " " || v_.between(i + 1) != " ") return i;
        auto at = i + 2;
        static const std::set<std::string_view> opens{"de", "het", "haar", "zijn", "hun", "mijn", "je", "jouw", "uw", "onze"};
        if (opens.count(v_.word(at)) && v_.between(at) == " ") ++at;
        if (isGroup(v_.word(at))) return add(i, {span.first, at + 1, {}, {}, false}, childrensOrGroups(v_.word(at), word), 4);
        const auto of = wordAt(at);
        if (of.kin == Kin::none || of.kin == Kin::outsider || startsName(r_, r_.found, at) || v_.between(at) == "-") return i;
        const auto owners = whoIs(at, roleSpanAt(r_, at), of);
        const auto who = owners.size() == 1 ? kinOf(r_.people, owners[0], word) : std::vector<std::size_t>();
        return add(i, {span.first, at + 1, {}, {}, false}, who.size() == 1 ? who : std::vector<std::size_t>(), 4);
    }

    static bool isGroup(std::string_view w) {
        static const std::set<std::string_view> groups{"kinderen", "kind", "jongens", "meisjes", "tweeling", "baby", "ouders", "pleegouders", "grootouders", "gezin"};
        return groups.count(w) != 0;
    }

    // "de moeder van de kinderen", "de dochter van pleegouders".
    std::vector<std::size_t> childrensOrGroups(std::string_view group, KinWord word) const {
        const auto first = group == "ouders" ? "moeder" : group == "pleegouders" ? "pleegmoeder" : group == "grootouders" ? "oma" : "";
        if (*first == '\0') return bareKin(r_.people, word);
        std::vector<std::size_t> all;
        for (const auto owner : bareKin(r_.people, kinWord(first)))
            for (const auto p : kinOf(r_.people, owner, word))
                if (std::find(all.begin(), all.end(), p) == all.end()) all.push_back(p);
        return all;
    }

    // "de moeder van Storm": the name belongs to the words that say who it is, unless it gives away somebody outside the family.
    std::size_t addOwnedBehind(std::size_t i, RoleSpan span, const Mention& owner, KinWord word) {
        const auto person = r_.people.indexOf(owner.subject);
        const bool swallowed = isStranger(owner.subject) || (person < r_.people.persons().size() && r_.people.isFamily(person));
        span.last = swallowed ? v_.tokenAt(owner.end - 1) + 1 : i + 1;
        return addOwned(i, span, owner, word);
    }

    // "mijn broer Tijn": the name that follows says which.
    std::vector<std::size_t> named(std::vector<std::size_t> who, const RoleSpan& span) const {
        if (who.size() < 2 || span.last >= v_.tokens().size() || v_.between(span.last - 1) != " ") return who;
        const auto start = v_.tokens()[span.last].start;
        const auto it = std::lower_bound(r_.found.begin(), r_.found.end(), start, [](const Mention& m, std::size_t at) { return m.start < at; });
        const bool isName = it != r_.found.end() && it->start == start && it->kind == Kind::name;
        const auto person = isName ? r_.people.indexOf(it->subject) : r_.people.persons().size();
        return std::find(who.begin(), who.end(), person) == who.end() ? who : std::vector<std::size_t>{person};
    }

    // "de oudste broer", "haar jongste": of those it can be, by birth date.
    std::vector<std::size_t> byAge(std::vector<std::size_t> who, std::size_t i) const {
        const auto said = i > 0 ? v_.word(i - 1) : Word();
        const bool oldest = said == "oudste" || v_.word(i) == "oudste", youngest = said == "jongste" || v_.word(i) == "jongste";
        const auto& persons = r_.people.persons();
        if (who.size() < 2 || !(oldest || youngest) || std::any_of(who.begin(), who.end(), [&](std::size_t p) { return !persons[p].birthdate; })) return who;
        const auto younger = [&](std::size_t a, std::size_t b) { return *persons[b].birthdate < *persons[a].birthdate; };
        return {oldest ? *std::max_element(who.begin(), who.end(), younger) : *std::min_element(who.begin(), who.end(), younger)};
    }

    // "vader", "meneer" where the case has two: the one named last, or the one whose child was.
    std::vector<std::size_t> oneOfParents(std::vector<std::size_t> who, const RoleSpan& span, KinWord word) const {
        constexpr std::size_t kReach = 1500;
        const bool parent = word.kin == Kin::father || word.kin == Kin::mother || word.kin == Kin::sir || word.kin == Kin::madam;
        if (who.size() < 2 || !parent || !span.owner.empty()) return who;
        const auto at = std::size_t{v_.tokens()[span.first].start};
        auto next = std::lower_bound(r_.found.begin(), r_.found.end(), at, [](const Mention& m, std::size_t value) { return m.start < value; });
        while (next != r_.found.begin() && at - (--next)->start < kReach) {
            const auto person = next->candidates.empty() ? r_.people.indexOf(next->subject) : r_.people.persons().size();
            if (person >= r_.people.persons().size()) continue;
            if (std::find(who.begin(), who.end(), person) != who.end()) return {person};
            auto parents = kinOf(r_.people, person, kinWord(word.gender == Gender::female ? "moeder" : "vader"));
            if (r_.people.isMinor(person) && parents.size() == 1 && std::find(who.begin(), who.end(), parents[0]) != who.end()) return parents;
        }
        return who;
    }

    std::vector<std::size_t> whoIs(std::size_t i, const RoleSpan& span, KinWord word) const {
        if (span.which && word.kin != Kin::outsider) return {};  // "een moeder uit groep 3"
        if (!span.side.empty()) return kinBySide(r_, span.side, word);
        if (span.owner == "?" || isSomeMan(r_, span, i)) return {};
        if (const auto called = calledSo(v_.word(i)); called < r_.people.persons().size()) return {called};
        if (isFunction(v_.word(i))) return inFunction(v_.word(i));
        if (!span.owner.empty()) return kinOfOwner(r_, named_, v_.tokens()[span.first].start, span.owner, word);
        const auto key = v_.word(i);
        return key == "vriendin" || key == "vriend" ? std::vector<std::size_t>() : bare_.of(r_.people, word);
    }

    // "de mentor": who is mentor by the household, or whom the text names with the word: "Jasper Jansen, mentor".
    const std::vector<std::size_t>& inFunction(std::string_view function) const {
        const auto [known, isNew] = functions_.try_emplace(std::string(function));
        if (isNew) known->second = findInFunction(function);
        return known->second;
    }

    std::vector<std::size_t> findInFunction(std::string_view function) const {
        std::vector<std::size_t> who;
        const auto add = [&](std::size_t p) {
            if (p < r_.people.persons().size() && std::find(who.begin(), who.end(), p) == who.end()) who.push_back(p);
        };
        for (const auto& relation : r_.people.household().relations)
            if (relation.type == function) add(r_.people.indexOf(relation.from));
        for (const auto& m : r_.found) {
            const auto behind = r_.view.slice(m.end, std::min(v_.size(), m.end + function.size() + 2)), before = r_.view.slice(m.start < function.size() + 2 ? 0 : m.start - function.size() - 2, m.start);
            const bool said = (behind.starts_with(", ") && behind.ends_with(function)) || (before.starts_with(function) && before.ends_with(", "));
            if (m.kind == Kind::name && who.empty() && said) add(r_.people.indexOf(m.subject));
        }
        return who.size() == 1 ? who : std::vector<std::size_t>();
    }

    // The person whom the case itself calls so: a nickname "aji".
    std::size_t calledSo(std::string_view word) const {
        const auto* parts = r_.people.partsOf(word);
        return parts && parts->size() == 1 && parts->front().part == Part::nickname && parts->front().words.size() == 1 ? parts->front().person : r_.people.persons().size();
    }

    std::size_t addOwned(std::size_t i, const RoleSpan& span, const Mention& owner, KinWord word) {
        const auto person = r_.people.indexOf(owner.subject);
        const auto who = person < r_.people.persons().size() ? kinOf(r_.people, person, word) : std::vector<std::size_t>();
        return add(i, span, who.size() == 1 ? who : std::vector<std::size_t>(), 9);  // stronger than the name in it
    }

    std::size_t add(std::size_t i, RoleSpan span, const std::vector<std::size_t>& who, int strength) {
        span.last = std::min(span.last, v_.tokens().size());
        Mention m;
        m.start = v_.tokens()[span.first].start;
        m.end = v_.tokens()[span.last - 1].end;
        m.kind = Kind::role;
        m.strength = strength;
        if (who.empty()) {
            m.subject = "~" + std::string(v_.word(i)) + (span.last > i + 1 ? std::string(v_.slice(v_.tokens()[i].end, m.end)) : "");
            m.certainty = 0.7;
            m.inFunction = v_.word(i) == "mentor";
        } else {
            m.subject = r_.people.persons()[who[0]].id;
            m.certainty = who.size() == 1 ? 0.95 : 0.5;
            for (std::size_t k = 1; k < who.size(); ++k) m.candidates.push_back(r_.people.persons()[who[k]].id);
        }
        named_.roles.push_back(std::move(m));
        return span.last - 1;
    }

    Reading& r_;
    const TextView& v_;
    NamedSoFar named_;
    RoleAliases aliases_;
    BareKin& bare_;
    mutable std::map<std::string, std::vector<std::size_t>> functions_;  // who is "mentor", once asked
};

}  // namespace

void findRoles(Reading& r) {
    std::sort(r.found.begin(), r.found.end(), [](const Mention& a, const Mention& b) { return a.start < b.start; });
    auto roles = Finder(r).run();
    r.found.insert(r.found.end(), std::make_move_iterator(roles.begin()), std::make_move_iterator(roles.end()));
}

}  // namespace redaction::detect
