// How fast documents are read: pages per second for typed PDFs, seconds per page for scans beside the bare tesseract
// command on the same page, and the reader's peak memory. Prints; passes no judgement.
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "redaction/reader/reader_process.h"
#include "tests/unit/reader/samples.h"

namespace {

constexpr std::size_t typedPages = 100, linesOnPage = 40, scannedPages = 3;

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

    std::vector<std::vector<std::string>> pages;
    for (std::size_t i = 0; i < scannedPages; ++i) {
        pages.push_back(page());
        for (std::string& line : pages.back()) line = std::to_string(i + 1) + ", " + line;  // the same picture would be read once
    }
    const std::string scan = samples::scannedPdf(pages);
    const Cost scanCost = costOf([&] { reader.read(scan, "x.pdf"); });
    std::printf("scan: %.2f s/page wall, %.2f processor seconds a page\n", scanCost.wall / scannedPages, scanCost.processor / scannedPages);
    std::printf("peak memory of the reader, scan: %ld MB\n", peakKilobytes() / 1024);

    const auto picture = std::filesystem::temp_directory_path() / "lakwerk-bench.png";
    std::ofstream(picture, std::ios::binary) << samples::scanPng(pages.front());
    const std::string command = "OMP_THREAD_LIMIT=1 tesseract " + picture.string() + " stdout -l nld --dpi 300 >/dev/null 2>&1";
    int status = 0;
    const Cost bare = costOf([&] { status = std::system(command.c_str()); });
    std::filesystem::remove(picture);
    if (status != 0) return 1;
    std::printf("bare tesseract on such a page: %.2f s wall, %.2f processor seconds; ratio %.2f\n", bare.wall, bare.processor,
                scanCost.processor / scannedPages / bare.processor);
    return 0;
}
