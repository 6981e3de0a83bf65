// What the case knows of where its people live, learn and work, as recognisers look for it: by the word of a text with
// which it may begin. Built once per case.
#pragma once

#include <string>
#include <vector>

#include "redaction/detect/mention.h"
#include "redaction/detect/vocabulary.h"
#include "redaction/household/household.h"
#include "redaction/words/index.h"

namespace redaction::detect {

struct KnownValue {
    std::string person;
    Kind kind;
    std::vector<std::string> words;  // the distinctive words: "letterbeam" of "obs De Letterbeam"
    bool needsType = false;          // the distinctive words are ordinary words or a name
    bool article = false;            // "De Kade": a capital article will do
};

struct KnownStreet {
    std::string person;
    std::vector<std::string> words;  // the last one in full: "kerkstraat"
    std::string number;              // folded, letters and digits only
};

class Known {
  public:
    explicit Known(const std::vector<household::Person>& persons);

    const std::vector<KnownValue>& valuesAt(const Word& first) const;    // that begin with this word
    const std::vector<KnownStreet>& streetsAt(const Word& last) const;   // whose last word it is, in full or abbreviated
    bool opensValue(const Word& first) const { return firstWords_.find(first) != words::Index::kNone; }
    bool endsStreet(const Word& last) const { return lastWords_.find(last) != words::Index::kNone; }

  private:
    void addValue(KnownValue value);
    void addStreet(KnownStreet street);

    words::Index firstWords_, lastWords_;
    std::vector<std::vector<KnownValue>> values_;    // of each of firstWords_
    std::vector<std::vector<KnownStreet>> streets_;  // of each of lastWords_
};

std::string compact(std::string_view folded);  // letters and digits only

}  // namespace redaction::detect
