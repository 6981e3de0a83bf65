// A passage that names nobody goes with the withheld passage it continues, where it speaks of or as somebody ("Ik voel
// me vrij") or stands between two that are withheld ("In het water vallen die weg"): it is seldom about the requester.
// Elsewhere it is boilerplate (settle_headers.cpp).
#include <re2/re2.h>

#include <algorithm>

#include "redaction/policy/evaluate.h"

namespace redaction::policy {

using about::Class;
using about::Passage;

namespace {

bool namesNobody(const ReadFragment& fragment, const Passage& p, const Verdict& v) {
    if (p.cls == Class::header || !p.about.empty() || p.boilerplate || v.rule != "R1" || v.decision != Decision::release) return false;
    const auto here = fragment.mentionsIn(p);  // what colleagues arrange among themselves is about nobody
    return std::none_of(here.begin(), here.end(), [](const detect::Mention& m) { return m.kind == detect::Kind::name || m.kind == detect::Kind::initials || m.kind == detect::Kind::email; });
}

bool speaksOfSomebody(const ReadFragment& fragment, const Passage& p) {
    const auto text = fragment.view.slice(p.start, p.end);
    static const RE2 somebody(R"(\b(?:hij|zij|ze|hem|haar|hen|ie|ik|mij|mijn|jongen|jongetje|meisje)\b|")");
    return RE2::PartialMatch({text.data(), text.size()}, somebody);
}

}  // namespace

void settleUnnamed(const ReadFragment& fragment, std::vector<Verdict>& verdicts) {
    const auto& passages = fragment.passages;
    std::vector<std::size_t> unnamed;
    std::optional<std::size_t> before;
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (passages[i].cls == Class::header) continue;
        if (namesNobody(fragment, passages[i], verdicts[i])) {
            const bool follows = before && passages[*before].block == passages[i].block && verdicts[*before].decision != Decision::release;
            if (follows && speaksOfSomebody(fragment, passages[i])) verdicts[i] = verdicts[*before];
            else unnamed.push_back(i);
            continue;
        }
        const bool between = before && passages[*before].block == passages[i].block && verdicts[*before].decision != Decision::release && verdicts[i].decision != Decision::release;
        if (between)
            for (const auto k : unnamed) verdicts[k] = verdicts[*before];
        unnamed.clear();
        before = i;
    }
}

}  // namespace redaction::policy
