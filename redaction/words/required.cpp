#include "redaction/words/required.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace redaction::words {

namespace {

constexpr std::size_t kMostProduct = 64, kMostStrings = 4096, kMostClasses = 4, kShortest = 2, kMostClauses = 3;  // a piece of one letter counts where it is a whole word

struct Part {
    bool exact = true;       // matches these strings and no other
    AnyOf strings{""};
    AllOf clauses = {};      // not exact: what it needs at least
    AnyOf edges = {};        // not exact: it begins with one of these and ends with one; empty: not known
    Reach most = {};         // not exact: so much at most
    bool asserts = false;    // something about where it stands, besides bounds: "^"
};

std::size_t sum(std::size_t a, std::size_t b) { return a == kFar || b == kFar ? kFar : a + b; }
std::size_t product(std::size_t a, std::size_t b) { return a == 0 || b == 0 ? 0 : a == kFar || b == kFar ? kFar : a * b; }
Reach sum(Reach a, Reach b) { return {sum(a.bytes, b.bytes), sum(a.gaps, b.gaps)}; }
Reach larger(Reach a, Reach b) { return {std::max(a.bytes, b.bytes), std::max(a.gaps, b.gaps)}; }

Reach longest(const AnyOf& strings) {
    Reach most;
    for (const auto& s : strings) most = larger(most, {static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return c != kBound; })), static_cast<std::size_t>(std::count_if(s.begin(), s.end(), isGap))});
    return most;
}

Reach longest(const Part& part) { return part.exact ? longest(part.strings) : part.most; }

Part anything(Reach most) { return {false, {}, {}, {}, most}; }
Part assertion() {
    Part part;
    part.asserts = true;
    return part;
}
Part anyByte(bool mayBeGap) { return anything({1, mayBeGap ? 1u : 0u}); }

bool isWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// How much it tells that the piece stands there: its letters, and where a word must begin or end.
std::size_t worthOf(const Piece& piece) { return piece.length + (piece.opens ? 1u : 0u) + (piece.closes ? 1u : 0u); }

std::size_t leastWorth(const AnyOf& strings) {
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const auto& s : strings) least = std::min(least, worthOf(pieceOf(s)));
    return strings.empty() ? 0 : least;
}

bool canBeLookedFor(const std::string& literal) {
    const auto piece = pieceOf(literal);
    return piece.length >= kShortest || (piece.length > 0 && piece.opens && piece.closes);
}

void addClause(AllOf& clauses, const AnyOf& strings, Reach lead) {
    if (!strings.empty() && std::all_of(strings.begin(), strings.end(), canBeLookedFor)) clauses.emplace_back(strings, lead);
}

// The clauses of which the least literal tells most.
void keepBest(AllOf& clauses, std::size_t count) {
    std::stable_sort(clauses.begin(), clauses.end(), [](const AnyOf& a, const AnyOf& b) { return leastWorth(a) > leastWorth(b); });
    if (clauses.size() > count) clauses.resize(count);
}

AllOf clausesOf(Part part) {
    if (part.exact) addClause(part.clauses, part.strings, {});
    if (part.exact && !part.asserts && !part.clauses.empty()) part.clauses.front().whole = true;
    keepBest(part.clauses, kMostClauses);
    return part.clauses;
}

class Sequence {  // parts one behind the other
  public:
    void add(const Part& next) {
        asserts_ = asserts_ || next.asserts;
        if (next.exact && (run_.size() * next.strings.size() <= kMostProduct || run_.size() == 1 || next.strings.size() == 1)) {
            run_ = product(run_, next.strings);
            goOn(longest(next));
            return;
        }
        if (!next.edges.empty() && run_.size() * next.edges.size() <= kMostProduct) {  // "s+": up to the first, and on from the last
            addClause(clauses_, product(run_, next.edges), before_);
            goOn(next.most);
            before_ = sum(before_, sum(longest(run_), next.most));
            run_ = next.edges;
            whole_ = false;
            return;
        }
        addClause(clauses_, run_, before_);
        before_ = sum(before_, longest(run_));
        whole_ = whole_ && run_ == AnyOf{""};
        run_ = next.exact ? next.strings : AnyOf{""};
        whole_ = whole_ && next.exact;
        goOn(longest(next));
        for (auto clause : next.clauses) {
            for (auto& lead : clause.leads) lead = sum(before_, lead);
            clause.whole = false;
            clauses_.push_back(std::move(clause));
        }
        if (!next.exact) before_ = sum(before_, next.most);
    }
    Part take() {
        if (whole_) return {true, run_, {}, {}, {}, asserts_};
        addClause(clauses_, run_, before_);
        return {false, {}, clauses_, {}, sum(before_, longest(run_)), asserts_};
    }

