// PDFs that no one here wrote: read, random words withheld, built anew. What may be seen stays, what may not is found by
// no tool. Prints a line per file and a table per producer.
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/soundness.h"
#include "redaction/apply/verification/look.h"
#include "redaction/marks/folded_text.h"
#include "redaction/marks/occurrences.h"
#include "tests/unit/apply/other_programs.h"

namespace {

using namespace redaction;
using marks::FoldedText;

constexpr double leastKept = 0.99;            // of the words that may be seen
constexpr double shareWithheld = 0.01;        // of all words, and
constexpr std::size_t leastWithheld = 3;      // different ones
constexpr std::size_t shortest = 6, longest = 40;  // letters of a word that is withheld
constexpr int pagesByDay = 4, pagesByNight = 10;

struct File {
    std::string run, package, path, producer;
    bool differs = false;  // known: built as a picture it does not look like its source either, and does not go out
    std::string name() const {
        const auto base = std::filesystem::path(path).filename().string();
        return package + "--" + (base.ends_with(".gz") ? base.substr(0, base.size() - 3) : base);
    }
};

void PrintTo(const File& file, std::ostream* stream) { *stream << file.name(); }

// all: every file; ocr: and look at their pages with OCR too. Unset: those of every run.
std::string nightly() {
    const char* asked = std::getenv("LAKWERK_FOREIGN");
    return asked == nullptr ? "" : asked;
}
bool isNight() { return !nightly().empty(); }

std::vector<File> filesOfThisRun() {
    std::ifstream list(LAKWERK_SOURCE_DIR "/tests/data/foreign/files.txt");
    std::vector<File> files;
    for (std::string line; std::getline(list, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        File file;
        words >> file.run >> file.package >> file.path;
        std::getline(words >> std::ws, file.producer);
        file.differs = file.run.back() == '!';
        if (file.differs) file.run.pop_back();
        if (isNight() || file.run == "day") files.push_back(file);
    }
    return files;
}

// The first pages, decrypted where no password is asked.
std::string firstPages(const File& file) {
    const auto source = std::filesystem::path(LAKWERK_BUILD_DIR) / "foreign_files/files" / file.name();
    const other::Folder folder;
    const auto part = folder.path() / "part.pdf";
    const auto few = " --pages . 1-" + std::to_string(isNight() ? pagesByNight : pagesByDay) + " -- ";
    // A range beyond the last page is refused; then the whole file is short enough.
    const auto command = "qpdf --warning-exit-0 '" + source.string() + "'" + few + part.string() + " 2>/dev/null || qpdf --warning-exit-0 '" + source.string() + "' " + part.string();
    if (std::system(command.c_str()) != 0) throw std::runtime_error("qpdf: " + file.name());
    std::ifstream in(part, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::u32string_view textOf(const document::Document& document, const document::Word& word) {
    return std::u32string_view(document.text).substr(word.start, word.end - word.start);
}

bool isAWord(std::u32string_view text) {
    return text.size() >= shortest && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char32_t c) { return u_isalpha(static_cast<UChar32>(c)); });
}

// Random words, each with every occurrence.
std::vector<marks::Decided> hideSome(const document::Document& document, unsigned seed) {
    std::vector<std::string> candidates;
    std::size_t words = 0;
    for (const auto& page : document.pages)
        for (const auto& word : page.words) {
            ++words;
            if (word.visible && isAWord(textOf(document, word))) candidates.push_back(document::toUtf8(textOf(document, word)));
        }
    std::mt19937 chance(seed);
    std::shuffle(candidates.begin(), candidates.end(), chance);
    candidates.resize(std::min<std::size_t>(candidates.size(), 200));
    std::set<std::u32string> chosen;
    std::vector<marks::Decided> decided;
    for (const auto& word : candidates) {
        if (chosen.size() >= leastWithheld && double(decided.size()) >= shareWithheld * double(words)) break;
        if (!chosen.insert(FoldedText::fromUtf8(word).characters()).second) continue;
        for (const auto& span : marks::findOccurrences(document, {word}))
            decided.push_back({span.start, span.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, "name"});
    }
    return decided;
}

std::size_t occurrences(const std::u32string& text, const std::u32string& word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) ++count;
    return count;
}

struct Kept {
    std::size_t allowed = 0, kept = 0;
    std::map<std::string, std::size_t> lost;
};

// What other programs read in it. Right-to-left scripts come out of them in either direction, and words of lines that run
// both ways in either order.
std::vector<std::u32string> readByOthers(const std::string& pdf) {
    const other::Folder folder;
    const auto path = folder.write("a.pdf", pdf).string();
    std::vector<std::u32string> texts;
    for (const std::string& command : {"pdftotext " + path + " - 2>/dev/null", "pdftotext -raw " + path + " - 2>/dev/null", "mutool draw -q -F text " + path + " 2>/dev/null"})
        texts.push_back(FoldedText::fromUtf8(other::run(command)).characters());
    return texts;
}

Kept compare(const document::Document& document, const std::vector<marks::Mark>& hidden, const std::vector<std::u32string>& seen) {
    std::map<std::u32string, std::size_t> allowed;
    for (const auto& page : document.pages)
        for (const auto& word : page.words) {
            const bool marked = std::any_of(hidden.begin(), hidden.end(), [&](const auto& mark) { return word.start < mark.end && mark.start < word.end; });
            const auto folded = FoldedText::fromUtf8(document::toUtf8(textOf(document, word))).characters();
            const bool isText = word.confidence >= 1;  // what a picture says is read by OCR, and stays a picture
            if (word.visible && isText && !marked && !folded.empty()) ++allowed[folded];
        }
    Kept kept;
    for (const auto& [word, times] : allowed) {
        std::size_t found = 0;
        for (const auto& text : seen) found = std::max({found, occurrences(text, word), occurrences(text, {word.rbegin(), word.rend()})});
        kept.allowed += times;
        kept.kept += std::min(times, found);
        if (found < times) kept.lost[document::toUtf8(word)] = times - found;
    }
    return kept;
}

// By day without OCR, which would take nearly all of the time.
apply::VerificationReport verified(const apply::FinishedFile& file, const reader::ReaderProcess& reader) {
    using namespace apply::verification;
    if (nightly() == "ocr") return apply::verify({file}, {}, reader, 1);
    const NeedleSet everywhere(std::vector<std::string>{});
    const Needles needles(everywhere, file.withheld);
    const Blank blank(reader);
    const Searched searched{file, needles, blank};
    apply::VerificationReport report;
    for (const auto& looks : {looksAt(searched), looksAtOrigin(searched, reader)})
        for (const auto& look : looks) {
            const auto found = look.run();
            report.hits.insert(report.hits.end(), found.begin(), found.end());
        }
    return report;
}

// Built and verified as a release is: pages that do not look like their source are built once more, as pictures.
struct Built {
    apply::RedactedDocument made;
    std::vector<apply::Hit> hits;
    std::vector<std::string> differed;  // before they were built as pictures: where
    std::size_t drawn = 0;              // pages, of the finished file
};

class Building {
  public:
    Building(std::string source, document::Document document, std::vector<marks::Decided> decided, const reader::ReaderProcess& reader)
        : source_(std::move(source)), document_(std::move(document)), decided_(std::move(decided)), reader_(reader) {}

