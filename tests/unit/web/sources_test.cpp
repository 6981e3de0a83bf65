// Every Dutch text in the sources that reaches a reader has its English in templates/text/phrases.en.txt. A text that
// needs none is named here, with the reason.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "service/letters/phrases.h"
#include "tests/unit/web/dutch_words.h"
#include "tests/unit/web/source_texts.h"

namespace {

namespace fs = std::filesystem;
const fs::path root = LAKWERK_SOURCE_DIR;

struct NoPhrase {
    std::string_view path, why;
};
constexpr NoPhrase noPhrases[] = {
    {"redaction/about/", "words looked for in documents"},
    {"redaction/detect/", "words looked for in documents"},
    {"redaction/words/", "words looked for in documents; a broken list stops the start"},
    {"redaction/policy/evaluate_passage.cpp", "words looked for in documents"},
    {"redaction/household/parse_corrections.cpp", "a file of corrections is read on the command line"},
    {"redaction/policy/hiding.cpp", "words looked for in documents"},
    {"redaction/policy/mandate.cpp", "words looked for in a consent"},
    {"redaction/policy/load_rules.cpp", "a broken rule file stops the start: read on the command line"},
    {"redaction/policy/rules.cpp", "a broken rule file stops the start: read on the command line"},
    {"redaction/policy/rules_xml.cpp", "a broken rule file stops the start: read on the command line"},
    {"redaction/reader/program/", "what the reader program writes to its own error output"},
    {"redaction/apply/wording.cpp", "stands in the redacted document, in the documents' own language"},
    {"redaction/apply/writer.cpp", "stands in the redacted document, in the documents' own language"},
    {"redaction/apply/flow_tables.cpp", "stands in the redacted document, in the documents' own language"},
    {"redaction/apply/flow_text.cpp", "stands in the redacted document, in the documents' own language"},
    {"service/faces/", "the command line, which speaks Dutch only"},
    {"service/letters/", "letters have English of their own; a broken template stops the start; words looked for in letters"},
    {"service/requests/ground_wording.cpp", "letters: its English stands beside it"},
    {"service/requests/remedies.cpp", "letters: its English stands beside it"},
    {"service/requests/citable_law.cpp", "citations of Dutch law"},
    {"service/casework/term_table.cpp", "a broken rule file stops the start: read on the command line"},
    {"service/casework/retention_rules.cpp", "a broken rule file stops the start: read on the command line"},
    {"service/casework/letter_frame.cpp", "letters: its English stands beside it"},
    {"service/casework/letter_reading.cpp", "words looked for in letters"},
};

// One text of a file, where the rest of the file does need phrases.
struct OneText {
    std::string_view text, why;
};
constexpr OneText oneTexts[] = {
    {"werk uit de wachtrij nemen mislukte", "a line of the server's log"},
    {"kijken wat vernietigd wordt", "a line of the server's log"},
    {", geboren op ", "a letter to a partner, which is in Dutch"},
    {"niemand heeft dit wachtwoord", "a password nobody has, to take as long as a real one"},
    {"wet openbaarheid van bestuur", "looked for in a letter"},
    {"voor de rechtbank", "looked for in a letter"},
    {"voor de rechter", "looked for in a letter"},
    {"voor de rechtszaak", "looked for in a letter"},
    {"voor de zitting", "looked for in a letter"},
    {"voor mijn rechtszaak", "looked for in a letter"},
    {"voor het hoger beroep", "looked for in a letter"},
    {"als bewijs in", "looked for in a letter"},
    {"procedure bij de rechtbank", "looked for in a letter"},
    {"dien een klacht in", "looked for in a letter"},
    {"voor mijn advocaat", "looked for in a letter"},
    {"plaatsvervangende toestemming", "looked for in a letter"},
    {"voorstellen maken", "a line of the server's log"},
    {"pakket maken", "a line of the server's log"},
    {"brief lezen", "a line of the server's log"},
    {"brief vergeten", "a line of the server's log"},
    {"te late stappen melden", "a line of the server's log"},
    {"bijlage zonder naam", "the name a nameless attachment gets as a document"},
    {"bestand zonder naam", "the name a nameless file of a bundle gets as a document"},
    {" (verwijzing naar een ander bestand: niet gelezen)", "stands in the list of a bundle, which is a document itself"},
    {" (bestand van de computer zelf: niet gelezen)", "stands in the list of a bundle, which is a document itself"},
    {" (versleuteld: niet gelezen)", "stands in the list of a bundle, which is a document itself"},
    {" (beschadigd of te groot: niet gelezen)", "stands in the list of a bundle, which is a document itself"},
    {"Raad voor de Kinderbescherming", "the name of an organisation"},
    {"Documenten API", "the name of a standard"},
    {"kopie van mijn dossier", "looked for in a letter"},
};

bool needsNone(const std::string& path) {
    for (const auto& it : noPhrases)
        if (path.starts_with(it.path)) return true;
    return false;
}

std::string contentsOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

bool isQuery(const std::string& text) {
    for (const auto* word : {"SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WHERE ", "CREATE ", "PRAGMA ", "ORDER BY", "VALUES", "excluded."})
        if (text.find(word) != text.npos) return true;
    return false;
}

// Law is cited in Dutch, as its official name.
bool isCitation(const std::string& text) {
    for (const auto* law : {"AVG ", "UAVG ", "Awb ", "Jeugdwet ", "Wmo ", "BW ", "Woo ", "Rb. ", "Wet BIG", "Algemene termijnenwet", " lid "})
        if (text.starts_with(law) && (text.find("art. ") != text.npos || law == std::string_view(" lid "))) return true;
    return false;
}

// The fixed words on the Dutch side, all in one text.
std::string dutchSide(const std::string& phrases) {
    std::string all;
    std::istringstream lines(phrases);
    for (std::string line; std::getline(lines, line);) {
        const auto arrow = line.find(" => ");
        if (line.starts_with('#') || arrow == line.npos) continue;
        for (std::size_t at = 0; at < arrow; ++at) {
            if (line[at] == '{') at = line.find('}', at), all += '\n';
            else all += line[at];
        }
        all += '\n';
    }
    return all;
}

class Covered {
  public:
    explicit Covered(const fs::path& file) : phrases_(service::letters::Phrases::load(file)), dutch_(dutchSide(contentsOf(file))) {}

