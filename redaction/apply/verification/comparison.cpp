// Compares the pages of a file with those of its source.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <stdexcept>

#include "redaction/apply/verification/grey_picture.h"
#include "redaction/apply/verification/look.h"
#include "redaction/apply/verification/other_program.h"
#include "redaction/apply/verification/page_difference.h"

namespace redaction::apply::verification {

namespace {

constexpr std::size_t pagesPerLook = 60;  // by one reader process
constexpr const char* rasteredDpi = "200";  // of pages that were built as pictures

using Pictures = std::map<std::size_t, GreyPicture>;  // by page of the source

bool showsSource(const PageTrace& page) { return page.way == PageTrace::Way::drawn || page.way == PageTrace::Way::picture; }

Pictures picturesOfSource(const Origin& origin, std::size_t first, std::size_t count, const reader::ReaderProcess& reader) {
    Pictures pictures;
    std::vector<std::size_t> rastered;
    for (auto page = first; page < first + count; ++page)
        if (origin.trace[page].way == PageTrace::Way::picture) rastered.push_back(page);
    reader.smallPictures(origin.source(), origin.pageWidths, first, count, rastered, [&](reader::protocol::PagePicture&& picture) {
        pictures[picture.page] = {picture.width, picture.height, {picture.grey.begin(), picture.grey.end()}};
    });
    return pictures;
}

// Hands over one picture after the other of what a program writes.
void eachPicture(const std::vector<std::string>& arguments, const MemoryFile& input, const std::function<void(const GreyPicture&)>& see) {
    std::string waiting;
    const bool succeeded = streamProgram(arguments, input, [&](std::string_view piece) {
        waiting.append(piece);
        for (auto size = pnmSize(waiting); size && waiting.size() >= *size; size = pnmSize(waiting)) {
            std::string_view bytes(waiting);
            see(takePnm(bytes));
            waiting.erase(0, waiting.size() - bytes.size());
        }
        return true;
    });
    if (!succeeded || !waiting.empty()) throw std::runtime_error(arguments.front());
}

struct Engine {
    std::string name;
    DrawnBy by;
};

std::vector<std::string> drawnByMutool(const std::string& dpi, const std::string& path, const std::string& pages) {
    return {"mutool", "draw", "-q", "-r", dpi, "-c", "rgb", "-F", "ppm", "-o", "-", path, pages};
}

std::vector<std::string> commandOf(const Engine& engine, const std::string& path, const std::string& first, const std::string& last) {
    if (engine.by == DrawnBy::sameEngine) return drawnByMutool("72", path, first + "-" + last);
    return {"pdftoppm", "-q", "-r", "72", "-f", first, "-l", last, path};
}

std::string placeOf(const Difference& difference) {
    const auto centimetres = [](double points) { return std::to_string(static_cast<int>(std::lround(points / 72 * 2.54))); };
    return centimetres(difference.place.y0) + " cm van boven, " + centimetres(difference.place.x0) + " cm van links";
}

class Comparison {
  public:
    Comparison(const Searched& searched, const reader::ReaderProcess& reader, std::size_t first, std::size_t count)
        : searched_(searched), origin_(*searched.file.origin), source_(picturesOfSource(origin_, first, count, reader)) {
        for (auto page = first; page < first + count; ++page)
            if (showsSource(origin_.trace[page])) pageOf_[origin_.trace[page].outPage] = page;
    }

    std::vector<Hit> run() {
        if (pageOf_.empty()) return {};
        const MemoryFile input(searched_.file.bytes);
        for (const auto& engine : {Engine{"mutool", DrawnBy::sameEngine}, Engine{"pdftoppm", DrawnBy::otherEngine}}) {
            const auto first = pageOf_.begin()->first, last = pageOf_.rbegin()->first;
            auto out = first;
            eachPicture(commandOf(engine, input.path(), std::to_string(first + 1), std::to_string(last + 1)), input,
                        [&](const GreyPicture& made) {
                            if (engine.by == DrawnBy::otherEngine || !isRastered(out)) compare(out, made, engine);
                            ++out;
                        });
            if (out != last + 1) throw std::runtime_error(engine.name);
        }
        compareRastered(input);
        return std::move(hits_);
    }

  private:
    bool isRastered(std::size_t out) const {
        const auto known = pageOf_.find(out);
        return known != pageOf_.end() && origin_.trace[known->second].way == PageTrace::Way::picture;
    }

    // As sharp as they are, and made smaller by the same hand as their source.
    void compareRastered(const MemoryFile& input) {
        std::vector<std::size_t> pages;
        std::string list;
        for (const auto& [out, source] : pageOf_)
            if (isRastered(out)) pages.push_back(out), list += (list.empty() ? "" : ",") + std::to_string(out + 1);
        if (pages.empty()) return;
        std::size_t at = 0;
        eachPicture(drawnByMutool(rasteredDpi, input.path(), list), input, [&](const GreyPicture& made) { compare(pages.at(at++), made, {"mutool", DrawnBy::sameEngine}); });
        if (at != pages.size()) throw std::runtime_error("mutool");
    }

    void compare(std::size_t out, const GreyPicture& made, const Engine& engine) {
        const auto known = pageOf_.find(out);
        if (known == pageOf_.end()) return;
        const auto& trace = origin_.trace[known->second];
        auto changed = trace.changed;
        changed.insert(changed.end(), trace.black.begin(), trace.black.end());
        const auto difference = findDifference(source_.at(known->second), made, changed, origin_.pageWidths.at(known->second), engine.by);
        if (!difference) return;
        hits_.push_back({searched_.file.name,
                         onPage("vergelijking met het bronbestand (" + engine.name + ")", out) + ", " + placeOf(*difference) +
                             (difference->isMissing ? ": daar ontbreekt iets" : ": daar staat iets dat er niet hoort"),
                         Hit::noString, known->second});
    }

    const Searched& searched_;
    const Origin& origin_;
    Pictures source_;
    std::map<std::size_t, std::size_t> pageOf_;  // by page of the file, the page of the source
    std::vector<Hit> hits_;
};

}  // namespace

std::vector<Look> looksAtOrigin(const Searched& searched, const reader::ReaderProcess& reader) {
    std::vector<Look> looks;
    if (!searched.file.origin) return looks;
    const auto& origin = *searched.file.origin;
    if (origin.trace.size() != origin.pageWidths.size()) throw std::runtime_error("trace");
    for (std::size_t first = 0; first < origin.trace.size(); first += pagesPerLook) {
        const auto count = std::min(pagesPerLook, origin.trace.size() - first);
        looks.push_back({searched.file.name, "pdftoppm", "vergelijking met het bronbestand",
                         [searched, &reader, first, count] { return Comparison(searched, reader, first, count).run(); }});
    }
    return looks;
}

}  // namespace redaction::apply::verification