    Built build() const {
        auto made = built(document_);
        auto report = check(made);
        const auto pages = report.differingPages(fileName);
        std::vector<std::string> differed;
        for (const auto& hit : report.hits)
            if (hit.differingPage) differed.push_back(hit.where);
        if (!pages.empty()) {
            made = built(apply::withPictures(document_, pages));
            report = check(made);
        }
        const auto drawn = std::count_if(made.trace().begin(), made.trace().end(), [](const auto& page) { return page.way == apply::PageTrace::Way::drawn; });
        return {std::move(made), std::move(report.hits), std::move(differed), static_cast<std::size_t>(drawn)};
    }

  private:
    static constexpr const char* fileName = "proef.pdf";

    apply::RedactedDocument built(const document::Document& document) const {
        static const auto rules = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
        return apply::Writer(reader_, rules).build(source_, document, decided_, "Proef");
    }

    apply::VerificationReport check(const apply::RedactedDocument& made) const {
        apply::Origin origin{[this] { return source_; }, {}, made.trace()};
        for (const auto& page : document_.pages) origin.pageWidths.push_back(page.width);
        const apply::FinishedFile finished{fileName, made.pdf(), made.withheld(), origin};
        auto report = verified(finished, reader_);
        for (const auto& problem : apply::soundnessProblems(finished)) report.hits.push_back({fileName, problem, apply::Hit::noString});
        return report;
    }

