#include "connectors/zgw/zgw_connector.h"

#include <map>
#include <set>

#include "connectors/common/settings.h"
#include "connectors/http/origin.h"
#include "connectors/zgw/collection_words.h"
#include "connectors/zgw/document_fetch.h"

namespace connectors::zgw {
namespace {

std::string baseUrl(const Settings& settings, std::string_view name) {
    std::string url = requiredSetting(settings, name);
    while (!url.empty() && url.back() == '/') url.pop_back();
    if (!http::isAllowedBase(url)) throw badSetting(name, "is geen adres dat met https:// begint");
    return url;
}

class ZgwConnector : public Connector {
  public:
    ZgwConnector(Profile profile, const Limits& limits) : profile_(std::move(profile)), limits_(limits) {}

    Statement collect(const Query& query, Sink& sink) override {
        Progress progress = Progress::of(query);
        try {
            Api api(profile_, limits_, query.onBehalfOf, [&sink] { return sink.stopped(); });
            const std::vector<Zaak> zaken = findCases(api, query);
            const std::vector<DocumentLink> links = listDocuments(api, zaken, progress);
            sink.expect(links.size());
            for (const DocumentLink& link : links) fetchOne(api, link, sink, progress);
            if (progress.delivered == 0 && progress.lastFailure) throw ConnectorError(*progress.lastFailure);
        } catch (const http::Stopped&) {
            progress.stopped = true;
        }
        return statementOf(progress);
    }

  private:
    static std::vector<Zaak> findCases(Api& api, const Query& query) {
        std::map<std::string, Zaak> byUrl;
        const auto add = [&byUrl](std::vector<Zaak> zaken) {
            for (Zaak& zaak : zaken) byUrl.emplace(zaak.url, std::move(zaak));
        };
        for (const Sought& person : query.people)
            if (!person.bsn.empty()) add(api.findByBsn(person.bsn));
        for (const std::string& number : query.caseNumbers) add(api.findByNumber(number));
        std::vector<Zaak> zaken;
        for (auto& [url, zaak] : byUrl) zaken.push_back(std::move(zaak));
        return zaken;
    }

    std::vector<DocumentLink> listDocuments(Api& api, const std::vector<Zaak>& zaken, Progress& progress) const {
        std::map<std::string, DocumentLink> byUrl;  // one document may hang under several cases
        progress.cases = zaken.size();
        for (const Zaak& zaak : zaken) {
            const auto listed = api.documentLinksOf(zaak);
            if (zaak.documentsNamed > listed.size()) progress.hidden += zaak.documentsNamed - listed.size();
            if (listed.empty()) continue;
            const auto people = api.peopleOf(zaak);
            for (const auto& json : listed) {
                const std::string url = textOf(json, "informatieobject");
                byUrl.emplace(url, DocumentLink{url, textOf(json, "titel"), zaak, people});
            }
        }
        std::vector<DocumentLink> links;
        for (auto& [url, link] : byUrl) links.push_back(std::move(link));
        if (links.size() > limits_.maxDocuments) {
            progress.overLimit = links.size() - limits_.maxDocuments;
            links.resize(limits_.maxDocuments);
        }
        return links;
    }

    static void fetchOne(Api& api, const DocumentLink& link, Sink& sink, Progress& progress) {
        if (sink.stopped()) throw http::Stopped{};
        if (sink.alreadyHave(link.url)) {
            ++progress.delivered;
            return;
        }
        Fetched fetched = fetchTwice(api, link, progress);
        if (auto* document = std::get_if<Delivered>(&fetched)) {
            sink.deliver(std::move(*document));
            ++progress.delivered;
        } else if (auto* withheld = std::get_if<Withheld>(&fetched)) {
            progress.missing.push_back(std::move(withheld->missing));
            ++progress.withheld;
        } else {
            progress.missing.push_back(std::move(std::get<Missing>(fetched)));
        }
    }

    // One document that keeps failing is told as missing; three in a row, and the server itself is in trouble.
    static Fetched fetchTwice(Api& api, const DocumentLink& link, Progress& progress) {
        constexpr int attempts = 2;
        constexpr std::size_t tooManyInARow = 3;
        for (int attempt = 1;; ++attempt) {
            try {
                Fetched fetched = fetchDocument(api, link);
                progress.failuresInARow = 0;
                return fetched;
            } catch (const ConnectorError& error) {
                if (error.trouble() == Trouble::lasting) throw;
                if (attempt < attempts) continue;
                progress.lastFailure = error;
                if (++progress.failuresInARow >= tooManyInARow) throw;
                return Missing{link.url, link.title, "het ophalen lukte niet: " + std::string(error.what())};
            }
        }
    }

    Profile profile_;
    Limits limits_;
};

}  // namespace

std::unique_ptr<Connector> make(const Settings& settings, const Limits& limits) {
    Profile profile;
    profile.zakenUrl = baseUrl(settings, "zaken_url");
    profile.documentenUrl = baseUrl(settings, "documenten_url");
    profile.clientId = requiredSetting(settings, "client_id");
    profile.secret = optionalSetting(settings, "secret", "");
    if (profile.secret.empty()) profile.secret = readSecretFile(requiredSetting(settings, "secret_file"), "secret_file");
    profile.sourceOrganisation = optionalSetting(settings, "source_organisation");
    profile.caFile = optionalSetting(settings, "ca_file");
    return std::make_unique<ZgwConnector>(std::move(profile), limits);
}

}  // namespace connectors::zgw
