// Whole documents in which something beside a name or an address tells where somebody hides, or who reported: the sheet that
// only they got, a mail from there, a town bent into another word, the head over a reporter's name. Basis: R13, R14. And what
// goes along with the rest of a document: its page numbers.
#include <gtest/gtest.h>

#include "redaction/document/document.h"
#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "tests/unit/policy/invented_family.h"

namespace {

using namespace redaction;
using policy::Decision;

household::Case hidden() {  // mother and Tijn hide from father
    auto c = invented::family();
    const std::set<std::string> kinds{"address", "postcode", "place", "phone", "school", "employer", "institution", "gp"};
    for (const char* person : {"moeder", "kind1"}) {
        household::Protection p;
        p.person = person;
        p.against = {"vader"};
        p.hide.assign(kinds.begin(), kinds.end());
        c.protections.push_back(p);
    }
    return c;
}

// What father gets to see at least somewhere of a stretch of the text: the mildest of its characters.
Decision mildest(const std::string& text, const std::string& stretch) {
    const auto rules = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
    const auto c = hidden();
    document::Document document;
    document.text = document::toCodePoints(text);
    household::AccessRequest request;
    request.id = "r1", request.requester = "vader", request.capacity = "parent", request.subjects = {"vader", "kind1"}, request.addressedTo = "vt";
    std::vector<Decision> of(document.text.size(), Decision::release);
    for (const auto& p : policy::propose(c, request, {{"stuk.txt", "vt", &document}}, rules, *c.referenceDate))
        for (auto i = p.start; i < p.end; ++i) of[i] = std::max(of[i], p.decision);
    const auto wanted = document::toCodePoints(stretch);
    const auto at = document.text.find(wanted);
    EXPECT_NE(at, std::u32string::npos) << stretch;
    auto result = Decision::redact;
    for (auto i = at; i < at + wanted.size(); ++i)
        if (document.text[i] != U' ') result = std::min(result, of[i]);
    return result;
}

struct Row {
    const char *text, *stretch;
    Decision least;
};
class Tells : public testing::TestWithParam<Row> {};
TEST_P(Tells, StaysHidden) { EXPECT_GE(mildest(GetParam().text, GetParam().stretch), GetParam().least) << GetParam().text; }

INSTANTIATE_TEST_SUITE_P(Places, Tells, testing::Values(
    Row{"VEILIGHEIDSPLAN\nBesproken met vader en met moeder, zij kregen allebei hetzelfde stuk.\n\nBIJLAGE 1 – UITSLUITEND VOOR MOEDER\nTijn wordt uit school alleen meegegeven aan moeder of aan Wendy.\n",
        "Tijn wordt uit school alleen meegegeven aan moeder of aan Wendy.", Decision::redact},
    Row{"Van: Joke Terpstra\nAan: Nadia Azzouzi\nDatum: 3 februari 2026\n\nDag Nadia, moeder en Tijn wonen nu twee weken bij ons in Oudewater. Tijn slaapt goed.\n\nGroet vanachter de dijk, Joke\n",
        "Van: Joke Terpstra", Decision::redact},
    Row{"Van: Joke Terpstra\nAan: Nadia Azzouzi\nDatum: 3 februari 2026\n\nDag Nadia, moeder en Tijn wonen nu twee weken bij ons in Oudewater. Tijn slaapt goed.\n\nGroet vanachter de dijk, Joke\n",
        "Groet vanachter de dijk, Joke", Decision::redact},
    Row{"Contactjournaal\n3-2-2026 Moeder en Tijn zijn aangekomen in Oudewater.\n4-2-2026 Tijn zegt dat hij de Oudewaterse bakker lekker vindt.\n", "Oudewaterse", Decision::redact},
    Row{"Contactjournaal\n3-2-2026 Moeder en Tijn zijn aangekomen in Oudewater.\n4-2-2026 Tijn vertelt dat hij met de sneltram naar zwemles gaat.\n", "sneltram", Decision::judge},
    Row{"MELDFORMULIER\nOntvangen: 3 februari 2026\n\nRubriek A – Melder\nNaam: Corrie Mulder, wijkverpleegkundige\n\nRubriek B – Gezin\nVader is op de hoogte van de melding.\n", "wijkverpleegkundige", Decision::redact},
    Row{"MELDFORMULIER\nOntvangen: 3 februari 2026\n\nRubriek A – Melder\nNaam: Corrie Mulder, wijkverpleegkundige\n\nRubriek B – Gezin\nVader is op de hoogte van de melding.\n", "Rubriek A – Melder", Decision::redact}));

TEST(Tells, NothingOfWhatIsVadersOwn) {
    EXPECT_EQ(mildest("VEILIGHEIDSPLAN\nBesproken met vader en met moeder.\n\nBIJLAGE 2 – UITSLUITEND VOOR VADER\nVader volgt een training en belt elke week met de praktijkondersteuner.\n", "Vader volgt een training"), Decision::release);
}

TEST(PageNumber, StaysWhereAnythingOfTheDocumentDoes) {
    const std::string mine = "Vader belde op maandag over de papieren van zijn werk.\n\n", theirs = "Moeder slaapt slecht en heeft weer klachten.\n\n";
    EXPECT_EQ(mildest(mine + theirs + "Bladzijde 1\n", "Bladzijde 1"), Decision::release);
    EXPECT_EQ(mildest(theirs + "Bladzijde 1\n", "Bladzijde 1"), mildest(theirs + "Bladzijde 1\n", "slecht"));
}

}  // namespace
