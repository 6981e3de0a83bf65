#include "tests/partners/zgw_answers.h"

#include <algorithm>
#include <functional>

#include "connectors/common/digest.h"

namespace partners {
namespace {

using nlohmann::json;
constexpr std::size_t kPageSize = 100;  // as Open Zaak's
const std::string kZaken = "/zaken/api/v1", kDocumenten = "/documenten/api/v1";

bool sees(const ZgwClient& client, const ZgwDocument& document) {
    return isWithin(document.confidentiality, client.highestConfidentiality);
}

json caseJson(const ZgwCase& zaak, const std::string& address) {
    json links = json::array();
    for (const auto& document : zaak.documents)
        links.push_back(address + kZaken + "/zaakinformatieobjecten/" + document.uuid);
    return {{"url", address + kZaken + "/zaken/" + zaak.uuid},
            {"uuid", zaak.uuid},
            {"identificatie", zaak.identification},
            {"bronorganisatie", "001234567"},
            {"omschrijving", zaak.description},
            {"startdatum", zaak.startDate},
            {"vertrouwelijkheidaanduiding", "zaakvertrouwelijk"},
            {"archiefnominatie", nullptr},
            {"archiefactiedatum", nullptr},
            {"zaakinformatieobjecten", links}};
}

std::string nextPage(const ZgwQuestion& question, std::size_t page, const ZgwSimulator::State& state) {
    if (state.fault == Fault::wrongNext) return "http://elders.example/zaken/api/v1/zaken?page=2";
    const std::size_t shown = state.fault == Fault::loopsPages ? page : page + 1;
    std::string url = state.address + question.path + "?page=" + std::to_string(shown);
    for (const auto& [name, value] : question.query)
        if (name != "page") url += "&" + name + "=" + value;
    return url;
}

ZgwAnswer paged(const ZgwQuestion& question, const std::vector<json>& all, const ZgwSimulator::State& state) {
    const std::string asked = question.queryValue("page");
    const std::size_t page = asked.empty() ? 1 : static_cast<std::size_t>(std::stoul(asked));
    const std::size_t from = std::min(all.size(), (page - 1) * kPageSize), to = std::min(all.size(), from + kPageSize);
    const bool strange = state.fault == Fault::wrongNext || state.fault == Fault::loopsPages;
    json body{{"count", all.size()}, {"next", nullptr}, {"previous", nullptr}, {"results", json::array()}};
    if (to < all.size() || strange) body["next"] = nextPage(question, page, state);
    for (std::size_t at = from; at < to; ++at) body["results"].push_back(all[at]);
    return {200, "application/json", body.dump()};
}

ZgwAnswer casesWhere(const ZgwQuestion& question, const ZgwSimulator::State& state,
                     const std::function<bool(const ZgwCase&)>& wanted) {
    std::vector<json> found;
    for (const ZgwCase& zaak : state.holdings.cases)
        if (wanted(zaak)) found.push_back(caseJson(zaak, state.address));
    return paged(question, found, state);
}

ZgwAnswer search(const ZgwQuestion& question, const ZgwSimulator::State& state) {
    const json body = json::parse(question.body, nullptr, false);
    if (!body.is_object() || question.contentType.find("application/json") == std::string::npos)
        return problemAnswer(400, "invalid", "Ongeldige zoekvraag");
    const std::string bsn = body.value("rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn", "");
    return casesWhere(question, state, [&bsn](const ZgwCase& zaak) {
        return std::any_of(zaak.roles.begin(), zaak.roles.end(),
                           [&bsn](const ZgwRole& role) { return !bsn.empty() && role.bsn == bsn; });
    });
}

const ZgwCase* caseAt(const std::string& url, const ZgwSimulator::State& state) {
    for (const ZgwCase& zaak : state.holdings.cases)
        if (url == state.address + kZaken + "/zaken/" + zaak.uuid) return &zaak;
    return nullptr;
}

ZgwAnswer roles(const ZgwQuestion& question, const ZgwSimulator::State& state) {
    std::vector<json> found;
    if (const ZgwCase* zaak = caseAt(question.queryValue("zaak"), state))
        for (const ZgwRole& role : zaak->roles)
            found.push_back({{"betrokkeneType", "natuurlijk_persoon"},
                             {"omschrijvingGeneriek", "belanghebbende"},
                             {"betrokkeneIdentificatie",
                              {{"inpBsn", role.bsn},
                               {"voornamen", role.firstNames},
                               {"voorvoegselGeslachtsnaam", role.prefix},
                               {"geslachtsnaam", role.familyName}}}});
    return paged(question, found, state);
}

ZgwAnswer documentLinks(const ZgwQuestion& question, const ZgwClient& client, const ZgwSimulator::State& state) {
    json list = json::array();
    const ZgwCase* zaak = caseAt(question.queryValue("zaak"), state);
    if (!zaak) return {200, "application/json", list.dump()};
    for (const ZgwDocument& document : zaak->documents) {
        if (!sees(client, document)) continue;  // filtered without a word, as real servers do
        list.push_back(
            {{"url", state.address + kZaken + "/zaakinformatieobjecten/" + document.uuid},
             {"uuid", document.uuid},
             {"informatieobject", state.address + kDocumenten + "/enkelvoudiginformatieobjecten/" + document.uuid},
             {"zaak", question.queryValue("zaak")},
             {"aardRelatieWeergave", "Hoort bij, omgekeerd: kent"},
             {"titel", document.title},
             {"beschrijving", ""},
             {"registratiedatum", document.date + "T09:00:00Z"}});
    }
    return {200, "application/json", list.dump()};
}

json documentJson(const ZgwDocument& document, const std::string& url) {
    json facts{{"url", url},
               {"identificatie", "DOC-" + document.uuid.substr(0, 8)},
               {"bronorganisatie", "001234567"},
               {"creatiedatum", document.date},
               {"titel", document.title},
               {"vertrouwelijkheidaanduiding", document.confidentiality},
               {"auteur", document.author},
               {"status", "definitief"},
               {"formaat", document.format},
               {"taal", "nld"},
               {"versie", 1},
               {"bestandsnaam", document.fileName},
               {"inhoud", url + "/download?versie=1"},
               {"bestandsomvang", document.bytes.size()},
               {"beschrijving", document.kind},
               {"integriteit", {{"algoritme", ""}, {"waarde", ""}, {"datum", nullptr}}}};
    if (document.linkOnly) facts["bestandsomvang"] = nullptr;
    if (document.integrity == Integrity::absent) return facts;
    const std::string sum = connectors::sha256Hex(document.bytes + (document.integrity == Integrity::wrong ? "x" : ""));
    facts["integriteit"] = {{"algoritme", "sha_256"}, {"waarde", sum}, {"datum", document.date}};
    return facts;
}

ZgwAnswer documentAnswer(const std::string& rest, const ZgwClient& client, ZgwSimulator::State& state) {
    const bool download = rest.size() > 9 && rest.substr(rest.size() - 9) == "/download";
    const std::string uuid = download ? rest.substr(0, rest.size() - 9) : rest;
    for (const ZgwCase& zaak : state.holdings.cases)
        for (const ZgwDocument& document : zaak.documents) {
            if (document.uuid != uuid) continue;
            if (!sees(client, document)) return problemAnswer(403, "permission_denied", "Geen recht op dit document");
            if (document.status != 200) return problemAnswer(document.status, "fault", "Niet te leveren");
            if (!download)
                return {200, "application/json",
                        documentJson(document, state.address + kDocumenten + "/enkelvoudiginformatieobjecten/" + uuid)
                            .dump()};
            ++state.downloads;
            return {200, "application/octet-stream", document.bytes};
        }
    return problemAnswer(404, "not_found", "Niet gevonden");
}

}  // namespace

std::string ZgwQuestion::queryValue(const std::string& name) const {
    for (const auto& [key, value] : query)
        if (key == name) return value;
    return "";
}

ZgwAnswer problemAnswer(int status, const std::string& code, const std::string& title) {
    const json body{{"type", "about:blank"}, {"code", code},    {"title", title},
                    {"status", status},      {"detail", title}, {"instance", "urn:uuid:1"}};
    return {status, "application/problem+json", body.dump()};
}

ZgwAnswer answerTo(const ZgwQuestion& question, const ZgwClient& client, ZgwSimulator::State& state) {
    const std::string documents = kDocumenten + "/enkelvoudiginformatieobjecten/";
    if (question.path.rfind(kZaken, 0) == 0 && !client.maySearch)
        return problemAnswer(403, "permission_denied", "De cliënt mist de scope zaken.lezen");
    if (question.method == "POST" && question.path == kZaken + "/zaken/_zoek") return search(question, state);
    if (question.method != "GET") return problemAnswer(405, "method_not_allowed", "Methode niet toegestaan");
    if (question.path == kZaken + "/zaken") {
        const std::string number = question.queryValue("identificatie");
        return casesWhere(question, state, [&number](const ZgwCase& zaak) { return zaak.identification == number; });
    }
    if (question.path == kZaken + "/rollen") return roles(question, state);
    if (question.path == kZaken + "/zaakinformatieobjecten") return documentLinks(question, client, state);
    if (question.path.rfind(documents, 0) == 0)
        return documentAnswer(question.path.substr(documents.size()), client, state);
    return problemAnswer(404, "not_found", "Niet gevonden");
}

}  // namespace partners
