// A whole dossier as a region meets it: 2,000 pages of which 100 are scans at 300 dpi, read, the name of two of its six
// people hidden, built and verified as a package is (each page beside its source), with the programs the service uses, on
// all cores. Prints what each step took, the memory of this process (which does what the service does) and of the largest
// reader, and the size per page against the source. On a busy machine go by the processor seconds.
// "one": a single typed PDF of 2,000 pages instead, read and built. A number: that fraction of the dossier (20: a
// twentieth), for a quick look.
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/typeset/typeset.h"
#include "redaction/document/document.h"
#include "redaction/marks/folded_text.h"
#include "redaction/policy/rules.h"
#include "tests/unit/reader/samples.h"

namespace {

using namespace redaction;

constexpr std::size_t typedFiles = 19, pagesOfTypedFile = 100, scannedFiles = 4, pagesOfScan = 25, pagesOfOne = 2000;

struct Piece {
    std::string name, source;
    document::Document document;
    std::optional<apply::RedactedDocument> built;
};

double seconds(const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; }

struct Use {
    double wall = 0, processor = 0;
    long megabytes = 0;  // the most until now
};

// The most memory any program started here has had, asked of each while it runs: what the system counts for a child that
// has ended holds this process's own memory too, from before it became another program.
class Watch {
  public:
    Watch() : thread_([this] { while (!stopped_) look(), std::this_thread::sleep_for(std::chrono::milliseconds(5)); }) {}
    ~Watch() {
        stopped_ = true;
        thread_.join();
    }
    long megabytes() const { return most_ / 1024; }

  private:
    void look() {
        std::error_code failed;
        for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", failed)) {
            std::ifstream children(thread.path() / "children");
            for (std::string process; children >> process;) lookAt(process);
        }
    }
    void lookAt(const std::string& process) {
        std::error_code failed;
        if (std::filesystem::read_symlink("/proc/" + process + "/exe", failed) == own_) return;  // not another program yet
        std::ifstream status("/proc/" + process + "/status");
        for (std::string line; std::getline(status, line);)
            if (line.rfind("VmHWM:", 0) == 0) most_ = std::max(most_.load(), std::stol(line.substr(6)));
    }

    const std::filesystem::path own_ = std::filesystem::read_symlink("/proc/self/exe");
    std::atomic<long> most_ = 0;  // kilobytes
    std::atomic<bool> stopped_ = false;
    std::thread thread_;
};

Use useNow() {
    rusage self{}, children{};
    getrusage(RUSAGE_SELF, &self);
    getrusage(RUSAGE_CHILDREN, &children);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now().time_since_epoch();
    return {wall.count(), seconds(self.ru_utime) + seconds(self.ru_stime) + seconds(children.ru_utime) + seconds(children.ru_stime),
            self.ru_maxrss / 1024};
}

template <typename Work>
void step(const char* name, Work work) {
    const Use before = useNow();
    const Watch watch;
    work();
    const Use after = useNow();
    std::printf("%-10s %7.1f s, %7.1f processor seconds; at most %ld MB here, %ld MB in a reader or tool\n", name, after.wall - before.wall,
                after.processor - before.processor, after.megabytes, watch.megabytes());
    std::fflush(stdout);
}

template <typename Work>
void onAllCores(std::vector<Piece>& pieces, Work work) {
    std::atomic<std::size_t> next{0};
    const auto some = [&] {
        for (auto at = next++; at < pieces.size(); at = next++) work(pieces[at]);
    };
    std::vector<std::thread> threads;
    for (unsigned at = 1; at < std::max(1u, std::thread::hardware_concurrency()); ++at) threads.emplace_back(some);
    some();
    for (auto& thread : threads) thread.join();
}

const char* const names[] = {"Corrie Zwaan", "Bram Okkersen", "Thea van Loon", "Jaap Wiersinga", "Femke Duindam", "Gerrit Holthuis"};

const char* const hiddenNames[] = {"Corrie Zwaan", "Femke Duindam"};

std::string sentence(std::size_t at) {
    return "Op dag " + std::to_string(at) + " sprak de medewerker met " + names[at % std::size(names)] + " over school, werk en de afspraken uit het plan. ";
}

