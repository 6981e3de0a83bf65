// Names of people, known and unknown.
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_resolver.h"
#include "redaction/detect/recognisers.h"

namespace redaction::detect {

namespace {

// May the token be a word of a name as it is written here?
bool mayBeOfName(const Reading& reading, std::size_t i) {
    const auto& t = reading.view.tokens()[i];
    const auto word = reading.view.word(i);
    if (t.capital || reading.names.hurried[i] || reading.people.partsOf(word) || (word.size() > 5 && !lexicon().ordinary.has(word))) return true;
    return word.size() > 3 && word.back() == 's' && reading.people.partsOf(word.substr(0, word.size() - 1));
}

// Does one of the tussenvoegsels from here, or the word behind them, belong to a name? "de heer" opens one too.
bool leadsToName(const Reading& reading, std::size_t i) {
    const auto& v = reading.view;
    for (auto k = i; k < v.tokens().size() && k <= i + kMaxPrefixes; ++k) {
        if (mayBeOfName(reading, k) || v.word(k) == "heer") return true;
        if (!isNamePrefix(v.word(k))) return false;
    }
    return true;
}

// Whether a name may start with a word in lower case, asked once of each word of a dossier.
class Starts {
  public:
    explicit Starts(const Reading& reading) : reading_(reading), notes_(reading.view.notes<Notes>()) {
        if (notes_.people != &reading.people) notes_.of.clear();
        notes_.people = &reading.people;
    }

    // A token from which no name can start is passed over without parsing.
    bool at(std::size_t i) {
        const auto& t = reading_.view.tokens()[i];
        if (t.digits) return false;
        const bool may = t.capital || reading_.names.hurried[i] || (t.length() == 1 ? openedByLetter(i) : byWord(i));
        return may && !reading_.names.isCode(i);
    }

  private:
    enum class May : char { unknown, no, yes, beforeName };
    struct Notes : WordNotes {
        const People* people = nullptr;  // whose names
        std::vector<May> of;             // by number of the word
    };

    bool openedByLetter(std::size_t i) const {
        const char c = reading_.view.folded()[reading_.view.tokens()[i].start];
        return !(c >= '0' && c <= '9') && i + 1 < reading_.view.tokens().size() && reading_.people.partsOf(reading_.view.word(i + 1));
    }

    bool byWord(std::size_t i) {
        const auto number = std::size_t{reading_.view.tokens()[i].word};
        if (number >= notes_.of.size()) notes_.of.resize(2 * number + 16);
        auto& may = notes_.of[number];
        if (may == May::unknown) may = mayStart(reading_.view.word(i));
        return may == May::yes || (may == May::beforeName && leadsToName(reading_, i));
    }

    May mayStart(const Word& word) const {
        if (word[0] >= '0' && word[0] <= '9') return word.size() > 4 ? May::yes : May::no;  // "0rlando", in a bad scan
        if (titleOf(word) != Title::none || word.is(Fact::neighbour) || reading_.people.partsOf(word)) return May::yes;
        if (word.size() > 5 && !lexicon().ordinary.has(word)) return May::yes;  // may be a misspelt name
        if (word.size() > 3 && word.back() == 's' && reading_.people.partsOf(word.substr(0, word.size() - 1))) return May::yes;
        return isNamePrefix(word) ? May::beforeName : May::no;
    }

    const Reading& reading_;
    Notes& notes_;
};

// Which tokens stand in an e-mail address or a link: one span of its own. Asked in the order of the text, so that
// everything is read once, also where nothing ends a word for megabytes.
class Addresses {
  public:
    explicit Addresses(const std::string& text) : text_(text), to_(0), at_(find("@", 0)), link_(find("://", 0)) {}

    bool hold(const Token& t) {
        if (at_ == text_.size() && link_ == text_.size()) return false;  // none from here on
        for (; read_ <= t.start; ++read_)
            if (opens(text_[read_])) from_ = read_ + 1;
        if (to_ < t.end) to_ = std::min(text_.find_first_of(" \n>),;", t.end), text_.size());
        if (at_ < from_) at_ = find("@", from_);
        if (link_ < from_) link_ = find("://", from_);
        return at_ < to_ || link_ + 3 <= to_;
    }

