// The rules R1–R27 as dated data: read from XML, validated by RELAX NG (templates/rules/*.xml, rules.rng).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/household.h"
#include "redaction/policy/ages.h"

namespace redaction::policy {

// What a human answers where a rule leaves it to judgement, and what speaks for showing and for withholding.
struct Weighing {
    std::string ground;  // where the rule withholds on this ground; empty: on any other
    std::string question;
    std::vector<std::string> toShow, toHide;
};

struct Rule {
    std::string id;        // "R13"
    std::string title;     // Dutch, a few words
    std::string proposal;  // release, judge, redact
    std::string ground;    // empty: none
    std::string source;    // law, as cited
    std::string sentence;  // one sentence in plain Dutch, for reviewer and reader
    household::Date validFrom;
    std::optional<household::Date> validUntil;  // exclusive
    std::vector<Weighing> weighings = {};       // empty: it never leaves anything to judgement
    int ageFrom = 0;                            // of the child it is about, or that asks; in years
    std::optional<int> ageBelow = {};           // exclusive; absent: any age
};

struct Ground {
    std::string id;        // "safety"
    std::string mark;      // the letter on a mark: "A"
    std::string code;      // in a few words: "veiligheid"
    std::string sentence;  // one sentence a layman understands
};

// What law a partner's decision stands under and what its letter may cite, per kind of partner.
struct PartnerLaw {
    std::string kind;  // veilig-thuis …
    std::string access, refusal, otherPersonsPrivacy, letter;
    int ownRequestFrom = 12;  // the age from which that law gives a child the right itself (R8)
};

class RuleSet {
  public:
    // Throws household::FormatError (Dutch, file and line or rule) when a file is missing or not valid against its schema, or when
    // the versions of a rule leave days out or hold on the same day, or the ages of the rules about children do not join.
    static RuleSet load(const std::filesystem::path& folder);

    bool holdOn(const household::Date& day) const;  // every rule has a version for that day
    const Rule& rule(std::string_view id, const household::Date& day) const;  // throws std::out_of_range
    const Weighing* weighing(std::string_view id, std::string_view ground, const household::Date& day) const;  // nullptr: none
    Ages ages(const household::Date& day) const;  // throws std::out_of_range
    const Ground& ground(std::string_view id) const;                         // throws std::out_of_range
    const PartnerLaw* lawOf(std::string_view partnerKind) const;             // nullptr: unknown kind
    const std::vector<Ground>& grounds() const { return grounds_; }
    const std::vector<Rule>& rules() const { return rules_; }
    const std::string& version() const { return version_; }  // a request remembers it

  private:
    std::vector<Rule> rules_;
    std::vector<Ground> grounds_;
    std::vector<PartnerLaw> laws_;
    std::string version_;
};

}  // namespace redaction::policy
