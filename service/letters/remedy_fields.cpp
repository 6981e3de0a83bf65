#include "service/letters/remedy_fields.h"

#include "service/letters/wording.h"

namespace service::letters {
namespace {

using nlohmann::json;

const char* codeOf(requests::Remedy::Route route) {
    switch (route) {
        case requests::Remedy::objection: return "objection";
        case requests::Remedy::petition: return "petition";
        case requests::Remedy::authorityComplaint: return "authority";
        case requests::Remedy::ownComplaint: return "own";
        case requests::Remedy::disciplinary: return "disciplinary";
    }
    return "";
}

json childRouteOf(const LetterBook& book, Language language, const requests::Controller& controller, const requests::Remedy& route) {
    auto words = filled(book.word("route-child", codeOf(route.route), language), "{name}", controller.name);
    if (route.clock) words = filled(words, "{date}", dateIn(language, route.clock->end));
    return {{"title", book.word("route-child-title", codeOf(route.route), language)}, {"paragraph", words}};
}

json routeOf(const requests::Remedy& route, Language language) {
    const bool dutch = language == Language::dutch;
    return {{"title", dutch ? route.title : route.englishTitle}, {"paragraph", dutch ? route.paragraph : route.englishParagraph}};
}

}  // namespace

json remedyFields(const LetterBook& book, Language language, Reader reader, const requests::Controller& controller, const requests::Remedies& remedies) {
    json routes = json::array();
    for (const auto& route : remedies.routes) routes.push_back(reader == Reader::child ? childRouteOf(book, language, controller, route) : routeOf(route, language));
    return {{"decisionTitle", book.word("decision", remedies.decisionWord, language)}, {"controllerName", controller.name}, {"routes", routes},
            {"contested", !remedies.contestedNote.empty()}, {"contestedNote", language == Language::dutch ? remedies.contestedNote : remedies.englishContestedNote}};
}

}  // namespace service::letters
