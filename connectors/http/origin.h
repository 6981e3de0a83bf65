// Where an address leads: scheme, host and port. Addresses a partner hands us are only followed within their own
// origin.
#pragma once

#include <string>

namespace connectors::http {

bool sameOrigin(const std::string& first, const std::string& second);

// https anywhere, http only on this machine itself; no user name in it, no query, no fragment.
bool isAllowedBase(const std::string& url);

std::string encoded(const std::string& value);  // for one value in a query

}  // namespace connectors::http
