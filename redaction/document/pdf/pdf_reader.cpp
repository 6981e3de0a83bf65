#include "redaction/document/pdf/pdf_reader.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <set>

#include "redaction/document/ocr/handwriting.h"
#include "redaction/document/ocr/unread_ink.h"
#include "redaction/document/page_builder.h"
#include "redaction/document/pdf/damaged_pictures.h"
#include "redaction/document/pdf/embedded_files.h"
#include "redaction/document/pdf/hidden_text.h"
#include "redaction/document/pdf/hiding_places.h"
#include "redaction/document/pdf/layers.h"
#include "redaction/document/pdf/letter_shapes.h"
#include "redaction/document/pdf/page_text.h"
#include "redaction/document/pdf/plain_page.h"
#include "redaction/document/pdf/scanned_page.h"
#include "redaction/document/png.h"
#include "redaction/document/unseen.h"

namespace redaction::document::pdf {
namespace {

constexpr double screenDpi = 110;
constexpr double doubtfulShare = 0.2;  // of the words of a hidden layer that OCR did not see
constexpr double besidePicture = 24;   // points
constexpr int emptyPageWidth = 595, emptyPageHeight = 842;  // points

std::u32string lettersOf(const std::u32string& word) {
    std::u32string letters;
    for (const char32_t c : word)
        if (u_isalnum(UChar32(c)) != 0) letters += char32_t(u_foldCase(UChar32(c), U_FOLD_CASE_DEFAULT));
    return letters;
}

std::string pageName(int number) { return "Pagina " + std::to_string(number + 1); }

void sendImage(Finds& finds, const Rendering& rendering, int number) {
    const fz_pixmap& pixmap = *rendering.pixmap.get();
    finds.image({std::size_t(number), toPng({pixmap.w, pixmap.h, int(pixmap.stride), pixmap.n, pixmap.samples}), pixmap.w, pixmap.h});
}

// In the place of a page that could not be read, so that the others keep their numbers.
void sendWhite(Finds& finds, int number) {
    const std::string white(emptyPageWidth * emptyPageHeight, char(255));
    const auto* pixels = reinterpret_cast<const unsigned char*>(white.data());
    finds.image({std::size_t(number), toPng({emptyPageWidth, emptyPageHeight, emptyPageWidth, 1, pixels}), emptyPageWidth, emptyPageHeight});
}

class PdfReading {
  public:
    PdfReading(const Source& source, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds)
        : source_(source), pictures_(source, recogniser), hidden_(source), files_(source, limits, finds), layers_(source), recogniser_(recogniser), finds_(finds) {}

    Document read(const Limits& limits) {
        document_.layout = Layout::paged;
        document_.title = metadata("info:Title");
        document_.doubts = findHidingPlaces(source_);
        for (auto number = int(limits.turn); number < source_.pageCount(); number += int(limits.turns)) {
            readPage(number);
            finds_.page(document_.pages.back());
            finds_.progress(std::size_t(number) + 1, std::size_t(source_.pageCount()));
        }
        if (limits.turn == 0) readBesidePages();
        if (source_.unreadObjects() > 0) doubt("Een deel van dit pdf-bestand kon niet worden gelezen. Vergelijk met het bronbestand of vraag het stuk opnieuw op.");
        return std::move(document_);
    }

  private:
    std::string metadata(const char* key) const {
        char value[512] = "";
        guarded(source_.context(), [&] { pdf_lookup_metadata(source_.context(), source_.document(), key, value, sizeof value); });
        return value;
    }

    void doubt(std::string sentence) { document_.doubts.push_back(std::move(sentence)); }

    void readPage(int number) {
        const std::size_t textBefore = document_.text.size(), blocksBefore = document_.blocks.size(), pagesBefore = document_.pages.size();
        try {
            const DrawnPage drawn = drawPage(source_, number);
            if (drawn.errors > 0) doubt(pageName(number) + " bevat fouten; mogelijk is niet alles te zien. Vergelijk met het bronbestand.");
            readDrawn(drawn, number);
        } catch (const MupdfError& error) {
            if (error.outOfMemory()) throw failed(Failure::memoryLimit, Format::pdf);
            doubt(pageName(number) + " kon niet worden gelezen. Vergelijk met het bronbestand.");
            if (document_.pages.size() > pagesBefore) return;
            document_.text.resize(textBefore);
            document_.blocks.resize(blocksBefore);
            keepPlace(number);
        }
    }

    void keepPlace(int number) {
        PageBuilder(document_, emptyPageWidth, emptyPageHeight).finish();
        sendWhite(finds_, number);
    }

