#include "service/letters/wording.h"

#include <array>
#include <cstdio>

namespace service::letters {

std::string nameOf(std::string name, Reader reader) { return std::move(name) + (reader == Reader::child ? "-child" : ""); }

std::string dateIn(Language language, const requests::Date& day) {
    return language == Language::dutch ? requests::longDutchDate(day) : requests::longEnglishDate(day);
}

std::string weekdayAndDate(Language language, const requests::Date& day) {
    if (language == Language::dutch) return requests::dutchWeekday(day) + " " + requests::longDutchDate(day);
    static constexpr std::array days{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    return std::string{days[std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()]} + " " + requests::longEnglishDate(day);
}

std::string filled(std::string words, std::string_view slot, const std::string& value) {
    for (auto at = words.find(slot); at != words.npos; at = words.find(slot, at + value.size())) words.replace(at, slot.size(), value);
    return words;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text;
}

std::string sentenceOf(const requests::GroundWording& wording, Language language) {
    return language == Language::dutch ? wording.words : wording.english;
}

std::string shortDate(const std::optional<requests::Date>& day, const LetterBook& book, Language language) {
    if (!day) return book.word("other", "unknown-date", language);
    char text[32];
    std::snprintf(text, sizeof text, "%02u-%02u-%04d", static_cast<unsigned>(day->day()), static_cast<unsigned>(day->month()),
                  static_cast<int>(day->year()));
    return text;
}

requests::GroundWording wordingOrThrow(const std::string& ground, requests::PartnerKind kind) {
    auto wording = requests::wordingOf(ground, kind);
    if (!wording) throw LetterError("Brief: een grond is onbekend en kan niet worden uitgelegd.");
    return *wording;
}

}  // namespace service::letters
