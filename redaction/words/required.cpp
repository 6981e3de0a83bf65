#include "redaction/words/required.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace redaction::words {

namespace {

constexpr std::size_t kMostProduct = 64, kMostStrings = 4096, kMostClasses = 4, kShortest = 2, kMostClauses = 3;

struct Part {
    bool exact = true;       // matches these strings and no other
    AnyOf strings{""};
    AllOf clauses = {};      // not exact: what it needs at least
};

Part anything() { return {false, {}, {}}; }

std::size_t shortestWord(const AnyOf& strings) {
    std::size_t least = std::numeric_limits<std::size_t>::max(), at = 0;
    for (const auto& s : strings) least = std::min(least, longestWord(s, at));
    return strings.empty() ? 0 : least;
}

void addClause(AllOf& clauses, const AnyOf& strings) {
    if (shortestWord(strings) >= kShortest) clauses.push_back(strings);
}

// The clauses that are worth most: those of which the shortest literal is longest.
void keepBest(AllOf& clauses, std::size_t count) {
    std::stable_sort(clauses.begin(), clauses.end(), [](const AnyOf& a, const AnyOf& b) { return shortestWord(a) > shortestWord(b); });
    if (clauses.size() > count) clauses.resize(count);
}

AllOf clausesOf(Part part) {
    if (part.exact) addClause(part.clauses, part.strings);
    keepBest(part.clauses, kMostClauses);
    return part.clauses;
}

class Sequence {  // parts one behind the other
  public:
    void add(const Part& next) {
        if (next.exact && run_.size() * next.strings.size() <= kMostProduct) {
            AnyOf product;
            for (const auto& a : run_)
                for (const auto& b : next.strings) product.push_back(a + b);
            run_ = std::move(product);
            return;
        }
        addClause(clauses_, run_);
        whole_ = whole_ && run_ == AnyOf{""};
        run_ = next.exact ? next.strings : AnyOf{""};
        whole_ = whole_ && next.exact;
        clauses_.insert(clauses_.end(), next.clauses.begin(), next.clauses.end());
    }
    Part take() {
        if (whole_) return {true, run_, {}};
        addClause(clauses_, run_);
        return {false, {}, clauses_};
    }

  private:
    bool whole_ = true;  // all of it is in run_
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
        if (c == '.') return anything();
        if (c == '^' || c == '$') return {};
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
            result.strings.insert(result.strings.end(), part.strings.begin(), part.strings.end());
        }
        if (result.exact && result.strings.size() <= kMostStrings) return result;
        AnyOf any;
        for (const auto& part : all) {
            auto clauses = clausesOf(part);
            if (clauses.empty()) return anything();
            any.insert(any.end(), clauses[0].begin(), clauses[0].end());
        }
        return {false, {}, {any}};
    }

    Part characters() {
        AnyOf strings;
        bool few = at_ < e_.size() && e_[at_] != '^';
        for (bool first = true; first || e_.substr(at_, 1) != "]"; first = false) {
            const char c = next();
            if (c == '[' && e_.substr(at_, 1) == ":") fail();
            if (c == '\\') few = few && std::string_view(".-]['\"/").find(e_.substr(at_, 1)) != std::string_view::npos, strings.push_back(std::string(1, next()));
            else if (c == '-' && !first && e_.substr(at_, 1) != "]") few = false;
            else strings.push_back(std::string(1, c));
        }
        ++at_;
        return few && strings.size() <= kMostClasses ? Part{true, strings, {}} : anything();
    }

    Part escaped() {
        const char c = next();
        if (c == 'b' || c == 'B') return {};
        if (std::string_view("dwsDWS").find(c) != std::string_view::npos) return anything();
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) fail();
        return {true, {std::string(1, c)}, {}};
    }

    Part repeated(Part part) {
        while (at_ < e_.size()) {
            const char c = e_[at_];
            const auto digit = at_ + 1 < e_.size() && e_[at_ + 1] >= '0' && e_[at_ + 1] <= '9';
            if (c == '{' && digit) {
                const bool none = e_[at_ + 1] == '0';
                at_ = std::min(e_.find('}', at_), e_.size() - 1) + 1;
                part = none ? anything() : Part{false, {}, clausesOf(part)};
            } else if (c == '+') {
                ++at_;
                part = {false, {}, clausesOf(part)};
            } else if (c == '*') {
                ++at_;
                part = anything();
            } else if (c == '?') {
                ++at_;
                if (part.exact) part.strings.push_back("");
                else part = anything();
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

bool isWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::size_t longestWord(std::string_view literal, std::size_t& at) {
    std::size_t longest = 0;
    for (std::size_t i = 0, run = 0; i < literal.size(); ++i) {
        run = isWordByte(literal[i]) ? run + 1 : 0;
        if (run > longest) longest = run, at = i + 1 - run;
    }
    return longest;
}

std::vector<AllOf> requiredBy(std::string_view expression) {
    Parser parser(expression);
    std::vector<AllOf> all;
    for (auto& part : parser.alternatives()) all.push_back(clausesOf(std::move(part)));
    if (!parser.atEnd()) throw std::logic_error("geen expressie: " + std::string(expression));
    return all;
}

}  // namespace redaction::words
