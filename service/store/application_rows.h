// Applications within a transaction that also writes something else.
#pragma once

#include "service/store/applications.h"

namespace service::store {

class Connection;

Application insertApplication(Connection& c, const Environment& environment, const NewApplication& wanted);
Application loadApplication(Connection& c, const Id& id);  // notFound

}  // namespace service::store
