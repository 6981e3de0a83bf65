// What every repository holds: the database and the environment. A repository has no state of its own; it may be used
// from any thread.
#pragma once

#include <string>

#include "service/environment.h"

namespace service::store {

using Id = std::string;  // made by NewId

class Database;  // service/store/sqlite/database.h

class Repository {
  public:
    Repository(Database& database, const Environment& environment) : database_(database), environment_(environment) {}
    Repository(const Repository&) = delete;
    Repository& operator=(const Repository&) = delete;

  protected:
    Database& database_;
    Environment environment_;
};

}  // namespace service::store
