// What follows a paragraph on its page goes up or down with it when it is set again in fewer lines or in more: how many
// there were tells how long a hidden name is. Pure geometry; not for other folders.
#pragma once

#include <optional>
#include <vector>

#include "redaction/apply/rebuild/line_setting.h"

namespace redaction::apply::rebuild {

class TextFlow {
  public:
    // drawings: where the page paints anything but words; none: nobody knows, and nothing goes up or down.
    TextFlow(const MarkedPage& marked, const std::vector<Movable>& movable, const std::vector<document::Box>* drawings)
        : marked_(marked), movable_(movable), drawings_(drawings) {}

    // The text below these lines up to a wide gap; its first and last point down the page, and how far it may go down.
    struct Below {
        double from = 0, to = 0, room = 0;
    };
    std::optional<Below> below(const std::vector<std::size_t>& lines) const;  // none: something there stays where it is

    // From now on it hangs below `set`, where the lines above it ended when set again, instead of `foot`.
    void hang(const Below& below, double foot, double set) { hung_.push_back({below, foot, set}); }
    void move(PagePlan& plan) const;

  private:
    struct Hung {
        Below below;
        double foot, set;
    };
    std::optional<double> footOf(const document::Box& from, double foot) const;
    bool mayMove(const LinePiece& piece) const;
    bool keepsClear(const Below& below, double top) const;

    const MarkedPage& marked_;
    const std::vector<Movable>& movable_;
    const std::vector<document::Box>* drawings_;
    std::vector<Hung> hung_;  // from the top of the page down
};

}  // namespace redaction::apply::rebuild
