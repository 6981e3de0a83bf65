// Signs in the words of one stretch that say what it, or what follows it, is. Over folded text.
#pragma once

#include <string_view>

namespace redaction::about {

bool startsWithSubject(std::string_view folded);   // a form line that says whom the paper is about
bool describesOne(std::string_view folded);        // "Zij staat daar als enige": goes on about the reporter of the passage before
bool speaksForMany(std::string_view folded);
bool endsPoliceDocument(std::string_view folded);  // behind the police's own text: our note, a letter, a drawing
bool headsWorknotes(std::string_view folded);      // "EIGEN AANTEKENINGEN, VERNIETIGEN NA AFRONDING": over working notes
bool isAboutPlan(std::string_view folded);         // "onderstaand plan"

}  // namespace redaction::about
