#include "redaction/apply/verification/look.h"

#include <algorithm>
#include <stdexcept>

#include "redaction/apply/soundness.h"
#include "redaction/apply/verification/other_program.h"
#include "redaction/apply/verification/page_breaks.h"
#include "redaction/apply/verification/pdf_objects.h"
#include "redaction/apply/verification/plain_files.h"

namespace redaction::apply::verification {

namespace {

using Arguments = std::vector<std::string>;

std::vector<Hit> inPages(const Searched& searched, const std::string& where, const std::vector<std::string>& pages) {
    std::vector<Hit> hits;
    for (std::size_t page = 0; page < pages.size(); ++page) add(hits, searched, onPage(where, page), searched.needles.findIn(pages[page]));
    if (!hits.empty()) return hits;
    for (std::size_t page = 0; page + 1 < pages.size(); ++page)
        for (const auto& seam : seams(pages[page], pages[page + 1]))
            add(hits, searched, onPage(where, page) + " en verder", searched.needles.findIn(seam));
    return hits;
}

std::string qdfOf(const FinishedFile& file) { return outputOf(file, {"qpdf", "--qdf", "--object-streams=disable"}, {"-"}); }

void append(Sayings& to, const Sayings& more) { to.insert(to.end(), more.begin(), more.end()); }

Sayings sayingsOfObjects(const FinishedFile& file) {
    const auto qdf = qdfOf(file);
    const auto parts = takeApart(qdf);
    auto sayings = parts.strings;
    for (const auto* some : {&parts.texts, &parts.characterMaps})
        for (const auto& text : *some) append(sayings, text);
    return sayings;
}

std::vector<Hit> inObjects(const Searched& searched) {
    const auto qdf = qdfOf(searched.file);
    const auto parts = takeApart(qdf);
    std::vector<Hit> hits;
    const auto search = [&](const std::string& where, const Sayings& said) { add(hits, searched, where, findIn(searched, said, "qpdf", sayingsOfObjects)); };
    search("gegevens in het bestand (qpdf)", parts.strings);
    for (const auto& text : parts.texts) search("inhoud van het bestand (qpdf)", text);
    for (const auto& text : parts.characterMaps) search("tekentabel van een lettertype (qpdf)", text);
    for (const auto& bytes : parts.binaries) add(hits, searched, "lettertype of beeld (qpdf)", searched.needles.findInBytes(bytes));
    for (const auto& words : parts.forbidden) hits.push_back({searched.file.name, "in het bestand zit " + words, Hit::noString});
    return hits;
}

Look look(const Searched& searched, const std::string& program, const std::string& where, std::function<std::vector<Hit>()> run) {
    return {searched.file.name, program, where, std::move(run)};
}

Look textLook(const Searched& searched, const std::string& program, Arguments before, Arguments after) {
    const auto where = "tekst (" + program + ")";
    return look(searched, program, where, [searched, where, before = std::move(before), after = std::move(after)] {
        return inPages(searched, where, pagesOf(outputOf(searched.file, before, after)));
    });
}

Look wholeLook(const Searched& searched, const std::string& program, const std::string& where, std::function<std::string()> text) {
    return look(searched, program, where, [searched, where, text = std::move(text)] {
        std::vector<Hit> hits;
        add(hits, searched, where, searched.needles.findIn(text()));
        return hits;
    });
}

// What the program prints is labelled by its own words.
Look labelledLook(const Searched& searched, const std::string& program, const std::string& where, const Blank::Look& sayingsOf) {
    return look(searched, program, where, [searched, program, where, sayingsOf] {
        std::vector<Hit> hits;
        add(hits, searched, where, findIn(searched, sayingsOf(searched.file), program, sayingsOf));
        return hits;
    });
}

Sayings sayingsOfProperties(const FinishedFile& file) { return sayingsOfLabelled(outputOf(file, {"pdfinfo", "-enc", "UTF-8"}, {})); }
Sayings sayingsOfXmp(const FinishedFile& file) { return sayingsOfMarkup(outputOf(file, {"pdfinfo", "-meta"}, {})); }

// pdfdetach names what is attached, one per line behind a count.
std::vector<Hit> inAttachments(const Searched& searched) {
    const auto list = outputOf(searched.file, {"pdfdetach", "-list"}, {});
    if (list.rfind("0 embedded files", 0) == 0) return {};
    return {{searched.file.name, "in het bestand zit een bijlage (pdfdetach)", Hit::noString}};
}

void addLooksAtPdf(std::vector<Look>& looks, const Searched& searched) {
    looks.push_back(look(searched, "qpdf --qdf", "inhoud (qpdf)", [searched] { return inObjects(searched); }));
    looks.push_back(textLook(searched, "pdftotext", {"pdftotext", "-q", "-enc", "UTF-8"}, {"-"}));
    looks.push_back(textLook(searched, "pdftotext -raw", {"pdftotext", "-q", "-raw", "-enc", "UTF-8"}, {"-"}));
    looks.push_back(textLook(searched, "mutool", {"mutool", "draw", "-q", "-F", "txt", "-o", "-"}, {}));
    looks.push_back(labelledLook(searched, "pdfinfo", "metagegevens (pdfinfo)", sayingsOfProperties));
    looks.push_back(labelledLook(searched, "pdfinfo -meta", "metagegevens (pdfinfo -meta)", sayingsOfXmp));
    looks.push_back(look(searched, "pdfdetach", "bijlagen (pdfdetach)", [searched] { return inAttachments(searched); }));
}

}  // namespace

void add(std::vector<Hit>& hits, const Searched& searched, const std::string& where, const std::vector<std::size_t>& found) {
    for (const auto index : found) hits.push_back({searched.file.name, where, index});
}

std::vector<std::size_t> findIn(const Searched& searched, const Sayings& said, const std::string& name, const Blank::Look& look) {
    const auto found = searched.needles.findIn(joined(said));
    if (found.empty()) return found;
    return searched.needles.findIn(joined(searched.blank.metBy(name, look).without(said)));
}

std::string onPage(const std::string& where, std::size_t page) { return where + ", pagina " + std::to_string(page + 1); }

std::string outputOf(const FinishedFile& file, const std::vector<std::string>& before, const std::vector<std::string>& after) {
    const MemoryFile input(file.bytes);
    auto arguments = before;
    arguments.push_back(input.path());
    arguments.insert(arguments.end(), after.begin(), after.end());
    auto outcome = runProgram(arguments, input);
    if (!outcome.succeeded) throw std::runtime_error(arguments.front());
    return std::move(outcome.output);
}

bool isPdf(const FinishedFile& file) {
    const auto& name = file.name;
    std::string end = name.size() > 4 ? name.substr(name.size() - 4) : "";
    std::transform(end.begin(), end.end(), end.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return end == ".pdf" || file.bytes.rfind("%PDF-", 0) == 0;
}

std::vector<Look> looksAt(const Searched& searched) {
    std::vector<Look> looks;
    if (isPdf(searched.file)) addLooksAtPdf(looks, searched);
    else looks.push_back(wholeLook(searched, "tekst", "tekst van het bestand", [&file = searched.file] { return plainTextOf(file); }));
    looks.push_back(wholeLook(searched, "naam", "naam van het bestand", [&file = searched.file] { return file.name; }));
    return looks;
}

}  // namespace redaction::apply::verification

namespace redaction::apply {

std::vector<std::string> soundnessProblems(const FinishedFile& file) try {
    using namespace verification;
    auto found = takeApart(qdfOf(file)).forbidden;
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
