#include <algorithm>
#include <memory>
#include <mutex>
#include <random>
#include <set>

#include "redaction/apply/on_all_cores.h"
#include "redaction/apply/redacted_document.h"
#include "redaction/apply/verification/look.h"
#include "redaction/apply/verification/page_sample.h"
#include "redaction/marks/folded_text.h"

namespace redaction::apply {

namespace {

using namespace verification;

// Closed on doubt: a program that fails has found something.
std::vector<Hit> lookOrReport(const Look& look) {
    try {
        return look.run();
    } catch (const std::exception&) {
        return {{look.file, look.where + " – niet te controleren", Hit::noString}};
    }
}

// Different ones, as they are searched: case and accents make no difference.
std::size_t countTooShort(const std::vector<FinishedFile>& files, const std::vector<std::string>& withheld) {
    std::set<std::u32string> tooShort;
    const auto add = [&](const std::vector<std::string>& strings) {
        for (const auto& string : strings)
            if (const auto folded = marks::FoldedText::fromUtf8(string); !folded.searchable() && !folded.characters().empty()) tooShort.insert(folded.characters());
    };
    add(withheld);
    for (const auto& file : files) add(file.withheld), add(file.unsearched);
    return tooShort.size();
}

class Verification {
  public:
    Verification(const std::vector<FinishedFile>& files, const std::vector<std::string>& withheld, const reader::ReaderProcess& reader,
                 std::uint64_t seed)
        : files_(files), everywhere_(withheld), reader_(reader), blank_(reader), contents_(files.size()), pictureLooks_(files.size()) {
        report_.filesSearched = files.size();
        report_.seed = seed;
        report_.stringsTooShort = countTooShort(files, withheld);
        for (const auto& file : files) {
            needles_.push_back(std::make_unique<Needles>(everywhere_, file.withheld));
            searched_.push_back({file, *needles_.back(), blank_});
            report_.stringsSearched = std::max(report_.stringsSearched, needles_.back()->searched());
        }
    }

    VerificationReport run() {
        onAllCores(files_.size(), [this](std::size_t at) { survey(at); });
        std::vector<Look> looks;
        addPages(looks);  // first: they take longest
        for (auto& some : pictureLooks_) move(looks, std::move(some));
        for (const auto& searched : searched_) move(looks, looksAt(searched));
        for (const auto& searched : searched_) addComparison(looks, searched);
        move(looks, looksAtMetadata(searched_));
        workThrough(looks);
        return std::move(report_);
    }

  private:
    static void move(std::vector<Look>& to, std::vector<Look>&& more) { std::move(more.begin(), more.end(), std::back_inserter(to)); }

    // What there is to look at besides text. A file that cannot be opened is reported by qpdf's look.
    void survey(std::size_t at) {
        if (!isPdf(files_[at])) return;
        try {
            contents_[at] = contentsOfPages(files_[at].bytes);
            pictureLooks_[at] = looksAtPictures(searched_[at], reader_);
        } catch (const std::exception&) {
            const std::lock_guard lock(mutex_);
            report_.hits.push_back({files_[at].name, "bladzijden en afbeeldingen – niet te controleren", Hit::noString});
        }
    }

    void addPages(std::vector<Look>& looks) {
        if (report_.stringsSearched == 0) return;  // an eye has nothing to look for
        const auto chosen = choosePages(contents_, report_.seed);
        for (std::size_t at = 0; at < files_.size(); ++at) {
            std::vector<std::size_t> pages;
            for (std::size_t page = 0; page < chosen[at].size(); ++page)
                if (chosen[at][page]) pages.push_back(page);
            report_.pages += chosen[at].size();
            report_.pagesSeen += pages.size();
            if (!pages.empty()) report_.seen.push_back({files_[at].name, pages});
            move(looks, looksAtPages(searched_[at], pages, reader_));
        }
    }

    void addComparison(std::vector<Look>& looks, const Searched& searched) {
        move(looks, looksAtOrigin(searched, reader_));
        if (!searched.file.origin) return;
        const auto& trace = searched.file.origin->trace;
        report_.pagesCompared += static_cast<std::size_t>(std::count_if(trace.begin(), trace.end(), [](const PageTrace& page) {
            return page.way == PageTrace::Way::drawn || page.way == PageTrace::Way::picture;
        }));
    }

    void workThrough(const std::vector<Look>& looks) {
        std::vector<std::vector<Hit>> found(looks.size());
        onAllCores(looks.size(), [&](std::size_t at) { found[at] = lookOrReport(looks[at]); });
        for (const auto& hits : found) report_.hits.insert(report_.hits.end(), hits.begin(), hits.end());
        std::set<std::string> programs;
        for (const auto& look : looks) programs.insert(look.program);
        report_.programs.assign(programs.begin(), programs.end());
    }

    const std::vector<FinishedFile>& files_;
    const NeedleSet everywhere_;
    const reader::ReaderProcess& reader_;
    const Blank blank_;
    std::vector<std::unique_ptr<Needles>> needles_;  // looks hold on to them
    std::vector<Searched> searched_;
    std::vector<std::vector<PageContents>> contents_;
    std::vector<std::vector<Look>> pictureLooks_;
    std::mutex mutex_;
    VerificationReport report_;
};

}  // namespace

std::set<std::size_t> VerificationReport::differingPages(const std::string& file) const {
    std::set<std::size_t> pages;
    for (const auto& hit : hits)
        if (hit.file == file && hit.differingPage) pages.insert(*hit.differingPage);
    return pages;
}

document::Document withPictures(document::Document document, const std::set<std::size_t>& pages) {
    for (const auto page : pages) document.pages.at(page).scanned = true;
    return document;
}

std::uint64_t unpredictableSeed() {
    std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

VerificationReport verify(const std::vector<FinishedFile>& files, const std::vector<std::string>& withheld,
                          const reader::ReaderProcess& reader, std::uint64_t seed) {
    return Verification(files, withheld, reader, seed).run();
}

}  // namespace redaction::apply
