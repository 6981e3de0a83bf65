#include "redaction/document/readers.h"

#include "redaction/document/docx/docx_reader.h"
#include "redaction/document/html/html_reader.h"
#include "redaction/document/mail/mail_reader.h"
#include "redaction/document/msg/msg_reader.h"
#include "redaction/document/ocr/picture_reader.h"
#include "redaction/document/opendocument/opendocument_reader.h"
#include "redaction/document/pdf/pdf_reader.h"
#include "redaction/document/plain_text.h"
#include "redaction/document/xlsx/xlsx_reader.h"
#include "redaction/document/zipped/bundle.h"

namespace redaction::document {
namespace {

Document readText(std::string_view bytes, const Limits&, ocr::Recogniser&, Finds&) { return readPlainText(bytes); }

constexpr struct {
    Format format;
    Document (*read)(std::string_view, const Limits&, ocr::Recogniser&, Finds&);
} readers[] = {
    {Format::text, readText},
    {Format::pdf, pdf::readPdf},
    {Format::png, ocr::readPicture},
    {Format::jpeg, ocr::readPicture},
    {Format::tiff, ocr::readPicture},
    {Format::docx, docx::readDocx},
    {Format::odt, opendocument::readOdt},
    {Format::ods, opendocument::readOds},
    {Format::xlsx, xlsx::readXlsx},
    {Format::msg, msg::readMsg},
    {Format::zip, zipped::readBundle},
    {Format::mail, mail::readMail},
    {Format::html, html::readHtml},
};

}  // namespace

void prepareReaders() { mail::prepare(); }

Document readDocument(Format format, std::string_view bytes, const Limits& limits, ocr::Recogniser& recogniser, Finds& finds) {
    if (bytes.empty()) throw failed(Failure::empty, format);
    for (const auto& reader : readers)
        if (reader.format == format) return reader.read(bytes, limits, recogniser, finds);
    throw failed(Failure::unsupported, format);
}

}  // namespace redaction::document
