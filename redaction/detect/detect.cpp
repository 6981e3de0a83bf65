#include "redaction/detect/detect.h"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "redaction/detect/owners.h"
#include "redaction/detect/recognisers.h"

namespace redaction::detect {

const std::vector<Recogniser>& recognisers() {
    // In order: later ones may ask who was named before. Names first, then roles, then what belongs to somebody.
    static const std::vector<Recogniser> all{
        {"names", findNames},     {"initials", findInitials},        {"roles", findRoles},   {"numbers", findNumbers}, {"screen_names", findScreenNames},      {"dates", findDates},
        {"addresses", findAddresses}, {"known_values", findKnownValues}, {"labelled", findLabelled}, {"places", findPlaces}, {"categories", findCategories},
        {"unexplained", findUnexplained},
    };
    return all;
}

namespace {

// Of overlapping mentions the stronger stays, then the longer, then the first.
std::vector<Mention> settle(std::vector<Mention> found, std::size_t size) {  // size: of the text
    std::vector<std::uint32_t> order(found.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t k) {
        const auto &a = found[i], &b = found[k];
        if (a.strength != b.strength) return a.strength > b.strength;
        if (a.end - a.start != b.end - b.start) return a.end - a.start > b.end - b.start;
        return a.start != b.start ? a.start < b.start : i < k;
    });
    std::vector<std::uint32_t> kept;
    std::vector<bool> taken(size);
    for (const auto i : order) {
        const auto from = taken.begin() + static_cast<std::ptrdiff_t>(found[i].start), to = taken.begin() + static_cast<std::ptrdiff_t>(std::max(found[i].start, found[i].end));
        if (from == to || std::find(from, to, true) != to) continue;
        std::fill(from, to, true);
        kept.push_back(i);
    }
    std::sort(kept.begin(), kept.end(), [&](std::uint32_t i, std::uint32_t k) { return found[i].start < found[k].start; });
    std::vector<Mention> settled;
    settled.reserve(kept.size());
    for (const auto i : kept) settled.push_back(std::move(found[i]));
    return settled;
}

bool namesSomebody(Kind kind) { return kind == Kind::name || kind == Kind::role || kind == Kind::initials; }

// "Moeder belde. Mevrouw Jansen vroeg …": of the several a name fits, the one who was spoken of last. The others stay named: it
// opens nothing.
void leanOnContext(std::vector<Mention>& found) {
    constexpr std::size_t kReach = 700;
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto& name = found[i];
        if (name.candidates.empty() || !namesSomebody(name.kind)) continue;
        for (auto k = i; k > 0 && name.start - found[k - 1].start < kReach; --k) {
            const auto& before = found[k - 1];
            if (!namesSomebody(before.kind) || !before.candidates.empty()) continue;
            const auto same = std::find(name.candidates.begin(), name.candidates.end(), before.subject);
            if (same == name.candidates.end() && before.subject != name.subject) continue;
            if (same != name.candidates.end()) std::swap(*same, name.subject);
            name.certainty = 0.6;
            break;
        }
    }
}

bool isOwnValue(Kind kind) { return kind == Kind::phone || kind == Kind::email || kind == Kind::bsn || kind == Kind::iban || kind == Kind::birthdate; }

// "mevrouw Jansen (tel. …)": of the several she could be, the one whose number on file stands right behind her name.
void settleByNumber(const TextView& view, std::vector<Mention>& found) {
    constexpr std::size_t kNear = 60;
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto& name = found[i];
        if (name.candidates.empty() || name.kind != Kind::name) continue;
        for (auto k = i + 1; k < found.size() && found[k].start < name.end + kNear; ++k) {
            const auto& value = found[k];
            const bool apart = view.slice(name.end, value.start).find('\n') != std::string_view::npos;
            if (apart || namesSomebody(value.kind)) break;
            if (!isOwnValue(value.kind) || std::find(name.candidates.begin(), name.candidates.end(), value.subject) == name.candidates.end()) continue;
            name.subject = value.subject;
            name.candidates.clear();
            name.certainty = 0.9;
            break;
        }
    }
}

}  // namespace

std::vector<Mention> detect(const TextView& view, const People& people, Strangers& strangers) {
    const auto names = makeNameContext(view, people);
    Reading reading{view, people, names, strangers, {}, {}};
    for (const auto& recogniser : recognisers()) {
        recogniser.run(reading);
        if (recogniser.name == "roles") dropAnchors(reading);
    }
    auto found = settle(std::move(reading.found), view.size());
    leanOnContext(found);
    settleByNumber(view, found);
    strangers.organisations().learn(view, people, found);
    return found;
}

void linkStrangers(const TextView& view, const People& people, const Strangers& strangers, std::vector<Mention>& mentions) {
    strangers.organisations().link(view, mentions);
    if (strangers.all().empty()) return;
    std::vector<Mention> more;
    std::size_t next = 0;
    for (std::size_t i = 0; i < view.tokens().size(); ++i) {
        const auto& t = view.tokens()[i];
        if (t.digits || t.length() < 4) continue;
        const auto word = view.word(i);
        if (!t.capital && word.is(Fact::ordinary)) continue;  // most words: asked before where they stand
        while (next < mentions.size() && mentions[next].end <= t.start) ++next;
        if (next < mentions.size() && mentions[next].start < t.end) continue;
        const auto* stranger = strangers.byWord(word);
        if (!stranger || people.partsOf(word)) continue;
        Mention m;
        m.start = t.start;
        m.end = t.end;
        m.subject = stranger->key;
        m.inFunction = stranger->inFunction;
        m.certainty = 0.7;
        more.push_back(std::move(m));
    }
    if (more.empty()) return;
    mentions.insert(mentions.end(), more.begin(), more.end());
    std::sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return a.start < b.start; });
}

}  // namespace redaction::detect
