#include "service/casework/queue.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"

namespace service::casework {

namespace {

bool isCollecting(const store::Request& request) { return request.step == store::Step::collecting || request.step == store::Step::reading; }

bool everyPartnerEnded(Office& office, const std::string& requestId) {
    const auto all = office.store.collections().ofRequest(requestId);
    return std::all_of(all.begin(), all.end(), [](const auto& it) { return it.state == store::CollectionState::done; });
}

bool everyFragmentSettled(Office& office, const std::string& requestId) {
    const auto all = office.store.fragments().ofRequest(requestId);
    return std::none_of(all.begin(), all.end(), [](const auto& it) {
        return it.state == store::FragmentState::fetched || it.state == store::FragmentState::reading;
    });
}

}  // namespace

void queueCollecting(Office& office, const std::string& requestId, const std::string& partnerId) {
    office.store.jobs().add(job::collect, requestId + "/" + partnerId, "{}", requestId);
    office.wakeWorkers();
}

void queueReading(Office& office, const store::Fragment& fragment) {
    office.store.jobs().add(job::read, fragment.id, "{}", fragment.requestId);
    office.wakeWorkers();
}

void queueProposing(Office& office, const std::string& requestId, const std::string& because) {
    const auto payload = because.empty() ? std::string("{}") : nlohmann::json{{"because", because}}.dump();
    office.store.jobs().add(job::propose, requestId, payload, requestId);
    office.wakeWorkers();
}

void queuePackaging(Office& office, const std::string& requestId) {
    office.store.jobs().add(job::package, requestId, "{}", requestId);
    office.wakeWorkers();
}

void moveOnWhenComplete(Office& office, const std::string& requestId) {
    const auto request = office.store.requests().load(requestId);
    if (request.step == store::Step::logged || request.step == store::Step::released || request.step == store::Step::closed) return;
    if (!everyFragmentSettled(office, requestId)) {
        if (request.step == store::Step::collecting && everyPartnerEnded(office, requestId))
            office.store.requests().moveTo(requestId, store::Step::collecting, store::Step::reading);
        return;
    }
    if (isCollecting(request)) {
        if (!everyPartnerEnded(office, requestId)) return;
        if (request.step == store::Step::collecting)
            office.store.requests().moveTo(requestId, store::Step::collecting, store::Step::reading);
    }
    queueProposing(office, requestId);
}

}  // namespace service::casework
