// Asks one partner for one request. Each piece is stored together with its place in line for reading; a restart skips
// what is there.
#include <algorithm>

#include "connectors/connector.h"
#include "service/casework/archive.h"
#include "service/casework/case_file.h"
#include "service/casework/jobs.h"
#include "service/casework/pauses.h"
#include "service/casework/queue.h"
#include "service/casework/words.h"
#include "service/store/partner_secret.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using store::CollectionState;

struct Subject {
    std::string requestId, partnerId;
};
Subject subjectOf(const store::Job& claimed) {
    const auto slash = claimed.subject.find('/');
    return {claimed.subject.substr(0, slash), claimed.subject.substr(slash + 1)};
}

std::string answerCode(connectors::Answer answer) {
    switch (answer) {
        case connectors::Answer::deliveredInFull: return "delivered-in-full";
        case connectors::Answer::deliveredInPart: return "delivered-in-part";
        case connectors::Answer::nothingHeld: return "nothing-held";
        case connectors::Answer::nothingVisibleToUs: return "nothing-visible-to-us";
        case connectors::Answer::refused: return "refused";
        case connectors::Answer::noAnswer: break;
    }
    return "no-answer";
}

connectors::Sought soughtFrom(const household::Person& person) {
    return {person.id, person.bsn, fullName(person), person.birthdate ? household::toIso(*person.birthdate) : std::string()};
}

// The requester, those asked for, and the requester's children: pieces about the requester also stand in their files.
// Basis: AVG art. 5(1)(c): nobody else's number is given to a partner.
std::vector<std::string> peopleToSeek(const household::Case& known, const store::Request& request) {
    std::vector<std::string> ids{request.requesterId};
    const auto add = [&](const std::string& id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    };
    for (const auto& id : request.subjects) add(id);
    for (const auto& relation : known.relations)
        if (relation.type == "parent" && relation.from == request.requesterId) add(relation.to);
    return ids;
}

connectors::Query queryFor(Office& office, const store::Request& request, const store::Collection& collection) {
    const auto known = office.store.households().load(request.householdId);
    connectors::Query query;
    query.requestReference = request.reference;
    for (const auto& id : peopleToSeek(known, request))
        if (const auto* person = household::findPerson(known, id)) query.people.push_back(soughtFrom(*person));
    for (const auto& partner : office.store.households().partners(request.householdId))
        if (partner.partnerId == collection.partnerId) query.caseNumbers = partner.caseNumbers;
    if (const auto account = office.store.accounts().find(collection.askedBy)) query.onBehalfOf = account->login;
    return query;
}

// Someone stopped it, or noted the answer by hand.
bool isOver(Office& office, const std::string& requestId, const std::string& partnerId) {
    const auto state = office.store.collections().load(requestId, partnerId).state;
    return state == CollectionState::done || state == CollectionState::cancelled;
}

class StoringSink : public connectors::Sink {
  public:
    StoringSink(Office& office, const store::Request& request, store::Collection collection, const StopSign& stop)
        : office_(office), request_(request), collection_(std::move(collection)), stop_(stop) {}

    void expect(std::size_t documents) override {
        office_.store.collections().setExpected(request_.id, collection_.partnerId, static_cast<int>(documents));
    }
    bool alreadyHave(std::string_view externalId) override {
        return office_.store.fragments().has(request_.id, collection_.partnerId, externalId);
    }
    void deliver(connectors::Delivered&& document) override {
        if (stop_.serviceStops()) throw LeftOff{};
        if (alreadyHave(document.externalId)) return;
        office_.store.transact([&] { keep(document); });
        office_.wakeWorkers();
    }
    bool stopped() override { return stop_.isRaised() || isOver(office_, request_.id, collection_.partnerId); }

  private:
    void keep(const connectors::Delivered& document) {
        store::NewFragment fragment;
        fragment.requestId = request_.id;
        fragment.partnerId = collection_.partnerId;
        fragment.externalId = document.externalId;
        fragment.title = document.title.empty() ? document.fileName : document.title;
        fragment.kind = document.kind;
        fragment.author = document.author;
        fragment.documentDate = household::parseDate(document.date);
        fragment.fileName = document.fileName;
        fragment.mediaType = document.mediaType;
        fragment.origin = document.caseNumber;
        fragment.confidentiality = document.confidentiality;
        fragment.sha256 = sha256Hex(document.bytes);
        fragment.size = document.bytes.size();
        fragment.sourceBlob = office_.store.blobs().write(request_.id, document.bytes);
        const auto added = office_.store.fragments().add(fragment);
        office_.store.collections().countDelivered(request_.id, collection_.partnerId);
        office_.store.jobs().add(job::read, added.id, "{}", request_.id);
        record(office_, theServiceItself(), trailOf(request_, "fragment.received", {}, "{\"number\":" + std::to_string(added.number) + "}"));
    }

