#include "redaction/policy/reading.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/policy/correcting.h"

namespace redaction::policy {

namespace {
constexpr std::size_t kTitleLength = 200, kYears = 12;

std::vector<int> yearsIn(const std::string& folded) {
    static const RE2 year(R"(\b((?:19|20)\d\d)\b)");
    std::vector<int> years;
    re2::StringPiece rest(folded);
    for (int found = 0; years.size() < kYears && RE2::FindAndConsume(&rest, year, &found);) years.push_back(found);
    return years;
}
}

const std::string& ReadFragment::headingOf(const about::Passage& passage) const {
    static const std::string none;
    const auto found = headings.find(passage.block);
    return found == headings.end() ? none : found->second;
}

std::span<const detect::Mention> ReadFragment::mentionsIn(const about::Passage& passage) const {
    const auto before = [](const detect::Mention& m, std::size_t at) { return m.start < at; };
    const auto first = std::lower_bound(mentions.begin(), mentions.end(), passage.start, before);
    const auto last = std::lower_bound(first, mentions.end(), passage.end, before);
    return {mentions.data() + (first - mentions.begin()), static_cast<std::size_t>(last - first)};
}

std::vector<ReadFragment> readFragments(detect::People& people, const std::vector<Fragment>& fragments, Correcting* correcting) {
    std::vector<ReadFragment> result;
    detect::Strangers strangers;
    const auto vocabulary = std::make_shared<detect::Vocabulary>();
    for (const auto& fragment : fragments) {
        detect::TextView view(fragment.document->text, vocabulary);
        auto title = view.folded().substr(0, kTitleLength);
        people.learnGenders(view);
        auto years = yearsIn(view.folded());
        result.push_back({fragment.name, fragment.partner, std::move(title), std::move(view), {}, {}, {}, std::move(years)});
    }
    for (auto& fragment : result) fragment.mentions = detect::detect(fragment.view, people, strangers);
    for (std::size_t i = 0; i < result.size(); ++i) {
        detect::linkStrangers(result[i].view, people, strangers, result[i].mentions);
        if (correcting) correcting->mentions(result[i].name, result[i].view, result[i].mentions);
        result[i].passages = about::passagesOf(result[i].view, people, result[i].mentions, *fragments[i].document);
        if (correcting) correcting->passages(result[i].name, result[i].passages);
        for (const auto& p : result[i].passages)
            if (p.cls == about::Class::header) result[i].headings[p.block] += std::string(result[i].view.slice(p.start, p.end)) + "\n";
    }
    return result;
}

}  // namespace redaction::policy
