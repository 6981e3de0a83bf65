// What the simulated case system holds in the tests.
#pragma once

#include "connectors/connector.h"
#include "tests/partners/zgw_simulator.h"
#include "tests/unit/connectors/sample_people.h"

namespace connectors::tests {

inline const partners::ZgwClient kClient{"lakwerk", "een-geheim-van-de-gemeente", "zeer_geheim", true};

inline partners::ZgwDocument pdf(const std::string& uuid, const std::string& title) {
    partners::ZgwDocument document;
    document.uuid = uuid;
    document.title = title;
    document.author = "R. Tholen";
    document.date = "2026-01-20";
    document.fileName = title + ".pdf";
    document.format = "application/pdf";
    document.kind = "verslag";
    document.bytes = "%PDF-1.7\n% " + title + "\n%%EOF\n";
    return document;
}

inline partners::ZgwCase caseOfFather(const std::string& number) {
    return {"11111111-0000-0000-0000-" + number,
            "ZAAK-2026-" + number,
            "Ondersteuning gezin",
            "2026-01-05",
            {{"Berend Willem", "van", "Aalst", father().bsn}},
            {}};
}

inline partners::ZgwHoldings oneCase() {
    partners::ZgwCase zaak = caseOfFather("000000000001");
    zaak.documents = {pdf("aaaaaaaa-0000-0000-0000-000000000001", "Verslag huisbezoek"),
                      pdf("aaaaaaaa-0000-0000-0000-000000000002", "Plan van aanpak")};
    return {{zaak}, {kClient}};
}

// One document a case, so that the pages of cases must be turned.
inline partners::ZgwHoldings manyCases(std::size_t count) {
    partners::ZgwHoldings holdings{{}, {kClient}};
    for (std::size_t at = 0; at < count; ++at) {
        const std::string number = std::to_string(100000000000 + at);
        partners::ZgwCase zaak = caseOfFather(number);
        zaak.documents = {pdf("bbbbbbbb-0000-0000-0000-" + number, "Stuk " + number)};
        holdings.cases.push_back(zaak);
    }
    return holdings;
}

inline Settings settingsFor(const partners::ZgwSimulator& simulator, const std::string& secretFile) {
    return {{"zaken_url", simulator.address() + "/zaken/api/v1"},
            {"documenten_url", simulator.address() + "/documenten/api/v1"},
            {"client_id", kClient.id},
            {"secret_file", secretFile}};
}

}  // namespace connectors::tests