    void readDrawn(const DrawnPage& drawn, int number) {
        PageText text = extractText(source_, drawn);
        text.isBelied = drawsOtherLetters(source_, drawn, letters_);
        if (text.isBelied)
            doubt(pageName(number) + " is geschreven in een lettertype dat uit tekeningen bestaat of andere letters toont dan het zegt. Gelezen is het beeld. Vergelijk met het bronbestand.");
        const bool plain = isPlain(source_, drawn, text, ink_);
        const std::optional<Rendering> all = plain ? std::nullopt : std::optional(lookAt(drawn, text, number));
        const ReadBy readBy = decide(text, drawn.box, all ? &*all : nullptr);
        PageBuilder page(document_, drawn.box.x1, drawn.box.y1);
        writePage(page, drawn, text, readBy, number);
        page.finish();
        const std::u32string_view shown = std::u32string_view(document_.text).substr(document_.pages.back().start);
        auto places = findHidingPlaces(source_, drawn, number, shown);
        for (std::string& place : places.doubts) doubt(std::move(place));
        for (const auto& replacement : places.replacements) addUnseen(document_, replacement, "vervangende tekst");
        if (all) sendImage(finds_, *all, number);
        readHidden(drawn, text, number);
    }

    // The page as it is drawn, and which of its words that shows.
    Rendering lookAt(const DrawnPage& drawn, PageText& text, int number) {
        const int warned = source_.pictureWarnings();
        Rendering all = render(source_, drawn, screenDpi, Drawing::all, Colours::rgb);
        if (source_.pictureWarnings() > warned || hasDamagedJpeg(source_, drawn))
            doubt(pageName(number) + " bevat een beschadigde of afgebroken afbeelding. Wat ervan ontbreekt, is niet gelezen. Vergelijk met het bronbestand of vraag het stuk opnieuw op.");
        if (!text.words.empty()) markVisibility(text, all, render(source_, drawn, screenDpi, Drawing::withoutText, Colours::rgb));
        return all;
    }

    void readHidden(const DrawnPage& drawn, const PageText& text, int number) {
        try {
            files_.ofPage(drawn);
            for (const auto& one : hidden_.ofPage(drawn, onLastPage())) addUnseen(document_, one.text, one.note);
            if (!layers_.someAreOff()) return;
            for (const auto& line : layers_.hiddenLines(number, text.words)) addUnseen(document_, line, "tekst in een laag die uit staat");
        } catch (const MupdfError& error) {
            if (error.outOfMemory()) throw;
            doubt(pageName(number) + " kon worden gelezen, maar wat er daarnaast voor deze pagina in het bestand staat niet. Dat wordt niet verstrekt.");
        }
    }

    void readBesidePages() {
        try {
            files_.ofDocument();
            for (const auto& one : hidden_.ofDocument(document_.text)) addUnseen(document_, one.text, one.note);
        } catch (const MupdfError& error) {
            if (error.outOfMemory()) throw failed(Failure::memoryLimit, Format::pdf);
            doubt("Niet alles wat naast de pagina's in dit pdf-bestand staat, kon worden gelezen. Dat wordt niet verstrekt.");
        }
        if (!files_.allHandedOn()) doubt("In dit pdf-bestand zitten bijlagen die niet konden worden uitgepakt. Zij zijn niet gelezen en worden niet verstrekt; vraag ze zo nodig los op.");
        if (!hidden_.isComplete()) doubt("In dit pdf-bestand staat te veel verborgen tekst om helemaal te tonen. Die wordt niet verstrekt.");
    }

    std::u32string_view onLastPage() const { return std::u32string_view(document_.text).substr(document_.pages.back().start); }

    void writePage(PageBuilder& page, const DrawnPage& drawn, const PageText& text, ReadBy readBy, int number) {
        const bool anyVisible = std::any_of(text.words.begin(), text.words.end(), [](const NativeWord& word) { return word.visible; });
        const bool usable = anyVisible && !isUnreadable(text);
        if (usable) writeNative(page, text, number);
        if (readBy == ReadBy::fontsOnly) {
            if (!usable) writeNative(page, text, number);
            return;
        }
        if (!recogniser_.canRead()) return doubt(pageName(number) + " is (deels) een afbeelding en kon niet als tekst worden gelezen.");
        const auto found = readBy == ReadBy::ocrOfPage ? pictures_.readPage(drawn, usable ? Drawing::withoutText : Drawing::all)
                                                       : pictures_.readPictures(drawn, text.pictures);
        ocr::addWords(page, found, pictures_.pointsPerPixel());
        if (pictures_.handwritten()) page.markHandwritten();
        if (pictures_.handwritten() || pictures_.showsMore()) doubt(pageName(number) + " " + (pictures_.handwritten() ? ocr::handwritingDoubt : ocr::unreadInkDoubt));
        if (usable) return;
        page.markScanned();
        const bool more = keepLayer(page, text, found);
        compareHiddenLayer(text, found, more, number);
    }

