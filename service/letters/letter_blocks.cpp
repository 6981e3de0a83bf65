#include "service/letters/letter_blocks.h"

#include <sstream>
#include <utility>

#include "service/letters/html_blocks.h"
#include "service/letters/template_check.h"

namespace service::letters {

namespace {

constexpr std::string_view opening = "<block name=\"", closing = "</block>";

struct Place {
    std::string name;
    std::size_t from = 0, to = 0;  // of what stands in it
};

std::vector<Place> placesOf(const std::string& html) {
    std::vector<Place> places;
    for (auto at = html.find(opening); at != std::string::npos; at = html.find(opening, at)) {
        const auto name = at + opening.size(), quote = html.find('"', name), from = html.find('>', name) + 1, to = html.find(closing, from);
        if (quote == std::string::npos || from == 0 || to == std::string::npos) throw LetterError("Brief: een blok is niet goed gesloten.");
        places.push_back({html.substr(name, quote - name), from, to});
        at = to;
    }
    return places;
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \n\t\r"), last = text.find_last_not_of(" \n\t\r");
    return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

std::string oneSpaced(const std::string& text) {
    std::string out;
    for (const char c : text)
        if (const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r'; !blank) out += c;
        else if (!out.empty() && out.back() != ' ') out += ' ';
    return trimmed(out);
}

std::string textOf(const std::string& html) {
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        const auto end = std::min(html.find("</p>", at), html.size());
        if (const auto paragraph = oneSpaced(wordsOf(html.substr(at, end - at))); !paragraph.empty()) text += (text.empty() ? "" : "\n\n") + paragraph;
        at = end + 4;
    }
    return text;
}

std::string paragraphsOf(const std::string& text) {
    std::string html, paragraph;
    const auto end = [&] {
        if (!trimmed(paragraph).empty()) html += fillTemplate("<p>{{text}}</p>", {{"text", trimmed(paragraph)}});
        paragraph.clear();
    };
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        if (trimmed(line).empty()) end();
        else paragraph += (paragraph.empty() ? "" : " ") + trimmed(line);
    end();
    return html;
}

}  // namespace

std::vector<TextBlock> blocksOf(const Letter& letter) {
    std::vector<TextBlock> blocks;
    for (const auto& place : placesOf(letter.html))
        if (auto text = textOf(letter.html.substr(place.from, place.to - place.from)); !text.empty()) blocks.push_back({place.name, std::move(text)});
    return blocks;
}

std::string withEdits(std::string html, const Edits& edits) {
    const auto places = placesOf(html);
    for (auto place = places.rbegin(); place != places.rend(); ++place)
        if (const auto edit = edits.find(place->name); edit != edits.end() && place->from != place->to) html.replace(place->from, place->to - place->from, paragraphsOf(edit->second));
    return html;
}

}  // namespace service::letters