  private:
    void goOn(Reach most) {  // so much stands behind the clauses there are
        for (auto& clause : clauses_)
            for (auto& tail : clause.tails) tail = sum(tail, most);
    }
    static AnyOf product(const AnyOf& first, const AnyOf& second) {
        AnyOf all;
        for (const auto& a : first)
            for (const auto& b : second) all.push_back(a + b);
        return all;
    }

    bool whole_ = true;  // all of it is in run_
    bool asserts_ = false;
    Reach before_;       // so much stands before run_ at most
    AnyOf run_{""};
    AllOf clauses_;
};

class Parser {
  public:
    explicit Parser(std::string_view expression) : e_(expression) {}

    std::vector<Part> alternatives() {
        std::vector<Part> all{sequence()};
        while (at_ < e_.size() && e_[at_] == '|') {
            ++at_;
            all.push_back(sequence());
        }
        return all;
    }
    bool atEnd() const { return at_ == e_.size(); }

  private:
    [[noreturn]] void fail() const { throw std::logic_error("geen expressie: " + std::string(e_)); }
    char next() {
        if (at_ >= e_.size()) fail();
        return e_[at_++];
    }

    Part sequence() {
        Sequence all;
        while (at_ < e_.size() && e_[at_] != '|' && e_[at_] != ')') all.add(repeated(one()));
        return all.take();
    }

    Part one() {
        const char c = next();
        if (c == '(') return group();
        if (c == '[') return characters();
        if (c == '\\') return escaped();
        if (c == '.') return anyByte(true);
        if (c == '^' || c == '$') return assertion();
        return {true, {std::string(1, c)}, {}};
    }

    Part group() {
        if (e_.substr(at_, 2) == "?:") at_ += 2;
        else if (e_.substr(at_, 1) == "?") fail();
        auto part = together(alternatives());
        if (next() != ')') fail();
        return part;
    }

    static Part together(const std::vector<Part>& all) {
        if (all.size() == 1) return all[0];
        Part result{true, {}, {}};
        for (const auto& part : all) {
            result.exact = result.exact && part.exact;
            result.asserts = result.asserts || part.asserts;
            result.strings.insert(result.strings.end(), part.strings.begin(), part.strings.end());
        }
        if (result.exact && result.strings.size() <= kMostStrings) return result;
        Reach most;
        for (const auto& part : all) most = larger(most, longest(part));
        Clause any;
        for (const auto& part : all) {
            auto clauses = clausesOf(part);
            if (clauses.empty()) return anything(most);
            any.insert(any.end(), clauses[0].begin(), clauses[0].end());
            any.leads.insert(any.leads.end(), clauses[0].leads.begin(), clauses[0].leads.end());
            any.tails.insert(any.tails.end(), clauses[0].tails.begin(), clauses[0].tails.end());
        }
        return {false, {}, {any}, {}, most};
    }

    Part characters() {
        AnyOf strings;
        bool few = at_ < e_.size() && e_[at_] != '^', mayBeGap = !few;
        for (bool first = true; first || e_.substr(at_, 1) != "]"; first = false) {
            const char c = next();
            if (c == '[' && e_.substr(at_, 1) == ":") fail();
            if (c == '\\') mayBeGap = mayBeGap || std::string_view("sWDn").find(e_.substr(at_, 1)) != std::string_view::npos, few = few && std::string_view(".-]['\"/").find(e_.substr(at_, 1)) != std::string_view::npos, strings.push_back(std::string(1, next()));
            else if (c == '-' && !first && e_.substr(at_, 1) != "]") few = false, mayBeGap = mayBeGap || strings.empty() || strings.back()[0] <= ' ';
            else strings.push_back(std::string(1, c));
        }
        ++at_;
        mayBeGap = mayBeGap || std::any_of(strings.begin(), strings.end(), [](const std::string& s) { return isGap(s[0]); });
        return few && strings.size() <= kMostClasses ? Part{true, strings, {}} : anyByte(mayBeGap);
    }

