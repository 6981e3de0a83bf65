// The letter that goes with a suspension or with the extension, before anything is done: whoever sends it reads it first.
// Kept nowhere, and checked like the one that goes out.
#pragma once

#include <string_view>

#include "service/casework/term_events.h"

namespace service::casework {

struct LetterPreview {
    FormOutcome problem;  // done: there is none, and the file is the letter
    StoredFile file;
};
LetterPreview previewSuspension(Office& office, const Actor& actor, std::string_view requestId, const SuspensionForm& form);
LetterPreview previewExtension(Office& office, const Actor& actor, std::string_view requestId, const ExtensionForm& form);

}  // namespace service::casework
