// Households and their facts. A fact is never changed: changing one closes it and adds the next, so that every earlier
// state can be told. Each change raises the household's version.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "redaction/household/household.h"
#include "service/store/repository.h"

namespace service::store {

enum class FactKind { person, relation, authority, protection, consent };
std::string toText(FactKind kind);
std::optional<FactKind> factKindFrom(std::string_view text);

struct Household {
    Id id;
    std::string title;  // "gezin-01", what people call it; also the case's id in case.json
    std::optional<Date> referenceDate;
    bool investigationOpen = false;
    int version = 1;
    Moment createdAt{};
    Id createdBy;
};

struct Fact {
    Id id, householdId;
    FactKind kind = FactKind::person;
    int position = 0;  // order within its kind
    std::string body;  // one element of case.json's list of that kind
    Moment recordedAt{};
    Id recordedBy;
    int fromVersion = 1;  // the household's version it came with
    std::optional<Moment> closedAt;
    Id closedBy, replacedBy;  // replacedBy: the fact that came instead; empty: ended
};

// A partner that works with this household, and its numbers for it.
struct HouseholdPartner {
    Id partnerId;
    std::vector<std::string> caseNumbers;
};

// One row of the history, newest first: added (before empty), changed, ended (after empty).
struct FactChange {
    FactKind kind = FactKind::person;
    std::string before, after;  // bodies
    Moment at{};
    Id by;
    int version = 1;  // of the household, after the change
};

// Less protection than before: proposed by one person, in force when another confirms it. Basis: domain rule R13.
struct Weakening {
    Id id, householdId;
    Id factId;  // what would be changed or ended; empty: a new consent of someone who withdrew an earlier one
    FactKind kind = FactKind::protection;
    std::string before, after;  // bodies; after empty: it would end
    std::string reason;
    Id proposedBy;
    Moment proposedAt{};
};

// Whether `after` (empty: nothing) protects less than `before` (empty: nothing) did: a protection that hides less, from
// fewer people or shorter; a person whose secret address or kept-back identity is no longer so; a consent that opens more.
bool weakens(FactKind kind, std::string_view before, std::string_view after);

// Where a search word was found. what: name, reference, partner, title, number.
struct SearchHit {
    Id householdId;
    std::string householdTitle, what, shown;
    std::string personId;  // name and number only
    Id requestId;          // reference only
};

class Households : Repository {
  public:
    using Repository::Repository;

    Household create(std::string_view title, const Id& by);
    // A new household from a whole case. Partners that the region does not know yet are added, without connector;
    // a partner id that the region uses for another name is given a new id, in the case's people too.
    // forbiddenByRule: it leaves out a protection that another household holds for the same people.
    Household importCase(const redaction::household::Case& household, const Id& by);
    // Whether another household than `except` holds a protection of two people in this case that this case does not.
    bool leavesOutProtection(const redaction::household::Case& household, const Id& except) const;
    redaction::household::Case load(const Id& id) const;  // notFound; also the export
    redaction::household::Case loadVersion(const Id& id, int version) const;  // people and facts as they were then
    Household loadHousehold(const Id& id) const;          // notFound
    std::optional<Household> findHousehold(const Id& id) const;
    std::vector<Household> all() const;                   // by title

    std::vector<Fact> facts(const Id& id) const;          // those that hold, by kind and position
    Fact loadFact(const Id& factId) const;
    std::vector<FactChange> changes(const Id& id) const;

    // expectedVersion: the household's version the writer saw; conflict when it moved on. Throw
    // redaction::household::FormatError when the body is not such a fact. `by` is an account id.
    Fact addFact(const Id& id, int expectedVersion, FactKind kind, std::string_view body, const Id& by);
    Fact changeFact(const Id& factId, int expectedVersion, std::string_view body, const Id& by);
    void endFact(const Id& factId, int expectedVersion, const Id& by);
    // What protects less is refused there (forbiddenByRule); it goes this way instead.
    bool needsTwo(const Id& factId, std::string_view after) const;
    bool consentNeedsTwo(const Id& id, std::string_view body) const;  // a new one, where an earlier one was withdrawn
    // factId empty: a new consent, in `id`. forbiddenByRule: no reason. conflict: one waits already.
    Weakening proposeWeakening(const Id& id, const Id& factId, std::string_view after, std::string_view reason, const Id& by);
    std::vector<Weakening> openWeakenings(const Id& id) const;  // those whose fact still holds
    Weakening loadWeakening(const Id& weakeningId) const;       // notFound: settled, or the fact changed since
    // forbiddenByRule: the same person, someone without the right to it, or no reason. Gives the id of the new fact, or empty.
    Id confirmWeakening(const Id& weakeningId, std::string_view reason, const Id& by);
    void dropWeakening(const Id& weakeningId, std::string_view reason, const Id& by);
    // Typed: the same with the body printed for you.
    Fact addPerson(const Id& id, int expectedVersion, const redaction::household::Person& person, const Id& by);
    Fact addProtection(const Id& id, int expectedVersion, const redaction::household::Protection& it, const Id& by);
    Fact addConsent(const Id& id, int expectedVersion, const redaction::household::Consent& it, const Id& by);

    void setInvestigationOpen(const Id& id, int expectedVersion, bool isOpen, const Id& by);
    void rename(const Id& id, std::string_view title, const Id& by);
    void setPartners(const Id& id, const std::vector<HouseholdPartner>& partners, const Id& by);
    std::vector<HouseholdPartner> partners(const Id& id) const;  // in order; the first is asked where none is named

    // Every word must be found; accents and capitals aside. Not limited to what an account may see: ask
    // Assignments for that.
    std::vector<SearchHit> search(std::string_view words, std::size_t atMost = 50) const;
};

std::string bodyOf(const redaction::household::Person& person);
std::string bodyOf(const redaction::household::Relation& relation);
std::string bodyOf(const redaction::household::Authority& authority);
std::string bodyOf(const redaction::household::Protection& protection);
std::string bodyOf(const redaction::household::Consent& consent);

}  // namespace service::store
