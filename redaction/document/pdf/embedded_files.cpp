#include "redaction/document/pdf/embedded_files.h"

namespace redaction::document::pdf {
namespace {

constexpr std::size_t mostFiles = 500;
constexpr std::size_t mostNodes = 10000;  // of the tree of names

std::string firstNotEmpty(const std::string& one, const std::string& other) { return one.empty() ? other : one; }

}  // namespace

void EmbeddedFiles::ofDocument() {
    nameTree(objects_.trailer("Root/Names/EmbeddedFiles"));
    for (pdf_obj* specification : objects_.items(objects_.trailer("Root/AF"))) file(specification);
}

void EmbeddedFiles::ofPage(const DrawnPage& page) {
    pdf_obj* dictionary = reinterpret_cast<pdf_page*>(page.page.get())->obj;
    for (pdf_obj* specification : objects_.items(objects_.get(dictionary, "AF"))) file(specification);
    for (pdf_obj* annotation : objects_.items(objects_.get(dictionary, "Annots")))
        if (objects_.isName(objects_.get(annotation, "Subtype"), PDF_NAME(FileAttachment))) file(objects_.get(annotation, "FS"));
}

void EmbeddedFiles::nameTree(pdf_obj* root) {
    std::vector<pdf_obj*> open{root};
    for (std::size_t count = 0; !open.empty(); ++count) {
        if (count > mostNodes) return void(allHandedOn_ = false);
        pdf_obj* node = open.back();
        open.pop_back();
        if (node == nullptr) continue;
        const auto names = objects_.items(objects_.get(node, "Names"));
        for (std::size_t at = 1; at < names.size(); at += 2) file(names[at]);
        for (pdf_obj* kid : objects_.items(objects_.get(node, "Kids"))) open.push_back(kid);
    }
}

void EmbeddedFiles::file(pdf_obj* specification) {
    pdf_obj* stream = objects_.get(specification, "EF/UF");
    if (stream == nullptr) stream = objects_.get(specification, "EF/F");
    const int number = objects_.number(stream);
    if (number != 0 && !seen_.insert(number).second) return;
    if (!objects_.isStream(stream) || ++count_ > mostFiles) return void(allHandedOn_ = false);
    try {
        Attachment attachment;
        attachment.name = toUtf8(objects_.text(objects_.get(specification, "UF")));
        attachment.name = firstNotEmpty(firstNotEmpty(attachment.name, toUtf8(objects_.text(objects_.get(specification, "F")))), "bijlage zonder naam");
        attachment.mediaType = objects_.name(objects_.get(stream, "Subtype"));
        attachment.bytes = objects_.bytes(stream, limits_.maxDocumentBytes);
        bytes_ += attachment.bytes.size();
        if (bytes_ > limits_.maxExpandedBytes) return void(allHandedOn_ = false);
        finds_.attachment(std::move(attachment));
    } catch (const MupdfError&) {
        allHandedOn_ = false;
    }
}

}  // namespace redaction::document::pdf
