// What a controller's decision must name: its legal form, the remedies with their ends, and the law it may cite. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/requests/clock.h"

namespace service::requests {

// What the law asks of a partner depends on its kind. unknown: every word that is none of the codes.
enum class PartnerKind { safeHome, youthProtection, childProtectionBoard, localTeam, careSafetyHouse, youthCare, wmoProvider, treatment, unknown };
PartnerKind partnerKindFrom(std::string_view code);
const std::vector<std::string>& partnerKindCodes();  // veilig-thuis, jeugdhulp, ggz, …; in the order in which a pick list shows them
bool isUnderWmo(PartnerKind kind);       // Veilig Thuis, the college and its local team, Wmo providers
bool isUnderYouthAct(PartnerKind kind);  // youth protection and youth care

// Whether a partner is a public body is not always clear: then both routes are named.
enum class Standing { publicBody, other, contested };
enum class LegalForm { state, mayor, municipality, jointRegionalBody, insideHealthService, foundation, practice };
std::optional<LegalForm> legalFormFrom(std::string_view code);
const std::vector<std::string>& legalFormCodes();  // ministerie, gemeente, stichting, …; in the order in which a pick list shows them
// What usually holds (procedure P1–P5); the table of partners may say otherwise, with a reason.
Standing usualStanding(PartnerKind kind, LegalForm form);
std::optional<Standing> standingFrom(std::string_view code);  // public, other, contested
std::string toText(Standing standing);

struct Controller {
    std::string name;           // as it stands in the letter
    PartnerKind kind = PartnerKind::unknown;
    Standing standing = Standing::other;
    std::string decidingOrgan;  // "het college van burgemeester en wethouders"; empty: the partner itself
    std::string court;          // "rechtbank Midden-Nederland"; empty: "de rechtbank"
    std::string postalAddress;  // where an objection goes; may be empty
    bool onObjection = false;   // what it decides is an objection: the court follows. Basis: Awb 7:12, 8:1
};

struct Remedy {
    enum Route { objection, petition, appeal, higherAppeal, authorityComplaint, ownComplaint, disciplinary } route = objection;
    std::string title;                 // "Bezwaar"
    std::string paragraph;             // Dutch, formal: what, where, until when; {authority}: where the letters' words say that it is
    std::string englishTitle, englishParagraph;
    std::optional<Clock> clock;        // absent: no term
    std::string source;
};

struct Remedies {
    std::string decisionWord;          // "besluit" or "beslissing"
    std::vector<Remedy> routes;        // objection, or appeal after one, and petition first, then the complaints that stand beside them
    std::optional<Date> earliestEnd;   // contested: the one to keep
    std::string contestedNote, englishContestedNote;  // contested only: which date is safe, and Awb 6:15
};
// Basis: UAVG art. 34, 35; Awb 6:7, 6:8, 6:15; AVG art. 77. `letterReceived` absent: the petition is worded as six weeks
// from receipt, and its clock starts at `sent`, the earliest day it can have arrived.
Remedies remediesOf(const Controller& controller, const Date& sent, const std::optional<Date>& letterReceived,
                    const Terms& terms, const Calendar& calendar);

// Where nothing was decided on a request, such as a message about a data breach: the ways without a term alone.
// Basis: AVG art. 77; Awb 9:1; Wet BIG art. 47
std::vector<Remedy> complaintsOf(const Controller& controller);

// Which law a letter of this partner may cite. A letter never cites a law that does not apply.
struct CitableLaw {
    std::string access;        // right of access, for the partner's own client
    std::string ownDataOnly;   // for a requester that is not the client (a parent's own data): always GDPR 15
    std::string refusal;       // the test for refusing
    std::string othersPrivacy; // another's privacy
    std::vector<std::string> allowed;  // short names of laws that may stand in the letter: "AVG", "UAVG", "Wmo 2015"
};
CitableLaw lawOf(PartnerKind kind);
// True when every law named in `citation` may be cited by this partner ("Jeugdwet art. 7.3.10; AVG art. 15").
bool mayCite(PartnerKind kind, std::string_view citation);

// How a ground is explained to the requester by this partner: plain words and the article it rests on there.
struct GroundWording {
    std::string ground;          // third-party, safety, …
    std::string words, english;  // one or two sentences a layman understands; never who or where
    std::string source;          // only law that the partner may cite
};
// Absent: an unknown ground. Such a document needs a human.
std::optional<GroundWording> wordingOf(std::string_view ground, PartnerKind kind);
const std::vector<std::string>& groundIds();

}  // namespace service::requests
