#include "service/letters/phrases.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <stdexcept>

#include "service/requests/calendar.h"

namespace service::letters {

namespace {

constexpr int maxDepth = 5;  // a phrase within a phrase
// Under these names stands what Lakwerk says, never what someone typed.
constexpr std::array ours{"words", "state", "step", "right", "capacity", "how", "explanation", "who", "left", "next", "next_words", "kind", "consequence",
                          "title", "channel", "identity", "remedy", "role", "stateWords", "groundWords", "kindWords", "countWords", "progressWords",
                          "hereWords", "verificationWords", "outcomeWords", "voided", "taken_over", "due", "body", "blocked_words", "people", "at",
                          "ruleTitle", "error", "connection_error", "received", "ground", "counts", "progress", "doubt", "why_not", "now", "becomes",
                          "by", "asked_by", "byName", "atWords", "builtAtWords", "releasedAtWords", "finished_at", "signed_at", "note", "here", "chain",
                          "opened", "subjectName"};
constexpr std::array peopleFields{"who", "people", "subjects", "reviewers", "by"};

bool isAmong(const auto& list, std::string_view name) { return std::find(list.begin(), list.end(), name) != list.end(); }

std::size_t fixedLength(const std::vector<std::string>& pieces) {
    std::size_t length = 0;
    for (const auto& piece : pieces) length += piece.size();
    return length;
}

bool holdsLetter(const std::vector<std::string>& pieces) {
    return std::any_of(pieces.begin(), pieces.end(), [](const std::string& piece) { return std::any_of(piece.begin(), piece.end(), [](unsigned char c) { return std::isalpha(c) != 0; }); });
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

// "Tue 7 April 2026".
std::string dayInEnglish(const std::string& iso) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    const auto day = requests::parseIso(iso);
    if (!day) return {};
    return std::string(days[std::chrono::weekday(std::chrono::sys_days(*day)).c_encoding()]) + " " + requests::longEnglishDate(*day);
}

// "do 12 maart 2026, 10:00": the day in English, the hour as it is.
std::string momentOf(std::string_view dutch) {
    if (dutch.size() < 8 || dutch.substr(dutch.size() - 7, 2) != ", " || dutch[dutch.size() - 3] != ':') return {};
    const auto iso = isoOf(dutch.substr(0, dutch.size() - 7));
    return iso.empty() ? "" : dayInEnglish(iso) + std::string(dutch.substr(dutch.size() - 7));
}

// "Dit stuk bestaat niet." as "dit stuk bestaat niet".
std::string asClause(std::string_view sentence) {
    std::string clause(sentence.substr(0, sentence.size() - (sentence.ends_with('.') ? 1 : 0)));
    if (!clause.empty() && clause[0] >= 'A' && clause[0] <= 'Z') clause[0] = static_cast<char>(clause[0] - 'A' + 'a');
    return clause;
}

std::string asSentence(std::string clause, std::string_view like) {
    if (like[0] >= 'A' && like[0] <= 'Z' && clause[0] >= 'a' && clause[0] <= 'z') clause[0] = static_cast<char>(clause[0] - 'a' + 'A');
    return clause + (like.ends_with('.') ? "." : "");
}

// Where a sentence ends; not behind "art.", which the number of an article follows.
std::size_t sentenceEnd(std::string_view text, std::size_t from) {
    auto stop = text.find(". ", from);
    while (stop != text.npos && text.substr(0, stop).ends_with(" art")) stop = text.find(". ", stop + 1);
    return stop;
}

}  // namespace

// "a {2} b {1s}" as pieces "a ", " b ", "" and slots 2 and 1, the last for names.
void Phrases::cut(std::string_view text, Pattern& pattern) {
    for (;;) {
        const auto open = text.find('{');
        pattern.pieces.emplace_back(text.substr(0, open));
        if (open == text.npos) return;
        const auto close = text.find('}', open);
        if (close == text.npos || close < open + 2) throw std::runtime_error("een plaats zonder einde");
        pattern.slots.push_back({static_cast<std::size_t>(text[open + 1] - '0'), close > open + 2 ? text[open + 2] : ' '});
        text.remove_prefix(close + 1);
    }
}

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
        Pattern pattern, other;
        pattern.english = english;
        cut(dutch, pattern);
        cut(english, other);
        std::vector<std::size_t> left, right;
        for (const auto& slot : pattern.slots) left.push_back(slot.number);
        for (const auto& slot : other.slots) right.push_back(slot.number);
        std::sort(left.begin(), left.end());
        std::sort(right.begin(), right.end());
        if (left != right) throw std::runtime_error(file.filename().string() + ":" + std::to_string(number) + ": niet dezelfde plaatsen aan beide kanten");
        if (left.empty()) phrases.fixed_[dutch] = english;
        else phrases.patterns_.push_back(std::move(pattern));
    }
    // What ends in a day first: it is the whole fact that holds from or until that day.
    const auto rank = [](const Pattern& it) { return std::pair(it.slots.back().takes == 'd' && it.pieces.back().empty(), fixedLength(it.pieces)); };
    std::stable_sort(phrases.patterns_.begin(), phrases.patterns_.end(), [&](const auto& a, const auto& b) { return rank(a) > rank(b); });
    return phrases;
}

std::string Phrases::translate(std::string_view dutch) const {
    auto english = sentence(dutch, 0);
    if (english.empty()) english = bySentence(dutch);
    return english.empty() ? std::string(dutch) : english;
}

