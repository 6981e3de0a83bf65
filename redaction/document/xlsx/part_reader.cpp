#include "redaction/document/xlsx/part_reader.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "redaction/document/reading.h"
#include "redaction/document/xml.h"

namespace redaction::document::xlsx {
namespace {

using Reader = std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)>;

// Elements that are small, and wanted whole.
bool isExpanded(std::string_view name) {
    static constexpr std::array<std::string_view, 10> names = {"si", "row", "cols", "headerFooter", "dataValidation", "hyperlink", "comment", "authors", "threadedComment", "person"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void readPart(std::string_view bytes, const std::function<Visit(const xmlNode*)>& visit) {
    if (bytes.empty() || bytes.size() >= std::size_t(std::numeric_limits<int>::max())) throw failed(Failure::notThisFormat, Format::xlsx);
    const Reader reader(xmlReaderForMemory(bytes.data(), int(bytes.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING), xmlFreeTextReader);
    int status = reader ? xmlTextReaderRead(reader.get()) : -1;
    while (status == 1) {
        const int type = xmlTextReaderNodeType(reader.get());
        if (type == XML_READER_TYPE_DOCUMENT_TYPE) throw failed(Failure::notThisFormat, Format::xlsx);
        Visit wanted = Visit::inside;
        if (type == XML_READER_TYPE_ELEMENT) {
            const xmlNode* node = xmlTextReaderCurrentNode(reader.get());
            if (node != nullptr && isExpanded(xml::name(node))) node = xmlTextReaderExpand(reader.get());
            if (node == nullptr) throw failed(Failure::notThisFormat, Format::xlsx);
            wanted = visit(node);
        }
        status = wanted == Visit::whole ? xmlTextReaderNext(reader.get()) : xmlTextReaderRead(reader.get());
    }
    if (status != 0) throw failed(Failure::notThisFormat, Format::xlsx);
}

}  // namespace redaction::document::xlsx
