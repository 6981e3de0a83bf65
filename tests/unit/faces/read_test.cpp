// The command line shows what is in a file: what can be seen, and apart from it what hides.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "service/faces/faces.h"
#include "service/faces/files.h"
#include "tests/unit/reader/samples.h"

namespace service::faces {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Told {
    int status;
    std::string out, err;
};

Told run(const Arguments& arguments) {
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int status = read(arguments);
    return {status, testing::internal::GetCapturedStdout(), testing::internal::GetCapturedStderr()};
}

class Read : public testing::Test {
  protected:
    fs::path folder = fs::temp_directory_path() / ("lakwerk-read-" + std::to_string(getpid()));
    void SetUp() override { fs::create_directories(folder); }
    void TearDown() override { fs::remove_all(folder); }
    std::string file(const std::string& name, const std::string& bytes) {
        writeFile(folder / name, bytes);
        return (folder / name).string();
    }
    json model(const std::string& name, const std::string& bytes) {
        const auto told = run({"--json", file(name, bytes)});
        EXPECT_EQ(told.status, 0) << told.err;
        return json::parse(told.out);
    }
};

std::string pageWithWhiteText() {
    return samples::pdfOf({samples::textAt(72, 700, "Els belde vandaag") + samples::textAt(72, 600, "Panterstraat", "1 g"), {}, {}, {}, {}});
}

const std::string mail =
    "From: Els <els@example.nl>\r\nTo: Bram <bram@example.nl>\r\nSubject: Verslag\r\nDate: Mon, 02 Mar 2026 10:00:00 +0100\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    "--x\r\nContent-Type: text/plain\r\n\r\nHierbij het verslag.\r\n"
    "--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=verslag.txt\r\n\r\nHet gesprek verliep goed.\r\n"
    "--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=kapot.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQgZW4gdmVyZGVyIG5pZXRz\r\n--x--\r\n";

std::vector<std::string> wordsOf(const json& page, bool visible) {
    std::vector<std::string> words;
    for (const auto& word : page.at("words"))
        if (word.at("visible") == visible) words.push_back(word.at("text"));
    return words;
}

TEST_F(Read, PrintsWhatCanBeSeenAndApartFromItWhatHides) {
    const auto told = run({file("brief.pdf", pageWithWhiteText())});
    EXPECT_EQ(told.status, 0) << told.err;
    const auto seen = told.out.find("Els belde vandaag"), line = told.out.find("Verborgen in het bestand"), hidden = told.out.find("Panterstraat");
    ASSERT_NE(hidden, std::string::npos) << told.out;
    EXPECT_LT(seen, line);
    EXPECT_LT(line, hidden);
    EXPECT_NE(told.err.find("Let op: Pagina 1"), std::string::npos) << told.err;
}

TEST_F(Read, GivesTheModelOfAPageAsJson) {
    const auto read = model("brief.pdf", pageWithWhiteText());
    EXPECT_EQ(read.at("format"), "pdf");
    EXPECT_EQ(read.at("layout"), "paged");
    EXPECT_EQ(read.at("text"), "Els belde vandaag");
    const auto& page = read.at("pages").at(0);
    EXPECT_NEAR(page.at("width").get<double>(), 595, 1);
    EXPECT_EQ(page.at("scanned"), false);
    EXPECT_EQ(wordsOf(page, true), (std::vector<std::string>{"Els", "belde", "vandaag"}));
    EXPECT_EQ(wordsOf(page, false), std::vector<std::string>{"Panterstraat"});
    const auto box = page.at("words").at(0).at("box");
    EXPECT_NEAR(box.at(0).get<double>(), 72, 1);
    EXPECT_LT(box.at(1).get<double>(), box.at(3).get<double>());
    EXPECT_EQ(page.at("words").at(0).at("confidence"), 1.0);
    EXPECT_FALSE(read.at("doubts").empty());
    bool told = false;
    for (const auto& part : read.at("leftOut")) told = told || (part.at("what") == "hidden text" && part.at("text") == "Panterstraat" && part.at("page") == 1);
    EXPECT_TRUE(told) << read.at("leftOut");
}

TEST_F(Read, OpensWhatCameInsideAndSaysWhyNot) {
    const auto read = model("mail.eml", mail);
    EXPECT_EQ(read.at("format"), "mail");
    EXPECT_EQ(read.at("layout"), "flow");
    EXPECT_EQ(read.at("title"), "Verslag");
    EXPECT_EQ(read.at("blocks").at(0).at("kind"), "header");
    EXPECT_TRUE(read.at("pages").at(0).at("width").is_null());
    ASSERT_EQ(read.at("attachments").size(), 2u);
    EXPECT_EQ(read.at("attachments").at(0).at("text"), "Het gesprek verliep goed.");
    EXPECT_EQ(read.at("attachments").at(1).at("read"), false);
    EXPECT_NE(read.at("attachments").at(1).at("why").get<std::string>().find("afgebroken of beschadigd"), std::string::npos);
    const auto told = run({file("mail.eml", mail)});
    EXPECT_NE(told.out.find("Bijlage: verslag.txt"), std::string::npos) << told.out;
    EXPECT_NE(told.out.find("Niet gelezen: Dit pdf-bestand is afgebroken"), std::string::npos) << told.out;
}

TEST_F(Read, SaysInOneSentenceWhatItCannotRead) {
    const auto told = run({"--json", file("kapot.pdf", "%PDF-1.4 en verder niets")});
    EXPECT_EQ(told.status, 1);
    EXPECT_EQ(told.out, "");
    EXPECT_NE(told.err.find("Niet gelezen: Dit pdf-bestand is afgebroken of beschadigd"), std::string::npos) << told.err;
    EXPECT_EQ(run({}).status, 2);
    EXPECT_EQ(run({"--jason", "x"}).status, 2);
    EXPECT_THROW(read({(folder / "bestaat-niet.pdf").string()}), std::runtime_error);
}

}  // namespace
}  // namespace service::faces
