// The smallest piece a decision is taken on, with whom it is about, who says so and in what confidence. Law comes later.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace redaction::about {

enum class Class { neutral, header, jointPlan, statement, confidential, whereabouts, reporter, worknote, internal, police, investigation, mixed };

enum class Weight { mentioned, object, subject };  // "bij Jan" · "zag Jan" · "Jan deed"

struct Involved {
    std::string subject;  // person id, or "~…" for somebody the case does not know
    Weight weight = Weight::mentioned;
    double certainty = 1.0;
};

enum class Sort { confidential, whereabouts, reporter, worknote, internal, police, investigation, mixed, nobody };
inline constexpr std::size_t kSorts = 9;

struct Sorts {  // how likely each is, 0..1; they do not exclude each other
    std::array<float, kSorts> of{};
    float operator[](Sort sort) const { return of[static_cast<std::size_t>(sort)]; }
};

struct Passage {
    std::size_t start = 0, end = 0;  // code points, end exclusive, white space at the ends left out
    std::size_t firstMention = 0, lastMention = 0;  // of the fragment, last exclusive: those that begin in it
    std::uint64_t facts = 0;         // what any of its words is (detect::Fact)
    Class cls = Class::neutral;
    std::string speaker;             // who told it, for statement and confidential; may be the author of a mail
    double speakerCertainty = 1.0;   // 0..1; what the requester told is theirs only when it is sure that they told it
    std::vector<Involved> about;
    std::vector<std::string> health; // whose special categories it tells
    bool asksSilence = false;        // somebody asks that others do not hear this
    std::vector<std::string> keptFrom;  // asksSilence: who must not hear it
    bool releaseHarms = false;       // it says itself that reading it would do harm
    bool fearsReturn = false;        // a neighbour or witness who does not want to be known
    bool harmful = false;            // a child speaks of fear or pain towards a parent
    bool personData = false;         // a form line with somebody's data
    bool entwined = false;           // its words speak of several at once
    bool unsure = false;             // somebody is spoken of, but it is not clear who
    bool policeDocument = false;     // the whole document is the police's
    bool signature = false;
    bool heading = false;            // a title over what follows
    bool mailHeader = false;
    int surroundings = 0;            // how much it tells of a place: a journey, a view, a landmark, local life
    bool schoolLife = false;         // a teacher or a class by name
    bool boilerplate = false;        // tells nothing of anybody: an appointment, a task, how a letter was sent
    Sorts sorts;                     // by its words
    std::size_t block = 0;           // headers and what they head share a block
    std::vector<std::string> planFor;  // jointPlan: who has been given this part
    double certainty = 1.0;

    const Involved* find(const std::string& subject) const {
        for (const auto& i : about)
            if (i.subject == subject) return &i;
        return nullptr;
    }
};

}  // namespace redaction::about
