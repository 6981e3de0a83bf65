// Every letter as its example fills it in, in both languages, against tests/data/letters. To write those anew after a
// change that is meant: LAKWERK_GOLDEN=1 build/ci/unit_letters --gtest_filter='Golden*', and read the difference.
// With LAKWERK_LETTERS_OUT the PDFs are kept there, to look at.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>
#include <sstream>

#include "tests/unit/letters/letters_for_tests.h"
#include "tests/unit/letters/printed_text.h"

namespace service::letters {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path goldens = fs::path{LAKWERK_SOURCE_DIR} / "tests/data/letters";

std::string read(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

void write(const fs::path& path, const std::string& text) { std::ofstream{path, std::ios::binary} << text; }

TEST(Golden, LettersArePrintedAsTheyWere) {
    std::set<std::string> expected;
    for (const auto& name : book().names())
        for (const auto language : {Language::dutch, Language::english}) {
            auto frame = someFrame();
            if (language == Language::english) frame.contactName = "Privacy team", frame.addresseeName = "K. Verbeek", frame.salutation = "Mr Verbeek";
            if (book().addressee(name) == Addressee::child) frame.addresseeName = "Sam";
            const auto letter = book().write(name, language, frame, book().example(name, language));
            const fs::path file = goldens / (name + "." + toText(language) + ".txt");
            expected.insert(file.filename());
            if (const char* folder = std::getenv("LAKWERK_LETTERS_OUT")) write(fs::path{folder} / (name + "-example-" + toText(language) + ".pdf"), letter.print().pdf);
            if (std::getenv("LAKWERK_GOLDEN")) write(file, printedText(letter));
            EXPECT_EQ(printedText(letter), read(file)) << file;
        }
    for (const auto& entry : fs::directory_iterator{goldens})
        EXPECT_TRUE(entry.is_directory() || expected.contains(entry.path().filename())) << entry.path() << " is of no letter";
}

// Each letter by itself: a field that its description does not know, or that its example lacks, stops the loading.
class BrokenLetter : public testing::Test {
  protected:
    const fs::path folder_ = fs::path{testing::TempDir()} / "lakwerk_broken_letters";

    void SetUp() override {
        fs::remove_all(folder_);
        fs::copy(fs::path{LAKWERK_SOURCE_DIR} / "templates/letters", folder_, fs::copy_options::recursive);
        ASSERT_NO_THROW(LetterBook::load(folder_));
    }
    void TearDown() override { fs::remove_all(folder_); }

    void expectRefused(const std::string& file, const std::string& text, const char* why) {
        const auto before = read(folder_ / file);
        ASSERT_NE(before, text) << file << ": " << why;
        write(folder_ / file, text);
        EXPECT_THROW(LetterBook::load(folder_), LetterError) << file << ": " << why;
        write(folder_ / file, before);
    }
};

TEST_F(BrokenLetter, DoesNotLoadWithAnUnknownOrMissingField) {
    for (const auto& name : book().names()) {
        for (const char* code : {"nl", "en"}) {
            const auto file = name + "/" + code + ".html";
            auto html = read(folder_ / file);
            expectRefused(file, html.insert(html.rfind("</letter>"), "<p>{{noSuchField}}</p>"), "a field nobody knows");
        }
        const auto file = name + "/example.json";
        auto example = json::parse(read(folder_ / file));
        auto more = example;
        more["noSuchField"] = "x";
        expectRefused(file, more.dump(), "a value that no field is for");
        expectRefused(name + "/example.en.json", more.dump(), "a value that no field is for, in English");
        std::size_t needed = 0;
        for (const auto& [field, kind] : book().fields(name).items()) {
            if (kind.value("optional", false)) continue;
            auto less = example;
            less.erase(field);
            expectRefused(file, less.dump(), "a value that is missing");
            ++needed;
        }
        EXPECT_GT(needed, 0u) << name;
        auto description = json::parse(read(folder_ / (name + "/letter.json")));
        description["fields"]["forNothing"] = {{"says", "nergens voor"}, {"kind", "text"}};
        expectRefused(name + "/letter.json", description.dump(), "a field that the template never shows");
    }
    EXPECT_NO_THROW(LetterBook::load(folder_));
}

}  // namespace
}  // namespace service::letters
