// How a test reads pages in English: their own texts, what casework says, titles, labels, and the answers to scripts.
#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <regex>
#include <sstream>

#include "service/casework/collection.h"
#include "service/casework/job_runner.h"
#include "tests/support/pdf_words.h"
#include "tests/unit/web/dutch_words.h"
#include "tests/unit/web/region.h"

namespace tests {

inline void cutOut(std::string& html, std::string_view from, std::string_view to) {
    for (auto at = html.find(from); at != html.npos; at = html.find(from, at)) {
        const auto end = html.find(to, at);
        html.replace(at, (end == html.npos ? html.size() : end) - at, " ");
    }
}

inline void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

// What is not ours: the documents' text, what people typed, law as it is cited, names.
inline std::string onlyOurs(std::string html) {
    for (const auto& [from, to] : {std::pair{"<script", "</script>"}, {"<style", "</style>"}, {"<textarea", "</textarea>"}, {"<blockquote", "</blockquote>"}, {"<code", "</code>"},
                                   {"<div class=\"doc\"", "</section>"}, {"<div class=\"doc ", "</section>"}, {" data-jump>", "</button>"}, {"<span class=\"basis\"", "</span>"}})
        cutOut(html, from, to);
    for (const auto* name : {"Fleur de Balie", "van Proef", "Gesprek met moeder", "beslissing-1.pdf", "/documenten/api"}) replaceAll(html, name, "N");
    return std::regex_replace(html, std::regex("\\b[0-9A-Z]{4}-[0-9A-Z]{4}\\b"), "N");  // the number of a problem may read as a word
}

// The lines of a page that hold a Dutch word; also what a screen reader says and what a pointer shows.
inline std::vector<std::string> dutchOn(const std::string& body) {
    const auto html = onlyOurs(body);
    static const std::regex said("(aria-label|title|alt|placeholder|data-label|aria-description)=\"([^\"]*)\"");
    std::vector<std::string> found;
    for (std::sregex_iterator it(html.begin(), html.end(), said), end; it != end; ++it)
        if (!dutchIn((*it)[2].str()).empty()) found.push_back((*it)[0]);
    std::string text, tag;
    bool inTag = false;
    for (const char c : html) {
        if (c == '<') inTag = true, tag.clear();
        else if (c == '>') {
            inTag = false;
            static const std::regex within("/?(a|strong|span|em|br|b|kbd|meter)( .*)?");
            text += std::regex_match(tag.substr(0, std::min<std::size_t>(tag.find(' '), 8)), within) ? ' ' : '\n';
        } else if (inTag) tag += c;
        else text += c;
    }
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (const auto word = dutchIn(line); !word.empty()) found.push_back("[" + word + "] " + line);
    return found;
}

inline void expectEnglish(const Answer& page, const std::string& name, int status = 200) {
    EXPECT_EQ(page.status, status) << name;
    EXPECT_NE(page.body.find("<html lang=\"en\""), std::string::npos) << name;
    for (const auto& line : dutchOn(page.body)) ADD_FAILURE() << name << ": " << line;
}

class English : public ::testing::Test {
  protected:
    Region region;
    Browser as(const std::string& login) {
        auto account = *region.store->accounts().findByLogin(login);
        account.language = "en";
        region.store->accounts().change(account);
        auto browser = region.browser();
        EXPECT_TRUE(browser.signIn(login));
        return browser;
    }
    static Form fathersRequest(const std::string& household, const std::string& button) {
        return {{"household", household}, {"right", "access"}, {"requester", "vader"}, {"subject", "vader"}, {"subject", "kind1"}, {"capacity", "parent"},
                {"received_on", "2026-03-10"}, {"channel", "counter"}, {"identity_method", "passport"}, {"do", button}};
    }
    static Form with(Form form, const std::string& field, const std::string& value) {
        std::erase_if(form, [&](const auto& it) { return it.first == field; });
        form.emplace_back(field, value);
        return form;
    }
    // Follows where an answer sends to, and reads what is told there.
    static void expectToldInEnglish(Browser& browser, const Answer& answer, const std::string& name) {
        ASSERT_EQ(answer.status, 303) << name << answer.body;
        expectEnglish(browser.get(answer.header("location")), name);
    }
    std::string loggedCase() {
        auto desk = as("balie");
        EXPECT_EQ(desk.post("/verzoeken/nieuw", with(fathersRequest(region.householdId, "log"), "language", "en")).status, 303);
        return region.store->requests().all().front().id;
    }
    // The partner puts scans in a folder; there is none about these people.
    void askInAFolder() {
        auto partner = region.store->partners().load("vt");
        std::filesystem::create_directories(region.folder / "scans");
        partner.connector = "scan-folder";
        partner.connectorSettings = {{"folder", (region.folder / "scans").string()}};
        region.store->partners().save(partner);
    }
    // What another program reads in a letter.
    std::string read(const Answer& letter) const {
        EXPECT_TRUE(letter.body.starts_with("%PDF")) << letter.status;
        return pdfText(letter.body, region.folder);
    }
    // Only the partner, the law and the documents keep their Dutch names.
    void expectEnglishLetter(const Answer& letter, const std::string& name) const {
        auto text = read(letter);
        EXPECT_GT(text.size(), 200u) << name;
        for (const auto* quoted : {"van Proef", "Gesprek met moeder", "Autoriteit Persoonsgegevens", "Juridisch Loket", "(bezwaar)", "onder i", "onder d"}) replaceAll(text, quoted, "N");
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) EXPECT_EQ(dutchIn(line), "") << name << ": " << line;
    }
    void work() {
        service::casework::JobRunner runner(*region.office, 0, [](const std::string&) {});
        while (runner.runOne()) {}
    }
    std::string addDocument(const std::string& request, const std::string& title, const std::string& bytes) {
        const service::casework::Actor reviewer{region.accounts["beoordelaar"], service::casework::Role::professional, "Bram Oordeel"};
        const auto added = service::casework::addFragment(*region.office, reviewer, request, {"vt", title, "report", "", "2026-01-12", "report.txt", "text/plain", "came by post", bytes});
        EXPECT_TRUE(added.done) << added.words;
        return added.fragmentId;
    }
    // Documents in, read, and proposals made.
    std::string reviewedCase(std::string& fragment) {
        const auto request = loggedCase();
        const auto page = "/verzoeken/" + request;
        auto reviewer = as("beoordelaar");
        askInAFolder();
        EXPECT_EQ(reviewer.post(page + "/vragen", {}).status, 303);
        work();
        fragment = addDocument(request, "Gesprek met moeder", documentText);
        work();
        expectToldInEnglish(reviewer, reviewer.post(page + "/beoordeling-beginnen", {}), "review begins");
        work();
        return request;
    }
    static constexpr const char* documentText =
        "Gesprek met moeder op 12 januari 2026.\n\nMoeder vertelt dat zij is verhuisd naar Verborgenpad 7, 9999 ZZ Schuildorp.\n\nTobi vertelde in vertrouwen dat hij bang is voor zijn vader.\n\n"
        "Ben is boos over de omgang. Rina en Ben maken ruzie over geld.\n\nMijn indruk: werkaantekening, moeder lijkt depressief.\n";
};

}  // namespace tests
