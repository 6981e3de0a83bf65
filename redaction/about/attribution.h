// How sure it is that a passage is about somebody. For every person of the case what is seen of them in and around the
// passage (named and how, going on from before, whose talk or letter it is) is weighed; the weights are data
// (templates/words/attribution.txt), fitted by tests/train on dossiers with decisions, leaving one family out at a time.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/about/second_look.h"
#include "redaction/about/sights.h"
#include "redaction/about/split.h"
#include "redaction/about/talk.h"
#include "redaction/about/weigh.h"
#include "redaction/words/index.h"

namespace redaction::about {

// Of a form line or title, where nothing is weighed: who stands in it.
void involve(Passage& p, const std::string& subject, Weight weight, double certainty);

// Replaces its `about` by whom the weighing found, the surest first.
void involveFrom(Passage& p, const Weighing& weighing);

// What is known of the discourse as a document goes on.
class Attribution {
  public:
    Attribution(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, Around& around);

    void readHeading(const Stretch& s, const std::vector<Named>& named, bool afterBody);  // a title, form line or mail header
    // A line that is a title though it looks like text: "II. Noor Postmus, 14 jaar", "Gespreksverslag Anjali (12), 3 mei."
    bool opensSection(const Stretch& s, const std::vector<Named>& named) const;
    void beginEntry(const std::vector<Named>& named);                        // of a journal
    // Weighs everybody for a body passage: first the people of the case, always in the same order.
    Weighing weigh(Passage& p, Scene scene, const Talk& talk);
    const std::string& focus() const { return focus_; }  // whose talk or letter this section is; empty: several or nobody
    bool focusTalks() const { return talkSection_; }

  private:
    struct Person {
        std::string id;
        std::size_t number = 0;  // Named::number
        bool child = false, reporter = false, inFunction = false, parent = false, family = false;
        detect::Gender gender = detect::Gender::unknown;
        std::size_t mentions = 0;  // in this document
        char initial = 0;          // folded, of the name they are called by
    };
    Clues cluesOf(const Person& person, const Clues& ofScene, const Scene& scene, const Talk& talk);
    static bool mayBeTitle(std::string_view text);
    bool fitsGender(std::size_t person, detect::Gender gender) const;
    bool fitsGender(const std::string& id, detect::Gender gender) const { return fitsGender(people_.indexOf(id), gender); }
    bool namedOfGender(const std::vector<Named>& named, detect::Gender gender) const;
    void remember(const std::vector<Named>& named, const Passage& p);

    const detect::TextView& v_;
    const detect::People& people_;
    const std::vector<detect::Mention>& mentions_;
    Around& around_;
    std::vector<Person> persons_;
    std::vector<std::size_t> met_;  // by Named::who: for whom they were counted last
    std::size_t counting_ = 0;
    std::size_t mentioned_ = 0;
    std::string focus_, documentFocus_, entry_;
    words::Index titled_;               // named in the headings of this section
    std::vector<std::string> recent_;   // who acted, the last first
    std::size_t lastActing_ = 0;  // how many acted in the passage before
    bool talkSection_ = false, near_ = false, toldOfReporter_ = false, documentStarts_ = true;
};

}  // namespace redaction::about
