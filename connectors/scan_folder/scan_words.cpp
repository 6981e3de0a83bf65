#include "connectors/scan_folder/scan_words.h"

namespace connectors::scan_folder {
namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return count == 1 ? std::string("1 ") + one : std::to_string(count) + " " + many;
}

// A dossier without a description can only be found by its number: without a number, nobody knows whom it is about.
bool couldHideOne(const Findings& found) {
    return found.undescribed > 0 && !found.searchedByNumber;
}

Answer answerOf(const Findings& found) {
    const bool gaps = found.stopped || !found.missing.empty() || found.possible + found.overLimit > 0;
    if (found.stopped && found.delivered == 0) return Answer::noAnswer;
    if (found.matching > 0) {
        if (found.delivered == 0 && !gaps) return Answer::nothingHeld;
        return gaps || couldHideOne(found) ? Answer::deliveredInPart : Answer::deliveredInFull;
    }
    return couldHideOne(found) || found.possible > 0 ? Answer::noAnswer : Answer::nothingHeld;
}

std::string mainSentence(const Findings& found, Answer answer) {
    const std::string scans = counted(found.delivered, "scan", "scans");
    switch (answer) {
        case Answer::deliveredInFull:
            return "De scanmap bevat " + scans + " over deze personen; alles is overgenomen.";
        case Answer::deliveredInPart:
            return "Uit de scanmap zijn " + scans + " overgenomen, maar dat is mogelijk niet alles.";
        case Answer::nothingHeld:
            return "In de scanmap staat geen dossier over deze personen.";
        default:
            return found.stopped ? "Het lezen van de scanmap is onderbroken voordat er een antwoord was."
                                 : "In de scanmap is geen dossier met zekerheid aan deze personen te koppelen.";
    }
}

std::string remarks(const Findings& found) {
    std::string text;
    if (couldHideOne(found))
        text += " Van " + counted(found.undescribed, "dossier", "dossiers") +
                " staat niet vermeld over wie het gaat; zonder zaaknummer is dat niet vast te stellen.";
    if (found.possible > 0)
        text += " " + counted(found.possible, "dossier gaat", "dossiers gaan") +
                " mogelijk over een van deze personen; laat de partner dat nagaan.";
    if (found.overLimit > 0) text += " Er zijn meer scans dan in één keer worden opgehaald.";
    return text;
}

}  // namespace

Statement statementOf(const Findings& found) {
    Statement statement;
    statement.answer = answerOf(found);
    statement.explanation = mainSentence(found, statement.answer) + remarks(found);
    statement.searchedIn = {"scanmap"};
    statement.searchedWith = found.searchedWith;
    statement.missing = found.missing;
    return statement;
}

}  // namespace connectors::scan_folder