// Also where the phrase is a clause and it is said as a sentence of its own.
std::string Phrases::sentence(std::string_view dutch, int depth) const {
    if (auto english = whole(dutch, depth); !english.empty() || dutch.empty()) return english;
    const auto bare = dutch.substr(0, dutch.size() - (dutch.ends_with('.') ? 1 : 0));
    for (const auto& clause : {std::string(bare), asClause(dutch)})
        if (clause != dutch)
            if (auto english = whole(clause, depth); !english.empty()) return asSentence(std::move(english), dutch);
    return {};
}

std::string Phrases::whole(std::string_view dutch, int depth) const {
    if (const auto found = fixed_.find(dutch); found != fixed_.end()) return found->second;
    if (const auto iso = isoOf(dutch); !iso.empty()) return dayInEnglish(iso);
    if (auto moment = momentOf(dutch); !moment.empty()) return moment;
    if (depth == maxDepth) return {};
    if (depth > 0)
        if (auto list = listed(dutch, depth); !list.empty()) return list;
    for (const auto& pattern : patterns_)
        if (auto english = filled(pattern, dutch, depth); !english.empty()) return english;
    return {};
}

// "adres, postcode en plaats", "moeder of oma", "eerst dit; dan dat": only when every part has its phrase.
std::string Phrases::listed(std::string_view dutch, int depth) const {
    std::string english;
    const auto add = [&](std::string_view part, std::string_view before) {
        const auto words = whole(part, depth + 1);
        english.append(english.empty() ? "" : before).append(words);
        return !words.empty();
    };
    if (const auto semicolon = dutch.find("; "); semicolon != dutch.npos)
        return add(dutch.substr(0, semicolon), "") && add(dutch.substr(semicolon + 2), "; ") ? english : std::string();
    const bool all = dutch.rfind(" en ") != dutch.npos;
    const auto last = dutch.rfind(all ? " en " : " of ");
    auto head = dutch.substr(0, last);
    if (last == dutch.npos && head.find(", ") == head.npos) return {};
    for (auto comma = head.find(", "); comma != head.npos; comma = head.find(", ")) {
        if (!add(head.substr(0, comma), ", ")) return {};
        head.remove_prefix(comma + 2);
    }
    return add(head, ", ") && (last == dutch.npos || add(dutch.substr(last + 4), all ? " and " : " or ")) ? english : std::string();
}

// Several sentences one after another; one without a phrase (someone's own reason) stays as it is.
std::string Phrases::bySentence(std::string_view dutch) const {
    std::string english;
    bool any = false;
    for (std::size_t at = 0; at < dutch.size();) {
        const auto stop = sentenceEnd(dutch, at);
        const auto end = stop == dutch.npos ? dutch.size() : stop + 1;
        if (at == 0 && end == dutch.size()) return {};
        const auto one = dutch.substr(at, end - at);
        const auto said = sentence(one, 0);
        any = any || !said.empty();
        english.append(english.empty() ? "" : " ").append(said.empty() ? std::string(one) : said);
        at = end + 1;
    }
    return any ? english : std::string();
}

std::string Phrases::slotWords(char takes, std::string_view dutch, int depth) const {
    if (takes == 't') return std::string(dutch);
    if (takes == 'd') return isoOf(dutch).empty() ? std::string() : dayInEnglish(isoOf(dutch));
    auto english = sentence(dutch, depth + 1);
    if (english.empty()) english = takes == 's' ? namesInEnglish(dutch) : std::string(dutch);
    return english;
}

std::string Phrases::filled(const Pattern& pattern, std::string_view dutch, int depth) const {
    if (!dutch.starts_with(pattern.pieces.front()) || !dutch.ends_with(pattern.pieces.back())) return {};
    std::vector<std::string_view> parts;
    auto at = pattern.pieces.front().size();
    for (std::size_t i = 0; i < pattern.slots.size(); ++i) {
        const auto& next = pattern.pieces[i + 1];
        const bool last = i + 1 == pattern.slots.size();
        if (dutch.size() < next.size()) return {};
        const auto end = last ? dutch.size() - next.size() : dutch.find(next, at + 1);
        if (end == dutch.npos || end <= at || dutch.substr(at, end - at).find(". ") != dutch.npos) return {};  // a slot is no sentence
        parts.push_back(dutch.substr(at, end - at));
        at = end + next.size();
    }
    std::string english = pattern.english;
    bool said = holdsLetter(pattern.pieces);  // "{1}: {2}" says nothing itself: then a slot must
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto words = slotWords(pattern.slots[i].takes, parts[i], depth);
        const auto mark = english.find("{" + std::to_string(pattern.slots[i].number) + "}");
        if (words.empty()) return {};
        said = said || words != parts[i];
        if (mark != english.npos) english.replace(mark, 3, words);
    }
    return said ? english : std::string();
}

void Phrases::translateAll(nlohmann::ordered_json& data) const {
    if (data.is_array())
        for (auto& item : data) translateAll(item);
    if (!data.is_object()) return;
    for (auto& [name, value] : data.items()) {
        if (value.is_structured()) translateAll(value);
        if (!value.is_string()) continue;
        const auto& said = value.get_ref<const std::string&>();
        auto english = isAmong(ours, name) ? translate(said) : said;
        if (english == said && isAmong(peopleFields, name)) english = namesInEnglish(said);
        value = std::move(english);
    }
}

std::string namesInEnglish(std::string_view names) {
    std::string english(names);
    if (const auto last = english.rfind(" en "); last != english.npos && english[last - 1] != '-') english.replace(last, 4, " and ");
    return english;
}

}  // namespace service::letters
