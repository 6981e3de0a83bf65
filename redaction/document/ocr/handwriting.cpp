#include "redaction/document/ocr/handwriting.h"

#include <algorithm>
#include <memory>

#include "redaction/document/ocr/ink.h"

namespace redaction::document::ocr {
namespace {

// All lengths in pixels at 300 dpi.
constexpr double sure = 0.8;             // a word read with this confidence is typed
constexpr int aroundWord = 4;
constexpr int pieceHeight[2] = {14, 300}, pieceWidth[2] = {6, 1500}, leastPieceInk = 60;
constexpr double mostFilled = 0.7;       // of its box: a blot, a piece of a photo
constexpr int joinAcross = 90;           // pieces no further apart stand on one line
constexpr int lineWidth = 350;
constexpr double alike = 0.75, alikeWeight = 0.5;  // correlation of two pieces that show the same letter

// Of a page with writing on it: a signature is one line of a few pieces, and takes less of the ink.
constexpr std::size_t leastPieces = 15, leastLines = 3;
constexpr double penUnlike = 0.8, penShare = 0.15;
// Of a page of which little could be read, however that came about.
constexpr std::size_t manyLines = 5;
constexpr double mostlyUnread = 0.6;

struct PixaDestroyer {
    void operator()(Pixa* pixa) const { pixaDestroy(&pixa); }
};
struct ClasserDestroyer {
    void operator()(JbClasser* classer) const { jbClasserDestroy(&classer); }
};

bool mayBeWritten(Pix* piece) {
    const int width = pixGetWidth(piece), height = pixGetHeight(piece);
    if (height < pieceHeight[0] || height > pieceHeight[1] || width < pieceWidth[0] || width > pieceWidth[1]) return false;
    int ink = 0;
    pixCountPixels(piece, &ink, nullptr);
    return ink >= leastPieceInk && (ink <= mostFilled * width * height);
}

// Leaves only the pieces of ink that a pen or a typeface may have made.
std::size_t keepWriting(Picture& ink) {
    Pixa* found = nullptr;
    Boxa* boxes = pixConnComp(ink.get(), &found, 8);
    const std::unique_ptr<Pixa, PixaDestroyer> pieces(found);
    boxaDestroy(&boxes);
    std::size_t kept = 0;
    for (int at = 0; found != nullptr && at < pixaGetCount(found); ++at) {
        const Picture piece(pixaGetPix(found, at, L_CLONE));
        if (mayBeWritten(piece.get())) {
            ++kept;
            continue;
        }
        int x = 0, y = 0;
        pixaGetBoxGeometry(found, at, &x, &y, nullptr, nullptr);
        pixRasterop(ink.get(), x, y, pixGetWidth(piece.get()), pixGetHeight(piece.get()), PIX_DST & PIX_NOT(PIX_SRC), piece.get(), 0, 0);
    }
    return kept;
}

int inkIn(const Picture& ink) {
    int count = 0;
    pixCountPixels(ink.get(), &count, nullptr);
    return count;
}

std::size_t linesIn(const Picture& ink) {
    const Picture joined = require(pixCloseSafeCompBrick(nullptr, ink.get(), joinAcross, 1));
    Boxa* boxes = pixConnCompBB(joined.get(), 8);
    std::size_t lines = 0;
    for (int at = 0; boxes != nullptr && at < boxaGetCount(boxes); ++at) {
        int width = 0;
        boxaGetBoxGeometry(boxes, at, nullptr, nullptr, &width, nullptr);
        lines += width >= lineWidth;
    }
    boxaDestroy(&boxes);
    return lines;
}

double unlikeIn(const Picture& ink, std::size_t pieces) {
    const std::unique_ptr<JbClasser, ClasserDestroyer> classer(jbCorrelationInit(JB_CONN_COMPS, pieceWidth[1], pieceHeight[1], l_float32(alike), l_float32(alikeWeight)));
    if (!classer || pieces == 0 || jbAddPage(classer.get(), ink.get()) != 0) return 0;
    return double(classer->nclass) / double(pieces);
}

}  // namespace

PenSigns findPenSigns(const GreyImage& image, const Box& region, const std::vector<RecognisedWord>& words) {
    const Area area = areaOf(region, {0, 0, image.width, image.height}, 0);
    Picture ink = inkOf(image, area);
    if (isSheet(image, area)) clearEdges(ink.get());
    clearRules(ink.get());
    keepWriting(ink);
    const int all = inkIn(ink);
    for (const auto& word : words)
        if (word.confidence >= sure) clear(ink.get(), areaOf(word.box, area, aroundWord));
    PenSigns signs;
    signs.pieces = keepWriting(ink);
    signs.share = all == 0 ? 0 : double(inkIn(ink)) / all;
    signs.lines = linesIn(ink);
    signs.unlike = unlikeIn(ink, signs.pieces);
    return signs;
}

bool isHandwriting(const PenSigns& signs) {
    if (signs.pieces < leastPieces || signs.lines < leastLines) return false;
    return (signs.unlike >= penUnlike && signs.share >= penShare) || (signs.lines >= manyLines && signs.share >= mostlyUnread);
}

}  // namespace redaction::document::ocr
