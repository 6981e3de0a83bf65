#include "service/casework/handwritten.h"

#include <algorithm>

namespace service::casework {

namespace {

namespace document = redaction::document;
namespace policy = redaction::policy;

constexpr const char* question =
    "Deze pagina is met de hand geschreven of even moeilijk te lezen; Lakwerk leest dat niet goed genoeg. Lees haar zelf: mag de verzoeker deze hele pagina zien?";

policy::Proposal wholePage(const std::string& fragment, const document::Page& page) {
    policy::Proposal whole;
    whole.fragment = fragment, whole.start = page.start, whole.end = page.end;
    whole.scope = policy::Scope::passage, whole.decision = policy::Decision::judge;
    whole.ground = "third-party", whole.rule = "R12", whole.why = question, whole.certainty = 0;
    return whole;
}

bool isOn(const document::Page& page, const policy::Proposal& it) { return it.start < page.end && page.start < it.end; }

}  // namespace

void judgeHandwritten(const std::vector<policy::Fragment>& fragments, std::vector<policy::Proposal>& proposals) {
    for (const auto& fragment : fragments)
        for (const auto& page : fragment.document->pages) {
            if (!page.handwritten || page.start == page.end) continue;
            proposals.erase(std::remove_if(proposals.begin(), proposals.end(), [&](const policy::Proposal& it) {
                return it.fragment == fragment.name && isOn(page, it) && it.decision != policy::Decision::redact && page.start <= it.start && it.end <= page.end;
            }), proposals.end());
            proposals.push_back(wholePage(fragment.name, page));
        }
}

void coverHandwritten(const document::Document& document, std::vector<redaction::marks::Decided>& decided) {
    for (std::size_t number = 0; number < document.pages.size(); ++number) {
        const auto& page = document.pages[number];
        if (!page.handwritten) continue;
        const auto whole = std::find_if(decided.begin(), decided.end(), [&](const auto& it) {
            return it.decision == policy::Decision::redact && !it.box && it.start <= page.start && page.end <= it.end && it.start < it.end;
        });
        if (whole == decided.end()) continue;
        const std::string ground = whole->ground;
        decided.push_back({0, 0, policy::Decision::redact, ground, number, document::Box{0, 0, page.width, page.height}, {}});
    }
}

}  // namespace service::casework
