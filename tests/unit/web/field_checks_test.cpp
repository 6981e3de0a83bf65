// What someone is told who fills in what cannot be: at the field, in Dutch, with the rest of the form kept.
#include "service/web/field_checks.h"

#include <gtest/gtest.h>

#include "tests/unit/web/region.h"

namespace {

using tests::Answer;
using tests::Form;
using tests::Region;

bool holds(const Answer& answer, const std::string& words) { return answer.body.find(words) != std::string::npos; }

class Forms : public ::testing::Test {
  protected:
    Region region;
    tests::Browser as(const std::string& login) {
        auto browser = region.browser();
        EXPECT_TRUE(browser.signIn(login));
        return browser;
    }
    Answer person(tests::Browser& browser, Form more) {
        Form form{{"kind_of_fact", "person"}, {"kind", "family"}, {"given", "Zwaantje"}, {"source", "BRP"}};
        std::erase_if(form, [&](const auto& it) { return std::any_of(more.begin(), more.end(), [&](const auto& other) { return other.first == it.first; }); });
        form.insert(form.end(), more.begin(), more.end());
        return browser.post("/huishoudens/" + region.householdId + "/feiten", form);
    }
};

}  // namespace

TEST(HiddenSigns, AreControlCharactersAndWhatTurnsTheWritingRound) {
    using service::web::holdsHiddenSigns;
    using service::web::Input;
    for (const auto* text : {"a\x01z", "a\tz", "a\x7Fz", "a\xC2\x85z", "Jan\xE2\x80\xAE" "fdp", "\xEF\xBB\xBFJan"}) EXPECT_TRUE(holdsHiddenSigns(text, Input::text)) << text;
    for (const auto* text : {"Żur van 't Hof", "Zoë", "\xF0\x9F\x98\x80", "李"}) EXPECT_FALSE(holdsHiddenSigns(text, Input::text)) << text;
    EXPECT_FALSE(holdsHiddenSigns("een\r\n\ttwee", Input::area));
}

TEST(MailAddresses, AreToldFromWhatIsNone) {
    using service::web::isMailAddress;
    for (const auto* text : {"j.jansen@regio.nl", "a+b@x.example", "zoë@regio.nl"}) EXPECT_TRUE(isMailAddress(text)) << text;
    for (const auto* text : {"", "jansen", "@regio.nl", "a@b", "a@b.", "a@b..nl", "a b@regio.nl", "a@b@c.nl", "a@.nl", "a@b.nl,c@d.nl"}) EXPECT_FALSE(isMailAddress(text)) << text;
}

TEST_F(Forms, APersonIsBornBetween1900AndToday) {
    auto reviewer = as("beoordelaar");
    const struct {
        const char *field, *value, *told;
    } cases[] = {{"birthdate", "2026-03-13", "ligt in de toekomst"}, {"birthdate", "1899-12-31", "Controleer het jaar"}, {"birthdate", "2017-02-30", "Deze datum bestaat niet"},
                 {"birthdate", "12-03-2017", "Deze datum bestaat niet"}, {"deceased", "2027-01-01", "ligt in de toekomst"}, {"source_date", "2026-04-01", "ligt in de toekomst"},
                 {"family", "J\x07" "ansen", "een teken in dat u niet ziet"}, {"emails", "zwaantje(at)school", "geen e-mailadres"}, {"kind", "keizer", "Kies een van de mogelijkheden"}};
    for (const auto& it : cases) {
        const auto answer = person(reviewer, {{it.field, it.value}});
        EXPECT_EQ(answer.status, 422) << it.field << ' ' << it.value;
        EXPECT_TRUE(holds(answer, it.told)) << it.field << ' ' << it.value;
        EXPECT_TRUE(holds(answer, "value=\"Zwaantje\"")) << "what was typed stays";
        EXPECT_TRUE(holds(answer, "aria-invalid=\"true\"") || std::string_view(it.field) == "kind") << it.field;
    }
    EXPECT_TRUE(holds(person(reviewer, {{"family", std::string(301, 'a')}}), "hooguit 300 tekens"));
    EXPECT_TRUE(holds(person(reviewer, {{"birthdate", "2015-01-01"}, {"deceased", "2014-01-01"}}), "voor de geboortedatum"));
    EXPECT_EQ(person(reviewer, {{"birthdate", "2026-03-12"}}).status, 303) << "born today";
}

TEST_F(Forms, DaysOfAFamilyFitEachOther) {
    auto reviewer = as("beoordelaar");
    const auto add = [&](Form form) {
        form.emplace_back("source", "BRP");
        return reviewer.post("/huishoudens/" + region.householdId + "/feiten", form);
    };
    EXPECT_TRUE(holds(add({{"kind_of_fact", "authority"}, {"child", "kind1"}, {"holder", "vader"}, {"type", "joint"}, {"from", "2017-09-09"}}), "voor de geboorte van het kind"));
    EXPECT_TRUE(holds(add({{"kind_of_fact", "relation"}, {"type", "parent"}, {"from", "kind1"}, {"to", "vader"}}), "De ouder is niet ouder dan het kind"));
    EXPECT_TRUE(holds(add({{"kind_of_fact", "consent"}, {"person", "moeder"}, {"to", "vader"}, {"scope", "schoolrapport"}, {"given", "2027-01-01"}}), "ligt in de toekomst"));
    EXPECT_TRUE(holds(add({{"kind_of_fact", "consent"}, {"person", "kind1"}, {"to", "vader"}, {"scope", "schoolrapport"}, {"given", "2016-01-01"}}), "voor de geboorte"));
    EXPECT_TRUE(holds(add({{"kind_of_fact", "relation"}, {"from", "vader"}, {"to", "moeder"}}), "Vul dit in"));
    // The child's birth date cannot move past its father's authority, nor its father's past its own.
    const auto known = region.store->households().facts(region.householdId);
    for (const auto& fact : known) {
        if (fact.kind != service::store::FactKind::person || fact.body.find("\"kind1\"") == std::string::npos) continue;
        const auto answer = reviewer.post("/huishoudens/" + region.householdId + "/feiten/" + fact.id, {{"kind", "family"}, {"given", "Tobias"}, {"birthdate", "2018-01-01"}, {"source", "BRP"}});
        EXPECT_EQ(answer.status, 422);
        EXPECT_TRUE(holds(answer, "Over dit kind is gezag vastgelegd vanaf"));
    }
}

