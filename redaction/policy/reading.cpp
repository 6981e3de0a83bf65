#include "redaction/policy/reading.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/policy/correcting.h"

namespace redaction::policy {

namespace {

constexpr std::size_t kTitleLength = 200, kYears = 12, kJournalEntries = 4;

std::vector<int> yearsIn(const detect::TextView& view) {
    static const RE2 year(R"(\b((?:19|20)\d\d)\b)");
    std::vector<int> years;
    for (const auto& line : view.lines()) {
        if (line.longestNumber < 4) continue;
        re2::StringPiece rest(view.folded().data() + line.start, line.end - line.start);
        for (int found = 0; years.size() < kYears && RE2::FindAndConsume(&rest, year, &found);) years.push_back(found);
        if (years.size() == kYears) break;
    }
    return years;
}

// A journal: at least so many lines open with a day.
bool isJournal(const detect::TextView& view) {
    static const RE2 entry(R"((?:\[|- )?(?:(?:ma|di|wo|do|vr|za|zo)[a-z]* )?\d{1,2}(?:[-/. ]\d{1,2}|[ -](?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)))");
    std::size_t found = 0;
    for (const auto& line : view.lines()) {
        if (line.digits == 0 || std::string_view("[-0123456789mdwvz").find(view.folded()[line.start]) == std::string_view::npos) continue;
        re2::StringPiece rest(view.folded().data() + line.start, line.end - line.start);
        while (found < kJournalEntries && RE2::Consume(&rest, entry)) ++found;
        if (found == kJournalEntries) return true;
    }
    return false;
}

}  // namespace

const std::string& ReadFragment::headingOf(const about::Passage& passage) const {
    static const std::string none;
    const auto found = headings.find(passage.block);
    return found == headings.end() ? none : found->second;
}

std::vector<ReadFragment> readFragments(detect::People& people, const std::vector<Fragment>& fragments, Correcting* correcting) {
    std::vector<ReadFragment> result;
    detect::Strangers strangers;
    const auto vocabulary = std::make_shared<detect::Vocabulary>();
    for (const auto& fragment : fragments) {
        detect::TextView view(fragment.document->text, vocabulary);
        auto title = view.folded().substr(0, kTitleLength);
        people.learnGenders(view);
        auto years = yearsIn(view);
        const bool journal = isJournal(view);
        result.push_back({fragment.name, fragment.partner, std::move(title), std::move(view), {}, {}, {}, std::move(years), journal, result.size()});
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
