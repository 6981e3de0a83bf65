// The letters of a request, as typed values: what a handler knows goes in, a finished letter comes out. Texts given here
// go out as they are: titles and remarks must already be free of what is withheld.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "service/letters/letter_book.h"
#include "service/requests/clock.h"
#include "service/requests/decision.h"
#include "service/requests/intake.h"

namespace service::letters {

using requests::Date;

// Paragraphs that a human wrote otherwise, by block of the template: <block name="opening">. What stands outside a block
// (the outcome, grounds, remedies, the signature) is nobody's to change. Parted by empty lines.
using Edits = std::map<std::string, std::string>;
struct TextBlock {
    std::string name, text;  // text: paragraphs parted by empty lines
};
std::vector<TextBlock> blocksOf(const Letter& letter);

enum class Reader { adult, child };  // child: under 16, who asks itself; told "je", in shorter words

// A kind of letter, and a group of words, has a form for a child of its own: "decision" → "decision-child".
std::string nameOf(std::string name, Reader reader);

struct Acknowledgement {
    Frame frame;
    requests::Right right = requests::Right::access;
    std::vector<std::string> about;    // "uzelf", "uw zoon Daan"; in the language of the letter
    Date received;
    std::string channel;               // letter, counter, mail, phone, portal
    Date due;
    std::string identityMethod;        // as in requests::identityChoices and documentKinds; "not-yet": asks for it
    std::vector<std::string> partners; // names of who is asked
    std::vector<requests::Right> alsoRights = {};  // asked in the same letter
    std::vector<std::string> remarks = {};  // paragraphs, e.g. what a parent without authority still gets; may be empty
    Reader reader = Reader::adult;
};
Letter acknowledgement(const LetterBook& book, Language language, const Acknowledgement& letter);

// GDPR 15(1) information. Empty members are filled from the table per partner kind.
struct Processing {
    std::vector<std::string> purposes, categories, recipients, origin;
    std::string retention;
    std::vector<std::string> statements;  // automated decisions, transfers outside the EU
};

enum class Outcome { granted, partly, refused, nothingHeld, nothingVisible, notTakenUp, processing };  // processing: only what is done with the data
struct UsedGround {
    std::string ground;         // id, e.g. "third-party"
    std::size_t places = 0;     // how often it was used; 0: not counted
};
// Only the partner's own client has the right under the partner's act; another's own data rest on the GDPR alone.
// Basis: Jeugdwet art. 7.3.1(2), HR:2021:1169
enum class Position { ownDataOnly, clientOrForClient };
// Read on location in place of a copy: what the decision tells of it. Basis: AVG art. 15(1), 15(3)
struct Inspected {
    Date on;
    std::string place, present, shown;
};
struct Decision {
    Frame frame;
    requests::Controller controller;
    Position position = Position::ownDataOnly;
    requests::Right right = requests::Right::access;
    std::vector<std::string> about;
    Date received, sent;
    Outcome outcome = Outcome::granted;
    std::size_t releasedWhole = 0, releasedPartly = 0, withheldWhole = 0;  // documents
    std::vector<UsedGround> grounds;
    std::vector<std::string> explanations;  // paragraphs, e.g. what authority over a child means for this answer
    std::vector<std::string> reasons;  // own paragraphs of the decider; needed when refused or not taken up
    Processing processing;
    requests::Terms terms;
    requests::Calendar calendar;
    Reader reader = Reader::adult;
    Edits edits = {};
    std::optional<Inspected> inspected = {};  // only of what was granted, wholly or in part
};
// Throws LetterError on an unknown ground, and on a refusal without any ground or reason.
Letter decision(const LetterBook& book, Language language, const Decision& letter);

enum class Shown { released, partly, withheld };
struct InventoryItem {
    int number = 0;
    std::optional<Date> date;
    std::string title, partner;
    std::size_t pages = 0;
    Shown shown = Shown::withheld;
    std::vector<std::string> grounds;  // ids
};
struct Inventory {
    Frame frame;
    std::vector<InventoryItem> items;  // as they are to be listed
    Edits edits = {};
};
Letter inventory(const LetterBook& book, Language language, const Inventory& letter);

struct PartnerSearch {
    std::string partner;
    std::optional<Date> asked, answered;
    std::vector<std::string> searchedIn, searchedWith;  // never the values searched with
    std::string answer;  // delivered-in-full, delivered-in-part, nothing-held, nothing-visible, refused, no-answer
    std::string explanation;                            // of the partner; may be empty
    std::string whatNow;                                // what the requester can do when there was no answer
    std::size_t delivered = 0;
    std::vector<std::string> missing;                   // what could not be fetched, with the reason
};
enum class Named { everything, notEverything };  // notEverything: the letter says that the law lets something go unnamed
struct Completeness {
    Frame frame;
    Date received;
    std::vector<PartnerSearch> partners;
    Named completely = Named::everything;
    Edits edits = {};
};
Letter completeness(const LetterBook& book, Language language, const Completeness& letter);

struct ExtensionLetter {
    Frame frame;
    requests::Right right = requests::Right::access;
    Date received, newDue;
    std::string reason;
    Reader reader = Reader::adult;
};
Letter extension(const LetterBook& book, Language language, const ExtensionLetter& letter);

struct SuspensionLetter {
    Frame frame;
    requests::Right right = requests::Right::access;
    Date received, asked;
    requests::SuspensionGround ground = requests::SuspensionGround::identityInDoubt;
    std::string question;  // what is asked, in the language of the letter
    Reader reader = Reader::adult;
};
Letter suspension(const LetterBook& book, Language language, const SuspensionLetter& letter);

// To a partner: what is asked of it, and by when; again when it did not answer. In Dutch: partners are Dutch organisations.
struct PartnerAsk {
    Frame frame;  // the partner is addressed
    requests::Right right = requests::Right::access;
    std::string requester;
    std::vector<std::string> about;  // "Daan de Wit, geboren op 3 mei 2015"
    Date received, due;
    std::optional<Date> asked;       // of a chaser: when it was asked first
    Date decideBy;                   // when the requester is told
};
Letter requestToPartner(const LetterBook& book, const PartnerAsk& letter);
Letter chaser(const LetterBook& book, const PartnerAsk& letter);  // throws LetterError without `asked`

}  // namespace service::letters
