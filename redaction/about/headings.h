// Which stretches are headers: titles, form lines, mail headers, salutations and signatures; and what the title says the
// whole document is.
#pragma once

#include <vector>

#include "redaction/about/cues.h"
#include "redaction/about/split.h"
#include "redaction/detect/text_view.h"

namespace redaction::about {

struct DocumentKind {
    bool plan = false, police = false;
};

class Headings {
  public:
    Headings(const detect::TextView& view, const std::vector<Stretch>& stretches) : v_(view), stretches_(stretches) {}

    DocumentKind documentKind(CueFinder& cues) const;
    bool isHeader(std::size_t i, const Cues& cues, bool afterHeader);
    bool inSignature() const { return signature_; }
    void leaveSignature() { signature_ = false; }

    bool opensInUpperCase(const Stretch& s) const { return v_.isUpper(firstLetter(s)); }
    static bool isDatedEntry(std::string_view folded);
    static bool isPoliceTitle(std::string_view folded);
    static bool isPlanTitle(std::string_view folded);

  private:
    std::string_view text(const Stretch& s) const { return v_.slice(s.start, s.end); }
    bool isAllCaps(const Stretch& s) const;
    bool endsSentence(const Stretch& s) const;
    bool isHeading(std::size_t i, const Cues& cues) const;
    bool isNumbered(const Stretch& s) const;
    bool isSentence(const Stretch& s) const;
    bool tellsSomething(const Stretch& s, const Cues& cues) const;
    bool stillInHead(std::size_t i, const Cues& cues, bool afterHeader) const;
    std::size_t firstLetter(const Stretch& s) const;

    const detect::TextView& v_;
    const std::vector<Stretch>& stretches_;
    bool signature_ = false;
};

}  // namespace redaction::about