    std::string source_;
    document::Document document_;
    std::vector<marks::Decided> decided_;
    const reader::ReaderProcess& reader_;
};

struct Sum {
    std::size_t files = 0, pages = 0, drawn = 0, allowed = 0, kept = 0, marks = 0, hits = 0;
};
std::map<std::string, Sum>& table() {
    static std::map<std::string, Sum> sums;
    return sums;
}

std::string few(const Kept& kept) {
    std::string all;
    std::size_t told = 0;
    for (const auto& [word, times] : kept.lost)
        if (++told <= 12) all += " " + word;
    return all;
}

class Foreign : public testing::TestWithParam<File> {
  protected:
    static void TearDownTestSuite() {
        std::printf("%-24s %5s %6s %6s %8s %8s %6s %5s\n", "producent", "stuks", "pag.", "beeld", "woorden", "over", "marks", "lek");
        for (const auto& [producer, sum] : table())
            std::printf("%-24s %5zu %6zu %6zu %8zu %7.2f%% %6zu %5zu\n", producer.c_str(), sum.files, sum.pages, sum.pages - sum.drawn, sum.allowed,
                        sum.allowed ? 100.0 * double(sum.kept) / double(sum.allowed) : 100.0, sum.marks, sum.hits);
    }
};

TEST_P(Foreign, KeepsItsWordsAndHidesWhatIsWithheld) {
    const File& file = GetParam();
    const reader::ReaderProcess reader(LAKWERK_BUILD_DIR "/lakwerk-reader");
    const auto source = firstPages(file);
    const auto document = reader.read(source, file.name()).document;
    const auto decided = hideSome(document, 20261123);
    ASSERT_GE(decided.size(), leastWithheld) << "too few words to withhold";
    const auto [made, hits, differed, drawn] = Building(source, document, decided, reader).build();
    const auto hidden = marks::resolveMarks(document, decided);
    ASSERT_FALSE(made.withheld().empty());
    const auto kept = compare(document, hidden, readByOthers(made.pdf()));
    auto& sum = table()[file.producer];
    sum = {sum.files + 1, sum.pages + document.pages.size(), sum.drawn + drawn, sum.allowed + kept.allowed, sum.kept + kept.kept, sum.marks + hidden.size(), sum.hits + hits.size()};
    for (const auto& where : differed) std::cout << file.name() << ": als beeld, want " << where << '\n';
    EXPECT_GE(double(kept.kept), leastKept * double(kept.allowed)) << kept.kept << " of " << kept.allowed << ", lost:" << few(kept);
    if (file.differs) {
        EXPECT_FALSE(hits.empty()) << "looks like its source now: take its mark out of the list";
    }
    for (const auto& hit : hits)
        if (!file.differs || !hit.differingPage) ADD_FAILURE() << "found: " << hit.where << ": " << (hit.withheldIndex < made.withheld().size() ? made.withheld()[hit.withheldIndex] : "");
}

INSTANTIATE_TEST_SUITE_P(Files, Foreign, testing::ValuesIn(filesOfThisRun()), [](const auto& file) {
    std::string name;
    for (const char c : file.param.name()) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
    return name;
});

TEST(ForeignList, HasFortyFilesOfEightProducers) {
    std::ifstream list(LAKWERK_SOURCE_DIR "/tests/data/foreign/files.txt");
    std::set<std::string> producers;
    std::size_t files = 0;
    for (std::string line; std::getline(list, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::istringstream words(line);
        std::string skipped, producer;
        words >> skipped >> skipped >> skipped;
        std::getline(words >> std::ws, producer);
        producers.insert(producer);
        ++files;
    }
    EXPECT_GE(files, 40u);
    EXPECT_GE(producers.size(), 8u);
}

}  // namespace
