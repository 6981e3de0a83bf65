#include "connectors/export_drop/export_drop_connector.h"

#include <algorithm>
#include <set>

#include "connectors/common/folder.h"
#include "connectors/common/media_type.h"
#include "connectors/common/settings.h"
#include "connectors/export_drop/export_reader.h"
#include "connectors/export_drop/export_words.h"

namespace connectors::export_drop {
namespace {

namespace fs = std::filesystem;

// The strongest match of an export with the people sought; who is surely meant goes into `covered`.
Match matchExport(const Manifest& manifest, const Query& query, std::set<std::string>& covered) {
    Match best = Match::no;
    for (const Sought& sought : query.people)
        for (const NamedPerson& named : manifest.about) {
            const Match match = matchOf(sought, named);
            if (match == Match::yes) covered.insert(sought.reference);
            best = std::max(best, match);
        }
    for (const ManifestDocument& document : manifest.documents)
        if (std::count(query.caseNumbers.begin(), query.caseNumbers.end(), document.caseNumber) > 0) best = Match::yes;
    return best;
}

std::vector<std::string> wordsFor(const Query& query) {
    std::vector<std::string> words;
    const auto any = [&query](auto has) { return std::any_of(query.people.begin(), query.people.end(), has); };
    if (any([](const Sought& person) { return !person.bsn.empty(); })) words.emplace_back("burgerservicenummer");
    if (any([](const Sought& person) { return !person.birthdate.empty(); }))
        words.emplace_back("naam en geboortedatum");
    if (!query.caseNumbers.empty()) words.emplace_back("zaaknummer");
    return words;
}

class ExportDropConnector : public Connector {
  public:
    ExportDropConnector(fs::path folder, const Limits& limits) : folder_(std::move(folder)), limits_(limits) {}

    Statement collect(const Query& query, Sink& sink) override {
        Findings findings;
        findings.sought = query.people.size();
        findings.searchedWith = wordsFor(query);
        std::optional<ConnectorError> trouble;
        try {
            Bounds bounds;
            bounds.maxEntryBytes = limits_.maxDocumentBytes;
            bounds.stopped = [&sink] { return sink.stopped(); };
            const std::vector<Export> matching = findExports(query, bounds, findings, trouble);
            deliverAll(matching, bounds, sink, findings, trouble);
        } catch (const ReadingStopped&) {
            findings.stopped = true;
        }
        // The good exports are in; what could not be read is never passed over in silence.
        if (trouble && !findings.stopped) throw ConnectorError(*trouble);
        return statementOf(findings);
    }

  private:
    std::vector<Export> findExports(const Query& query, const Bounds& bounds, Findings& findings,
                                    std::optional<ConnectorError>& trouble) const {
        requireFolder(folder_);
        std::vector<Export> matching;
        for (const fs::path& path : listFolder(folder_)) {
            if (lowerExtension(path.filename().string()) != "zip") continue;
            ++findings.exports;
            try {
                if (!isPlainFile(path)) throw Unusable{"het is geen gewoon bestand"};
                Export opened = openExport(path, bounds);
                const Match match = matchExport(opened.manifest, query, findings.covered);
                if (match == Match::possible) ++findings.possible;
                if (match == Match::yes) matching.push_back(std::move(opened));
            } catch (const Unusable& unusable) {
                if (!trouble || trouble->trouble() == Trouble::passing) trouble = troubleWith(path, findings, unusable);
            }
        }
        findings.matching = matching.size();
        return matching;
    }

    // The file's name may hold a person's, so an export is told by its place in the list.
    static ConnectorError troubleWith(const fs::path& path, const Findings& findings, const Unusable& unusable) {
        const std::string which = "Export " + std::to_string(findings.exports) + " in de map (op naam gesorteerd): ";
        if (isFresh(path))
            return {Trouble::passing, std::string(kPartnerExporter),
                    which + unusable.why + ". Het bestand is net geplaatst en wordt misschien nog gekopieerd."};
        return {Trouble::lasting, std::string(kPartnerExporter), which + unusable.why + "."};
    }

    void deliverAll(const std::vector<Export>& exports, const Bounds& bounds, Sink& sink, Findings& findings,
                    std::optional<ConnectorError>& trouble) const {
        std::vector<Sorted> sorted;
        std::size_t expected = 0;
        for (const Export& from : exports) {
            sorted.push_back(sortDocuments(from));
            expected += sorted.back().deliverable.size();
            if (from.manifest.completeness == Completeness::part) ++findings.incomplete;
            findings.systems.insert(from.manifest.system);
            findings.unlisted += sorted.back().unlisted;
            auto& missing = sorted.back().missing;
            findings.missing.insert(findings.missing.end(), missing.begin(), missing.end());
        }
        sink.expect(std::min(expected, limits_.maxDocuments));
        std::set<std::string> seen;
        for (std::size_t at = 0; at < exports.size(); ++at) {
            try {
                deliverOne(exports[at], sorted[at], bounds, sink, findings, seen);
            } catch (const Unusable& unusable) {
                trouble = ConnectorError(Trouble::lasting, std::string(kPartnerExporter),
                                         "Een export over deze personen is niet te gebruiken: " + unusable.why + ".");
            }
        }
    }

    void deliverOne(const Export& from, const Sorted& sorted, const Bounds& bounds, Sink& sink, Findings& findings,
                    std::set<std::string>& seen) const {
        const auto wanted = [&](const std::string& externalId) {
            if (!seen.insert(externalId).second) return false;  // the same document in two exports is one
            if (seen.size() > limits_.maxDocuments) return ++findings.overLimit, false;
            if (!sink.alreadyHave(externalId)) return true;
            ++findings.delivered;
            return false;
        };
        const auto deliver = [&](Delivered&& document) {
            sink.deliver(std::move(document));
            ++findings.delivered;
        };
        readDocuments(from, sorted, bounds, wanted, deliver, findings.missing);
    }

    fs::path folder_;
    Limits limits_;
};

}  // namespace

std::unique_ptr<Connector> make(const Settings& settings, const Limits& limits) {
    const fs::path folder = requiredSetting(settings, "folder");
    if (!folder.is_absolute()) throw badSetting("folder", "is geen volledig pad");
    return std::make_unique<ExportDropConnector>(folder, limits);
}

}  // namespace connectors::export_drop
