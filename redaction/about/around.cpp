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
    firstPresent_.reserve(stretches.size() + 1);
    named_.reserve(stretches.size());
    blocks_.reserve(stretches.size());
    openers_.reserve(stretches.size());
    labels_.reserve(stretches.size());
    firstPresent_.push_back(0);
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const auto& s = stretches[i];
        named_.push_back(namedIn(view, people, mentions, s));
        number(named_.back());
        collect(named_.back());
        blocks_.push_back(i == 0 || s.afterBlank ? i : blocks_.back());
        const bool opens = blocks_.back() == i || openers_.back().empty();
        const auto here = presentAt(i);
        openers_.push_back(!opens ? openers_.back() : here.empty() ? std::string() : numbers_.words()[here.front().number]);
        labels_.push_back(labelOf(view, s, named_.back()));
        if (labels_.back().is) ++times[labels_.back().text];
    }
    for (auto& label : labels_) label.repeated = label.is && times[label.text] >= kRepeated;
    near_.resize(numbers_.words().size());
}

void Around::number(std::vector<Named>& named) {
    std::size_t count = 0;
    for (auto& n : named) {
        n.number = numbers_.add(n.mention->subject);
        if (n.number >= here_.size()) here_.resize(n.number + 1);
        auto& here = here_[n.number];
        if (here.stretch != named_.size()) here = {named_.size(), count++};
        n.who = here.who;
    }
}

// Each once, though named often.
void Around::collect(const std::vector<Named>& named) {
    const auto first = static_cast<std::ptrdiff_t>(present_.size());
    for (const auto& n : named) {
        if (n.staff) continue;
        const auto add = [&](std::size_t number) {
            auto it = std::find_if(present_.begin() + first, present_.end(), [&](const Present& p) { return p.number == number; });
            if (it == present_.end() && present_.size() < static_cast<std::size_t>(first) + kMostPresent) it = present_.insert(present_.end(), {number, false});
            if (it != present_.end()) it->acts = it->acts || n.weight == Weight::subject;
        };
        add(n.number);
        for (const auto& other : n.mention->candidates) add(numbers_.add(other));
    }
    firstPresent_.push_back(present_.size());
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

void Around::standAt(std::size_t i) {
    for (const auto number : changed_) near_[number] = {};
    changed_.clear();
    const auto each = [&](std::size_t k, auto take) {
        for (const auto& p : presentAt(k)) {
            take(near_[p.number], p.acts);
            changed_.push_back(p.number);
        }
    };
    for (auto far = std::min(kFar, i); far > 0; --far) each(i - far, [&](Near& near, bool acts) { near.before = far, near.actedBefore = acts; });
    for (auto far = std::min(kFar, labels_.size() - 1 - i); far > 0; --far) each(i + far, [&](Near& near, bool acts) { near.behind = far, near.actsBehind = acts; });
    for (auto k = std::max(blocks_[i], i < kBlockReach ? 0 : i - kBlockReach); k < blocks_.size() && k <= i + kBlockReach && blocks_[k] == blocks_[i]; ++k)
        if (k != i) each(k, [&](Near& near, bool acts) { near.block = std::max(near.block, acts ? InBlock::acting : InBlock::named); });
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
