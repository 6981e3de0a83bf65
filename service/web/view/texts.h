// The words of the screens, per language, from templates/text/*.txt: `key = text`, one a line. A text may be an ICU
// message ("nog {days, plural, one {1 dag} other {# dagen}}"). Not the letters, and not what casework says.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace service::web::view {

using Argument = std::pair<std::string, std::variant<long, std::string>>;

class Texts {
  public:
    // Throws std::runtime_error with file and line when a line is not `key = text`, a key comes twice, or an ICU
    // message does not parse.
    static Texts load(const std::filesystem::path& file, std::string_view language);
    Texts(Texts&&) noexcept;
    ~Texts();

    const std::string& plain(std::string_view key) const;  // throws std::out_of_range naming the key
    std::string say(std::string_view key, const std::vector<Argument>& arguments) const;
    bool has(std::string_view key) const;
    std::vector<std::string> keys() const;
    const std::string& language() const { return language_; }

  private:
    struct Formats;
    explicit Texts(std::string_view language);
    std::string language_;
    std::map<std::string, std::string, std::less<>> texts_;
    std::unique_ptr<Formats> formats_;  // ready parsed messages, for texts that hold a brace
};

// Dutch and English, chosen by the account or the cookie.
class Languages {
  public:
    explicit Languages(const std::filesystem::path& folder);
    const Texts& of(std::string_view language) const;  // unknown: Dutch
    std::vector<std::string_view> names() const { return {"nl", "en"}; }

  private:
    Texts dutch_, english_;
};

}  // namespace service::web::view
