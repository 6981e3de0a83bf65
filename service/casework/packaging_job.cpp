// Builds and verifies the package of a request. Nothing is stored before it is whole, so that a restart begins anew.
#include "service/casework/basis.h"
#include "service/casework/case_file.h"
#include "service/casework/items.h"
#include "service/casework/jobs.h"
#include "service/casework/letter_answers.h"
#include "service/casework/notices.h"
#include "service/casework/package.h"
#include "service/casework/proposing.h"
#include "service/casework/queue.h"

namespace service::casework {

namespace {

using store::Step;

// What a reviewer decided is theirs again. A paragraph in a letter is not: whoever signs finds it there, and a package that is
// refused is never signed.
void backToReview(Office& office, const store::Request& request) {
    office.store.reviews().reopen(request.id);
    office.store.requests().moveTo(request.id, Step::packaging, Step::review);
}

// False: something was decided or changed while the package was built; it is not kept.
bool keep(Office& office, const store::Job& claimed, const store::Request& request, const Package& package) {
    const auto now = office.store.requests().load(request.id);
    if (now.step != Step::packaging || basisOf(office, standingOf(office, now)) != package.basis) return false;
    store::NewRelease release;
    release.requestId = request.id;
    release.packageHash = package.hash;
    release.packageBlob = office.store.blobs().write(request.id, package.zip);
    release.verification = verificationJson(package.verification);
    release.contents = contentsJson(package);
    release.passed = package.verification.passed();
    office.store.releases().add(release);
    if (release.passed || isStoppedByWriters(package)) office.store.requests().moveTo(request.id, Step::packaging, Step::signOff);
    else backToReview(office, request);
    record(office, theServiceItself(), trailOf(request, release.passed ? "package.built" : "package.refused", {},
           "{\"hash\":\"" + package.hash + "\",\"hits\":" + std::to_string(package.verification.hits.size()) + "}"));
    office.store.jobs().finish(claimed.id);
    return true;
}

// What was decided on a point does not hold any more, as the facts are today.
bool returnsPoints(Office& office, const store::Job& claimed, const store::Request& request) {
    const auto why = whyPointsLack(office, request);
    if (why.empty()) return false;
    office.store.transact([&] {
        backToReview(office, request);
        record(office, theServiceItself(), trailOf(request, "package.not-built", why));
        notify(office, withDeciders(office, request, concernedBy(office, request)), request, "points-returned", why);
        office.store.jobs().finish(claimed.id);
    });
    return true;
}

void askAHuman(Office& office, const store::Job& claimed, const store::Request& request, const NotBuildable& problem) {
    office.store.transact([&] {
        office.store.fragments().setState(problem.fragmentId(), store::FragmentState::needsHuman, problem.what());
        backToReview(office, request);
        record(office, theServiceItself(), trailOf(request, "package.not-built", problem.what()));
        office.store.jobs().finish(claimed.id);
    });
}

}  // namespace

void runPackaging(Office& office, const store::Job& claimed, const StopSign& stop) {
    if (office.store.requests().load(claimed.subject).step != Step::packaging) return office.store.jobs().finish(claimed.id);
    if (!givesLettersOnly(office, office.store.requests().load(claimed.subject))) proposeAsOfToday(office, claimed.subject);
    const auto request = office.store.requests().load(claimed.subject);
    if (request.step != Step::packaging) return office.store.jobs().finish(claimed.id);
    if (returnsPoints(office, claimed, request)) return;
    bool kept = true;
    try {
        const auto package = buildPackageFiles(office, standingOf(office, request), [&](const std::string& line) {
            if (stop.serviceStops()) throw LeftOff{};
            office.board.write(request.id, line);
        });
        kept = office.store.transact([&] { return keep(office, claimed, request, package); });
    } catch (const NotBuildable& problem) {
        askAHuman(office, claimed, request, problem);
    } catch (const letters::LetterError& problem) {
        office.store.jobs().fail(claimed.id, problem.what());
    }
    office.board.wipe(request.id);
    if (!kept) throw LeftOff{};
}

}  // namespace service::casework
