#include "redaction/policy/regions.h"

#include <algorithm>
#include <set>

#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_words.h"
#include "redaction/detect/patterns.h"
#include "redaction/policy/company.h"
#include "redaction/policy/holds_one.h"
#include "redaction/policy/limits.h"
#include "redaction/words/words.h"

namespace redaction::policy {

namespace {

using detect::lexicon;

constexpr std::size_t kLongestSentence = 400;
constexpr std::size_t kStem = 5;  // of "twents" that "twente" begins with too

struct Patterns {
    detect::Pattern names, named;  // by themselves; what stands behind a service
};

const Patterns& patterns() {
    static const Patterns all = [] {
        auto names = words::linesOf("regions", "regions");
        for (const char* section : {"tongues", "media"})
            for (const auto& line : words::linesOf("regions", section)) names.push_back(line);
        return Patterns{detect::Pattern(R"(\b)" + words::alternation(names)),
                        detect::Pattern(R"(\b)" + words::alternation(words::linesOf("regions", "bodies")) + R"( (?:regio |district |eenheid |locatie |in |te )?([a-z][a-z']{2,}(?:-[a-z']{3,}){0,3}(?: en [a-z']{3,})?))")};
    }();
    return all;
}

bool isLetter(char c) { return c >= 'a' && c <= 'z'; }

// "Rechtbank |Midden-Nederland|": before it the requester was a party too, so it tells nothing new.
bool isCourt(const ReadFragment& fragment, std::size_t start) {
    static constexpr std::string_view courts[] = {"rechtbank ", "gerechtshof ", "parket "};
    const auto before = fragment.view.slice(0, start);
    return std::any_of(std::begin(courts), std::end(courts), [&](std::string_view court) { return before.ends_with(court); });
}

// Written as a name, or no other word.
bool isName(const Ruling& r, const ReadFragment& fragment, std::size_t start, std::string_view name) {
    if (r.people.partsOf(name) || isCourt(fragment, start)) return false;
    return fragment.view.isUpper(start) || !lexicon().ordinary.has(name);
}

// "politie |Oost-Nederland|", "GGD |Twente|"; not "de raad |Jansen|", "politie |Maandag|".
bool isNameOfService(const Ruling& r, const ReadFragment& fragment, std::size_t start, std::string_view name) {
    const auto first = name.substr(0, name.find_first_of(" -"));
    if (!fragment.view.isUpper(start) || r.people.partsOf(name) || r.people.partsOf(first) || detect::isCalendarWord(first)) return false;
    const bool place = lexicon().places.has(first) || lexicon().waters.has(first) || name.find('-') != std::string_view::npos;
    return place || !(lexicon().givenNames.has(first) || lexicon().familyNames.has(first) || lexicon().ordinary.has(first));
}

// What is known of the requester's own world: where the others live who do not hide, the partners, who works there.
std::string knownOf(const Ruling& r) {
    std::string known;
    const auto add = [&](const std::string& text) { known += " " + detect::fold(text); };
    for (const auto& partner : r.standing.household().partners) add(partner.name);
    for (const auto& person : r.standing.household().persons) {
        add(person.function);
        if (r.standing.isProtected(person.id)) continue;
        for (const auto& a : person.addresses)
            if (!a.secret) add(a.city), add(a.street);
        if (r.standing.isOwn(person.id)) add(person.employer), add(person.institution), add(person.gp);
    }
    return known + " ";
}

bool isKnown(const std::string& known, std::string_view name) {
    for (const std::string_view wind : {"noord-", "noordoost-", "oost-", "zuidoost-", "zuid-", "zuidwest-", "west-", "noordwest-", "midden-"})
        if (name.starts_with(wind) && name.size() > wind.size()) {  // "Oost-Nederland" does not make "Oost-Brabant" known
            name.remove_prefix(wind.size());
            break;
        }
    const auto stem = name.substr(0, std::min(name.size(), kStem));
    for (auto at = known.find(stem); at != std::string::npos; at = known.find(stem, at + 1))
        if (!isLetter(known[at - 1])) return true;
    return false;
}

bool isOnlyTheirs(const Ruling& r, const ReadFragment& fragment, const about::Passage& passage) {
    const auto company = companyOf(r, passage);
    const auto here = fragment.mentionsIn(passage);
    return company.own == Presence::strong && company.othersSure < limits::kOthersPresent && company.open <= Presence::weak &&
           std::none_of(here.begin(), here.end(), [&](const detect::Mention& m) { return r.standing.isProtected(m.subject); });
}

}  // namespace

void Regions::learn(const Ruling& r, const std::vector<ReadFragment>& fragments) {
    found_.resize(fragments.size());
    for (const auto& fragment : fragments) {
        auto& found = found_[fragment.number];
        const auto& text = fragment.view.folded();
        const auto note = [&](std::size_t start, std::size_t end, bool named) {
            const auto name = std::string_view(text).substr(start, end - start);
            if (named ? isName(r, fragment, start, name) : isNameOfService(r, fragment, start, name)) found.push_back({start, std::string(name)});
        };
        patterns().names.each(text, 0, text.size(), [&](std::size_t start, std::size_t end) { note(start, end, true); });
        patterns().named.each(text, 0, text.size(), [&](std::size_t start, std::size_t end) { note(start, end, false); });
        std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.start < b.start; });
    }
    forget(r, fragments);
}

