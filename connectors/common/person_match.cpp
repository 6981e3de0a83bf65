#include "connectors/common/person_match.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <vector>

namespace connectors {
namespace {

// Lower case, without accents, cut at everything that is not a letter.
std::vector<icu::UnicodeString> wordsOf(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* apart = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(name).foldCase();
    if (U_SUCCESS(status)) text = apart->normalize(text, status);
    std::vector<icu::UnicodeString> words(1);
    for (int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        const UChar32 character = text.char32At(at);
        if (u_isalpha(character))
            words.back().append(character);
        else if (u_charType(character) != U_NON_SPACING_MARK && !words.back().isEmpty())
            words.emplace_back();
    }
    if (words.back().isEmpty()) words.pop_back();
    return words;
}

}  // namespace

Match matchOf(const Sought& sought, const NamedPerson& named) {
    if (!sought.bsn.empty() && !named.bsn.empty()) return sought.bsn == named.bsn ? Match::yes : Match::no;
    const auto ours = wordsOf(sought.name), theirs = wordsOf(named.name);
    if (ours.empty() || theirs.empty() || ours.back() != theirs.back()) return Match::no;
    const bool sameInitial = ours.size() > 1 && theirs.size() > 1 && ours.front().charAt(0) == theirs.front().charAt(0);
    if (sought.birthdate.empty() || named.birthdate.empty()) return sameInitial ? Match::possible : Match::no;
    if (sought.birthdate != named.birthdate) return Match::no;
    return sameInitial ? Match::yes : Match::possible;
}

}  // namespace connectors
