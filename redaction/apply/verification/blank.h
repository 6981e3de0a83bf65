// Documents made from nothing, in each way this program makes them. What verification meets in these stands in any file
// and tells nothing about a source: the names of a PDF's syntax, the labels its properties are printed under, the tags
// of its metadata. A word of these that is withheld is no leak there, and is one everywhere else.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/verification/sayings.h"

namespace redaction::apply::verification {

class Blank {
  public:
    explicit Blank(const reader::ReaderProcess& reader) : reader_(reader) {}

    // What `look` meets in them. Looked at once per name, and not before something was found that may be such a word.
    using Look = std::function<Sayings(const FinishedFile&)>;
    const KnownSayings& metBy(const std::string& name, const Look& look) const;

  private:
    void make() const;

    const reader::ReaderProcess& reader_;
    mutable std::mutex mutex_;
    mutable std::vector<FinishedFile> files_;
    mutable std::map<std::string, KnownSayings> met_;
};

}  // namespace redaction::apply::verification
