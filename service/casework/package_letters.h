// The letters that go with a package: inventory, completeness statement, one decision per controller.
#pragma once

#include <string>
#include <vector>

#include "service/casework/actor.h"
#include "service/casework/letter_editing.h"
#include "service/casework/office.h"
#include "service/casework/package.h"
#include "service/letters/letters.h"

namespace service::casework {

// One decision per controller. ownWords: the fixed text of those in which nobody wrote anything themselves; such words
// are no leak when they stand elsewhere too ("de rechtbank").
struct DecisionLetters {
    std::vector<PackagedFile> files;
    std::string ownWords;
    std::vector<BuiltBlocks> blocks;  // of each, as Lakwerk writes them
    std::vector<PartnerDecision> decisions;
};
DecisionLetters decisionLetters(Office& office, const Standing& standing, const std::vector<PackagedDocument>& documents);

// withheld: what may stand in no title.
PackagedFile inventoryLetter(Office& office, const Standing& standing, const std::vector<PackagedDocument>& documents,
                             const std::vector<std::string>& withheld);
PackagedFile completenessLetter(Office& office, const Standing& standing);

// Adds the decision of a partner that gives no documents: what is done with the data, or why the request is not taken up.
void addLetterWithoutDocuments(Office& office, const Standing& standing, const store::Partner& partner, letters::Outcome outcome,
                               const std::vector<std::string>& reasons, std::string fileName, DecisionLetters& all);
requests::Controller controllerFrom(const store::Partner& partner);

PackagedFile printed(const letters::Letter& letter, std::string name, std::string title, std::string kind);
std::vector<std::string> addressLines(std::string text);  // one line with commas is an address too
letters::Support supportOf(Office& office);  // who helps requesters independently, as the region's settings have it
letters::Frame frameOf(Office& office, const Standing& standing, const store::Partner* sender);
// For a letter that this person prints: the desk learns no address from it that it did not type itself.
letters::Frame frameFor(Office& office, const Actor& actor, const Standing& standing);
// Who is under 16 and asks itself gets letters it can read; younger than 12 it is told who may ask for it, and who helps.
// Basis: AVG art. 12(1), overweging 58; Jeugdwet art. 7.3.10, 7.3.15
letters::Reader readerOf(Office& office, const Standing& standing);
std::vector<std::string> aboutOwnRequest(Office& office, const Standing& standing);  // paragraphs; to who is 12 or older: none

std::string nameWithBirth(const redaction::household::Person& person);  // Dutch, to organisations: "Daan de Wit, geboren op 3 mei 2015"
std::vector<std::string> aboutWhom(const Standing& standing, letters::Language language);

}  // namespace service::casework
