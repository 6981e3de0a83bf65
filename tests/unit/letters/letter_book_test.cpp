#include "service/letters/letter_book.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "service/letters/html_blocks.h"
#include "service/letters/template_check.h"
#include "tests/unit/letters/letters_for_tests.h"
#include "tests/unit/letters/printed_text.h"

namespace service::letters {
namespace {

using nlohmann::json;
using testing::HasSubstr;
namespace fs = std::filesystem;

const json fields = json::parse(R"({"name":{"says":"naam","kind":"text"},"on":{"says":"aan","kind":"flag"},
  "rows":{"says":"rijen","kind":"list","optional":true,"fields":{"cell":{"says":"cel","kind":"text"}}},
  "texts":{"says":"teksten","kind":"list","optional":true}})");
constexpr const char* whole = "{{name}}{{#on}}x{{/on}}{{#rows}}{{cell}}{{name}}{{/rows}}{{#texts}}{{.}}{{/texts}}";

TEST(TemplateCheck, AcceptsOnlyKnownFieldsProperlyNested) {
    EXPECT_THAT(checkTemplate(whole, fields), testing::IsEmpty());
    const std::vector<std::pair<std::string, const char*>> wrong{
        {std::string{whole} + "{{other}}", "other staat niet"},   {std::string{whole} + "{{cell}}", "cell staat niet"},
        {std::string{whole} + "{{{name}}}", "{{{ is niet"},       {std::string{whole} + "{{&name}}", "{{& is niet"},
        {std::string{whole} + "{{>partial}}", "{{> is niet"},     {std::string{whole} + "{{=<% %>=}}", "{{= is niet"},
        {std::string{whole} + "{{#on}}", "wordt niet gesloten"},  {std::string{whole} + "{{#on}}{{/name}}", "sluit niet"},
        {std::string{whole} + "{{name", "zonder }}"},             {std::string{whole} + "{{on}}", "geen tekst"},
        {"{{name}}{{#on}}{{/on}}{{#rows}}{{cell}}{{/rows}}", "texts wordt nergens"}, {std::string{whole} + "{{.}}", ". staat niet"}};
    for (const auto& [text, words] : wrong) EXPECT_THAT(checkTemplate(text, fields), testing::ElementsAre(HasSubstr(words))) << text;
}

TEST(TemplateCheck, AcceptsOnlyValuesThatFit) {
    EXPECT_THAT(checkValues({{"name", "a"}, {"on", false}}, fields), testing::IsEmpty());
    const std::vector<std::pair<json, const char*>> wrong{
        {{{"on", true}}, "veld name ontbreekt"},
        {{{"name", ""}, {"on", true}}, "veld name ontbreekt of is leeg"},
        {{{"name", 1}, {"on", true}}, "name is niet van de soort text"},
        {{{"name", "a"}, {"on", "ja"}}, "on is niet van de soort flag"},
        {{{"name", "a"}, {"on", true}, {"extra", "x"}}, "onbekend veld extra"},
        {{{"name", "a"}, {"on", true}, {"rows", json::array({json{{"cell", ""}}})}}, "veld rows[0].cell ontbreekt"},
        {{{"name", "a"}, {"on", true}, {"texts", json::array({""})}}, "texts[0] is leeg"},
        {{{"name", "a"}, {"on", true}, {"texts", "los"}}, "texts is niet van de soort list"}};
    for (const auto& [values, words] : wrong) EXPECT_THAT(checkValues(values, fields), testing::ElementsAre(HasSubstr(words))) << words;
}

TEST(TemplateCheck, EscapesEveryValue) {
    EXPECT_EQ(fillTemplate("<p>{{name}}</p>", {{"name", "<b>A & \"B\"</b>\x01"}}), "<p>&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt; </p>");
}

TEST(HtmlBlocks, KeepEveryWordOrRefuse) {
    using namespace redaction::apply::typeset;
    const auto text = textFromHtml("<letter><header><p>Kop</p></header><h2>A</h2><p>een  <strong>twee</strong>\n drie<br/>vier</p>"
                                   "<ul><li>x</li></ul><dl><dt>k</dt><dd>v</dd></dl><table><col width=\"2\"/><tr><th>H</th></tr><tr><td>c</td></tr></table></letter>");
    ASSERT_EQ(text.blocks.size(), 5u);
    EXPECT_EQ(text.headerLines, std::vector<std::string>{"Kop"});
    const auto& runs = std::get<Paragraph>(text.blocks[1]).runs;
    ASSERT_EQ(runs.size(), 3u);
    EXPECT_EQ(runs[0].text + "|" + runs[1].text + "|" + runs[2].text, "een |twee| drie\nvier");
    EXPECT_EQ(std::get<Table>(text.blocks[4]).header, std::vector<std::string>{"H"});
    for (const char* wrong : {"<letter>los</letter>", "<letter><script/></letter>", "<letter><p>a<img/></p></letter>", "<letter><p>a</letter>", "", "<p>a</p>",
                              "<letter><ul>los</ul></letter>", "<letter><dl><dd>x</dd></dl></letter>", "<!DOCTYPE letter [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><letter><p>&e;</p></letter>"})
        EXPECT_THROW(textFromHtml(wrong), LetterError) << wrong;
}

// The closing never stands alone at the end of a page: it is one block with the signature.
TEST(LetterBook, KeepsTheClosingWithTheSignature) {
    const auto letter = book().write("extension", Language::dutch, someFrame(), book().example("extension"));
    const auto* last = std::get_if<redaction::apply::typeset::Lines>(&letter.text.blocks.back());
    ASSERT_NE(last, nullptr);
    EXPECT_THAT(last->lines, testing::ElementsAre("Met vriendelijke groet,", "", "", "M. Jansma", "privacy officer", "Gemeente Voorbeeldstad"));
}

TEST(LetterBook, HoldsEveryLetterWithBasisAndExample) {
    const auto names = book().names();
    EXPECT_GE(names.size(), 31u);
    for (const char* child : {"acknowledgement", "extension", "suspension", "decision", "decision-erasure", "decision-objection", "decision-portability", "decision-rectification", "decision-restriction",
                              "transfer", "overview", "inspection", "erasure-confirmation", "breach-person", "restriction-lifted", "rectification-item"})
        EXPECT_THAT(names, testing::IsSupersetOf({std::string(child), std::string(child) + "-child"}));
    for (const auto& name : book().names()) {
        EXPECT_FALSE(book().basis(name).empty()) << name;
        for (const auto language : {Language::dutch, Language::english}) {
            const auto letter = book().write(name, language, someFrame(), book().example(name, language));
            EXPECT_THAT(letter.html, testing::Not(HasSubstr("{{"))) << name;
            EXPECT_THAT(letter.html, testing::Not(testing::ContainsRegex("<(p|li|td|dd|h[1-3])>[[:space:]]*</"))) << name;
            EXPECT_FALSE(letter.subject.empty());
            EXPECT_EQ(letter.text.language, toText(language));
        }
    }
}

TEST(LetterBook, NeedsOnlyWhoWritesToWhomAndWhen) {
    const Frame bare{.senderName = "Lokaal team", .senderLines = {}, .contactName = {}, .contactPhone = {}, .contactEmail = {}, .addresseeName = "K. Verbeek", .salutation = {},
                     .addresseeLines = {}, .place = {}, .date = on("2026-03-10"), .reference = "LW-2026-0001", .signer = {}, .signerFunction = {}};
    for (const auto& name : book().names()) EXPECT_NO_THROW(book().write(name, Language::dutch, bare, book().example(name))) << name;
    Frame nobody = bare;
    nobody.addresseeName.clear();
    EXPECT_THROW(book().write("extension", Language::dutch, nobody, book().example("extension")), LetterError);
}

// Basis: Privacyprotocol art. 9.4
TEST(LetterBook, TellsEveryRequesterWhereIndependentHelpIs) {
    auto frame = someFrame();
    frame.support = {"Steunpunt Voorbeeld", "Kade 8, 1234 AB Voorbeeldstad", "088 111 11 11", "www.steunpunt.example"};
    std::size_t helped = 0;
    for (const auto& name : book().names())
        for (const auto language : {Language::dutch, Language::english}) {
            const auto to = book().addressee(name);
            const bool helps = to == Addressee::requester || to == Addressee::child;
            const auto text = printedText(book().write(name, language, frame, book().example(name, language)));
            for (const auto* part : {"Steunpunt Voorbeeld", "Kade 8", "088 111 11 11", "www.steunpunt.example"})
                EXPECT_EQ(text.find(part) != text.npos, helps) << name << " " << part;
            const auto without = printedText(book().write(name, language, someFrame(), book().example(name, language)));
            EXPECT_EQ(without.find(language == Language::dutch ? "cliëntonderste" : "lient support") != text.npos, helps) << name;
            EXPECT_EQ(without.find(language == Language::dutch ? "gemeente." : "municipality") != text.npos, helps) << name;
            helped += helps;
        }
    EXPECT_GT(helped, 20u);
}

TEST(LetterBook, KnowsWhatItsTemplatesSayWhateverIsFilledIn) {
    EXPECT_THAT(book().fixedText(Language::dutch), HasSubstr("Met vriendelijke groet"));
    for (const char* filled : {"{{", "}}", "<p>", "senderName"}) EXPECT_THAT(book().fixedText(Language::dutch), testing::Not(HasSubstr(filled)));
    EXPECT_THAT(book().fixedText(Language::english), testing::Not(HasSubstr("Met vriendelijke groet")));
}

TEST(LetterBook, RefusesALetterThatDoesNotHoldTogether) {
    const fs::path folder = fs::path{testing::TempDir()} / "letters_broken";
    for (const auto& [file, text] : std::vector<std::pair<std::string, std::string>>{
             {"decision/nl.html", "<letter><p>{{unheardOf}}</p></letter>"}, {"decision/example.json", "{}"}, {"extension/letter.json", "{\"fields\":{}}"},
             {"inventory/en.html", "<letter><p>{{{total}}}</p></letter>"}, {"words.json", "{"}, {"decision/nl.html", "<letter><p>{{>nothing}}</p></letter>"}, {"frame/letter.json", "{\"to\":\"nobody\"}"}}) {
        fs::remove_all(folder);
        fs::copy(std::string{LAKWERK_SOURCE_DIR} + "/templates/letters", folder, fs::copy_options::recursive);
        EXPECT_NO_THROW(LetterBook::load(folder));
        std::ofstream{folder / file} << text;
        EXPECT_THROW(LetterBook::load(folder), LetterError) << file;
    }
    fs::remove_all(folder);
    EXPECT_THROW(LetterBook::load(folder), LetterError);
}

TEST(LetterBook, ThrowsOnUnknownLettersWordsAndFields) {
    EXPECT_THROW(book().write("nothing", Language::dutch, someFrame(), json::object()), LetterError);
    EXPECT_THROW(book().word("right", "nothing", Language::dutch), LetterError);
    auto values = book().example("extension");
    values["reason"] = "";
    EXPECT_THROW(book().write("extension", Language::dutch, someFrame(), values), LetterError);
}

}  // namespace
}  // namespace service::letters
