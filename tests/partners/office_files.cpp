#include "tests/partners/office_files.h"

#include <archive.h>
#include <archive_entry.h>

#include <sstream>
#include <stdexcept>

namespace partners {
namespace {

const std::string kXml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const std::string kPackage = "http://schemas.openxmlformats.org/package/2006/";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string paragraph(const TextBlock& block) {
    const std::string style = block.kind == Block::heading      ? "<w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>"
                              : block.kind == Block::subheading ? "<w:pPr><w:pStyle w:val=\"Heading2\"/></w:pPr>"
                                                                : "";
    return "<w:p>" + style + "<w:r><w:t xml:space=\"preserve\">" + xmlText(block.text) + "</w:t></w:r></w:p>";
}

std::string headingStyle(const std::string& id, const std::string& name, int halfPoints) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name +
           "\"/><w:rPr><w:b/><w:sz w:val=\"" + std::to_string(halfPoints) + "\"/></w:rPr></w:style>";
}

std::string documentXml(const DemoSource& source) {
    std::string body;
    for (const TextBlock& block : blocksOf(source.text)) body += paragraph(block);
    return kXml + "<w:document xmlns:w=\"" + kWord + "\" xmlns:r=\"" + kOffice + "\"><w:body>" + body +
           "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId2\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
           "</w:sectPr></w:body></w:document>";
}

std::string coreXml(const DemoSource& source) {
    return kXml + "<cp:coreProperties xmlns:cp=\"" + kPackage +
           "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" +
           xmlText(source.field("titel")) + "</dc:title><dc:creator>" + xmlText(source.field("auteur")) +
           "</dc:creator></cp:coreProperties>";
}

std::string relationships(const std::vector<std::pair<std::string, std::string>>& typeAndTarget) {
    std::string xml = kXml + "<Relationships xmlns=\"" + kPackage + "relationships\">";
    int number = 0;
    for (const auto& [type, target] : typeAndTarget)
        xml += "<Relationship Id=\"rId" + std::to_string(++number) + "\" Type=\"" + type + "\" Target=\"" + target +
               "\"/>";
    return xml + "</Relationships>";
}

std::string contentTypes() {
    const std::string word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    return kXml + "<Types xmlns=\"" + kPackage + "content-types\">" +
           "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>" +
           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" +
           "<Override PartName=\"/word/document.xml\" ContentType=\"" + word + "document.main+xml\"/>" +
           "<Override PartName=\"/word/styles.xml\" ContentType=\"" + word + "styles+xml\"/>" +
           "<Override PartName=\"/word/footer1.xml\" ContentType=\"" + word + "footer+xml\"/>" +
           "<Override PartName=\"/docProps/core.xml\" "
           "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
}

std::string footerXml(const DemoSource& source) {
    return kXml + "<w:ftr xmlns:w=\"" + kWord + "\"><w:p><w:r><w:t>" + xmlText(source.field("auteur")) + ", " +
           xmlText(source.field("titel")) + "</w:t></w:r></w:p></w:ftr>";
}

std::string stylesXml() {
    return kXml + "<w:styles xmlns:w=\"" + kWord + "\">" + headingStyle("Heading1", "heading 1", 32) +
           headingStyle("Heading2", "heading 2", 26) + "</w:styles>";
}

std::string quotedPrintable(const std::string& text) {
    constexpr std::size_t longest = 72;
    static const char* const hex = "0123456789ABCDEF";
    std::string result, line;
    const auto flush = [&](const char* end) {
        result += line + end;
        line.clear();
    };
    for (const char character : text) {
        const auto byte = static_cast<unsigned char>(character);
        if (character == '\n') {
            flush("\r\n");
            continue;
        }
        const bool plain = byte >= 32 && byte < 127 && character != '=';
        line += plain ? std::string(1, character) : std::string{'=', hex[byte >> 4], hex[byte & 15]};
        if (line.size() > longest) flush("=\r\n");
    }
    return result + line;
}

std::string encodedWord(const std::string& text) {
    std::string word;
    for (const char character : quotedPrintable(text)) {
        if (character == ' ')
            word += '_';
        else if (character == '?')
            word += "=3F";
        else if (character != '\r' && character != '\n')
            word += character;
    }
    return "=?utf-8?Q?" + word + "?=";
}

la_ssize_t append(archive*, void* state, const void* bytes, std::size_t count) {
    static_cast<std::string*>(state)->append(static_cast<const char*>(bytes), count);
    return static_cast<la_ssize_t>(count);
}

}  // namespace

std::string xmlText(const std::string& text) {
    std::string escaped;
    for (const char character : text) {
        switch (character) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += character;
        }
    }
    return escaped;
}

std::string docxOf(const DemoSource& source) {
    return zipOf(
        {{"[Content_Types].xml", contentTypes()},
         {"_rels/.rels", relationships({{kOffice + "/officeDocument", "word/document.xml"},
                                        {kPackage + "relationships/metadata/core-properties", "docProps/core.xml"}})},
         {"word/_rels/document.xml.rels",
          relationships({{kOffice + "/styles", "styles.xml"}, {kOffice + "/footer", "footer1.xml"}})},
         {"word/document.xml", documentXml(source)},
         {"word/styles.xml", stylesXml()},
         {"word/footer1.xml", footerXml(source)},
         {"docProps/core.xml", coreXml(source)}});
}

std::string emlOf(const DemoSource& source) {
    return "From: " + source.field("van") + "\r\nTo: " + source.field("aan") +
           "\r\nSubject: " + encodedWord(source.field("onderwerp")) + "\r\nDate: " + source.field("tijd") +
           "\r\nMessage-ID: <" + source.field("datum") + ".1@jbwaterkant.example>\r\nMIME-Version: 1.0\r\n" +
           "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           quotedPrintable(source.text);
}

std::string zipOf(const std::vector<NamedBytes>& files) {
    std::string zip;
    archive* writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_set_bytes_in_last_block(writer, 1);  // no padding
    archive_write_open(writer, &zip, nullptr, &append, nullptr);
    for (const auto& [path, bytes] : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, path.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
        archive_write_header(writer, entry);
        archive_write_data(writer, bytes.data(), bytes.size());
        archive_entry_free(entry);
    }
    const bool closed = archive_write_close(writer) == ARCHIVE_OK;
    archive_write_free(writer);
    if (!closed) throw std::runtime_error("the ZIP could not be written");
    return zip;
}

}  // namespace partners
