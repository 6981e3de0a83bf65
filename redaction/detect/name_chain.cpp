#include "redaction/detect/name_chain.h"

#include <algorithm>
#include <utility>

#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_ends.h"
#include "redaction/detect/name_middle.h"
#include "redaction/detect/name_pieces.h"

namespace redaction::detect {

namespace {

constexpr std::size_t kMaxPieces = 8, kMaxInitials = 16;

class Parser {
  public:
    Parser(const NameContext& context, std::size_t token) : c_(context), v_(context.view), pieces_(context), at_(token) {
        chain_.firstToken = chain_.lastToken = token;
    }

    std::optional<NameChain> parse() {
        if (at_ > 0) {
            const auto before = v_.word(at_ - 1);
            chain_.afterJob = isJobWord(before) || (before == "begeleider" || before == "werker");
            if (namesOrganisation(before) && v_.between(at_ - 1) == " ") return std::nullopt;
        }
        titles();
        initials();
        if (!chain_.initials.empty()) parenthesis();
        names();
        if (chain_.pieces.empty() && !titledLetter()) return std::nullopt;
        if (isOnlyKin()) return std::nullopt;
        if (goesOnAsStreet(c_, at_)) return std::nullopt;
        tail();
        return finish();
    }

  private:
    const Token& token(std::size_t i) const { return v_.tokens()[i]; }
    bool more() const { return at_ < v_.tokens().size(); }
    bool joined(std::string_view separators) const {  // does the previous token stand right before at_?
        if (at_ == 0) return false;
        const auto between = v_.between(at_ - 1);
        return between.size() <= 2 && separators.find(between.empty() ? words::Slice("|") : between) != std::string_view::npos;
    }
    bool space() const { return at_ > 0 && v_.between(at_ - 1) == " "; }
    bool dotted(std::size_t i) const { return i < v_.tokens().size() && token(i).end < v_.size() && v_.folded()[token(i).end] == '.'; }

    void titles() {
        if (more() && v_.word(at_) == "de" && v_.word(at_ + 1) == "heer" && v_.between(at_) == " ") ++at_;
        while (more()) {
            const auto word = v_.word(at_);
            const auto title = titleOf(word);
            const auto sep = v_.between(at_);
            if (title == Title::kin && (sep != " " || (kinWord(word).weak && !token(at_ + 1).capital))) break;
            if (title == Title::kin && isOwnedWord(c_, at_) && !c_.hurried[at_]) break;  // "zijn tante |Hinke|": the words before are a role
            if (title == Title::none || c_.isCode(at_) || (sep != " " && sep != ". ")) break;
            if (chain_.title == Title::none || title == Title::inFunction) {
                chain_.title = title;
                chain_.titleWord = std::string(word);
            }
            ++at_;
        }
        if (chain_.title == Title::none) neighbour();
    }

    // "buurvrouw Tineke", "buurman lolke": taken along like a title, but not before initials.
    void neighbour() {
        if (!more() || v_.between(at_) != " " || isOwnedWord(c_, at_)) return;
        const auto word = v_.word(at_);
        if (word.find("buurvrouw") == std::string_view::npos && word.find("buurman") == std::string_view::npos) return;
        const auto& next = token(at_ + 1);
        if (next.length() < 3 || kinWord(v_.word(at_ + 1)).kin != Kin::none || !(next.capital || (c_.hurried[at_ + 1] && lexicon().givenNames.has(v_.word(at_ + 1)) && !lexicon().everyday.has(v_.word(at_ + 1))))) return;
        chain_.title = Title::kin;
        chain_.titleWord = std::string(word);
        ++at_;
    }

    // "dhr. T.", "mw. K.": the first letter of the surname of somebody the case knows.
    bool titledLetter() {
        if (chain_.initials.size() != 1 || chain_.title == Title::none || chain_.title == Title::inFunction || !token(at_ - 1).capital) return false;
        NamePiece piece;
        piece.word = v_.word(at_ - 1);
        piece.type = NamePiece::Type::surname;
        for (const auto& word : c_.people.nameWords())
            if (word[0] == chain_.initials[0])
                for (const auto& part : *c_.people.partsOf(word))
                    if (part.part == Part::family) piece.parts.push_back(&part);
        if (piece.parts.empty()) return false;
        chain_.endInitials = std::exchange(chain_.initials, "");
        for (const auto* part : piece.parts)
            if (!part->prefix.empty()) piece.prefix = part->prefix;
        chain_.pieces.push_back(std::move(piece));
        return true;
    }

    // "hun aji", where the case calls her so: a role, which knows whose.
    bool isOnlyKin() const { return chain_.pieces.size() == 1 && chain_.title == Title::none && chain_.initials.empty() && kinWord(chain_.pieces[0].word).kin != Kin::none && isOwnedWord(c_, chain_.firstToken); }

