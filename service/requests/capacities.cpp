// Which capacities the recorded facts leave open, each with its consequence in one sentence.
#include <algorithm>

#include "service/requests/intake.h"
#include "service/requests/intake_facts.h"
#include "service/requests/standing_to_ask.h"

namespace service::requests {
namespace {

CapacityChoice selfChoice(const IntakeInput& input) {
    const auto age = ageOf(input, input.requester);
    CapacityChoice choice{Capacity::self, true, dutchName(Capacity::self), {}};
    if (age && *age < input.ages.confidence) {
        choice.open = false;
        choice.consequence = "Een kind onder de " + std::to_string(input.ages.confidence) + " vraagt via zijn wettelijk vertegenwoordiger; het kind krijgt wel antwoord in gewone woorden.";
    } else if (age && *age < input.ages.own) {
        choice.consequence = "Een kind van " + std::to_string(input.ages.confidence) + " tot " + std::to_string(input.ages.own) + " vraagt zelf; bij de RvdK en het Zorg- en Veiligheidshuis beoordeelt een professional of dat kan.";
    } else {
        choice.consequence = "De verzoeker krijgt wat over hem of haar zelf gaat; wat alleen over anderen gaat blijft weg.";
    }
    return choice;
}

// The worst answer over all children asked for decides what the desk is told.
struct Family {
    int withAuthority = 0, sixteenPlus = 0, suspended = 0, without = 0, unknown = 0, children = 0;
};

Family familyOf(const IntakeInput& input) {
    Family family;
    for (const auto& id : otherSubjects(input)) {
        ++family.children;
        const auto age = ageOf(input, id);
        const auto kind = authorityOver(input, id, input.requester);
        if (age && *age >= input.ages.own) ++family.sixteenPlus;
        else if (!age || !kind || kind == AuthorityKind::unknown) ++family.unknown;
        else if (kind == AuthorityKind::suspended) ++family.suspended;
        else if (holdsParentalAuthority(kind)) ++family.withAuthority;
        else ++family.without;
    }
    return family;
}

CapacityChoice parentChoice(const IntakeInput& input) {
    const Family family = familyOf(input);
    CapacityChoice choice{Capacity::parent, false, dutchName(Capacity::parent), {}};
    choice.open = family.children > 0;  // also without authority: the desk refuses nobody, the findings explain what follows
    if (family.children == 0)
        choice.consequence = "Kies eerst het kind waarvoor de ouder vraagt.";
    else if (family.suspended > 0)
        choice.consequence = "Het gezag is geschorst: de ouder krijgt de eigen gegevens en informatie in grote lijnen, niet het dossier van het kind.";
    else if (family.without > 0)
        choice.consequence = "Zonder gezag krijgt de ouder de eigen gegevens en informatie in grote lijnen, niet het dossier van het kind.";
    else if (family.unknown > 0)
        choice.consequence = "Gezag of geboortedatum is niet vastgelegd: vraag een uittreksel uit het gezagsregister.";
    else if (family.sixteenPlus > 0)
        choice.consequence = "Een kind van " + std::to_string(input.ages.own) + " of ouder beslist zelf: zonder zijn toestemming krijgt de ouder alleen de eigen gegevens.";
    else
        choice.consequence = "De ouder krijgt ook wat over het kind gaat; wat het kind in vertrouwen vertelde wordt apart beoordeeld.";
    return choice;
}

CapacityChoice guardianChoice(const IntakeInput& input) {
    const auto others = otherSubjects(input);
    CapacityChoice choice{Capacity::guardian, false, dutchName(Capacity::guardian), {}};
    choice.open = !others.empty() && std::ranges::all_of(others, [&](const std::string& id) {
        return authorityOver(input, id, input.requester) == AuthorityKind::guardian;
    });
    // Basis: BW art. 1:302 (rule R24)
    choice.consequence = choice.open
        ? "De voogd krijgt hetzelfde als een ouder met gezag: wat over het kind gaat."
        : "Er is geen voogdij vastgelegd: vraag de beschikking van de rechter of een uittreksel uit het gezagsregister.";
    return choice;
}

// Who acts for each of those asked for; the weakest of them decides what the desk is told.
CapacityChoice representativeChoice(const IntakeInput& input) {
    const auto others = otherSubjects(input);
    CapacityChoice choice{Capacity::representative, false, dutchName(Capacity::representative), {}};
    auto weakest = Representation::curator;
    auto asking = input;
    asking.capacity = Capacity::representative;
    for (const auto& id : others)
        weakest = std::min(weakest, standingToAsk(asking, id).why == "for-holder" ? Representation::authorised : representation(input, id, input.requester));
    choice.open = !others.empty() && weakest >= Representation::kin;
    // Basis: BW art. 1:381, 1:453; rule R23
    if (!choice.open)
        choice.consequence = weakest == Representation::ended ? "De machtiging, curatele of het mentorschap is geëindigd: vraag een nieuwe machtiging of beschikking."
                           : weakest == Representation::unclear ? "Uit de machtiging blijkt niet dat zij hiervoor geldt: lees haar na en leg vast voor welke rechten en partners."
                           : weakest == Representation::elsewhere ? "De machtiging geldt voor een ander recht of een andere partner: vraag een machtiging die ook hiervoor geldt."
                                                              : "Er is geen geldige machtiging vastgelegd: vraag een ondertekende machtiging of de beschikking (curator, mentor).";
    else if (weakest == Representation::kin) choice.consequence = "Partner of naaste familie krijgt wat de betrokkene zelf zou krijgen, zolang die niet zelf kan beslissen en er geen curator, mentor of gemachtigde is.";
    else if (weakest == Representation::authorised) choice.consequence = "De gemachtigde krijgt precies wat de betrokkene zelf zou krijgen, niet meer.";
    else choice.consequence = "De curator of mentor krijgt wat de betrokkene zelf zou krijgen, zolang de beschikking van de rechter geldt.";
    return choice;
}

}  // namespace

std::vector<CapacityChoice> capacityChoices(const IntakeInput& input) {
    return {selfChoice(input), parentChoice(input), guardianChoice(input), representativeChoice(input)};
}

}  // namespace service::requests
