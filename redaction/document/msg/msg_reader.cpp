#include "redaction/document/msg/msg_reader.h"

#include <algorithm>
#include <array>

#include "redaction/document/compound/compound_writer.h"
#include "redaction/document/flow_builder.h"
#include "redaction/document/html/html_reader.h"
#include "redaction/document/mail/mail_text.h"
#include "redaction/document/msg/lzfu.h"
#include "redaction/document/msg/properties.h"
#include "redaction/document/msg/rtf_text.h"
#include "redaction/document/plain_text.h"

namespace redaction::document::msg {
namespace {

using compound::CompoundFile;

// MS-OXPROPS
constexpr unsigned messageClass = 0x001A, subject = 0x0037, sentTime = 0x0039, sentForName = 0x0042, sentForAddress = 0x0065, transportHeaders = 0x007D, recipientType = 0x0C15,
                   senderName = 0x0C1A, senderAddress = 0x0C1F, displayBcc = 0x0E02, displayCc = 0x0E03, displayTo = 0x0E04, arrivalTime = 0x0E06, plainBody = 0x1000, rtfBody = 0x1009,
                   htmlBody = 0x1013, displayName = 0x3001, emailAddress = 0x3003, attachData = 0x3701, attachShortName = 0x3704, attachLongName = 0x3707,
                   attachMediaType = 0x370E, smtpAddress = 0x39FE, senderSmtp = 0x5D01;
constexpr std::size_t maxAttachments = 500, maxRecipients = 5000;
constexpr int maxStorageDepth = 30;
constexpr const char* partDoubt = "Een onderdeel van dit stuk kon niet worden gelezen. Vergelijk met het bronbestand.";

bool startsWith(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

std::string person(const std::string& name, const std::string& address) {
    if (name.empty() || name == address) return address;
    return address.empty() || startsWith(address, "/o=") || startsWith(address, "/O=") ? name : name + " <" + address + ">";
}

// A message in a message as a file of its own: the head of its property table is 8 bytes longer there.
std::vector<compound::Node> nodesOf(const CompoundFile& file, std::size_t storage, int depth, std::size_t& room) {
    std::vector<compound::Node> nodes;
    for (const std::size_t child : file.entries()[storage].children) {
        const auto& entry = file.entries()[child];
        if (entry.storage) {
            if (depth < maxStorageDepth) nodes.push_back(compound::storageNode(entry.name, nodesOf(file, child, depth + 1, room)));
            continue;
        }
        auto bytes = file.contents(child).value_or(std::string{});
        if (bytes.size() > room) throw failed(Failure::tooLarge, Format::msg);
        room -= bytes.size();
        if (depth == 0 && entry.name == "__properties_version1.0" && bytes.size() >= tableHeadBytes(Level::embedded)) bytes.insert(tableHeadBytes(Level::embedded), 8, '\0');
        nodes.push_back(compound::streamNode(entry.name, std::move(bytes)));
    }
    return nodes;
}

class MsgReading {
  public:
    MsgReading(const CompoundFile& file, const Limits& limits, Finds& finds) : file_(file), finds_(finds), room_(limits.maxExpandedBytes), message_(file, CompoundFile::root, Level::message) {
        message_.readCodepage();
    }

    Document read() {
        const std::string kind = message_.text(messageClass);
        if (kind == "IPM.Note.SMIME") throw failed(Failure::encrypted, Format::msg);
        if (!kind.empty() && !startsWith(kind, "IPM.Note") && !startsWith(kind, "REPORT."))
            builder_.doubt("Dit Outlook-bestand is geen gewone e-mail, maar bijvoorbeeld een afspraak, taak of contactpersoon. Niet alle velden zijn gelezen; vergelijk met het bronbestand.");
        writeHeader();
        writeBody();
        writeTransportHeaders();
        for (const std::size_t child : file_.entries()[CompoundFile::root].children)
            if (startsWith(file_.entries()[child].name, "__attach_version1.0")) attach(child);
        if (message_.damaged()) builder_.doubt(partDoubt);
        builder_.document().title = message_.text(subject);
        return builder_.take();
    }

  private:
    void writeHeader() {
        const std::string smtp = message_.text(senderSmtp);
        const std::string from = person(message_.text(senderName), smtp.empty() ? message_.text(senderAddress) : smtp);
        const std::string behalf = person(message_.text(sentForName), message_.text(sentForAddress));
        mail::writeHeaderLine("Van", from.empty() ? behalf : from, builder_);
        if (!from.empty() && message_.text(sentForName) != message_.text(senderName)) mail::writeHeaderLine("Namens", behalf, builder_);
        const auto recipients = readRecipients();
        mail::writeHeaderLine("Aan", orDisplayed(recipients[0], displayTo), builder_);
        mail::writeHeaderLine("Cc", orDisplayed(recipients[1], displayCc), builder_);
        const auto time = message_.number(sentTime);
        mail::writeHeaderLine("Datum", moment(time ? *time : message_.number(arrivalTime).value_or(0)), builder_);
        mail::writeHeaderLine("Onderwerp", message_.text(subject), builder_);
        mail::writeBlindCopy(orDisplayed(recipients[2], displayBcc), builder_);
    }

    std::string orDisplayed(const std::string& recipients, unsigned displayed) const { return recipients.empty() ? message_.text(displayed) : recipients; }

    // To, copy, blind copy.
    std::array<std::string, 3> readRecipients() const {
        std::array<std::string, 3> lists;
        std::size_t count = 0;
        for (const std::size_t child : file_.entries()[CompoundFile::root].children) {
            if (!startsWith(file_.entries()[child].name, "__recip_version1.0") || ++count > maxRecipients) continue;
            const Properties recipient(file_, child, Level::part, message_.codepage());
            const std::string smtp = recipient.text(smtpAddress);
            const auto type = recipient.number(recipientType).value_or(1) & 0xF;
            std::string& list = lists[type == 2 ? 1 : type == 3 ? 2 : 0];
            list += (list.empty() ? "" : ", ") + person(recipient.text(displayName), smtp.empty() ? recipient.text(emailAddress) : smtp);
        }
        return lists;
    }

    void writeBody() {
        const std::u32string plain = mail::withoutCarriageReturns(toCodePoints(message_.text(plainBody)));
        const std::u32string html = htmlText();
        if (!mail::isBlank(plain)) {
            mail::writeParagraphs(plain, builder_);
            if (!html.empty()) mail::writeOtherRendering(html, plain, builder_);
        } else if (!html.empty()) {
            html::writeHtml(html, builder_);
        }
    }

    // The HTML itself, or what an RTF body wraps; RTF without HTML becomes paragraphs where there is nothing
    // else, and is told where it says something else.
    std::u32string htmlText() {
        if (const auto bytes = message_.bytes(htmlBody)) return decodeTextAs(*bytes, message_.codepage()).text;
        if (const std::string wide = message_.text(htmlBody); !wide.empty()) return toCodePoints(wide);
        const auto packed = message_.bytes(rtfBody);
        if (!packed) return {};
        const auto rtf = unpackRtf(*packed);
        if (!rtf) return builder_.doubt(partDoubt), std::u32string{};
        RtfText text = readRtf(*rtf);
        if (text.html) return std::move(text.text);
        const auto plain = toCodePoints(message_.text(plainBody));
        if (mail::isBlank(plain)) mail::writeParagraphs(text.text, builder_);
        else mail::writeOtherText(text.text, plain, "RTF", builder_);
        return {};
    }

    void writeTransportHeaders() {
        std::vector<std::pair<std::string, std::string>> headers;
        const std::string all = message_.text(transportHeaders);
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find('\n', at), all.size());
            std::string line = all.substr(at, end - at);
            if (!line.empty() && line.back() == '\r') line.pop_back();
            const auto colon = line.find(':');
            const bool goesOn = !line.empty() && (line.front() == ' ' || line.front() == '\t');
            if (goesOn && !headers.empty()) headers.back().second += " " + line.substr(line.find_first_not_of(" \t") == line.npos ? 0 : line.find_first_not_of(" \t"));
            else if (colon != line.npos) headers.emplace_back(line.substr(0, colon), line.substr(std::min(line.size(), line.find_first_not_of(" \t", colon + 1))));
            at = end + 1;
        }
        mail::writeOddHeaders(headers, builder_);
    }

