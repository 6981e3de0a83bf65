// What casework says is Dutch; this gives the English for it, sentence by sentence, from templates/text/phrases.en.txt:
// `Dutch => English`, with {1}, {2} where a name, number, day or another phrase stands. A slot may say what it takes:
// {1s} names of people ("A en B"), {1d} a day, {1t} what someone typed, which is never translated. A sentence without a
// phrase stays Dutch.
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace service::letters {

class Phrases {
  public:
    // Throws std::runtime_error with file and line when a line is not a phrase, or both sides differ in slots.
    static Phrases load(const std::filesystem::path& file);
    std::string translate(std::string_view dutch) const;  // as it was when there is no phrase
    bool knows(std::string_view dutch) const { return translate(dutch) != dutch; }
    // Every text that a page shows as words of ours; never what someone typed, which stands under other names.
    void translateAll(nlohmann::ordered_json& data) const;

  private:
    struct Slot {
        std::size_t number;
        char takes;  // 's', 'd', 't', or a blank for anything
    };
    struct Pattern {
        std::vector<std::string> pieces;  // the fixed text before, between and after the slots
        std::vector<Slot> slots;
        std::string english;
    };
    static void cut(std::string_view text, Pattern& pattern);
    std::string whole(std::string_view dutch, int depth) const;  // empty: no phrase
    std::string sentence(std::string_view dutch, int depth) const;
    std::string listed(std::string_view dutch, int depth) const;
    std::string bySentence(std::string_view dutch) const;
    std::string filled(const Pattern& pattern, std::string_view dutch, int depth) const;  // empty: does not fit
    std::string slotWords(char takes, std::string_view dutch, int depth) const;            // empty: does not fit

    std::map<std::string, std::string, std::less<>> fixed_;
    std::vector<Pattern> patterns_;  // those that end in a day, then the longest fixed text
};

std::string namesInEnglish(std::string_view names);  // "A, B en C" as "A, B and C"

}  // namespace service::letters
