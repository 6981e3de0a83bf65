// Facts of a passage that single rules ask for: does it tell where somebody is (R13), is it only about people who have
// died (R22), does it explain the requester's childhood (R25), does it record who is parent (R26)?
#pragma once

#include "redaction/policy/company.h"

namespace redaction::policy {

// Is somebody who is protected against the requester in the passage?
bool isOfHidden(const Ruling& r, const ReadFragment& fragment, const about::Passage& p);
bool toldByRequester(const Ruling& ruling, const about::Passage& passage);
enum class Inference { none, likely, certain };
Inference tellsWhereabouts(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage, const Company& company);
// R13, by clues: what surrounds somebody hidden (a journey, a view, a landmark, a name learnt from the dossier).
Inference surroundingsTell(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage, const Company& company);
bool onlyDeceased(const Ruling& ruling, const about::Passage& passage);
bool explainsOwnChildhood(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage);
bool recordsParentage(const Ruling& ruling, const ReadFragment& fragment, const about::Passage& passage);

}  // namespace redaction::policy
