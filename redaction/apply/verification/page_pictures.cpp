// Looks at pages and at the pictures inside them.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/verification/grey_picture.h"
#include "redaction/apply/verification/look.h"
#include "redaction/apply/verification/metadata.h"
#include "redaction/apply/verification/other_program.h"

namespace redaction::apply::verification {

namespace {

constexpr std::size_t pagesPerOcr = 6;       // read by one process
constexpr std::size_t pagesPerTask = 8;      // whose pictures are taken out together
constexpr int leastWidth = 24, leastHeight = 10;  // pixels; smaller ones hold no letters
constexpr int gridDpi = 50;
constexpr int noticeable = 40;               // of 255, between a picture and its page
constexpr double unseenShare = 0.001;        // of the grid, that may differ all the same

using Paths = std::vector<std::filesystem::path>;

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (!file) throw std::runtime_error("pdfimages");
    return bytes.str();
}

std::vector<Hit> inPages(const Searched& searched, const reader::ReaderProcess& reader, const std::vector<std::size_t>& pages) {
    const auto texts = reader.ocr(pageSelection(searched.file.bytes, pages));
    if (texts.size() != pages.size()) throw std::runtime_error("ocr");
    std::vector<Hit> hits;
    for (std::size_t at = 0; at < pages.size(); ++at)
        add(hits, searched, onPage("beeld van de bladzijde (OCR)", pages[at]), searched.needles.findIn(texts[at]));
    return hits;
}

// pdfimages -list: page, number, type, width, height, … object, generation. Pages with a picture no page before has.
std::vector<std::size_t> pagesWithNewPictures(const FinishedFile& file) {
    std::istringstream list(outputOf(file, {"pdfimages", "-list"}, {}));
    std::set<std::string> known;
    std::set<std::size_t> pages;
    std::string line;
    std::getline(list, line);
    std::getline(list, line);
    while (std::getline(list, line)) {
        std::istringstream words(line);
        std::vector<std::string> fields;
        for (std::string word; words >> word;) fields.push_back(word);
        if (fields.size() < 12) throw std::runtime_error("pdfimages");
        const bool isInline = fields[10] == "[inline]";
        if (isInline || known.insert(fields[10] + " " + fields[11]).second) pages.insert(std::strtoul(fields[0].c_str(), nullptr, 10) - 1);
    }
    return {pages.begin(), pages.end()};
}

// The pictures of one page, taken out in one way or another ("-all": as they are; "-png").
class TakenOut {
  public:
    TakenOut(const FinishedFile& file, std::size_t page, const std::vector<std::string>& way) {
        const MemoryFile input(file.bytes);
        const auto number = std::to_string(page + 1);
        std::vector<std::string> arguments{"pdfimages", "-f", number, "-l", number};
        arguments.insert(arguments.end(), way.begin(), way.end());
        arguments.insert(arguments.end(), {input.path(), (folder_.path() / "p").string()});
        if (!runProgram(arguments, input).succeeded) throw std::runtime_error("pdfimages");
    }
    Paths files() const { return folder_.files(); }
    const PassingFolder& folder() const { return folder_; }

  private:
    PassingFolder folder_;
};

bool hasInk(const GreyPicture& picture, int x, int y) {
    unsigned char least = 255, most = 0;
    for (int row = std::max(0, y - 1); row <= std::min(picture.height - 1, y + 1); ++row)
        for (int column = std::max(0, x - 1); column <= std::min(picture.width - 1, x + 1); ++column) {
            least = std::min(least, picture.at(column, row));
            most = std::max(most, picture.at(column, row));
        }
    return most - least > noticeable;
}

// Whether all the picture shows is seen on its page as well: then whoever looks at the page has looked at it.
bool isSeenOn(const GreyPicture& page, const GreyPicture& picture) {
    const auto small = scaled(picture, page.width, page.height);
    std::size_t unseen = 0;
    for (int y = 0; y < page.height; ++y)
        for (int x = 0; x < page.width; ++x) unseen += std::abs(small.at(x, y) - page.at(x, y)) > noticeable && hasInk(small, x, y);
    return static_cast<double>(unseen) <= unseenShare * page.width * page.height;
}

GreyPicture pictureOfPage(const FinishedFile& file, std::size_t page) {
    const auto number = std::to_string(page + 1);
    const auto pnm = outputOf(file, {"pdftoppm", "-q", "-gray", "-r", std::to_string(gridDpi), "-f", number, "-l", number}, {});
    std::string_view bytes(pnm);
    return takePnm(bytes);
}

// Numbers, within the page, of the pictures OCR has to look at by themselves.
std::set<std::size_t> unseenPictures(const FinishedFile& file, std::size_t page) {
    const auto seen = pictureOfPage(file, page);
    std::set<std::size_t> unseen;
    const TakenOut pictures(file, page, {});
    const auto files = pictures.files();
    for (std::size_t at = 0; at < files.size(); ++at) {
        const auto pnm = bytesOf(files[at]);
        std::string_view bytes(pnm);
        const auto picture = takePnm(bytes);
        if (picture.width >= leastWidth && picture.height >= leastHeight && !isSeenOn(seen, picture)) unseen.insert(at);
    }
    return unseen;
}

std::vector<std::string> pathsIn(const TakenOut& pictures) {
    std::vector<std::string> paths;
    for (const auto& file : pictures.files()) paths.push_back(file.string());
    return paths;
}

// Of every picture in the file.
Sayings metadataOfPictures(const FinishedFile& file) {
    Sayings sayings;
    for (const auto page : pagesWithNewPictures(file)) {
        const TakenOut pictures(file, page, {"-all"});
        for (const auto& metadata : metadataOf(pathsIn(pictures))) sayings.insert(sayings.end(), metadata.said.begin(), metadata.said.end());
    }
    return sayings;
}

class PicturesOfPages {
  public:
    PicturesOfPages(const Searched& searched, const reader::ReaderProcess& reader) : searched_(searched), reader_(reader) {}

