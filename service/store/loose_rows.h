// What of a case stands in tables that are not about cases: drafts that name it, jobs done for it, files under its key.
// Not for use outside this folder.
#pragma once

#include <map>
#include <string>

#include "service/store/repository.h"

namespace service::store {

class Connection;

// Before the rows of the case itself go: their ids tell which drafts and jobs are about it. householdId empty: it stays.
// Drafts that nobody came back to for a month go as well: they may hold a name without any id.
void eraseLooseRows(Connection& c, const Id& requestId, const Id& householdId, Moment now, std::map<std::string, std::size_t>& counts);
// What is of an application as a whole, with its last part.
void eraseApplication(Connection& c, const Id& applicationId, std::map<std::string, std::size_t>& counts);
// The rows of files under this key; the files themselves go with the key.
void eraseFileRows(Connection& c, const Id& owner, std::map<std::string, std::size_t>& counts);

}  // namespace service::store
