#include "service/casework/term_letters.h"

#include "service/casework/case_file.h"
#include "service/casework/law_of_request.h"
#include "service/casework/letter_guard.h"
#include "service/casework/package_letters.h"
#include "service/casework/standing.h"
#include "service/casework/term_events.h"

namespace service::casework {

namespace {

requests::Right rightOf(const store::Request& request) { return requests::rightFrom(request.right).value_or(requests::Right::access); }

std::string keep(Office& office, const Actor& actor, const store::Request& request, const std::string& pdf) {
    record(office, actor, trailOf(request, "clock.letter-made"));
    return office.store.blobs().write(request.id, pdf);
}

// Basis: AVG art. 12(3): the term as the letter must tell it, suspensions included
Date dueWhenExtended(Office& office, const store::Request& request, const store::Extension& extension) {
    auto course = courseOf(office, request, {});
    course.extension = requests::Extension{extension.toldOn, extension.reason};
    return requests::decideBy(course, termsOf(office, request.receivedOn), calendarOf(office)).law.end;
}

// It bears an address that the desk need not know.
StoredFile read(Office& office, const Actor& actor, const SeenRequest& seen, const std::string& madeBy, const std::string& blobId, const char* name) {
    const auto& request = seen.request;
    if (seen.sight == Sight::desk && madeBy != actor.accountId) throw Failure(Failure::notAllowed, "Deze brief verstuurt de collega die hem maakte.");
    record(office, actor, trailOf(request, "clock.letter-seen"));
    return {std::string(name) + "-" + request.reference + ".pdf", "application/pdf", office.store.blobs().read(blobId)};
}

}  // namespace

bool hasSuspensionLetter(std::string_view ground) { return ground == "identity" || ground == "clarification"; }

std::string suspensionPdf(Office& office, const Actor& actor, const store::Request& request, const store::Suspension& suspension) {
    const auto language = letters::languageFrom(request.language);
    letters::SuspensionLetter letter;
    const auto standing = standingOf(office, request);
    letter.frame = frameFor(office, actor, standing), letter.reader = readerOf(office, standing);
    letter.right = rightOf(request), letter.received = request.receivedOn, letter.asked = suspension.from;
    letter.ground = suspension.lawfulGround == "clarification" ? requests::SuspensionGround::clarificationOfLargeQuantity : requests::SuspensionGround::identityInDoubt;
    letter.question = suspension.question;
    return guardedPdf(office, standing, letters::suspension(office.letterBook, language, letter));
}

std::string extensionPdf(Office& office, const Actor& actor, const store::Request& request, const store::Extension& extension) {
    const auto language = letters::languageFrom(request.language);
    letters::ExtensionLetter letter;
    const auto standing = standingOf(office, request);
    letter.frame = frameFor(office, actor, standing), letter.reader = readerOf(office, standing);
    letter.right = rightOf(request), letter.received = request.receivedOn;
    letter.newDue = dueWhenExtended(office, request, extension), letter.reason = extension.reason;
    return guardedPdf(office, standing, letters::extension(office.letterBook, language, letter));
}

std::string writeSuspensionLetter(Office& office, const Actor& actor, const store::Request& request, const store::Suspension& suspension) {
    return keep(office, actor, request, suspensionPdf(office, actor, request, suspension));
}
std::string writeExtensionLetter(Office& office, const Actor& actor, const store::Request& request, const store::Extension& extension) {
    return keep(office, actor, request, extensionPdf(office, actor, request, extension));
}

std::optional<StoredFile> suspensionLetter(Office& office, const Actor& actor, std::string_view requestId, std::string_view suspensionId) {
    const auto seen = requireRequestOrDesk(office, actor, requestId);
    for (const auto& it : office.store.requests().suspensionHistory(seen.request.id))
        if (it.id == suspensionId && !it.letterBlob.empty()) return read(office, actor, seen, it.recordedBy, it.letterBlob, "vraag");
    return std::nullopt;
}

std::optional<StoredFile> extensionLetter(Office& office, const Actor& actor, std::string_view requestId) {
    const auto seen = requireRequestOrDesk(office, actor, requestId);
    const auto extension = office.store.requests().findExtension(seen.request.id);
    if (!extension || extension->letterBlob.empty()) return std::nullopt;
    return read(office, actor, seen, extension->recordedBy, extension->letterBlob, "verlenging");
}

}  // namespace service::casework
