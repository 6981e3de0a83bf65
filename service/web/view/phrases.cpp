#include "service/web/view/phrases.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>

#include "service/web/view/dates.h"

namespace service::web::view {

namespace {

constexpr int maxDepth = 3;  // a phrase within a phrase
// Under these names stands what Lakwerk says, never what someone typed.
constexpr std::array ours{"words", "state", "step", "right", "capacity", "how", "explanation", "who", "left", "next", "next_words", "kind", "consequence",
                          "title", "channel", "identity", "remedy", "role", "stateWords", "groundWords", "kindWords", "countWords", "progressWords",
                          "hereWords", "verificationWords", "outcomeWords", "voided", "taken_over", "due", "body", "blocked_words", "people", "at",
                          "ruleTitle"};

std::size_t fixedLength(const std::vector<std::string>& pieces) {
    std::size_t length = 0;
    for (const auto& piece : pieces) length += piece.size();
    return length;
}

// "a {2} b {1}" as pieces "a ", " b ", "" and order 2, 1.
void cut(std::string_view text, std::vector<std::string>& pieces, std::vector<std::size_t>& order) {
    for (;;) {
        const auto open = text.find('{');
        pieces.emplace_back(text.substr(0, open));
        if (open == text.npos) return;
        order.push_back(static_cast<std::size_t>(text[open + 1] - '0'));
        text.remove_prefix(open + 3);
    }
}

// "di 7 april 2026" or "7 april 2026" as YYYY-MM-DD; empty: not a day.
std::string isoOf(std::string_view dutch) {
    static constexpr std::array months{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < dutch.size();) {
        const auto end = std::min(dutch.find(' ', at), dutch.size());
        parts.push_back(dutch.substr(at, end - at));
        at = end + 1;
    }
    if (parts.size() == 4) parts.erase(parts.begin());
    if (parts.size() != 3 || parts[2].size() != 4 || parts[0].size() > 2) return {};
    const auto month = std::find(months.begin(), months.end(), parts[1]) - months.begin();
    const auto isNumber = [](std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); };
    if (month == 12 || !isNumber(parts[0]) || !isNumber(parts[2])) return {};
    const auto two = [](std::string text) { return text.size() == 1 ? "0" + text : text; };
    return std::string(parts[2]) + "-" + two(std::to_string(month + 1)) + "-" + two(std::string(parts[0]));
}

// "do 12 maart 2026, 10:00": the day in English, the hour as it is.
std::string momentOf(std::string_view dutch) {
    if (dutch.size() < 8 || dutch.substr(dutch.size() - 7, 2) != ", " || dutch[dutch.size() - 3] != ':') return {};
    const auto iso = isoOf(dutch.substr(0, dutch.size() - 7));
    return iso.empty() ? "" : dayInWords(iso, "en") + std::string(dutch.substr(dutch.size() - 7));
}

}  // namespace

Phrases Phrases::load(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("tekstbestand ontbreekt: " + file.filename().string());
    Phrases phrases;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        const auto arrow = line.find(" => ");
        if (arrow == line.npos) throw std::runtime_error(file.filename().string() + ":" + std::to_string(number) + ": geen Nederlands => Engels");
        const auto dutch = line.substr(0, arrow), english = line.substr(arrow + 4);
        Pattern pattern;
        pattern.english = english;
        cut(dutch, pattern.pieces, pattern.order);
        Pattern other;
        cut(english, other.pieces, other.order);
        auto left = pattern.order, right = other.order;
        std::sort(left.begin(), left.end());
        std::sort(right.begin(), right.end());
        if (left != right) throw std::runtime_error(file.filename().string() + ":" + std::to_string(number) + ": niet dezelfde plaatsen aan beide kanten");
        if (pattern.order.empty()) phrases.fixed_[dutch] = english;
        else phrases.patterns_.push_back(std::move(pattern));
    }
    std::stable_sort(phrases.patterns_.begin(), phrases.patterns_.end(), [](const auto& a, const auto& b) { return fixedLength(a.pieces) > fixedLength(b.pieces); });
    return phrases;
}

