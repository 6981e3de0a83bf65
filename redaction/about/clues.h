// What is seen of a person in and around a passage, and how heavily each sight weighs that the passage is about them. The
// weights are data: templates/words/attribution.txt.
#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <cstdint>
#include <string_view>

namespace redaction::about {

enum class Clue {
    always, namedActing, namedTouched, namedBeside, onlyQuoted, byRole, ambiguous, namedOften, namedFirst, topic, othersAct, amongMany,
    allChildren, bothParents, tells, turn, tellsByPronoun, writesInFirstPerson, writes, stillSpeaking, addressed, client,
    pronounLast, pronounLastMaybe, pronounEarlier, pronounFocus, pronounEntry, wrongGender, laterPronounFocus, laterPronounLast,
    silentLast, silentAfterBlank, silentFocus, silentEntry, silentWriter, besideFocus, besideLast, besideEntry, focusTalks, focusTalksQuote,
    child, reporter, stranger, inFunction, ownsSpecial, ownsData, shortPassage, mainPerson, goesOnNear, quotedFocus, titleOnly, tellsOfOther, focusIsOne, pronounOnlyOne, pronounAlone, silentAlone, pronounWriter, reportsOther, droppedFocus, droppedEntry, droppedLast, besideOther, wholeFamily,
    afterAan, afterVan, afterBij, afterMet, afterOver, afterVoor, afterDoor, afterVolgens, possessed, byInitials, atLabel, verbFollows,
    sayingFollows, verbPrecedes, namedThrice, namedLate, namedEarly, namedAlone, oneOther, mostNamed, joined, keptOut, theirPronounFollows,
    onlyOfGender, ownsLife, blockNamed, blockActs, blockOpens, lineBefore, lineAfter, before1, before2, before3, actedBefore, after1, after2,
    actsAfter, neverHere, seldomHere, heFits, himFits, rivalNamed, plural, pluralLast, eachOther, both, childrenAct, childrenTouched,
    childrenBeside, parentsAct, parentsTouched, parentsBeside, othersNamed, unnamedOthersAct, reporterActs, reporterWord, reporterGoesOn,
    parent, adultOther, cueSilence, cueWorknote, cueInternal, cuePolice, cueVantage, cueMixed, cueSays, cueBoilerplate, cueTalkWith, caseWord,
    plan, labelled, labelStaff, labelFocus, answersNext, answeredLast, staffNamed, question, secondPerson, secondTitled, secondPartner,
    firstPerson, longPassage, briefPassage, speaks, anotherSpeaks, nobodyNamed,
    signsOff, opensSection, partyWord, childWord, firstTitled, firstMain,
    count
};
using Clues = std::bitset<static_cast<std::size_t>(Clue::count)>;
using ClueWords = std::array<std::uint64_t, (static_cast<std::size_t>(Clue::count) + 63) / 64>;
inline ClueWords wordsOf(const Clues& clues) { return std::bit_cast<ClueWords>(clues); }  // the bits, the lowest first

template <class Take>
void eachBit(const ClueWords& words, Take take) {  // in order
    for (std::size_t i = 0; i < words.size(); ++i)
        for (auto bits = words[i]; bits != 0; bits &= bits - 1) take(64 * i + static_cast<std::size_t>(std::countr_zero(bits)));
}

std::string_view nameOf(Clue clue);
Clue clueNamed(std::string_view name);  // throws when there is none

double probabilityOf(const Clues& clues);  // 0..1

}  // namespace redaction::about
