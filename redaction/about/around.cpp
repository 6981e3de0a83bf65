#include "redaction/about/around.h"

#include <algorithm>
#include <unordered_map>

#include "redaction/detect/name_words.h"

namespace redaction::about {

namespace {
constexpr std::size_t kFar = 3, kLabelWords = 3, kLabelHead = 60, kMostPresent = 64, kLabelReach = 4, kRepeated = 3, kBlockReach = 6;
const std::string kNobody;
}  // namespace

Around::Around(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, const std::vector<Stretch>& stretches) {
    std::unordered_map<std::string, std::size_t> times;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const auto& s = stretches[i];
        named_.push_back(namedIn(view, people, mentions, s));
        std::vector<Present> here;
        for (const auto& n : named_.back()) {
            if (n.staff) continue;
            const auto add = [&](std::string_view who) {
                auto it = std::find_if(here.begin(), here.end(), [&](const Present& p) { return p.subject == who; });
                if (it == here.end() && here.size() < kMostPresent) it = here.insert(here.end(), {who, false});
                if (it != here.end()) it->acts = it->acts || n.weight == Weight::subject;
            };
            add(n.mention->subject);
            for (const auto& other : n.mention->candidates) add(other);
        }
        blocks_.push_back(i == 0 || s.afterBlank ? i : blocks_.back());
        const bool opens = blocks_.back() == i || openers_.back().empty();
        openers_.push_back(!opens ? openers_.back() : here.empty() ? std::string() : std::string(here.front().subject));
        present_.push_back(std::move(here));
        labels_.push_back(labelOf(view, s, named_.back()));
        if (labels_.back().is) ++times[labels_.back().text];
    }
    for (auto& label : labels_) label.repeated = label.is && times[label.text] >= kRepeated;
}

Label Around::labelOf(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named) const {
    Label label;
    const auto head = view.slice(s.start, std::min(s.end, s.start + kLabelHead));
    auto colon = head.find(": ");
    if (colon == std::string_view::npos) return label;
    colon += s.start;
    auto i = view.tokenAt(s.start);
    while (i < view.tokens().size() && view.tokens()[i].start < colon && (view.tokens()[i].digits || detect::isCalendarWord(view.word(i)) || view.word(i) == "uur")) ++i;
    const auto first = i;
    for (; i < view.tokens().size() && view.tokens()[i].start < colon; ++i) {}
    if (i == first || i - first > kLabelWords) return label;
    label.is = true;
    label.text = std::string(view.slice(view.tokens()[first].start, view.tokens()[i - 1].end));
    for (const auto& n : named)
        if (n.token >= first && n.token < i) {
            label.staff = n.staff;
            if (!n.staff) label.subject = n.mention->subject;
            break;
        }
    return label;
}

bool Around::isNamed(std::size_t i, std::string_view id) const {
    return std::any_of(present_[i].begin(), present_[i].end(), [&](const Present& p) { return p.subject == id; });
}

bool Around::acts(std::size_t i, std::string_view id) const {
    return std::any_of(present_[i].begin(), present_[i].end(), [&](const Present& p) { return p.acts && p.subject == id; });
}

std::size_t Around::namedBefore(std::size_t i, std::string_view id) const {
    for (std::size_t far = 1; far <= kFar && far <= i; ++far)
        if (isNamed(i - far, id)) return far;
    return 0;
}

std::size_t Around::namedBehind(std::size_t i, std::string_view id) const {
    for (std::size_t far = 1; far <= kFar && i + far < present_.size(); ++far)
        if (isNamed(i + far, id)) return far;
    return 0;
}

Around::InBlock Around::inBlock(std::size_t i, std::string_view id) const {
    auto found = InBlock::none;
    for (auto k = std::max(blocks_[i], i < kBlockReach ? 0 : i - kBlockReach); k < blocks_.size() && k <= i + kBlockReach && blocks_[k] == blocks_[i]; ++k) {
        if (k == i || !isNamed(k, id)) continue;
        found = std::max(found, acts(k, id) ? InBlock::acting : InBlock::named);
    }
    return found;
}

const std::string& Around::answersNext(std::size_t i) const {
    for (auto k = i + 1; k < labels_.size() && k <= i + kLabelReach; ++k)
        if (labels_[k].is && !labels_[k].staff) return labels_[k].subject;
    return kNobody;
}

const std::string& Around::answeredLast(std::size_t i) const {
    for (std::size_t far = 1; far <= i && far <= kLabelReach; ++far)
        if (labels_[i - far].is && !labels_[i - far].staff) return labels_[i - far].subject;
    return kNobody;
}

std::string Around::partnerOf(std::size_t i) const {
    if (!labels_[i].is) return {};
    for (std::size_t far = 1; far <= kLabelReach; ++far) {
        if (far <= i && labels_[i - far].is && !labels_[i - far].subject.empty() && labels_[i - far].subject != labels_[i].subject) return labels_[i - far].subject;
        if (i + far < labels_.size() && labels_[i + far].is && !labels_[i + far].subject.empty() && labels_[i + far].subject != labels_[i].subject) return labels_[i + far].subject;
    }
    return {};
}

}  // namespace redaction::about
