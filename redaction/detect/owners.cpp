#include "redaction/detect/owners.h"

#include <algorithm>

namespace redaction::detect {

std::string digitsOf(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

void dropAnchors(Reading& reading) {
    reading.anchors.clear();
    for (const auto& m : reading.found)
        if ((m.kind == Kind::name || m.kind == Kind::role || (m.kind == Kind::initials && !m.inFunction)) && !m.subject.empty()) reading.anchors.push_back({m.start, m.subject});
    std::sort(reading.anchors.begin(), reading.anchors.end());
}

std::string nearestPerson(const Reading& reading, std::size_t at) {
    const auto next = std::upper_bound(reading.anchors.begin(), reading.anchors.end(), at, [](std::size_t value, const auto& anchor) { return value < anchor.first; });
    if (next == reading.anchors.begin()) return {};
    const auto& anchor = *std::prev(next);
    const auto between = reading.view.slice(anchor.first, at);
    return between.find('\n') == std::string_view::npos ? anchor.second : std::string();
}

std::string ownerOnRecord(const Reading& reading, std::size_t at, const std::function<bool(const household::Person&)>& has) {
    std::vector<std::string> owners;
    for (const auto& person : reading.people.persons())
        if (has(person)) owners.push_back(person.id);
    if (owners.empty()) return {};
    const auto near = nearestPerson(reading, at);
    return std::find(owners.begin(), owners.end(), near) != owners.end() ? near : owners.front();
}

void addMention(Reading& reading, std::size_t start, std::size_t end, Kind kind, const std::string& subject, int strength, double certainty) {
    Mention m;
    m.start = start;
    m.end = end;
    m.kind = kind;
    m.subject = subject;
    m.strength = strength;
    m.certainty = certainty;
    reading.found.push_back(std::move(m));
}

}  // namespace redaction::detect
