// What would be released is put to a human where its words make another sort of passage likely than the cues did: told in
// confidence, a working note, police data, telling who reported. Closed on doubt; it never opens anything.
#include "redaction/policy/evaluate.h"
#include "redaction/policy/limits.h"

namespace redaction::policy {

namespace {

using about::Class;
using about::Passage;
using about::Sort;

struct Reading {
    Sort sort;
    Class cls;
    float least;  // from which probability on a human looks
    const char* why;
};
constexpr Reading kReadings[] = {
    {Sort::investigation, Class::investigation, limits::kInvestigation, "Dit lijkt iets te zeggen over een lopend strafrechtelijk onderzoek; kijk of dat zo is."},
    {Sort::worknote, Class::worknote, limits::kWorknote, "Dit lijkt een persoonlijke werkaantekening; kijk of dat zo is."},
    {Sort::internal, Class::internal, limits::kInternal, "Dit lijkt overleg van professionals onder elkaar; kijk of dat zo is."},
    {Sort::police, Class::police, limits::kPolice, "Dit lijkt te komen van politie of justitie; kijk of dat zo is."},
    {Sort::reporter, Class::reporter, limits::kReporter, "Hieruit lijkt af te leiden wie heeft gemeld of in vertrouwen heeft verteld; kijk of dat zo is."},
    {Sort::confidential, Class::confidential, limits::kConfidence, "Dit lijkt in vertrouwen verteld; kijk of dat zo is en of delen kan."},
    {Sort::mixed, Class::mixed, limits::kEntwined, "Dit lijkt over meer mensen tegelijk te gaan; kijk of het te splitsen is."}};

bool isPlain(const Passage& p) { return p.cls == Class::neutral || p.cls == Class::statement || p.cls == Class::mixed || p.cls == Class::header; }

Passage readAs(const Passage& p, Class cls) {
    auto read = p;
    read.sorts = {};
    read.cls = cls;
    read.asksSilence = cls == Class::confidential;
    if (cls == Class::mixed) read.sorts.of[static_cast<std::size_t>(Sort::mixed)] = p.sorts[Sort::mixed];
    return read;
}

}  // namespace

Verdict evaluatePassage(const Ruling& r, const ReadFragment& fragment, const Passage& p) {
    auto verdict = evaluateBySigns(r, fragment, p);
    if (verdict.decision != Decision::release || !isPlain(p)) return verdict;
    for (const auto& reading : kReadings) {
        if (p.sorts[reading.sort] < reading.least) continue;
        if (p.cls == Class::header && reading.cls != Class::reporter) continue;
        if (reading.cls == Class::reporter && !r.standing.keepsAnybodyBack()) continue;
        auto other = evaluateBySigns(r, fragment, readAs(p, reading.cls));
        if (other.decision == Decision::release) continue;
        other.decision = Decision::judge;
        other.why = reading.why;
        other.certainty = std::min(other.certainty, static_cast<double>(p.sorts[reading.sort]));
        return other;
    }
    return verdict;
}

}  // namespace redaction::policy
