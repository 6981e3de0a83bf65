// How fast documents are read: pages per second for typed PDFs, seconds per page for scans, straight and askew, beside the
// bare tesseract command on the same pages and as many cores, and the reader's peak memory. Prints; passes no judgement.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "redaction/reader/reader_process.h"
#include "tests/unit/reader/samples.h"

namespace {

constexpr std::size_t typedPages = 100, linesOnPage = 40, scannedPages = 8;
constexpr int rounds = 3;  // other work on the machine comes and goes: the cheapest counts

struct Cost {
    double wall = 0, processor = 0;  // seconds
};

double processorOfChildren() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

long peakKilobytes() {
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return usage.ru_maxrss;
}

template <typename Work>
Cost costOf(Work work) {
    const double before = processorOfChildren();
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), processorOfChildren() - before};
}

std::vector<std::string> page() {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < linesOnPage; ++i)
        lines.push_back("Regel " + std::to_string(i + 1) + " moeder vertelt dat het op school beter gaat, vader belt op 06 12345678.");
    return lines;
}

std::vector<std::string> repeated(const std::vector<std::string>& lines, std::size_t times) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < times; ++i) all.insert(all.end(), lines.begin(), lines.end());
    return all;
}

std::vector<std::vector<std::string>> scans() {
    std::vector<std::vector<std::string>> pages;
    for (std::size_t i = 0; i < scannedPages; ++i) {
        pages.push_back(page());
        for (std::string& line : pages.back()) line = std::to_string(i + 1) + ", " + line;  // the same picture would be read once
    }
    return pages;
}

// The pages as files, and the bare command on them: a process for each core, each with half of the pages and its model
// loaded once.
class BareCommand {
  public:
    explicit BareCommand(double degrees) : folder_(std::filesystem::temp_directory_path() / ("lakwerk-bench-" + std::to_string(getpid()))) {
        std::filesystem::create_directory(folder_);
        std::ofstream lists[cores];
        for (std::size_t i = 0; i < cores; ++i) lists[i].open(listOf(i));
        const auto pages = scans();
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const auto picture = folder_ / (std::to_string(i) + ".png");
            std::ofstream(picture, std::ios::binary) << samples::scanPng(pages[i], degrees);
            lists[i % cores] << picture.string() << '\n';
        }
    }
    ~BareCommand() { std::filesystem::remove_all(folder_); }
    BareCommand(const BareCommand&) = delete;
    BareCommand& operator=(const BareCommand&) = delete;

    void run() const {
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < cores; ++i)
            threads.emplace_back([command = "OMP_THREAD_LIMIT=1 tesseract " + listOf(i).string() + " stdout -l nld --dpi 300 >/dev/null 2>&1"] {
                if (std::system(command.c_str()) != 0) std::abort();
            });
        for (auto& thread : threads) thread.join();
    }

  private:
    static constexpr std::size_t cores = 2;
    std::filesystem::path listOf(std::size_t core) const { return folder_ / ("list" + std::to_string(core) + ".txt"); }
    std::filesystem::path folder_;
};

template <typename Work>
Cost leastCostOf(Work work) {
    Cost least = costOf(work);
    for (int round = 1; round < rounds; ++round)
        if (const Cost cost = costOf(work); cost.processor < least.processor) least = cost;
    return least;
}

void compareScans(const redaction::reader::ReaderProcess& reader, double degrees) {
    const std::string scan = samples::scannedPdf(scans(), degrees);
    const BareCommand command(degrees);
    const Cost own = leastCostOf([&] { reader.read(scan, "x.pdf", {}, {}, redaction::reader::Cores::two); });
    if (degrees == 0) std::printf("peak memory of the reader, scan: %ld MB\n", peakKilobytes() / 1024);
    const Cost bare = leastCostOf([&] { command.run(); });
    std::printf("scans, %.0f degrees askew, two cores: %.2f s/page wall, %.2f processor seconds a page; bare tesseract %.2f and %.2f; ratio %.3f and %.3f\n", degrees,
                own.wall / scannedPages, own.processor / scannedPages, bare.wall / scannedPages, bare.processor / scannedPages, own.wall / bare.wall,
                own.processor / bare.processor);
}

}  // namespace

int main() {
    using namespace redaction;
    const reader::ReaderProcess reader(LAKWERK_BUILD_DIR "/lakwerk-reader");
    const Cost small = costOf([&] { reader.read("tekst", "x.txt"); });
    std::printf("start-up and a text file: %.0f ms wall, %.0f ms processor\n", small.wall * 1000, small.processor * 1000);

    const std::string typed = samples::typedPdf(repeated(page(), typedPages));
    const Cost typedCost = costOf([&] { reader.read(typed, "x.pdf"); });
    std::printf("typed PDF: %.0f pages/s wall, %.0f pages per processor second\n", typedPages / typedCost.wall, typedPages / typedCost.processor);
    std::printf("peak memory of the reader, typed: %ld MB\n", peakKilobytes() / 1024);

    for (const double degrees : {0.0, 2.0}) compareScans(reader, degrees);
    return 0;
}
