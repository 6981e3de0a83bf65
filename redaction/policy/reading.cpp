#include "redaction/policy/reading.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/detect/patterns.h"
#include "redaction/policy/correcting.h"

namespace redaction::policy {

namespace {

constexpr std::size_t kTitleLength = 200, kYears = 12, kJournalEntries = 4;

// Four digits that are a word: "1998", "in 2024.".
int yearAt(std::string_view text, std::size_t at) {
    constexpr std::size_t kDigits = 4;
    const auto digits = text.substr(at, kDigits);
    if (digits.size() < kDigits || !(digits.starts_with("19") || digits.starts_with("20")) || !std::all_of(digits.begin(), digits.end(), detect::isDigit)) return 0;
    if ((at > 0 && detect::isWordByte(text[at - 1])) || (at + kDigits < text.size() && detect::isWordByte(text[at + kDigits]))) return 0;
    return std::stoi(std::string(digits));
}

std::vector<int> yearsIn(const detect::TextView& view) {
    std::vector<int> years;
    for (const auto& line : view.lines()) {
        if (line.longestNumber < 4) continue;
        const auto text = view.slice(line.start, line.end);
        for (std::size_t at = 0; at < text.size() && years.size() < kYears; ++at)
            if (const int year = text[at] == '1' || text[at] == '2' ? yearAt(text, at) : 0; year != 0) years.push_back(year);
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
