#include "redaction/apply/verification/look.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "redaction/apply/finish/finish_pdf.h"
#include "redaction/apply/soundness.h"
#include "redaction/apply/verification/other_program.h"
#include "redaction/apply/verification/pdf_objects.h"
#include "redaction/apply/verification/plain_files.h"

namespace redaction::apply::verification {

namespace {

constexpr std::size_t pagesPerOcr = 6;  // read by one process

using Arguments = std::vector<std::string>;

std::string outputOf(const FinishedFile& file, const Arguments& before, const Arguments& after) {
    const MemoryFile input(file.bytes);
    auto arguments = before;
    arguments.push_back(input.path());
    arguments.insert(arguments.end(), after.begin(), after.end());
    auto outcome = runProgram(arguments, input);
    if (!outcome.succeeded) throw std::runtime_error(arguments.front());
    return std::move(outcome.output);
}

void add(std::vector<Hit>& hits, const FinishedFile& file, const std::string& where, const std::vector<std::size_t>& found) {
    for (const auto index : found) hits.push_back({file.name, where, index});
}

std::vector<std::string> pagesOf(const std::string& text) {
    std::vector<std::string> pages;
    std::size_t start = 0;
    for (auto at = text.find('\f'); at != text.npos; at = text.find('\f', start)) {
        pages.push_back(text.substr(start, at - start));
        start = at + 1;
    }
    pages.push_back(text.substr(start));
    return pages;
}

std::vector<Hit> inPages(const FinishedFile& file, const Needles& needles, const std::string& where,
                         const std::vector<std::string>& pages, std::size_t firstPage) {
    std::vector<Hit> hits;
    for (std::size_t page = 0; page < pages.size(); ++page)
        add(hits, file, where + ", pagina " + std::to_string(firstPage + page + 1), needles.findIn(pages[page]));
    if (hits.empty())  // a name may be broken over two pages
        for (std::size_t page = 0; page + 1 < pages.size(); ++page)
            add(hits, file, where + ", pagina " + std::to_string(firstPage + page + 1) + " en verder",
                needles.findIn(pages[page] + "\n" + pages[page + 1]));
    return hits;
}

std::vector<Hit> inObjects(const FinishedFile& file, const Needles& needles) {
    const auto qdf = outputOf(file, {"qpdf", "--qdf", "--object-streams=disable"}, {"-"});
    const auto parts = takeApart(qdf);
    std::vector<Hit> hits;
    add(hits, file, "gegevens in het bestand (qpdf)", needles.findIn(parts.strings));
    for (const auto& text : parts.texts) add(hits, file, "inhoud van het bestand (qpdf)", needles.findIn(text));
    for (const auto& bytes : parts.binaries) add(hits, file, "lettertype of beeld (qpdf)", needles.findInBytes(bytes));
    for (const auto& words : parts.forbidden) hits.push_back({file.name, "in het bestand zit " + words, Hit::noString});
    return hits;
}

std::vector<Hit> inPictures(const FinishedFile& file, const Needles& needles, const reader::ReaderProcess& reader, std::size_t first,
                            std::size_t count) {
    const auto part = pageRange(file.bytes, first, count);
    const auto pages = reader.ocr(part);
    if (pages.size() != std::min(count, pageCount(part))) throw std::runtime_error("ocr");
    return inPages(file, needles, "beeld van de bladzijde (OCR)", pages, first);
}

Look textLook(const FinishedFile& file, const Needles& needles, const std::string& program, Arguments before, Arguments after) {
    const auto where = "tekst (" + program + ")";
    return {program, where, [&file, &needles, where, before = std::move(before), after = std::move(after)] {
                return inPages(file, needles, where, pagesOf(outputOf(file, before, after)), 0);
            }};
}

Look wholeLook(const FinishedFile& file, const Needles& needles, const std::string& program, std::string where, Arguments before,
               Arguments after) {
    return {program, where, [&file, &needles, where, before = std::move(before), after = std::move(after)] {
                std::vector<Hit> hits;
                add(hits, file, where, needles.findIn(outputOf(file, before, after)));
                return hits;
            }};
}

// pdfdetach names what is attached, one per line behind a count.
Look attachmentLook(const FinishedFile& file) {
    return {"pdfdetach", "bijlagen (pdfdetach)", [&file]() -> std::vector<Hit> {
                const auto list = outputOf(file, {"pdfdetach", "-list"}, {});
                if (list.rfind("0 embedded files", 0) == 0) return {};
                return {{file.name, "in het bestand zit een bijlage (pdfdetach)", Hit::noString}};
            }};
}

void addOcr(std::vector<Look>& looks, const FinishedFile& file, const Needles& needles, const reader::ReaderProcess& reader) {
    std::size_t pages = 0;
    try {
        pages = pageCount(file.bytes);
    } catch (const std::exception&) {  // qpdf's own look reports it
        return;
    }
    for (std::size_t first = 0; first < pages; first += pagesPerOcr)
        looks.push_back({"OCR", "beeld van de bladzijden (OCR)",
                         [&file, &needles, &reader, first] { return inPictures(file, needles, reader, first, pagesPerOcr); }});
}

std::vector<Look> looksAtPdf(const FinishedFile& file, const Needles& needles, const reader::ReaderProcess& reader) {
    std::vector<Look> looks;
    addOcr(looks, file, needles, reader);  // first: it takes longest
    looks.push_back(textLook(file, needles, "pdftotext", {"pdftotext", "-q", "-enc", "UTF-8"}, {"-"}));
    looks.push_back(textLook(file, needles, "pdftotext -raw", {"pdftotext", "-q", "-raw", "-enc", "UTF-8"}, {"-"}));
    looks.push_back(textLook(file, needles, "mutool", {"mutool", "draw", "-q", "-F", "txt", "-o", "-"}, {}));
    looks.push_back({"qpdf --qdf", "inhoud (qpdf)", [&file, &needles] { return inObjects(file, needles); }});
    looks.push_back(wholeLook(file, needles, "pdfinfo", "metagegevens (pdfinfo)", {"pdfinfo", "-enc", "UTF-8"}, {}));
    looks.push_back(wholeLook(file, needles, "pdfinfo -meta", "metagegevens (pdfinfo -meta)", {"pdfinfo", "-meta"}, {}));
    looks.push_back(attachmentLook(file));
    return looks;
}

}  // namespace

bool isPdfName(const std::string& name) {
    std::string end = name.size() > 4 ? name.substr(name.size() - 4) : "";
    std::transform(end.begin(), end.end(), end.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return end == ".pdf";
}

std::vector<Look> looksAt(const FinishedFile& file, const Needles& needles, const reader::ReaderProcess& reader) {
    std::vector<Look> looks;
    if (isPdfName(file.name) || file.bytes.rfind("%PDF-", 0) == 0) {
        looks = looksAtPdf(file, needles, reader);
    } else {
        looks.push_back({"tekst", "tekst van het bestand", [&file, &needles] {
                             std::vector<Hit> hits;
                             add(hits, file, "tekst van het bestand", needles.findIn(plainTextOf(file)));
                             return hits;
                         }});
    }
    looks.push_back({"naam", "naam van het bestand", [&file, &needles] {
                         std::vector<Hit> hits;
                         add(hits, file, "naam van het bestand", needles.findIn(file.name));
                         return hits;
                     }});
    return looks;
}

}  // namespace redaction::apply::verification

namespace redaction::apply {

std::vector<std::string> soundnessProblems(const FinishedFile& file) try {
    using namespace verification;
    auto found = takeApart(outputOf(file, {"qpdf", "--qdf", "--object-streams=disable"}, {"-"})).forbidden;
    const auto information = outputOf(file, {"pdfinfo", "-enc", "UTF-8"}, {});
    for (const auto* field : {"Author:", "Creator:", "Producer:", "Subject:", "Keywords:", "CreationDate:", "ModDate:"}) {
        const auto at = information.find(field);
        if (at == information.npos || (at > 0 && information[at - 1] != '\n')) continue;
        found.emplace_back("metagegevens");
        break;
    }
    return found;
} catch (const std::runtime_error&) {
    return {"laat zich niet openen"};
}

}  // namespace redaction::apply
