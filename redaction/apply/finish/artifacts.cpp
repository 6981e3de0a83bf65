#include "redaction/apply/finish/artifacts.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf 11 wants it
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <array>
#include <utility>

#include "redaction/apply/finish/content_scanner.h"

namespace redaction::apply {

namespace {

bool paints(std::string_view word) {
    static constexpr std::array<std::string_view, 17> painting{"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "BI", "Tj", "TJ", "'", "\"", "d1"};
    return std::find(painting.begin(), painting.end(), word) != painting.end();
}

// Copies content and puts what paints outside marked content between /Artifact BMC and EMC.
class ArtifactMarker {
  public:
    explicit ArtifactMarker(std::size_t size) { out_.reserve(size + 256); }

    void take(std::string_view operands, std::string_view word) {
        const bool begins = word == "BDC" || word == "BMC", ends = word == "EMC";
        if (begins) close();
        if (depth_ == 0 && !open_ && paints(word)) {
            out_ += "/Artifact BMC\n";
            open_ = true;
        }
        const bool waits = depth_ == 0 && !open_ && !begins;
        if (!waits) out_ += std::exchange(pending_, {});
        (waits ? pending_ : out_) += operands;
        depth_ += begins ? 1 : ends ? -1 : 0;
    }

    std::string finish(std::string_view rest) {
        close();
        out_ += pending_;
        out_ += rest;
        return std::move(out_);
    }

  private:
    void close() {
        if (open_) out_ += "\nEMC\n";
        open_ = false;
    }

    std::string out_, pending_;  // pending: sets the stage for what is not painted yet
    int depth_ = 0;
    bool open_ = false;
};

}  // namespace

std::string withArtifacts(std::string_view content) {
    ArtifactMarker marker(content.size());
    ContentScanner scanner(content);
    while (scanner.next()) marker.take(scanner.instruction(), scanner.word());
    return marker.finish(scanner.rest());
}

void markArtifacts(QPDF& document) {
    for (auto& page : QPDFPageDocumentHelper(document).getAllPages()) {
        auto contents = page.getObjectHandle().getKey("/Contents");
        if (!contents.isStream()) continue;
        // When it is written: all pages unpacked at once would be many times as large as the document.
        const auto marked = [old = contents.copyStream()](Pipeline* to) mutable {
            const auto bytes = old.getStreamData(qpdf_dl_generalized);
            to->writeString(withArtifacts({reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()}));
            to->finish();
        };
        contents.replaceStreamData(marked, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    }
}

}  // namespace redaction::apply
