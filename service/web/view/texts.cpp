#include "service/web/view/texts.h"

#include <unicode/locid.h>
#include <unicode/msgfmt.h>

#include <fstream>
#include <stdexcept>

namespace service::web::view {

struct Texts::Formats {
    std::map<std::string, icu::MessageFormat, std::less<>> byKey;
};

namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

[[noreturn]] void wrongLine(const std::filesystem::path& file, std::size_t line, const char* what) {
    throw std::runtime_error(file.filename().string() + ":" + std::to_string(line) + ": " + what);
}

icu::MessageFormat parsed(const std::string& pattern, const icu::Locale& locale, UErrorCode& status) {
    // An apostrophe is a letter in these texts; ICU would take it for a quote.
    std::string doubled;
    for (const char c : pattern) doubled += c == '\'' ? "''" : std::string(1, c);
    return icu::MessageFormat(icu::UnicodeString::fromUTF8(doubled), locale, status);
}

}  // namespace

Texts::Texts(std::string_view language) : language_(language), formats_(std::make_unique<Formats>()) {}
Texts::Texts(Texts&&) noexcept = default;
Texts::~Texts() = default;

Texts Texts::load(const std::filesystem::path& file, std::string_view language) {
    Texts texts(language);
    std::ifstream in(file);
    if (!in) throw std::runtime_error("no texts: " + file.filename().string());
    const icu::Locale locale(texts.language_.c_str());
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const auto content = trim(line);
        if (content.empty() || content.front() == '#') continue;
        const auto equals = content.find(" = ");
        if (equals == content.npos) wrongLine(file, number, "not `key = text`");
        const std::string key(trim(content.substr(0, equals))), text(trim(content.substr(equals + 3)));
        if (!texts.texts_.emplace(key, text).second) wrongLine(file, number, "key comes twice");
        if (text.find('{') == text.npos) continue;
        UErrorCode status = U_ZERO_ERROR;
        texts.formats_->byKey.emplace(key, parsed(text, locale, status));
        if (U_FAILURE(status)) wrongLine(file, number, "not an ICU message");
    }
    return texts;
}

const std::string& Texts::plain(std::string_view key) const {
    const auto found = texts_.find(key);
    if (found == texts_.end()) throw std::out_of_range("no text: " + std::string(key));
    return found->second;
}

std::string Texts::say(std::string_view key, const std::vector<Argument>& arguments) const {
    const auto found = formats_->byKey.find(key);
    if (found == formats_->byKey.end()) return plain(key);
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> values;
    for (const auto& [name, value] : arguments) {
        names.push_back(icu::UnicodeString::fromUTF8(name));
        if (const auto* number = std::get_if<long>(&value)) values.emplace_back(static_cast<int64_t>(*number));
        else values.emplace_back(icu::UnicodeString::fromUTF8(std::get<std::string>(value)));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString out;
    found->second.format(names.data(), values.data(), static_cast<int32_t>(names.size()), out, status);
    std::string utf8;
    return out.toUTF8String(utf8);
}

bool Texts::has(std::string_view key) const { return texts_.find(key) != texts_.end(); }

std::vector<std::string> Texts::keys() const {
    std::vector<std::string> result;
    for (const auto& [key, text] : texts_) result.push_back(key);
    return result;
}

Languages::Languages(const std::filesystem::path& folder)
    : dutch_(Texts::load(folder / "nl.txt", "nl")), english_(Texts::load(folder / "en.txt", "en")) {}

const Texts& Languages::of(std::string_view language) const { return language == "en" ? english_ : dutch_; }

}  // namespace service::web::view
