#include "service/casework/kept_decisions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

#include "service/casework/archive.h"
#include "service/casework/case_file.h"
#include "service/casework/partner_wall.h"
#include "service/casework/retention_rules.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

constexpr int monthsInYear = 12;
const std::string package = "package";

// By file name: which of the files that went out stay, and as what.
std::map<std::string, std::string> staying(const store::Release& release) {
    std::map<std::string, std::string> kinds;
    const auto contents = nlohmann::json::parse(release.contents, nullptr, false);
    for (const auto& file : contents.is_object() ? contents.value("files", nlohmann::json::array()) : nlohmann::json::array())
        if (const auto kind = file.value("kind", ""); kind == "decision" || kind == "item" || kind == "inventory") kinds[file.value("name", "")] = kind;
    return kinds;
}

bool isPackageWanted(Office& office, const store::Request& request) {
    const auto ids = office.store.requests().partnersOf(request);
    return std::any_of(ids.begin(), ids.end(), [&](const auto& id) {
        const auto partner = office.store.partners().find(id);
        return partner && partner->keepsPackage;
    });
}

std::string mediaTypeOf(const store::KeptFile& file) { return file.kind == package ? "application/zip" : "application/pdf"; }

}  // namespace

void keepDecision(Office& office, const store::Request& request) {
    const auto release = office.store.releases().latest(request.id);
    if (!release || release->state != store::ReleaseState::released || !office.store.retention().kept(request.id).empty()) return;
    const auto kinds = staying(*release);
    const bool whole = isPackageWanted(office, request);
    if (kinds.empty() && !whole) return;
    const auto zip = office.store.blobs().read(release->packageBlob);
    if (sha256Hex(zip) != release->packageHash) throw store::StoreError(store::ErrorKind::broken, "het bewaarde pakket klopt niet met zijn controlegetal");
    store::KeptFile wanted;
    wanted.requestId = request.id, wanted.until = requests::addMonths(today(office), std::chrono::months{monthsInYear * retentionRules(office).decisionYears});
    for (const auto& entry : readOwnZip(zip))
        if (const auto kind = kinds.find(entry.name); kind != kinds.end()) {
            wanted.kind = kind->second, wanted.name = entry.name, wanted.sha256 = sha256Hex(entry.bytes);
            office.store.retention().keep(wanted, entry.bytes);
        }
    if (!whole) return;
    wanted.kind = package, wanted.name = request.reference + ".zip", wanted.sha256 = release->packageHash;
    office.store.retention().keep(wanted, zip);
}

std::vector<KeptRow> keptRows(Office& office, const std::string& requestId) {
    std::vector<KeptRow> rows;
    for (const auto& it : office.store.retention().kept(requestId)) rows.push_back({it.id, it.kind, it.name, requests::toIso(it.until)});
    return rows;
}

DownloadFile keptFile(Office& office, const Actor& actor, std::string_view requestId, std::string_view fileId) {
    requireRole(actor, {Role::privacyOfficer});
    const auto destroyed = office.store.retention().find(std::string(requestId));
    if (!destroyed || isBehindWall(office, actor, office.store.requests().load(destroyed->requestId))) throw Failure(Failure::notFound, "Deze beslissing is er niet (meer).");
    for (const auto& it : office.store.retention().kept(destroyed->requestId)) {
        if (it.id != fileId) continue;
        record(office, actor, {"kept.seen", destroyed->householdId, destroyed->requestId, {}, {}, nlohmann::json{{"file", it.name}}.dump()});
        return {it.name, mediaTypeOf(it), office.store.blobs().read(it.blobId)};
    }
    throw Failure(Failure::notFound, "Deze beslissing is er niet (meer).");
}

std::size_t destroyKept(Office& office) {
    const auto all = office.store.retention().keptTooLong(today(office));
    for (const auto& id : all) {
        const auto destroyed = office.store.retention().find(id);
        office.store.transact([&] {
            office.store.retention().destroyKept(id);
            record(office, theServiceItself(), {"kept.destroyed", destroyed ? destroyed->householdId : std::string(), id, {}, {}, "{}"});
        });
    }
    if (!all.empty()) office.store.retention().compact();
    return all.size();
}

}  // namespace service::casework
