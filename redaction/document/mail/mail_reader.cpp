#include "redaction/document/mail/mail_reader.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "redaction/document/flow_builder.h"
#include "redaction/document/html/html_reader.h"
#include "redaction/document/mail/mail_text.h"
#include "redaction/document/plain_text.h"

namespace redaction::document::mail {
namespace {

constexpr int maxDepth = 20;               // of parts in parts
constexpr std::size_t maxAttachments = 500;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
struct Free {
    void operator()(char* text) const { g_free(text); }
};
using Text = std::unique_ptr<char, Free>;
template <typename Type>
using Object = std::unique_ptr<Type, Unref>;

std::string orEmpty(const char* text) { return text == nullptr ? std::string{} : std::string(text); }

std::string bytesOf(GMimeDataWrapper* content) {
    if (content == nullptr) return {};
    const Object<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, memory.get());
    const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char*>(array->data), array->len};
}

std::string bytesOf(GMimeObject* object) {
    const Object<GMimeStream> memory(g_mime_stream_mem_new());
    g_mime_object_write_to_stream(object, nullptr, memory.get());
    const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return {reinterpret_cast<const char*>(array->data), array->len};
}

std::string mediaType(GMimeObject* part) {
    GMimeContentType* type = g_mime_object_get_content_type(part);
    const Text text(type == nullptr ? nullptr : g_mime_content_type_get_mime_type(type));
    std::string name = orEmpty(text.get());
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(g_ascii_tolower(char(c))); });
    return name;
}


// Anything can be parsed as a mail; one has a sender, a subject or a date.
bool isMail(GMimeMessage* message) {
    for (const char* name : {"From", "Subject", "Date", "Received", "Message-Id"})
        if (g_mime_object_get_header(GMIME_OBJECT(message), name) != nullptr) return true;
    return false;
}

class MailReading {
  public:
    MailReading(GMimeMessage* message, Finds& finds) : message_(message), finds_(finds) {}

    Document read() {
        writeHeader();
        if (GMimeObject* body = g_mime_message_get_mime_part(message_)) visit(body, 0);
        writeOddHeaderLines();
        builder_.document().title = orEmpty(g_mime_message_get_subject(message_));
        return builder_.take();
    }

  private:
    std::string addresses(GMimeAddressType type) const {
        InternetAddressList* list = g_mime_message_get_addresses(message_, type);
        const Text text(list == nullptr ? nullptr : internet_address_list_to_string(list, nullptr, FALSE));
        return orEmpty(text.get());
    }

    void writeHeader() {
        writeHeaderLine("Van", addresses(GMIME_ADDRESS_TYPE_FROM), builder_);
        writeHeaderLine("Aan", addresses(GMIME_ADDRESS_TYPE_TO), builder_);
        writeHeaderLine("Cc", addresses(GMIME_ADDRESS_TYPE_CC), builder_);
        GDateTime* date = g_mime_message_get_date(message_);
        const Text written(date == nullptr ? nullptr : g_date_time_format(date, "%d-%m-%Y %H:%M"));
        writeHeaderLine("Datum", orEmpty(written.get()), builder_);
        writeHeaderLine("Onderwerp", orEmpty(g_mime_message_get_subject(message_)), builder_);
        writeBlindCopy(addresses(GMIME_ADDRESS_TYPE_BCC), builder_);
    }

    void writeOddHeaderLines() {
        std::vector<std::pair<std::string, std::string>> headers;
        GMimeHeaderList* list = g_mime_object_get_header_list(GMIME_OBJECT(message_));
        for (int i = 0; i < g_mime_header_list_get_count(list); ++i) {
            GMimeHeader* header = g_mime_header_list_get_header_at(list, i);
            headers.emplace_back(orEmpty(g_mime_header_get_name(header)), orEmpty(g_mime_header_get_value(header)));
        }
        writeOddHeaders(headers, builder_);
    }

    void visit(GMimeObject* part, int depth) {
        if (depth > maxDepth) return builder_.doubt("Deze e-mail is te diep genest en is niet helemaal gelezen.");
        if (GMIME_IS_MULTIPART(part)) return visitMultipart(GMIME_MULTIPART(part), depth);
        if (GMIME_IS_MESSAGE_PART(part)) return visitForwarded(GMIME_MESSAGE_PART(part));
        if (GMIME_IS_PART(part)) visitLeaf(GMIME_PART(part));
    }

