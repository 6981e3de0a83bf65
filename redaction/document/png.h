// Small PNG pictures of pages for the screen: grey pages in sixteen shades, others in colour.
#pragma once

#include <string>

namespace redaction::document {

struct Pixels {
    int width = 0, height = 0, stride = 0;
    int components = 3;  // 3: RGB; 1: grey
    const unsigned char* data = nullptr;
};

std::string toPng(const Pixels& pixels);  // throws std::bad_alloc

}  // namespace redaction::document
