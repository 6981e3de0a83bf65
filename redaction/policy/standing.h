// Where the requester stands towards everyone in the case on the day of the decision: whose data are theirs, which
// children's are open or closed to them and why, who is protected against them.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "redaction/detect/mention.h"
#include "redaction/household/household.h"
#include "redaction/policy/ages.h"
#include "redaction/words/index.h"

namespace redaction::policy {

enum class Child { open, confidence, closed };  // confidence: open, but what was told in confidence is judged

struct ChildStanding {
    Child child = Child::closed;
    std::string ground;  // closed: no-authority, child-16plus, third-party
    std::string rule;    // the rule that decides: R2, R3, R5, R6, R7 …
    int age = -1;        // unknown: -1
};

struct Towards {  // the requester towards one person
    bool own = false, open = false, minor = false, professional = false;
    bool isProtected = false, livesWithProtected = false, protectedProfessional = false;
    bool keptBack = false, sameAsKeptBack = false, parentOfMine = false;
    std::uint32_t hidden = 0;  // a bit for each detect::Kind
    std::optional<ChildStanding> child = {};
};

class Standing {
  public:
    Standing(const household::Case& household, const household::AccessRequest& request, const household::Date& today, const Ages& ages = {});

    const Towards& towards(const std::string& person) const {  // worked out beforehand for everybody of the case
        if (!oddIds_ && (person.empty() || detect::isStranger(person))) return kNobody;
        const auto number = ids_.find(person);
        return number < towards_.size() ? towards_[number] : kNobody;
    }
    bool isOwn(const std::string& person) const { return towards(person).own; }
    bool isOpen(const std::string& person) const { return towards(person).open; }  // a child asked for whose data are open
    bool isMine(const std::string& person) const { return towards(person).own || towards(person).open; }
    const ChildStanding* child(const std::string& person) const {  // of the children asked for
        const auto& known = towards(person).child;
        return known ? &*known : nullptr;
    }
    bool isMinor(const std::string& person) const { return towards(person).minor; }
    bool hides(const std::string& person, const std::string& kind) const;  // protected against this requester
    bool hides(const std::string& person, detect::Kind kind) const { return (towards(person).hidden >> static_cast<int>(kind) & 1u) != 0; }
    bool isProtected(const std::string& person) const { return towards(person).isProtected; }
    bool hidesFromRequester(const std::string& kind) const {  // of anybody
        return std::any_of(protected_.begin(), protected_.end(), [&](const auto& hidden) { return hidden.second.count(kind) != 0; });
    }
    bool protectsAnybody() const { return !protected_.empty(); }
    bool livesWithProtected(const std::string& person) const { return towards(person).livesWithProtected; }  // close kin of somebody protected
    bool isKeptBack(const std::string& person) const { return towards(person).keptBack; }                    // reporter or informant
    bool keepsAnybodyBack() const { return !keptBack_.empty(); }
    bool isSameAsKeptBack(const std::string& person) const { return towards(person).sameAsKeptBack; }
    bool isProtectedProfessional(const std::string& person) const { return towards(person).protectedProfessional; }
    bool isProfessional(const std::string& person) const { return towards(person).professional; }
    bool isYoungRequester() const { return youngRequester_; }              // asks itself below the age for it: R9
    bool isYoungSelf() const { return selfAge_ >= ages_.confidence && selfAge_ < ages_.adult; }    // R8
    int selfAge() const { return selfAge_; }                               // of a requester who asks for itself; unknown: -1
    bool isRepresentative() const { return representative_; }
    bool isGuardian() const { return guardian_; }                          // R24
    bool asksOwnChildhood() const;                                         // R25
    bool holdsAuthority(const std::string& holder, const std::string& child) const;  // on the day of the decision
    bool isParentOfRequester(const std::string& person) const;
    bool isParentOfMine(const std::string& person) const { return towards(person).parentOfMine; }
    const std::vector<std::string>& openLetterheads() const { return openLetterheads_; }  // folded names of the partners with whom nobody hides
    const Ages& ages() const { return ages_; }
    const std::string& requester() const { return requester_; }
    const std::string& asked() const { return asked_; }  // "De verzoeker vraagt de eigen gegevens en die van Jelte."
    const household::Case& household() const { return household_; }
    const household::Date& today() const { return today_; }
    bool consents(const std::string& person, const std::string& foldedTitle, const std::string& foldedHeading) const;  // R11, R5: valid consent whose scope fits this document

  private:
    void standAs(const household::AccessRequest& request);
    void askForChild(const std::string& child, const std::string& holder);
    void represent(const household::AccessRequest& request);
    void sayWhatIsAsked(const household::AccessRequest& request);
    void collectProtections();
    void protectHousemates();
    void workOut();
    bool isOpenChild(const std::string& person) const;
    bool shelters(const std::string& person) const;
    Towards ofPerson(const std::string& person) const;
    bool mayRepresent(const std::string& person) const;
    bool isAuthorisedBy(const std::string& person) const;
    bool mayPropose(const household::Consent& consent) const;
    bool isAppointed(const std::string& person, const std::string& by) const;
    bool actsAsKin(const std::string& person) const;

    const household::Case& household_;
    household::AccessRequest request_;
    household::Date today_;
    const Ages ages_;
    std::string requester_, asked_;
    std::set<std::string> own_, keptBack_;
    std::map<std::string, ChildStanding> children_;
    std::map<std::string, std::set<std::string>> protected_;
    static const Towards kNobody;
    words::Index ids_;
    std::vector<Towards> towards_;  // of each of ids_
    std::vector<std::string> openLetterheads_;
    bool oddIds_ = false;           // one of them is empty or looks like a stranger's
    int selfAge_ = -1;
    bool youngRequester_ = false, representative_ = false, guardian_ = false;
};

}  // namespace redaction::policy