  private:
    static bool opens(char c) { return c == ' ' || c == '\n' || c == '<' || c == '('; }
    std::size_t find(const char* what, std::size_t from) const { return std::min(text_.find(what, from), text_.size()); }

    const std::string& text_;
    std::size_t read_ = 0, from_ = 0, to_, at_, link_;
};

// "zaal Annie M.G. Schmidt": the capitals that go on without a break are the organisation's.
std::size_t afterOrganisation(const Reading& reading, std::size_t i) {
    const auto& tokens = reading.view.tokens();
    const auto goesOn = [&](std::size_t k) { return tokens[k].capital || (reading.names.hurried[k] && isNamePrefix(reading.view.word(k))); };
    while (i + 1 < tokens.size() && goesOn(i)) {
        const auto between = reading.view.between(i);
        constexpr std::size_t kInitial = 2;
        const bool dot = (between == "." || between == ". ") && tokens[i].length() <= kInitial;  // "Annie M.G. Schmidt", and no end of a sentence
        if (between != " " && !dot && between != "-" && between != "'") break;
        if (!goesOn(i + 1)) break;
        ++i;
    }
    return i + 1;
}

// A surname that fits several means the one of them who was named in full before, if only one was.
void settleByContext(std::vector<Mention>& names) {
    std::set<std::string> named;
    for (auto& m : names) {
        if (m.candidates.empty()) {
            named.insert(m.subject);
            continue;
        }
        auto who = m.candidates;
        who.push_back(m.subject);
        std::vector<std::string> before;
        std::copy_if(who.begin(), who.end(), std::back_inserter(before), [&](const std::string& id) { return named.count(id) != 0; });
        if (before.size() != 1) continue;
        m.subject = before[0];
        m.candidates.clear();
        m.certainty = 0.8;
    }
}

// "gezin Jansen-de Wit", "familie Bos - Postma": two people's surnames. The first is cut off and the second given back.
std::optional<Mention> secondOfFamily(const Reading& r, const NameChain& chain, Mention& whole) {
    const auto first = chain.firstToken;
    if (first == 0 || chain.pieces.size() != 2 || r.view.between(first - 1) != " " || (r.view.word(first - 1) != "gezin" && r.view.word(first - 1) != "familie")) return std::nullopt;
    const auto ownerOf = [&](const NamePiece& piece, std::size_t not_) {
        for (const auto* part : piece.parts)
            if (part->part == Part::family && part->person != not_ && r.people.isFamily(part->person) && !r.people.isMinor(part->person)) return part->person;
        return r.people.persons().size();
    };
    const auto one = ownerOf(chain.pieces[0], r.people.persons().size()), two = ownerOf(chain.pieces[1], one);
    if (one >= r.people.persons().size() || two >= r.people.persons().size()) return std::nullopt;
    std::size_t dash = chain.firstToken;
    while (dash + 1 < chain.lastToken && r.view.between(dash) != "-" && r.view.between(dash) != " - ") ++dash;
    if (dash + 1 >= chain.lastToken) return std::nullopt;
    Mention second = whole;
    whole.end = r.view.tokens()[dash].end;
    whole.subject = r.people.persons()[one].id;
    second.start = r.view.tokens()[dash + 1].start;
    second.subject = r.people.persons()[two].id;
    whole.candidates.clear();
    second.candidates.clear();
    return second;
}

}  // namespace

void findNames(Reading& reading) {
    const auto& tokens = reading.view.tokens();
    Addresses addresses(reading.view.folded());
    Starts starts(reading);
    for (std::size_t i = 0; i < tokens.size();) {
        if (!starts.at(i) || addresses.hold(tokens[i])) {
            ++i;
            continue;
        }
        if (i > 0 && namesOrganisation(reading.view.word(i - 1)) && reading.view.between(i - 1) == " ") {
            i = afterOrganisation(reading, i);
            continue;
        }
        const auto chain = parseName(reading.names, i);
        auto mention = chain ? resolveName(*chain, reading.names, reading.strangers) : std::nullopt;
        if (!mention) {
            ++i;
            continue;
        }
        i = std::max(i + 1, chain->lastToken);
        auto other = secondOfFamily(reading, *chain, *mention);
        reading.found.push_back(std::move(*mention));
        if (other) reading.found.push_back(std::move(*other));
    }
    settleByContext(reading.found);
}

}  // namespace redaction::detect
