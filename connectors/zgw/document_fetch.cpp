#include "connectors/zgw/document_fetch.h"

#include "connectors/common/digest.h"
#include "connectors/common/media_type.h"
#include "connectors/http/trouble.h"

namespace connectors::zgw {
namespace {

using nlohmann::json;

bool isGone(long status) {
    return status == 404 || status == 409 || status == 410;
}

Missing missing(const DocumentLink& link, const std::string& reason) {
    return {link.url, link.title, reason};
}

// The refusals that concern this one document; anything else that fails is the server's trouble.
std::optional<Fetched> refusalOf(const http::Response& response, const DocumentLink& link, Api& api) {
    const std::string code = " (HTTP " + std::to_string(response.status) + ")";
    if (response.status == 403)
        return Withheld{missing(link, "het zaaksysteem geeft dit document niet aan Lakwerk vrij" + code)};
    if (isGone(response.status)) return missing(link, "het zaaksysteem kan dit document niet leveren" + code);
    if (!http::isSuccess(response.status)) throw http::statusTrouble(response.status, api.system());
    return std::nullopt;
}

std::string downloadUrlOf(const json& facts, const DocumentLink& link, const Api& api) {
    const std::string content = textOf(facts, "inhoud");
    if (content.empty()) return link.url + "/download";
    return api.isOurDocument(content) ? content : "";
}

std::optional<std::string> whyNotWhole(const json& facts, const std::string& bytes) {
    const auto size = facts.find("bestandsomvang");
    if (size != facts.end() && size->is_number_unsigned() && size->get<std::size_t>() != bytes.size())
        return "het document is niet heel aangekomen: de omvang klopt niet";
    const json integrity = facts.value("integriteit", json::object());
    const std::string stated = textOf(integrity, "waarde");
    if (textOf(integrity, "algoritme") == "sha_256" && !stated.empty() && !isSha256Of(stated, bytes))
        return "het document is niet heel aangekomen: de controlesom klopt niet";
    if (bytes.empty()) return "het document is leeg";
    return std::nullopt;
}

std::string fileNameOf(const json& facts, const std::string& mediaType) {
    const std::string name = textOf(facts, "bestandsnaam");
    if (!name.empty()) return name;
    return mediaType == "application/pdf" ? "document.pdf" : "document";
}

Delivered deliveredOf(const json& facts, const DocumentLink& link, std::string bytes) {
    Delivered document;
    document.externalId = link.url;
    document.mediaType = mediaTypeOf(bytes, textOf(facts, "bestandsnaam"));
    if (document.mediaType.empty()) document.mediaType = textOf(facts, "formaat");
    document.fileName = fileNameOf(facts, document.mediaType);
    document.title = textOf(facts, "titel");
    document.date = textOf(facts, "creatiedatum").substr(0, 10);
    document.author = textOf(facts, "auteur");
    document.kind = textOf(facts, "beschrijving");
    document.caseNumber = link.zaak.identification;
    document.confidentiality = textOf(facts, "vertrouwelijkheidaanduiding");
    if (document.confidentiality.empty()) document.confidentiality = link.zaak.confidentiality;
    document.people = link.people;
    document.sha256 = sha256Hex(bytes);
    document.bytes = std::move(bytes);
    return document;
}

}  // namespace

Fetched fetchDocument(Api& api, const DocumentLink& link) {
    if (!api.isOurDocument(link.url)) return missing(link, "het document ligt in een ander systeem dan is ingesteld");
    const http::Response answer = api.documentFacts(link.url);
    if (auto refusal = refusalOf(answer, link, api)) return *refusal;
    const json facts = http::jsonOf(answer, api.system());
    if (!facts.is_object()) throw http::nonsense(api.system(), "een antwoord zonder gegevens over het document");
    const auto size = facts.find("bestandsomvang");
    if (size != facts.end() && size->is_null())
        return missing(link, "het zaaksysteem heeft alleen een verwijzing of een onvolledige upload, geen bestand");
    const std::string url = downloadUrlOf(facts, link, api);
    if (url.empty()) return missing(link, "de inhoud ligt in een ander systeem dan is ingesteld");
    http::Response download = api.documentBytes(url);
    if (auto refusal = refusalOf(download, link, api)) return *refusal;
    if (download.contentType == "text/html" && textOf(facts, "formaat") != "text/html")
        throw http::nonsense(api.system(), "een webpagina (een aanmeld- of storingspagina?)");
    if (const auto why = whyNotWhole(facts, download.body)) return missing(link, *why);
    return deliveredOf(facts, link, std::move(download.body));
}

}  // namespace connectors::zgw
