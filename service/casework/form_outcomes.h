// How a form was received: what is wrong, at which field; or done.
#pragma once

#include <string>
#include <utility>

#include "service/casework/term_events.h"

namespace service::casework {

inline FormOutcome formRefused(std::string field, std::string code, std::string words) {
    FormOutcome outcome;
    outcome.field = std::move(field), outcome.code = std::move(code), outcome.words = std::move(words);
    return outcome;
}

inline FormOutcome formDone(std::string words = {}) {
    FormOutcome outcome;
    outcome.done = true, outcome.code = "done", outcome.words = std::move(words);
    return outcome;
}

}  // namespace service::casework
