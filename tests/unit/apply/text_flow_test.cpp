// What follows a paragraph hangs below it as it is set again, so that the number of its lines does not tell how long a
// hidden name is.
#include <gmock/gmock.h>

#include <sstream>

#include "redaction/apply/rebuild/page_plan.h"
#include "redaction/document/page_builder.h"
#include "tests/unit/apply/reading.h"

namespace {

using namespace redaction;
using namespace redaction::apply::rebuild;
using document::Box;

constexpr double left = 70, right = 525, sign = 6, high = 10, step = 15;

struct Page {
    document::Document document;
    double end = 0;  // foot of the paragraph that the name stands in
};

// Words as wide as they are long, line after line; a paragraph with a name, two lines behind it, and a footer.
Page pageWith(const std::string& name) {
    Page page;
    page.document.layout = document::Layout::paged;
    document::PageBuilder builder(page.document, 595, 842);
    double y = 100;
    const auto write = [&](const std::string& text) {
        std::istringstream words(text);
        double x = left;
        for (std::string word; words >> word; x += sign * (double(word.size()) + 1)) {
            if (x + sign * double(word.size()) > right) x = left, y += step, builder.lineBreak();
            builder.word(document::toCodePoints(word), {x, y - high, x + sign * double(word.size()), y}, 1, true);
        }
    };
    write("Op maandag belde de leerkracht omdat " + name + " opnieuw niet op school was gekomen en er thuis niemand opnam en later op die dag kwam er bericht dat alles goed was en dat het gesprek van dinsdag gewoon doorgaat");
    page.end = y;
    for (const auto* line : {"Daarna is een afspraak gemaakt.", "Het gesprek duurde een uur."}) y += 2 * step, builder.paragraphBreak(), write(line);
    y = 800, builder.paragraphBreak(), write("Bladzijde twee");
    builder.finish();
    return page;
}

std::vector<double> feetAfter(const Page& page, const std::string& name, const std::vector<Box>* drawings) {
    const auto& words = page.document.pages[0].words;
    const auto plan = planPage(page.document, 0, reading::hide(page.document, {name}), {"[A]"}, std::vector<Movable>(words.size(), Movable::text), drawings);
    std::vector<double> feet;
    for (std::size_t at = 0; at < words.size(); ++at)
        if (words[at].box.y1 > page.end) feet.push_back(plan.words[at].to().y1);
    return feet;
}

const std::string shorter = "Bo Mol", longer = "Bartholomeus Willemijn van den Heuvel-Groenewoud";

TEST(TextFlow, HangsAtOneHeightHoweverLongTheNameIs) {
    const auto brief = pageWith(shorter), lengthy = pageWith(longer);
    ASSERT_EQ(lengthy.end - brief.end, step);  // one line more in the source
    const std::vector<Box> nothing;
    const auto feet = feetAfter(brief, shorter, &nothing);
    ASSERT_EQ(feet.size(), 12u);
    EXPECT_EQ(feet, feetAfter(lengthy, longer, &nothing));
    EXPECT_EQ(feet.back(), 800);  // what stands at the foot of the page stays there
}

TEST(TextFlow, StaysWhereADrawingStandsBetween) {
    const auto lengthy = pageWith(longer);
    const std::vector<Box> rule{{left, lengthy.end + 20, right, lengthy.end + 21}}, paper{{0, 0, 595, 842}};
    EXPECT_EQ(feetAfter(lengthy, longer, &rule).front(), lengthy.end + 2 * step);
    EXPECT_EQ(feetAfter(lengthy, longer, nullptr).front(), lengthy.end + 2 * step);
    EXPECT_LT(feetAfter(lengthy, longer, &paper).front(), lengthy.end + 2 * step);
}

}  // namespace
