// Pages of which nothing is shown: in their place stands one line each, several on a sheet. Nothing of such a page comes
// along, not its size nor how much was on it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redaction/apply/rebuild/page_writer.h"

namespace redaction::apply::rebuild {

inline constexpr double sheetWidth = 595, sheetHeight = 842;  // A4, points

// Per page: the letters of its grounds ("A, P"; may be empty) when it is withheld whole. A page of few words is not: a
// picture may be all there is on it, and nobody decided about that.
std::vector<std::optional<std::string>> findWithheldPages(const Job& job);

// Puts a line for each withheld page on sheets that follow each other.
class WithheldSheet {
  public:
    bool hasRoom() const { return lines_ < linesOnASheet; }
    // page: 0-based.
    void addLine(fz_context* context, cairo_t* target, Fonts& fonts, std::size_t page, const std::string& letters);

  private:
    static constexpr int linesOnASheet = 36;
    int lines_ = 0;
};

}  // namespace redaction::apply::rebuild
