// Headers, signatures and boilerplate follow what they head.
#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "redaction/policy/evaluate.h"

namespace redaction::policy {

using about::Class;
using about::Passage;

namespace {

constexpr std::size_t kLetterhead = 60;

// About nobody: "Deze brief is automatisch verzonden." It goes with what stands around it.
bool isBoilerplate(const Passage& p, const Verdict& v) { return p.cls != Class::header && p.about.empty() && !p.unsure && v.rule == "R1" && v.decision == Decision::release; }

// The mildest verdict among what a header heads: released with a released passage, judged with a judged one.
struct Mildest {
    std::map<std::size_t, std::size_t> ofBlock;  // block → index of the passage
    std::optional<std::size_t> ofAll;

    Mildest(const std::vector<Passage>& passages, const std::vector<Verdict>& verdicts) {
        for (std::size_t k = 0; k < passages.size(); ++k) {
            if (passages[k].cls == Class::header || isBoilerplate(passages[k], verdicts[k])) continue;
            const auto found = ofBlock.emplace(passages[k].block, k).first;
            if (verdicts[k].decision < verdicts[found->second].decision) found->second = k;
            if (!ofAll || verdicts[k].decision < verdicts[*ofAll].decision) ofAll = k;
        }
    }
};

// The sheet of a Veiligheidshuis that is for the most part police data: its head and foot too. Basis: R19.
std::optional<std::size_t> policeSheet(const Ruling& r, const ReadFragment& fragment, const std::vector<Verdict>& verdicts) {
    const auto* kind = r.kindOf(fragment.partner);
    if (!kind || *kind != "zorg-en-veiligheidshuis") return std::nullopt;
    std::size_t police = 0, body = 0;
    std::optional<std::size_t> judged;
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const auto cls = fragment.passages[i].cls;
        if (cls == Class::header) continue;
        ++body;
        police += cls == Class::police || cls == Class::investigation ? 1u : 0u;
        if (verdicts[i].rule == "R19") judged = i;
    }
    return police * 2 >= body ? judged : std::nullopt;
}

// A letter of somebody's treatment: that it was written, and by whom, shows their care. Basis: R16, R21.
std::optional<Verdict> anothersTreatment(const Ruling& r, const ReadFragment& fragment) {
    const auto* kind = r.kindOf(fragment.partner);
    static const RE2 letterhead(R"(\b(?:jeugd-?ggz|ggz|psychiat\w*|psycholog\w*|(?:poli)?kliniek|behandelcentrum)\b)");
    if (!(kind && *kind == "ggz") && !RE2::PartialMatch(fragment.title.substr(0, kLetterhead), letterhead)) return std::nullopt;
    const auto named = std::find_if(fragment.passages.begin(), fragment.passages.end(), [](const Passage& p) { return p.cls == Class::header && p.about.size() == 1; });
    if (named == fragment.passages.end()) return std::nullopt;
    const auto& client = named->about[0].subject;
    if (r.standing.isMine(client) || r.standing.isProfessional(client)) return std::nullopt;
    const auto* child = r.standing.child(client);
    return child && child->child == Child::closed ? r.by("R21", child->ground) : r.by("R21");
}

// A form line with the numbers of others only, or a title over nothing that names others only. Closed on doubt (R10).
bool namesOnlyOthers(const Ruling& r, const ReadFragment& fragment, const Passage& p, bool headsNothing) {
    const auto text = fragment.view.slice(p.start, p.end);
    static const RE2 parent(R"(^(?:juridische |biologische )?(?:vader|moeder|ouders?)\b)");
    const bool recordsParent = RE2::PartialMatch({text.data(), text.size()}, parent);  // R26
    bool others = false;
    for (const auto& m : fragment.mentionsIn(p)) {
        if (m.subject.empty() || detect::isStranger(m.subject) || r.standing.isProfessional(m.subject)) continue;
        if (r.standing.isMine(m.subject)) return false;
        others = others || (headsNothing && !(recordsParent && r.standing.isParentOfMine(m.subject))) || m.kind == detect::Kind::bsn || m.kind == detect::Kind::birthdate;
    }
    return others;
}

bool namesRequester(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    const auto here = fragment.mentionsIn(p);
    return std::any_of(here.begin(), here.end(), [&](const detect::Mention& m) { return r.standing.isOwn(m.subject); });
}

// "Van: J. Hendriks (De Wilg)": somebody the case does not know.
bool isSentByStranger(const ReadFragment& fragment, const Passage& p) {
    const auto text = fragment.view.slice(p.start, p.end);
    const auto here = fragment.mentionsIn(p);
    static const RE2 from(R"(^(?:> ?)*(?:van|from): ?)");
    return RE2::PartialMatch({text.data(), text.size()}, from) && !here.empty() && detect::isStranger(here.front().subject);
}

// Who writes from where somebody hides: the whole head of the mail and its signature tell that (R13); who is not known and tells
// the place may sit there.
void hideSenders(const ReadFragment& fragment, const std::vector<Passage>& passages, std::vector<Verdict>& verdicts) {
    for (std::size_t i = 1; i < passages.size() && passages[0].cls == Class::header && passages[i].cls == Class::header && passages[i].block == passages[0].block; ++i)
        if (verdicts[0].rule == "R13" && verdicts[0].decision == Decision::redact && passages[i].about.empty()) verdicts[i] = verdicts[0];
    std::map<std::size_t, std::size_t> hidden;  // block → the line of the head that tells
    for (std::size_t i = 0; i < passages.size(); ++i)
        if (passages[i].mailHeader && verdicts[i].rule == "R13" && verdicts[i].decision == Decision::redact) hidden.emplace(passages[i].block, i);
    std::map<std::size_t, std::size_t> told;  // block → what tells the place
    for (std::size_t i = 0; i < passages.size(); ++i)
        if (passages[i].cls != Class::header && verdicts[i].rule == "R13" && verdicts[i].decision == Decision::redact) told.emplace(passages[i].block, i);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const auto body = told.find(passages[i].block);
        if (body == told.end() || !passages[i].mailHeader || !isSentByStranger(fragment, passages[i])) continue;
        verdicts[i] = verdicts[body->second];
        for (std::size_t k = i; k < passages.size() && passages[k].block == passages[i].block; ++k)
            if (passages[k].signature) verdicts[k] = verdicts[body->second];
    }
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const auto found = hidden.find(passages[i].block);
        if (found != hidden.end() && (passages[i].mailHeader || passages[i].signature)) verdicts[i] = verdicts[found->second];
    }
}