TEST_F(Forms, ACaseFileWithAnImpossibleBirthIsRefusedWithItsPlace) {
    auto reviewer = as("beoordelaar");
    const std::string json = R"({"case":"x","partners":[],"persons":[{"id":"a","kind":"family","given":["Ada"],"birthdate":"2031-01-01"}],"relations":[],"authority":[],"protections":[],"consents":[]})";
    const auto body = "--grens\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n" + reviewer.token() +
                      "\r\n--grens\r\nContent-Disposition: form-data; name=\"case\"; filename=\"case.json\"\r\n\r\n" + json + "\r\n--grens--\r\n";
    const auto answer = reviewer.send("POST", "/huishoudens/inlezen", body, {{"Content-Type", "multipart/form-data; boundary=grens"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(holds(answer, "ligt in de toekomst"));
    EXPECT_TRUE(holds(answer, "persons[0]"));
}

TEST_F(Forms, AtTheDeskDaysMustBePossible) {
    auto desk = as("balie");
    const auto log = [&](const char* field, const std::string& value) {
        Form form{{"household", region.householdId}, {"right", "access"}, {"requester", "vader"}, {"subject", "vader"}, {"subject", "kind1"}, {"capacity", "parent"},
                  {"received_on", "2026-03-10"}, {"channel", "counter"}, {"identity_method", "passport"}, {"remarks", "belt liever niet"}, {"do", "log"}};
        std::erase_if(form, [&](const auto& it) { return it.first == field; });
        form.emplace_back(field, value);
        return desk.post("/verzoeken/nieuw", form);
    };
    const std::pair<const char*, std::pair<const char*, const char*>> cases[] = {
        {"received_on", {"2016-03-10", "ligt voor 25 mei 2018"}}, {"received_on", {"1826-03-10", "Controleer het jaar"}}, {"received_on", {"2026-02-30", "bestaat niet"}},
        {"received_on", {"2016-05-05", "voordat"}},               {"identity_on", {"2026-03-20", "toekomst"}},           {"identity_note", {"kaart\x02", "een teken in dat u niet ziet"}}};
    for (const auto& [field, it] : cases) {
        const auto answer = log(field, it.first);
        EXPECT_EQ(answer.status, 422) << field << ' ' << it.first;
        EXPECT_TRUE(holds(answer, it.second)) << field << ' ' << it.first;
        EXPECT_TRUE(holds(answer, "belt liever niet"));
    }
    EXPECT_TRUE(holds(log("remarks", std::string(4001, 'a')), "hooguit 4.000 tekens"));
    EXPECT_TRUE(region.store->requests().all().empty());
}

TEST_F(Forms, OfTheAdministratorSayWhatIsWrongAtTheField) {
    auto admin = as("beheer");
    const auto add = [&](const char* login, const char* email) {
        return admin.post("/beheer/accounts", {{"display_name", "Jan Nieuw"}, {"login", login}, {"email", email}, {"role", "professional"}, {"password", "lang genoeg wachtwoord"}});
    };
    EXPECT_TRUE(holds(add("jan", "jan"), "geen e-mailadres"));
    EXPECT_TRUE(holds(add("jan nieuw", ""), "geen spaties"));
    EXPECT_TRUE(holds(add("", ""), "Vul dit in"));
    EXPECT_TRUE(holds(add("jan", "jan"), "value=\"Jan Nieuw\""));
    EXPECT_TRUE(holds(admin.post("/beheer/feestdagen", {{"day", "2026-02-30"}, {"name", "Feest"}}), "bestaat niet"));
    EXPECT_EQ(add("jan", "jan@regio.nl").status, 303);
}

TEST_F(Forms, AZipIsCalledOneAndIsToBeUnpacked) {
    auto desk = as("balie");
    const std::string zip = std::string("PK\x03\x04", 4) + "\x14" + std::string(25, '\0') + "brief.txtDag";
    const auto body = "--grens\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n" + desk.token() + "\r\n--grens\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nletter" +
                      "\r\n--grens\r\nContent-Disposition: form-data; name=\"letter\"; filename=\"stukken.zip\"\r\n\r\n" + zip + "\r\n--grens--\r\n";
    const auto answer = desk.send("POST", "/verzoeken/nieuw", body, {{"Content-Type", "multipart/form-data; boundary=grens"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(holds(answer, "Dit is een zip-bestand"));
    EXPECT_TRUE(holds(answer, "Pak het uit"));
}
