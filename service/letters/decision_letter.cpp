// The decision of one controller.
#include "service/letters/letter_blocks.h"
#include "service/letters/letters.h"
#include "service/letters/remedy_fields.h"
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
        case requests::PartnerKind::youthCare: return "jeugdhulp";
        case requests::PartnerKind::wmoProvider: return "wmo-aanbieder";
        case requests::PartnerKind::treatment: return "behandelaar";
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

json groundsOf(const LetterBook& book, Language language, const Decision& letter) {
    json grounds = json::array();
    for (const auto& used : letter.grounds) {
        const auto wording = wordingOrThrow(used.ground, letter.controller.kind);
        const auto words = letter.reader == Reader::child ? book.word("ground-child", used.ground, language) : sentenceOf(wording, language);
        grounds.push_back({{"words", words}, {"source", wording.source},
                           {"places", used.places > 0 ? std::to_string(used.places) : std::string{}}});
    }
    return grounds;
}

// Basis: AVG art. 15(1)
json processingOf(const LetterBook& book, Language language, const Decision& letter) {
    json usual = book.processing(codeOf(letter.controller.kind)).at(toText(language) + (letter.reader == Reader::child ? "-child" : ""));
    const auto& own = letter.processing;
    for (const auto& [name, list] : {std::pair{"purposes", &own.purposes}, std::pair{"categories", &own.categories},
                                     std::pair{"recipients", &own.recipients}, std::pair{"origin", &own.origin},
                                     std::pair{"statements", &own.statements}})
        if (!list->empty()) usual[name] = *list;
    if (!own.retention.empty()) usual["retention"] = own.retention;
    return json::array({usual});
}

json fieldsOf(const LetterBook& book, Language language, const Decision& letter, const requests::Remedies& remedies) {
    const bool isAccess = letter.right == requests::Right::access;
    const bool found = letter.outcome != Outcome::nothingHeld && letter.outcome != Outcome::nothingVisible;
    const bool explains = isAccess && found && letter.outcome != Outcome::notTakenUp;
    const std::size_t documents = letter.releasedWhole + letter.releasedPartly + letter.withheldWhole;
    const auto outcomes = nameOf(isAccess ? "outcome-access" : "outcome-other", letter.reader);
    json fields{{"rightName", book.word(nameOf("right", letter.reader), requests::toText(letter.right), language)},
                {"about", letter.about}, {"receivedOn", dateIn(language, letter.received)}, {"outcome", book.word(outcomes, codeOf(letter.outcome), language)},
                {"law", lawFor(book, language, letter)}, {"reasons", letter.reasons}, {"nothing", !found},
                {"hasDocuments", isAccess && documents > 0}, {"releasedWhole", countOf(letter.releasedWhole)}, {"releasedPartly", countOf(letter.releasedPartly)},
                {"withheldWhole", countOf(letter.withheldWhole)}, {"hasGrounds", !letter.grounds.empty()}, {"grounds", groundsOf(book, language, letter)},
                {"isAccess", explains}, {"explanations", letter.explanations}, {editsField, letter.edits}};
    fields.update(remedyFields(book, language, letter.reader, letter.controller, remedies));
    if (explains) fields["processing"] = processingOf(book, language, letter);
    return fields;
}

std::string seenByChild(const LetterBook& book, Language language, const Inspected& it) {
    auto words = book.word("inspection-child", "seen", language);
    for (const auto& [slot, value] : {std::pair{"{date}", dateIn(language, it.on)}, {"{place}", it.place}, {"{present}", it.present}, {"{shown}", it.shown}}) words = filled(std::move(words), slot, value);
    return words;
}

}  // namespace

Letter decision(const LetterBook& book, Language language, const Decision& letter) {
    requireReasons(letter);
    const auto remedies = requests::remediesOf(letter.controller, letter.sent, {}, letter.terms, letter.calendar);
    auto fields = fieldsOf(book, language, letter, remedies);
    if (!letter.inspected) return book.write(nameOf("decision", letter.reader), language, letter.frame, fields);
    const auto& seen = *letter.inspected;
    if (letter.reader == Reader::child) {
        fields["reasons"].push_back(seenByChild(book, language, seen));
        return book.write(nameOf("decision", letter.reader), language, letter.frame, fields);
    }
    for (const char* other : {"nothing", "hasDocuments"}) fields.erase(other);
    fields["outcome"] = book.word("outcome-inspection", codeOf(letter.outcome), language);
    fields["seenOn"] = dateIn(language, seen.on), fields["seenPlace"] = seen.place;
    fields["present"] = seen.present, fields["shown"] = seen.shown;
    return book.write("decision-inspection", language, letter.frame, fields);
}

}  // namespace service::letters
