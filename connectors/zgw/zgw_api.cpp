#include "connectors/zgw/zgw_api.h"

#include <set>

#include "connectors/http/origin.h"
#include "connectors/http/trouble.h"

namespace connectors::zgw {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::size_t kMaxListBytes = 20u << 20;
constexpr std::size_t kMaxPages = 1000;

Zaak zaakOf(const nlohmann::json& json) {
    Zaak zaak{textOf(json, "url"), textOf(json, "identificatie"), textOf(json, "omschrijving"),
              textOf(json, "vertrouwelijkheidaanduiding"), 0};
    const auto documents = json.find("zaakinformatieobjecten");
    if (documents != json.end() && documents->is_array()) zaak.documentsNamed = documents->size();
    return zaak;
}

std::string personName(const nlohmann::json& role) {
    const auto person = role.find("betrokkeneIdentificatie");
    if (person == role.end() || !person->is_object()) return "";
    std::string name;
    for (const char* field : {"voornamen", "voorvoegselGeslachtsnaam", "geslachtsnaam"}) {
        const std::string part = textOf(*person, field);
        if (!part.empty()) name += (name.empty() ? "" : " ") + part;
    }
    return name.empty() ? textOf(*person, "achternaam") : name;
}

}  // namespace

std::string textOf(const nlohmann::json& object, const char* field) {
    if (!object.is_object()) return "";
    const auto found = object.find(field);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

Api::Api(const Profile& profile, const Limits& limits, std::string userId, std::function<bool()> stopped)
    : profile_(profile),
      limits_(limits),
      userId_(std::move(userId)),
      client_("het zaaksysteem", limits, profile.caFile, std::move(stopped)) {}

http::Response Api::call(const std::string& method, const std::string& url, const std::string& body,
                         std::string_view accept, std::size_t maxBytes) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const std::string token = makeToken({profile_.clientId, userId_, userId_}, profile_.secret, now);
    http::Request request{method, url, body, {}, maxBytes};
    request.headers = {"Authorization: Bearer " + token, "Accept: " + std::string(accept), "Accept-Crs: EPSG:4326"};
    if (method == "POST") {
        request.headers.emplace_back("Content-Type: application/json");
        request.headers.emplace_back("Content-Crs: EPSG:4326");
    }
    return client_.send(request);
}

std::vector<Zaak> Api::allPages(const std::string& method, std::string url, const std::string& body) {
    std::vector<Zaak> zaken;
    std::set<std::string> asked;
    while (!url.empty()) {
        if (!http::sameOrigin(profile_.zakenUrl, url)) throw http::redirectsElsewhere(system());
        if (!asked.insert(url).second || asked.size() > kMaxPages)
            throw http::nonsense(system(), "een lijst zonder einde");
        const nlohmann::json page = http::jsonOf(call(method, url, body, kJson, kMaxListBytes), system());
        const auto results = page.is_object() ? page.find("results") : page.end();
        if (results == page.end() || !results->is_array()) throw http::nonsense(system(), "een antwoord zonder lijst");
        for (const auto& json : *results) zaken.push_back(zaakOf(json));
        url = textOf(page, "next");
    }
    return zaken;
}

std::vector<Zaak> Api::findByBsn(const std::string& bsn) {
    // Basis: API Design Rules, no sensitive data in addresses. The next page is asked with the same body.
    const nlohmann::json body{{"rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn", bsn},
                              {"rol__betrokkeneType", "natuurlijk_persoon"}};
    return allPages("POST", profile_.zakenUrl + "/zaken/_zoek", body.dump());
}

std::vector<Zaak> Api::findByNumber(const std::string& identification) {
    std::string url = profile_.zakenUrl + "/zaken?identificatie=" + http::encoded(identification);
    if (!profile_.sourceOrganisation.empty()) url += "&bronorganisatie=" + http::encoded(profile_.sourceOrganisation);
    return allPages("GET", url, "");
}

std::vector<std::string> Api::peopleOf(const Zaak& zaak) {
    const std::string url = profile_.zakenUrl + "/rollen?zaak=" + http::encoded(zaak.url);
    const auto response = call("GET", url, "", kJson, kMaxListBytes);
    if (response.status == 403) return {};  // names are a help to the reviewer, not the dossier
    const nlohmann::json page = http::jsonOf(response, system());
    std::vector<std::string> names;
    if (!page.is_object() || !page.contains("results") || !page["results"].is_array()) return names;
    for (const auto& role : page["results"]) {
        std::string name = personName(role);
        if (!name.empty()) names.push_back(std::move(name));
    }
    return names;
}

std::vector<nlohmann::json> Api::documentLinksOf(const Zaak& zaak) {
    const std::string url = profile_.zakenUrl + "/zaakinformatieobjecten?zaak=" + http::encoded(zaak.url);
    const nlohmann::json list = http::jsonOf(call("GET", url, "", kJson, kMaxListBytes), system());
    if (!list.is_array()) throw http::nonsense(system(), "een antwoord zonder lijst");
    return list.get<std::vector<nlohmann::json>>();
}

http::Response Api::documentFacts(const std::string& documentUrl) {
    return call("GET", documentUrl, "", kJson, kMaxListBytes);
}

http::Response Api::documentBytes(const std::string& url) {
    return call("GET", url, "", "application/octet-stream", limits_.maxDocumentBytes);
}

bool Api::isOurDocument(const std::string& url) const {
    return http::sameOrigin(profile_.documentenUrl, url) && url.rfind(profile_.documentenUrl + "/", 0) == 0;
}

}  // namespace connectors::zgw
