// Whether two pictures of a page show the same outside what was changed on purpose.
#pragma once

#include <optional>
#include <vector>

#include "redaction/apply/verification/grey_picture.h"
#include "redaction/document/document.h"

namespace redaction::apply::verification {

// same: drawn by the same engine; what differs by more than a smear is told. other: engines draw thin lines and small
// letters differently; told is what one shows and the other does not show at all.
enum class DrawnBy { sameEngine, otherEngine };

struct Difference {
    document::Box place;     // points
    bool isMissing = false;  // the source shows it; otherwise only the new page does
};

// changed: points; what lies there may differ. width: of the page, in points.
std::optional<Difference> findDifference(const GreyPicture& source, const GreyPicture& made, const std::vector<document::Box>& changed,
                                         double width, DrawnBy by);

}  // namespace redaction::apply::verification
