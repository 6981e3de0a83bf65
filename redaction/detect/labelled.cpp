// What stands behind a label of a form: "School: Het Hooge Veen, havo 5", "Werkgever: Jansen Transport".
#include <unordered_map>

#include "redaction/detect/owners.h"

namespace redaction::detect {

namespace {

Kind kindOfLabel(std::string_view label) {
    static const std::unordered_map<std::string_view, Kind> labels{
        {"school", Kind::school}, {"basisschool", Kind::school}, {"opleiding", Kind::school}, {"schoollocatie", Kind::school}, {"opvang", Kind::institution}, {"kinderopvang", Kind::school}, {"bso", Kind::school},
        {"werkgever", Kind::employer}, {"werk", Kind::employer}, {"werkadres", Kind::employer}, {"huisarts", Kind::gp}, {"praktijk", Kind::gp}, {"tandarts", Kind::institution}, {"sportclub", Kind::institution},
        {"club", Kind::institution}, {"sport", Kind::institution}, {"instelling", Kind::institution}, {"verblijf", Kind::address}, {"verblijfadres", Kind::address}, {"verblijfplaats", Kind::place}, {"woonplaats", Kind::place},
        {"geboorteplaats", Kind::place}, {"woont", Kind::place}, {"plaats", Kind::place}, {"straat", Kind::address}, {"adres", Kind::address}, {"woonadres", Kind::address}, {"dagbesteding", Kind::institution}, {"apotheek", Kind::institution}, {"nationaliteit", Kind::ethnicity}};
    const auto found = labels.find(label);
    return found == labels.end() ? Kind::other : found->second;
}

bool saysNothing(std::string_view w) {
    static const std::unordered_map<std::string_view, bool> words{{"onbekend", true}, {"geen", true}, {"nvt", true}, {"zie", true}, {"idem", true}, {"niet", true}, {"afgeschermd", true}, {"geheim", true}, {"als", true}, {"ja", true}, {"nee", true},
                                                                  {"het", false}, {"dit", true}, {"hij", true}, {"zij", true}, {"ze", true}, {"er", true}, {"moeder", true}, {"vader", true}, {"in", true}, {"momenteel", true}};
    const auto found = words.find(w);
    return found != words.end() && found->second;
}

// Up to a comma, a wide gap, a bracket or the end of the line.
std::size_t valueEnd(const Reading& r, std::size_t first, const Line& line) {
    constexpr std::size_t kMostWords = 6;
    auto last = first;
    while (last + 1 < line.lastToken && last - first + 1 < kMostWords) {
        const auto between = r.view.between(last);
        if (!(between == " " || between == "-" || between == "'" || between == " '" || between == "/" || between == "&" || between == " & " || between == ". ") || (between == ". " && r.view.tokens()[last].length() > 3)) break;
        ++last;
    }
    return last;
}

}  // namespace

void findLabelled(Reading& r) {
    const auto& tokens = r.view.tokens();
    for (const auto& line : r.view.lines())
        for (auto i = line.firstToken; line.colon && i + 1 < line.lastToken; ++i) {
            const auto between = r.view.between(i);
            if (between.empty() || between[0] != ':' || between.find_first_not_of(": ") != std::string_view::npos) continue;
            const auto kind = kindOfLabel(r.view.word(i));
            const auto first = i + 1;
            if (kind == Kind::other || !(tokens[first].capital || r.names.hurried[first] || r.view.word(first).size() <= 4) || saysNothing(r.view.word(first))) continue;
            const auto last = valueEnd(r, first, line);
            if (!tokens[first].capital && last == first) continue;
            if ((kind == Kind::place || kind == Kind::address) && !tokens[first].capital) continue;
            addMention(r, tokens[first].start, tokens[last].end, kind, nearestPerson(r, tokens[first].start), 2, 0.7);
        }
}

}  // namespace redaction::detect