std::string typed(std::size_t from, std::size_t pages) {
    apply::typeset::Text text;
    text.title = "Verslag";
    for (std::size_t at = 0; at < pages * 13; ++at)
        text.blocks.push_back(apply::typeset::Paragraph{apply::typeset::plain(
            sentence(from + at) + "Daarna kwam ook de buurvrouw langs, en er werd afgesproken dat iedereen het plan zou lezen voor de volgende keer.")});
    return apply::typeset::typeset(text).pdf;
}

std::string scanned(std::size_t from, std::size_t pages) {
    std::vector<std::vector<std::string>> all;
    for (std::size_t page = 0; page < pages; ++page) {
        all.emplace_back();
        for (std::size_t line = 0; line < 36; ++line) all.back().push_back(sentence(from + page * 36 + line));
    }
    return samples::scannedPdf(all);
}

// Two of the people, everywhere: about four marks on a typed page, twelve on a scan.
std::vector<marks::Decided> someMarks(const document::Document& document) {
    const marks::FoldedText text(document.text);
    std::vector<marks::Decided> decided;
    for (const char* name : hiddenNames)
        for (const auto& span : text.findAll(marks::FoldedText::fromUtf8(name)))
            decided.push_back({span.start, span.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, "name"});
    return decided;
}

std::vector<Piece> dossier(std::size_t part) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < scannedFiles; ++at)
        pieces.push_back({"scan-" + std::to_string(at + 1) + ".pdf", scanned(at * 10000, std::max<std::size_t>(1, pagesOfScan / part)), {}, {}});
    for (std::size_t at = 0; at < typedFiles; ++at)
        pieces.push_back({"stuk-" + std::to_string(at + 1) + ".pdf", typed(at * 10000, std::max<std::size_t>(1, pagesOfTypedFile / part)), {}, {}});
    return pieces;
}

// As a package has it: each page is compared with its source.
apply::Origin originOf(const Piece& piece) {
    apply::Origin origin{[&piece] { return piece.source; }, {}, piece.built->trace()};
    for (const auto& page : piece.document.pages) origin.pageWidths.push_back(page.width);
    return origin;
}

void tellSizes(const std::vector<Piece>& pieces) {
    for (const bool scans : {false, true}) {
        double pages = 0, before = 0, after = 0;
        for (const auto& piece : pieces) {
            if ((piece.name[1] == 'c') != scans) continue;
            pages += double(piece.document.pages.size()), before += double(piece.source.size()), after += double(piece.built->pdf().size());
        }
        if (pages > 0) std::printf("%s: %.0f pages, %.1f KB a page in the source, %.1f KB as released\n", scans ? "scans" : "typed", pages, before / 1024 / pages, after / 1024 / pages);
    }
}

}  // namespace

int main(int count, char** arguments) {
    const bool one = count > 1 && std::string(arguments[1]) == "one";
    const std::size_t part = count > 1 && !one ? std::stoul(arguments[1]) : 1;
    const reader::ReaderProcess reader(LAKWERK_BUILD_DIR "/lakwerk-reader");
    const auto rules = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    std::vector<Piece> pieces;
    step("make", [&] { pieces = one ? std::vector<Piece>{} : dossier(part); });
    if (one) pieces.push_back({"stuk-1.pdf", typed(0, pagesOfOne), {}, {}});
    step("read", [&] { onAllCores(pieces, [&](Piece& piece) { piece.document = reader.read(piece.source, piece.name).document; }); });
    step("build", [&] {
        onAllCores(pieces, [&](Piece& piece) { piece.built = apply::Writer(reader, rules).build(piece.source, piece.document, someMarks(piece.document), piece.name); });
    });
    tellSizes(pieces);
    if (one) return EXIT_SUCCESS;
    apply::VerificationReport report;
    step("verify", [&] {
        std::vector<apply::FinishedFile> files;
        for (const auto& piece : pieces) files.push_back({piece.name, piece.built->pdf(), piece.built->withheld(), originOf(piece)});
        report = apply::verify(files, {}, reader);
    });
    std::printf("verified: %zu files, %zu strings, %zu pages of which %zu by OCR and %zu compared, %s\n", report.filesSearched, report.stringsSearched, report.pages, report.pagesSeen, report.pagesCompared,
                report.passed() ? "nothing found" : "something found");
    for (const auto& hit : report.hits) std::printf("  %s: %s\n", hit.file.c_str(), hit.where.c_str());
    return report.passed() ? EXIT_SUCCESS : EXIT_FAILURE;
}
