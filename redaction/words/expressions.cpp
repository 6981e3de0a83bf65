#include "redaction/words/expressions.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <utility>

#include "redaction/words/required.h"

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
    clauses_.clear();
    numbers_.clear();
    indexPieces();
}

void Expressions::require(std::uint32_t expression, const std::vector<std::vector<std::string>>& clauses) {
    const auto branch = static_cast<std::uint32_t>(branches_.size());
    std::vector<std::uint32_t> mine;
    for (const auto& literals : clauses) mine.push_back(clauseOf(literals));
    std::sort(mine.begin(), mine.end());
    mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
    branches_.push_back({expression, static_cast<std::uint32_t>(mine.size())});
    for (const auto clause : mine) branchesOf_[clause].push_back(branch);
}

std::uint32_t Expressions::clauseOf(const std::vector<std::string>& literals) {
    const auto [known, isNew] = clauses_.emplace(literals, static_cast<std::uint32_t>(clauses_.size()));
    const auto clause = known->second;
    if (!isNew) return clause;
    branchesOf_.emplace_back();
    for (const auto& literal : literals) {
        const auto at = numbers_.emplace(literal, static_cast<std::uint32_t>(literals_.size())).first->second;
        if (at == literals_.size()) literals_.push_back(literal), clausesOf_.emplace_back();
        if (clausesOf_[at].empty() || clausesOf_[at].back() != clause) clausesOf_[at].push_back(clause);
    }
    return clause;
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
    : e_(e), literalSeen_(e.literals_.size()), clauseSeen_(e.branchesOf_.size()), branchSeen_(e.branches_.size()), expressionSeen_(e.size()), clausesMet_(e.branches_.size()) {}

void Possible::begin() {
    ++stretch_;
    found_ = e_.always_;
}

void Possible::see(std::uint32_t literal) {
    if (std::exchange(literalSeen_[literal], stretch_) == stretch_) return;
    for (const auto clause : e_.clausesOf_[literal]) {
        if (std::exchange(clauseSeen_[clause], stretch_) == stretch_) continue;
        for (const auto number : e_.branchesOf_[clause]) {
            if (std::exchange(branchSeen_[number], stretch_) != stretch_) clausesMet_[number] = 0;
            const auto& branch = e_.branches_[number];
            if (++clausesMet_[number] == branch.clauses && std::exchange(expressionSeen_[branch.expression], stretch_) != stretch_) found_.push_back(static_cast<int>(branch.expression));
        }
    }
}

const std::vector<int>& Possible::found() {
    std::sort(found_.begin(), found_.end());
    return found_;
}

}  // namespace redaction::words
