// The real letters of the repository, and one invented case to write them about.
#pragma once

#include "service/letters/letters.h"

namespace service::letters {

inline const LetterBook& book() {
    static const LetterBook loaded = LetterBook::load(std::string{LAKWERK_SOURCE_DIR} + "/templates/letters");
    return loaded;
}
inline Date on(const std::string& iso) { return requests::parseIso(iso).value(); }

inline Frame someFrame() {
    return {.senderName = "Gemeente Voorbeeldstad", .senderLines = {"Stadsplein 1, Postbus 100, 1234 AA Voorbeeldstad"},
            .contactName = "Team Privacy", .contactPhone = "088 000 00 00", .contactEmail = "privacy@voorbeeldstad.example",
            .addresseeName = "de heer K. Verbeek", .salutation = "heer Verbeek", .addresseeLines = {"Kastanjelaan 4", "1234 AB Voorbeeldstad"},
            .place = "Voorbeeldstad", .date = on("2026-03-10"), .reference = "LW-2026-0001", .signer = "M. Jansma",
            .signerFunction = "privacy officer"};
}

inline Acknowledgement someAcknowledgement() {
    return {.frame = someFrame(), .right = requests::Right::access, .about = {"uzelf", "uw zoon Daan"}, .received = on("2026-03-03"),
            .channel = "letter", .due = on("2026-04-07"), .identityMethod = "driving-licence",
            .partners = {"Veilig Thuis Voorbeeldregio", "Lokaal team Voorbeeldstad"},
            .remarks = {"U vraagt als ouder met gezag ook voor uw zoon Daan. Wat een kind in vertrouwen heeft verteld, beoordelen wij apart."}};
}

inline Decision someDecision() {
    return {.frame = someFrame(),
            .controller = {.name = "Veilig Thuis Voorbeeldregio", .kind = requests::PartnerKind::safeHome, .standing = requests::Standing::contested,
                           .decidingOrgan = "het dagelijks bestuur van de GGD Voorbeeldregio", .court = "rechtbank Voorbeeldland",
                           .postalAddress = "Postbus 200, 1234 AA Voorbeeldstad"},
            .position = Position::clientOrForClient, .right = requests::Right::access, .about = {"uzelf", "uw zoon Daan"}, .received = on("2026-03-03"),
            .sent = on("2026-04-01"), .outcome = Outcome::partly, .releasedWhole = 6, .releasedPartly = 4, .withheldWhole = 1,
            .grounds = {{"third-party", 12}, {"child-confidence", 1}, {"reporter", 2}}, .explanations = {}, .reasons = {}, .processing = {}, .terms = {}, .calendar = requests::Calendar{}};
}

inline Inventory someInventory() {
    Inventory inventory{.frame = someFrame(), .items = {}};
    for (int number = 1; number <= 34; ++number)
        inventory.items.push_back({.number = number, .date = number % 7 ? std::optional{on("2026-01-12")} : std::nullopt,
                                   .title = number % 3 ? "Gespreksverslag" : "E-mail van het lokale team aan de school over de afspraken van januari",
                                   .partner = number % 2 ? "Veilig Thuis Voorbeeldregio" : "Lokaal team Voorbeeldstad", .pages = static_cast<std::size_t>(number % 5 + 1),
                                   .shown = number % 3 == 0 ? Shown::partly : number % 11 == 0 ? Shown::withheld : Shown::released,
                                   .grounds = number % 3 == 0 ? std::vector<std::string>{"third-party"} : number % 11 == 0 ? std::vector<std::string>{"child-confidence", "third-party"} : std::vector<std::string>{}});
    return inventory;
}

inline Completeness someCompleteness() {
    return {.frame = someFrame(), .received = on("2026-03-03"),
            .partners = {{.partner = "Veilig Thuis Voorbeeldregio", .asked = on("2026-03-05"), .answered = on("2026-03-09"), .searchedIn = {"export van het dossiersysteem"},
                          .searchedWith = {"naam en geboortedatum"}, .answer = "delivered-in-part", .explanation = {}, .whatNow = {}, .delivered = 8, .missing = {"Verslag van 2 februari: het bestand was beschadigd"}},
                         {.partner = "Gemeente Voorbeeldstad", .asked = on("2026-03-05"), .answered = on("2026-03-05"), .searchedIn = {"Zaken API"}, .searchedWith = {"burgerservicenummer"},
                          .answer = "nothing-visible", .explanation = {}, .whatNow = {}, .delivered = 0, .missing = {}},
                         {.partner = "Jeugdbescherming Voorbeeld", .asked = on("2026-03-05"), .answered = {}, .searchedIn = {}, .searchedWith = {}, .answer = "no-answer", .explanation = {}, .whatNow = {}, .delivered = 0, .missing = {}}}};
}

}  // namespace service::letters
