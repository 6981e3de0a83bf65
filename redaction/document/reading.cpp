#include "redaction/document/reading.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "redaction/document/compound/compound_file.h"
#include "redaction/document/plain_text.h"

namespace redaction::document {
namespace {

constexpr std::size_t looked = 4096;  // bytes at the start of a file that decide what it is

std::string thisFile(Format format) {
    switch (format) {
        case Format::pdf: return "Dit pdf-bestand";
        case Format::docx:
        case Format::doc: return "Dit Word-bestand";
        case Format::odt: return "Dit OpenDocument-bestand";
        case Format::xlsx: return "Dit Excel-bestand";
        case Format::ods: return "Dit rekenblad";
        case Format::rtf: return "Dit rtf-bestand";
        case Format::zip: return "Dit zip-bestand";
        case Format::mail:
        case Format::msg: return "Deze e-mail";
        case Format::png:
        case Format::jpeg:
        case Format::tiff: return "Deze afbeelding";
        case Format::html: return "Deze webpagina";
        default: return "Dit bestand";
    }
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// Formats that announce themselves in their bytes.
Format bySignature(std::string_view head) {
    using namespace std::string_view_literals;
    if (contains(head.substr(0, 1024), "%PDF-")) return Format::pdf;
    if (head.substr(0, 8) == "\x89PNG\r\n\x1A\n"sv) return Format::png;
    if (head.substr(0, 3) == "\xFF\xD8\xFF"sv) return Format::jpeg;
    if (head.substr(0, 4) == "II*\0"sv || head.substr(0, 4) == "MM\0*"sv) return Format::tiff;
    if (head.substr(0, 5) == "{\\rtf"sv) return Format::rtf;
    return Format::unknown;
}

bool looksLikeMail(const std::string& head) {
    static constexpr std::array<std::string_view, 9> starts = {"from:", "to:", "received:", "return-path:", "message-id:",
                                                               "mime-version:", "delivered-to:", "date:", "subject:"};
    std::size_t found = 0;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find('\n', at), head.size());
        const std::string_view line = std::string_view(head).substr(at, end - at);
        if (line.empty() || line == "\r") break;
        found += std::any_of(starts.begin(), starts.end(), [&](auto start) { return line.substr(0, start.size()) == start; });
        at = end + 1;
    }
    return found >= 3;
}

bool looksLikeText(std::string_view head) {
    const DecodedText decoded = decodeText(head);
    const auto odd = std::count_if(decoded.text.begin(), decoded.text.end(), [](char32_t c) {
        return c == 0xFFFD || (c < 32 && c != '\n' && c != '\r' && c != '\t' && c != '\f');
    });
    return static_cast<std::size_t>(odd) * 50 <= decoded.text.size();
}

std::size_t number(std::string_view bytes, std::size_t at) {  // four bytes, lowest first
    std::size_t value = 0;
    for (std::size_t byte = 4; byte-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + byte]);
    return value;
}

// The list of what is in a ZIP file, without what is in the files in it; without a list: all of it.
std::string_view listOf(std::string_view bytes) {
    constexpr std::size_t lengthOfEnd = 22;
    const auto end = bytes.rfind("PK\x05\x06");
    if (end == bytes.npos || end + lengthOfEnd > bytes.size()) return bytes;
    const auto size = number(bytes, end + 12), start = number(bytes, end + 16);
    return start < end && size <= end - start ? bytes.substr(start, size) : bytes;
}

// Word, Excel and OpenDocument files are ZIP files too; the names of what is in them stand unpacked at the end, and the
// kind of an OpenDocument file stands unpacked at the start.
Format zipFormat(std::string_view bytes, Format hint) {
    if (hint == Format::docx || hint == Format::xlsx || hint == Format::odt || hint == Format::ods) return hint;  // its reader refuses what is not one
    const std::string_view head = bytes.substr(0, 256);
    if (contains(head, "mimetypeapplication/vnd.oasis.opendocument.text")) return Format::odt;
    if (contains(head, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) return Format::ods;
    const auto list = listOf(bytes);
    if (contains(head, "mimetypeapplication/") || contains(list, "ppt/presentation")) return Format::unknown;
    if (contains(list, "word/document.xml")) return Format::docx;
    return contains(list, "xl/workbook") ? Format::xlsx : Format::zip;
}

// Older Office files, and newer ones behind a password: the names in their root tell.
Format compoundFormat(std::string_view bytes, Format hint) {
    switch (compound::kindOf(bytes)) {
        case compound::Kind::message: return Format::msg;
        case compound::Kind::word: return Format::doc;
        case compound::Kind::locked: return hint == Format::xlsx ? Format::xlsx : Format::docx;  // its reader says that it is locked
        case compound::Kind::workbook:
        case compound::Kind::presentation: return Format::unknown;
        case compound::Kind::other: break;
    }
    return hint == Format::msg || hint == Format::doc ? hint : Format::unknown;  // damaged: its reader says so
}

Format byHint(const std::string& name, const std::string& mediaType) {
    static constexpr struct {
        std::string_view ending, mediaType;
        Format format;
    } hints[] = {
        {".eml", "message/rfc822", Format::mail},
        {".html", "text/html", Format::html},
        {".htm", "application/xhtml+xml", Format::html},
        {".txt", "text/plain", Format::text},
        {".pdf", "application/pdf", Format::pdf},
        {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Format::docx},
        {".docm", "application/vnd.ms-word.document.macroenabled", Format::docx},
        {".dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template", Format::docx},
        {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Format::xlsx},
        {".xlsm", "application/vnd.ms-excel.sheet.macroenabled", Format::xlsx},
        {".odt", "application/vnd.oasis.opendocument.text", Format::odt},
        {".ott", "application/vnd.oasis.opendocument.text-template", Format::odt},
        {".ods", "application/vnd.oasis.opendocument.spreadsheet", Format::ods},
        {".msg", "application/vnd.ms-outlook", Format::msg},
        {".doc", "application/msword", Format::doc},
        {".rtf", "application/rtf", Format::rtf},
    };
    for (const auto& hint : hints)
        if (endsWith(name, hint.ending)) return hint.format;
    for (const auto& hint : hints)
        if (mediaType.substr(0, hint.mediaType.size()) == hint.mediaType) return hint.format;
    return Format::unknown;
}

bool isPackaged(Format format) {
    static constexpr std::array<Format, 8> packaged = {Format::pdf, Format::docx, Format::xlsx, Format::odt, Format::ods, Format::msg, Format::doc, Format::rtf};
    return std::find(packaged.begin(), packaged.end(), format) != packaged.end();
}

}  // namespace

