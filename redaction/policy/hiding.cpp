#include "redaction/policy/hiding.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/policy/company.h"

namespace redaction::policy {

namespace {

using detect::Kind;

constexpr std::size_t kDateWithin = 500, kEntryDate = 40, kShortestPlace = 4, kShortestAddress = 7;

bool namesPlaceKind(Kind kind) { return kind == Kind::place || kind == Kind::address || kind == Kind::school || kind == Kind::institution || kind == Kind::gp || kind == Kind::employer; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// yyyymmdd of the first date; 0: none. "4-10" in a journal is the last fourth of October.
int dateIn(std::string_view text, const household::Date& today) {
    static const RE2 numbers(R"(\b(\d{1,2})[-/.](\d{1,2})[-/.]((?:20)?\d\d)\b)"), entry(R"(^(?:- )?(\d{1,2})[-/](\d{1,2})\b)"), words(R"(\b(\d{1,2}) (jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.? (20\d\d)\b)");
    static const std::string months = "jan feb mrt apr mei jun jul aug sep okt nov dec";
    const re2::StringPiece piece(text.data(), text.size());
    int day = 0, month = 0, year = 0;
    std::string name;
    if (RE2::PartialMatch(piece, words, &day, &name, &year)) month = name == "maart" ? 3 : static_cast<int>(months.find(name)) / 4 + 1;
    else if (!RE2::PartialMatch(piece, numbers, &day, &month, &year) && !RE2::PartialMatch(piece, entry, &day, &month)) return 0;
    const int thisYear = static_cast<int>(today.year()), soFar = static_cast<int>(static_cast<unsigned>(today.month())) * 100 + static_cast<int>(static_cast<unsigned>(today.day()));
    if (year == 0) year = month * 100 + day <= soFar ? thisYear : thisYear - 1;
    if (year < 100) year += 2000;
    return (year * 100 + month) * 100 + day;
}

// Also where it is bent: "Oirschots", "Meppeler", "de Elburgse markt".
bool endsPlace(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && isLetter(text[end])) ++end;
    const auto ending = text.substr(at, end - at);
    return ending.empty() || ending == "s" || ending == "se" || ending == "er" || ending == "ers";
}

}  // namespace

void Hiding::learn(const Ruling& r, const std::vector<ReadFragment>& fragments) {
    if (!r.standing.protectsAnybody()) return;
    direct_.resize(fragments.size());
    for (const auto& fragment : fragments)
        for (const auto& passage : fragment.passages) direct_[fragment.number].push_back(tellsOfHiding(r, fragment, passage));
    learnPlaces(r, fragments);
    forgetCommonPlaces(r, fragments);
    learnSettings(fragments, r.standing.today());
    regions_.learn(r, fragments);
}

void Hiding::learnPlaces(const Ruling& r, const std::vector<ReadFragment>& fragments) {
    for (const auto& fragment : fragments) {
        for (std::size_t i = 0; i < fragment.passages.size(); ++i) {
            if (!direct_[fragment.number][i]) continue;
            for (const auto& m : fragment.mentionsIn(fragment.passages[i])) {
                if (!namesPlaceKind(m.kind) || r.standing.isOwn(m.subject) || m.end - m.start < kShortestPlace) continue;
                const auto name = fragment.view.slice(m.start, m.end);
                if (fragment.view.isUpper(m.start) && isLetter(name.front())) places_.insert(std::string(name));
            }
        }
    }
}

// A name that the requester's own life or a partner bears too gives nothing away.
void Hiding::forgetCommonPlaces(const Ruling& r, const std::vector<ReadFragment>& fragments) {
    std::string known;
    for (const auto& partner : r.standing.household().partners) known += " " + detect::fold(partner.name);
    for (const auto& person : r.standing.household().persons)
        if (!r.standing.isProtected(person.id))
            for (const auto& a : person.addresses)
                if (!a.secret) known += " " + detect::fold(a.city) + " " + detect::fold(a.street);
    std::set<std::string> common;
    for (const auto& place : places_)
        if (known.find(place) != std::string::npos || r.people.partsOf(place)) common.insert(place);
    for (const auto& fragment : fragments)
        for (const auto& passage : fragment.passages) {
            const auto company = companyOf(r, passage);
            if (company.own != Presence::strong || company.closed != Presence::none || company.other != Presence::none || company.open != Presence::none) continue;
            const auto text = fragment.view.slice(passage.start, passage.end);
            for (const auto& place : places_)
                if (text.find(place) != std::string_view::npos) common.insert(place);
        }
    for (const auto& place : common) places_.erase(place);
}

// In a journal the hidden setting begins where it is first told; any other document is of one day.
void Hiding::learnSettings(const std::vector<ReadFragment>& fragments, const household::Date& today) {
    const auto dateFrom = [&](const ReadFragment& fragment, std::size_t from) {
        return dateIn(fragment.view.slice(from, std::min(from + (from == 0 ? kDateWithin : kEntryDate), fragment.view.size())), today);
    };
    int moved = 0;
    for (const auto& fragment : fragments)
        for (std::size_t i = 0, told = 0; i < fragment.passages.size(); ++i) {
            if (!direct_[fragment.number][i] || (!fragment.journal && told++ > 0)) continue;  // all of a letter is of one day
            const auto date = dateFrom(fragment, fragment.journal ? fragment.passages[i].start : 0);
            if (date != 0 && (moved == 0 || date < moved)) moved = date;
        }
    from_.assign(fragments.size(), kNowhere);
    for (const auto& fragment : fragments) {
        const auto& direct = direct_[fragment.number];
        const auto told = static_cast<std::size_t>(std::find(direct.begin(), direct.end(), true) - direct.begin());
        auto& from = from_[fragment.number];
        if (fragment.journal && told < direct.size()) from = fragment.passages[told].start;
        if (fragment.journal) continue;
        const auto date = dateFrom(fragment, 0);
        if (told < direct.size() || date == 0 || moved == 0 || date >= moved) from = 0;
    }
}

bool Hiding::isTheirPaper(const ReadFragment& fragment) const {
    return !direct_.empty() && !fragment.passages.empty() && fragment.passages[0].cls == about::Class::header && direct_[fragment.number][0];
}

bool Hiding::isSetThere(const ReadFragment& fragment, const about::Passage& passage) const {
    return !from_.empty() && passage.start >= from_[fragment.number] && from_[fragment.number] != kNowhere;
}

bool Hiding::mayBeSetThere(const ReadFragment& fragment, const about::Passage& passage) const {
    if (from_.empty()) return false;
    const auto& direct = direct_[fragment.number];
    const bool untold = fragment.journal && std::find(direct.begin(), direct.end(), true) == direct.end();
    return untold || isSetThere(fragment, passage);
}

bool Hiding::namesPlace(std::string_view text) const {
    if (!find(text, 0).empty()) return true;
    if (text.find('@') == std::string_view::npos && text.find("www.") == std::string_view::npos) return false;
    return std::any_of(places_.begin(), places_.end(), [&](const std::string& place) {
        std::string joined;  // "de letterboom" in directie@deletterboom.nl
        std::copy_if(place.begin(), place.end(), std::back_inserter(joined), isLetter);
        return joined.size() >= kShortestAddress && text.find(joined) != std::string_view::npos;
    });
}

std::string_view Hiding::find(std::string_view text, std::size_t from) const {
    std::string_view first;
    for (const auto& place : places_)
        for (auto at = text.find(place, from); at != std::string_view::npos; at = text.find(place, at + 1)) {
            const bool word = (at == 0 || !isLetter(text[at - 1])) && endsPlace(text, at + place.size());
            if (!word) continue;
            if (first.empty() || at < static_cast<std::size_t>(first.data() - text.data())) first = text.substr(at, place.size());
            break;
        }
    return first;
}

}  // namespace redaction::policy
