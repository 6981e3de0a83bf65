// The terms as a lawyer reads and changes them.
#include "service/casework/term_table.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace service::casework {
namespace {

const std::filesystem::path templates = std::filesystem::path(LAKWERK_SOURCE_DIR) / "templates";

nlohmann::json asJson() { return nlohmann::json::parse(readTermTable(templates)); }
requests::Date on(const char* iso) { return requests::parseIso(iso).value(); }

// What the pure tests count with is what the region counts with.
TEST(TermTable, SaysWhatTheLawSaysToday) {
    const auto table = loadTermTable(templates);
    const auto& terms = table.on(on("2026-03-02")).terms;
    const requests::Terms usual;
    EXPECT_EQ(terms.decide, usual.decide);
    EXPECT_EQ(terms.decideExtended, usual.decideExtended);
    EXPECT_EQ(terms.objection, usual.objection);
    EXPECT_EQ(terms.petition, usual.petition);
    EXPECT_EQ(terms.destroy, usual.destroy);
    EXPECT_EQ(terms.informFamily, usual.informFamily);
    EXPECT_EQ(terms.informFamilyExtra, usual.informFamilyExtra);
    EXPECT_EQ(terms.defaultNotice, usual.defaultNotice);
    EXPECT_EQ(terms.putAside, usual.putAside);
    EXPECT_EQ(terms.breachToPartners, usual.breachToPartners);
    EXPECT_EQ(terms.breachToAuthority, usual.breachToAuthority);
    for (const auto& [read, known] : {std::pair{&terms.carryOut, &usual.carryOut}, std::pair{&terms.restrictWhileWeighed, &usual.restrictWhileWeighed}, std::pair{&terms.answerReminder, &usual.answerReminder}}) {
        EXPECT_EQ(read->workingDays, known->workingDays);
        EXPECT_EQ(read->source, known->source);
    }
    ASSERT_EQ(terms.penalty.size(), usual.penalty.size());
    for (std::size_t index = 0; index < usual.penalty.size(); ++index) {
        EXPECT_EQ(terms.penalty[index].days, usual.penalty[index].days);
        EXPECT_EQ(terms.penalty[index].eurosPerDay, usual.penalty[index].eurosPerDay);
    }
    const auto milestones = requests::usualMilestones();
    ASSERT_EQ(table.milestones.size(), milestones.size());
    for (std::size_t index = 0; index < milestones.size(); ++index) EXPECT_EQ(table.milestones[index].workingDaysBeforeEnd, milestones[index].workingDaysBeforeEnd);
}

TEST(TermTable, ANewEditionHoldsFromItsDay) {
    auto json = asJson();
    auto later = json["editions"][0];
    later["from"] = "2027-01-01", later["terms"]["objection"]["weeks"] = 8;
    json["editions"].insert(json["editions"].begin(), later);
    const auto table = parseTermTable(json.dump());
    EXPECT_EQ(table.on(on("2026-12-31")).terms.objection.count(), 6);
    EXPECT_EQ(table.on(on("2027-01-01")).terms.objection.count(), 8);
    EXPECT_EQ(table.on(on("2001-01-01")).terms.objection.count(), 6);
}

TEST(TermTable, WhatIsMissingOrUnknownStopsTheStart) {
    const auto refused = [](const auto& spoil) {
        auto json = asJson();
        spoil(json);
        EXPECT_THROW(parseTermTable(json.dump()), TermTableError) << json.dump().substr(0, 80);
    };
    refused([](auto& json) { json["editions"] = nlohmann::json::array(); });
    refused([](auto& json) { json["editions"][0]["terms"].erase("decide"); });
    refused([](auto& json) { json["editions"][0]["terms"]["decide"]["months"] = 0; });
    refused([](auto& json) { json["editions"][0]["terms"].erase("carry-out"); });
    refused([](auto& json) { json["editions"][0]["terms"]["restrict-while-weighed"]["source"] = ""; });
    refused([](auto& json) { json["milestones"][0].erase("source"); });
    refused([](auto& json) { json["editions"][0]["terms"]["petition"].erase("source"); });
    refused([](auto& json) { json["editions"][0]["suspension"]["grounds"][0]["needs"][0] = "haast"; });
    refused([](auto& json) { json["editions"][0]["suspension"]["grounds"][1]["rights"][0] = "inzage"; });
    refused([](auto& json) { json["editions"][0]["suspension"]["grounds"][1].erase("least-documents"); });
    refused([](auto& json) { json["editions"][0]["terms"].erase("put-aside"); });
    refused([](auto& json) { json["editions"][0]["from"] = "morgen"; });
    refused([](auto& json) { json["milestones"][0]["role"] = "iedereen"; });
    refused([](auto& json) { json.erase("escalation"); });
    EXPECT_THROW(parseTermTable("{"), TermTableError);
}

}  // namespace
}  // namespace service::casework
