// What a region knows of one household: people, relations, authority, protections, consents. Every fact may carry
// dates and a source. Not how it is stored, and no judgement: redaction/policy judges.
#pragma once

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::household {

using Date = std::chrono::year_month_day;  // Amsterdam civil date

// Where a fact comes from and when it was noted. Empty text: not recorded.
struct Source {
    std::string text;  // "uittreksel gezagsregister", "gesprek met moeder"
    std::optional<Date> recorded;
};

struct Address {
    std::string street, number, postcode, city;  // UTF-8; empty: not known
    bool secret = false;
};

struct Partner {
    std::string id, name;
    std::string kind;  // veilig-thuis, gecertificeerde-instelling, raad-voor-de-kinderbescherming, lokaal-team, zorg-en-veiligheidshuis
    bool publicBody = false;
};

struct Person {
    std::string id;
    std::string kind;  // family, reporter, informant, professional, other; kept as it came
    std::vector<std::string> given, nicknames;
    std::string called, prefix, family, partnerName;
    std::optional<Date> birthdate, deceased;
    std::string bsn;  // nine digits, or empty
    std::vector<Address> addresses;
    std::vector<std::string> phones, emails, ibans;
    std::string school, employer, gp, institution, function, partner;
    bool anonymous = false, professional = false, isProtected = false, identityKeptBack = false;
    bool objectionRecorded = false;
    std::optional<bool> able;  // absent: no record of not being able to weigh one's interests
    Source source;
};

struct Relation {
    std::string type, from, to;  // type as in the gold README; an unknown one is kept
    std::optional<Date> since, until;
    Source source;
};

struct Authority {
    std::string child, holder;
    std::string type;  // joint, sole, guardian, none, suspended
    std::optional<Date> from, to;  // to: exclusive end; absent: still holds
    Source source;
};

struct Protection {
    std::string person;
    std::vector<std::string> against, hide;  // person ids; kinds of span
    std::string why;
    std::optional<Date> from, until;
    Source source;
    // Partners whose mere name gives away what is hidden: a shelter, a school's care team in the town of refuge. Ids.
    std::vector<std::string> hidePartners = {};
};

struct Consent {
    std::string person, to, scope;
    std::optional<Date> given, withdrawn;
    Source source;
    // Of a signed authorisation, as somebody read it: for which rights ("access" …) and at which partners. Empty: not recorded,
    // the scope says it; partners: everywhere, unless the scope names some.
    std::vector<std::string> rights = {}, partners = {};
};

struct Case {
    std::string id;
    std::optional<Date> referenceDate;
    std::vector<Partner> partners;
    std::vector<Person> persons;
    std::vector<Relation> relations;
    std::vector<Authority> authority;
    std::vector<Protection> protections;
    std::vector<Consent> consents;
    bool investigationOpen = false;
};

// One person's question, as far as it decides what may be seen.
struct AccessRequest {
    std::string id, requester;
    std::string capacity;                // self, parent, guardian, representative
    std::vector<std::string> subjects;   // "for" in request.json
    std::string right = "access";
    std::optional<Date> received;
    std::string addressedTo;             // partner id; empty: the first partner of the case
    std::vector<std::string> partners = {};  // who decide, where there are more; empty: addressedTo
};

// What is wrong with a case.json or request.json, in Dutch, with the place ("persons[3].bsn"); never with a value.
class FormatError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

Case parseCase(std::string_view json);                    // throws FormatError
AccessRequest parseRequest(std::string_view json);        // throws FormatError
std::string toJson(const Case& household);                // the same format; reads back equal
std::string toJson(const AccessRequest& request);

const Person* findPerson(const Case& household, std::string_view id);  // nullptr: unknown
bool isValidBsn(std::string_view digits);                 // nine digits that pass the 11-test
std::optional<Date> parseDate(std::string_view isoDate);  // YYYY-MM-DD
std::string toIso(const Date& date);
int ageOn(const Date& birthdate, const Date& day);        // full years

}  // namespace redaction::household
