// The letters of the five rights besides access: the decision per point, what goes to the partner and to recipients, the
// confirmation of erasure, and the appointment to read on location. Typed texts go out as they are.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "service/letters/letters.h"
#include "service/requests/items.h"

namespace service::letters {

struct LetterItem {
    int number = 0;
    std::string what, place;  // place: may be empty
    std::string choice;       // as in requests::itemChoices
    requests::Answer answer = requests::Answer::refused;
    std::map<std::string, std::string> fields;  // as typed; a day as YYYY-MM-DD, a choice as its code
    requests::ItemLaw law;
};

struct ItemDecisionLetter {
    Frame frame;
    requests::Controller controller;
    requests::Right right = requests::Right::rectification;
    std::vector<std::string> about;
    Date received, sent;
    std::vector<LetterItem> items;
    std::vector<std::string> explanations;  // what holds for this requester in particular
    std::vector<std::string> reasons;  // own paragraphs of the decider
    requests::Terms terms;
    requests::Calendar calendar;
    Reader reader = Reader::adult;
    Edits edits = {};
};
// Throws LetterError: no points, or an answer without a text.
Letter itemDecision(const LetterBook& book, Language language, const ItemDecisionLetter& letter);
Letter rectificationItem(const LetterBook& book, Language language, const ItemDecisionLetter& letter, const LetterItem& item);

// What one answer says, sentence by sentence, with what was typed filled in.
std::vector<std::string> paragraphsOf(const LetterBook& book, Language language, Reader reader, const LetterItem& item);
// What a recipient of the data must change: never the reasons. Throws LetterError for an answer that changes nothing.
std::vector<std::string> changesOf(const LetterBook& book, Language language, const LetterItem& item);

struct ErasureConfirmation {
    Frame frame;
    std::string controller;
    Date decided;
    struct Row { std::string what; Date erased; };
    std::vector<Row> rows;
    struct Kept { std::string what, why; };
    std::vector<Kept> kept;            // what was asked and stays
    bool recipientsTold = false;       // at least one was told
    std::vector<std::string> untold;   // why a recipient could not be told
    Reader reader = Reader::adult;
};
Letter erasureConfirmation(const LetterBook& book, Language language, const ErasureConfirmation& letter);

// Why what was asked of a point stays, or a part of it; empty: nothing of it stays.
std::string keptBecause(const LetterBook& book, Language language, Reader reader, const LetterItem& item);
// Whether the letter says what was typed in this field.
bool repeats(const LetterBook& book, const std::string& choice, const std::string& field);

// Told before the data are used again; against it stand the same remedies as against a decision, from the day it is sent.
// Basis: AVG art. 18(3); UAVG art. 34, 35
struct LiftedRestriction {
    Frame frame;
    requests::Controller controller;
    Date decided, from, sent;
    std::string what, why;
    requests::Terms terms;
    requests::Calendar calendar;
    Reader reader = Reader::adult;
};
Letter restrictionLifted(const LetterBook& book, Language language, const LiftedRestriction& letter);

struct RecipientLetter {
    Frame frame;
    std::string controller, person;  // person: whom the data are about; who asked is not told
    LetterItem item;
};
Letter recipientNotice(const LetterBook& book, Language language, const RecipientLetter& letter);

struct WorkOrderLetter {
    Frame frame;
    std::string person, requester;  // person: whom the data are about; requester: empty where it is the same
    requests::Work work = requests::Work::correct;
    LetterItem item;
    Date due;
};
Letter workOrder(const LetterBook& book, Language language, const WorkOrderLetter& letter);

struct InspectionLetter {
    Frame frame;
    std::string controller;
    Date received, day;
    std::string time, place;
    Reader reader = Reader::adult;
};
Letter inspection(const LetterBook& book, Language language, const InspectionLetter& letter);

}  // namespace service::letters
