// case.json and request.json are read, refused with a place and without a value, and written back equal.
#include "redaction/household/household.h"

#include <gtest/gtest.h>

namespace {

using namespace redaction::household;

const char* const kCase = R"({
 "case": "proefgezin", "reference_date": "2026-03-02", "investigation_open": true,
 "partners": [{"id": "vt", "name": "Veilig Thuis Proefstreek", "kind": "veilig-thuis", "public_body": false}],
 "persons": [
  {"id": "moeder", "kind": "family", "given": ["Wilhelmina", "Anna"], "called": "Mien", "nicknames": ["Mientje"],
   "prefix": "van der", "family": "Plas", "partner_name": null, "birthdate": "1984-02-29", "bsn": "111222333",
   "addresses": [{"street": "Dorpsstraat", "number": "4-II", "postcode": "1234 AB", "city": "Proefdam", "secret": true}],
   "phones": ["0612345678"], "emails": [], "ibans": [], "school": null, "employer": "Kaashandel Proef", "gp": null,
   "source": {"text": "gesprek met moeder", "recorded": "2026-01-05"}},
  {"id": "kind1", "kind": "family", "given": ["Pim"], "called": "Pim", "family": "Plas", "birthdate": "2015-05-01", "able": false}],
 "relations": [{"type": "parent", "from": "moeder", "to": "kind1"}, {"type": "peetoom", "from": "moeder", "to": "kind1"}],
 "authority": [{"child": "kind1", "holder": "moeder", "type": "sole", "from": "2015-05-01", "to": null}],
 "protections": [{"person": "moeder", "against": ["vader"], "hide": ["address"], "why": "proef"}],
 "consents": [{"person": "kind1", "to": "moeder", "scope": "school", "given": "2026-01-10", "withdrawn": null}]})";

TEST(Case, IsReadWithAllItsFacts) {
    const auto household = parseCase(kCase);
    ASSERT_EQ(household.persons.size(), 2u);
    EXPECT_EQ(household.persons[0].addresses.at(0).number, "4-II");
    EXPECT_EQ(household.persons[0].source.text, "gesprek met moeder");
    EXPECT_EQ(household.persons[1].able, std::optional<bool>(false));
    EXPECT_EQ(household.relations[1].type, "peetoom");
    EXPECT_FALSE(household.authority[0].to);
    EXPECT_TRUE(household.investigationOpen);
    EXPECT_EQ(findPerson(household, "kind1")->called, "Pim");
    EXPECT_EQ(findPerson(household, "niemand"), nullptr);
}

TEST(Case, WrittenAndReadAgainIsTheSame) {
    const auto once = toJson(parseCase(kCase));
    EXPECT_EQ(toJson(parseCase(once)), once);
    EXPECT_NE(once.find("Mientje"), std::string::npos);
    EXPECT_NE(once.find("gesprek met moeder"), std::string::npos);
    EXPECT_NE(once.find("investigation_open"), std::string::npos);
}

TEST(Request, WrittenAndReadAgainIsTheSame) {
    const auto request = parseRequest(
        R"({"id":"r1","requester":"moeder","capacity":"parent","for":["kind1"],"right":"access","received":"2026-03-02","addressed_to":"vt"})");
    EXPECT_EQ(request.subjects, std::vector<std::string>{"kind1"});
    EXPECT_EQ(request.addressedTo, "vt");
    EXPECT_EQ(toJson(parseRequest(toJson(request))), toJson(request));
}

struct Wrong {
    const char *json, *place;
};
class WrongCase : public testing::TestWithParam<Wrong> {};
TEST_P(WrongCase, IsRefusedWithItsPlace) {
    try {
        parseCase(GetParam().json);
        FAIL() << "was accepted";
    } catch (const FormatError& error) {
        EXPECT_NE(std::string(error.what()).find(GetParam().place), std::string::npos) << error.what();
        EXPECT_EQ(std::string(error.what()).find("111222334"), std::string::npos) << "shows the value";
    }
}
INSTANTIATE_TEST_SUITE_P(
    All, WrongCase,
    testing::Values(Wrong{"{", "geen geldige JSON"}, Wrong{"[]", "object"}, Wrong{"{}", "case"},
                    Wrong{R"({"case":"x","persons":[{"id":"a"},{"id":"b","bsn":"111222334"}]})", "persons[1].bsn"},
                    Wrong{R"({"case":"x","persons":[{"id":"a"},{"id":"a"}]})", "persons[1].id"},
                    Wrong{R"({"case":"x","persons":[{"id":"a","birthdate":"2025-02-30"}]})", "persons[0].birthdate"},
                    Wrong{R"({"case":"x","persons":[{"id":"a","given":"Jan"}]})", "persons[0].given"},
                    Wrong{R"({"case":"x","persons":[{"id":"a","addresses":[{"secret":"ja"}]}]})", "persons[0].addresses[0].secret"},
                    Wrong{R"({"case":"x","relations":[{"type":"parent","from":"a"}]})", "relations[0].to"}));

struct BsnRow {
    const char* digits;
    bool valid;
};
TEST(Bsn, PassesTheElevenTestOrNot) {
    for (const auto& row : {BsnRow{"111222333", true}, BsnRow{"111222334", false}, BsnRow{"000000000", false},
                            BsnRow{"11122233", false}, BsnRow{"11122233a", false}, BsnRow{"123456782", true}})
        EXPECT_EQ(isValidBsn(row.digits), row.valid) << row.digits;
}

TEST(Age, IsInFullYears) {
    const auto born = *parseDate("2010-03-02");
    EXPECT_EQ(ageOn(born, *parseDate("2026-03-01")), 15);
    EXPECT_EQ(ageOn(born, *parseDate("2026-03-02")), 16);
    EXPECT_EQ(toIso(born), "2010-03-02");
    EXPECT_FALSE(parseDate("2026-13-01"));
    EXPECT_FALSE(parseDate("2026-1-01"));
}

}  // namespace
