#include "service/letters/remedy_fields.h"

#include "service/letters/wording.h"

namespace service::letters {
namespace {

using nlohmann::json;

}  // namespace

const char* codeOf(requests::Remedy::Route route) {
    switch (route) {
        case requests::Remedy::objection: return "objection";
        case requests::Remedy::petition: return "petition";
        case requests::Remedy::appeal:
        case requests::Remedy::higherAppeal: return "appeal";
        case requests::Remedy::authorityComplaint: return "authority";
        case requests::Remedy::ownComplaint: return "own";
        case requests::Remedy::disciplinary: return "disciplinary";
    }
    return "";
}

namespace {

json childRouteOf(const LetterBook& book, Language language, const requests::Controller& controller, const requests::Remedy& route) {
    auto words = filled(book.word("route-child", codeOf(route.route), language), "{name}", controller.name);
    if (route.clock) words = filled(words, "{date}", dateIn(language, route.clock->end));
    return {{"title", book.word("route-child-title", codeOf(route.route), language)}, {"paragraph", words}};
}

json routeOf(const LetterBook& book, Language language, const requests::Remedy& route) {
    const bool dutch = language == Language::dutch;
    return {{"title", dutch ? route.title : route.englishTitle}, {"paragraph", filled(dutch ? route.paragraph : route.englishParagraph, "{authority}", book.word("authority", "where", language))}};
}

json routesOf(const LetterBook& book, Language language, Reader reader, const requests::Controller& controller, const std::vector<requests::Remedy>& routes) {
    json all = json::array();
    for (const auto& route : routes) all.push_back(reader == Reader::child ? childRouteOf(book, language, controller, route) : routeOf(book, language, route));
    return all;
}

}  // namespace

json remedyFields(const LetterBook& book, Language language, Reader reader, const requests::Controller& controller, const requests::Remedies& remedies) {
    return {{"decisionTitle", book.word("decision", remedies.decisionWord, language)}, {"controllerName", controller.name}, {"routes", routesOf(book, language, reader, controller, remedies.routes)},
            {"contested", !remedies.contestedNote.empty()}, {"contestedNote", language == Language::dutch ? remedies.contestedNote : remedies.englishContestedNote}};
}

json complaintFields(const LetterBook& book, Language language, Reader reader, const requests::Controller& controller) {
    return {{"controllerName", controller.name}, {"routes", routesOf(book, language, reader, controller, requests::complaintsOf(controller))}};
}

}  // namespace service::letters
