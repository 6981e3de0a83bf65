// Who is whose mother, ex, grandmother … in the household graph.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/detect/people.h"

namespace redaction::detect {

enum class Kin {
    none, mother, father, grandmother, grandfather, son, daughter, child, brother, sister, exPartner, partner, aunt, uncle, stepParent, fosterParent,
    grandson, granddaughter, parentInLaw, siblingInLaw, childInLaw, cousin, madam, sir, outsider
};

struct KinWord {
    Kin kin = Kin::none;
    Gender gender = Gender::unknown;
    bool weak = false;      // may also be something else: "ma", "nani", "pm"
    std::string_view word;  // as the list has it
};

// By templates/words/kin.txt; also in the possessive ("vaders") and the diminutive ("zusje").
KinWord kinWord(std::string_view foldedWord);
const KinWord* findKinWord(std::string_view foldedWord);  // nullptr: no relative
inline KinWord kinWord(const Word& word) { return word.facts->kin ? *word.facts->kin : KinWord{}; }

bool namesSomebody(std::string_view foldedWord);  // "vrouw", "jongen", "vent": with the words behind it, "uit haar klas", some one person

// The people who are `kin` of `owner`, in the order of the case.
std::vector<std::size_t> kinOf(const People& people, std::size_t owner, KinWord word);
// Whom a bare "moeder", "de zoon", "mevrouw" means in this household; empty: nobody, or not known.
std::vector<std::size_t> bareKin(const People& people, KinWord word);

}  // namespace redaction::detect
