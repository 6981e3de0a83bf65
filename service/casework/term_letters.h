// The letters that go with a suspension and with the extension, kept as they went out.
#pragma once

#include <string>
#include <string_view>

#include "service/casework/actor.h"
#include "service/casework/office.h"

namespace service::casework {

// Whether there is a letter with the words of this ground; where there is none, no letter goes out with those of another.
bool hasSuspensionLetter(std::string_view ground);
// What goes out, as PDF; throws LetterStopped (letter_guard.h).
std::string suspensionPdf(Office& office, const Actor& actor, const store::Request& request, const store::Suspension& suspension);
std::string extensionPdf(Office& office, const Actor& actor, const store::Request& request, const store::Extension& extension);

// The id of the blob under the request's own key; within the transaction that stores the event.
std::string writeSuspensionLetter(Office& office, const Actor& actor, const store::Request& request, const store::Suspension& suspension);
// newDue is computed as if the extension stands.
std::string writeExtensionLetter(Office& office, const Actor& actor, const store::Request& request, const store::Extension& extension);

}  // namespace service::casework