    // What the text layer says where something else was read from the picture, or nothing (slanted, along the side, by hand):
    // not for release, but whoever withholds those words withholds that place. True: nothing was read somewhere.
    bool keepLayer(PageBuilder& page, const PageText& text, const std::vector<ocr::RecognisedWord>& found) {
        bool more = false, first = true;
        for (const NativeWord& word : text.words) {
            const auto letters = lettersOf(word.text());
            const auto read = readAround(word.box, found);
            if (letters.empty() || std::any_of(read.begin(), read.end(), [&](const auto* it) { return lettersOf(it->text) == letters; })) continue;
            if (first) page.paragraphBreak();
            page.word(word.text(), word.box, 1.0, false);
            first = false, more = more || read.empty();
        }
        return more;
    }

    // The layer of a scanner stands a little beside the picture.
    std::vector<const ocr::RecognisedWord*> readAround(const Box& place, const std::vector<ocr::RecognisedWord>& found) const {
        const Box around{place.x0 - besidePicture, place.y0 - besidePicture, place.x1 + besidePicture, place.y1 + besidePicture};
        std::vector<const ocr::RecognisedWord*> read;
        for (const auto& word : found)
            if (area(intersect(scaled(word.box, pictures_.pointsPerPixel()), around)) > 0) read.push_back(&word);
        return read;
    }

    void writeNative(PageBuilder& page, const PageText& text, int number) {
        bool anyHidden = false, anyOverlap = false;
        for (const NativeWord& word : text.words) {
            if (word.startsParagraph) page.paragraphBreak();
            if (word.startsLine) page.lineBreak();
            page.word(word.text(), word.box, 1.0, word.visible);
            anyHidden = anyHidden || !word.visible;
            anyOverlap = anyOverlap || (word.overlapped && !word.visible);
        }
        if (anyHidden) doubt(pageName(number) + " bevat tekst die niet te zien is (afgedekt, wit op wit of buiten de pagina). Die tekst wordt niet verstrekt.");
        if (anyOverlap) doubt(pageName(number) + " bevat woorden die over elkaar heen staan. Vergelijk met het bronbestand.");
    }

    // A scanner's own text layer says what the picture says. Where it says something else, a human must look.
    void compareHiddenLayer(const PageText& text, const std::vector<ocr::RecognisedWord>& found, bool saysMore, int number) {
        if (text.words.empty() || isUnreadable(text)) return;
        std::set<std::u32string> seen;
        for (const auto& word : found) seen.insert(word.text);
        const auto unseen = std::count_if(text.words.begin(), text.words.end(), [&](const NativeWord& word) { return seen.count(word.text()) == 0; });
        if (saysMore || double(unseen) > doubtfulShare * double(text.words.size()))
            doubt(pageName(number) + " is een scan met een onzichtbare tekstlaag die iets anders zegt dan het beeld. Gelezen is het beeld.");
    }

    const Source& source_;
    PictureReader pictures_;
    GlyphInk ink_{source_.context()};
    LetterShapes letters_{source_.context()};
    HiddenTexts hidden_;
    EmbeddedFiles files_;
    Layers layers_;
    ocr::Recogniser& recogniser_;
    Finds& finds_;
    Document document_;
};

std::string textOf(const std::vector<ocr::RecognisedWord>& words) {
    Document document;
    PageBuilder page(document, 0, 0);
    ocr::addWords(page, words, 1);
    page.finish();
    return toUtf8(document.text);
}

}  // namespace

Document readPdf(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds) {
    const Source source(bytes, limits.maxPages);
    return PdfReading(source, limits, recogniser, finds).read(limits);
}

void drawPages(std::string_view bytes, const Limits& limits, std::size_t first, std::size_t count, Finds& finds) {
    const Source source(bytes, limits.maxPages);
    const auto all = std::size_t(source.pageCount());
    for (std::size_t number = first; number < all && number - first < count; ++number) {
        try {
            sendImage(finds, render(source, drawPage(source, int(number)), screenDpi, Drawing::all, Colours::rgb), int(number));
        } catch (const MupdfError& error) {
            if (error.outOfMemory()) throw failed(Failure::memoryLimit, Format::pdf);
            sendWhite(finds, int(number));
        }
    }
}

std::vector<std::string> ocrPdf(std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds) {
    const Source source(bytes, limits.maxPages);
    PictureReader pictures(source, recogniser);
    std::vector<std::string> pages;
    for (int number = 0; number < source.pageCount(); ++number) {
        try {
            pages.push_back(textOf(pictures.readPage(drawPage(source, number), Drawing::all)));
        } catch (const MupdfError& error) {
            throw failed(error.outOfMemory() ? Failure::memoryLimit : Failure::truncated, Format::pdf);
        }
        finds.progress(std::size_t(number) + 1, std::size_t(source.pageCount()));
    }
    return pages;
}

}  // namespace redaction::document::pdf
