// The letter a request came in with: stored encrypted under the key of the request it will become, read as a job.
// Where it lies is remembered in a draft of who uploaded it; nothing of its text is.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/actor.h"
#include "service/casework/office.h"

namespace service::casework {

// Throws Failure (notFound) when this actor uploaded no such letter.
std::string letterBlob(Office& office, const Actor& actor, const std::string& letterId);

std::string letterMediaType(std::string_view bytes);  // by its first bytes
std::string letterFileName(std::string_view bytes);   // "brief.pdf", never the sender's own name for it

}  // namespace service::casework