// "Rubriek A – Melder": it goes with what says who that is (R14).
void hideReporters(const ReadFragment& fragment, std::vector<Verdict>& verdicts) {
    static const RE2 reporter(R"(\b(?:melder|meldster|informante?|tipgever)\b)");
    for (std::size_t i = verdicts.size(); i-- > 1;) {
        const auto& p = fragment.passages[i - 1];
        if (!p.heading || verdicts[i].rule != "R14" || verdicts[i].decision != Decision::redact) continue;
        const auto text = fragment.view.slice(p.start, p.end);
        if (RE2::PartialMatch({text.data(), text.size()}, reporter)) verdicts[i - 1] = verdicts[i];
    }
}

// "Bladzijde 2", "pagina 3 van 7", "- 4 -": of nobody. It stays where anything of the document does, and goes along with the rest.
std::vector<std::size_t> pageNumbersIn(const ReadFragment& fragment) {
    static const RE2 number(R"(^(?:(?:bladzijde|pagina|blz|pag|page)\.? ?\d{1,4}(?: ?(?:van|of|/) ?\d{1,4})?|\d{1,4} (?:van|of) \d{1,4}|- ?\d{1,4} ?-)$)");
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < fragment.passages.size(); ++i) {
        const auto text = fragment.view.slice(fragment.passages[i].start, fragment.passages[i].end);
        if (text.size() <= 24 && RE2::FullMatch({text.data(), text.size()}, number)) found.push_back(i);
    }
    return found;
}

}  // namespace

void settleHeaders(const Ruling& r, const ReadFragment& fragment, std::vector<Verdict>& verdicts) {
    const auto& passages = fragment.passages;
    const auto numbers = pageNumbersIn(fragment);
    for (const auto i : numbers) verdicts[i] = r.by("R10");
    const Mildest mildest(passages, verdicts);
    const auto treatment = anothersTreatment(r, fragment);
    const auto sheet = policeSheet(r, fragment, verdicts);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        const auto& p = passages[i];
        const bool boilerplate = isBoilerplate(p, verdicts[i]);
        if (!boilerplate && (p.cls != Class::header || !p.about.empty())) continue;  // a form line about somebody follows the ordinary rules
        const auto block = mildest.ofBlock.find(p.block);
        // Over what tells where somebody is: no single person may lift it (R13).
        if (p.heading && p.block != 0 && block != mildest.ofBlock.end() && verdicts[block->second].rule == "R13" && !namesRequester(r, fragment, p)) verdicts[i] = r.by("R13");
        if (verdicts[i].rule == "R13" || verdicts[i].rule == "R14" || verdicts[i].rule == "R16") continue;
        if (treatment && !boilerplate) {
            verdicts[i] = *treatment;
            continue;
        }
        if (sheet && p.block == 0 && !p.signature) {
            verdicts[i] = verdicts[*sheet];
            continue;
        }
        // Where somebody hides or is kept back, boilerplate goes with its own block: it may tell of them. Closed on doubt.
        const bool ofDocument = boilerplate ? !r.standing.protectsAnybody() && !r.standing.keepsAnybodyBack() : p.block == 0 && !p.signature && !passages[0].mailHeader;
        const auto headed = ofDocument ? mildest.ofAll : block != mildest.ofBlock.end() ? std::optional(block->second) : boilerplate ? mildest.ofAll : std::nullopt;
        const bool goesAlong = headed && verdicts[*headed].decision != Decision::release;
        verdicts[i] = goesAlong ? verdicts[*headed] : r.by(!boilerplate && namesOnlyOthers(r, fragment, p, !headed) ? "R10" : "R1");
    }
    hideSenders(fragment, passages, verdicts);
    hideReporters(fragment, verdicts);
    for (const auto i : numbers) verdicts[i] = mildest.ofAll && verdicts[*mildest.ofAll].decision != Decision::release ? verdicts[*mildest.ofAll] : r.by("R1");
}

}  // namespace redaction::policy
