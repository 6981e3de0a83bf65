// What a font says of itself is not what a page shows: nobody saw it, so it does not go out.
#include "redaction/apply/finish/font_programs.h"

#include <gmock/gmock.h>

namespace {

using namespace redaction::apply;
using testing::HasSubstr;
using testing::Not;

const std::string typeOne = "%!PS-AdobeFont-1.0: CorrieZwaan 003.002\n%%Creator: Corrie Zwaan\nFontDirectory/CorrieZwaan known{/CorrieZwaan findfont pop}\n"
                            "11 dict begin\n/FontType 1 def\n/FontName /CorrieZwaan def\n/FontInfo 9 dict dup begin\n"
                            "/Notice (Door \\(voor\\) (Corrie) Zwaan) readonly def\nend readonly def\n/Encoding 256 array\ndup 65 /A put\nreadonly def\n"
                            "currentdict end\ncurrentfile eexec\n\x01(%\x02";

TEST(FontPrograms, ATypeOneFontKeepsItsLettersAndLosesItsWords) {
    const auto left = withoutWordsOfTypeOne(typeOne);
    EXPECT_EQ(left.size(), typeOne.size()) << "its parts are found by their places";
    for (const auto* gone : {"Corrie", "Zwaan", "Door", "FontDirectory"}) EXPECT_THAT(left, Not(HasSubstr(gone)));
    for (const auto* stays : {"%!PS-AdobeFont-1.0: ", "\n11 dict begin\n/FontType 1 def", "dup 65 /A put", "/Notice (", "currentfile eexec\n\x01(%\x02"}) EXPECT_THAT(left, HasSubstr(stays));
}

std::string index(const std::vector<std::string>& entries) {
    std::string made{'\0', static_cast<char>(entries.size()), 1, 1}, data;
    for (const auto& entry : entries) {
        data += entry;
        made += static_cast<char>(data.size() + 1);
    }
    return made + data;
}

TEST(FontPrograms, ACffFontKeepsItsLettersAndLosesItsWords) {
    // registry, ordering and supplement; Notice; FullName; the place of its glyphs
    const std::string top{28, 1, static_cast<char>(0x87), 28, 1, static_cast<char>(0x88), static_cast<char>(139), 12, 30, 28, 1, static_cast<char>(0x89), 1,
                          28, 1, static_cast<char>(0x8A), 2, 30, 0x12, static_cast<char>(0x3F), 29, 0, 0, 1, 0, 17};
    const auto font = std::string{1, 0, 4, 1} + index({"CorrieZwaan"}) + index({top}) + index({"Adobe", "Identity", "Door Corrie", "Zwaan", "A.alt"}) + "glyphs";
    const auto left = withoutWordsOfCff(font);
    EXPECT_EQ(left.size(), font.size());
    for (const auto* gone : {"Corrie", "Zwaan", "Door"}) EXPECT_THAT(left, Not(HasSubstr(gone)));
    for (const auto* stays : {"Adobe", "Identity", "A.alt", "glyphs"}) EXPECT_THAT(left, HasSubstr(stays));
    EXPECT_EQ(withoutWordsOfCff(font.substr(0, 30)), font.substr(0, 30)) << "what cannot be taken apart stays";
}

}  // namespace