std::string explain(Failure failure, Format format) {
    const std::string file = thisFile(format);
    switch (failure) {
        case Failure::empty: return "Dit bestand is leeg. Vraag de partner om het stuk opnieuw aan te leveren.";
        case Failure::notThisFormat:
            return file + " is niet wat de naam belooft: de inhoud past niet bij dit bestandstype. Vraag de partner om het stuk opnieuw aan te leveren.";
        case Failure::truncated: return file + " is afgebroken of beschadigd en kan niet worden gelezen. Vraag de partner om het stuk opnieuw aan te leveren.";
        case Failure::encrypted: return file + " is versleuteld. Vraag de partner om een versie zonder wachtwoord.";
        case Failure::tooLarge: return file + " is te groot om te lezen. Vraag de partner om het stuk in delen aan te leveren.";
        case Failure::tooManyPages: return file + " heeft te veel pagina's. Vraag de partner om het stuk in delen aan te leveren.";
        case Failure::timeLimit: return file + " lezen duurde te lang en is gestopt. Voeg het stuk met de hand toe of vraag de partner om een eenvoudiger bestand.";
        case Failure::memoryLimit: return file + " vraagt te veel geheugen en is daarom niet gelezen. Vraag de partner om het stuk in delen aan te leveren.";
        case Failure::crashed: return file + " kon niet veilig worden gelezen: de lezer is gestopt. Voeg het stuk met de hand toe en meld dit bij de beheerder.";
        case Failure::unsupported: break;
    }
    if (format == Format::zip) return "Dit is een zip-bestand: een map met bestanden. Pak het uit en voeg de bestanden die erin zitten een voor een toe.";
    return "Dit bestandstype kan Lakwerk niet lezen: voeg het stuk met de hand toe.";
}

std::string nameOf(Format format) {
    switch (format) {
        case Format::unknown: return "unknown";
        case Format::text: return "text";
        case Format::pdf: return "pdf";
        case Format::png: return "png";
        case Format::jpeg: return "jpeg";
        case Format::tiff: return "tiff";
        case Format::docx: return "docx";
        case Format::mail: return "mail";
        case Format::html: return "html";
        case Format::zip: return "zip";
        case Format::odt: return "odt";
        case Format::ods: return "ods";
        case Format::xlsx: return "xlsx";
        case Format::msg: return "msg";
        case Format::doc: return "doc";
        case Format::rtf: return "rtf";
    }
    return "unknown";
}

ReadError failed(Failure failure, Format format) { return ReadError(failure, explain(failure, format)); }

Format recogniseFormat(std::string_view bytes, std::string_view fileName, std::string_view mediaType) {
    const std::string_view head = bytes.substr(0, looked);
    const Format signature = bySignature(head);
    if (signature != Format::unknown) return signature;
    const Format hint = byHint(lower(fileName), lower(mediaType));
    if (head.substr(0, 4) == "PK\x03\x04" || head.substr(0, 4) == std::string_view("PK\x05\x06")) return zipFormat(bytes, hint);
    if (head.substr(0, compound::signature.size()) == compound::signature) return compoundFormat(bytes, hint);
    if (isPackaged(hint)) return hint;  // its reader says that it is not one
    if (!looksLikeText(head)) return Format::unknown;
    if (hint != Format::unknown) return hint;
    const std::string text = lower(head);
    if (looksLikeMail(text)) return Format::mail;
    const bool html = contains(text.substr(0, 1024), "<!doctype html") || contains(text.substr(0, 1024), "<html");
    return html ? Format::html : Format::text;
}

}  // namespace redaction::document
