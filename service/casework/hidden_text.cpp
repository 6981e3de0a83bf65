#include "service/casework/hidden_text.h"

#include <algorithm>
#include <map>

#include "redaction/document/unseen.h"

namespace service::casework {

namespace {

namespace document = redaction::document;
namespace policy = redaction::policy;

void ask(policy::Proposal& it, const std::string& note) {
    it.decision = policy::Decision::judge, it.ground = "third-party", it.rule = "R12", it.certainty = 0;
    it.why = "Deze tekst staat in het bronbestand, maar is daar niet te zien (" + note + "). Mag de verzoeker haar zien?";
}

}  // namespace

void judgeHidden(const std::vector<policy::Fragment>& fragments, std::vector<policy::Proposal>& proposals) {
    std::map<std::string, std::vector<document::Unseen>> hidden;
    for (const auto& fragment : fragments)
        if (auto stretches = document::unseenOf(*fragment.document); !stretches.empty()) hidden[fragment.name] = std::move(stretches);
    for (auto& it : proposals) {
        const auto found = hidden.find(it.fragment);
        if (found == hidden.end() || it.scope != policy::Scope::passage || it.decision != policy::Decision::release) continue;
        const auto over = std::find_if(found->second.begin(), found->second.end(), [&](const auto& unseen) { return it.start < unseen.end && unseen.start < it.end; });
        if (over != found->second.end()) ask(it, over->note);
    }
}

}  // namespace service::casework
