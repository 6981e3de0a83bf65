#include "redaction/words/expressions.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>
#include <utility>

#include "redaction/words/set.h"

namespace redaction::words {

namespace {

bool isWordByte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

constexpr std::int64_t kMostMemory = 32 << 20;  // bytes, of one expression: with less RE2 reads the longest lists many times as slowly

RE2::Options options() {
    RE2::Options o;
    o.set_encoding(RE2::Options::EncodingLatin1);
    o.set_log_errors(false);  // texts are personal data
    o.set_max_mem(kMostMemory);
    return o;
}

}  // namespace

Expressions::Expressions(const std::vector<std::string>& expressions) {
    for (const auto& expression : expressions) {
        expressions_.push_back(std::make_unique<RE2>(expression, options()));
        if (!expressions_.back()->ok()) throw std::logic_error("geen expressie: " + expression);
        const auto all = requiredBy(expression);
        const auto number = static_cast<std::uint32_t>(expressions_.size() - 1);
        if (std::any_of(all.begin(), all.end(), [](const AllOf& clauses) { return clauses.empty(); })) always_.push_back(static_cast<int>(number));
        else
            for (const auto& clauses : all) require(number, clauses);
    }
    indexPieces();
    keyBranches();
    clauses_.clear();
    clausesOf_.clear();
    numbers_.clear();
}

void Expressions::require(std::uint32_t expression, const AllOf& clauses) {
    Branch branch;
    branch.expression = expression;
    for (const auto& clause : clauses) branch.clauses.push_back(clauseOf(clause));
    branches_.push_back(std::move(branch));
    clausesOf_.push_back(clauses);
}

std::uint32_t Expressions::clauseOf(const std::vector<std::string>& literals) {
    const auto [known, isNew] = clauses_.emplace(literals, static_cast<std::uint32_t>(clauses_.size()));
    const auto clause = known->second;
    if (!isNew) return clause;
    auto& mine = literalsOf_.emplace_back();
    for (const auto& literal : literals) {
        const auto at = numbers_.emplace(literal, static_cast<std::uint32_t>(literals_.size())).first->second;
        if (at == literals_.size()) literals_.push_back(literal);
        if (std::find(mine.begin(), mine.end(), at) == mine.end()) mine.push_back(at);
    }
    return clause;
}

// Most literals that are seen are of words one meets everywhere: a branch is looked at where its rarest clause is met. How
// often a literal is met is guessed by its length, where it is none of those words.
void Expressions::keyBranches() {
    static const Set everywhere{"de", "het", "een", "van", "en", "in", "is", "te", "ze", "zij", "hij", "ik", "we", "dat", "dit", "die", "met", "op", "voor", "aan", "bij", "om", "niet", "er", "als", "dan", "maar", "ook", "naar", "uit", "over", "zijn", "haar", "heeft", "was", "wordt", "nog", "wel", "geen", "of", "door", "tot", "mijn", "hun", "je", "mij", "zich", "mag", "kan", "wil", "moet", "deze", "hem", "al", "weer", "daar"};
    const auto oftenMet = [&](std::uint32_t clause) {
        double sum = 0;
        for (const auto literal : literalsOf_[clause]) {
            const auto& text = literals_[literal];
            const auto piece = pieceOf(text);
            sum += everywhere.count(std::string_view(text).substr(piece.at, piece.length)) != 0 ? 1 : std::exp2(-static_cast<double>(text.size()));
        }
        return sum;
    };
    std::vector<std::vector<Key>> branchesWith(literals_.size());
    for (std::uint32_t branch = 0; branch < branches_.size(); ++branch) {
        auto& [expression, clauses, leadGaps, tail] = branches_[branch];
        const auto rarest = std::min_element(clauses.begin(), clauses.end(), [&](std::uint32_t a, std::uint32_t b) { return oftenMet(a) < oftenMet(b); });
        const auto& clause = clausesOf_[branch][static_cast<std::size_t>(rarest - clauses.begin())];
        std::swap(clauses.front(), *rarest);
        for (std::size_t i = 0; i < clause.size(); ++i) {
            const auto literal = numbers_.at(clause[i]);
            auto& with = branchesWith[literal];
            const auto lead = static_cast<std::uint32_t>(std::min<std::size_t>(clause.leads[i].bytes, kAnywhere));
            if (with.empty() || with.back().branch != branch) with.push_back({branch, lead, static_cast<std::uint32_t>(literals_[literal].size()), clause.whole && isBoundedByPiece(clause[i])});
            else with.back().lead = std::max(with.back().lead, lead);
            if (lead == kAnywhere) leadGaps = std::max(leadGaps, clause.leads[i].gaps);
            tail = {std::max(tail.bytes, clause.tails[i].bytes), std::max(tail.gaps, clause.tails[i].gaps)};
        }
    }
    for (const auto& with : branchesWith) {
        firstKey_.push_back(static_cast<std::uint32_t>(keys_.size()));
        keys_.insert(keys_.end(), with.begin(), with.end());
    }
    firstKey_.push_back(static_cast<std::uint32_t>(keys_.size()));
}

void Expressions::indexPieces() {
    std::map<std::string, std::size_t> numbers;
    for (std::uint32_t i = 0; i < literals_.size(); ++i) {
        const auto piece = pieceOf(literals_[i]);
        literals_[i] = withoutBounds(literals_[i]);
        const auto [found, isNew] = numbers.emplace(literals_[i].substr(piece.at, piece.length), pieces_.size());
        if (isNew) pieces_.push_back(found->first), wantedWith_.emplace_back();
        wantedWith_[found->second].push_back({i, -static_cast<std::int32_t>(piece.at), piece.opens, piece.closes});
    }
    pieceFinder_ = Literals(pieces_);
}

std::vector<Expressions::Sign> Expressions::signsIn(std::string_view word) const {
    const auto isBound = [&](std::size_t at) { return at == word.size() || !isWordByte(word[at]); };  // a letter of another script bounds a word too
    std::vector<Sign> signs;
    for (const int piece : pieceFinder_.in(word)) {
        const auto& text = pieces_[static_cast<std::size_t>(piece)];
        for (auto at = word.find(text); at != std::string_view::npos; at = word.find(text, at + 1))
            for (const auto& wanted : wantedWith_[static_cast<std::size_t>(piece)]) {
                if ((wanted.opens && at > 0 && !isBound(at - 1)) || (wanted.closes && !isBound(at + text.size()))) continue;
                signs.push_back({wanted.literal, wanted.from + static_cast<std::int32_t>(at)});
            }
    }
    return signs;
}

Possible::Possible(const Expressions& e)
    : e_(e), literalSeen_(e.literals_.size()), expressionSeen_(e.size()), asked_(e.literalsOf_.size()), seen_(e.branches_.size()), expressionAt_(e.size()) {}

void Possible::begin(std::string_view text, std::size_t start, std::size_t end) {
    ++stretch_;
    text_ = text;
    start_ = start;
    end_ = end;
    branches_.clear();
    found_.clear();
    for (const int expression : e_.always_) found_.push_back({expression, start, end, false});
}

std::size_t Possible::fromOf(const Expressions::Branch& branch, const Seen& seen) const {
    auto from = std::max(start_, std::min(seen.from, seen.firstFar));
    if (seen.firstFar == kNowhere) return from;
    for (auto gaps = branch.leadGaps; from > start_ && (!isGap(text_[from - 1]) || gaps-- > 0);) --from;
    return from;
}

std::size_t Possible::toOf(const Expressions::Branch& branch, const Seen& seen) const {
    if (seen.lastEnd >= end_) return end_;  // a literal may end behind the stretch
    if (branch.tail.bytes < end_ - seen.lastEnd) return seen.lastEnd + branch.tail.bytes;
    auto to = seen.lastEnd;
    for (auto gaps = branch.tail.gaps; to < end_ && (!isGap(text_[to]) || gaps-- > 0);) ++to;
    return to;
}

bool Possible::isMet(std::uint32_t clause) {
    auto& asked = asked_[clause];
    if (asked.stretch != stretch_) {
        const auto& literals = e_.literalsOf_[clause];
        asked = {stretch_, std::any_of(literals.begin(), literals.end(), [&](std::uint32_t literal) { return literalSeen_[literal] == stretch_; })};
    }
    return asked.met;
}

const std::vector<Possible::Found>& Possible::found() {
    for (const auto number : branches_) {
        const auto& branch = e_.branches_[number];
        if (!std::all_of(branch.clauses.begin() + 1, branch.clauses.end(), [&](std::uint32_t clause) { return isMet(clause); })) continue;
        const auto from = fromOf(branch, seen_[number]), to = toOf(branch, seen_[number]);
        if (expressionSeen_[branch.expression] == stretch_) {
            auto& known = found_[expressionAt_[branch.expression]];
            known.from = std::min(known.from, from);
            known.to = std::max(known.to, to);
            known.sure = known.sure || seen_[number].sure;
            continue;
        }
        expressionSeen_[branch.expression] = stretch_;
        expressionAt_[branch.expression] = found_.size();
        found_.push_back({static_cast<int>(branch.expression), from, to, seen_[number].sure});
    }
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.expression < b.expression; });
    return found_;
}

}  // namespace redaction::words
