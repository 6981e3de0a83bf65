// Reads case.json. Unknown fields are ignored, unknown kinds and types kept; what is wrong is said with its place.
#include <set>

#include "redaction/household/json_fields.h"

namespace redaction::household {

namespace {

Address readAddress(const Fields& f) {
    return {f.text("street"), f.text("number"), f.text("postcode"), f.text("city"), f.flag("secret")};
}

void readNames(const Fields& f, Person& person) {
    person.given = f.texts("given");
    person.nicknames = f.texts("nicknames");
    person.called = f.text("called");
    person.prefix = f.text("prefix");
    person.family = f.text("family");
    person.partnerName = f.text("partner_name");
}

void readContacts(const Fields& f, Person& person) {
    f.each("addresses", [&](const Fields& a) { person.addresses.push_back(readAddress(a)); });
    person.phones = f.texts("phones");
    person.emails = f.texts("emails");
    person.ibans = f.texts("ibans");
    person.school = f.text("school");
    person.employer = f.text("employer");
    person.gp = f.text("gp");
    person.institution = f.text("institution");
}

void readStanding(const Fields& f, Person& person) {
    person.function = f.text("function");
    person.partner = f.text("partner");
    person.anonymous = f.flag("anonymous");
    person.professional = f.flag("professional");
    person.isProtected = f.flag("protected");
    person.identityKeptBack = f.flag("identity_kept_back");
    person.objectionRecorded = f.flag("objection_recorded");
    person.able = f.maybeFlag("able");
}

Person readPerson(const Fields& f) {
    Person person;
    person.id = f.requiredText("id");
    person.kind = f.text("kind");
    readNames(f, person);
    person.birthdate = f.date("birthdate");
    person.deceased = f.date("deceased");
    person.bsn = f.text("bsn");
    if (!person.bsn.empty() && !isValidBsn(person.bsn)) f.fail("bsn", "dit is geen geldig BSN (elfproef)");
    readContacts(f, person);
    readStanding(f, person);
    person.source = f.source();
    return person;
}

void readFacts(const Fields& f, Case& household) {
    f.each("relations", [&](const Fields& r) {
        household.relations.push_back({r.requiredText("type"), r.requiredText("from"), r.requiredText("to"),
                                       r.date("since"), r.date("until"), r.source()});
    });
    f.each("authority", [&](const Fields& a) {
        household.authority.push_back({a.requiredText("child"), a.requiredText("holder"), a.requiredText("type"),
                                       a.date("from"), a.date("to"), a.source()});
    });
    f.each("protections", [&](const Fields& p) {
        household.protections.push_back({p.requiredText("person"), p.texts("against"), p.texts("hide"), p.text("why"),
                                         p.date("from"), p.date("until"), p.source(), p.texts("hide_partners")});
    });
    f.each("consents", [&](const Fields& c) {
        household.consents.push_back({c.requiredText("person"), c.requiredText("to"), c.text("scope"), c.date("given"),
                                      c.date("withdrawn"), c.source(), c.texts("rights"), c.texts("partners")});
    });
}

}  // namespace

Case parseCase(std::string_view json) {
    const auto root = parseJsonObject(json);
    const Fields f(root, "");
    Case household;
    household.id = f.requiredText("case");
    household.referenceDate = f.date("reference_date");
    household.investigationOpen = f.flag("investigation_open");
    f.each("partners", [&](const Fields& p) {
        household.partners.push_back({p.requiredText("id"), p.text("name"), p.text("kind"), p.flag("public_body")});
    });
    std::set<std::string> ids;
    f.each("persons", [&](const Fields& p) {
        household.persons.push_back(readPerson(p));
        if (!ids.insert(household.persons.back().id).second) p.fail("id", "deze persoon staat er al in");
    });
    readFacts(f, household);
    return household;
}

AccessRequest parseRequest(std::string_view json) {
    const auto root = parseJsonObject(json);
    const Fields f(root, "");
    AccessRequest request;
    request.id = f.text("id");
    request.requester = f.requiredText("requester");
    request.capacity = f.text("capacity").empty() ? "self" : f.text("capacity");
    request.subjects = f.texts("for");
    if (!f.text("right").empty()) request.right = f.text("right");
    request.received = f.date("received");
    request.addressedTo = f.text("addressed_to");
    return request;
}

}  // namespace redaction::household
