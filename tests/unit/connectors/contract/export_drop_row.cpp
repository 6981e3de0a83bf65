#include <filesystem>

#include "tests/unit/connectors/contract/contract.h"
#include "tests/unit/connectors/temporary_folder.h"
#include "tests/unit/connectors/zip_writer.h"

namespace connectors::tests {
namespace {

std::string exportOf(std::size_t count) {
    std::vector<ListedDocument> documents;
    for (std::size_t at = 0; at < count; ++at) {
        const std::string number = std::to_string(at);
        documents.push_back(
            {"D" + number, "stukken/" + number + ".txt", "Stuk " + number, "Tekst van stuk " + number, ""});
    }
    return makeExport(documents);
}

// What each situation is for a folder: a partner does not talk, but its files can be late, half, nonsense or elsewhere.
class ExportDropStage : public Stage {
  public:
    explicit ExportDropStage(Situation situation) { lay(situation); }
    Settings settings() const override { return {{"folder", (folder_.path() / "exports").string()}}; }

  private:
    void lay(Situation situation) {
        const std::string whole = exportOf(situation == Situation::manyRecords ? kMany : 3);
        switch (situation) {
            case Situation::nothingFound:
                folder_.write("exports/a.zip", exportOf(0));
                break;
            case Situation::manyRecords:
                folder_.write("exports/a.zip", whole);
                break;
            case Situation::wrongCredentials:
                folder_.write("exports", "een bestand, geen map");
                break;
            case Situation::stalls:
                folder_.writeNow("exports/a.zip", "");
                break;
            case Situation::drips:
                folder_.writeNow("exports/a.zip", whole.substr(0, whole.size() / 2));
                break;
            case Situation::closesHalfway:
                folder_.write("exports/a.zip", whole.substr(0, whole.size() / 2));
                break;
            case Situation::talksNonsense:
                folder_.write("exports/a.zip", "\x01\x02 geen zip");
                break;
            case Situation::webPage:
                folder_.write("exports/a.zip", "<!DOCTYPE html><html></html>");
                break;
            case Situation::serverError:
                folder_.write("exports/a.zip", makeZip({{"leesmij.txt", "fout", ""}}));
                break;
            case Situation::redirectsElsewhere:
                folder_.write("elders/a.zip", whole);
                std::filesystem::create_directory_symlink(folder_.path() / "elders", folder_.path() / "exports");
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
        case Situation::stalls:
        case Situation::drips:
        case Situation::down:
            return {std::nullopt, Trouble::passing, 0};
        default:
            return {std::nullopt, Trouble::lasting, 0};
    }
}

}  // namespace

Row exportDropRow() {
    return {"export-drop",
            [](Situation situation) -> std::unique_ptr<Stage> { return std::make_unique<ExportDropStage>(situation); },
            &expected};
}

}  // namespace connectors::tests
