// A form that stands within a page with other forms: only the one that was sent shows again what was typed and what is
// wrong with it.
#pragma once

#include "service/web/forms.h"

namespace service::web::pages {

struct SentForm {
    std::string where, error;  // where: its address; empty: none was sent
    Errors errors;
};

inline Data inlineForm(const Visit& visit, const SentForm& sent, const std::string& action, const std::vector<Field>& fields, const std::string& prefix) {
    const bool again = sent.where == action;
    return {{"action", action}, {"error", again ? sent.error : ""}, {"open", again}, {"fields", fieldsData(fields, again ? visit.sent : Sent{}, again ? sent.errors : Errors{}, prefix)}};
}

}  // namespace service::web::pages
