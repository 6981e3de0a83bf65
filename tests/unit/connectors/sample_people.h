// Invented people and limits the connector tests share. The BSNs pass the 11-test and belong to nobody.
#pragma once

#include "connectors/connector.h"

namespace connectors::tests {

inline Sought father() {
    return {"vader", "912345676", "Berend Willem van Aalst", "1984-03-02"};
}
inline Sought child() {
    return {"kind", "923456788", "Tijs van Aalst", "2017-09-14"};
}

inline Query familyQuery() {
    return {"LW-2026-0001", {father(), child()}, {}, "p.docter"};
}

// Bodies are bounded so that a flood ends; time is what a busy machine needs.
inline Limits testLimits() {
    Limits limits;
    limits.maxDocumentBytes = 4u << 20;
    return limits;
}

// Short enough that a partner who stalls or drips does not hold up the tests.
inline Limits shortLimits() {
    Limits limits = testLimits();
    limits.idle = std::chrono::seconds(1);
    limits.perDocument = std::chrono::seconds(2);
    return limits;
}

}  // namespace connectors::tests
