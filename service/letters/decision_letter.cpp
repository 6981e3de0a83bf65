// The decision of one controller.
#include "service/letters/letters.h"
#include "service/letters/wording.h"

namespace service::letters {
namespace {

using nlohmann::json;

const char* codeOf(Outcome outcome) {
    switch (outcome) {
        case Outcome::granted: return "granted";
        case Outcome::partly: return "partly";
        case Outcome::refused: return "refused";
        case Outcome::nothingHeld: return "nothingHeld";
        case Outcome::nothingVisible: return "nothingVisible";
        case Outcome::notTakenUp: return "notTakenUp";
        case Outcome::processing: return "processing";
    }
    return "";
}

const char* codeOf(requests::PartnerKind kind) {
    switch (kind) {
        case requests::PartnerKind::safeHome: return "veilig-thuis";
        case requests::PartnerKind::youthProtection: return "gecertificeerde-instelling";
        case requests::PartnerKind::childProtectionBoard: return "raad-voor-de-kinderbescherming";
        case requests::PartnerKind::localTeam: return "lokaal-team";
        case requests::PartnerKind::careSafetyHouse: return "zorg-en-veiligheidshuis";
        case requests::PartnerKind::treatment:
        case requests::PartnerKind::unknown: return "other";
    }
    return "other";
}

// Basis: AVG art. 12(4), procedure P7: a refusal states its reasons
void requireReasons(const Decision& letter) {
    const bool needs = letter.outcome == Outcome::refused || letter.outcome == Outcome::notTakenUp || letter.outcome == Outcome::partly;
    if (needs && letter.grounds.empty() && letter.reasons.empty())
        throw LetterError("Brief: bij een weigering horen redenen; die ontbreken.");
}

std::string countOf(std::size_t documents) { return documents > 0 ? std::to_string(documents) : std::string{}; }

std::string lawFor(const LetterBook& book, Language language, const Decision& letter) {
    if (letter.right != requests::Right::access) return book.word("law", requests::toText(letter.right), language);
    const auto law = requests::lawOf(letter.controller.kind);
    return letter.position == Position::clientOrForClient ? law.access : law.ownDataOnly;
}

json groundsOf(Language language, const Decision& letter) {
    json grounds = json::array();
    for (const auto& used : letter.grounds) {
        const auto wording = wordingOrThrow(used.ground, letter.controller.kind);
        grounds.push_back({{"words", sentenceOf(wording, language)}, {"source", wording.source},
                           {"places", used.places > 0 ? std::to_string(used.places) : std::string{}}});
    }
    return grounds;
}

// Basis: AVG art. 15(1)
json processingOf(const LetterBook& book, Language language, const Decision& letter) {
    json usual = book.processing(codeOf(letter.controller.kind)).at(toText(language));
    const auto& own = letter.processing;
    for (const auto& [name, list] : {std::pair{"purposes", &own.purposes}, std::pair{"categories", &own.categories},
                                     std::pair{"recipients", &own.recipients}, std::pair{"origin", &own.origin},
                                     std::pair{"statements", &own.statements}})
        if (!list->empty()) usual[name] = *list;
    if (!own.retention.empty()) usual["retention"] = own.retention;
    return json::array({usual});
}

json routesOf(const requests::Remedies& remedies, Language language) {
    json routes = json::array();
    for (const auto& route : remedies.routes) {
        const bool dutch = language == Language::dutch;
        routes.push_back({{"title", dutch ? route.title : route.englishTitle}, {"paragraph", dutch ? route.paragraph : route.englishParagraph}});
    }
    return routes;
}

}  // namespace

Letter decision(const LetterBook& book, Language language, const Decision& letter) {
    requireReasons(letter);
    const auto remedies = requests::remediesOf(letter.controller, letter.sent, {}, letter.terms, letter.calendar);
    const bool isAccess = letter.right == requests::Right::access;
    const bool found = letter.outcome != Outcome::nothingHeld && letter.outcome != Outcome::nothingVisible;
    const std::size_t documents = letter.releasedWhole + letter.releasedPartly + letter.withheldWhole;
    json fields{{"decisionTitle", book.word("decision", remedies.decisionWord, language)},
                {"rightName", book.word("right", requests::toText(letter.right), language)},
                {"about", letter.about}, {"receivedOn", dateIn(language, letter.received)},
                {"outcome", book.word(isAccess ? "outcome-access" : "outcome-other", codeOf(letter.outcome), language)},
                {"law", lawFor(book, language, letter)}, {"explanations", letter.explanations}, {"reasons", letter.reasons},
                {"nothing", !found},
                {"hasDocuments", isAccess && documents > 0}, {"releasedWhole", countOf(letter.releasedWhole)},
                {"releasedPartly", countOf(letter.releasedPartly)}, {"withheldWhole", countOf(letter.withheldWhole)},
                {"hasGrounds", !letter.grounds.empty()}, {"grounds", groundsOf(language, letter)},
                {"isAccess", isAccess && found && letter.outcome != Outcome::notTakenUp}, {"routes", routesOf(remedies, language)},
                {"contestedNote", language == Language::dutch ? remedies.contestedNote : remedies.englishContestedNote},
                {"contested", !remedies.contestedNote.empty()}, {"controllerName", letter.controller.name}};
    if (isAccess && found && letter.outcome != Outcome::notTakenUp) fields["processing"] = processingOf(book, language, letter);
    return book.write("decision", language, letter.frame, fields);
}

}  // namespace service::letters
