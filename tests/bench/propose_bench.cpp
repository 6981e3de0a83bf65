// How fast text that has been read becomes proposals, beside ICU's word breaking over the same text in the same run.
// The texts are those of tests/data/dossiers, each family with its own case, over and over as separate fragments and as
// one fragment. Times are processor time of one thread; every row is a process of its own, of which the most memory it
// had is printed. `bench_propose 100` also reads a dossier of 100 MB. By hand: nothing here runs in the tests.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unicode/brkiter.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>

#include "redaction/document/document.h"
#include "redaction/policy/dossier.h"
#include "redaction/policy/rules.h"
#include "tests/unit/dossiers/dossier.h"

namespace {

using namespace redaction;
using Fragments = std::vector<policy::Fragment>;

constexpr double kMega = 1e6;

double processorSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

template <class Work>
double secondsOf(Work work) {
    const auto before = processorSeconds();
    work();
    return processorSeconds() - before;
}

std::size_t utf8Bytes(const document::Document& document) { return document::toUtf8(document.text).size(); }

// The fragments of one family until there are so many bytes; the documents are shared, the names are not.
Fragments repeated(const dossiers::Dossier& dossier, std::size_t bytes, std::size_t& total) {
    Fragments fragments;
    for (std::size_t had = 0; had < bytes;)
        for (const auto& fragment : dossier.fragments) {
            fragments.push_back({std::to_string(fragments.size()) + fragment.name, fragment.partner, &fragment.document});
            had += utf8Bytes(fragment.document), total += utf8Bytes(fragment.document);
        }
    return fragments;
}

document::Document glued(const Fragments& fragments) {
    document::Document all;
    std::size_t size = 0;
    for (const auto& fragment : fragments) size += fragment.document->text.size();
    all.text.reserve(size);
    for (const auto& fragment : fragments) all.text += fragment.document->text;
    return all;
}

double icuSeconds(const Fragments& fragments) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("nl"), status));
    double seconds = 0;
    std::size_t boundaries = 0;
    for (const auto& fragment : fragments) {
        const auto text = icu::UnicodeString::fromUTF8(document::toUtf8(fragment.document->text));
        seconds += secondsOf([&] {
            words->setText(text);
            while (words->next() != icu::BreakIterator::DONE) ++boundaries;
        });
    }
    if (boundaries == 0) std::puts("ICU vond geen woorden");
    return seconds;
}

void print(const char* what, std::size_t bytes, double seconds, double icu) {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double size = static_cast<double>(bytes) / kMega;
    std::printf("%-34s %6.1f MB %7.3f s %6.2f MB/s %6.1f ns a byte  ICU %6.1f MB/s  ratio %5.2f  at most %5ld MB of memory\n", what, size, seconds, size / seconds, seconds * 1e3 / size, size / icu, icu / seconds, usage.ru_maxrss / 1024);
}

template <class Work>
void inProcessOfItsOwn(Work work) {
    std::fflush(stdout);
    const auto child = fork();
    if (child == 0) {
        work();
        std::fflush(stdout);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    if (status != 0) std::puts("deze regel is niet gemeten");
}

struct Bench {
    std::vector<dossiers::Dossier> families = dossiers::loadAll(std::string(LAKWERK_SOURCE_DIR) + "/tests/data/dossiers");
    policy::RuleSet rules = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");

    void propose(const dossiers::Dossier& family, const Fragments& fragments) const {
        const auto made = policy::propose(family.household, family.requests[0].asked, fragments, rules, *family.household.referenceDate);
        if (made.empty()) std::puts("geen voorstellen");
    }

    void allFamilies(std::size_t bytes) const {
        double seconds = 0, icu = 0;
        std::size_t total = 0;
        for (const auto& family : families) {
            const auto fragments = repeated(family, bytes / families.size(), total);
            seconds += secondsOf([&] { propose(family, fragments); });
            icu += icuSeconds(fragments);
        }
        print("all families, one request each", total, seconds, icu);
    }

    void oneFamily(std::size_t bytes) const {
        std::size_t total = 0;
        const auto fragments = repeated(families.back(), bytes, total);
        print("one family", total, secondsOf([&] { propose(families.back(), fragments); }), icuSeconds(fragments));
    }

    // The same again when another dossier was read in this process before it: what one costs is no matter of another.
    void afterAnother(std::size_t bytes) const {
        std::size_t total = 0, others = 0;
        propose(families.front(), repeated(families.front(), 10 * bytes, others));
        const auto fragments = repeated(families.back(), bytes, total);
        print("one family, after ten times another", total, secondsOf([&] { propose(families.back(), fragments); }), icuSeconds(fragments));
    }

    void oneFragment(std::size_t bytes) const {
        std::size_t total = 0;
        const auto all = glued(repeated(families.back(), bytes, total));
        const Fragments one{{"één stuk.txt", families.back().fragments[0].partner, &all}};
        print("one family in one fragment", total, secondsOf([&] { propose(families.back(), one); }), icuSeconds(one));
    }

    // The first request on a dossier, and each after it on the same reading: what they cost beside the first.
    void requests(std::size_t bytes) const {
        const auto& family = families.back();
        std::size_t total = 0;
        const auto fragments = repeated(family, bytes, total);
        const auto icu = icuSeconds(fragments);
        std::unique_ptr<policy::Dossier> dossier;
        const auto reading = secondsOf([&] { dossier = std::make_unique<policy::Dossier>(family.household, fragments); });
        print("reading alone", total, reading, icu);
        double first = 0;
        for (const auto& request : family.requests) {
            const auto seconds = secondsOf([&] { dossier->propose(family.household, request.asked, rules, *family.household.referenceDate); });
            print("each request after it", total, seconds, icu);
            if (first == 0) first = reading + seconds;
            else std::printf("  beside the first request (%.3f s): %.3f\n", first, seconds / first);
        }
    }
};

}  // namespace

int main(int count, char** arguments) {
    const std::size_t most = count > 1 ? static_cast<std::size_t>(std::max(1, std::atoi(arguments[1]))) * 1000000 : 10000000;
    const Bench bench;
    inProcessOfItsOwn([&] {
        std::size_t unused = 0;
        std::printf("first small dossier, with all word lists: %.3f s\n", secondsOf([&] { bench.propose(bench.families[0], repeated(bench.families[0], 1, unused)); }));
    });
    for (std::size_t bytes = 1000000; bytes <= most; bytes *= 10) inProcessOfItsOwn([&] { bench.allFamilies(bytes); });
    for (std::size_t bytes = 1000000; bytes <= most; bytes *= 10) inProcessOfItsOwn([&] { bench.oneFamily(bytes); });
    inProcessOfItsOwn([&] { bench.afterAnother(1000000); });
    for (const std::size_t mega : {1, 10}) inProcessOfItsOwn([&] { bench.oneFragment(mega * 1000000); });
    inProcessOfItsOwn([&] { bench.requests(10000000); });
}
