#include "redaction/about/stretch_signs.h"

#include <re2/re2.h>

namespace redaction::about {

namespace {
bool contains(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }
}  // namespace

bool startsWithSubject(std::string_view t) {
    return t.substr(0, 8) == "betreft:" || t.substr(0, 4) == "en " || contains(t, "leerling:") || t.substr(0, 7) == "afwezig" || contains(t, "gesproken met");
}

bool describesOne(std::string_view t) {
    static const RE2 expression(R"(^(?:zij|hij|ze)\b.*\b(?:als enige|de enige|(?:haar|zijn) (?:werk|dienst|collega|buur\w*)|kent het gezin|woont (?:naast|boven|onder|tegenover|schuin))\b)");
    return RE2::PartialMatch({t.data(), t.size()}, expression);
}

bool speaksForMany(std::string_view t) {
    static const RE2 expression(R"(\b(?:jullie|wij|ons|onze)\b)");
    return RE2::PartialMatch({t.data(), t.size()}, expression);
}

bool endsPoliceDocument(std::string_view t) {
    static const RE2 expression(R"(^(?:losse |los )?(?:aantekening|brief|briefje|kaart|tekening|mail|e-?mail|bericht|gespreksverslag|contactjournaal)\b)");
    return RE2::PartialMatch({t.data(), t.size()}, expression);
}

bool headsWorknotes(std::string_view t) {
    static const RE2 expression(R"(^\W*(?:(?:mijn|eigen|persoonlijke) (?:werk)?(?:aantekening|notitie|gedachte|krabbel)|werkaantekening|werknotitie|klad|geheugensteun))");
    return RE2::PartialMatch({t.data(), t.size()}, expression);
}

bool isAboutPlan(std::string_view t) {
    static const RE2 expression(R"(\b(?:onderstaand|dit|bijgaand|volgend)e? \w*plan\b)");
    return RE2::PartialMatch({t.data(), t.size()}, expression);
}

}  // namespace redaction::about
