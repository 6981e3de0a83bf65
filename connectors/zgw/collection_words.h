// How far a collection from a ZGW server came, and how that is said in the completeness statement.
#pragma once

#include "connectors/connector.h"

namespace connectors::zgw {

struct Progress {
    std::size_t cases = 0, delivered = 0, withheld = 0;
    std::size_t hidden = 0;     // documents a case names but the list does not show us
    std::size_t overLimit = 0;  // documents beyond Limits::maxDocuments
    std::size_t withoutBsn = 0, failuresInARow = 0;
    std::optional<ConnectorError> lastFailure;  // of a document that was tried twice
    std::vector<Missing> missing;
    std::vector<std::string> searchedWith;
    bool stopped = false;

    static Progress of(const Query& query);
};

Statement statementOf(const Progress& progress);

}  // namespace connectors::zgw
