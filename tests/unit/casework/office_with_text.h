// A reviewed request whose document was really read and proposed for, and others that bring the same document.
#pragma once

#include <atomic>

#include "redaction/document/document.h"
#include "service/casework/jobs.h"
#include "tests/unit/casework/reviewed_office.h"

namespace service::casework {

class OfficeWithText : public ReviewedOffice {
  protected:
    inline static const std::string told = "Zoë heeft schulden bij de bank.\n\nZoë werkt in een winkel.\n\nZoë woont nu op Schuilpad 3 in Verweg.\n\nČedo belde vandaag.";

    OfficeWithText() {
        read(document);
        store->jobs().add("propose", request().id, "{}", request().id);
        proposed();
    }
    void read(const store::Fragment& fragment) {
        redaction::document::Document text;
        text.text = redaction::document::toCodePoints(told);
        store->fragments().setRead(fragment.id, store->blobs().write(fragment.requestId, redaction::document::toJson(text)), "flow", 0, "");
    }
    void proposed() {  // every job that is due
        for (auto job = store->jobs().claim("test"); job; job = store->jobs().claim("test")) runProposing(office, *job, StopSign(office, stopping, job->id));
    }
    store::Request another(const store::Household& home, const std::string& requester) {
        store::NewRequest wanted;
        wanted.householdId = home.id, wanted.requesterId = requester, wanted.subjects = {requester}, wanted.addressedTo = "vt";
        wanted.receivedOn = std::chrono::year{2026} / 2 / 28, wanted.channel = "letter", wanted.identityMethod = "paspoort", wanted.createdBy = "x";
        const auto made = store->requests().add(wanted);
        store::NewFragment piece;
        piece.requestId = made.id, piece.partnerId = "vt", piece.externalId = "doc-1", piece.title = "Verslag", piece.fileName = "doc-1.txt";
        piece.sha256 = document.sha256, piece.sourceBlob = store->blobs().write(made.id, "bytes");
        read(store->fragments().add(piece));
        using store::Step;
        for (const auto& [from, to] : {std::pair{Step::logged, Step::collecting}, {Step::collecting, Step::reading}, {Step::reading, Step::review}}) store->requests().moveTo(made.id, from, to);
        store->jobs().add("propose", made.id, "{}", made.id);
        proposed();
        return made;
    }
    static std::size_t placeOf(const std::string& part) { return redaction::document::toCodePoints(told.substr(0, told.find(part))).size(); }
    store::Proposal over(const std::string& part, redaction::policy::Scope scope, const std::string& requestId = {}) {
        const auto at = placeOf(part);
        for (const auto& it : store->proposals().ofRequest(requestId.empty() ? request().id : requestId))
            if (it.scope == scope && it.start <= at && at < it.end) return it;
        ADD_FAILURE() << "no proposal over " << part;
        return {};
    }
    store::Proposal passage(const std::string& part, const std::string& requestId = {}) { return over(part, redaction::policy::Scope::passage, requestId); }

    std::atomic<bool> stopping{false};
};

}  // namespace service::casework