    void attach(std::size_t storage) {
        if (++attachments_ > maxAttachments) return builder_.doubt("Deze e-mail heeft te veel bijlagen; niet alle zijn gelezen.");
        const Properties part(file_, storage, Level::part, message_.codepage());
        std::string name = part.text(attachLongName);
        if (name.empty()) name = part.text(attachShortName);
        if (name.empty()) name = part.text(displayName);
        if (name.empty()) name = "bijlage zonder naam";
        if (const auto object = part.object(attachData)) return attachObject(*object, name);
        auto bytes = part.bytes(attachData);
        if (!bytes || part.damaged()) return builder_.doubt("Een bijlage van deze e-mail zit niet in het bestand of is beschadigd. Vraag haar los op.");
        takeRoom(bytes->size());
        finds_.attachment({name, part.text(attachMediaType), std::move(*bytes)});
    }

    // A message in this one, or an object of another program.
    void attachObject(std::size_t storage, std::string name) {
        const bool message = file_.find(storage, "__properties_version1.0").has_value();
        const std::string file = compound::compoundOf(nodesOf(file_, storage, 0, room_));
        std::replace(name.begin(), name.end(), '/', '-');
        finds_.attachment({message ? name + ".msg" : name, message ? "application/vnd.ms-outlook" : "", file});
    }

    void takeRoom(std::size_t bytes) {
        if (bytes > room_) throw failed(Failure::tooLarge, Format::msg);
        room_ -= bytes;
    }

    const CompoundFile& file_;
    Finds& finds_;
    std::size_t room_, attachments_ = 0;
    Properties message_;
    FlowBuilder builder_;
};

}  // namespace

Document readMsg(std::string_view bytes, const Limits& limits, ocr::Recogniser&, Finds& finds) {
    if (bytes.substr(0, compound::signature.size()) != compound::signature) throw failed(Failure::notThisFormat, Format::msg);
    const auto file = CompoundFile::open(bytes);
    if (!file) throw failed(Failure::truncated, Format::msg);
    if (!file->find(CompoundFile::root, "__properties_version1.0")) throw failed(Failure::notThisFormat, Format::msg);
    return MsgReading(*file, limits, finds).read();
}

}  // namespace redaction::document::msg
