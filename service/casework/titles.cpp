#include "service/casework/titles.h"

#include <algorithm>
#include <set>

#include "redaction/marks/folded_text.h"
#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "redaction/policy/standing.h"
#include "service/casework/case_file.h"
#include "service/casework/corrections.h"
#include "service/casework/uncovered.h"

namespace service::casework {

namespace {

namespace policy = redaction::policy;
using redaction::document::Document;

// Texts with a name each, and which of them the rules show whole.
class Texts {
  public:
    explicit Texts(std::size_t count) { documents_.reserve(count), fragments_.reserve(count); }

    void add(const std::string& name, const std::string& partnerId, const std::string& text) {
        documents_.emplace_back();
        documents_.back().text = redaction::document::toCodePoints(text);
        fragments_.push_back({name, partnerId, &documents_.back()});
    }

    std::set<std::string> shown(Office& office, const Standing& standing) const {
        const auto asked = office.store.requests().accessRequest(standing.request.id);
        const auto proposals = policy::propose(standing.household, asked, fragments_, office.rules, today(office), correctionsFor(office, standing.request));
        std::set<std::string> names;
        for (const auto& fragment : fragments_)
            if (uncovered(fragment.name, *fragment.document, proposals).empty()) names.insert(fragment.name);
        const policy::Standing rights(standing.household, asked, today(office), office.rules.ages(today(office)));
        for (const auto& proposal : proposals)
            if (proposal.decision != policy::Decision::release || !proposal.correction.empty() || tellsOfAnother(rights, proposal)) names.erase(proposal.fragment);
        return names;
    }

  private:
    // A heading by itself says that there is a document about somebody: more than their name in a released sentence.
    static bool tellsOfAnother(const policy::Standing& rights, const policy::Proposal& proposal) {
        return proposal.subject && !rights.isMine(*proposal.subject) && !rights.isProfessional(*proposal.subject);
    }

    std::vector<Document> documents_;
    std::vector<policy::Fragment> fragments_;
};

// As verification will look at it.
bool touches(const std::string& text, const std::vector<std::string>& withheld) {
    const auto folded = redaction::marks::FoldedText::fromUtf8(text);
    return std::any_of(withheld.begin(), withheld.end(),
                       [&](const std::string& secret) { return folded.contains(redaction::marks::FoldedText::fromUtf8(secret)); });
}

}  // namespace

std::string numberedTitle(const Standing& standing, int number) {
    return (standing.request.language == "en" ? "Document " : "Stuk ") + std::to_string(number);
}

std::map<std::string, std::string> titlesToShow(Office& office, const Standing& standing, const std::vector<std::string>& withheld) {
    Texts texts(2 * standing.fragments.size());
    for (const auto& fragment : standing.fragments) {
        texts.add("title " + fragment.id, fragment.partnerId, fragment.title);
        texts.add("kind " + fragment.id, fragment.partnerId, fragment.kind);
    }
    const auto shown = texts.shown(office, standing);
    const auto mayStand = [&](const std::string& name, const std::string& text) {
        return !text.empty() && shown.count(name) != 0 && !touches(text, withheld);
    };
    std::map<std::string, std::string> titles;
    for (const auto& fragment : standing.fragments)
        titles[fragment.id] = mayStand("title " + fragment.id, fragment.title) ? fragment.title
                              : mayStand("kind " + fragment.id, fragment.kind) ? fragment.kind
                                                                               : numberedTitle(standing, fragment.number);
    return titles;
}

}  // namespace service::casework