    bool has(const tests::SourcePiece& piece) const {
        if (piece.isSentence) return phrases_.knows(piece.words);
        auto bare = piece.words;
        static constexpr std::string_view joints = ".,:;() ";
        while (!bare.empty() && joints.find(bare.back()) != joints.npos) bare.pop_back();
        bare.erase(0, bare.find_first_not_of(joints));
        if (dutch_.find(bare) != dutch_.npos || phrases_.knows(bare)) return true;
        if (!bare.empty() && bare[0] >= 'a' && bare[0] <= 'z') bare[0] = static_cast<char>(bare[0] - 'a' + 'A');
        return dutch_.find(bare) != dutch_.npos;
    }

    std::vector<std::string> missingIn(const std::string& code) const {
        std::vector<std::string> missing;
        for (const auto& text : tests::textsIn(code)) {
            const bool exempt = std::any_of(std::begin(oneTexts), std::end(oneTexts), [&](const auto& it) { return text.text == it.text; });
            if (exempt || isQuery(text.text) || isCitation(text.text) || text.text.find(' ') == text.text.npos || tests::dutchIn(text.text).empty()) continue;
            for (const auto& piece : tests::piecesOf(text))
                if (!tests::dutchIn(piece.words).empty() && !has(piece)) missing.push_back(std::to_string(text.line) + ": " + piece.words);
        }
        return missing;
    }

  private:
    service::letters::Phrases phrases_;
    std::string dutch_;
};

const fs::path phrasesFile = root / "templates" / "text" / "phrases.en.txt";

}  // namespace

TEST(Sources, SayNothingDutchThatHasNoEnglish) {
    const Covered covered(phrasesFile);
    std::size_t files = 0;
    for (const auto* folder : {"service", "connectors", "redaction"})
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto path = entry.path().lexically_relative(root).generic_string();
            if (!(path.ends_with(".cpp") || path.ends_with(".h")) || needsNone(path)) continue;
            ++files;
            for (const auto& text : covered.missingIn(contentsOf(entry.path()))) ADD_FAILURE() << path << ':' << text;
        }
    EXPECT_GT(files, 300u);
}

// The test above can fail: code that says something new, and a phrase that is taken away.
TEST(Sources, AreFoundOutWhenAPhraseIsMissing) {
    const Covered covered(phrasesFile);
    const auto missing = covered.missingIn("auto a = \"Dit \" \"heeft nog nooit iemand gezegd.\"; // \"niet van ons\"\nauto b = name + \" heeft dat niet gezien\" + other;");
    EXPECT_EQ(missing, (std::vector<std::string>{"1: Dit heeft nog nooit iemand gezegd.", "2: heeft dat niet gezien"}));
    const std::string said = "De voogd staat gelijk aan een ouder met gezag.";
    const auto code = "return \"" + said + "\";";
    EXPECT_TRUE(covered.missingIn(code).empty());
    auto phrases = contentsOf(phrasesFile);
    const auto at = phrases.find("\n" + said);
    ASSERT_NE(at, phrases.npos);
    phrases.erase(at, phrases.find('\n', at + 1) - at);
    const auto without = fs::temp_directory_path() / "lakwerk-phrases-without.txt";
    std::ofstream(without) << phrases;
    EXPECT_EQ(Covered(without).missingIn(code), std::vector<std::string>{"1: " + said});
    fs::remove(without);
}

TEST(Sources, GroundsHaveTheirEnglish) {
    const Covered covered(phrasesFile);
    const auto grounds = contentsOf(root / "templates" / "rules" / "grounds.xml");
    std::size_t count = 0;
    for (const auto& [open, close] : {std::pair<std::string, std::string>{"<sentence>", "<"}, {"code=\"", "\""}})
        for (auto at = grounds.find(open); at != grounds.npos; at = grounds.find(open, at + 1), ++count) {
            const auto start = at + open.size();
            const auto words = grounds.substr(start, grounds.find(close, start) - start);
            EXPECT_TRUE(service::letters::Phrases::load(phrasesFile).knows(words)) << words;
        }
    EXPECT_GE(count, 24u);
}
