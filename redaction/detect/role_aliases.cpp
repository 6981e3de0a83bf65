#include "redaction/detect/role_aliases.h"

namespace redaction::detect {

RoleAliases::RoleAliases(const NameContext& context) : context_(context) {
    const auto& v = context.view;
    for (const auto& line : v.lines())
        for (auto i = line.firstToken; line.equals && i + 1 < line.lastToken; ++i) {
            const auto between = v.between(i);
            if (v.tokens()[i].digits || v.tokens()[i].length() > kLongest || (between != "=" && between != " = " && between != "= " && between != " =")) continue;
            const auto word = kinWord(v.word(i + 1));
            if (word.kin != Kin::none && !word.weak) said_.emplace(v.word(i), word);
        }
}

KinWord RoleAliases::at(std::size_t token) const {
    const auto& v = context_.view;
    if (token >= v.tokens().size() || !mayBe(token)) return {};
    const auto word = v.word(token);
    if ((said_.empty() && word != "m" && word != "v") || !standsAlone(token)) return {};
    const auto said = said_.find(word);
    if (said != said_.end()) return v.between(token).find('=') == std::string_view::npos ? said->second : KinWord{};
    if (!context_.hurried[token] || v.between(token) == ". ") return {};
    if (word != "m" && word != "v") return {};
    auto result = kinWord(word == "m" ? "moeder" : "vader");
    result.weak = true;
    return result;
}

// No initial, abbreviation, measure or tussenvoegsel: "v.d. Berg", "m.b.t.", "5 m", "v d zwaag".
bool RoleAliases::standsAlone(std::size_t token) const {
    const auto& v = context_.view;
    const auto after = v.between(token), before = token > 0 ? v.between(token - 1) : words::Slice("\n");
    const auto next = v.word(token + 1), previous = token > 0 ? v.word(token - 1) : Word();
    const auto touches = [](std::string_view s) { return s.empty() || s == "." || s == "-" || s == "/" || s == "'" || s == "&" || s == "_" || s == "@"; };
    if (touches(after) || touches(before)) return false;
    const bool counted = token > 0 && v.tokens()[token - 1].digits && said_.find(v.word(token)) == said_.end();
    if (before == " " && !previous.empty() && (counted || previous == "t" || previous == "p" || previous == "d")) return false;
    if (after == " " && (next.size() < 2 || (isNamePrefix(next) && !(next == "op" || next == "in" || next == "aan" || next == "van" || next == "de" || next == "het" || next == "uit")) || (isNamePrefix(next) && context_.people.partsOf(v.word(token + 2))) || context_.people.partsOf(next)) && v.word(token).size() == 1) return next == "t" || next == "is";
    return !(after == ". " && v.tokens()[token + 1].capital && v.word(token).size() == 1 && context_.people.partsOf(next));
}

}  // namespace redaction::detect
