// Less protection takes two people, each with a reason: held by the store, whatever the screens do.
#include <algorithm>

#include "tests/unit/store/fresh_store.h"

namespace service::store {

namespace household = redaction::household;

namespace {

constexpr const char* refusedByRule = "forbiddenByRule";

class Weakenings : public FreshStore {
  protected:
    Weakenings() {
        els = someone("els", Role::professional);
        jan = someone("jan", Role::professional);
        karin = someone("karin", Role::frontDesk);
    }
    Fact fact(FactKind kind, const std::string& word = "") {
        for (const auto& it : store->households().facts(household().id))
            if (it.kind == kind && it.body.find(word) != std::string::npos) return it;
        return {};
    }
    int version() { return store->households().loadHousehold(household().id).version; }
    std::string changing(const Fact& it, const std::string& body) {
        return refusal([&] { store->households().changeFact(it.id, version(), body, els); });
    }
    household::Protection protection() { return store->households().load(household().id).protections.front(); }
    Id els, jan, karin;
};

TEST_F(Weakenings, NobodyEndsAProtectionAlone) {
    const auto it = fact(FactKind::protection);
    EXPECT_EQ(refusal([&] { store->households().endFact(it.id, 1, els); }), refusedByRule);
    EXPECT_EQ(store->households().load(household().id).protections.size(), 1u);
    EXPECT_EQ(version(), 1);
}

TEST_F(Weakenings, NobodyMakesAProtectionWeakerAlone) {
    const auto it = fact(FactKind::protection);
    const auto with = [&](auto change) {
        auto changed = protection();
        change(changed);
        return changing(it, bodyOf(changed));
    };
    EXPECT_EQ(with([](auto& p) { p.against.clear(); }), refusedByRule);
    EXPECT_EQ(with([](auto& p) { p.against = {"kind1"}; }), refusedByRule);
    EXPECT_EQ(with([](auto& p) { p.hide = {"address"}; }), refusedByRule);
    EXPECT_EQ(with([](auto& p) { p.person = "kind1"; }), refusedByRule);
    EXPECT_EQ(with([](auto& p) { p.until = household::parseDate("2026-03-03"); }), refusedByRule);
    EXPECT_EQ(with([](auto& p) { p.from = household::parseDate("2099-01-01"); }), refusedByRule);
    EXPECT_EQ(store->households().facts(household().id).size(), store->households().load(household().id).persons.size() + 2 + 1 + 1);
}

TEST_F(Weakenings, MoreProtectionTakesOne) {
    auto more = protection();
    more.against.push_back("kind1"), more.hide.push_back("school"), more.hidePartners = {"lt"}, more.why = "nieuwe dreiging";
    store->households().changeFact(fact(FactKind::protection).id, 1, bodyOf(more), els);
    EXPECT_EQ(protection().against.size(), 2u);
    auto less = more;
    less.hidePartners.clear();
    EXPECT_EQ(changing(fact(FactKind::protection), bodyOf(less)), refusedByRule);
}

TEST_F(Weakenings, APersonsOwnShieldAndPlaceInAProtectionTakeTwoToo) {
    auto mother = *household::findPerson(store->households().load(household().id), "moeder");
    mother.addresses.front().secret = false;
    EXPECT_EQ(changing(fact(FactKind::person, "\"moeder\""), bodyOf(mother)), refusedByRule);
    const auto father = fact(FactKind::person, "\"vader\"");
    EXPECT_EQ(refusal([&] { store->households().endFact(father.id, 1, els); }), refusedByRule);
    auto other = *household::findPerson(store->households().load(household().id), "vader");
    other.id = "vader2";
    EXPECT_EQ(changing(father, bodyOf(other)), refusedByRule);
    EXPECT_TRUE(store->households().needsTwo(father.id, ""));
    other.id = "vader", other.phones = {"0600000000"};
    EXPECT_FALSE(store->households().needsTwo(father.id, bodyOf(other)));
    EXPECT_EQ(changing(father, bodyOf(other)), "nothing was refused");
}

TEST_F(Weakenings, TwoPeopleWithReasonsMayEndIt) {
    const auto it = fact(FactKind::protection);
    auto& households = store->households();
    EXPECT_EQ(refusal([&] { households.proposeWeakening(household().id, it.id, "", " ", els); }), refusedByRule);
    const auto proposed = households.proposeWeakening(household().id, it.id, "", "vader zit vast", els);
    EXPECT_EQ(refusal([&] { households.proposeWeakening(household().id, it.id, "", "ook ik", jan); }), "conflict");
    EXPECT_EQ(protection().person, "moeder") << "only proposed";
    EXPECT_EQ(refusal([&] { households.confirmWeakening(proposed.id, "toch", els); }), refusedByRule);
    EXPECT_EQ(refusal([&] { households.confirmWeakening(proposed.id, "goed", karin); }), refusedByRule);
    EXPECT_EQ(refusal([&] { households.confirmWeakening(proposed.id, " ", jan); }), refusedByRule);
    store->assignments().recordConflict(household().id, jan, "zwager", els);
    EXPECT_EQ(refusal([&] { households.confirmWeakening(proposed.id, "goed", jan); }), refusedByRule);
    store->assignments().removeConflict(household().id, jan);
    households.confirmWeakening(proposed.id, "gebeld met moeder", jan);
    EXPECT_TRUE(households.load(household().id).protections.empty());
    EXPECT_TRUE(households.openWeakenings(household().id).empty());
    EXPECT_EQ(refusal([&] { households.confirmWeakening(proposed.id, "nog eens", jan); }), "notFound");
}

TEST_F(Weakenings, AChangeOfTheFactMeanwhileTakesTheProposalAway) {
    const auto it = fact(FactKind::protection);
    const auto proposed = store->households().proposeWeakening(household().id, it.id, "", "vader zit vast", els);
    auto more = protection();
    more.why = "vader is vrij";
    store->households().changeFact(it.id, 1, bodyOf(more), jan);
    EXPECT_TRUE(store->households().openWeakenings(household().id).empty());
    EXPECT_EQ(refusal([&] { store->households().confirmWeakening(proposed.id, "goed", jan); }), "notFound");
}

TEST_F(Weakenings, WhoWithdrewAConsentIsNotOverruledByOnePerson) {
    auto& households = store->households();
    household::Consent consent{"kind1", "vader", "school", household::parseDate("2025-01-01"), {}, {}};
    households.addConsent(household().id, 1, consent, els);
    auto wider = consent, withdrawn = consent, later = consent;
    wider.scope = "alles", withdrawn.withdrawn = household::parseDate("2026-01-01"), later.given = household::parseDate("2026-02-01");
    EXPECT_EQ(changing(fact(FactKind::consent), bodyOf(wider)), refusedByRule);
    EXPECT_EQ(changing(fact(FactKind::consent), bodyOf(withdrawn)), "nothing was refused");
    EXPECT_EQ(changing(fact(FactKind::consent), bodyOf(consent)), refusedByRule) << "the withdrawal is rubbed out";
    EXPECT_TRUE(households.consentNeedsTwo(household().id, bodyOf(later)));
    EXPECT_EQ(refusal([&] { households.addConsent(household().id, version(), later, els); }), refusedByRule);
    const auto proposed = households.proposeWeakening(household().id, "", bodyOf(later), "hij wil het nu wel", els);
    households.confirmWeakening(proposed.id, "zelf met hem gesproken", jan);
    EXPECT_EQ(households.load(household().id).consents.size(), 2u);
    later.to = "moeder";
    EXPECT_EQ(refusal([&] { households.addConsent(household().id, version(), later, els); }), "nothing was refused") << "nothing withdrawn towards her";
}

TEST_F(Weakenings, PastAllCodeAProtectionStays) {
    const auto it = fact(FactKind::protection);
    EXPECT_ANY_THROW(raw("UPDATE household_fact SET closed_at = '2026-03-02T09:00:00Z' WHERE id = '" + it.id + "'"));
    EXPECT_ANY_THROW(raw("DELETE FROM household_fact WHERE id = '" + it.id + "'"));
    EXPECT_ANY_THROW(raw("UPDATE household_fact SET body = '{}' WHERE id = '" + it.id + "'"));
    store->households().proposeWeakening(household().id, it.id, "", "vader zit vast", els);
    EXPECT_ANY_THROW(raw("UPDATE weakening SET state = 'confirmed', settled_by = 'els', settled_reason = 'ik'"));
    EXPECT_ANY_THROW(raw("UPDATE weakening SET proposed_by = 'karin'"));
    EXPECT_ANY_THROW(raw("DELETE FROM weakening"));
}

TEST_F(Weakenings, AnImportCannotLoseAProtectionThatHolds) {
    household();
    auto again = family();
    again.id = "gezin-opnieuw";
    EXPECT_NO_THROW(store->households().importCase(again, els));
    auto without = again;
    without.protections.clear();
    EXPECT_EQ(refusal([&] { store->households().importCase(without, els); }), refusedByRule);
    auto shown = again;
    shown.persons.front().addresses.front().secret = false;
    EXPECT_EQ(refusal([&] { store->households().importCase(shown, els); }), refusedByRule);
    auto others = without;
    for (auto& person : others.persons) person.bsn.clear(), person.family += "-Elders";
    EXPECT_NO_THROW(store->households().importCase(others, els));
    EXPECT_EQ(store->households().all().size(), 3u);
}

}  // namespace
}  // namespace service::store
