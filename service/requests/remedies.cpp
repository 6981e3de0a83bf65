#include "service/requests/decision.h"

#include <algorithm>
#include <iterator>

namespace service::requests {
namespace {

using std::chrono::sys_days;

struct FormCode {
    std::string_view code;
    LegalForm form;
};
constexpr FormCode legalForms[]{{"ministerie", LegalForm::state},
                                {"burgemeester", LegalForm::mayor},
                                {"gemeente", LegalForm::municipality},
                                {"gemeenschappelijke-regeling", LegalForm::jointRegionalBody},
                                {"ggd", LegalForm::insideHealthService},
                                {"stichting", LegalForm::foundation},
                                {"praktijk", LegalForm::practice}};
struct StandingCode {
    std::string_view code;
    Standing standing;
};
constexpr StandingCode standings[]{{"public", Standing::publicBody}, {"other", Standing::other}, {"contested", Standing::contested}};

std::string weeksInWords(std::chrono::weeks weeks) {
    return weeks.count() == 6 ? "zes weken" : std::to_string(weeks.count()) + " weken";
}
std::string weeksInEnglish(std::chrono::weeks weeks) {
    return weeks.count() == 6 ? "six weeks" : std::to_string(weeks.count()) + " weeks";
}

std::string organOf(const Controller& controller) {
    return controller.decidingOrgan.empty() ? controller.name : controller.decidingOrgan;
}

// Basis: UAVG art. 34; Awb 6:4, 6:5, 6:7, 6:8, 6:9
Remedy objection(const Controller& controller, const Date& sent, const Terms& terms, const Calendar& calendar) {
    Remedy remedy{.route = Remedy::objection, .title = "Bezwaar maken", .paragraph = {}, .englishTitle = "Objection (bezwaar)",
                  .englishParagraph = {}, .clock = objectionBy(sent, terms, calendar),
                  .source = "UAVG art. 34; Awb art. 6:7 en 6:8"};
    const std::string where = organOf(controller) + (controller.postalAddress.empty() ? "" : ", " + controller.postalAddress);
    remedy.paragraph = "U kunt binnen " + weeksInWords(terms.objection) + " bezwaar maken. De termijn begint op de dag na de dag "
                       "waarop dit besluit is verzonden. U kunt uw bezwaarschrift indienen tot en met " +
                       longDutchDate(remedy.clock->end) + ". Stuur het naar " + where + ". Schrijf erin: uw naam en adres, de "
                       "datum, het kenmerk van dit besluit en waarom u het er niet mee eens bent. Zet uw handtekening eronder.";
    remedy.englishParagraph = "You can object within " + weeksInEnglish(terms.objection) + ". The term starts on the day after "
                              "this decision was sent. You can lodge your objection up to and including " +
                              longEnglishDate(remedy.clock->end) + ". Send it to " + where + ". State your name and address, the "
                              "date, the reference of this decision and why you disagree. Sign the letter.";
    return remedy;
}

// Of the decision on an objection. Basis: UAVG art. 34; Awb 8:1, 6:7
Remedy appeal(const Controller& controller, const Date& sent, const Terms& terms, const Calendar& calendar) {
    Remedy remedy{.route = Remedy::appeal, .title = "In beroep gaan", .paragraph = {}, .englishTitle = "Appeal (beroep)", .englishParagraph = {},
                  .clock = appealBy(sent, terms, calendar), .source = "UAVG art. 34; Awb art. 8:1, 6:7 en 6:8"};
    const std::string court = controller.court.empty() ? "de rechtbank" : "de " + controller.court;
    remedy.paragraph = "U kunt binnen " + weeksInWords(terms.appeal) + " in beroep gaan bij " + court + ", sector bestuursrecht. De termijn begint op de dag na de dag waarop dit besluit is "
                       "verzonden. U kunt uw beroepschrift indienen tot en met " + longDutchDate(remedy.clock->end) + ". Schrijf erin: uw naam en adres, de datum, waarom u het er niet mee eens bent, "
                       "en stuur een kopie van dit besluit mee. Zet uw handtekening eronder. U betaalt griffierecht.";
    remedy.englishParagraph = "You can appeal within " + weeksInEnglish(terms.appeal) + " to the court (" + (controller.court.empty() ? std::string{"rechtbank"} : controller.court) +
                              ", administrative law). The term starts on the day after this decision was sent. You can lodge your appeal up to and including " + longEnglishDate(remedy.clock->end) +
                              ". State your name and address, the date and why you disagree, and enclose a copy of this decision. Sign the letter. The court charges a fee.";
    return remedy;
}

// Basis: UAVG art. 35
Remedy petition(const Controller& controller, const Date& from, const Terms& terms, const Calendar& calendar) {
    Remedy remedy{.route = Remedy::petition, .title = "Naar de rechter", .paragraph = {}, .englishTitle = "Going to court",
                  .englishParagraph = {}, .clock = petitionBy(from, terms, calendar), .source = "UAVG art. 35"};
    const std::string court = controller.court.empty() ? "de rechtbank" : "de " + controller.court;
    remedy.paragraph = "U kunt met een verzoekschrift aan " + court + " vragen om onze beslissing te toetsen (UAVG art. 35, AVG art. 79). Dat kan binnen " +
                       weeksInWords(terms.petition) + " nadat u deze brief hebt ontvangen. Ontvangt u de brief op " +
                       longDutchDate(from) + ", dan kan het tot en met " + longDutchDate(remedy.clock->end) +
                       ". U hebt geen advocaat nodig om het verzoekschrift in te dienen.";
    remedy.englishParagraph = "You can ask the court (" + (controller.court.empty() ? std::string{"rechtbank"} : controller.court) +
                              ") by petition to review our decision (UAVG art. 35, GDPR art. 79). You can do so within " + weeksInEnglish(terms.petition) +
                              " of receiving this letter. If you receive it on " + longEnglishDate(from) +
                              ", the last day is " + longEnglishDate(remedy.clock->end) +
                              ". You do not need a lawyer to lodge the petition.";
    return remedy;
}

// Basis: AVG art. 77; no term
Remedy authorityComplaint(bool besideTerms) {
    return {.route = Remedy::authorityComplaint,
            .title = "Een klacht bij de Autoriteit Persoonsgegevens",
            .paragraph = std::string(besideTerms ? "Daarnaast kunt u" : "U kunt") + " een klacht indienen bij {authority}. Daarvoor geldt geen termijn." +
                         (besideTerms ? " Een klacht verlengt de termijnen hierboven niet." : ""),
            .englishTitle = "A complaint to the Dutch data protection authority",
            .englishParagraph = std::string(besideTerms ? "You can also" : "You can") + " complain to {authority}. There is no time limit." +
                                (besideTerms ? " A complaint does not extend the terms above." : ""),
            .clock = {},
            .source = "AVG art. 77"};
}

Remedy ownComplaint(const Controller& controller) {
    return {.route = Remedy::ownComplaint,
            .title = "Een klacht bij ons",
            .paragraph = "Bent u niet tevreden over hoe wij met u zijn omgegaan? Dan kunt u ook een klacht indienen bij " +
                         controller.name + ".",
            .englishTitle = "A complaint to us",
            .englishParagraph = "If you are not satisfied with how we treated you, you can also complain to " + controller.name + ".",
            .clock = {},
            .source = controller.standing == Standing::publicBody ? "Awb art. 9:1" : "Klachtenregeling van de partner"};
}

// Basis: procedure P5
Remedy disciplinary() {
    return {.route = Remedy::disciplinary,
            .title = "Een klacht bij het tuchtcollege",
            .paragraph = "Gaat het om het handelen van een arts, psycholoog of andere geregistreerde zorgverlener? Dan kunt u ook "
                         "een klacht indienen bij het Regionaal Tuchtcollege voor de Gezondheidszorg.",
            .englishTitle = "A complaint to the disciplinary board",
            .englishParagraph = "If it concerns a doctor, psychologist or other registered professional, you can also complain to "
                                "the Regionaal Tuchtcollege voor de Gezondheidszorg.",
            .clock = {},
            .source = "Wet BIG art. 47"};
}

void addComplaints(const Controller& controller, bool besideTerms, std::vector<Remedy>& routes) {
    routes.push_back(authorityComplaint(besideTerms));
    routes.push_back(ownComplaint(controller));
    if (controller.kind == PartnerKind::treatment) routes.push_back(disciplinary());
}

void nameBothRoutes(const Controller& controller, Remedies& remedies) {
    const Date end = *remedies.earliestEnd;
    remedies.contestedNote =
        std::string("Rechters oordelen verschillend over de vraag of u tegen onze beslissing ") + (controller.onObjection ? "beroep instelt of een verzoekschrift indient" : "bezwaar maakt of naar de rechter gaat") +
        ". Daarom noemen wij beide wegen. "
        "Houd voor de zekerheid de vroegste datum aan: " + longDutchDate(end) + ". Stuurt u uw bezwaar of beroep naar de "
        "verkeerde instantie? Dan sturen wij het door; de dag waarop wij het ontvingen telt (Awb art. 6:15).";
    remedies.englishContestedNote =
        std::string("Courts differ on whether you ") + (controller.onObjection ? "appeal against our decision or lodge a petition" : "object to our decision or go to court") +
        ". That is why we name both routes. To be safe, keep to the earliest "
        "date: " + longEnglishDate(end) + ". If you send your objection or appeal to the wrong body, we forward it; the day on "
        "which we received it counts (Awb section 6:15).";
}

}  // namespace

const std::vector<std::string>& legalFormCodes() {
    static const std::vector<std::string> codes = [] {
        std::vector<std::string> all;
        for (const auto& row : legalForms) all.emplace_back(row.code);
        return all;
    }();
    return codes;
}

std::optional<LegalForm> legalFormFrom(std::string_view code) {
    const auto found = std::ranges::find(legalForms, code, &FormCode::code);
    return found == std::end(legalForms) ? std::nullopt : std::optional(found->form);
}

std::optional<Standing> standingFrom(std::string_view code) {
    const auto found = std::ranges::find(standings, code, &StandingCode::code);
    return found == std::end(standings) ? std::nullopt : std::optional(found->standing);
}

std::string toText(Standing standing) { return std::string(std::ranges::find(standings, standing, &StandingCode::standing)->code); }

// Basis: procedure P1–P5
Standing usualStanding(PartnerKind kind, LegalForm form) {
    if (form == LegalForm::insideHealthService) return Standing::contested;
    if (form == LegalForm::municipality && (kind == PartnerKind::localTeam || isUnderYouthAct(kind))) return Standing::contested;  // a youth file
    if (form == LegalForm::foundation || form == LegalForm::practice) return Standing::other;
    return Standing::publicBody;
}

Remedies remediesOf(const Controller& controller, const Date& sent, const std::optional<Date>& letterReceived,
                    const Terms& terms, const Calendar& calendar) {
    Remedies remedies;
    remedies.decisionWord = controller.standing == Standing::publicBody ? "besluit" : "beslissing";
    if (controller.standing != Standing::other) remedies.routes.push_back((controller.onObjection ? appeal : objection)(controller, sent, terms, calendar));
    if (controller.standing != Standing::publicBody)
        remedies.routes.push_back(petition(controller, letterReceived.value_or(sent), terms, calendar));
    for (const auto& route : remedies.routes)
        if (!remedies.earliestEnd || sys_days{route.clock->end} < sys_days{*remedies.earliestEnd})
            remedies.earliestEnd = route.clock->end;
    if (controller.standing == Standing::contested) nameBothRoutes(controller, remedies);
    addComplaints(controller, true, remedies.routes);
    return remedies;
}

std::vector<Remedy> complaintsOf(const Controller& controller) {
    std::vector<Remedy> routes;
    addComplaints(controller, false, routes);
    return routes;
}

}  // namespace service::requests
