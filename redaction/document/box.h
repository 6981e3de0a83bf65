// Where something stands on a page.
#pragma once

namespace redaction::document {

// A rectangle on a page in points (1/72 inch), origin top left, y downwards.
struct Box {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

}  // namespace redaction::document
