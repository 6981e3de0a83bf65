// What an attacker who knows everything but one name learns from a finished document: whom of a roster it can be.
// For each name the same page is drawn and released; names whose releases are equal cannot be told apart.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace roster {

struct Layout {
    std::string name;                                        // Dutch, for a table
    std::function<std::string(const std::string&)> release;  // the name hidden on it, the finished PDF: bytes
    double blur = 0;  // points; 0: documents are equal byte by byte. Else, on pictures, everything stands at the same place
};

// Everything of a release an attacker compares.
struct Sign {
    std::string text;
    std::vector<double> places;
    double blur = 0;
    bool fits(const Sign& other) const;
};
Sign signOf(const Layout& layout, const std::string& person);
Sign signOf(long number);

const std::vector<Layout>& layouts();

std::vector<std::string> people(std::size_t count);  // invented, each once

double nameWidth(const std::string& person);  // points, as printed

// Share of draws of `size` people in which nobody else fits the sign of the one that is hidden. signs: one per person.
double singledOut(const std::vector<Sign>& signs, std::size_t size);

}  // namespace roster
