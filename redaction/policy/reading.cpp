#include "redaction/policy/reading.h"

namespace redaction::policy {

namespace {
constexpr std::size_t kTitleLength = 200;
}

std::string ReadFragment::headingOf(const about::Passage& passage) const {
    std::string text;
    for (const auto& p : passages)
        if (p.block == passage.block && p.cls == about::Class::header && p.start < passage.start) text += std::string(view.slice(p.start, p.end)) + "\n";
    return text;
}

std::vector<ReadFragment> readFragments(const detect::People& people, const std::vector<Fragment>& fragments) {
    std::vector<ReadFragment> result;
    detect::Strangers strangers;
    for (const auto& fragment : fragments) {
        detect::TextView view(fragment.document->text);
        auto mentions = detect::detect(view, people, strangers);
        auto title = view.folded().substr(0, kTitleLength);
        result.push_back({fragment.name, fragment.partner, std::move(title), std::move(view), std::move(mentions), {}});
    }
    for (std::size_t i = 0; i < result.size(); ++i) {
        detect::linkStrangers(result[i].view, people, strangers, result[i].mentions);
        result[i].passages = about::passagesOf(result[i].view, people, result[i].mentions, *fragments[i].document);
    }
    return result;
}

}  // namespace redaction::policy
