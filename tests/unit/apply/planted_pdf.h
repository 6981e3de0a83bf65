// A PDF with one invented name planted in as many places as a PDF has, for leak tests. Written by hand, object by
// object, so that no library decides what it may hold.
#pragma once

#include <string>
#include <vector>

namespace planted {

inline constexpr const char* name = "Corrie Zwaan";       // stands in every place
inline constexpr const char* first = "Corrie";
inline constexpr const char* family = "Zwaan";

// Everything at once. The page shows, in plain text, the name on a line of its own and in a sentence.
std::string everywhere();

// One place each, for the test that verification looks there. Visible text holds no name.
struct Place {
    std::string what, pdf;
};
std::vector<Place> onePerFile();

}  // namespace planted
