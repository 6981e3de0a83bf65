// Every letter, and a document set anew, is PDF/A-1b in the eyes of another program (PDFBox Preflight).
#include <gmock/gmock.h>

#include <algorithm>

#include "redaction/apply/flow_text.h"
#include "redaction/apply/wording.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/letters/letters_for_tests.h"

namespace service::letters {
namespace {

constexpr const char* preflight =
    "java -Xshare:auto -XX:TieredStopAtLevel=1 -cp "
    "/usr/share/java/preflight.jar:/usr/share/java/pdfbox2.jar:/usr/share/java/xmpbox.jar:/usr/share/java/fontbox2.jar:"
    "/usr/share/java/commons-logging.jar:/usr/share/java/javax.activation.jar:/usr/share/java/jaxb-api.jar "
    "org.apache.pdfbox.preflight.Validator_A1b xml group ";

std::vector<Letter> letters(Language language) {
    std::vector<Letter> all{acknowledgement(book(), language, someAcknowledgement()), decision(book(), language, someDecision()),
            inventory(book(), language, someInventory()), completeness(book(), language, someCompleteness()),
            extension(book(), language, {.frame = someFrame(), .right = requests::Right::access, .received = on("2026-03-03"), .newDue = on("2026-06-03"), .reason = "Uw verzoek gaat over veel stukken."}),
            suspension(book(), language, {.frame = someFrame(), .right = requests::Right::access, .received = on("2026-03-03"), .asked = on("2026-03-05"), .ground = {}, .question = "Kunt u ons bellen?"})};
    for (const auto& name : book().names())
        if (std::none_of(all.begin(), all.end(), [&](const Letter& letter) { return letter.name == name; })) all.push_back(book().write(name, language, someFrame(), book().example(name, language)));
    return all;
}

// A mail with a mark, a passage, a list and a table; letters outside Latin-1 as well.
std::string flowing() {
    using namespace redaction;
    const auto rules = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    document::Document read;
    read.text = U"Van: juf Ineke\nVerslag – “Łukasz” Ѓорѓи\nHet ging goed met Corrie Zwaan.\n- eerste punt\nDatum\tWat\n1 mei\tbelde\n";
    const auto block = [&](document::BlockKind::Value kind, std::u32string_view what) {
        const auto at = read.text.find(what);
        read.blocks.push_back({kind, 1, at, at + what.size(), {}});
    };
    block(document::BlockKind::header, U"Van: juf Ineke");
    block(document::BlockKind::heading, U"Verslag – “Łukasz” Ѓорѓи");
    block(document::BlockKind::listItem, U"- eerste punt");
    block(document::BlockKind::tableRow, U"Datum\tWat");
    block(document::BlockKind::tableRow, U"1 mei\tbelde");
    const auto name = read.text.find(U"Corrie");
    const auto marks = marks::resolveMarks(read, {{name, name + 12, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, "name"}});
    apply::typeset::Text text;
    text.title = "Notitie";
    text.blocks = apply::flowBlocks(read, marks, rules);
    for (auto& each : apply::explainGrounds(rules, marks)) text.blocks.push_back(std::move(each));
    return apply::typeset::typeset(text).pdf;
}

TEST(Archive, LettersAndDocumentsSetAnewAreValidPdfA) {
    const other::Folder folder;
    std::size_t count = 1;
    std::filesystem::create_directory(folder.path() / "all");
    folder.write("all/document.pdf", flowing());
    for (const auto language : {Language::dutch, Language::english})
        for (const auto& letter : letters(language)) {
            folder.write("all/" + letter.name + "-" + toText(language) + ".pdf", letter.print().pdf);
            ++count;
        }
    other::run(preflight + (folder.path() / "all").string() + " 2>&1");
    const auto said = other::slurp(folder.path() / "all.preflight.xml");
    std::size_t valid = 0;
    for (auto at = said.find("<isValid"); at != said.npos; at = said.find("<isValid", at + 1)) valid += said.substr(at, said.find("</isValid", at) - at).find("true") != said.npos;
    EXPECT_EQ(valid, count) << said.substr(0, 4000);
    EXPECT_EQ(count, 1 + 2 * book().names().size());
}

}  // namespace
}  // namespace service::letters
