// Keeps what a connector delivers, and can stop it after a number of documents.
#pragma once

#include <limits>
#include <set>
#include <string>
#include <vector>

#include "connectors/connector.h"

namespace connectors::tests {

class RecordingSink : public Sink {
  public:
    std::vector<Delivered> documents;
    std::set<std::string> stored;  // what an earlier collection brought
    std::size_t expected = 0;
    std::size_t stopAfter = std::numeric_limits<std::size_t>::max();

    void expect(std::size_t count) override { expected = count; }
    bool alreadyHave(std::string_view externalId) override { return stored.count(std::string(externalId)) > 0; }
    void deliver(Delivered&& document) override { documents.push_back(std::move(document)); }
    bool stopped() override { return documents.size() >= stopAfter; }

    const Delivered* titled(std::string_view title) const {
        for (const Delivered& document : documents)
            if (document.title == title) return &document;
        return nullptr;
    }
};

}  // namespace connectors::tests
