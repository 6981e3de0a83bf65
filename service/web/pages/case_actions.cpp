// What can be done on a case: asking partners, adding a document, letters.
#include "service/casework/collection.h"
#include "service/casework/intake.h"
#include "service/web/errors.h"
#include "service/web/field_checks.h"
#include "service/web/forms.h"
#include "service/web/pages/account.h"
#include "service/web/pages/case.h"
#include "service/web/pages/case_data.h"

namespace service::web::pages {

namespace {

std::string here(const Visit& visit) { return caseLink(visit.at("request")); }

std::vector<Field> fragmentFields(Visit& visit) {
    std::vector<Option> partners;
    for (const auto& partner : casework::collectionProgress(visit.office(), visit.actor(), visit.at("request")).partners)
        partners.emplace_back(partner.partnerId, partner.partnerName);
    return {{"partner", visit.say("fragment.partner"), Input::select, Required::yes, visit.say("fragment.partner-hint"), withNone(visit.say("field.choose"), partners)},
            {"title", visit.say("fragment.title"), Input::text, Required::yes},
            {"date", visit.say("fragment.date"), Input::date, Required::no, "", {}, "off", Day::notAfterToday},
            {"author", visit.say("fragment.author"), Input::text},
            {"kind", visit.say("fragment.kind"), Input::text, Required::no, visit.say("fragment.kind-hint")},
            {"reason", visit.say("fragment.reason"), Input::area, Required::yes, visit.say("fragment.reason-hint")},
            {"file", visit.say("fragment.file"), Input::file, Required::yes, visit.say("fragment.file-hint")}};
}

http::Response fragmentPage(Visit& visit, const std::string& error, const Errors& errors = {}) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    return visit.page("add_fragment", {visit.say("fragment.add"), "worklist", caseCrumbs(visit, view.row.reference, view.row.requestId, visit.say("fragment.add")), error.empty() ? 200 : 422},
                      {{"error", error}, {"action", visit.request.path}, {"back", caseLink(view.row.requestId, "stukken")}, {"fields", fieldsData(fragmentFields(visit), visit.sent, errors)}});
}

}  // namespace

http::Response startCollection(Visit& visit) {
    return visit.goTo(here(visit), casework::startCollection(visit.office(), visit.actor(), visit.at("request")));
}

http::Response startReview(Visit& visit) {
    const auto outcome = casework::startReview(visit.office(), visit.actor(), visit.at("request"));
    return visit.goTo(here(visit), outcome);
}

http::Response retryPartner(Visit& visit) {
    return visit.goTo(here(visit), casework::retryPartner(visit.office(), visit.actor(), visit.at("request"), visit.at("partner")));
}

http::Response stopPartner(Visit& visit) {
    return visit.goTo(here(visit), casework::stopPartner(visit.office(), visit.actor(), visit.at("request"), visit.at("partner")));
}

http::Response markPartnerByHand(Visit& visit) {
    return visit.goTo(here(visit), casework::markByHand(visit.office(), visit.actor(), visit.at("request"), visit.at("partner"),
                                                        visit.sent.get("answer"), visit.sent.get("reason")));
}

http::Response showAddFragment(Visit& visit) { return fragmentPage(visit, ""); }

http::Response addFragment(Visit& visit) {
    const auto* file = visit.sent.file("file");
    if (!file) return fragmentPage(visit, visit.say("fragment.no-file"));
    if (const auto errors = checkFields(visit, fragmentFields(visit)); !errors.empty()) return fragmentPage(visit, lineOf(visit, errors), errors);
    const auto outcome = casework::addFragment(visit.office(), visit.actor(), visit.at("request"),
                                               {visit.sent.get("partner"), visit.sent.get("title"), visit.sent.get("kind"), visit.sent.get("author"),
                                                visit.sent.get("date"), file->fileName, file->mediaType, visit.sent.get("reason"), file->bytes});
    if (!outcome.done) return fragmentPage(visit, outcome.words);
    forgetDraft(visit, visit.request.path);
    return visit.goTo(caseLink(visit.at("request"), "stukken"), outcome);
}

http::Response readFragmentAgain(Visit& visit) {
    const auto request = visit.store().fragments().load(visit.at("fragment")).requestId;
    return visit.goTo(caseLink(request, "stukken"), casework::readAgain(visit.office(), visit.actor(), visit.at("fragment")));
}

http::Response acknowledgement(Visit& visit) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    return http::download(casework::acknowledgementLetter(visit.office(), visit.actor(), visit.at("request")), "application/pdf",
                          "ontvangstbevestiging-" + view.row.reference + ".pdf");
}

http::Response incomingLetter(Visit& visit) {
    auto letter = casework::incomingLetter(visit.office(), visit.actor(), visit.at("request"));
    if (!letter) return problemPage(visit, problemWithStatus(404));
    return http::download(std::move(letter->bytes), "application/octet-stream", letter->fileName);
}

}  // namespace service::web::pages
