#include "tests/partners/zgw_simulator.h"
#include "tests/unit/connectors/contract/contract.h"
#include "tests/unit/connectors/sample_people.h"
#include "tests/unit/connectors/temporary_folder.h"
#include "tests/unit/connectors/zgw_holdings.h"

namespace connectors::tests {
namespace {

partners::ZgwHoldings holdingsFor(Situation situation) {
    if (situation == Situation::manyRecords) return manyCases(kMany);
    if (situation == Situation::nothingFound) return {{}, {kClient}};
    return oneCase();
}

partners::Fault faultFor(Situation situation) {
    switch (situation) {
        case Situation::stalls:
            return partners::Fault::stalls;
        case Situation::drips:
            return partners::Fault::drips;
        case Situation::closesHalfway:
            return partners::Fault::halfBody;
        case Situation::talksNonsense:
            return partners::Fault::nonsense;
        case Situation::webPage:
            return partners::Fault::htmlPage;
        case Situation::serverError:
            return partners::Fault::serverError;
        case Situation::redirectsElsewhere:
            return partners::Fault::redirects;
        default:
            return partners::Fault::none;
    }
}

class ZgwStage : public Stage {
  public:
    explicit ZgwStage(Situation situation)
        : simulator_(std::make_unique<partners::ZgwSimulator>(holdingsFor(situation))) {
        const std::string secret = situation == Situation::wrongCredentials ? "een ander geheim" : kClient.secret;
        settings_ = settingsFor(*simulator_, folder_.write("secret", secret + "\n").string());
        simulator_->setFault(faultFor(situation));
        if (situation == Situation::down) simulator_.reset();
    }
    Settings settings() const override { return settings_; }

  private:
    TemporaryFolder folder_;
    std::unique_ptr<partners::ZgwSimulator> simulator_;
    Settings settings_;
};

Expected expected(Situation situation) {
    switch (situation) {
        case Situation::nothingFound:
            return {Answer::nothingVisibleToUs, std::nullopt, 0};
        case Situation::manyRecords:
            return {Answer::deliveredInFull, std::nullopt, kMany};
        case Situation::wrongCredentials:
        case Situation::talksNonsense:
        case Situation::webPage:
        case Situation::redirectsElsewhere:
            return {std::nullopt, Trouble::lasting, 0};
        default:
            return {std::nullopt, Trouble::passing, 0};
    }
}

}  // namespace

Row zgwRow() {
    return {"zgw", [](Situation situation) -> std::unique_ptr<Stage> { return std::make_unique<ZgwStage>(situation); },
            &expected};
}

}  // namespace connectors::tests
