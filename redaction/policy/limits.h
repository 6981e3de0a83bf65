// From how sure the reading is that something follows from it: all limits in one place. Chosen on 27 families (there are 34 to learn from now), each read with
// weights fitted without it (tests/train/weigh_limits prints the tables), as a weighed cost per character: a place or a reporter
// that leaks weighs most; about six that a human looks at in vain for one of another that goes out, or one that should have been
// weighed and is not; what is hidden in vain costs less than what is looked at in vain.
// What a limit does there, in points: kSurelyMine 0.7 -> 0.8 leak -0.3, silent -0.8, load +2.9 (0.6: leak +0.4, load -1.6);
// kPerhapsMine 0.35 -> 0.3 over -0.5, load +0.5 (0.45: over +1.5, load -1.1); kAnybody 0.14 -> 0.1 leak -0.07, load +0.2, and the
// number of an office goes to a human;
// kHardlyMixed 0 -> 0.01 load -2, silent +0.1; kConfidence 0.12 -> 0.10 silent -0.9, load +0.4.
#pragma once

namespace redaction::policy::limits {

// Whom it is about. Between kPerhapsMine and kSurelyMine, with somebody else in it, a human looks (R12).
inline constexpr double kSurelyMine = 0.8, kPerhapsMine = 0.35;
inline constexpr double kOthersPresent = 0.3;  // somebody else is in it
inline constexpr double kAnybody = 0.14;        // perhaps of somebody, and nobody knows of whom: a human looks

// Closed on doubt: less sure than this that the requester is in it opens nothing.
inline constexpr double kMineBesideReporter = 0.5, kMineBesidePlace = 0.7;
inline constexpr double kToldByRequester = 0.6;

// By its words (about::Sorts).
inline constexpr float kConfided = 0.12f;       // no consent covers it without a human
inline constexpr float kHardlyMixed = 0.01f;    // though it says "allebei" or "elkaar", it is a plain account of one who is in it for certain
inline constexpr double kHardlyInDoubt = 0.9;
inline constexpr float kSurelyPlace = 0.3f, kPerhapsPlace = 0.08f, kHardlyPlace = 0.1f, kPlaceOfNobody = 0.25f, kCalledHidden = 1.0f;

// From which probability on a human looks at what would be released.
inline constexpr float kInvestigation = 0.20f, kWorknote = 0.25f, kInternal = 0.08f, kPolice = 0.30f, kReporter = 0.10f, kConfidence = 0.10f, kEntwined = 0.08f;

}  // namespace redaction::policy::limits