    Part escaped() {
        const char c = next();
        if (c == 'b') return {true, {std::string(1, kBound)}, {}};
        if (c == 'B') return assertion();
        if (std::string_view("dwsDWS").find(c) != std::string_view::npos) return anyByte(c == 's' || c == 'D' || c == 'W');
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) fail();
        return {true, {std::string(1, c)}, {}};
    }

    static Part atLeastOnce(const Part& part, Reach most) { return {false, {}, clausesOf(part), part.exact ? part.strings : AnyOf(), most}; }

    // Of "{2}", "{1,4}", "{3,}": how often at most.
    static std::size_t mostTimes(std::string_view count) {
        const auto last = count.substr(std::min(count.find(','), count.size() - 1) + 1);
        const auto digits = last.empty() && count.find(',') == count.npos ? count : last;
        std::size_t most = 0;
        for (const char c : digits) most = 10 * most + static_cast<std::size_t>(c - '0');
        return digits.empty() ? kFar : most;
    }

    static Reach repeatedMost(const Part& part, std::size_t times) {
        const auto one = longest(part);
        return {words::product(one.bytes, times), words::product(one.gaps, times)};
    }

    Part repeated(Part part) {
        while (at_ < e_.size()) {
            const char c = e_[at_];
            const auto digit = at_ + 1 < e_.size() && e_[at_ + 1] >= '0' && e_[at_ + 1] <= '9';
            if (c == '{' && digit) {
                const bool none = e_[at_ + 1] == '0';
                const auto close = std::min(e_.find('}', at_), e_.size() - 1);
                const auto most = repeatedMost(part, mostTimes(e_.substr(at_ + 1, close - at_ - 1)));
                at_ = close + 1;
                part = none ? anything(most) : atLeastOnce(part, most);
            } else if (c == '+') {
                ++at_;
                part = atLeastOnce(part, repeatedMost(part, kFar));
            } else if (c == '*') {
                ++at_;
                part = anything(repeatedMost(part, kFar));
            } else if (c == '?') {
                ++at_;
                if (part.exact) part.strings.push_back("");
                else part = anything(part.most);
            } else {
                break;
            }
            if (at_ < e_.size() && e_[at_] == '?') ++at_;  // the shortest first: the same strings
        }
        return part;
    }

    std::string_view e_;
    std::size_t at_ = 0;
};

}  // namespace

std::string withoutBounds(std::string_view literal) {
    std::string text(literal);
    std::erase(text, kBound);
    return text;
}

bool isBoundedByPiece(std::string_view literal) {
    const auto piece = pieceOf(literal);
    for (std::size_t i = 0, at = 0; i < literal.size(); ++i) {
        if (literal[i] != kBound) ++at;
        else if (piece.length == 0 || (at != piece.at && at != piece.at + piece.length)) return false;
    }
    return true;
}

Piece pieceOf(std::string_view literal) {
    Piece best;
    bool opens = false;  // what stands before ends a word
    for (std::size_t i = 0, at = 0; i < literal.size();) {
        if (!isWordByte(literal[i])) {
            opens = true;
            at += literal[i] == kBound ? 0u : 1u;
            ++i;
            continue;
        }
        Piece piece{at, 0, opens, false};
        for (; i < literal.size() && isWordByte(literal[i]); ++i, ++at) ++piece.length;
        piece.closes = i < literal.size();
        if (worthOf(piece) > worthOf(best)) best = piece;
    }
    return best;
}

std::vector<AllOf> requiredBy(std::string_view expression) {
    Parser parser(expression);
    std::vector<AllOf> all;
    for (auto& part : parser.alternatives()) all.push_back(clausesOf(std::move(part)));
    if (!parser.atEnd()) throw std::logic_error("geen expressie: " + std::string(expression));
    return all;
}

}  // namespace redaction::words
