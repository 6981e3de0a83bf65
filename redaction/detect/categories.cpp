// Special categories (AVG art. 9 and 10) and money, as the words that name them; of whom, is the person last named.
#include <memory>

#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"
#include "redaction/words/words.h"

namespace redaction::detect {

namespace {

struct Category {
    Kind kind;
    std::unique_ptr<Pattern> pattern;
};

// A term with the words before it that belong to it: "een zware depressie".
std::string expression(const char* section) {
    return R"(\b((?:)" + words::alternation(words::linesOf("categories", "before")) + " ){0,2}" + words::alternation(words::linesOf("categories", section)) + ")";
}

const std::vector<Category>& categories() {
    static const std::vector<Category> all = [] {
        std::vector<Category> list;
        for (const auto& [kind, section] : {std::pair{Kind::health, "health"}, {Kind::criminal, "criminal"}, {Kind::religion, "religion"}, {Kind::ethnicity, "ethnicity"}, {Kind::sexuality, "sexuality"}, {Kind::finance, "finance"}})
            list.push_back({kind, std::make_unique<Pattern>(expression(section))});
        list.push_back({Kind::finance, std::make_unique<Pattern>(R"(((?:nog )?[$] ?\d[\d.,]*\d(?: (?:geleend|open|schuld))?)\b)")});
        return list;
    }();
    return all;
}

}  // namespace

void findCategories(Reading& r) {
    for (const auto& line : r.view.lines())
        for (const auto& category : categories())
            category.pattern->each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) {
                const bool function = isJobWord(r.view.slice(a, b)) && a >= 2 && r.view.slice(a - 2, a) == ", ";  // "A. Verbeek, psychiater"
                if (!function) addMention(r, a, b, category.kind, nearestPerson(r, a), 1, 0.8);
            });
}

}  // namespace redaction::detect
