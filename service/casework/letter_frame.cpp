// What stands around every letter: from whom, to whom, about which request, and who signs.
#include <sstream>

#include "redaction/policy/rules.h"
#include "service/casework/case_file.h"
#include "service/casework/package_letters.h"
#include "service/casework/safe_channels.h"
#include "service/casework/words.h"

namespace service::casework {

std::vector<std::string> addressLines(std::string text) {
    if (text.find('\n') == std::string::npos)
        for (auto at = text.find(", "); at != std::string::npos; at = text.find(", ", at)) text.replace(at, 2, "\n");
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

namespace {

namespace household = redaction::household;

// "heer of mevrouw De Wit": Lakwerk keeps nobody's sex. Without a family name: the name as it is.
std::string salutationOf(const household::Person& person, letters::Language language) {
    if (person.family.empty()) return {};
    std::string name = person.prefix.empty() ? person.family : person.prefix + " " + person.family;
    if (name[0] >= 'a' && name[0] <= 'z') name[0] = char(name[0] - 'a' + 'A');
    return (language == letters::Language::english ? "Sir or Madam " : "heer of mevrouw ") + name;
}

void setContact(const std::string& contact, letters::Frame& frame) {
    if (contact.find('@') != std::string::npos) frame.contactEmail = contact;
    else frame.contactName = contact;
}

std::string onBehalfOf(letters::Language language) { return language == letters::Language::english ? "on behalf of " : "namens "; }

void setSender(Office& office, const store::Partner* sender, letters::Language language, letters::Frame& frame) {
    auto& settings = office.store.settings();
    frame.senderName = sender ? sender->name : settings.get("region.name", "Lakwerk");
    frame.senderLines = addressLines(sender ? sender->address : settings.get("region.address", ""));
    if (!sender) {
        frame.contactEmail = settings.get("region.email", ""), frame.contactPhone = settings.get("region.phone", "");
        return;
    }
    setContact(sender->contact, frame);
    frame.signer = sender->signer;
    frame.signerFunction = !sender->signerFunction.empty() ? sender->signerFunction : sender->signer.empty() && !sender->decidingOrgan.empty() ? onBehalfOf(language) + sender->decidingOrgan : "";
}

}  // namespace

letters::Support supportOf(Office& office) {
    const auto setting = [&](const char* name) { return office.store.settings().get(name, ""); };
    auto address = addressLines(setting("region.support-address"));
    std::string inOneLine;
    for (const auto& line : address) inOneLine += (inOneLine.empty() ? "" : ", ") + line;
    return {setting("region.support-name"), inOneLine, setting("region.support-phone"), setting("region.support-site")};
}

letters::Frame frameOf(Office& office, const Standing& standing, const store::Partner* sender) {
    letters::Frame frame;
    const auto language = letters::languageFrom(standing.request.language);
    setSender(office, sender, language, frame);
    if (const auto* person = household::findPerson(standing.household, standing.request.requesterId)) {
        frame.addresseeName = fullName(*person);
        // A channel that is open to this requester; none: it is handed over in person.
        frame.addresseeLines = addressLines(letterWay(office, standing.request), standing.request.language);
        frame.salutation = salutationOf(*person, language);
    }
    frame.support = supportOf(office);
    frame.place = office.store.settings().get("region.place", "");
    frame.date = today(office);
    frame.reference = standing.request.reference;
    return frame;
}

letters::Frame frameFor(Office& office, const Actor& actor, const Standing& standing) {
    auto frame = frameOf(office, standing, nullptr);
    if (!isAtDesk(office, actor, standing.request.householdId)) return frame;
    auto way = letterWay(office, standing.request);
    keepFromDesk(actor, way);
    if (way.kept) frame.addresseeLines = addressLines(way, standing.request.language);
    return frame;
}

namespace {

// Of who asks for itself; absent: somebody asks for another, or no date of birth is known.
std::optional<int> ageOfOwnRequester(Office& office, const Standing& standing) {
    const auto* requester = household::findPerson(standing.household, standing.request.requesterId);
    if (!requester || !requester->birthdate || standing.request.capacity != "self") return std::nullopt;
    return household::ageOn(*requester->birthdate, today(office));
}

}  // namespace

letters::Reader readerOf(Office& office, const Standing& standing) {
    const auto age = ageOfOwnRequester(office, standing);
    return age && *age < office.rules.ages(today(office)).own ? letters::Reader::child : letters::Reader::adult;
}

std::vector<std::string> aboutOwnRequest(Office& office, const Standing& standing) {
    const auto age = ageOfOwnRequester(office, standing);
    if (!age || *age >= office.rules.ages(today(office)).confidence) return {};
    if (const auto choice = office.store.answerForms().youngRequester(standing.request.id); choice && choice->choice == "to-child") return {};  // it gets it itself
    return {office.letterBook.word("own-request-child", "under-12", letters::languageFrom(standing.request.language))};
}

std::string nameWithBirth(const household::Person& person) {
    return fullName(person) + (person.birthdate ? ", geboren op " + requests::longDutchDate(*person.birthdate) : "");
}

std::vector<std::string> aboutWhom(const Standing& standing, letters::Language language) {
    std::vector<std::string> about;
    for (const auto& id : standing.request.subjects) {
        const bool self = id == standing.request.requesterId;
        about.push_back(self ? (language == letters::Language::english ? "yourself" : "uzelf") : nameIn(standing.household, id));
    }
    return about;
}

}  // namespace service::casework
