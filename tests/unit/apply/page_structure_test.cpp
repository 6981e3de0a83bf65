#include "redaction/apply/rebuild/page_structure.h"

#include <gmock/gmock.h>

#include "redaction/apply/rebuild/rebuild.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/reading.h"

namespace {

using namespace redaction;
using apply::rebuild::elementsOf;
using Role = apply::rebuild::Element::Role;
using testing::HasSubstr;

const std::string& page() {
    static const std::string made = drawn::typed([](cairo_t* pen) {
        drawn::text(pen, 70, 90, "Verslag van het huisbezoek", 22);
        drawn::text(pen, 70, 130, "Vader kwam met Corrie langs en");
        drawn::text(pen, 70, 146, "vertelde over de vakantie.");
        drawn::text(pen, 70, 190, "Afspraken", 15);
        drawn::text(pen, 70, 220, "- vader belt de school");
        drawn::text(pen, 70, 250, "- Corrie komt op maandag");
        drawn::text(pen, 70, 290, "2019 was een goed jaar.");
        drawn::text(pen, 70, 330, "3. Een regel met een nummer is nog geen lijst.");
    });
    return made;
}

TEST(PageStructure, FollowsTheLayout) {
    const auto document = reading::read(page());
    std::vector<std::pair<Role, int>> found;
    std::size_t words = 0;
    for (const auto& element : elementsOf(document, 0, std::vector<bool>(document.pages[0].words.size(), true))) {
        found.emplace_back(element.role, element.level);
        words += element.words.size();
    }
    EXPECT_EQ(words, document.pages[0].words.size());
    const std::vector<std::pair<Role, int>> expected{{Role::heading, 2}, {Role::paragraph, 0}, {Role::heading, 3},
                                                     {Role::listItem, 0}, {Role::listItem, 0}, {Role::paragraph, 0}, {Role::paragraph, 0}};
    EXPECT_EQ(found, expected) << document::toUtf8(document.text);
}

// A space of another font behind each word would take each word apart, and twice the time and size.
TEST(PageStructure, WordsKeepTheSpacesOfTheirSource) {
    const auto source = drawn::typed([](cairo_t* pen) { drawn::text(pen, 70, 130, "Vader kwam met Corrie langs en vertelde."); });
    const auto pdf = apply::rebuildPdf(source, reading::read(source), {}, {}, "Verslag", {}).bytes;
    const other::Folder folder;
    const auto fonts = other::run("pdffonts " + folder.write("a.pdf", pdf).string() + " 2>&1");
    EXPECT_EQ(std::count(fonts.begin(), fonts.end(), '\n'), 3) << fonts;
    const auto content = other::run("qpdf --qdf --object-streams=disable " + folder.write("b.pdf", pdf).string() + " - 2>/dev/null");
    std::size_t changes = 0;
    for (auto at = content.find(" Tf"); at != content.npos; at = content.find(" Tf", at + 1)) ++changes;
    EXPECT_EQ(changes, 1u);
}

TEST(PageStructure, IsReadAloudInOrderWithTheMarksInTheirPlace) {
    const auto document = reading::read(page());
    const auto marks = reading::hide(document, {"Corrie"});
    const auto pdf = apply::rebuildPdf(page(), document, marks, std::vector<std::string>(marks.size(), "[naam · rechten van anderen]"), "Verslag", {}).bytes;
    const other::Folder folder;
    const auto structure = other::run("pdfinfo -struct-text " + folder.write("a.pdf", pdf).string() + " 2>&1");
    for (const auto* part : {"H2 (block)\n    \"Verslag van het huisbezoek", "P (block)\n    Span (inline)\n      \"Vader kwam met \"\n    Span (inline)\n      \"[naam · rechten van anderen] \"\n    Span (inline)\n      \"langs en vertelde over de vakantie.",
                             "H3 (block)\n    \"Afspraken", "Lbl (block)\n        \"- \"\n      LBody (block)\n        Span (inline)\n          \"[naam", "LBody (block)\n        \"vader belt de school"})
        EXPECT_THAT(structure, HasSubstr(part));
    EXPECT_LT(structure.find("Vader kwam"), structure.find("Afspraken"));
    EXPECT_THAT(structure, testing::Not(HasSubstr("Warning"))) << structure;
    EXPECT_THAT(structure, HasSubstr("Document"));
}

}  // namespace
