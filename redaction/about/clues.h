// What is seen of a person in and around a passage, and how heavily each sight weighs that the passage is about them. The
// weights are data: templates/words/attribution.txt.
#pragma once

#include <bitset>
#include <string_view>

namespace redaction::about {

enum class Clue {
    always, namedActing, namedTouched, namedBeside, onlyQuoted, byRole, ambiguous, namedOften, namedFirst, topic, othersAct, amongMany,
    allChildren, bothParents, tells, turn, tellsByPronoun, writesInFirstPerson, writes, stillSpeaking, addressed, client,
    pronounLast, pronounLastMaybe, pronounEarlier, pronounFocus, pronounEntry, wrongGender, laterPronounFocus, laterPronounLast,
    silentLast, silentAfterBlank, silentFocus, silentEntry, silentWriter, besideFocus, besideLast, besideEntry, focusTalks, focusTalksQuote,
    child, reporter, stranger, inFunction, ownsSpecial, ownsData, shortPassage, mainPerson, goesOnNear, quotedFocus, titleOnly, tellsOfOther, focusIsOne, pronounOnlyOne, pronounAlone, silentAlone, pronounWriter, reportsOther, droppedFocus, droppedEntry, droppedLast, besideOther, wholeFamily, count
};
using Clues = std::bitset<static_cast<std::size_t>(Clue::count)>;

std::string_view nameOf(Clue clue);

double probabilityOf(const Clues& clues);  // 0..1

}  // namespace redaction::about
