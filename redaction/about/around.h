// Who is named in the stretches before and behind one, and who is labelled as speaking there. Found once per text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redaction/about/split.h"
#include "redaction/about/weigh.h"

namespace redaction::about {

struct Label {  // "Lieve: ik …", "HD: en hem?", "[8-1 22:03] kaneelbroodje08: hoi"
    bool is = false, staff = false, repeated = false;  // repeated: in this text, so it is of a talk
    std::string text, subject;                         // folded; subject empty: nobody known
};

class Around {
  public:
    Around(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, const std::vector<Stretch>& stretches);

    const std::vector<Named>& named(std::size_t i) const { return named_[i]; }
    const Label& label(std::size_t i) const { return labels_[i]; }
    // How many stretches before (behind) i somebody is named last (next); 0: nowhere near.
    std::size_t namedBefore(std::size_t i, std::string_view id) const;
    std::size_t namedBehind(std::size_t i, std::string_view id) const;
    bool acts(std::size_t i, std::string_view id) const;
    bool isNamed(std::size_t i, std::string_view id) const;
    // The run of stretches without a blank line between them, to which i belongs.
    std::size_t blockStart(std::size_t i) const { return blocks_[i]; }
    enum class InBlock { none, named, acting };
    InBlock inBlock(std::size_t i, std::string_view id) const;  // elsewhere in it, not too far away
    const std::string& opener(std::size_t i) const { return openers_[i]; }  // named first in the block so far
    // Who is labelled as speaking in the next stretch with a label of nobody on the staff, or was in the last one.
    const std::string& answersNext(std::size_t i) const;
    const std::string& answeredLast(std::size_t i) const;
    // Of two who talk by turns: the other than the one labelled at i.
    std::string partnerOf(std::size_t i) const;

  private:
    Label labelOf(const detect::TextView& view, const Stretch& s, const std::vector<Named>& named) const;

    struct Present {
        std::string_view subject;
        bool acts = false;
    };
    std::vector<std::vector<Named>> named_;
    std::vector<std::vector<Present>> present_;
    std::vector<Label> labels_;
    std::vector<std::size_t> blocks_;
    std::vector<std::string> openers_;
};

}  // namespace redaction::about
