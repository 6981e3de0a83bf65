#include "service/requests/subject_findings.h"

#include <array>

#include "service/requests/intake_facts.h"
#include "service/requests/standing_to_ask.h"

namespace service::requests {
namespace {

using std::chrono::sys_days;

Finding about(const std::string& person, Severity severity, const char* code, std::string title, std::string explanation,
              const char* source) {
    return {severity, code, std::move(title), std::move(explanation), source, person, "subjects"};
}

// Basis: UAVG art. 5; BW art. 1:377c (rule R7): the request goes on with what the law still gives
Finding withoutAuthority(const IntakeInput& input, const std::string& child, std::optional<AuthorityKind> kind) {
    const std::string name = nameAndAge(input, child);
    const std::string still = " Het verzoek gaat door met de eigen gegevens van de verzoeker. Over het kind kan de ouder "
                              "belangrijke informatie in grote lijnen vragen; dat is een aparte taak.";
    if (kind == AuthorityKind::suspended)
        return about(child, Severity::warning, "authority-suspended", "Het gezag over " + name + " is geschorst",
                     "Zolang de schorsing duurt, kan deze ouder het dossier van het kind niet inzien. ‘Vervangende "
                     "toestemming’ bestaat niet." + still,
                     "UAVG art. 5; BW art. 1:377c; regel R7");
    if (kind == AuthorityKind::none)
        return about(child, Severity::warning, "no-authority", "De verzoeker heeft geen gezag over " + name,
                     "Een ouder zonder gezag kan het dossier van het kind niet inzien." + still,
                     "UAVG art. 5; BW art. 1:377c; regel R7");
    return about(child, Severity::question, "authority-unknown", "Het gezag over " + name + " is niet vastgelegd",
                 "Vraag een uittreksel uit het gezagsregister en leg het gezag vast. Tot dat er is, geldt de verzoeker als "
                 "ouder zonder gezag." + still,
                 "UAVG art. 5; BW art. 1:377c; regel R7");
}

// Basis: Jeugdwet art. 7.3.11(1); Wmo 2015 art. 5.3.2(3), 5.3.3(1) (rules R5, R6)
Finding sixteenPlus(const IntakeInput& input, const std::string& child) {
    const auto* person = findPerson(input, child);
    const std::string name = nameAndAge(input, child);
    const char* source = "Jeugdwet art. 7.3.11 lid 1; Wmo 2015 art. 5.3.2 en 5.3.3; regel R5";
    if (person->able == false)
        return about(child, Severity::question, "child-16plus-not-able", name + " kan volgens het dossier de eigen belangen niet afwegen",
                     "Dan vraagt de ouder met gezag voor het kind. Wat het kind in vertrouwen vertelde, beoordeelt een professional.",
                     "Jeugdwet art. 7.3.15 lid 2; Wmo 2015 art. 5.3.2 lid 3; regel R6");
    const auto consent = consentFrom(input, child, input.requester);
    if (consent == ConsentState::given)
        return about(child, Severity::info, "child-16plus-consent", name + " heeft toestemming gegeven",
                     "De ouder krijgt alleen wat onder die toestemming valt. Het kind kan haar steeds intrekken.", source);
    const char* withdrawn = consent == ConsentState::withdrawn ? " De toestemming die er was, is ingetrokken." : "";
    return about(child, Severity::warning, "child-16plus", name + " beslist zelf",
                 std::string{"Vanaf " + std::to_string(input.ages.own) + " jaar mag een ouder niet meer namens het kind inzien."} + withdrawn +
                     " Het verzoek gaat door met de eigen gegevens van de ouder. Wijs erop dat het kind toestemming kan "
                     "geven of zelf kan vragen.",
                 source);
}

Finding adult(const IntakeInput& input, const std::string& subject) {
    return about(subject, Severity::question, "adult-subject", nameAndAge(input, subject) + " is volwassen",
                 "Voor een volwassene vraagt alleen iemand met een ondertekende machtiging, een curator of een mentor. Zonder "
                 "dat gaat het verzoek door met de eigen gegevens van de verzoeker.",
                 "AVG art. 12; Jeugdwet art. 7.3.15 lid 3; regel R23");
}

void addWithAuthority(const IntakeInput& input, const std::string& child, int age, std::vector<Finding>& found) {
    const std::string name = nameAndAge(input, child);
    if (age < input.ages.confidence)
        found.push_back(about(child, Severity::info, "child-under-12", name + " vraagt via een ouder met gezag",
                              "Voor een kind onder de " + std::to_string(input.ages.confidence) + " oefent de ouder met gezag de rechten uit. De ouder krijgt wat over "
                              "het kind gaat, tenzij dat het kind zou schaden; dat beoordeelt een professional.",
                              "UAVG art. 5; Jeugdwet art. 7.3.15 lid 1; Wmo 2015 art. 5.3.2; regel R2"));
    else
        found.push_back(about(child, Severity::info, "child-12-15", "De ouder vraagt voor " + name,
                              "De ouder met gezag mag inzien. Wat het kind in vertrouwen vertelde, beoordeelt een "
                              "professional. Vraag het kind naar zijn mening, tenzij dat niet veilig is. Het kind kan ook zelf vragen.",
                              "Jeugdwet art. 7.3.11 lid 2 onder b; Wmo 2015 art. 5.3.2; regel R3"));
    const auto others = otherHolders(input, child);
    // Basis: RBROT:2024:8250 (procedure P6): erasure needs the other holder to be heard, access does not
    if (input.right == Right::erasure && !others.empty())
        found.push_back(about(child, Severity::question, "erasure-other-holder", "Hoor ook de andere ouder met gezag",
                              "Voor verwijdering van gegevens van " + name + " wordt ook " + nameOf(input, others.front()) +
                                  " gehoord. Is dat niet veilig, overleg dan eerst. Zonder dat wordt alleen over de eigen "
                                  "gegevens van de verzoeker beslist.",
                              "Rb. Rotterdam 2024:8250; Wmo 2015 art. 5.3.5"));
}

void addForParent(const IntakeInput& input, const std::string& subject, std::vector<Finding>& found) {
    const auto age = ageOf(input, subject);
    const auto kind = authorityOver(input, subject, input.requester);
    if (!isParentOf(input, input.requester, subject) && !kind)
        found.push_back(about(subject, Severity::question, "not-a-parent",
                              "Er is niet vastgelegd dat de verzoeker ouder is van " + nameOf(input, subject),
                              "Controleer of de juiste personen zijn gekozen en leg de relatie vast met de bron.", "UAVG art. 5"));
    if (!age) {
        found.push_back(about(subject, Severity::question, "birthdate-missing",
                              "De geboortedatum van " + nameOf(input, subject) + " ontbreekt",
                              "De leeftijd bepaalt wie het recht mag uitoefenen. Vul de geboortedatum aan.", "UAVG art. 5"));
        if (!holdsParentalAuthority(kind)) found.push_back(withoutAuthority(input, subject, kind));
    } else if (*age >= input.ages.adult) {
        found.push_back(adult(input, subject));
    } else if (*age >= input.ages.own) {
        found.push_back(sixteenPlus(input, subject));
        if (!holdsParentalAuthority(kind)) found.push_back(withoutAuthority(input, subject, kind));
    } else if (holdsParentalAuthority(kind) || kind == AuthorityKind::guardian) {
        addWithAuthority(input, subject, *age, found);
    } else {
        found.push_back(withoutAuthority(input, subject, kind));
    }
}

// Basis: BW art. 1:302 (rule R24)
void addForGuardian(const IntakeInput& input, const std::string& subject, std::vector<Finding>& found) {
    const auto age = ageOf(input, subject);
    const bool recorded = authorityOver(input, subject, input.requester) == AuthorityKind::guardian;
    if (age && *age >= input.ages.adult) {
        found.push_back(adult(input, subject));
    } else if (!recorded) {
        found.push_back(about(subject, Severity::question, "guardianship-unknown",
                              "De voogdij over " + nameAndAge(input, subject) + " is niet vastgelegd",
                              "Vraag de beschikking van de rechter of een uittreksel uit het gezagsregister. Een basisregistratie "
                              "noemt een door de rechter benoemde voogd niet bij naam.",
                              "BW art. 1:302; regel R24"));
    } else if (age && *age >= input.ages.own) {
        found.push_back(sixteenPlus(input, subject));
    } else {
        found.push_back(about(subject, Severity::info, "guardian", "De voogd vraagt voor " + nameAndAge(input, subject),
                              "De voogd staat gelijk aan een ouder met gezag.", "BW art. 1:302; regel R24"));
    }
}

// Basis: BW art. 1:381, 1:453; rule R23
void addForRepresentative(const IntakeInput& input, const std::string& subject, std::vector<Finding>& found) {
    const std::string name = nameOf(input, subject);
    const char *signedPaper = "AVG art. 12; regel R23", *order = "BW art. 1:381 en 1:453; Jeugdwet art. 7.3.15 lid 3; regel R23";
    switch (representation(input, subject, input.requester)) {
        case Representation::curator:
            found.push_back(about(subject, Severity::info, "curator", "De verzoeker is curator van " + name,
                                  "De curator vraagt namens de betrokkene, zolang de curatele duurt. Bekijk de beschikking en leg dag en rechtbank vast als bron.", order));
            return;
        case Representation::mentor:
            found.push_back(about(subject, Severity::info, "mentor", "De verzoeker is mentor van " + name,
                                  "De mentor vraagt namens de betrokkene over verzorging, verpleging, behandeling en begeleiding, niet over vermogen. Bekijk de beschikking en leg haar vast als bron.", order));
            return;
        case Representation::authorised:
            found.push_back(about(subject, Severity::info, "authorised", "De machtiging van " + name + " is vastgelegd",
                                  "De gemachtigde krijgt precies wat " + name + " zelf zou krijgen. Controleer tot wanneer de machtiging geldt.", signedPaper));
            return;
        case Representation::unclear:
            found.push_back(about(subject, Severity::question, "authorisation-unclear", "Geldt de machtiging van " + name + " ook hiervoor?",
                                  "Dat blijkt niet uit wat is vastgelegd. Lees op de ondertekende machtiging voor welke rechten, bij welke partners en tot wanneer zij geldt, en leg dat vast bij het huishouden. "
                                  "Tot dan gaat er niets uit.", signedPaper));
            return;
        case Representation::elsewhere:
            found.push_back(about(subject, Severity::warning, "authorisation-elsewhere", "De machtiging van " + name + " geldt hiervoor niet",
                                  "Zij is voor een ander recht of een andere partner. De verzoeker krijgt hierbij alleen de eigen gegevens. Vraag zo nodig een ondertekende machtiging die ook hiervoor geldt.", signedPaper));
            return;
        case Representation::kin:
            found.push_back(about(subject, Severity::question, "kin-represents", "De verzoeker vertegenwoordigt " + name + " als partner of naaste familie",
                                  name + " kan volgens het dossier niet zelf beslissen, en er is geen curator, mentor of gemachtigde vastgelegd. De wet noemt dan eerst de partner, daarna een ouder, kind, broer of zus. "
                                  "Controleer of dat klopt en of " + name + " zich niet verzet.", "Jeugdwet art. 7.3.15 lid 3; regel R23"));
            return;
        case Representation::ended:
            found.push_back(about(subject, Severity::warning, "authorisation-withdrawn", "De machtiging, curatele of het mentorschap van " + name + " is geëindigd",
                                  "De verzoeker krijgt alleen de eigen gegevens. Vraag zo nodig een nieuwe ondertekende machtiging of de nieuwe beschikking.", order));
            return;
        case Representation::none:
            if (standingToAsk(input, subject).why == "for-holder") {
                found.push_back(about(subject, Severity::info, "authorised-for-child", "De gemachtigde vraagt ook voor " + name,
                                      "Wie de machtiging gaf, heeft het gezag over " + name + ". De gemachtigde krijgt wat die ouder of voogd zou krijgen. Controleer of de machtiging ook hiervoor geldt.", signedPaper));
                return;
            }
            found.push_back(about(subject, Severity::question, "authorisation-missing", "Er is geen machtiging van " + name + " vastgelegd",
                                  "Vraag een ondertekende machtiging, of de beschikking als het om een curator of mentor gaat. Toestemming om één stuk te delen is geen machtiging.", order));
    }
}

// Which of the three grounds the recorded facts bear. Basis: Jeugdwet art. 7.3.12a (rule R22)
std::string groundsAfterDeath(const IntakeInput& input, const PersonFacts& person) {
    IntakeInput atDeath = input;
    atDeath.today = *person.deceased;
    std::string grounds;
    if (consentFrom(atDeath, person.id, input.requester) == ConsentState::given) grounds += " Er is toestemming bij leven vastgelegd.";
    const auto age = ageOf(atDeath, person.id);
    const auto kind = authorityOver(atDeath, person.id, input.requester);
    if (age && *age < input.ages.own && (holdsParentalAuthority(kind) || kind == AuthorityKind::guardian)) grounds += " De verzoeker had bij het overlijden gezag en de overledene was nog geen " + std::to_string(input.ages.own) + ".";
    return grounds.empty() ? " De vastgelegde feiten dragen geen van de eerste twee gronden: vraag de verzoeker naar zijn zwaarwegend belang." : grounds;
}

Finding deceased(const IntakeInput& input, const PersonFacts& person) {
    IntakeInput atDeath = input;
    atDeath.today = *person.deceased;
    const auto age = ageOf(atDeath, person.id);
    // Basis: Jeugdwet art. 7.3.12a(3): an objection counts of whoever was 12 or older
    if (person.objectionRecorded && (!age || *age >= input.ages.confidence))
        return about(person.id, Severity::warning, "subject-deceased-objected", nameOf(input, person.id) + " is overleden en maakte bezwaar tegen inzage",
                     "Dat bezwaar gaat voor: wat over de overledene gaat, wordt niet verstrekt. Het verzoek gaat door met de eigen gegevens van de verzoeker.",
                     "Jeugdwet art. 7.3.12a; regel R22");
    return about(person.id, Severity::question, "subject-deceased", nameOf(input, person.id) + " is overleden",
                 "Inzage kan alleen op een eigen grond: toestemming bij leven, gezag bij overlijden onder de " + std::to_string(input.ages.own) + ", of een zwaarwegend belang." + groundsAfterDeath(input, person) +
                     " Een professional beoordeelt wat daarvoor nodig is; wat anderen raakt, blijft weg.",
                 "Jeugdwet art. 7.3.12a; regel R22");
}

// Basis: Jeugdwet art. 7.3.10, 7.3.15; Wmo 2015 art. 5.3.2(1), (2) (rules R8, R9)
void addChildItself(const IntakeInput& input, int age, std::vector<Finding>& found) {
    const std::string name = nameAndAge(input, input.requester);
    if (age < input.ages.confidence)
        found.push_back({Severity::warning, "child-asks-itself", name + " vraagt zelf",
                         "Een kind onder de " + std::to_string(input.ages.confidence) + " oefent het recht niet zelf uit. Het verzoek gaat naar de ouder met gezag of de "
                         "voogd, met de uitnodiging het namens het kind te doen. Geef het kind antwoord in gewone woorden.",
                         "Jeugdwet art. 7.3.15; Wmo 2015 art. 5.3.2 lid 2; regel R9", input.requester, "requester"});
    else if (age < input.ages.own)
        found.push_back({Severity::question, "child-12-15-asks-itself", name + " vraagt zelf",
                         "Vanaf " + std::to_string(input.ages.confidence) + " jaar mag een kind zelf vragen, als het de eigen belangen kan afwegen. Bij de RvdK en het "
                         "Zorg- en Veiligheidshuis geeft geen wet dat recht al vanaf " + std::to_string(input.ages.confidence) + ": daar beoordeelt een professional het.",
                         "Jeugdwet art. 7.3.10; Wmo 2015 art. 5.3.2 lid 1; regel R8", input.requester, "requester"});
}

// What this person decided earlier about their own data stays standing for whoever asks now; what was withdrawn from the requester
// itself is told with the capacity.
// Basis: AVG art. 7(3), 21(1); Privacyprotocol 6.4
void addOwnDecisions(const IntakeInput& input, const std::string& id, std::vector<Finding>& found) {
    for (const auto& it : input.consents) {
        if (it.person != id || it.to == input.requester || !it.withdrawn || sys_days{*it.withdrawn} > sys_days{input.today}) continue;
        found.push_back(about(id, Severity::warning, "consent-withdrawn-earlier", nameOf(input, id) + " trok op " + longDutchDate(*it.withdrawn) + " toestemming in: " + it.scope,
                              "Wat op die toestemming rustte, wordt niet meer gedeeld, ook niet bij dit verzoek.", "AVG art. 7 lid 3; Privacyprotocol 6.4"));
    }
    for (const auto& it : input.relations) {
        if (it.type != "objection" || it.from != id || (it.since && sys_days{*it.since} > sys_days{input.today}) || (it.until && sys_days{*it.until} <= sys_days{input.today})) continue;
        found.push_back(about(id, Severity::warning, "objection-earlier", nameOf(input, id) + " maakte bezwaar tegen gebruik van gegevens" + (it.since ? " (" + longDutchDate(*it.since) + ")" : ""),
                              "Kijk bij het huishouden waartegen. Wat daaronder valt, wordt niet gebruikt en niet gedeeld.", "AVG art. 21 lid 1"));
    }
}

// Age counts on the day of the decision: a birthday within the longest term changes who may ask.
void addBirthdaysAhead(const IntakeInput& input, const std::string& id, std::vector<Finding>& found) {
    const auto* person = findPerson(input, id);
    if (!person || !person->birthdate || person->deceased) return;
    for (const int age : std::array{input.ages.confidence, input.ages.own, input.ages.adult}) {
        const Date birthday{sys_days{*person->birthdate + std::chrono::years{age}}};  // born on 29 February: 1 March
        if (sys_days{birthday} <= sys_days{input.today}) continue;
        if (sys_days{birthday} > sys_days{addMonths(input.today, std::chrono::months{3})}) return;
        found.push_back({Severity::info, "turns-" + std::to_string(age),
                         nameOf(input, id) + " wordt op " + longDutchDate(birthday) + " " + std::to_string(age) + " jaar",
                         "De leeftijd op de dag van de beslissing telt. Valt die dag na de verjaardag, dan gelden andere regels.",
                         "Jeugdwet art. 7.3.15; Wmo 2015 art. 5.3.2", id, "subjects"});
    }
}

}  // namespace

std::vector<Finding> subjectFindings(const IntakeInput& input, const std::string& subject) {
    std::vector<Finding> found;
    const auto* person = findPerson(input, subject);
    if (person && person->deceased) {
        found.push_back(deceased(input, *person));
        return found;
    }
    if (input.capacity == Capacity::parent) addForParent(input, subject, found);
    if (input.capacity == Capacity::guardian) addForGuardian(input, subject, found);
    if (input.capacity == Capacity::representative) addForRepresentative(input, subject, found);
    if (input.capacity == Capacity::self)
        found.push_back(about(subject, Severity::question, "self-but-other-subject",
                              "Er wordt ook gevraagd voor " + nameAndAge(input, subject),
                              "Wie voor zichzelf vraagt, krijgt niet wat alleen over een ander gaat. Kies de hoedanigheid waarin "
                              "de verzoeker ook voor deze persoon vraagt, of haal deze persoon weg.",
                              "AVG art. 15 lid 4"));
    return found;
}

std::vector<Finding> ageFindings(const IntakeInput& input) {
    std::vector<Finding> found;
    const auto age = ageOf(input, input.requester);
    if (age && *age < input.ages.own && asksForSelf(input)) addChildItself(input, *age, found);
    for (const auto& subject : input.subjects) addBirthdaysAhead(input, subject, found), addOwnDecisions(input, subject, found);
    return found;
}

}  // namespace service::requests
