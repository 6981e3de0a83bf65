// What people do, each step as the forms of the pages send it.
#pragma once

#include <string>
#include <vector>

#include "tests/scenarios/http/town.h"

namespace scenarios {

struct Asked {
    std::string requester = "vader", capacity = "self", right = "access", partner = "vt", received = "2026-03-02", identity = "passport";
    std::vector<std::string> about{"vader"};
    tests::Form more{};  // further fields of the intake form
};

// What the desk's form answers; 303 to the page of what was logged.
tests::Answer sendIntake(tests::Browser& desk, Town& town, const Asked& asked);
// Logs it and gives the request's id; the test fails when it is refused.
std::string logged(Town& town, const Asked& asked = {});

// Collected, read and proposed. False, with what the page says in the log of the test, when it does not get there.
bool collected(Town& town, const std::string& request, const std::string& login = "oordeel");

// The documents on the page of the review, and every question (judge) in them answered the same way.
std::vector<std::string> documentsOf(tests::Browser& reviewer, const std::string& request);
void answerQuestions(tests::Browser& reviewer, const std::string& request, const std::string& decision, const std::string& reason);

// Review finished, package built and verified.
bool packaged(Town& town, const std::string& request, const std::string& login = "oordeel");
tests::Answer signedOff(tests::Browser& officer, const std::string& request);
tests::Answer handedOut(tests::Browser& officer, const std::string& request);
// Words of all files behind each other.
std::string inOne(const std::map<std::string, std::string>& files);
bool has(const std::string& text, const std::string& part);
// Text of every PDF in the package that went out, by file name.
std::map<std::string, std::string> packageWords(tests::Browser& officer, const std::string& request);

// From logged to handed out, questions answered by withholding. Returns the words of the package.
std::map<std::string, std::string> throughToTheEnd(Town& town, const std::string& request);

}  // namespace scenarios
