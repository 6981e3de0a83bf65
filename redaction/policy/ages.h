// The ages at which the law changes who decides over a child's data; from the rules (rules.xml, R2, R3 and R5), by day.
#pragma once

namespace redaction::policy {

// In whole years on the day of the decision. Basis: Jeugdwet art. 7.3.11, 7.3.15; Wmo 2015 art. 5.3.2; UAVG art. 5
struct Ages {
    int confidence = 12;  // from here what the child told in confidence is weighed, and it may ask itself
    int own = 16;         // from here it decides itself
    int adult = 18;
};

}  // namespace redaction::policy
