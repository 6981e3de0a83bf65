#include "service/casework/term_letters.h"

#include "service/casework/case_file.h"
#include "service/casework/law_of_request.h"
#include "service/casework/package_letters.h"
#include "service/casework/standing.h"
#include "service/casework/term_events.h"

namespace service::casework {

namespace {

requests::Right rightOf(const store::Request& request) { return requests::rightFrom(request.right).value_or(requests::Right::access); }

std::string keep(Office& office, const Actor& actor, const store::Request& request, const letters::Letter& letter) {
    record(office, actor, trailOf(request, "clock.letter-made"));
    return office.store.blobs().write(request.id, letter.print().pdf);
}

// Basis: AVG art. 12(3): the term as the letter must tell it, suspensions included
Date dueWhenExtended(Office& office, const store::Request& request, const store::Extension& extension) {
    auto course = courseOf(office, request, {});
    course.extension = requests::Extension{extension.toldOn, extension.reason};
    return requests::decideBy(course, termsOf(office, request.receivedOn), calendarOf(office)).law.end;
}

StoredFile read(Office& office, const Actor& actor, const store::Request& request, const std::string& blobId, const char* name) {
    record(office, actor, trailOf(request, "clock.letter-seen"));
    return {std::string(name) + "-" + request.reference + ".pdf", "application/pdf", office.store.blobs().read(blobId)};
}

}  // namespace

std::string writeSuspensionLetter(Office& office, const Actor& actor, const store::Request& request, const store::Suspension& suspension) {
    const auto language = letters::languageFrom(request.language);
    letters::SuspensionLetter letter;
    letter.frame = frameOf(office, standingOf(office, request), nullptr);
    letter.right = rightOf(request), letter.received = request.receivedOn, letter.asked = suspension.from;
    letter.ground = suspension.lawfulGround == "clarification" ? requests::SuspensionGround::clarificationOfLargeQuantity : requests::SuspensionGround::identityInDoubt;
    letter.question = suspension.question;
    return keep(office, actor, request, letters::suspension(office.letterBook, language, letter));
}

std::string writeExtensionLetter(Office& office, const Actor& actor, const store::Request& request, const store::Extension& extension) {
    const auto language = letters::languageFrom(request.language);
    letters::ExtensionLetter letter;
    letter.frame = frameOf(office, standingOf(office, request), nullptr);
    letter.right = rightOf(request), letter.received = request.receivedOn;
    letter.newDue = dueWhenExtended(office, request, extension), letter.reason = extension.reason;
    return keep(office, actor, request, letters::extension(office.letterBook, language, letter));
}

std::optional<StoredFile> suspensionLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId) {
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    for (const auto& it : office.store.requests().suspensionHistory(request.id))
        if (it.id == suspensionId && !it.letterBlob.empty()) return read(office, actor, request, it.letterBlob, "vraag");
    return std::nullopt;
}

std::optional<StoredFile> extensionLetter(Office& office, const Actor& actor, std::string_view requestId) {
    const auto request = requireRequestOrDesk(office, actor, requestId).request;
    const auto extension = office.store.requests().findExtension(request.id);
    if (!extension || extension->letterBlob.empty()) return std::nullopt;
    return read(office, actor, request, extension->letterBlob, "verlenging");
}

}  // namespace service::casework
