#include "redaction/detect/owners.h"

#include <algorithm>

namespace redaction::detect {

std::string digitsOf(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

std::string nearestPerson(const Reading& reading, std::size_t at) {
    const auto& text = reading.view.folded();
    const auto lineStart = text.rfind('\n', at == 0 ? 0 : at - 1);
    const std::size_t from = lineStart == std::string::npos ? 0 : lineStart + 1;
    const Mention* best = nullptr;
    for (const auto& m : reading.found) {
        if (m.kind != Kind::name && m.kind != Kind::role && m.kind != Kind::initials) continue;
        if (m.start < from || m.start > at || m.subject.empty()) continue;
        if (!best || m.start > best->start) best = &m;
    }
    return best ? best->subject : std::string();
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
