#include "service/casework/own_paragraph.h"

#include <nlohmann/json.hpp>

#include <sstream>

#include "service/casework/case_file.h"
#include "service/casework/items.h"
#include "service/casework/queue.h"

namespace service::casework {

namespace {

constexpr const char* kind = "decision";
constexpr std::size_t mostBytes = 4000;

}  // namespace

std::string ownParagraph(Office& office, const std::string& requestId, const std::string& partnerId) {
    const auto letter = office.store.letters().find(requestId, partnerId, kind);
    if (!letter) return {};
    const auto fields = nlohmann::json::parse(letter->fields, nullptr, false);
    return fields.is_object() ? fields.value("paragraph", std::string()) : std::string();
}

std::vector<std::string> paragraphsOf(std::string_view text) {
    std::vector<std::string> paragraphs;
    std::istringstream in{std::string(text)};
    std::string paragraph;
    const auto end = [&] {
        if (!paragraph.empty()) paragraphs.push_back(std::exchange(paragraph, {}));
    };
    for (std::string line; std::getline(in, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        if (line.empty()) end();
        else paragraph += (paragraph.empty() ? "" : " ") + line;
    }
    end();
    return paragraphs;
}

// Basis: Convenant art. 5.2: the letter is the partner's; AVG art. 12(1): in plain words
Outcome writeParagraph(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId, std::string_view text) {
    requireRole(actor, {Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {store::Step::signOff});
    if (text.size() > mostBytes) return Outcome::refused("too-long", "Deze alinea is te lang; maak haar korter dan 4.000 tekens.");
    const std::string partner(partnerId);
    const bool decides = isAnsweredByItems(request) ? partner == controllerOf(request) : office.store.collections().find(request.id, partner).has_value();
    if (!decides) throw Failure(Failure::notFound, "Deze partner is niet gevraagd.");
    if (ownParagraph(office, request.id, partner) == text) return Outcome::success();
    office.store.transact([&] {
        store::Letter letter;
        letter.requestId = request.id, letter.partnerId = partner, letter.kind = kind, letter.language = request.language;
        letter.fields = nlohmann::json{{"paragraph", text}}.dump(), letter.changedBy = actor.accountId;
        office.store.letters().save(letter);
        office.store.signOffs().voidStanding(request.id, "Er is een alinea in een brief gewijzigd.");
        office.store.requests().moveTo(request.id, store::Step::signOff, store::Step::packaging);
        queuePackaging(office, request.id);
        record(office, actor, trailOf(request, "letter.written", {}, "{\"partner\":\"" + partner + "\"}"));
    });
    office.wakeWorkers();
    return Outcome::success("De alinea staat in de brief. Het pakket wordt opnieuw gemaakt en gecontroleerd; een eerder akkoord is vervallen.");
}

}  // namespace service::casework
