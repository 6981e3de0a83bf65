// Who is named in the stretches before and behind one, and who is labelled as speaking there. Found once per text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/about/split.h"
#include "redaction/about/weigh.h"
#include "redaction/words/index.h"

namespace redaction::about {

struct Label {  // "Lieve: ik …", "HD: en hem?", "[8-1 22:03] kaneelbroodje08: hoi"
    bool is = false, staff = false, repeated = false;  // repeated: in this text, so it is of a talk
    std::string text, subject;                         // folded; subject empty: nobody known
};

enum class InBlock { none, named, acting };

struct Near {  // where somebody is named around a stretch
    std::size_t before = 0, behind = 0;  // how many stretches before it last, behind it next; 0: nowhere near
    bool actedBefore = false, actsBehind = false;  // in that stretch
    InBlock block = InBlock::none;       // elsewhere in its block, not too far away
};

class Around {
  public:
    Around(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, const std::vector<Stretch>& stretches);

    const std::vector<Named>& named(std::size_t i) const { return named_[i]; }
    const Label& label(std::size_t i) const { return labels_[i]; }
    std::size_t numberOf(std::string_view id) const { return numbers_.find(id); }  // Named::number; kNone: never named here
    // Who is named around i, for everybody at once; holds until the next call.
    void standAt(std::size_t i);
    const Near& near(std::size_t number) const { return number < near_.size() ? near_[number] : kNowhere; }
    // The run of stretches without a blank line between them, to which i belongs.
    std::size_t blockStart(std::size_t i) const { return blocks_[i]; }
    const std::string& opener(std::size_t i) const { return openers_[i]; }  // named first in the block so far
    // Who is labelled as speaking in the next stretch with a label of nobody on the staff, or was in the last one.
    const std::string& answersNext(std::size_t i) const;
    const std::string& answeredLast(std::size_t i) const;
    // Of two who talk by turns: the other than the one labelled at i.
    std::string partnerOf(std::size_t i) const;

  private:
    Label labelOf(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named) const;

    struct Present {
        std::size_t number = 0;
        bool acts = false;
    };
    void number(std::vector<Named>& named);  // Named::number and who
    void collect(const std::vector<Named>& named);
    std::span<const Present> presentAt(std::size_t i) const { return {present_.data() + firstPresent_[i], firstPresent_[i + 1] - firstPresent_[i]}; }

    static constexpr Near kNowhere{};
    std::vector<std::vector<Named>> named_;
    words::Index numbers_;                   // of the subjects
    struct Here {
        std::size_t stretch = 0, who = 0;    // the last in which they were named, from one; Named::who in it
    };
    std::vector<Here> here_;                 // by number
    std::vector<Present> present_;           // stretch after stretch
    std::vector<std::size_t> firstPresent_;  // of each stretch, and the end
    std::vector<Near> near_;                 // by number, around the stretch stood at
    std::vector<std::size_t> changed_;       // those that are not nowhere
    std::vector<Label> labels_;
    std::vector<std::size_t> blocks_;
    std::vector<std::string> openers_;
};

}  // namespace redaction::about
