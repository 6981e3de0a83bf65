// What the reviewer saw marked is what the file hides: the boxes the review page draws over a document, beside the file
// that goes out for the same decisions.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "service/casework/package.h"
#include "service/casework/review.h"
#include "service/web/pages/review_segments.h"
#include "tests/unit/apply/drawn_page.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/casework/reviewed_office.h"
#include "tests/unit/reader/office_samples.h"

namespace service::casework {

namespace {

namespace policy = redaction::policy;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class RoundTrip : public ReviewedOffice {
  protected:
    // The document as the reader read it, with proposals over these strings. Every second one is then decided otherwise.
    store::Fragment propose(const std::string& bytes, const std::string& fileName, const std::vector<std::string>& strings) {
        store::NewFragment piece;
        piece.requestId = request().id, piece.partnerId = "vt", piece.externalId = fileName, piece.title = "Verslag", piece.fileName = fileName;
        piece.sha256 = sha256Hex(bytes), piece.sourceBlob = store->blobs().write(request().id, bytes);
        auto made = store->fragments().add(piece);
        const auto read = reader.read(bytes, fileName).document;
        const bool paged = read.layout == redaction::document::Layout::paged;
        store->fragments().setRead(made.id, store->blobs().write(request().id, redaction::document::toJson(read)), paged ? "paged" : "flow", int(read.pages.size()), "");
        redaction::document::Document other;
        other.text = U"Niets bijzonders.";
        store->fragments().setRead(document.id, store->blobs().write(request().id, redaction::document::toJson(other)), "flow", 0, "");
        document = made;
        store::Collection answered;
        answered.requestId = request().id, answered.partnerId = "vt", answered.state = store::CollectionState::done, answered.answer = "delivered-in-full";
        store->collections().save(answered);
        std::vector<policy::Proposal> proposals;
        for (const auto& string : strings) {
            const auto at = read.text.find(redaction::document::toCodePoints(string));
            if (at == read.text.npos) ADD_FAILURE() << string << " is not read";
            proposals.push_back(proposed(at, policy::Decision::redact, "third-party"));
            proposals.back().end = at + redaction::document::toCodePoints(string).size();
        }
        store->proposals().replaceAll(request().id, proposals, "2026-1");
        return made;
    }

    void release(const std::string& string) {
        for (const auto& row : reviewDocument(office, reviewer(), document.id).proposals) {
            const auto view = reviewDocument(office, reviewer(), document.id);
            if (redaction::document::toUtf8(view.document.text.substr(row.start, row.end - row.start)) == string)
                store->rulings().decide(ruling(row.id, store::RulingDecision::release));
        }
    }

    // The words the page shows in a box that hides, and the others.
    struct Seen {
        std::vector<std::string> hidden, shown;
    };
    Seen seenOnThePages() {
        const auto view = reviewDocument(office, reviewer(), document.id);
        Seen seen;
        for (std::size_t page = 0; page < view.document.pages.size(); ++page)
            for (const auto& box : web::pages::wordBoxes(view, page)) {
                EXPECT_GT(box.width * box.height, 0) << "a box that nobody sees";
                (box.decision == "redact" ? seen.hidden : seen.shown).push_back(redaction::document::toUtf8(view.document.text.substr(box.start, box.end - box.start)));
            }
        return seen;
    }
    Seen seenInTheText() {
        Seen seen;
        for (const auto& line : web::pages::cutIntoLines(reviewDocument(office, reviewer(), document.id)))
            for (const auto& stretch : line.stretches) {
                std::istringstream words(stretch.text);
                for (std::string word; words >> word;) (stretch.decision == "redact" ? seen.hidden : seen.shown).push_back(word);
            }
        return seen;
    }

    std::string released() {
        const auto package = buildPackageFiles(office, standingOf(office, store->requests().load(request().id)), [](const std::string&) {});
        for (const auto& hit : package.verification.hits) ADD_FAILURE() << hit.file << ": " << hit.where;
        for (const auto& described : package.documents) {
            if (described.fragmentId != document.id) continue;
            for (const auto& file : package.files)
                if (file.name == described.file) return file.bytes;
        }
        ADD_FAILURE() << "nothing of the document goes out";
        return {};
    }

    static void expectSame(const Seen& seen, const std::string& text) {
        EXPECT_THAT(seen.hidden, Not(IsEmpty()));
        for (const auto& word : seen.hidden) EXPECT_THAT(text, Not(HasSubstr(word)));
        for (const auto& word : seen.shown) EXPECT_THAT(text, HasSubstr(word));
    }

