// The small building blocks: matching people, telling kinds of file, addresses.
#include <gtest/gtest.h>

#include "connectors/common/digest.h"
#include "connectors/common/media_type.h"
#include "connectors/common/person_match.h"
#include "connectors/http/origin.h"
#include "tests/unit/connectors/sample_people.h"

namespace connectors::tests {

TEST(PersonMatch, GoesByBsnElseByFamilyNameAndBirthdate) {
    struct Case {
        NamedPerson named;
        Match expected;
    };
    const std::vector<Case> cases{
        {{"Iemand Anders", "", "912345676"}, Match::yes},
        {{"Berend Willem van Aalst", "1984-03-02", "934567815"}, Match::no},
        {{"B.W. van Aalst", "1984-03-02", ""}, Match::yes},
        {{"berend VAN AÁLST", "1984-03-02", ""}, Match::yes},
        {{"Berend van Aalst", "1984-03-03", ""}, Match::no},
        {{"Joris van Aalst", "1984-03-02", ""}, Match::possible},
        {{"Berend van Aalst", "", ""}, Match::possible},
        {{"Joris van Aalst", "", ""}, Match::no},
        {{"Berend Smit", "1984-03-02", ""}, Match::no},
        {{"", "1984-03-02", ""}, Match::no},
    };
    for (const Case& row : cases) EXPECT_EQ(matchOf(father(), row.named), row.expected) << row.named.name;
}

TEST(MediaType, IsToldByContentFirst) {
    EXPECT_EQ(mediaTypeOf("%PDF-1.7 x", "brief.docx"), "application/pdf");
    EXPECT_EQ(mediaTypeOf("PK\x03\x04 x", "brief.docx"),
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    EXPECT_EQ(mediaTypeOf("geen docx", "brief.docx"), "");
    EXPECT_EQ(mediaTypeOf("tekst", "journaal.TXT"), "text/plain");
    EXPECT_EQ(mediaTypeOf(std::string("bin\0air", 7), "journaal.txt"), "");
}

TEST(Origin, IsSchemeHostAndPort) {
    using http::sameOrigin;
    EXPECT_TRUE(sameOrigin("https://z.example/api", "https://z.example:443/elders"));
    EXPECT_FALSE(sameOrigin("https://z.example/", "http://z.example/"));
    EXPECT_FALSE(sameOrigin("https://z.example/", "https://z.example.kwaad.example/"));
    EXPECT_FALSE(sameOrigin("https://z.example/", "https://z.example@kwaad.example/"));
    EXPECT_FALSE(sameOrigin("https://z.example/", "/relatief"));
}

TEST(Digest, IsKnownInHexAndBase64) {
    EXPECT_TRUE(isSha256Of("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", "abc"));
    EXPECT_TRUE(isSha256Of("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=", "abc"));
    EXPECT_FALSE(isSha256Of("", "abc"));
}

}  // namespace connectors::tests