    void initials() {
        while (more() && chain_.initials.size() < kMaxInitials && token(at_).length() == 1 && !token(at_).digits && (token(at_).capital || c_.hurried[at_] || isLowerInitial(c_, at_))) {
            const bool dot = dotted(at_);
            const auto sep = v_.between(at_);
            if (!dot && !(sep == " " && (token(at_).capital || isLowerInitial(c_, at_)) && bareInitial())) break;
            if (dot && sep != "." && sep != ". " && sep != ".-" && sep != ". (") break;
            chain_.initials += std::string(v_.word(at_));
            ++at_;
        }
    }

    bool bareInitial() const {  // "M de Wit", "S Bylsma": only before a surname the case knows
        auto next = at_ + 1;
        while (next < at_ + 1 + kMaxPrefixes && isNamePrefix(v_.word(next)) && v_.between(next) == " ") ++next;
        const auto* parts = c_.people.partsOf(v_.word(next));
        return parts && std::any_of(parts->begin(), parts->end(), [](const NamePart& p) { return p.part == Part::family || p.part == Part::partnerFamily; });
    }

    bool parenthesis() {  // "M.J. (Maarten) de Wit"
        if (!more() || at_ == 0 || token(at_).start == 0 || v_.folded()[token(at_).start - 1] != '(') return false;
        if (token(at_).end >= v_.size() || v_.folded()[token(at_).end] != ')') return false;
        if (!isGivenInBrackets(c_, at_)) return false;
        addGiven(at_);
        ++at_;
        bracketed_ = true;
        return true;
    }

    bool middleInitial() {
        if (chain_.pieces.size() != 1 || !(chain_.pieces[0].type == NamePiece::Type::given || chain_.pieces[0].type == NamePiece::Type::unknownGiven) || !isMiddleInitial(c_, at_)) return false;
        ++at_;
        return nextPiece();
    }

    void addGiven(std::size_t i) {
        NamePiece piece;
        piece.word = v_.word(i);
        piece.parts = pieces_.knownParts(piece.word, i, piece.typo);
        piece.type = piece.parts.empty() ? NamePiece::Type::unknownGiven : NamePiece::Type::given;
        chain_.pieces.push_back(std::move(piece));
    }

    void names() {
        while (more() && chain_.pieces.size() < kMaxPieces) {
            const bool first = chain_.pieces.empty();
            if (!first && takeBrackets()) continue;
            const bool closed = bracketed_ && v_.between(at_ - 1) == ") ";
            bracketed_ = false;
            if (!first && !closed && middleInitial()) continue;
            if (!first && !closed && !(joined(" ") || joined("-") || joined("|_") || joined("_"))) break;
            if (!nextPiece()) break;
        }
    }

    bool takeBrackets() {
        const auto called = calledInBrackets(c_, at_);
        if (called == 0) return false;
        if (c_.people.partsOf(v_.word(called))) addGiven(called);
        at_ = called + 1;
        return nextPiece();
    }

    bool nextPiece() {
        const auto start = at_;
        std::string prefix;
        while (more() && at_ < start + kMaxPrefixes && isNamePrefix(v_.word(at_)) && prefixGoesOn() && !isBarePreposition()) prefix += std::string(v_.word(at_++));
        if (!more() || !pieceAt(prefix)) {
            at_ = start;
            return !prefix.empty() && pieceWithoutPrefix();
        }
        return true;
    }
    bool pieceWithoutPrefix() { return more() && pieceAt(""); }

    bool isBarePreposition() const {  // "uit Lelystad" is no name, "uit den Boogaard" is
        const auto w = v_.word(at_);
        return (w == "uit" || w == "in" || w == "op" || w == "aan" || w == "te") && (!isNamePrefix(v_.word(at_ + 1)) || v_.word(at_ + 1) == "het");
    }
    bool prefixGoesOn() const {
        const auto sep = v_.between(at_);
        if ((sep == "\n" || sep == "\n'") && at_ > chain_.firstToken) return isNamePrefix(v_.word(at_ + 1)) || c_.people.partsOf(v_.word(at_ + 1));  // "Femke van der⏎Plas"
        return sep == " " || sep == ". " || sep == "." || sep == " '" || sep == "'" || sep == "/" || sep == "-";
    }

    bool pieceAt(const std::string& prefix) {
        NamePiece piece;
        piece.word = v_.word(at_);
        piece.prefix = prefix;
        if (token(at_).digits || (piece.word.size() < 2)) return false;
        piece.parts = pieces_.brokenParts(chain_, at_);
        std::size_t length = piece.parts.empty() ? 1 : 2;
        piece.typo = length == 2;
        if (length == 1) piece.parts = pieces_.knownParts(piece.word, at_, piece.typo);
        if (length == 1 && !piece.parts.empty() && !pieces_.plausible(piece, chain_, at_)) piece.parts.clear();
        if (!piece.parts.empty()) {
            for (const auto* part : piece.parts) length = std::max(length, part->words.size());
            const bool surname = std::all_of(piece.parts.begin(), piece.parts.end(), [](const NamePart* p) { return p->part == Part::family || p->part == Part::partnerFamily; });
            piece.type = surname ? NamePiece::Type::surname : NamePiece::Type::given;
            if (!prefix.empty() && !surname && piece.type == NamePiece::Type::given) return false;
        } else if (!pieces_.unknownPiece(piece, chain_, at_)) {
            return false;
        }
        at_ += length;
        if (chain_.firstToken < at_ && !token(at_ - 1).capital) chain_.lowerCase = true;
        chain_.pieces.push_back(std::move(piece));
        return true;
    }

