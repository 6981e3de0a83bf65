#include <sys/stat.h>

#include <filesystem>

#include "tests/unit/connectors/contract/contract.h"
#include "tests/unit/connectors/sample_scans.h"
#include "tests/unit/connectors/temporary_folder.h"

namespace connectors::tests {
namespace {

class ScanFolderStage : public Stage {
  public:
    explicit ScanFolderStage(Situation situation) { lay(situation); }
    Settings settings() const override { return {{"folder", (folder_.path() / "scans").string()}}; }

  private:
    void layDossier(const std::string& root = "scans") const {
        folder_.write(root + "/VT-26-001/dossier.json", sidecarOfFamily({"001.pdf"}));
        folder_.write(root + "/VT-26-001/001.pdf", kScanPdf);
    }
    void layMany() const {
        folder_.write("scans/VT-26-001/dossier.json", sidecarOfFamily({}));
        for (std::size_t at = 0; at < kMany; ++at)
            folder_.write("scans/VT-26-001/" + std::to_string(10000 + at) + ".pdf", kScanPdf);
    }
    void lay(Situation situation) {
        const std::string half = kScanPdf.substr(0, kScanPdf.size() / 2), dossier = "scans/VT-26-001/";
        if (situation != Situation::down && situation != Situation::manyRecords &&
            situation != Situation::nothingFound && situation != Situation::wrongCredentials &&
            situation != Situation::redirectsElsewhere)
            folder_.write(dossier + "dossier.json", sidecarOfFamily({}));
        switch (situation) {
            case Situation::nothingFound:
                std::filesystem::create_directory(folder_.path() / "scans");
                break;
            case Situation::manyRecords:
                layMany();
                break;
            case Situation::wrongCredentials:
                folder_.write("scans", "een bestand, geen map");
                break;
            case Situation::stalls:
                mkfifo((folder_.path() / dossier / "001.pdf").c_str(), 0600);
                break;
            case Situation::drips:
                folder_.writeNow(dossier + "001.pdf", half);
                break;
            case Situation::closesHalfway:
                folder_.write(dossier + "001.pdf", half);
                break;
            case Situation::talksNonsense:
                folder_.write(dossier + "dossier.json", "{geen json");
                break;
            case Situation::webPage:
                folder_.write(dossier + "001.pdf", "<!DOCTYPE html><html></html>");
                break;
            case Situation::serverError:
                folder_.write("scans/los.pdf", kScanPdf);
                break;
            case Situation::redirectsElsewhere:
                layDossier("elders");
                std::filesystem::create_directory_symlink(folder_.path() / "elders", folder_.path() / "scans");
                break;
            case Situation::down:
                break;
        }
    }

    TemporaryFolder folder_;
};

Expected expected(Situation situation) {
    switch (situation) {
        case Situation::nothingFound:
            return {Answer::nothingHeld, std::nullopt, 0};
        case Situation::manyRecords:
            return {Answer::deliveredInFull, std::nullopt, kMany};
        case Situation::stalls:  // a pipe among the scans must not be waited for
        case Situation::closesHalfway:
        case Situation::webPage:
            return {Answer::deliveredInPart, std::nullopt, 0};
        case Situation::drips:
        case Situation::down:
            return {std::nullopt, Trouble::passing, 0};
        default:
            return {std::nullopt, Trouble::lasting, 0};
    }
}

}  // namespace

Row scanFolderRow() {
    return {"scan-folder",
            [](Situation situation) -> std::unique_ptr<Stage> { return std::make_unique<ScanFolderStage>(situation); },
            &expected};
}

}  // namespace connectors::tests
