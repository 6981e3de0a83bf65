// What outlives our copies of a case: the decision letters, the inventory, and the package where one of its partners wants it.
// Under a key of its own, for some years more; opened by a privacy officer on this side of the wall.
// Basis: AVG art. 5(2), 17(3)(e)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/release.h"
#include "service/store/requests.h"

namespace service::casework {

struct Office;

// While its destruction is begun, before the keys go; nothing is kept where nothing went out. Throws where the package is
// not what was handed out: then nothing is destroyed either.
void keepDecision(Office& office, const store::Request& request);

struct KeptRow {
    std::string id, kind, name, until;  // kind: decision, item, inventory, package; until: YYYY-MM-DD
};
std::vector<KeptRow> keptRows(Office& office, const std::string& requestId);

DownloadFile keptFile(Office& office, const Actor& actor, std::string_view requestId, std::string_view fileId);

// A daily round: what was kept long enough goes too. How many cases.
std::size_t destroyKept(Office& office);

}  // namespace service::casework