    Office& office_;
    const store::Request& request_;
    store::Collection collection_;
    const StopSign& stop_;
};

void noteAnswer(store::Collection& collection, const connectors::Statement& statement) {
    collection.state = CollectionState::done;
    collection.answer = answerCode(statement.answer);
    collection.explanation = statement.explanation;
    collection.searchedIn = statement.searchedIn;
    collection.searchedWith = statement.searchedWith;
    collection.missing.clear();
    for (const auto& missing : statement.missing) collection.missing.push_back({missing.externalId, missing.title, missing.reason});
    collection.whoMustAct.clear();
    collection.nextAttemptAt.reset();
}

void finishAnswered(Office& office, const store::Job& claimed, const store::Request& request, const connectors::Statement& statement) {
    office.store.transact([&] {
        auto collection = office.store.collections().load(request.id, subjectOf(claimed).partnerId);
        noteAnswer(collection, statement);
        collection.answeredAt = office.environment.clock.now();
        office.store.collections().save(collection);
        office.store.collections().countDelivered(request.id, collection.partnerId);
        record(office, theServiceItself(), trailOf(request, "partner.answered", {},
               "{\"partner\":\"" + collection.partnerId + "\",\"answer\":\"" + collection.answer + "\"}"));
        office.store.jobs().finish(claimed.id);
        moveOnWhenComplete(office, request.id);
    });
}

// Passing trouble is tried again after growing pauses; lasting trouble, or too many attempts, needs someone.
void noteTrouble(Office& office, const store::Job& claimed, const store::Request& request, const connectors::ConnectorError& trouble) {
    auto pause = trouble.trouble() == connectors::Trouble::passing ? pauseAfter(claimed.attempts) : std::nullopt;
    office.store.transact([&] {
        auto collection = office.store.collections().load(request.id, subjectOf(claimed).partnerId);
        collection.state = pause ? CollectionState::retrying : CollectionState::needsSomeone;
        collection.explanation = trouble.what();
        collection.whoMustAct = trouble.whoMustAct();
        collection.nextAttemptAt = pause ? std::optional(office.environment.clock.now() + *pause) : std::nullopt;
        office.store.collections().save(collection);
        record(office, theServiceItself(), trailOf(request, pause ? "partner.retry" : "partner.trouble", trouble.what(),
               "{\"partner\":\"" + collection.partnerId + "\"}"));
        if (pause) office.store.jobs().retryLater(claimed.id, trouble.what(), *pause);
        else office.store.jobs().fail(claimed.id, trouble.what());
    });
}

store::Collection noteAsking(Office& office, const Subject& subject) {
    auto collection = office.store.collections().load(subject.requestId, subject.partnerId);
    collection.state = CollectionState::asking;
    collection.attempts += 1;
    collection.nextAttemptAt.reset();
    if (!collection.askedAt) collection.askedAt = office.environment.clock.now();
    return office.store.collections().save(collection);
}

connectors::Statement ask(Office& office, const store::Request& request, const store::Collection& collection, const StopSign& stop) {
    const auto partner = office.store.partners().load(collection.partnerId);
    const auto* kind = connectors::findKind(partner.connector);
    if (!kind)
        throw connectors::ConnectorError(connectors::Trouble::lasting, "de behandelaar",
                                         "Deze partner heeft geen koppeling: vraag de stukken zelf op en voeg ze met de hand toe.");
    const auto connector = kind->make(store::openSettings(partner, office.store.folder()), {});
    StoringSink sink(office, request, collection, stop);
    return connector->collect(queryFor(office, request, collection), sink);
}

}  // namespace

void runCollecting(Office& office, const store::Job& claimed, const StopSign& stop) {
    const Subject subject = subjectOf(claimed);
    const auto request = office.store.requests().load(subject.requestId);
    if (isOver(office, subject.requestId, subject.partnerId)) return office.store.jobs().finish(claimed.id);
    const auto collection = noteAsking(office, subject);
    try {
        const auto statement = ask(office, request, collection, stop);
        if (stop.serviceStops()) throw LeftOff{};
        if (isOver(office, subject.requestId, subject.partnerId)) return office.store.jobs().finish(claimed.id);
        finishAnswered(office, claimed, request, statement);
    } catch (const connectors::ConnectorError& trouble) {
        if (stop.serviceStops()) throw LeftOff{};
        if (isOver(office, subject.requestId, subject.partnerId)) return office.store.jobs().finish(claimed.id);
        noteTrouble(office, claimed, request, trouble);
    }
}

}  // namespace service::casework
