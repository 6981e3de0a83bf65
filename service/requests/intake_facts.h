// Questions about the facts of one intake, shared by the files that judge them. Not for use outside this folder.
#pragma once

#include "service/requests/intake.h"

namespace service::requests {

const PersonFacts* findPerson(const IntakeInput& input, std::string_view id);  // nullptr: unknown
std::string nameOf(const IntakeInput& input, std::string_view id);            // "deze persoon" where unknown
std::optional<int> ageOf(const IntakeInput& input, std::string_view id);      // on input.today
std::string nameAndAge(const IntakeInput& input, std::string_view id);        // "Daan (8 jaar)"
bool isParentOf(const IntakeInput& input, std::string_view parent, std::string_view child);

bool holdsOn(const std::optional<Date>& from, const std::optional<Date>& until, const Date& day);  // until: exclusive
// On input.today; a professional holds what their organisation holds. Suspension wins; facts that contradict each other are unknown; no fact at all is absent.
std::optional<AuthorityKind> authorityOver(const IntakeInput& input, std::string_view child, std::string_view holder);
bool holdsParentalAuthority(std::optional<AuthorityKind> kind);  // joint or sole
// Other people who hold authority with the requester.
std::vector<std::string> otherHolders(const IntakeInput& input, std::string_view child);

enum class ConsentState { none, given, withdrawn };
ConsentState consentFrom(const IntakeInput& input, std::string_view person, std::string_view to);

// Who acts for someone of age: by order of the court, or with a signed authorisation. A consent to share one thing is none, and what an authorisation does not say it covers, it does not.
// For who is recorded as unable to weigh their interests, and has none of these: the partner, else a parent, child, brother or sister (kin).
// Basis: BW art. 1:381, 1:453; Jeugdwet art. 7.3.15(3); rule R23
// elsewhere, unclear: authorised, for something else or without it being recorded for what.
enum class Representation { none, ended, elsewhere, unclear, kin, authorised, mentor, curator };
Representation representation(const IntakeInput& input, std::string_view person, std::string_view by);

bool asksForSelf(const IntakeInput& input);
std::vector<std::string> otherSubjects(const IntakeInput& input);  // subjects besides the requester

}  // namespace service::requests
