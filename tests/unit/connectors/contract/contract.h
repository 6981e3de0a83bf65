// The contract every kind of connector must keep, whatever the partner does. Each kind in the registry has a row here:
// how each situation is staged with that kind of partner, and what must come of it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "connectors/connector.h"

namespace connectors::tests {

enum class Situation {
    nothingFound,
    manyRecords,
    wrongCredentials,
    stalls,
    drips,
    closesHalfway,
    talksNonsense,
    webPage,
    serverError,
    redirectsElsewhere,
    down,
};
const std::vector<Situation>& allSituations();
std::string nameOf(Situation situation);

struct Expected {
    std::optional<Answer> answer;  // one of the two
    std::optional<Trouble> trouble;
    std::size_t documents = 0;
};

// A partner in a situation; lives as long as the test.
class Stage {
  public:
    virtual ~Stage() = default;
    virtual Settings settings() const = 0;
};

struct Row {
    std::string kind;
    std::unique_ptr<Stage> (*stage)(Situation);
    Expected (*expected)(Situation);
};

inline constexpr std::size_t kMany = 1200;

Row zgwRow();
Row exportDropRow();
Row scanFolderRow();
const std::vector<Row>& rows();

}  // namespace connectors::tests
