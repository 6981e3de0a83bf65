#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "redaction/about/clues.h"

namespace redaction::about {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Clue::count)> kNames{
    "always", "namedActing", "namedTouched", "namedBeside", "onlyQuoted", "byRole", "ambiguous", "namedOften", "namedFirst", "topic", "othersAct", "amongMany",
    "allChildren", "bothParents", "tells", "turn", "tellsByPronoun", "writesInFirstPerson", "writes", "stillSpeaking", "addressed", "client",
    "pronounLast", "pronounLastMaybe", "pronounEarlier", "pronounFocus", "pronounEntry", "wrongGender", "laterPronounFocus", "laterPronounLast",
    "silentLast", "silentAfterBlank", "silentFocus", "silentEntry", "silentWriter", "besideFocus", "besideLast", "besideEntry", "focusTalks", "focusTalksQuote",
    "child", "reporter", "stranger", "inFunction", "ownsSpecial", "ownsData", "shortPassage", "mainPerson", "goesOnNear", "quotedFocus", "titleOnly", "tellsOfOther", "focusIsOne", "pronounOnlyOne", "pronounAlone", "silentAlone", "pronounWriter", "reportsOther", "droppedFocus", "droppedEntry", "droppedLast", "besideOther", "wholeFamily",
    "afterAan", "afterVan", "afterBij", "afterMet", "afterOver", "afterVoor", "afterDoor", "afterVolgens", "possessed", "byInitials",
    "atLabel", "verbFollows", "sayingFollows", "verbPrecedes", "namedThrice", "namedLate", "namedEarly", "namedAlone", "oneOther", "mostNamed",
    "joined", "keptOut", "theirPronounFollows", "onlyOfGender", "ownsLife", "blockNamed", "blockActs", "blockOpens", "lineBefore", "lineAfter",
    "before1", "before2", "before3", "actedBefore", "after1", "after2", "actsAfter", "neverHere", "seldomHere", "heFits", "himFits",
    "rivalNamed", "plural", "pluralLast", "eachOther", "both", "childrenAct", "childrenTouched", "childrenBeside", "parentsAct",
    "parentsTouched", "parentsBeside", "othersNamed", "unnamedOthersAct", "reporterActs", "reporterWord", "reporterGoesOn", "parent",
    "adultOther", "cueSilence", "cueWorknote", "cueInternal", "cuePolice", "cueVantage", "cueMixed", "cueSays", "cueBoilerplate",
    "cueTalkWith", "caseWord", "plan", "labelled", "labelStaff", "labelFocus", "answersNext", "answeredLast", "staffNamed", "question",
    "secondPerson", "secondTitled", "secondPartner", "firstPerson", "longPassage", "briefPassage", "speaks", "anotherSpeaks", "nobodyNamed",
    "signsOff", "opensSection", "partyWord", "childWord", "firstTitled", "firstMain"};

}  // namespace

static_assert(!kNames.back().empty(), "every clue has a name");

std::string_view nameOf(Clue clue) { return kNames[static_cast<std::size_t>(clue)]; }

Clue clueNamed(std::string_view name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) throw std::logic_error("geen aanwijzing: " + std::string(name));
    return static_cast<Clue>(found - kNames.begin());
}

}  // namespace redaction::about
