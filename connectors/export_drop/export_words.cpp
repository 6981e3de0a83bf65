#include "connectors/export_drop/export_words.h"

namespace connectors::export_drop {
namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return count == 1 ? std::string("1 ") + one : std::to_string(count) + " " + many;
}

Answer answerOf(const Findings& found) {
    const bool gaps = found.stopped || found.incomplete + found.possible + found.unlisted + found.overLimit > 0 ||
                      !found.missing.empty() || found.covered.size() < found.sought;
    if (found.matching == 0 || (found.stopped && found.delivered == 0)) return Answer::noAnswer;
    if (gaps) return Answer::deliveredInPart;
    return found.delivered > 0 ? Answer::deliveredInFull : Answer::nothingHeld;
}

std::string mainSentence(const Findings& found, Answer answer) {
    const std::string documents = counted(found.delivered, "document", "documenten");
    switch (answer) {
        case Answer::deliveredInFull:
            return "De export van de partner bevat " + documents + "; de partner verklaart dat dit alles is.";
        case Answer::nothingHeld:
            return "De partner verklaart in de export niets over deze personen te hebben.";
        case Answer::deliveredInPart:
            return "De export van de partner bevat " + documents + ", maar is niet volledig.";
        default:
            break;
    }
    if (found.stopped) return "Het lezen van de exports is onderbroken voordat er een antwoord was.";
    if (found.exports == 0) return "De partner heeft nog geen export klaargezet.";
    return "Er staat een export klaar, maar niet een over deze personen.";
}

std::string remarks(const Findings& found) {
    std::string text;
    if (found.incomplete > 0) text += " De partner verklaart zelf dat de export niet alles bevat.";
    if (found.matching > 0 && found.covered.size() < found.sought)
        text += " Over " + counted(found.sought - found.covered.size(), "persoon", "personen") + " is er geen export.";
    if (found.possible > 0)
        text += " " + counted(found.possible, "export gaat", "exports gaan") +
                " mogelijk over een van deze personen; laat de partner dat nagaan.";
    if (found.unlisted > 0)
        text += " " + counted(found.unlisted, "bestand staat", "bestanden staan") + " niet in het manifest en " +
                (found.unlisted == 1 ? "is" : "zijn") + " niet overgenomen.";
    if (found.overLimit > 0) text += " Er zijn meer documenten dan in één keer worden opgehaald.";
    return text;
}

}  // namespace

Statement statementOf(const Findings& found) {
    Statement statement;
    statement.answer = answerOf(found);
    statement.explanation = mainSentence(found, statement.answer) + remarks(found);
    statement.searchedIn = {"map met exports"};
    for (const std::string& system : found.systems) statement.searchedIn.push_back("export uit " + system);
    statement.searchedWith = found.searchedWith;
    statement.missing = found.missing;
    return statement;
}

}  // namespace connectors::export_drop