    void visitMultipart(GMimeMultipart* multipart, int depth) {
        const std::string type = mediaType(GMIME_OBJECT(multipart));
        if (type == "multipart/encrypted") throw failed(Failure::encrypted, Format::mail);
        if (type == "multipart/alternative") return visitAlternatives(multipart, depth);
        for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) visit(g_mime_multipart_get_part(multipart, i), depth + 1);
    }

    // Plain text where it says something, and what the HTML says beside it; else the last alternative, which RFC 2046
    // calls the best. Other alternatives (an invitation, a picture) are documents of their own.
    void visitAlternatives(GMimeMultipart* multipart, int depth) {
        const int count = g_mime_multipart_get_count(multipart);
        GMimePart* plain = nullptr;
        for (int i = 0; i < count; ++i) {
            GMimeObject* part = g_mime_multipart_get_part(multipart, i);
            if (plain == nullptr && mediaType(part) == "text/plain" && GMIME_IS_PART(part) && !isBlank(decoded(GMIME_PART(part)))) plain = GMIME_PART(part);
        }
        if (plain == nullptr) return count > 0 ? visit(g_mime_multipart_get_part(multipart, count - 1), depth + 1) : void();
        const std::u32string text = decoded(plain);
        visit(GMIME_OBJECT(plain), depth + 1);
        for (int i = 0; i < count; ++i) {
            GMimeObject* part = g_mime_multipart_get_part(multipart, i);
            if (part == GMIME_OBJECT(plain)) continue;
            if (mediaType(part) == "text/html" && GMIME_IS_PART(part)) writeOtherRendering(decoded(GMIME_PART(part)), text, builder_);
            else visitBeside(part, text, depth + 1);
        }
    }

    // HTML with its pictures beside the plain text.
    void visitBeside(GMimeObject* part, const std::u32string& plain, int depth) {
        if (depth > maxDepth) return builder_.doubt("Deze e-mail is te diep genest en is niet helemaal gelezen.");
        if (!GMIME_IS_MULTIPART(part)) return visit(part, depth);
        for (int i = 0; i < g_mime_multipart_get_count(GMIME_MULTIPART(part)); ++i) {
            GMimeObject* inner = g_mime_multipart_get_part(GMIME_MULTIPART(part), i);
            if (mediaType(inner) == "text/html" && GMIME_IS_PART(inner) && g_mime_part_get_filename(GMIME_PART(inner)) == nullptr) writeOtherRendering(decoded(GMIME_PART(inner)), plain, builder_);
            else visitBeside(inner, plain, depth + 1);
        }
    }

    void visitForwarded(GMimeMessagePart* part) {
        GMimeMessage* inner = g_mime_message_part_get_message(part);
        if (inner == nullptr) return;
        std::string name = orEmpty(g_mime_message_get_subject(inner));
        std::replace(name.begin(), name.end(), '/', '-');
        attach({(name.empty() ? "doorgestuurd bericht" : name) + ".eml", "message/rfc822", bytesOf(GMIME_OBJECT(inner))});
    }

    void visitLeaf(GMimePart* part) {
        const std::string type = mediaType(GMIME_OBJECT(part));
        if (type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime") throw failed(Failure::encrypted, Format::mail);
        const bool attached = g_mime_part_is_attachment(part) || g_mime_part_get_filename(part) != nullptr;
        if (attached || (type != "text/plain" && type != "text/html")) return attachLeaf(part, type);
        const std::u32string text = withoutCarriageReturns(decoded(part));
        if (type == "text/html") html::writeHtml(text, builder_);
        else writeParagraphs(text, builder_);
    }

    void attachLeaf(GMimePart* part, const std::string& type) {
        if (type == "application/pkcs7-signature" || type == "application/x-pkcs7-signature" || type == "application/pgp-signature") return;
        const std::string name = orEmpty(g_mime_part_get_filename(part));
        attach({name.empty() ? "bijlage zonder naam" : name, type, bytesOf(g_mime_part_get_content(part))});
    }

    void attach(Attachment attachment) {
        if (++attachments_ > maxAttachments) return builder_.doubt("Deze e-mail heeft te veel bijlagen; niet alle zijn gelezen.");
        finds_.attachment(std::move(attachment));
    }

    std::u32string decoded(GMimePart* part) {
        const DecodedText text = decodeTextAs(bytesOf(g_mime_part_get_content(part)), orEmpty(g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset")));
        if (!text.certain) builder_.doubt("De tekens van deze e-mail konden niet allemaal worden gelezen. Vergelijk met het bronbestand.");
        return text.text;
    }

    GMimeMessage* message_;
    Finds& finds_;
    FlowBuilder builder_;
    std::size_t attachments_ = 0;
};

}  // namespace

void prepare() {
    g_mime_init();
    // Kept open on purpose: a closed converter is unloaded, and could not be loaded again.
    for (const char* name : {"ISO-8859-1", "ISO-8859-2", "ISO-8859-9", "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1252", "WINDOWS-1254", "UTF-16", "UTF-8"})
        g_mime_iconv_open("UTF-8", name);
}

Document readMail(std::string_view bytes, const Limits&, ocr::Recogniser&, Finds& finds) {
    const Object<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Object<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Object<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message || !isMail(message.get())) throw failed(Failure::notThisFormat, Format::mail);
    return MailReading(message.get(), finds).read();
}

}  // namespace redaction::document::mail
