// Special categories (AVG art. 9 and 10) and money, as the words that name them; of whom, is the person last named.
#include <iterator>

#include "redaction/detect/health_words.h"
#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"
#include "redaction/words/words.h"

namespace redaction::detect {

namespace {

// A term with the words before it that belong to it: "een zware depressie".
std::string expression(const char* section) {
    return R"(\b(?:)" + words::alternation(words::linesOf("categories", "before")) + " ){0,2}" + words::alternation(words::linesOf("categories", section));
}

// "pijn in haar rug", "een gekneusde schouder"; "hechtingen in zijn hand", "olanzapine 10 mg".
std::string bodyExpression() {
    const auto of = [](const char* section) { return words::alternation(words::linesOf("categories", section)); };
    return R"(\b(?:)" + of("before") + " ){0,2}" + of("injury") + " (?:(?:de|het|haar|zijn|mijn|zn|mn|een|beide|linker|rechter) ){0,2}" + of("body") + "(?: en (?:(?:haar|zijn) )?" + of("body") + ")?";
}

constexpr std::pair<Kind, const char*> kSections[] = {{Kind::health, "health"}, {Kind::criminal, "criminal"}, {Kind::religion, "religion"}, {Kind::ethnicity, "ethnicity"}, {Kind::sexuality, "sexuality"}, {Kind::finance, "finance"}};

std::vector<std::string> expressions() {
    std::vector<std::string> all;
    for (const auto& [kind, section] : kSections) all.push_back(expression(section));
    all[0] += R"((?: (?:type [12]|\d+ ?(?:mg|mcg|ml)\b))?)";
    all[1] += R"((?:,? \(?(?:(?:in|uit) )?(?:19|20)\d\d(?:, (?:sepot|transactie|veroordeeld|taakstraf|geseponeerd|boete|geldboete|werkstraf|voorwaardelijk))?\)?)?)";
    all.push_back(bodyExpression());
    all.push_back(R"(\b(?:(?:eenvoudige|zware) )?(?:mishandeling|bedreiging|vernieling|huiselijk geweld|belediging|overlast),? \(?(?:(?:in|uit) )?(?:19|20)\d\d(?:, (?:sepot|transactie|veroordeeld|taakstraf|geseponeerd|boete|geldboete|werkstraf|voorwaardelijk))?\)?)");
    all.push_back(R"((?:(?:(?:een |de |nog een )?(?:schuld|lening|achterstand|huurachterstand|betalingsachterstand|restschuld) van |nog )?[$] ?\d[\d.,]*\d(?: (?:geleend|open|schuld|p/w|p/m|per week|per maand|per uur|netto|bruto))?|\b(?:\d[\d.]* ?euro (?:schuld|geleend|netto|bruto)|(?:een )?(?:schuld|lening|achterstand|huurachterstand|betalingsachterstand|restschuld|boete) van (?:ruim |bijna |ongeveer |zo'n )?\d[\d.]* ?euro|[a-z]*duizend euro))\b)");
    return all;
}

Kind kindOf(int expression) {
    constexpr int kBody = static_cast<int>(std::size(kSections));
    return expression < kBody ? kSections[expression].first : expression == kBody ? Kind::health : expression == kBody + 1 ? Kind::criminal : Kind::finance;
}

// What no literal is known of is run on every line: sums of money, with a sign or in words.
bool mayStand(const words::Expressions& all, int expression, const Line& line) {
    return static_cast<std::size_t>(expression) + 1 != all.size() || line.money || line.has(Fact::euro);
}

// "mijn eigen schuld", "het is haar schuld": blame, no debt.
bool isBlame(const Reading& r, std::size_t a, std::size_t b) {
    const auto text = r.view.slice(a, b);
    if (!text.ends_with("schuld") || (text.size() > 6 && text[text.size() - 7] != ' ')) return false;
    static const Pattern whose(R"((?:\b(?:mijn|mn|haar|zijn|zn|jouw|je|hun|uw|onze|ons|eigen|jullie|wiens|iemands|allemaal|de) |['\"])$)");
    return whose.in(r.view.slice(a > 12 ? a - 12 : 0, a)) || text.find("zijn ") == 0 || text.find("haar ") == 0;
}

// "in het Pools", "tolk Turks": a language, of nobody.
bool isLanguage(const Reading& r, std::size_t a, std::size_t b) {
    const auto text = r.view.slice(a, b);
    if (text.back() != 's' && (text.size() < 4 || text.substr(text.size() - 2) != "ch")) return false;
    const auto before = r.view.slice(a > 12 ? a - 12 : 0, a);
    static const Pattern spoken(R"((?:\btolk|\bhet|\bin het|\bspreekt|\bspreken|\bpraat|\bpraten|\bleert|\bles|\bgoed|\bgeen|\balleen|\bin|\bhalf) $)");
    return text.substr(0, 4) == "het " || spoken.in(before);
}

// "een eerste psychotische |episode|", "dwangmatige |gedachten|": the noun belongs to it.
std::size_t withNoun(const Reading& r, std::size_t a, std::size_t b) {
    const auto text = r.view.slice(a, b);
    static constexpr std::string_view tails[] = {"ische", "ieve", "aire", "atige", "loze", "ele"};
    if (std::none_of(std::begin(tails), std::end(tails), [&](std::string_view tail) { return text.ends_with(tail); })) return b;
    const auto i = r.view.tokenAt(b);
    if (i >= r.view.tokens().size() || r.view.slice(b, r.view.tokens()[i].start) != " " || r.view.tokens()[i].digits || r.view.tokens()[i].capital) return b;
    const auto noun = r.view.word(i);
    return noun.size() < 4 || noun.is(Fact::preposition) || noun.is(Fact::finiteVerb) || !noun.is(Fact::ordinary) || noun.ends_with("e") ? b : std::size_t{r.view.tokens()[i].end};
}

void findHealthByEnding(Reading& r) {
    static const auto before = words::setOf("categories", "before");
    const auto& tokens = r.view.tokens();
    r.view.eachWord(Fact::health, [&](std::size_t i) {
        if (tokens[i].digits) return i;
        auto first = i;
        for (int k = 0; k < 2 && first > 0 && r.view.between(first - 1) == " " && before.count(r.view.word(first - 1)); ++k) --first;
        addMention(r, tokens[first].start, tokens[i].end, Kind::health, nearestPerson(r, tokens[first].start), 1, 0.75);
        return i;
    });
}

// "een depressieve |stoornis", "veroordeeld |wegens stalking|", "geopereerd |aan haar hart|", "traumabehandeling |(EMDR)|": one datum.
std::size_t joinedEnd(const Reading& r, const Mention& a, const Mention& b) {  // 0: two data
    static const words::Set links{" ", " aan ", " voor ", " wegens ", " van ruim ", " van bijna ", " van ", " van ongeveer ", " van circa "};
    if (a.kind != b.kind || b.start < a.end || b.end <= a.end) return 0;
    const auto gap = r.view.slice(a.end, b.start);
    const char last = r.view.folded()[a.end - 1];  // "veroordeeld", "opgenomen" say what happened, and no more
    if (gap == " " && last >= '0' && last <= '9') return 0;
    if ((gap == " voor " || gap == " wegens ") && (last == 'd' || last == 't' || last == 'n')) return 0;
    const bool money = a.kind == Kind::finance || gap.size() < 4 || !gap.starts_with(" van");
    if (links.count(gap) && money) return b.end;
    return gap == " (" && b.end < r.view.size() && r.view.folded()[b.end] == ')' ? b.end + 1 : 0;
}

// What stands in one another's way is settled later: the longer stays.
void joinNeighbours(Reading& r, std::size_t first) {
    std::vector<Mention> found(r.found.begin() + static_cast<std::ptrdiff_t>(first), r.found.end());
    std::stable_sort(found.begin(), found.end(), [](const Mention& a, const Mention& b) { return a.start != b.start ? a.start < b.start : a.end > b.end; });
    for (std::size_t i = 0; i + 1 < found.size(); ++i)
        if (const auto end = joinedEnd(r, found[i], found[i + 1]); end != 0) addMention(r, found[i].start, end, found[i].kind, found[i].subject, 1, 0.8);
}

}  // namespace

void findCategories(Reading& r) {
    const auto first = r.found.size();
    findHealthByEnding(r);
    static const words::Expressions all(expressions());
    PossibleExpressions possible(all, r.view);
    for (const auto& line : r.view.lines())
        for (const auto& [found, from, to, sure] : possible.in(line.start, line.end))
            if (mayStand(all, found, line)) eachMatch(all[found], r.view.folded(), from, to, line.end, [&, found = found](std::size_t a, std::size_t b) {
                const bool function = isJobWord(r.view.slice(a, b)) && a >= 2 && r.view.slice(a - 2, a) == ", ";  // "A. Verbeek, psychiater"
                if (!function && !(kindOf(found) == Kind::finance && isBlame(r, a, b)) && !(kindOf(found) == Kind::ethnicity && isLanguage(r, a, b))) addMention(r, a, kindOf(found) == Kind::health ? withNoun(r, a, b) : b, kindOf(found), nearestPerson(r, a), 1, 0.8);
            });
    joinNeighbours(r, first);
}

}  // namespace redaction::detect
