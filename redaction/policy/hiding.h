// What a dossier itself tells of the place where somebody hides from the requester: which names of places occur with it,
// and from where on a document is set there. Learnt per request; nothing is remembered across families (R13).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "redaction/policy/reading.h"
#include "redaction/policy/regions.h"

namespace redaction::policy {

struct Ruling;

class Hiding {
  public:
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

    void learn(const Ruling& ruling, const std::vector<ReadFragment>& fragments);
    bool isSetThere(const ReadFragment& fragment, const about::Passage& passage) const;
    bool mayBeSetThere(const ReadFragment& fragment, const about::Passage& passage) const;  // or nobody knows where it is set
    const Regions& regions() const { return regions_; }
    bool isTheirPaper(const ReadFragment& fragment) const;  // under the letterhead of where they are: a shelter, a new school
    bool namesPlace(std::string_view folded) const;  // one of the learnt names as a word, or inside a mail or web address
    bool isPlace(std::string_view folded) const { return places_.count(std::string(folded)) != 0; }
    std::string_view find(std::string_view folded, std::size_t from) const;  // the first learnt name at or behind `from`

  private:
    void learnPlaces(const Ruling& ruling, const std::vector<ReadFragment>& fragments);
    void forgetCommonPlaces(const Ruling& ruling, const std::vector<ReadFragment>& fragments);
    void learnSettings(const std::vector<ReadFragment>& fragments, const household::Date& today);

    std::set<std::string, std::less<>> places_;
    Regions regions_;
    std::vector<std::vector<bool>> direct_;  // per fragment, per passage: does it tell the place itself?
    std::vector<std::size_t> from_;          // per fragment where the hidden setting begins; kNowhere
};

}  // namespace redaction::policy
