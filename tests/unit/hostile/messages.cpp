// What messages of Outlook, mails and ZIP files can hide.
#include <algorithm>

#include "tests/unit/hostile/hostile_inputs.h"
#include "tests/unit/reader/msg_samples.h"
#include "tests/unit/reader/samples.h"

namespace hostile {

namespace {

using namespace samples::msg;
using samples::streamNode;

const std::string greeting = "Het gesprek was prettig.";

std::string message(std::vector<samples::CompoundNode> more) {
    more.push_back(text("0037", "Verslag"));
    more.push_back(text("1000", greeting));
    return messageOf(more);
}

samples::CompoundNode attached(int number, std::uint64_t method, std::vector<samples::CompoundNode> inside) {
    inside.push_back(table(8, property(0x3705, 3, method)));
    return samples::storageNode("__attach_version1.0_#0000000" + std::to_string(number), inside);
}

std::string nestedMessages(int levels) {
    auto inner = samples::storageNode("__substg1.0_3701000D", {table(24, property(0x0039, 0x40, sent)), text("0037", secret), text("1000", secret)});
    for (int level = 1; level < levels; ++level) inner = samples::storageNode("__substg1.0_3701000D", {table(24, ""), text("1000", greeting), attached(0, 5, {inner})});
    return message({attached(0, 5, {inner})});
}

// Every sector says the first is the next: a chain without an end.
std::string inCircles() {
    auto bytes = message({text("007D", std::string(20'000, 'x'))});
    const std::size_t sector = 512, table = static_cast<unsigned char>(bytes[0x4C]) + 256u * static_cast<unsigned char>(bytes[0x4D]);
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>((table + 1) * sector), sector, '\0');
    return bytes;
}

// Says it becomes four gigabytes.
std::string swollen() {
    auto body = packed("{\\rtf1 Corrie Zwaan}");
    for (std::size_t at = 4; at < 8; ++at) body[at] = '\xFF';
    return body;
}

std::string part(const std::string& headers, const std::string& body) { return "--x\r\n" + headers + "\r\n" + body + "\r\n"; }
std::string multipart(const std::string& kind, const std::string& parts, const std::string& before = "", const std::string& behind = "") {
    return mail("MIME-Version: 1.0\r\nContent-Type: multipart/" + kind + "; boundary=x\r\n", before + parts + "--x--\r\n" + behind);
}
const std::string plain = part("Content-Type: text/plain\r\n", greeting);

std::vector<Input> mails() {
    std::string many;
    for (int at = 0; at < 20'000; ++at) many += part("Content-Type: text/plain\r\n", "x");
    return {{"in de platte versie van een mail, waar de opgemaakte iets anders zegt", "a.eml", multipart("alternative", part("Content-Type: text/plain\r\n", greeting + " Corrie Zwaan belde.") + part("Content-Type: text/html\r\n", "<p>Er was niets bijzonders.</p>")), Fate::doubted},
            {"in de opgemaakte versie, waar de platte iets anders zegt", "a.eml", multipart("alternative", plain + part("Content-Type: text/html\r\n", "<p>Corrie Zwaan woont elders.</p>")), Fate::doubted},
            {"in Base64 in Base64", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n", "SGV0IGdlc3ByZWsgd2FzIHByZXR0aWcuIFEyOXljbWxsSUZwM1lXRnU=\r\n"), Fate::stopped},
            {"in een winmail.dat", "a.eml", multipart("mixed", plain + part("Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Disposition: attachment; filename=winmail.dat\r\n", "Corrie Zwaan"))},
            {"voor en achter de delen van een mail", "a.eml", multipart("mixed", plain, "Corrie Zwaan\r\n", "Corrie Zwaan\r\n")},
            {"in een blinde kopie", "a.eml", mail("MIME-Version: 1.0\r\nBcc: \"Corrie Zwaan\" <c.zwaan@voorbeeld.nl>\r\nContent-Type: text/plain\r\n", greeting), Fate::doubted},
            {"in de weg die een mail aflegde", "a.eml", mail("MIME-Version: 1.0\r\nReceived: from huis-van-corrie-zwaan (10.0.0.1)\r\nX-Originating-User: Corrie Zwaan\r\nMessage-ID: <corrie.zwaan@voorbeeld.nl>\r\nContent-Type: text/plain\r\n", greeting)},
            {"in de naam van een plaatje in een mail", "a.eml", multipart("related", plain + part("Content-Type: image/png; name=\"Corrie Zwaan.png\"\r\nContent-ID: <corrie.zwaan>\r\n", "x"))},
            {"in quoted-printable", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n", greeting + " =43orrie =5Awa=\r\nan belde.")},
            {"in UTF-7", "a.eml", mail("MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-7\r\n", greeting + " +AEM-orrie +AFo-waan belde.")},
            {"een mail van twintigduizend delen", "a.eml", multipart("mixed", plain + many), Fate::opened, false}};
}

std::vector<Input> zips() {
    std::string nested = samples::zipOf({{"Corrie Zwaan.txt", greeting + " Corrie Zwaan belde."}});
    for (int level = 0; level < 30; ++level) nested = samples::zipOf({{"binnen.zip", nested}});
    samples::Entries many;
    for (int at = 0; at < 20'000; ++at) many.emplace_back(std::to_string(at) + ".txt", "x");
    auto remarked = samples::zipOf({{"a.txt", greeting}});
    remarked[remarked.size() - 2] = 12;
    return {{"in een bestand in een ZIP", "a.zip", samples::zipOf({{"map/a.txt", greeting + " Corrie Zwaan belde."}}), Fate::opened, false},
            {"in de naam van een bestand in een ZIP", "a.zip", samples::zipOf({{"Corrie Zwaan.txt", greeting}}), Fate::opened, false},
            {"in de opmerking van een ZIP", "a.zip", remarked + secret, Fate::opened, false},
            {"een bestand buiten de ZIP", "a.zip", samples::zipOf({{"../../../tmp/lakwerk-uitbraak.txt", greeting + " Corrie Zwaan."}}), Fate::doubted, false},
            {"een ZIP in dertig ZIPs", "a.zip", nested, Fate::opened, false},
            {"een ZIP van twintigduizend bestanden", "a.zip", samples::zipOf(many), Fate::refused, false},
            {"een ZIP die uitpakt tot meer dan mag", "a.zip", samples::zipOf({{"a.txt", std::string(45u << 20, 'x')}}), Fate::refused, false}};
}

}  // namespace

std::vector<Input> messages() {
    std::vector<Input> all{
        {"in een bericht van Outlook", "a.msg", messageOf({text("0037", "Verslag"), text("1000", greeting + " Corrie Zwaan belde.")})},
        {"in de kopregels van het vervoer", "a.msg", message({text("007D", "Received: from corrie-zwaan.voorbeeld.nl\r\nReply-To: Corrie Zwaan <c.zwaan@voorbeeld.nl>\r\n")})},
        {"als ontvanger die niemand ziet", "a.msg", message({recipient(0, secret, "c.zwaan@voorbeeld.nl", 3)}), Fate::doubted},
        {"in een opgemaakte tekst die van de platte verschilt", "a.msg", message({binary("1009", packed("{\\rtf1\\ansi Corrie Zwaan woont elders.}"))}), Fate::doubted},
        {"in een HTML-tekst die van de platte verschilt", "a.msg", message({binary("1013", "<p>Corrie Zwaan woont elders.</p>")}), Fate::doubted},
        {"in een eigenschap die iemand zelf benoemde", "a.msg", message({text("8001", secret), streamNode("__nameid_version1.0", secret)})},
        {"als onderwerp van het gesprek", "a.msg", message({text("0070", secret), text("0E1D", secret)})},
        {"als wie het bericht opstelde", "a.msg", message({text("3FF8", secret), text("0042", secret)})},
        {"in een bericht in een bericht", "a.msg", nestedMessages(2)},
        {"in de naam van een bijlage", "a.msg", message({attached(0, 1, {text("3707", "Corrie Zwaan.txt"), binary("3701", greeting)})})},
        {"in een bijlage", "a.msg", message({attached(0, 1, {text("3707", "a.txt"), binary("3701", "Corrie Zwaan belde. " + greeting)})})},
        {"in een stroom die geen programma leest", "a.msg", message({streamNode("los", secret)})},
        {"een bericht in honderd berichten", "a.msg", nestedMessages(100)},
        {"een bericht waarvan de opgemaakte tekst vier gigabyte heet te zijn", "a.msg", message({binary("1009", swollen())}), Fate::doubted},
        {"een bericht waarvan de delen in een kring wijzen", "a.msg", inCircles(), Fate::refused}};
    for (auto some : {mails(), zips()})
        for (auto& input : some) all.push_back(std::move(input));
    return all;
}

}  // namespace hostile
