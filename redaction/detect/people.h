// The people of a case as recognisers need them: forms of their names, their gender and roles as far as the case says,
// and who is what to whom. Built once per case.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "redaction/detect/known.h"
#include "redaction/detect/text_view.h"
#include "redaction/household/household.h"
#include "redaction/words/index.h"

namespace redaction::detect {

enum class Part { given, nickname, family, partnerFamily, glued };

struct NamePart {
    std::size_t person;              // index in Case::persons
    Part part;
    std::vector<std::string> words;  // folded; the first is the key
    std::string prefix;              // tussenvoegsels that belong before it, folded, without spaces
};

enum class Gender { unknown, female, male };

class People {
  public:
    explicit People(const household::Case& household);

    const household::Case& household() const { return household_; }
    const std::vector<household::Person>& persons() const { return household_.persons; }
    const std::vector<NamePart>* partsOf(const std::string_view& word) const { return partsAt(words_.find(word)); }
    const std::vector<NamePart>* partsOf(const Word& word) const { return partsAt(words_.find(word)); }
    const std::vector<std::string>* scannedAs(std::string_view scanned) const;  // name words that look so in a bad scan
    const std::vector<std::string>* heardAs(std::string_view heard) const;      // name words that sound so
    const std::vector<std::string>* petFormOf(std::string_view word) const;     // given names of the family that open with its letters
    const std::vector<std::size_t>* byInitials(std::string_view letters) const;  // "mdew" as in "M. de W."
    // Reads in a text whether the people whose gender the case does not tell are "hij" or "zij".
    void learnGenders(const TextView& view);
    Gender genderOf(std::size_t person) const { return genders_[person]; }
    const std::string& genderWordOf(std::size_t person) const { return idWords_[person]; }
    bool isFamily(std::size_t person) const { return family_[person]; }
    bool isStaff(std::size_t person) const { return staff_[person]; }  // a professional in function
    bool isMinor(std::size_t person) const { return minor_[person]; }  // by birth date against the case's reference date
    std::vector<std::size_t> related(std::size_t person, std::string_view type, bool forward) const;
    std::size_t indexOf(std::string_view id) const {  // persons().size() when unknown
        const auto number = ids_.find(id);
        return number < firstOf_.size() ? firstOf_[number] : persons().size();
    }
    const Known& known() const { return known_; }
    const std::vector<std::string>& nameWords() const { return words_.words(); }
    bool mayOpenName(std::string_view word) const { return word.empty() || twoLetters_[openingOf(word)]; }  // by its first two letters; no: no name begins so

  private:
    static std::size_t openingOf(std::string_view word) { return static_cast<unsigned char>(word[0]) * 256u + (word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0u); }
    void addPerson(std::size_t index);
    bool minorByCase(std::size_t person) const;
    void addSurname(std::size_t index, std::string_view prefix, std::string_view name, Part part);
    void addInitials(std::size_t index);
    void addPart(NamePart part);
    void guessGender(std::size_t index);
    const std::vector<NamePart>* partsAt(std::size_t number) const { return number < parts_.size() ? &parts_[number] : nullptr; }

    const household::Case& household_;
    Known known_;
    std::unordered_map<std::string, std::vector<NamePart>> collected_;  // until all people are added
    std::vector<std::vector<NamePart>> parts_;                          // of each of words_
    std::unordered_map<std::string, std::vector<std::size_t>> initials_;
    struct Votes { int female = 0, male = 0; };
    words::Index ids_;
    std::vector<std::size_t> firstOf_;  // of each of ids_, the first person who has it
    std::vector<bool> family_, staff_, minor_;
    struct Relation {
        std::size_t from = 0, to = 0;  // persons
        std::string_view type;
    };
    std::vector<Relation> relations_;  // between people of the case
    std::vector<Gender> genders_;
    std::vector<bool> told_;      // by the case, not learned
    std::vector<Votes> votes_;
    std::vector<std::string> idWords_;  // the id without its number: "moeder"
    words::Index words_;  // of all names, in order
    std::vector<bool> twoLetters_;  // the first two letters of each, and the first alone
    std::unordered_map<std::string, std::vector<std::string>> scanned_, heard_;
    std::unordered_map<std::string, std::vector<std::string>> openings_;  // the first three letters of the family's given names
};

bool isNamePrefix(std::string_view foldedWord);  // tussenvoegsel
inline bool isNamePrefix(const Word& word) { return word.is(Fact::prefix); }

}  // namespace redaction::detect
