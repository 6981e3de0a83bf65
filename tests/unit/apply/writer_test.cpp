// The whole way: the confined reader reads, a human decides, the writer builds, verification looks.
#include <gmock/gmock.h>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/redacted_document.h"
#include "redaction/apply/wording.h"
#include "redaction/marks/folded_text.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/planted_pdf.h"

namespace {

using namespace redaction;
using testing::HasSubstr;
using testing::Not;

const reader::ReaderProcess& readerProcess() {
    static const reader::ReaderProcess process(LAKWERK_BUILD_DIR "/lakwerk-reader");
    return process;
}

const policy::RuleSet& rules() {
    static const auto loaded = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    return loaded;
}

std::vector<marks::Decided> decide(const document::Document& document, policy::Decision decision) {
    std::vector<marks::Decided> decided;
    for (const auto* part : {planted::first, planted::family})
        for (const auto& span : marks::FoldedText(document.text).findAll(marks::FoldedText::fromUtf8(part)))
            decided.push_back({span.start, span.end, decision, "third-party", std::nullopt, std::nullopt, "name"});
    return decided;
}

TEST(Writer, BuildsAPdfThatPassesVerification) {
    const auto source = planted::everywhere();
    const auto document = readerProcess().read(source, "verslag.pdf").document;
    const auto made = apply::Writer(readerProcess(), rules()).build(source, document, decide(document, policy::Decision::redact), "Verslag");
    EXPECT_EQ(made.pages(), 2u);
    EXPECT_THAT(other::pdfText(made.pdf()), HasSubstr("Waarom delen van dit stuk zwart zijn"));
    EXPECT_THAT(made.withheld(), testing::Contains("Corrie Zwaan"));
    const auto report = apply::verify({{"verslag.pdf", made.pdf(), made.withheld()}}, apply::withheldEverywhere({&made}), readerProcess());
    for (const auto& hit : report.hits) ADD_FAILURE() << hit.where;
}

TEST(Writer, BuildsNothingFromUndecidedText) {
    const auto source = planted::everywhere();
    const auto document = readerProcess().read(source, "verslag.pdf").document;
    EXPECT_THROW(apply::Writer(readerProcess(), rules()).build(source, document, decide(document, policy::Decision::judge), "Verslag"),
                 marks::StillOpen);
}

TEST(Writer, BuildsFlowingTextAnew) {
    const std::string source = "Van: juf Ineke\n\nToen belde Corrie Zwaan over de vakantie.\n";
    const auto document = readerProcess().read(source, "notitie.txt", "text/plain").document;
    const auto made = apply::Writer(readerProcess(), rules()).build(source, document, decide(document, policy::Decision::redact), "Notitie");
    const auto text = other::pdfText(made.pdf());
    EXPECT_THAT(text, HasSubstr("over de vakantie."));
    EXPECT_THAT(text, HasSubstr("[A · naam]"));
    EXPECT_THAT(text, Not(HasSubstr("Zwaan")));
    EXPECT_TRUE(apply::verify({{"notitie.pdf", made.pdf(), made.withheld()}}, {}, readerProcess()).passed());
}

struct InLanguage {
    const char* what;
    std::vector<std::string> lines;
    std::string language;
};

// A screen reader speaks the language that the file names.
TEST(Writer, NamesTheLanguageOfWhatMayBeRead) {
    const std::vector<InLanguage> rows{
        {"Dutch", {"Toen belde Corrie Zwaan over de vakantie van de kinderen.", "Zij wil dat het beter gaat en dat hij naar school gaat."}, "nl"},
        {"English", {"Then Corrie Zwaan called about the holiday and said that she was tired.", "They have been with their aunt, which was good for the children."}, "en"},
        {"English under a mark only", {"Zij belde over de vakantie en wil dat het beter gaat.", "Corrie Zwaan and that she would have been there with the children"}, "nl"},
        {"too little to tell", {"Corrie Zwaan, 12-03-2026"}, "nl"},
    };
    for (const auto& row : rows) {
        std::string flowing;
        for (const auto& line : row.lines) flowing += line + "\n\n";
        const auto typed = drawn::typed([&](cairo_t* pen) {
            for (std::size_t at = 0; at < row.lines.size(); ++at) drawn::text(pen, 72, 100 + 60 * double(at), row.lines[at]);
        });
        for (const auto& [name, source] : {std::pair<std::string, std::string>{"stuk.txt", flowing}, {"stuk.pdf", typed}}) {
            const auto document = readerProcess().read(source, name).document;
            auto decided = decide(document, policy::Decision::redact);
            ASSERT_EQ(decided.size(), 2u) << row.what;
            if (row.what == std::string("English under a mark only")) decided[0].end = document.text.find(U"children") + 8;
            const auto made = apply::Writer(readerProcess(), rules()).build(source, document, decided, "Stuk");
            const other::Folder folder;
            const auto said = other::run("mutool show " + folder.write("a.pdf", made.pdf()).string() + " trailer/Root/Lang");
            EXPECT_THAT(said, HasSubstr("(" + row.language + ")")) << row.what << ", " << name;
        }
    }
}

// "[melder]" at its place would say who reported; "[veiligheid]", that somebody hides.
TEST(Wording, AMarkDoesNotTellThatSomebodyHidesReportsOrConfides) {
    for (const auto* ground : {"safety", "reporter", "professional-safety", "child-confidence", "investigation"}) {
        EXPECT_EQ(apply::groundCode(rules(), ground), apply::groundCode(rules(), "third-party")) << ground;
        EXPECT_EQ(apply::passageLine(rules(), ground), apply::passageLine(rules(), "third-party")) << ground;
        marks::Mark mark;
        mark.ground = ground;
        EXPECT_EQ(apply::explainGrounds(rules(), {mark}).size(), 3u) << ground;
    }
    EXPECT_NE(apply::groundCode(rules(), "police-data"), apply::groundCode(rules(), "third-party"));
}

// Nor by what it says of the kind: "[A · adres]" beside other marks without would say where somebody's whereabouts stand.
TEST(Wording, ASafetyMarkAndAnyOtherLookTheSame) {
    for (const auto* ground : {"safety", "reporter", "professional-safety", "child-confidence", "investigation"})
        for (const auto* kind : {"", "name", "address", "postcode", "place", "phone", "school", "institution", "employer", "function", "gp"}) {
            marks::Mark telling, other;
            telling.ground = ground, other.ground = "third-party";
            telling.kind = other.kind = kind;
            EXPECT_EQ(apply::markLabel(rules(), telling), apply::markLabel(rules(), other)) << ground << " " << kind;
            if (std::string(kind) != "name") {
                EXPECT_EQ(apply::markLabel(rules(), telling), "[A]") << kind;
            }
        }
    for (const auto& ground : rules().grounds())
        EXPECT_EQ(apply::groundLetter(rules(), ground.id), ground.mark) << "the letter in the rules is the one on the mark: " << ground.id;
}

TEST(WithheldEverywhere, LeavesOutWhatAnotherDocumentReleases) {
    const std::string source = "Corrie Zwaan belde.\n";
    const auto document = readerProcess().read(source, "a.txt", "text/plain").document;
    const apply::Writer writer(readerProcess(), rules());
    const auto hidden = writer.build(source, document, decide(document, policy::Decision::redact), "A");
    const auto released = writer.build(source, document, decide(document, policy::Decision::release), "B");
    EXPECT_THAT(apply::withheldEverywhere({&hidden}), Not(testing::IsEmpty()));
    EXPECT_THAT(apply::withheldEverywhere({&hidden, &released}), testing::IsEmpty());
    EXPECT_THAT(apply::withheldEverywhere({&hidden}, {"", "Corrie Zwaan"}), testing::IsEmpty());
}

// In a list of documents a title that ends in "van" may come to stand before the partner's name.
TEST(WithheldEverywhere, AnOwnNameWithAnOrdinaryWordBesideItIsNoLeak) {
    const std::string source = "een brief van Stichting Jeugdbescherming Waterkant Rogier belde\n";
    const auto document = readerProcess().read(source, "a.txt", "text/plain").document;
    const std::vector<marks::Decided> all{{0, document.text.size(), policy::Decision::redact, "third-party", std::nullopt, std::nullopt}};
    const auto hidden = apply::Writer(readerProcess(), rules()).build(source, document, all, "A");
    EXPECT_THAT(apply::withheldEverywhere({&hidden}), testing::Contains("van Stichting Jeugdbescherming Waterkant"));
    const auto left = apply::withheldEverywhere({&hidden}, {"Waterkant, Stichting Jeugdbescherming\nPostbus 1", "Lakwerk"});
    EXPECT_THAT(left, Not(testing::Contains("van Stichting Jeugdbescherming Waterkant")));
    EXPECT_THAT(left, testing::Contains("Stichting Jeugdbescherming Waterkant Rogier")) << "a name beside it is one";
}

}  // namespace
