#include <gtest/gtest.h>

#include "service/web/http/request.h"
#include "service/web/http/response.h"

using namespace service::web::http;

TEST(FormFields, AreDecodedInOrderAndBrokenOnesAreRefused) {
    const auto fields = parseFields("naam=Zo%C3%AB+V&naam=b&leeg=&kaal");
    ASSERT_TRUE(fields);
    EXPECT_EQ(*fields, (Fields{{"naam", "Zoë V"}, {"naam", "b"}, {"leeg", ""}, {"kaal", ""}}));
    for (const auto* broken : {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%00", "a=%ed%a0%80", "a=%c0%80"}) EXPECT_FALSE(parseFields(broken)) << broken;
    std::string many;
    for (int i = 0; i < 3000; ++i) many += "a=1&";
    EXPECT_FALSE(parseFields(many));
}

TEST(Multipart, GivesFieldsAndFilesWithBareNames) {
    const std::string body =
        "--grens\r\nContent-Disposition: form-data; name=\"reden\"\r\n\r\nomdat\r\n"
        "--grens\r\nContent-Disposition: form-data; name=\"stuk\"; filename=\"C:\\map\\brief.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n\r\nx\r\n"
        "--grens\r\nContent-Disposition: form-data; name=\"leeg\"; filename=\"\"\r\n\r\n\r\n--grens--\r\n";
    const auto parts = parseMultipart("multipart/form-data; boundary=grens", body);
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->fields, (Fields{{"reden", "omdat"}}));
    ASSERT_EQ(parts->files.size(), 2u);
    EXPECT_EQ(parts->files[0].fileName, "brief.pdf");
    EXPECT_EQ(parts->files[0].mediaType, "application/pdf");
    EXPECT_EQ(parts->files[0].bytes, "%PDF\r\n\r\nx");
    EXPECT_EQ(parts->files[1].bytes, "");
}

TEST(Multipart, HalfOnesAreRefused) {
    for (const auto* body : {"", "--grens", "--grens\r\n", "--grens\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx", "geen\r\n--grens--",
                             "--grens\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--grens--", "--grens\r\n\r\nx\r\n--grens--"})
        EXPECT_FALSE(parseMultipart("multipart/form-data; boundary=grens", body)) << body;
    EXPECT_FALSE(parseMultipart("multipart/form-data", "--\r\n"));
}

TEST(Redirects, StayWithUsWhateverAFormSays) {
    EXPECT_EQ(service::web::http::redirect("/werkvoorraad?wie=team").headers.front().second, "/werkvoorraad?wie=team");
    for (const char* elsewhere : {"//evil.example", "/\\evil.example", "http://evil.example", "/a\r\nSet-Cookie: x", "/a?b=\n", ""})
        EXPECT_EQ(service::web::http::redirect(elsewhere).headers.front().second, "/") << elsewhere;
}

TEST(Cookies, AreFoundByWholeName) {
    Request request;
    request.headers = {{"cookie", "xlakwerk=1; lakwerk=twee;lakwerk2=3"}};
    EXPECT_EQ(request.cookie("lakwerk"), "twee");
    EXPECT_EQ(request.cookie("werk"), std::nullopt);
}
