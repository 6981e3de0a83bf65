#include "redaction/apply/verification/pdf_objects.h"

#include <gmock/gmock.h>

#include "redaction/apply/verification/needles.h"

namespace {

using namespace redaction::apply::verification;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string object(const std::string& body) { return "%PDF-1.7\n1 0 obj\n" + body + "\nendobj\n"; }
std::string stream(const std::string& body) { return object("<<\n/Length 9\n>>\nstream\n" + body + "\nendstream"); }

TEST(TakeApart, ReadsStringsInEveryNotation) {
    const auto parts = takeApart(object("<< /A (Cor\\162ie) /B <436F72> /C <FEFF005A0077> /Jan#20Bos 1 >>"));
    for (const auto* expected : {"Corrie", "Cor", "Zw", "Jan Bos"}) EXPECT_THAT(joined(parts.strings), HasSubstr(expected));
}

TEST(TakeApart, NamesTheForbiddenParts) {
    EXPECT_THAT(takeApart(object("<< /JS (1) /EmbeddedFiles 3 0 R >>")).forbidden, ElementsAre("programmacode", "een bijlage"));
    EXPECT_THAT(takeApart(object("<< /JSON 1 >>")).forbidden, IsEmpty());
}

// Kerning cuts words into pieces that are no words.
TEST(TakeApart, JoinsThePiecesOfAWordInContent) {
    const auto parts = takeApart(stream("BT /F 1 Tf [(Joh)3(anna)-250(kwam)]TJ ET\n"));
    ASSERT_EQ(parts.texts.size(), 1u);
    EXPECT_THAT(Needles({"Anna"}, {}).findIn(joined(parts.texts[0])), IsEmpty());
    EXPECT_THAT(Needles({"Johanna"}, {}).findIn(joined(parts.texts[0])), ElementsAre(0));
}

TEST(TakeApart, ReadsNoNumberAcrossTheNameOfAFont) {
    const auto parts = takeApart(stream("BT /f-1-0 9 Tf (Sanne) Tj /f-2-0 9 Tf ((13) en ) Tj (Hui) Tj /Jansen 9 Tf (sman) Tj ET\n"));
    ASSERT_EQ(parts.texts.size(), 1u);
    EXPECT_THAT(Needles({"2013,"}, {}).findIn(joined(parts.texts[0])), IsEmpty());
    EXPECT_THAT(Needles({"Huisman"}, {}).findIn(joined(parts.texts[0])), ElementsAre(0));
    EXPECT_THAT(Needles({"Jansen"}, {}).findIn(joined(parts.texts[0])), ElementsAre(0)) << "a name counts too";
}

struct Content {
    std::string content, withheld;
    bool found;
};

// Strings read on where nothing moves the pen between them, and are words of their own where something does.
TEST(TakeApart, ReadsOnUpToWhereThePenIsPutElsewhere) {
    const std::vector<Content> table{{"(Bas) Tj /f-1-0 9 Tf (school) Tj", "Bas", false},   {"(Bas) Tj 9 0 Td (school) Tj", "Bas", true},
                                     {"[(Bas)] TJ [(school)] TJ", "Bas", false},            {"(de) Tj T* (Bas) Tj", "Bas", true},
                                     {"(de) Tj (Bas) '", "Bas", true},                      {"(de) Tj 1 1 (Bas) \"", "Bas", true},
                                     {"(de) Tj ET BT (Bas) Tj", "Bas", true},               {"(de) Tj /Span << /Alt (Bas) >> BDC (x) Tj EMC", "Bas", true},
                                     {"/Span << /ActualText (B) >> BDC <0001> Tj EMC /Span << /ActualText (as) >> BDC <0001> Tj EMC", "Bas", true},
                                     {"/Span << /ActualText (Bas) >> BDC <0001> Tj EMC /Span << /ActualText (is) >> BDC <0001> Tj EMC", "Bas", false},
                                     {"/Span << /ActualText (x) >> BDC (Bas) Tj EMC", "Bas", true}, {"(B) Tj (a) Tj (s) Tj", "Bas", true},
                                     {"[(B)-900(a)-900(s)] TJ", "Bas", true}};
    for (const auto& [content, withheld, found] : table) {
        const auto parts = takeApart(stream("BT /f-0-0 9 Tf " + content + " ET\nq 1 0 0 1 0 0 cm\nQ"));
        ASSERT_EQ(parts.texts.size(), 1u);
        EXPECT_EQ(!Needles({withheld}, {}).findIn(joined(parts.texts[0])).empty(), found) << content;
    }
}

TEST(TakeApart, ReadsNoNameInARandomNumberButInOneThatIsText) {
    const auto random = takeApart("trailer << /ID [<8F0342617320E1C9F70A114D90AB33CE><01F3E5C94261731299887766554433AA>] /Root 1 0 R >>");
    EXPECT_THAT(Needles({"Bas"}, {}).findIn(joined(random.strings)), IsEmpty());
    const auto text = takeApart("trailer << /ID [<42617320456C6C656E20656E204A616E><42617320456C6C656E20656E204A616E>] >>");
    EXPECT_THAT(Needles({"Bas"}, {}).findIn(joined(text.strings)), ElementsAre(0));
}

// The letters of a font stand in the order of their first use.
TEST(TakeApart, DoesNotSpellWordsFromAnEncoding) {
    const auto parts = takeApart(object("<< /Differences [65 /J /a /n /s /e /n] >>"));
    EXPECT_THAT(Needles({"Jansen", "Jan"}, {}).findIn(joined(parts.strings)), IsEmpty());
}

TEST(Needles, SearchesLongStringsInBytesInEveryEncoding) {
    const NeedleSet set{"Corrie Zwaan", "Zwaan"};
    const Needles needles(set, {});
    EXPECT_THAT(needles.findInBytes(std::string("\x00\x01" "Corrie Zwaan\x02", 15)), ElementsAre(0));
    std::string wide;
    for (const char letter : std::string("Corrie Zwaan")) wide += std::string(1, '\0') + letter;
    EXPECT_THAT(needles.findInBytes(wide), ElementsAre(0));
    EXPECT_THAT(needles.findInBytes("Zwaan"), IsEmpty());
}

TEST(Needles, FontTablesThatCountUpAreNoPhoneNumber) {
    EXPECT_THAT(Needles({"12345678"}, {}).findInBytes("./0123456789:;"), IsEmpty());
}

}  // namespace