std::string Phrases::translate(std::string_view dutch) const {
    auto english = whole(dutch, 0);
    if (english.empty()) english = bySentence(dutch, 0);
    return english.empty() ? std::string(dutch) : english;
}

std::string Phrases::whole(std::string_view dutch, int depth) const {
    if (const auto found = fixed_.find(dutch); found != fixed_.end()) return found->second;
    if (const auto iso = isoOf(dutch); !iso.empty()) return dayInWords(iso, "en");
    if (auto moment = momentOf(dutch); !moment.empty()) return moment;
    if (depth > 0)
        if (auto list = listed(dutch); !list.empty()) return list;
    if (depth == maxDepth) return {};
    for (const auto& pattern : patterns_)
        if (auto english = filled(pattern, dutch, depth); !english.empty()) return english;
    return {};
}

// "adres, postcode en plaats": only when every part has its phrase.
std::string Phrases::listed(std::string_view dutch) const {
    const auto last = dutch.rfind(" en ");
    if (last == dutch.npos) return {};
    std::string english;
    const auto add = [&](std::string_view part, std::string_view before) {
        const auto found = fixed_.find(part);
        if (found == fixed_.end()) return false;
        english.append(english.empty() ? "" : before).append(found->second);
        return true;
    };
    auto head = dutch.substr(0, last);
    for (auto comma = head.find(", "); comma != head.npos; comma = head.find(", ")) {
        if (!add(head.substr(0, comma), ", ")) return {};
        head.remove_prefix(comma + 2);
    }
    return add(head, ", ") && add(dutch.substr(last + 4), " and ") ? english : std::string();
}

// Several sentences one after another: only when each has its phrase.
std::string Phrases::bySentence(std::string_view dutch, int depth) const {
    std::string english;
    for (std::size_t at = 0; at < dutch.size();) {
        const auto stop = dutch.find(". ", at);
        const auto end = stop == dutch.npos ? dutch.size() : stop + 1;
        if (at == 0 && end == dutch.size()) return {};
        const auto sentence = whole(dutch.substr(at, end - at), depth);
        if (sentence.empty()) return {};
        english += (english.empty() ? "" : " ") + sentence;
        at = end + 1;
    }
    return english;
}

std::string Phrases::filled(const Pattern& pattern, std::string_view dutch, int depth) const {
    if (!dutch.starts_with(pattern.pieces.front()) || !dutch.ends_with(pattern.pieces.back())) return {};
    std::array<std::string, 10> slots;
    auto at = pattern.pieces.front().size();
    for (std::size_t i = 0; i < pattern.order.size(); ++i) {
        const auto& next = pattern.pieces[i + 1];
        const bool last = i + 1 == pattern.order.size();
        const auto end = last ? dutch.size() - next.size() : dutch.find(next, at + 1);
        if (end == dutch.npos || end <= at || dutch.substr(at, end - at).find(". ") != dutch.npos) return {};  // a slot is no sentence
        const auto inner = dutch.substr(at, end - at);
        const auto english = whole(inner, depth + 1);
        slots[pattern.order[i]] = english.empty() ? std::string(inner) : english;
        at = end + next.size();
    }
    std::string english = pattern.english;
    for (const auto slot : pattern.order)
        if (const auto mark = english.find("{" + std::to_string(slot) + "}"); mark != english.npos) english.replace(mark, 3, slots[slot]);
    return english;
}

void Phrases::translateAll(nlohmann::ordered_json& data) const {
    if (data.is_array())
        for (auto& item : data) translateAll(item);
    if (!data.is_object()) return;
    for (auto& [name, value] : data.items()) {
        if (value.is_structured()) translateAll(value);
        else if (value.is_string() && std::find(ours.begin(), ours.end(), name) != ours.end()) value = translate(value.get_ref<const std::string&>());
    }
}

}  // namespace service::web::view
