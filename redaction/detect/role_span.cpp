#include "redaction/detect/role_span.h"

#include <unordered_set>

namespace redaction::detect {

namespace {

using Words = std::unordered_set<std::string_view>;

bool isOwnerWord(std::string_view w) {
    static const Words words{"zijn", "haar", "hun", "mijn", "je", "jouw", "uw", "ons", "onze", "zn", "dr", "m'n"};
    return words.count(w) != 0;
}
bool isBetween(std::string_view w) {
    static const Words words{"eigen", "oudste", "jongste", "grote", "kleine", "nieuwe", "vorige", "oude", "beste", "lieve", "tweede"};
    return words.count(w) != 0;
}

// "Vanaf de trein zijn moeder, opa en Jan lang onderweg": a verb, no owner.
bool isVerbHere(const Reading& r, std::size_t owner, std::size_t role) {
    if (r.view.word(owner) != "zijn") return false;
    const auto after = r.view.between(role);
    return (after == ", " && r.view.folded().find(" en ", r.view.tokens()[role].end) < r.view.tokens()[role].end + 40) || (after == " " && r.view.word(role + 1) == "en" && r.view.word(role + 2) != "zijn");
}

// "zij doet het als moeder.": what somebody is; "als moeder weer uitvalt": who.
bool isCapacity(const Reading& r, std::size_t role) {
    const auto after = r.view.between(role);
    if (after != " ") return true;
    static const Words ends{"van", "voor", "zijnde", "met", "te", "in", "zo"};
    return ends.count(r.view.word(role + 1)) != 0;
}

}  // namespace

RoleSpan roleSpanAt(const Reading& r, std::size_t i) {
    const auto& v = r.view;
    RoleSpan span{i, i + 1, {}, {}, false};
    auto first = i;
    if (first > 0 && v.word(first - 1) == "oud" && v.between(first - 1) == "-") span.first = --first;  // "oud-collega"
    while (first > 0 && v.between(first - 1) == " " && isBetween(v.word(first - 1))) --first;
    if (first > 0 && v.between(first - 1) == " " && isOwnerWord(v.word(first - 1)) && !isVerbHere(r, first - 1, i)) {
        span.owner = v.word(first - 1);
        span.first = first - 1;
    } else if (first > 0 && v.between(first - 1) == " " && (v.word(first - 1) == "de" || v.word(first - 1) == "een" || v.word(first - 1) == "het")) {
        span.article = true;
    } else if (v.word(i).size() && i > 0 && (v.between(i - 1) == "'s " )) {
        span.owner = "?";
    }
    if (v.word(i + 1) == "van" && v.between(i) == " " && v.between(i + 1) == " ") {
        const auto next = v.word(i + 2);
        if (next == "vaderskant" || next == "moederskant" || next == "vaderszijde" || next == "moederszijde") {
            span.side = next;
            span.last = i + 3;
        } else if (next == "nummer" || next == "nr") {
            span.last = i + 4;
        } else if (next == "boven" || next == "beneden" || next == "hiernaast" || next == "school" || next == "vroeger") {
            span.last = i + 3;
        } else if (next == "betrokkene" || next == "betrokkenen") {
            span.last = i + 3;
        }
    }
    return span;
}

bool isGenericRole(const Reading& r, const RoleSpan& span, std::size_t i, KinWord word) {
    const auto before = i > 0 && r.view.between(i - 1) == " " ? r.view.word(i - 1) : std::string_view();
    if ((before == "als" && isCapacity(r, i)) || before == "iedere" || before == "elke" || before == "geen" || before == "andere") return true;
    if ((word.kin == Kin::partner || word.kin == Kin::exPartner) && span.owner.empty()) return !(r.view.word(i) == "echtgenoot" || r.view.word(i) == "echtgenote" || r.view.word(i) == "vriendin");
    if (word.kin == Kin::child && span.owner.empty()) return true;
    if (before == "geachte" || before == "beste") return true;
    if (before == "een" && r.view.word(i + 1) == "van" && span.owner.empty() && word.kin != Kin::outsider) return false;  // "een zus van moeder"
    if (before == "een" && word.kin != Kin::outsider) return true;
    if (r.view.word(i) == "collega" && span.owner.empty() && span.first == i) return true;
    return false;
}

}  // namespace redaction::detect
