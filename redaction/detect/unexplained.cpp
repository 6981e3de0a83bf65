// What is written with a capital inside a sentence, stands in no list of words and was not recognised as anything: a name.
// Whose or of what, the words before it say: "in Zandhof", "bij De Erica", "met Wondergem".
#include <algorithm>

#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"
#include "redaction/detect/organisation_words.h"
#include "redaction/detect/owners.h"
#include "redaction/words/words.h"

namespace redaction::detect {

namespace {

constexpr std::size_t kMostWords = 4, kShortest = 4;

bool isArticle(const Word& w) { return w == "de" || w == "het" || w == "t"; }
bool announcesPlace(const Word& w) { return w == "in" || w == "te" || w == "uit" || w == "naar" || w == "vanuit" || w == "vanaf" || w == "rond" || w == "richting" || w == "sinds" || w == "gemeente" || w == "station"; }
bool announcesWhere(const Word& w) { return w == "bij" || w == "op" || w == "aan" || w == "via" || w == "van"; }

bool isLanguage(const Word& w) { return lexicon().proper.has(std::string(w) + "e"); }  // "Duits": there is "Duitse" too

class Unexplained {
  public:
    explicit Unexplained(Reading& r) : r_(r), v_(r.view), taken_(r.view.tokens().size(), false) {
        for (const auto& m : r.found)
            for (auto i = v_.tokenAt(m.start); i < taken_.size() && v_.tokens()[i].start < m.end; ++i) taken_[i] = true;
    }

    void run() {
        for (std::size_t i = 1; i < v_.tokens().size(); ++i)
            if (opens(i)) i = add(i);
    }

  private:
    const Token& token(std::size_t i) const { return v_.tokens()[i]; }

    bool isCapital(std::size_t i) const { return i < v_.tokens().size() && token(i).capital && !token(i).allCaps && !token(i).digits && !taken_[i] && token(i).length() > 1; }

    // In no list: neither an ordinary word nor a country, a language or a make.
    bool isStrange(std::size_t i) const {
        const auto w = v_.word(i);
        if (!isCapital(i) || w.size() < kShortest) return false;
        const bool where = announcesWhere(v_.word(i - 1));
        const bool explained = w.is(Fact::ordinary) ? w.is(Fact::everyday) || !where : w.is(Fact::proper) && !w.is(Fact::water) && !(w.is(Fact::familyName) && !isLanguage(w));
        if (explained || isCalendarWord(w) || isAcronym(w) || isFormLabel(w) || isJobWord(w) || titleOf(w) != Title::none || kinWord(w).kin != Kin::none) return false;
        return (!isStreetEnding(w) || v_.word(i - 1) == "bij" || v_.word(i - 1) == "naar") && organisationKind(w) == Kind::other && !isPublic(w) && !closesRegion(w);
    }

    static bool isPublic(const Word& w) {
        static const auto words = words::setOf("organisations", "publicWords");
        return words.count(w) != 0;
    }

    bool follows(std::size_t i) const { return v_.between(i - 1) == " " && !token(i).sentenceStart; }

    bool opens(std::size_t i) const {
        if (!isCapital(i) || !follows(i) || isPublic(v_.word(i - 1)) || (i >= 2 && isPublic(v_.word(i - 2)))) return false;
        if (isArticle(v_.word(i))) return namedThing(i + 1);
        return isStrange(i);
    }

    // "bij De Notenkraker": an article with a capital inside the sentence.
    bool namedThing(std::size_t i) const { return isCapital(i) && v_.between(i - 1) == " " && !isPublic(v_.word(i)) && kinWord(v_.word(i)).kin == Kin::none; }

    std::size_t add(std::size_t i) {  // the last token taken
        auto last = i;
        while (last + 1 < i + kMostWords && last + 1 < v_.tokens().size() && isCapital(last + 1) && !token(last + 1).sentenceStart && (v_.between(last) == " " || v_.between(last) == "-")) ++last;
        const auto before = v_.word(i - 1);
        const bool article = isArticle(before), thing = isArticle(v_.word(i)) || article;
        const auto announcing = article && i >= 2 ? v_.word(i - 2) : before;
        const auto kind = announcesPlace(announcing) ? Kind::place : thing || announcesWhere(before) ? Kind::institution : Kind::name;
        const auto start = std::size_t{token(article ? i - 1 : i).start};
        auto subject = nearestPerson(r_, start);
        if (kind == Kind::name) subject = r_.strangers.meet("", std::string(v_.word(i)), false).key;
        addMention(r_, start, token(last).end, kind, subject, 0, 0.5);
        return last;
    }

    Reading& r_;
    const TextView& v_;
    std::vector<bool> taken_;
};

}  // namespace

void findUnexplained(Reading& r) { Unexplained(r).run(); }

}  // namespace redaction::detect
