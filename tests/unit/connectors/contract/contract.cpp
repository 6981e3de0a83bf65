#include "tests/unit/connectors/contract/contract.h"

#include <utility>

namespace connectors::tests {
namespace {

const std::vector<std::pair<Situation, std::string>>& names() {
    static const std::vector<std::pair<Situation, std::string>> all{
        {Situation::nothingFound, "NothingFound"},
        {Situation::manyRecords, "ManyRecords"},
        {Situation::wrongCredentials, "WrongCredentials"},
        {Situation::stalls, "Stalls"},
        {Situation::drips, "Drips"},
        {Situation::closesHalfway, "ClosesHalfway"},
        {Situation::talksNonsense, "TalksNonsense"},
        {Situation::webPage, "WebPage"},
        {Situation::serverError, "ServerError"},
        {Situation::redirectsElsewhere, "RedirectsElsewhere"},
        {Situation::down, "Down"},
    };
    return all;
}

}  // namespace

const std::vector<Situation>& allSituations() {
    static const std::vector<Situation> all = [] {
        std::vector<Situation> situations;
        for (const auto& [situation, name] : names()) situations.push_back(situation);
        return situations;
    }();
    return all;
}

std::string nameOf(Situation situation) {
    for (const auto& [known, name] : names())
        if (known == situation) return name;
    return "";
}

const std::vector<Row>& rows() {
    static const std::vector<Row> all{zgwRow(), exportDropRow(), scanFolderRow()};
    return all;
}

}  // namespace connectors::tests
