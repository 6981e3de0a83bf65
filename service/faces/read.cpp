// Shows what Lakwerk reads in one document: its text, and apart from it what hides in the file; or the whole model as JSON.
//
// The JSON is one object:
//   name, mediaType, bytes   of the file (mediaType: as the mail or archive said it; empty for the file itself)
//   format                   pdf, docx, mail, png … (document::nameOf), found from the bytes
//   read                     true; false for an attachment that could not be read: then only `why` follows, in Dutch
//   layout                   paged: words have a box on their page; flow: there are no pages, one entry without size holds all words
//   title, language          as far as the file says
//   text                     what can be seen; pages are separated by U+000C
//   pages                    number (from 1), width, height (points of 1/72 inch, as shown), scanned (text by OCR), words in reading order
//     words                  text; box [x0, y0, x1, y1] in points from the top left, null without a place; confidence 0..1 (1: not by
//                            OCR); visible (false: in the file, but not to be seen on the page)
//   blocks                   kind (paragraph, heading, listItem, tableRow, header, hidden), level (of headings), note (hidden: what it
//                            is, in Dutch), page, text
//   doubts                   Dutch sentences; any: a human must look at the document
//   leftOut                  what is not in `text` or not read, and why: hidden text, doubts, attachments
//   attachments              the same object for everything that came inside, with attachments of its own
#include <iostream>
#include <optional>

#include "redaction/document/unseen.h"
#include "service/faces/faces.h"
#include "service/faces/files.h"
#include "service/faces/opened_file.h"
#include "service/faces/own_folder.h"

namespace service::faces {

namespace {

using namespace redaction;

enum class Form { text, json };

struct Order {
    Form form = Form::text;
    std::string in;
};

std::optional<Order> parse(const Arguments& arguments) {
    Order order;
    for (const auto& argument : arguments) {
        if (argument == "--json") order.form = Form::json;
        else if (argument.substr(0, 2) == "--" || !order.in.empty()) return std::nullopt;
        else order.in = argument;
    }
    return order.in.empty() ? std::nullopt : std::optional(order);
}

void printHidden(const document::Document& document) {
    std::string note;
    for (const auto& hidden : document::unseenOf(document)) {
        if (note.empty()) std::cout << "\nVerborgen in het bestand (niet te zien op de pagina's):\n";
        if (note != hidden.note) std::cout << "[" << hidden.note << "]\n";
        note = hidden.note;
        std::cout << document::toUtf8(std::u32string_view(document.text).substr(hidden.start, hidden.end - hidden.start)) << '\n';
    }
}

void print(const OpenedFile& file) {
    if (!file.document) {
        std::cout << "Niet gelezen: " << file.why << '\n';
        return;
    }
    std::cout << seenText(*file.document) << '\n';
    printHidden(*file.document);
    for (const auto& doubt : file.document->doubts) std::cerr << "Let op: " << doubt << '\n';
    for (const auto& attachment : file.attachments) {
        std::cout << "\nBijlage: " << attachment.name << " (" << attachment.mediaType << ", " << attachment.bytes << " bytes)\n";
        print(attachment);
    }
}

int carryOut(const Order& order) {
    const reader::ReaderProcess reader(readerProgram());
    const auto file = openFile(reader, readFile(order.in), std::filesystem::path(order.in).filename().string());
    if (order.form == Form::json) std::cout << toJson(file) << '\n';
    else print(file);
    return std::cout.flush() ? 0 : 1;
}

}  // namespace

int read(const Arguments& arguments) {
    const auto order = parse(arguments);
    if (!order) {
        std::cerr << "Gebruik: lakwerk read [--json] BESTAND\n";
        return 2;
    }
    try {
        return carryOut(*order);
    } catch (const reader::ReadError& unreadable) {
        std::cerr << "Niet gelezen: " << unreadable.what() << '\n';
        return 1;
    }
}

}  // namespace service::faces
