#include "connectors/scan_folder/scan_folder_connector.h"

#include <algorithm>
#include <set>

#include "connectors/common/digest.h"
#include "connectors/common/folder.h"
#include "connectors/common/settings.h"
#include "connectors/scan_folder/dossier.h"
#include "connectors/scan_folder/scan_file.h"
#include "connectors/scan_folder/scan_words.h"

namespace connectors::scan_folder {
namespace {

namespace fs = std::filesystem;

struct Scan {
    fs::path file;
    ScanFacts facts;
    std::string caseNumber, externalId;
    std::vector<std::string> people;
};

// A case number may hold what a folder's name cannot.
std::string asFolderName(std::string caseNumber) {
    std::replace(caseNumber.begin(), caseNumber.end(), '/', '-');
    return caseNumber;
}

Match matchDossier(const Dossier& dossier, const Query& query) {
    for (const std::string& number : query.caseNumbers)
        if (asFolderName(number) == dossier.caseNumber) return Match::yes;
    Match best = Match::no;
    for (const Sought& sought : query.people)
        for (const NamedPerson& named : dossier.about) best = std::max(best, matchOf(sought, named));
    return best;
}

class ScanFolderConnector : public Connector {
  public:
    ScanFolderConnector(fs::path folder, const Limits& limits) : folder_(std::move(folder)), limits_(limits) {}

    Statement collect(const Query& query, Sink& sink) override {
        Findings findings;
        findings.searchedByNumber = !query.caseNumbers.empty();
        if (findings.searchedByNumber) findings.searchedWith.emplace_back("zaaknummer");
        findings.searchedWith.emplace_back("burgerservicenummer of naam en geboortedatum");
        std::vector<Scan> scans;
        for (const Dossier& dossier : findDossiers(query, findings)) listScans(dossier, scans, findings);
        if (scans.size() > limits_.maxDocuments) {
            findings.overLimit = scans.size() - limits_.maxDocuments;
            scans.resize(limits_.maxDocuments);
        }
        sink.expect(scans.size());
        for (const Scan& scan : scans) {
            findings.stopped = sink.stopped();
            if (findings.stopped) break;
            deliver(scan, sink, findings);
        }
        return statementOf(findings);
    }

  private:
    std::vector<Dossier> findDossiers(const Query& query, Findings& findings) const {
        requireFolder(folder_);
        std::vector<Dossier> matching;
        for (const fs::path& path : listFolder(folder_)) {
            if (!fs::is_directory(fs::symlink_status(path))) {
                throw ConnectorError(Trouble::lasting, std::string(kPartnerExporter),
                                     "In de scanmap staat iets los dat geen submap van een dossier is; dan is niet te "
                                     "zeggen bij wie het hoort.");
            }
            ++findings.dossiers;
            Dossier dossier = described(path, findings);
            if (dossier.described == Described::no) ++findings.undescribed;
            const Match match = matchDossier(dossier, query);
            if (match == Match::possible) ++findings.possible;
            if (match == Match::yes) matching.push_back(std::move(dossier));
        }
        findings.matching = matching.size();
        return matching;
    }

    static Dossier described(const fs::path& path, const Findings& findings) {
        try {
            return readDossier(path);
        } catch (const std::invalid_argument& wrong) {
            const Trouble trouble = isFresh(path / kSidecarName) ? Trouble::passing : Trouble::lasting;
            throw ConnectorError(trouble, std::string(kPartnerExporter),
                                 "Dossier " + std::to_string(findings.dossiers) +
                                     " in de scanmap (op naam gesorteerd): dossier.json " + wrong.what() + ".");
        }
    }

    static void listScans(const Dossier& dossier, std::vector<Scan>& scans, Findings& findings) {
        std::vector<std::string> people;
        for (const NamedPerson& person : dossier.about) people.push_back(person.name);
        std::set<std::string> there;
        for (const fs::path& file : listFolder(dossier.folder)) {
            const std::string name = file.filename().string();
            if (name == kSidecarName) continue;
            there.insert(name);
            const auto facts = dossier.scans.find(name);
            scans.push_back({file, facts == dossier.scans.end() ? ScanFacts{} : facts->second, dossier.caseNumber,
                             dossier.caseNumber + "/" + name, people});
            if (scans.back().facts.title.empty()) scans.back().facts.title = file.stem().string();
        }
        for (const auto& [name, facts] : dossier.scans)
            if (there.count(name) == 0)
                findings.missing.push_back({dossier.caseNumber + "/" + name, facts.title.empty() ? name : facts.title,
                                            "staat in dossier.json, maar het bestand ontbreekt"});
    }

    void deliver(const Scan& scan, Sink& sink, Findings& findings) const {
        if (sink.alreadyHave(scan.externalId)) {
            ++findings.delivered;
            return;
        }
        ScanBytes read = readScan(scan.file, limits_.maxDocumentBytes);
        if (!read.why.empty()) {
            if (read.brokenOff && isFresh(scan.file))
                throw ConnectorError(Trouble::passing, std::string(kPartnerExporter),
                                     "Een scan wordt nog in de map geplaatst; Lakwerk wacht tot hij heel is.");
            findings.missing.push_back({scan.externalId, scan.facts.title, "het bestand " + read.why});
            return;
        }
        Delivered document;
        document.externalId = scan.externalId;
        document.fileName = scan.file.filename().string();
        document.mediaType = read.mediaType;
        document.title = scan.facts.title;
        document.date = scan.facts.date;
        document.author = scan.facts.author;
        document.kind = scan.facts.kind.empty() ? "scan" : scan.facts.kind;
        document.caseNumber = scan.caseNumber;
        document.people = scan.people;
        document.sha256 = sha256Hex(read.bytes);
        document.bytes = std::move(read.bytes);
        sink.deliver(std::move(document));
        ++findings.delivered;
    }

    fs::path folder_;
    Limits limits_;
};

}  // namespace

std::unique_ptr<Connector> make(const Settings& settings, const Limits& limits) {
    const fs::path folder = requiredSetting(settings, "folder");
    if (!folder.is_absolute()) throw badSetting("folder", "is geen volledig pad");
    return std::make_unique<ScanFolderConnector>(folder, limits);
}

}  // namespace connectors::scan_folder