    static std::vector<std::string> lines() {
        return {"Daarna belde Groenewoud met meester Vlinderman.", "Het gesprek duurde een uur en ging over zwemmen.", "Bellen kan via 0612345678 vanaf maandag."};
    }
    static void draw(cairo_t* pen) {
        double y = 100;
        for (const auto& line : lines()) drawn::text(pen, 72, y += 30, line, 14);
    }
};

TEST_F(RoundTrip, OfATypedPdf) {
    propose(drawn::typed(draw), "verslag.pdf", {"Groenewoud", "Vlinderman", "0612345678"});
    release("Vlinderman");
    const auto seen = seenOnThePages();
    EXPECT_THAT(seen.hidden, testing::ElementsAre("Groenewoud", "0612345678"));
    expectSame(seen, other::pdfText(released()));
}

TEST_F(RoundTrip, OfAScan) {
    propose(drawn::scan(draw), "verslag.png", {"Groenewoud", "Vlinderman", "0612345678"});
    release("0612345678");
    const auto seen = seenOnThePages();
    EXPECT_THAT(seen.hidden, testing::ElementsAre("Groenewoud", "Vlinderman."));
    const auto pdf = released();
    expectSame(seen, other::pdfText(pdf));
    const auto eye = reader.ocr(pdf);
    ASSERT_FALSE(eye.empty());
    expectSame(seen, eye.front());
}

TEST_F(RoundTrip, OfFlowingText) {
    std::string text;
    for (const auto& line : lines()) text += line + "\n\n";
    propose(text, "verslag.txt", {"Groenewoud", "Vlinderman.", "0612345678"});
    release("Vlinderman.");
    const auto seen = seenInTheText();
    EXPECT_THAT(seen.hidden, testing::ElementsAre("Groenewoud", "0612345678"));
    expectSame(seen, other::pdfText(released()));
}

// A name of two letters cannot be looked for in what goes out: who signs is told.
TEST_F(RoundTrip, WhatIsTooShortToBeSearchedIsCounted) {
    propose("Daarna belde Bo met meester Vlinderman.\n\nBo kwam daarna.\n", "verslag.txt", {"Bo", "Vlinderman."});
    const auto package = buildPackageFiles(office, standingOf(office, store->requests().load(request().id)), [](const std::string&) {});
    EXPECT_EQ(package.verification.stringsTooShort, 1u);
    EXPECT_EQ(nlohmann::json::parse(verificationJson(package.verification)).at("too-short"), 1);
}

// Formats without pages: a document, a table, a mail; what hides in them stands on the review page, and is decided there.
struct Flowing {
    std::string fileName, bytes;
};
std::string inLines(const std::string& before, const std::string& behind, const std::string& end) {
    std::string all;
    for (const auto& line : {"Daarna belde Groenewoud met meester Vlinderman.", "Het gesprek duurde een uur en ging over zwemmen.", "Bellen kan via 0612345678 vanaf maandag."})
        all += before + line + behind;
    return all + end;
}
std::string docx() {
    const std::string hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Stiekem</w:t></w:r></w:p>";
    return samples::docxOf(inLines("<w:p><w:r><w:t>", "</w:t></w:r></w:p>", hidden));
}
std::string xlsx() { return samples::xlsx::bookOf(samples::xlsx::rows(inLines("<row><c t=\"inlineStr\"><is><t>", "</t></is></c></row>", "<row hidden=\"1\"><c t=\"inlineStr\"><is><t>Stiekem</t></is></c></row>"))); }
std::string odt() { return samples::odf::fileOf("text", "", inLines("<text:p>", "</text:p>", "<text:section text:display=\"none\"><text:p>Stiekem</text:p></text:section>")); }
std::string ods() {
    return samples::odf::fileOf("spreadsheet", "", "<table:table table:name=\"Een\">" + inLines("<table:table-row><table:table-cell><text:p>", "</text:p></table:table-cell></table:table-row>",
                                                     "<table:table-row table:visibility=\"filter\"><table:table-cell><text:p>Stiekem</text:p></table:table-cell></table:table-row></table:table>"));
}
std::string eml() { return "From: balie@voorbeeld.nl\r\nTo: team@voorbeeld.nl\r\nBcc: stiekem@voorbeeld.nl\r\nSubject: Verslag\r\n\r\n" + inLines("", "\r\n\r\n", ""); }
std::string html() { return "<html><body>" + inLines("<p>", "</p>", "<p style='display:none'>Stiekem</p></body></html>"); }

class RoundTripOf : public RoundTrip, public testing::WithParamInterface<Flowing> {};

TEST_P(RoundTripOf, WhatHasNoPages) {
    propose(GetParam().bytes, GetParam().fileName, {"Groenewoud", "Vlinderman.", "0612345678"});
    release("Vlinderman.");
    const auto seen = seenInTheText();
    EXPECT_THAT(seen.hidden, testing::IsSupersetOf({"Groenewoud", "0612345678"}));
    EXPECT_THAT(seen.shown, testing::Contains("Vlinderman."));
    const auto text = other::pdfText(released());
    for (const auto* word : {"Groenewoud", "0612345678"}) EXPECT_THAT(text, Not(HasSubstr(word)));
    for (const auto& word : seen.shown) EXPECT_THAT(text, HasSubstr(word.substr(0, word.find_last_not_of(':') + 1)));  // "Van:" heads a column
}

INSTANTIATE_TEST_SUITE_P(Formats, RoundTripOf,
                         testing::Values(Flowing{"verslag.docx", docx()}, Flowing{"verslag.xlsx", xlsx()}, Flowing{"verslag.odt", odt()}, Flowing{"verslag.ods", ods()}, Flowing{"verslag.eml", eml()},
                                         Flowing{"verslag.html", html()}),
                         [](const auto& row) { return row.param.fileName.substr(row.param.fileName.find('.') + 1); });

}  // namespace

}  // namespace service::casework
