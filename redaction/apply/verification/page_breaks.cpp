#include "redaction/apply/verification/page_breaks.h"

#include <algorithm>
#include <sstream>

namespace redaction::apply::verification {

namespace {

constexpr std::size_t linesOfSeam = 4, linesOfFrame = 2;

std::vector<std::string> linesOf(const std::string& page) {
    std::vector<std::string> lines;
    std::istringstream stream(page);
    for (std::string line; std::getline(stream, line);)
        if (line.find_first_not_of(" \t\r") != line.npos) lines.push_back(line);
    return lines;
}

std::string joined(const std::vector<std::string>& lines, std::size_t from, std::size_t to) {
    std::string text;
    for (auto at = from; at < std::min(to, lines.size()); ++at) text += lines[at] + "\n";
    return text;
}

}  // namespace

std::vector<std::string> pagesOf(const std::string& text) {
    std::vector<std::string> pages;
    std::size_t start = 0;
    for (auto at = text.find('\f'); at != text.npos; at = text.find('\f', start)) {
        pages.push_back(text.substr(start, at - start));
        start = at + 1;
    }
    pages.push_back(text.substr(start));
    return pages;
}

std::vector<std::string> seams(const std::string& page, const std::string& next) {
    const auto above = linesOf(page), below = linesOf(next);
    std::vector<std::string> found;
    for (std::size_t footer = 0; footer <= std::min(linesOfFrame, above.size()); ++footer)
        for (std::size_t header = 0; header <= std::min(linesOfFrame, below.size()); ++header) {
            const auto end = above.size() - footer;
            found.push_back(joined(above, end > linesOfSeam ? end - linesOfSeam : 0, end) + joined(below, header, header + linesOfSeam));
        }
    return found;
}

}  // namespace redaction::apply::verification
