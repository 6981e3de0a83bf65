#include "connectors/zgw/collection_words.h"

#include <algorithm>

namespace connectors::zgw {
namespace {

std::string documents(std::size_t count) {
    return count == 1 ? "1 document" : std::to_string(count) + " documenten";
}

std::string withoutBsnWords(std::size_t people) {
    if (people == 0) return "";
    const std::string who = people == 1 ? "1 persoon" : std::to_string(people) + " personen";
    return " Op " + who + " is niet met een burgerservicenummer gezocht, omdat dat niet bekend is.";
}

std::string foundWords(const Progress& progress, Answer answer) {
    switch (answer) {
        case Answer::deliveredInFull:
            return "Het zaaksysteem leverde " + documents(progress.delivered) +
                   ": alles wat Lakwerk daar mag zien over deze personen.";
        case Answer::deliveredInPart:
            return "Het zaaksysteem leverde " + documents(progress.delivered) +
                   "; een deel ontbreekt, of daarop kon niet worden gezocht.";
        case Answer::refused:
            return "Het zaaksysteem kent documenten over deze personen, maar geeft ze niet aan Lakwerk vrij.";
        case Answer::noAnswer:
            return progress.stopped ? "Het ophalen is onderbroken voordat er een antwoord was."
                                    : "Er is niet gezocht: er is geen burgerservicenummer en geen zaaknummer bekend.";
        default:
            // Lists are filtered by rights without saying so: an empty list is no proof that nothing is held.
            return progress.cases == 0
                       ? "Het zaaksysteem toont Lakwerk geen zaken over deze personen. Dat bewijst niet "
                         "dat er niets is: wat Lakwerk niet mag zien, laat het systeem weg."
                       : "Het zaaksysteem toont Lakwerk wel een zaak, maar geen documenten. Dat bewijst "
                         "niet dat er geen zijn: wat Lakwerk niet mag zien, laat het systeem weg.";
    }
}

Answer answerOf(const Progress& progress) {
    if (progress.searchedWith.empty()) return Answer::noAnswer;
    const bool gaps = progress.stopped || !progress.missing.empty() || progress.hidden + progress.overLimit > 0;
    if (progress.delivered > 0)
        return gaps || progress.withoutBsn > 0 ? Answer::deliveredInPart : Answer::deliveredInFull;
    if (progress.stopped) return Answer::noAnswer;
    if (progress.withheld > 0 && progress.withheld == progress.missing.size()) return Answer::refused;
    return progress.missing.empty() ? Answer::nothingVisibleToUs : Answer::deliveredInPart;
}

}  // namespace

Progress Progress::of(const Query& query) {
    Progress progress;
    const auto lacking = std::count_if(query.people.begin(), query.people.end(),
                                       [](const Sought& person) { return person.bsn.empty(); });
    progress.withoutBsn = static_cast<std::size_t>(lacking);
    if (progress.withoutBsn < query.people.size()) progress.searchedWith.emplace_back("burgerservicenummer");
    if (!query.caseNumbers.empty()) progress.searchedWith.emplace_back("zaaknummer");
    return progress;
}

Statement statementOf(const Progress& progress) {
    Statement statement;
    statement.answer = answerOf(progress);
    statement.explanation = foundWords(progress, statement.answer) + withoutBsnWords(progress.withoutBsn);
    statement.searchedIn = {"Zaken API", "Documenten API"};
    statement.searchedWith = progress.searchedWith;
    statement.missing = progress.missing;
    if (progress.hidden > 0)
        statement.missing.push_back({"", documents(progress.hidden), "door het zaaksysteem niet aan Lakwerk getoond"});
    if (progress.overLimit > 0)
        statement.missing.push_back({"", documents(progress.overLimit), "meer dan in één keer wordt opgehaald"});
    return statement;
}

}  // namespace connectors::zgw
