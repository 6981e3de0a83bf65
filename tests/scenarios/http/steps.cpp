#include "tests/scenarios/http/steps.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace scenarios {

using tests::Answer;
using tests::Browser;
using tests::Form;

namespace {

std::string pageOf(const std::string& request) { return "/verzoeken/" + request; }

// The value of an attribute in one tag.
std::string attribute(const std::string& tag, const std::string& name) {
    const auto at = tag.find(name + "=\"");
    if (at == tag.npos) return {};
    const auto from = at + name.size() + 2;
    return tag.substr(from, tag.find('"', from) - from);
}

std::vector<std::string> tagsWith(const std::string& html, const std::string& begin) {
    std::vector<std::string> tags;
    for (auto at = html.find(begin); at != html.npos; at = html.find(begin, at + 1)) tags.push_back(html.substr(at, html.find('>', at) - at));
    return tags;
}

bool isOpenQuestion(const std::string& proposal) {
    return attribute(proposal, "data-proposed") == "judge" && attribute(proposal, "data-standing") == "judge" && proposal.find("data-opened") == proposal.npos;
}

}  // namespace

Answer sendIntake(Browser& desk, Town& town, const Asked& asked) {
    Form form{{"household", town.household()}, {"requester", asked.requester}, {"right", asked.right}, {"capacity", asked.capacity}, {"addressed_to", asked.partner},
              {"received_on", asked.received}, {"channel", "letter"}, {"identity_method", asked.identity}, {"do", "log"}};
    if (asked.identity != "not-yet") form.emplace_back("identity_on", asked.received);
    for (const auto& person : asked.about) form.emplace_back("subject", person);
    for (const auto& field : asked.more) form.push_back(field);
    return desk.post("/verzoeken/nieuw", form);
}

std::string logged(Town& town, const Asked& asked) {
    auto desk = town.as("balie");
    const auto answer = sendIntake(desk, town, asked);
    EXPECT_EQ(answer.status, 303) << textOf(answer.body);
    const auto link = answer.header("location");  // /verzoeken/ID/vastgelegd
    return link.size() < 12 ? "" : link.substr(11, link.find('/', 11) - 11);
}

bool collected(Town& town, const std::string& request, const std::string& login) {
    auto browser = town.as(login);
    const auto started = browser.post(pageOf(request) + "/vragen", {});
    EXPECT_EQ(started.status, 303) << textOf(started.body);
    const bool there = town.waitForStep(request, "review") && town.waitForWork(request);
    EXPECT_TRUE(there) << textOf(browser.get(pageOf(request)).body) << town.log();
    return there;
}

std::vector<std::string> documentsOf(Browser& reviewer, const std::string& request) {
    const auto page = reviewer.get(pageOf(request) + "/beoordelen").body;
    std::vector<std::string> documents;
    std::set<std::string> seen;
    const std::regex link("/stukken/([A-Za-z0-9-]+)/beoordelen");
    for (auto it = std::sregex_iterator(page.begin(), page.end(), link); it != std::sregex_iterator(); ++it)
        if (seen.insert((*it)[1]).second) documents.push_back((*it)[1]);
    return documents;
}

void answerQuestions(Browser& reviewer, const std::string& request, const std::string& decision, const std::string& reason) {
    for (const auto& document : documentsOf(reviewer, request)) {
        const auto page = reviewer.get("/stukken/" + document + "/beoordelen").body;
        for (const auto& proposal : tagsWith(page, "<li class=\"proposal ")) {
            if (!isOpenQuestion(proposal)) continue;
            reviewer.post("/voorstellen/" + attribute(proposal, "data-proposal") + "/besluit",
                          {{"decision", decision}, {"number", attribute(proposal, "data-number")}, {"reason", reason}, {"ground", decision == "redact" ? "third-party" : ""}});
        }
    }
}

bool packaged(Town& town, const std::string& request, const std::string& login) {
    auto reviewer = town.as(login);
    const auto finished = reviewer.post(pageOf(request) + "/beoordeling-afronden", {});
    EXPECT_EQ(finished.status, 303) << textOf(finished.body);
    const bool there = town.waitForStep(request, "sign-off") && town.waitForWork(request);
    EXPECT_TRUE(there) << textOf(reviewer.get(pageOf(request) + "/beoordelen").body) << town.log();
    return there;
}

Answer signedOff(Browser& officer, const std::string& request) {
    const auto page = officer.get(pageOf(request) + "/vrijgave").body;
    return officer.post(pageOf(request) + "/vrijgeven", {{"hash", tests::hidden(page, "hash")}, {"password", std::string(tests::passwordOfTests)}});
}

Answer handedOut(Browser& officer, const std::string& request) { return officer.post(pageOf(request) + "/verstrekken", {{"channel", "desk"}}); }

std::map<std::string, std::string> packageWords(Browser& officer, const std::string& request) {
    const auto zip = officer.get(pageOf(request) + "/pakket");
    EXPECT_EQ(zip.status, 200) << textOf(zip.body);
    std::map<std::string, std::string> words;
    for (const auto& [name, bytes] : filesOfZip(zip.body))
        if (name.ends_with(".pdf")) words[name] = wordsOfPdf(bytes);
    return words;
}

std::string inOne(const std::map<std::string, std::string>& files) {
    std::string words;
    for (const auto& [name, text] : files) words += name + "\n" + text + "\n";
    return words;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::map<std::string, std::string> throughToTheEnd(Town& town, const std::string& request) {
    if (!collected(town, request)) return {};
    auto reviewer = town.as("oordeel");
    answerQuestions(reviewer, request, "redact", "raakt een ander te zeer");
    if (!packaged(town, request)) return {};
    auto officer = town.as("officer");
    const auto sign = signedOff(officer, request);
    EXPECT_EQ(sign.status, 303) << textOf(sign.body);
    const auto out = handedOut(officer, request);
    EXPECT_EQ(out.status, 303) << textOf(out.body);
    EXPECT_EQ(town.stepOf(request), "released") << textOf(officer.get(pageOf(request) + "/verstrekking").body);
    return packageWords(officer, request);
}

}  // namespace scenarios
