#include "connectors/http/trouble.h"

#include <curl/curl.h>

#include <cctype>

#include "connectors/common/settings.h"

namespace connectors::http {
namespace {

ConnectorError passing(const std::string& explanation) {
    return {Trouble::passing, std::string(kPartnerAdministrator), explanation};
}
ConnectorError lasting(std::string_view whoMustAct, const std::string& explanation) {
    return {Trouble::lasting, std::string(whoMustAct), explanation};
}

std::string capitalised(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

bool isCertificateTrouble(int code) {
    return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_ISSUER_ERROR ||
           code == CURLE_SSL_INVALIDCERTSTATUS || code == CURLE_SSL_PINNEDPUBKEYNOTMATCH;
}

bool looksLikeWebPage(const Response& response) {
    const auto start = response.body.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return response.contentType == "text/html" || (start != std::string::npos && response.body[start] == '<');
}

}  // namespace

bool isSuccess(long status) {
    return status >= 200 && status < 300;
}

ConnectorError transportTrouble(int code, const std::string& system) {
    const std::string it = capitalised(system);
    switch (code) {
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_CONNECT:
            return passing(it + " is niet bereikbaar.");
        case CURLE_OPERATION_TIMEDOUT:
            return passing(it + " antwoordt niet op tijd; het wachten is afgebroken.");
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING:
        case CURLE_RECV_ERROR:
        case CURLE_SEND_ERROR:
            return passing(it + " brak de verbinding af; het antwoord kwam niet of maar half aan.");
        case CURLE_SSL_CACERT_BADFILE:
            return lasting(kLakwerkAdministrator, "Het bestand met vertrouwde certificaten is niet leesbaar.");
        default:
            break;
    }
    if (isCertificateTrouble(code))
        return lasting(kPartnerAdministrator,
                       "Het certificaat van " + system + " is niet te vertrouwen; er is niets verstuurd.");
    if (code == CURLE_SSL_CONNECT_ERROR)
        return lasting(kPartnerAdministrator, "Met " + system + " is geen beveiligde verbinding te maken.");
    return nonsense(system, "een antwoord dat geen HTTP is");
}

ConnectorError tooLarge(const std::string& system) {
    return lasting(kPartnerAdministrator, capitalised(system) + " stuurde meer dan Lakwerk in één keer aanneemt.");
}

ConnectorError redirectsElsewhere(const std::string& system) {
    return lasting(kPartnerAdministrator,
                   capitalised(system) + " verwijst door naar een ander adres; Lakwerk gaat daar niet heen.");
}

ConnectorError statusTrouble(long status, const std::string& system) {
    const std::string it = capitalised(system), code = " (HTTP " + std::to_string(status) + ")";
    if (status == 401)
        return lasting(kLakwerkAdministrator,
                       it + " weigert de aanmelding" + code +
                           ": de cliëntnaam of het geheim klopt niet, of de klokken lopen niet gelijk.");
    if (status == 403)
        return lasting(kPartnerAdministrator, it + " geeft Lakwerk geen recht om dit op te vragen" + code + ".");
    if (status == 404 || status == 405 || status == 410)
        return lasting(kLakwerkAdministrator, it + " kent dit adres niet" + code + ".");
    if (status == 408 || status == 425 || status == 429)
        return passing(it + " vraagt om het later nog eens te proberen" + code + ".");
    if (status >= 500) return passing("Bij " + system + " is een storing" + code + ".");
    if (status >= 300 && status < 400) return redirectsElsewhere(system);
    return lasting(kPartnerAdministrator, it + " neemt de vraag niet aan" + code + ".");
}

ConnectorError nonsense(const std::string& system, const std::string& what) {
    return lasting(kPartnerAdministrator, capitalised(system) + " gaf " + what + " in plaats van gegevens.");
}

nlohmann::json jsonOf(const Response& response, const std::string& system) {
    if (!isSuccess(response.status)) throw statusTrouble(response.status, system);
    if (looksLikeWebPage(response)) throw nonsense(system, "een webpagina (een aanmeld- of storingspagina?)");
    nlohmann::json json = nlohmann::json::parse(response.body, nullptr, false);
    if (json.is_discarded()) throw nonsense(system, "onleesbare tekst");
    return json;
}

}  // namespace connectors::http
