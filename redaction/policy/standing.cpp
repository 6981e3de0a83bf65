#include "redaction/policy/standing.h"

#include <algorithm>
#include <array>

#include "redaction/detect/name_words.h"
#include "redaction/detect/text_view.h"
#include "redaction/policy/mandate.h"

namespace redaction::policy {

namespace {

template <class Fact>
bool holdsOn(const Fact& fact, const household::Date& day) {
    return (!fact.from || *fact.from <= day) && (!fact.to || day < *fact.to);
}

bool isValid(const household::Consent& consent, const household::Date& day) {
    return (!consent.given || *consent.given <= day) && (!consent.withdrawn || day < *consent.withdrawn);
}

bool heldOn(const household::Relation& relation, const household::Date& day) {
    return (!relation.since || *relation.since <= day) && (!relation.until || day < *relation.until);
}

const std::set<std::string> kWhereabouts{"address", "postcode", "place", "phone", "school", "institution", "gp", "employer"};

}  // namespace

Standing::Standing(const household::Case& household, const household::AccessRequest& request, const household::Date& today, const Ages& ages)
    : household_(household), request_(request), today_(today), ages_(ages), requester_(request.requester) {
    standAs(request);
    sayWhatIsAsked(request);
    collectProtections();
    workOut();
}

void Standing::sayWhatIsAsked(const household::AccessRequest& request) {
    bool own = request.subjects.empty();
    std::vector<std::string> others;
    for (const auto& subject : request.subjects) {
        own = own || subject == request.requester;
        const auto* person = household::findPerson(household_, subject);
        if (subject == request.requester || !person) continue;
        others.push_back(!person->called.empty() ? person->called : !person->given.empty() ? person->given.front() : person->family);
    }
    std::string names;
    for (std::size_t i = 0; i < others.size(); ++i) names.append(i == 0 ? "" : i + 1 == others.size() ? " en " : ", ").append(others[i]);
    if (names.empty()) asked_ = own ? "De verzoeker vraagt alleen de eigen gegevens." : "";
    else asked_ = std::string("De verzoeker vraagt ").append(own ? "de eigen gegevens en die van " : "de gegevens van ").append(names).append(".");
}

void Standing::standAs(const household::AccessRequest& request) {
    const auto* person = household::findPerson(household_, request.requester);
    if (person && person->kind != "professional") own_.insert(request.requester);
    guardian_ = request.capacity == "guardian";
    if (request.capacity == "self" && person && person->birthdate) {
        selfAge_ = household::ageOn(*person->birthdate, today_);
        youngRequester_ = selfAge_ < ages_.confidence;
    }
    if (request.capacity == "representative") return represent(request);
    for (const auto& subject : request.subjects)
        if (subject != request.requester) askForChild(subject, request.requester);
}

// Basis: AVG art. 12, Jeugdwet art. 7.3.15 (R23): exactly the rights of the represented, also towards a child over whom that one
// holds authority and that is asked for too.
void Standing::represent(const household::AccessRequest& request) {
    std::vector<std::string> authorising, others;
    for (const auto& subject : request.subjects) {
        if (subject == request.requester) continue;
        if (!mayRepresent(subject)) {
            others.push_back(subject);
            continue;
        }
        representative_ = true, own_.insert(subject);
        if (isAuthorisedBy(subject)) authorising.push_back(subject);
    }
    for (const auto& child : others) {
        const auto holder = std::find_if(authorising.begin(), authorising.end(), [&](const std::string& it) { return holdsAuthority(it, child); });
        if (holder != authorising.end()) askForChild(child, *holder);
        else children_[child] = {Child::closed, "third-party", "R23", -1};
    }
}

// What an authorisation leaves unclear is proposed and does not go out before somebody recorded what it covers (service/casework).
bool Standing::mayPropose(const household::Consent& consent) const { return reachOf(consent, household_, request_) >= Reach::unclear; }

bool Standing::isAuthorisedBy(const std::string& person) const {
    return std::any_of(household_.consents.begin(), household_.consents.end(),
                       [&](const household::Consent& it) { return it.person == person && it.to == requester_ && mayPropose(it) && isValid(it, today_); });
}

bool Standing::mayRepresent(const std::string& person) const {
    const auto given = [&](const household::Consent& it) { return it.person == person && it.to == requester_ && isMandate(it); };
    const bool any = std::any_of(household_.consents.begin(), household_.consents.end(), given);
    if (any) return isAuthorisedBy(person);  // what there was may have been withdrawn
    if (isAppointed(person, requester_)) return true;
    // Whoever the court relieved does not come back as kin; the desk answers the same (service/requests/intake_facts.cpp).
    const bool relieved = std::any_of(household_.relations.begin(), household_.relations.end(), [&](const household::Relation& r) {
        return r.from == requester_ && r.to == person && (r.type == "mentor" || r.type == "curator") && r.until && *r.until <= today_ && (!r.since || *r.since < *r.until);
    });
    return !relieved && actsAsKin(person);
}

bool Standing::isAppointed(const std::string& person, const std::string& by) const {
    return std::any_of(household_.relations.begin(), household_.relations.end(), [&](const household::Relation& r) {
        return r.from == by && r.to == person && (r.type == "mentor" || r.type == "curator" || r.type == "guardian") && heldOn(r, today_);
    });
}

// Basis: Jeugdwet art. 7.3.15(3) (R23): for an adult who cannot decide and whom nobody was appointed or authorised for, the partner,
// else a parent, child, brother or sister.
bool Standing::actsAsKin(const std::string& person) const {
    const auto* subject = household::findPerson(household_, person);
    if (!subject || !subject->birthdate || household::ageOn(*subject->birthdate, today_) < ages_.adult || subject->able != false) return false;
    bool partnerThere = false, partner = false, near = false;
    for (const auto& r : household_.relations) {
        if ((r.from != person && r.to != person) || !heldOn(r, today_)) continue;
        const auto& other = r.from == person ? r.to : r.from;
        const auto* relative = household::findPerson(household_, other);
        if (!relative || (relative->deceased && *relative->deceased <= today_)) continue;
        if (isAppointed(person, other)) return false;
        const bool couple = r.type == "partner" || r.type == "spouse";
        partnerThere = partnerThere || couple;
        partner = partner || (couple && other == requester_);
        near = near || (other == requester_ && (r.type == "parent" || r.type == "sibling"));
    }
    const bool authorised = std::any_of(household_.consents.begin(), household_.consents.end(),
                                        [&](const auto& it) { return it.person == person && isMandate(it) && isValid(it, today_); });
    return !authorised && (partner || (near && !partnerThere));
}

bool Standing::holdsAuthority(const std::string& holder, const std::string& child) const {
    const auto* person = household::findPerson(household_, holder);
    bool holds = false;
    for (const auto& a : household_.authority) {
        // A professional asks for what the institution they work for has guardianship over.
        const bool institution = a.type == "guardian" && person && !person->partner.empty() && a.holder == person->partner;
        if (a.child != child || (a.holder != holder && !institution) || !holdsOn(a, today_)) continue;
        if (a.type == "none" || a.type == "suspended") return false;
        holds = true;
    }
    return holds;
}

// Basis: Jeugdwet art. 7.3.11, 7.3.15; Wmo 2015 art. 5.3.2; UAVG art. 5; BW art. 1:302.
void Standing::askForChild(const std::string& child, const std::string& holder) {
    const auto* person = household::findPerson(household_, child);
    ChildStanding standing;
    if (person && person->birthdate) standing.age = household::ageOn(*person->birthdate, today_);
    if (!holdsAuthority(holder, child)) standing = {Child::closed, "no-authority", "R7", standing.age};
    else if (standing.age >= ages_.adult) standing = {Child::closed, "third-party", "R10", standing.age};
    else if (standing.age >= ages_.own && !(person && person->able && !*person->able)) standing = {Child::closed, "child-16plus", "R5", standing.age};
    else if (standing.age >= ages_.own) standing = {Child::confidence, "child-confidence", "R6", standing.age};
    else if (standing.age < 0) standing = {Child::closed, "third-party", "R10", standing.age};  // nobody knows whether R2, R3 or R5 holds
    else if (standing.age >= ages_.confidence) standing = {Child::confidence, "child-confidence", "R3", standing.age};
    else standing = {Child::open, "", "R2", standing.age};
    children_[child] = standing;
}

void Standing::collectProtections() {
    for (const auto& p : household_.protections) {
        const bool against = std::find(p.against.begin(), p.against.end(), requester_) != p.against.end() ||
                             std::any_of(own_.begin(), own_.end(), [&](const std::string& o) { return std::find(p.against.begin(), p.against.end(), o) != p.against.end(); });
        if (!against || (p.from && today_ < *p.from) || (p.until && *p.until <= today_)) continue;
        auto& hidden = protected_[p.person];
        hidden.insert(p.hide.begin(), p.hide.end());
        if (hidden.count("address") != 0) hidden.insert({"postcode", "place"});  // they tell the same
    }
    for (const auto& person : household_.persons) {
        if ((person.kind == "reporter" && person.anonymous) || (person.kind == "informant" && person.identityKeptBack) || person.identityKeptBack)
            keptBack_.insert(person.id);
        // A secret address is hidden from everyone but its own household, where no protection says from whom.
        const bool secret = std::any_of(person.addresses.begin(), person.addresses.end(), [](const household::Address& a) { return a.secret; });
        const bool recorded = std::any_of(household_.protections.begin(), household_.protections.end(), [&](const household::Protection& p) { return p.person == person.id; });
        if (secret && !recorded && own_.count(person.id) == 0) {
            const auto* me = household::findPerson(household_, requester_);
            const bool shares = me && std::any_of(me->addresses.begin(), me->addresses.end(), [&](const household::Address& mine) {
                return mine.secret && std::any_of(person.addresses.begin(), person.addresses.end(), [&](const household::Address& a) { return a.postcode == mine.postcode; });
            });
            // A guardian institution placed the child; a parent with authority may be the one the address is secret for.
            if (!shares && !(guardian_ && isOpenChild(person.id))) protected_[person.id] = kWhereabouts;
        }
    }
    protectHousemates();
}

// Who lives with somebody hidden gives the place away: a child's own address is the mother's (R13).
void Standing::protectHousemates() {
    const auto* me = household::findPerson(household_, requester_);
    const auto same = [](const household::Address& a, const household::Address& b) { return !a.postcode.empty() && a.postcode == b.postcode && a.number == b.number; };
    const auto livesAt = [&](const household::Person& person, const household::Address& address) {
        return std::any_of(person.addresses.begin(), person.addresses.end(), [&](const household::Address& a) { return same(a, address); });
    };
    const auto hiddenFromMe = protected_;
    for (const auto& [id, kinds] : hiddenFromMe) {
        const auto* hidden = household::findPerson(household_, id);
        if (!hidden || kinds.count("address") == 0) continue;
        for (const auto& address : hidden->addresses)
            for (const auto& person : household_.persons)
                if (own_.count(person.id) == 0 && !(me && livesAt(*me, address)) && livesAt(person, address)) protected_[person.id].insert({"address", "postcode", "place"});
    }
}

bool Standing::asksOwnChildhood() const {
    return selfAge_ >= ages_.adult && std::any_of(household_.authority.begin(), household_.authority.end(), [&](const household::Authority& a) { return a.child == requester_; });
}

bool Standing::isParentOfRequester(const std::string& person) const {
    return std::any_of(household_.relations.begin(), household_.relations.end(), [&](const household::Relation& r) { return r.type == "parent" && r.from == person && r.to == requester_; });
}

bool Standing::isOpenChild(const std::string& person) const {
    const auto found = children_.find(person);
    return found != children_.end() && found->second.child != Child::closed;
}

const Towards Standing::kNobody;

bool Standing::hides(const std::string& person, const std::string& kind) const {
    const auto found = protected_.find(person);
    return found != protected_.end() && found->second.count(kind) != 0;
}

// Twice: what somebody is to those around them follows from what these are.
void Standing::workOut() {
    for (const auto& person : household_.persons) ids_.add(person.id);
    for (const auto& id : own_) ids_.add(id);
    for (const auto& [id, standing] : children_) ids_.add(id);
    for (const auto& [id, kinds] : protected_) ids_.add(id);
    for (const auto& relation : household_.relations) ids_.add(relation.from), ids_.add(relation.to);
    oddIds_ = std::any_of(ids_.words().begin(), ids_.words().end(), [](const std::string& id) { return id.empty() || detect::isStranger(id); });
    for (const auto& id : ids_.words()) towards_.push_back(ofPerson(id));
    for (std::size_t i = 0; i < towards_.size(); ++i) {
        const auto& id = ids_.words()[i];
        towards_[i].livesWithProtected = !towards_[i].own && shelters(id);
        towards_[i].sameAsKeptBack = std::any_of(household_.relations.begin(), household_.relations.end(), [&](const household::Relation& r) {
            return r.type == "same-person" && ((r.from == id && isKeptBack(r.to)) || (r.to == id && isKeptBack(r.from)));
        });
        towards_[i].parentOfMine = std::any_of(household_.relations.begin(), household_.relations.end(), [&](const household::Relation& r) { return r.type == "parent" && r.from == id && isMine(r.to); });
    }
    for (const auto& partner : household_.partners) {
        const auto name = detect::fold(partner.name);
        const bool hides = std::any_of(household_.persons.begin(), household_.persons.end(), [&](const household::Person& p) { return isProtected(p.id) && !p.institution.empty() && name.find(detect::fold(p.institution)) != std::string::npos; });
        if (!name.empty() && !hides) openLetterheads_.push_back(name);
    }
}

Towards Standing::ofPerson(const std::string& id) const {
    Towards t;
    t.own = own_.count(id) != 0;
    if (const auto child = children_.find(id); child != children_.end()) t.child = child->second;
    t.open = t.child && t.child->child != Child::closed;
    t.isProtected = protected_.count(id) != 0;
    t.keptBack = keptBack_.count(id) != 0;
    for (int kind = 0; kind < detect::kKinds; ++kind) t.hidden |= hides(id, detect::toText(static_cast<detect::Kind>(kind))) ? 1u << kind : 0u;
    const auto* p = household::findPerson(household_, id);
    if (!p) return t;
    t.minor = p->birthdate && household::ageOn(*p->birthdate, today_) < ages_.adult;
    t.protectedProfessional = p->isProtected && p->kind == "professional";
    t.professional = p->kind == "professional" || (!t.keptBack && p->professional && (p->kind == "reporter" || p->kind == "informant"));
    return t;
}

// Close kin of somebody protected, who is no parent of the requester.
bool Standing::shelters(const std::string& person) const {
    const auto& all = household_.relations;
    const auto ofProtected = [&](const household::Relation& r) {
        return (r.type == "parent" || r.type == "grandparent" || r.type == "foster-parent" || r.type == "sibling") && r.from == person && isProtected(r.to);
    };
    const auto parentOfOwn = [&](const household::Relation& r) { return r.type == "parent" && r.from == person && isOwn(r.to); };
    return std::any_of(all.begin(), all.end(), ofProtected) && std::none_of(all.begin(), all.end(), parentOfOwn);
}

// What is told in care at a school (its social worker, its doctor) is no matter of lessons, marks and attendance.
bool isCareAtSchool(const std::string& text) {
    static constexpr std::array<std::string_view, 12> kCare{"maatschappelijk", "smw", "zorgteam", "zorgadvies", "ondersteuningsteam", "vertrouwens", "jeugdarts", "schoolarts", "verpleegkundige", "psycholo", "orthopedago", "jeugdhulp"};
    return std::any_of(kCare.begin(), kCare.end(), [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

// The scope is free text: a document falls under it when its title says so; a part of a plan is the plan's own business.
bool Standing::consents(const std::string& person, const std::string& title, const std::string& heading) const {
    for (const auto& consent : household_.consents) {
        if (consent.person != person || consent.to != requester_ || !isValid(consent, today_)) continue;
        const auto scope = detect::fold(consent.scope);
        if (scope.find("deel ") != std::string::npos || scope.find("onderdeel ") != std::string::npos) continue;
        const bool school = scope.rfind("school", 0) == 0;
        if (school && !isCareAtSchool(scope) && (isCareAtSchool(title) || isCareAtSchool(heading))) continue;
        if (school && heading.find("leerling") == std::string::npos && heading.find("school") == std::string::npos && heading.find("klas") == std::string::npos) continue;
        for (const auto& word : detect::foldedWords(scope))
            if (word.size() >= 6 && !detect::isCalendarWord(word) && word != "dossier" && word != "informatie" && title.find(word.substr(0, 9)) != std::string::npos) return true;
    }
    return false;
}

}  // namespace redaction::policy