    std::vector<Hit> look(const std::vector<std::size_t>& pages) {
        for (const auto page : pages) {
            takenOut_.push_back(std::make_unique<TakenOut>(searched_.file, page, std::vector<std::string>{"-all"}));
            searchBytes(page, takenOut_.back()->files());
            readUnseen(page);
        }
        searchMetadata(pages);
        return std::move(hits_);
    }

  private:
    void searchBytes(std::size_t page, const Paths& files) {
        for (const auto& file : files)
            add(hits_, searched_, onPage("afbeelding (pdfimages)", page), searched_.needles.findInBytes(bytesOf(file)));
    }

    void readUnseen(std::size_t page) {
        const auto unseen = unseenPictures(searched_.file, page);
        if (unseen.empty()) return;
        const TakenOut pictures(searched_.file, page, {"-png"});
        const auto files = pictures.files();
        for (const auto number : unseen) {
            const auto read = reader_.read(bytesOf(files.at(number)), "afbeelding.png").document;
            add(hits_, searched_, onPage("beeld van een afbeelding (OCR)", page), searched_.needles.findIn(document::toUtf8(read.text)));
        }
    }

    void searchMetadata(const std::vector<std::size_t>& pages) {
        std::vector<std::string> paths;
        for (const auto& pictures : takenOut_)
            for (auto& path : pathsIn(*pictures)) paths.push_back(std::move(path));
        if (paths.empty()) return;
        for (const auto& metadata : metadataOf(paths)) {
            const auto where = onPage("metagegevens van een afbeelding (exiftool)", pageOf(pages, metadata.source));
            add(hits_, searched_, where, findIn(searched_, metadata.said, "pdfimages", metadataOfPictures));
            if (metadata.thumbnail) hits_.push_back({searched_.file.name, where + ": een miniatuur", Hit::noString});
        }
    }

    std::size_t pageOf(const std::vector<std::size_t>& pages, const std::string& source) const {
        for (std::size_t at = 0; at < takenOut_.size(); ++at)
            if (source.rfind(takenOut_[at]->folder().path().string(), 0) == 0) return pages[at];
        throw std::runtime_error("exiftool");
    }

    const Searched& searched_;
    const reader::ReaderProcess& reader_;
    std::vector<std::unique_ptr<TakenOut>> takenOut_;
    std::vector<Hit> hits_;
};

std::vector<std::vector<std::size_t>> inPortions(const std::vector<std::size_t>& pages, std::size_t size) {
    std::vector<std::vector<std::size_t>> portions;
    for (std::size_t at = 0; at < pages.size(); ++at) {
        if (at % size == 0) portions.emplace_back();
        portions.back().push_back(pages[at]);
    }
    return portions;
}

}  // namespace

std::vector<Look> looksAtPages(const Searched& searched, const std::vector<std::size_t>& pages, const reader::ReaderProcess& reader) {
    std::vector<Look> looks;
    for (auto& some : inPortions(pages, pagesPerOcr))
        looks.push_back({searched.file.name, "OCR", "beeld van de bladzijden (OCR)",
                         [searched, &reader, some = std::move(some)] { return inPages(searched, reader, some); }});
    return looks;
}

std::vector<Look> looksAtPictures(const Searched& searched, const reader::ReaderProcess& reader) {
    std::vector<Look> looks;
    for (auto& some : inPortions(pagesWithNewPictures(searched.file), pagesPerTask))
        looks.push_back({searched.file.name, "pdfimages", "afbeeldingen (pdfimages)",
                         [searched, &reader, some = std::move(some)] { return PicturesOfPages(searched, reader).look(some); }});
    return looks;
}

}  // namespace redaction::apply::verification