// Also what stands in a passage that is about nobody but the requester: it is their own region.
void Regions::forget(const Ruling& r, const std::vector<ReadFragment>& fragments) {
    const auto known = knownOf(r);
    std::set<std::string> own;
    for (const auto& fragment : fragments) {
        const auto& found = found_[fragment.number];
        for (const auto& passage : fragment.passages) {
            auto next = std::lower_bound(found.begin(), found.end(), passage.start, [](const Found& it, std::size_t at) { return it.start < at; });
            if (next == found.end() || next->start >= passage.end || !isOnlyTheirs(r, fragment, passage)) continue;
            for (; next != found.end() && next->start < passage.end; ++next) own.insert(next->name);
        }
    }
    for (auto& found : found_) std::erase_if(found, [&](const Found& it) { return own.count(it.name) != 0 || isKnown(known, it.name); });
}

bool Regions::isNamedIn(const ReadFragment& fragment, const about::Passage& passage) const {
    if (found_.empty()) return false;
    const auto& found = found_[fragment.number];
    const auto next = std::lower_bound(found.begin(), found.end(), passage.start, [](const Found& it, std::size_t at) { return it.start < at; });
    return next != found.end() && next->start < passage.end;
}

bool tellsNeighbourhood(const ReadFragment& fragment, const about::Passage& passage) {
    static const detect::Pattern street(R"(\b(?:in|uit) (?:de|zijn|haar|hun) straat\b|\bvan (?:huis)?(?:nummer|nr\.?) ?\d)");
    if (!holdsOne(fragment.view.slice(passage.start, passage.end), {"straat", "nummer", "nr"})) return false;
    return street.in(fragment.view.slice(passage.start, passage.end));
}

bool tellsDistance(const Ruling& r, const ReadFragment& fragment, const about::Passage& passage) {
    static const std::string howLong = R"((?:\d{1,3}|een|twee|drie|vier|vijf|zes|tien|vijftien|twintig|dertig|veertig|half|halve|anderhalf|anderhalve|driekwart|kwart|paar|enkele) ?(?:uur|uren|uurtje|minuten|minuutjes|min|kwartier|kwartiertje|km|kilometer)\b)";
    static const std::string onTheWay = R"(\b(?:reis|reist|reisde|reizen|reistijd|reisduur|rit|rijtijd|rijden|rijdt|treinreis|busreis|autorit|onderweg|fietsen|lopen|afstand|vandaan|verderop|met de (?:trein|bus|auto|taxi|boot|pont|tram|metro|fiets)|fietst|fietste|loopt|te voet)\b)";
    static const detect::Pattern distance("(" + onTheWay + R"([^.!?\n]{0,60}?\b)" + howLong + R"(|\b)" + howLong + R"([^.!?\n]{0,40}?)" + onTheWay + ")");
    if (!holdsOne(fragment.view.slice(passage.start, passage.end), {"uur", "uren", "min", "kwart", "km", "kilometer"})) return false;
    bool tells = false;
    distance.each(fragment.view.folded(), passage.start, passage.end, [&](std::size_t from, std::size_t to) {
        if (tells) return;
        const auto first = std::max(passage.start, from - std::min(from, kLongestSentence));
        const auto cut = fragment.view.slice(first, from).find_last_of(".!?\n");
        const auto sentence = first + (cut == std::string_view::npos ? 0 : cut + 1);
        bool own = false, hidden = false;
        const auto here = fragment.mentionsIn(passage);
        for (auto m = std::lower_bound(here.begin(), here.end(), sentence, [](const detect::Mention& it, std::size_t at) { return it.start < at; }); m != here.end() && m->start < to; ++m) {
            hidden = hidden || r.standing.isProtected(m->subject);
            own = own || r.standing.isOwn(m->subject);
        }
        tells = hidden || !own;
    });
    return tells;
}

}  // namespace redaction::policy