    // "Soraya R.", "jelte de w.", "DE WIT, Maarten", "Bakker, R.H."
    void tail() {
        if (more() && at_ + 2 < v_.tokens().size() && v_.word(at_) == "e" && v_.word(at_ + 1) == "v" && v_.between(at_ - 1) == ", ") {  // "Bos, e.v. De Jong"
            const auto before = at_;
            at_ += 2;
            if (!nextPiece()) at_ = before;
        }
        const auto comma = at_ > 0 && more() && v_.between(at_ - 1) == ", ";
        const auto type = chain_.pieces.back().type;
        if (comma && (type == NamePiece::Type::surname || type == NamePiece::Type::unknownSurname)) {
            const auto before = at_;
            if (token(at_).length() == 1 && dotted(at_) && chain_.initials.empty() && !opensAnotherName(c_, at_)) {
                endInitials();
                chain_.inverted = at_ != before;
            } else if (c_.people.partsOf(v_.word(at_)) && token(at_).capital && type == NamePiece::Type::surname && chain_.initials.empty() && chain_.title == Title::none) {
                const auto count = chain_.pieces.size();
                while (more() && (at_ == before || space() || v_.between(at_ - 1) == "-") && token(at_).capital && c_.people.partsOf(v_.word(at_))) {
                    addGiven(at_);
                    ++at_;
                }
                if (!sharePerson(chain_.pieces[count - 1], chain_.pieces.back())) {
                    chain_.pieces.resize(count);
                    at_ = before;
                } else {
                    chain_.inverted = true;
                }
            }
            if (chain_.inverted) at_ = behindPrefix(c_, chain_, at_);
            return;
        }
        if (joined(" ") || joined("_")) endInitials();
    }

    void endInitials() {
        const auto start = at_;
        std::string letters;
        bool sawInitial = false;
        while (more() && letters.size() < kMaxInitials && (at_ == start || v_.between(at_ - 1).size() <= 2) && v_.between(at_ - 1 < v_.tokens().size() ? at_ - 1 : 0).find('\n') == std::string_view::npos) {
            const auto word = v_.word(at_);
            const bool underscore = token(at_).start > 0 && v_.folded()[token(at_).start - 1] == '_';
            if (word.size() == 1 && !token(at_).digits && (dotted(at_) || underscore || closesName(at_))) {
                letters += std::string(word);
                sawInitial = true;
                ++at_;
                if (at_ > 0 && more() && v_.between(at_ - 1) == ". " && token(at_).sentenceStart && token(at_).length() > 1) break;
            } else if (isNamePrefix(word) && prefixGoesOn() && at_ + 1 < v_.tokens().size() && token(at_ + 1).length() == 1 && dotted(at_ + 1)) {
                letters += std::string(word);
                ++at_;
            } else {
                break;
            }
        }
        if (!sawInitial) at_ = start;
        else chain_.endInitials = letters;
    }

    // "Aga W]", "zuzanna k⏎": a bare letter at the end, the first of the surname.
    bool closesName(std::size_t i) const {
        const auto after = v_.between(i);
        const bool closes = after.find_first_of("\n])(:,;") != std::string_view::npos || i + 1 == v_.tokens().size();
        if (!closes || v_.between(i - 1) != " " || !(token(i).capital || !token(i - 1).capital) || isNamePrefix(v_.word(i))) return false;
        for (const auto* part : chain_.pieces.back().parts)
            for (const auto& w : foldedWords(c_.people.persons()[part->person].family))
                if (w[0] == v_.word(i)[0]) return true;
        return false;
    }

    std::optional<NameChain> finish() {
        chain_.lastToken = at_;
        chain_.start = token(chain_.firstToken).start;
        if (chain_.start > 0 && v_.folded()[chain_.start - 1] == '\'' && v_.word(chain_.firstToken) == "t") --chain_.start;
        chain_.end = token(at_ - 1).end;
        if (!chain_.endInitials.empty() && chain_.end < v_.size() && v_.folded()[chain_.end] == '.') ++chain_.end;
        takePossessive(v_, chain_);
        return std::move(chain_);
    }

    const NameContext& c_;
    const TextView& v_;
    NamePieces pieces_;
    std::size_t at_;
    NameChain chain_;
    bool bracketed_ = false;  // a name in brackets was just read
};

}  // namespace

std::optional<NameChain> parseName(const NameContext& context, std::size_t token) { return Parser(context, token).parse(); }

}  // namespace redaction::detect
