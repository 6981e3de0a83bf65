// What an authorisation covers: the rights and partners that somebody recorded, else what its words say; what they leave open is
// unclear and covers nothing by itself.
#include <gtest/gtest.h>

#include <array>

#include "redaction/policy/mandate.h"
#include "redaction/policy/standing.h"

namespace {

namespace household = redaction::household;
using redaction::policy::Reach;
using namespace std::chrono_literals;

household::Case family() {
    household::Case known;
    known.partners = {{"vt", "Veilig Thuis Noord", "veilig-thuis", false}, {"gi", "De Schakel", "gecertificeerde-instelling", false}};
    for (const char* id : {"oma", "advocaat"}) known.persons.emplace_back().id = id, known.persons.back().kind = "family";
    return known;
}

household::AccessRequest asking(const char* right, std::vector<std::string> partners = {"vt"}) {
    household::AccessRequest asked;
    asked.requester = "advocaat", asked.capacity = "representative", asked.subjects = {"oma"}, asked.right = right, asked.partners = std::move(partners);
    return asked;
}

household::Consent saying(const char* scope) { return {"oma", "advocaat", scope, 2026y / 1 / 1, {}, {}}; }

const char* wordOf(Reach reach) { return std::array{"none", "no", "unclear", "yes"}[static_cast<std::size_t>(reach)]; }

struct Row {
    const char *scope, *access, *erasure, *rectification;
};

}  // namespace

TEST(Mandate, CoversWhatItsWordsSayAndNothingMore) {
    const Row rows[] = {
        {"volmacht voor inzage", "yes", "unclear", "unclear"},
        {"Machtiging, alleen inzage", "yes", "no", "no"},
        {"getekende volmacht", "unclear", "unclear", "unclear"},
        {"volmacht voor het dossier", "unclear", "unclear", "unclear"},
        {"machtiging om mijn hele dossier te laten verwijderen", "unclear", "yes", "unclear"},
        {"machtiging voor inzage, correctie en verwijdering", "yes", "yes", "yes"},
        {"machtiging voor inzage, geen verwijdering", "yes", "no", "unclear"},
        {"machtiging voor alle rechten behalve verwijdering", "yes", "no", "yes"},
        {"machtiging om alle verzoeken te doen", "yes", "yes", "yes"},
        {"volledige vertegenwoordiging", "yes", "yes", "yes"},
        {"volledige vertegenwoordiging, alleen in bankzaken", "unclear", "unclear", "unclear"},
        {"volledige vertegenwoordiging, inzage en afschrift (getekende volmacht)", "yes", "unclear", "unclear"},
        {"levenstestament, volmacht: uitsluitend bankzaken; zorg, wonen en inzage in dossiers zijn uitgesloten", "no", "no", "no"},
        {"volmacht: geen inzage of verwijdering zonder overleg", "unclear", "unclear", "unclear"},
        {"machtiging voor inzage, geldig tot 1 juli 2026", "unclear", "unclear", "unclear"},
        {"machtiging tot inzage", "yes", "unclear", "unclear"},
        {"het hele dossier", "yes", "unclear", "unclear"},
        {"inzage in het dossier", "yes", "unclear", "unclear"},
        {"één verslag uit het dossier", "none", "none", "none"},
        {"inzage in één verslag uit het dossier", "none", "none", "none"},
        {"mijn brief in het dossier", "none", "none", "none"},
        {"het schoolrapport", "none", "none", "none"},
    };
    for (const auto& row : rows) {
        const auto reach = [&](const char* right) { return wordOf(redaction::policy::reachOf(saying(row.scope), family(), asking(right))); };
        EXPECT_STREQ(reach("access"), row.access) << row.scope;
        EXPECT_STREQ(reach("erasure"), row.erasure) << row.scope;
        EXPECT_STREQ(reach("rectification"), row.rectification) << row.scope;
    }
}

TEST(Mandate, WhatSomebodyRecordedGoesBeforeItsWords) {
    auto recorded = saying("getekende volmacht van 3 maart");
    recorded.rights = {"access", "erasure"};
    const auto reach = [&](const char* right, std::vector<std::string> partners) { return wordOf(redaction::policy::reachOf(recorded, family(), asking(right, std::move(partners)))); };
    EXPECT_STREQ(reach("erasure", {"vt", "gi"}), "yes");
    EXPECT_STREQ(reach("rectification", {"vt"}), "no");
    recorded.partners = {"gi"};
    EXPECT_STREQ(reach("erasure", {"gi"}), "yes");
    EXPECT_STREQ(reach("erasure", {"vt"}), "no");
    EXPECT_STREQ(reach("erasure", {"gi", "vt"}), "no") << "all who decide on it";
}

TEST(Mandate, HoldsAtThePartnersThatItsWordsNameAndOtherwiseEverywhere) {
    const auto reach = [](const char* scope, std::vector<std::string> partners) { return wordOf(redaction::policy::reachOf(saying(scope), family(), asking("access", std::move(partners)))); };
    EXPECT_STREQ(reach("volmacht voor inzage", {"vt", "gi"}), "yes");
    EXPECT_STREQ(reach("volmacht voor inzage bij Veilig Thuis", {"vt"}), "yes");
    EXPECT_STREQ(reach("volmacht voor inzage bij Veilig Thuis", {"gi"}), "unclear");
    EXPECT_STREQ(reach("volmacht voor inzage bij De Schakel", {"gi"}), "yes");
    EXPECT_STREQ(reach("volmacht voor inzage bij De Schakel", {"gi", "vt"}), "unclear");
    EXPECT_STREQ(reach("volmacht voor inzage bij het wijkteam", {"vt"}), "unclear") << "that team is none of them";
}

// Basis: rule R23
TEST(Mandate, ForAnotherRightOpensNothingToTheEngine) {
    auto known = family();
    known.consents = {saying("machtiging, alleen verwijdering")};
    const auto represents = [&] { return redaction::policy::Standing(known, asking("access"), 2026y / 3 / 1).isRepresentative(); };
    EXPECT_FALSE(represents());
    known.consents[0].scope = "machtiging voor inzage";
    EXPECT_TRUE(represents());
}
