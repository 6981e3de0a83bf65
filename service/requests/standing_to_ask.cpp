#include "service/requests/standing_to_ask.h"

#include <algorithm>
#include <array>

#include "service/requests/intake_facts.h"

namespace service::requests {

namespace {

StandingToAsk no(const char* why) { return {false, why}; }
StandingToAsk yes(const char* why) { return {true, why}; }

// Whoever of those asked for gave a signed authorisation. Basis: rule R23: exactly the rights of the represented
std::vector<std::string> authorising(const IntakeInput& facts, Representation how = Representation::authorised) {
    std::vector<std::string> persons;
    if (facts.capacity != Capacity::representative) return persons;
    for (const auto& id : facts.subjects)
        if (id != facts.requester && representation(facts, id, facts.requester) == how) persons.push_back(id);
    return persons;
}

// Also those towards that one's child, as a parent with authority or a guardian has them.
bool actsForHolder(const IntakeInput& facts, const std::string& child, Representation how = Representation::authorised) {
    return std::ranges::any_of(authorising(facts, how), [&](const std::string& holder) {
        if (holder == child) return false;
        IntakeInput own = facts;
        own.requester = holder, own.capacity = Capacity::parent;
        const auto standing = standingToAsk(own, child);
        return standing.may && (standing.why == "parent" || standing.why == "child-not-able");
    });
}

StandingToAsk represents(const IntakeInput& facts, const std::string& subject) {
    const auto by = representation(facts, subject, facts.requester);
    if (by == Representation::curator) return yes("curator");
    if (by == Representation::mentor) return yes("mentor");
    if (by == Representation::authorised) return yes("authorised");
    if (by == Representation::kin) return yes("kin");
    if (by == Representation::none && actsForHolder(facts, subject)) return yes("for-holder");
    if (by == Representation::unclear || (by == Representation::none && actsForHolder(facts, subject, Representation::unclear))) return no("authorisation-unclear");
    if (by == Representation::elsewhere) return no("authorisation-elsewhere");
    return no(by == Representation::ended ? "authorisation-ended" : "authorisation-missing");
}

StandingToAsk withoutAuthority(std::optional<AuthorityKind> kind) {
    if (kind == AuthorityKind::suspended) return no("authority-suspended");
    return no(kind == AuthorityKind::none ? "no-authority" : "authority-unknown");
}

// For a minor by whoever holds authority or guardianship; from 16 on only with the child's consent, or where it cannot weigh
// its interests; from 18 on as for anyone of age.
StandingToAsk forChild(const IntakeInput& facts, const std::string& subject, bool holds, StandingToAsk otherwise, const char* title) {
    const auto age = ageOf(facts, subject);
    if (!age) return no("age-unknown");
    if (*age >= facts.ages.adult) {
        const auto by = represents(facts, subject);
        return by.may && by.why != "kin" ? by : no("adult");  // close family asks as representative: someone looks whether it is so
    }
    if (*age >= facts.ages.own) {
        if (consentFrom(facts, subject, facts.requester) == ConsentState::given) return yes("child-consent");
        if (findPerson(facts, subject)->able != false) return no("child-16plus");
        return holds ? yes("child-not-able") : otherwise;
    }
    return holds ? yes(title) : otherwise;
}

}  // namespace

StandingToAsk standingToAsk(const IntakeInput& facts, const std::string& subject) {
    if (subject == facts.requester) {
        const auto age = ageOf(facts, subject);
        return age && *age < facts.ages.confidence && facts.capacity == Capacity::self ? no("under-12") : yes("self");
    }
    const auto* person = findPerson(facts, subject);
    if (person && person->deceased) return yes("deceased");  // a human weighs it: rule R22
    const auto kind = authorityOver(facts, subject, facts.requester);
    if (facts.capacity == Capacity::representative) return represents(facts, subject);
    if (facts.capacity == Capacity::guardian)
        return forChild(facts, subject, kind == AuthorityKind::guardian, no("no-guardianship"), "guardian");
    if (facts.capacity != Capacity::parent) return no("not-asked");
    return forChild(facts, subject, holdsParentalAuthority(kind) || kind == AuthorityKind::guardian, withoutAuthority(kind), "parent");
}

namespace {

bool mayActFor(const IntakeInput& facts, const std::string& about) {
    const auto standing = standingToAsk(facts, about);
    if (standing.why == "child-consent") return representation(facts, about, facts.requester) == Representation::authorised;
    return standing.may && standing.why != "deceased";
}

// An institution and who works for it are one holder; so are a holder and whom that one authorised.
bool isRequester(const IntakeInput& facts, const std::string& holder) {
    if (std::ranges::count(authorising(facts), holder) > 0) return true;
    const auto* person = findPerson(facts, facts.requester);
    return holder == facts.requester || (person && !person->partner.empty() && person->partner == holder);
}

bool hasOtherHolder(const IntakeInput& facts, const std::string& child) {
    return std::ranges::any_of(facts.authority, [&](const AuthorityFacts& it) {
        const bool real = holdsParentalAuthority(it.kind) || it.kind == AuthorityKind::guardian;
        return it.child == child && real && holdsOn(it.from, it.to, facts.today) && !isRequester(facts, it.holder);
    });
}

}  // namespace

ActingFor actingFor(const IntakeInput& facts, const std::string& about) {
    ActingFor acting;
    const auto own = ageOf(facts, facts.requester), age = ageOf(facts, about);
    acting.under12 = own && *own < facts.ages.confidence;
    if (about == facts.requester) return acting;
    acting.other = true, acting.child = age ? *age < facts.ages.adult : hasOtherHolder(facts, about) || authorityOver(facts, about, facts.requester).has_value();
    acting.may = mayActFor(facts, about), acting.unclear = !acting.may && standingToAsk(facts, about).why == "authorisation-unclear", acting.otherHolder = hasOtherHolder(facts, about);
    return acting;
}

EndedWords endedWords(const std::string& why) {
    struct Row {
        std::string_view why, title, next, source;
    };
    static constexpr std::string_view ownData = " Gaat het verzoek alleen door met de eigen gegevens van de verzoeker, leg dat dan hier vast.";
    static constexpr std::array<Row, 10> rows{
        {{"child-16plus", "Het kind is 16 geworden: de ouder of voogd mag niet meer namens het kind vragen.",
          "Vraag het kind of het toestemming geeft en leg die vast bij het huishouden, of laat het kind zelf vragen.", "Jeugdwet art. 7.3.11 lid 1; Wmo 2015 art. 5.3.2 en 5.3.3; regel R5"},
         {"adult", "Het kind is 18 geworden: het gezag is geëindigd.",
          "De jongvolwassene vraagt zelf, of geeft een ondertekende machtiging. Is er een curator of mentor, leg die dan vast met de beschikking.", "BW art. 1:233 en 1:245; regel R23"},
         {"no-authority", "De ouder heeft geen gezag meer over het kind.", "Controleer het gezagsregister. De ouder zonder gezag kan informatie in grote lijnen vragen.", "UAVG art. 5; BW art. 1:377c; regel R7"},
         {"authority-suspended", "Het gezag van de ouder is geschorst.", "Zolang de schorsing duurt, gaat het dossier van het kind niet naar deze ouder.", "UAVG art. 5; regel R7"},
         {"authority-unknown", "Het gezag van de ouder is niet meer vastgelegd.", "Vraag een uittreksel uit het gezagsregister en leg het gezag vast.", "UAVG art. 5; regel R7"},
         {"no-guardianship", "De voogdij is geëindigd.", "Leg vast wie nu het gezag heeft; die kan zelf vragen.", "BW art. 1:302; regel R24"},
         {"authorisation-ended", "De machtiging, curatele of het mentorschap is geëindigd.", "Vraag een nieuwe ondertekende machtiging of beschikking, of laat de betrokkene zelf vragen.",
          "AVG art. 12; Jeugdwet art. 7.3.15 lid 3; regel R23"},
         {"authorisation-unclear", "Uit de machtiging blijkt niet dat zij hiervoor geldt.",
          "Kijk op de ondertekende machtiging voor welke rechten, bij welke partners en tot wanneer zij geldt, of vraag het na, en leg dat vast bij het huishouden.",
          "AVG art. 12; Jeugdwet art. 7.3.15 lid 3; regel R23"},
         {"authorisation-elsewhere", "De machtiging geldt hiervoor niet: zij is voor een ander recht of een andere partner.",
          "Vraag een ondertekende machtiging die ook hiervoor geldt en leg die vast, of laat de betrokkene zelf vragen.", "AVG art. 12; Jeugdwet art. 7.3.15 lid 3; regel R23"},
         {"authorisation-missing", "Er is geen machtiging, curatele of mentorschap meer vastgelegd.", "Vraag een ondertekende machtiging of de beschikking en leg die vast.",
          "AVG art. 12; Jeugdwet art. 7.3.15 lid 3; regel R23"}}};
    const auto found = std::ranges::find(rows, std::string_view(why), &Row::why);
    const Row row = found == rows.end() ? Row{"", "De verzoeker mag niet meer voor deze persoon vragen.", "Controleer de gegevens van het huishouden.", "UAVG art. 5"} : *found;
    return {std::string(row.title), std::string(row.next) + std::string(ownData), std::string(row.source)};
}

}  // namespace service::requests
