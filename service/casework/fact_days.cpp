#include "service/casework/fact_days.h"

#include <nlohmann/json.hpp>

#include <optional>

#include "service/casework/moments.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using Json = nlohmann::json;
using household::Date;

constexpr Date earliest = std::chrono::year{1900} / 1 / 1;  // nobody in a dossier of today was born before

std::optional<Date> dayOf(const Json& body, const char* field) {
    const auto found = body.find(field);
    return found != body.end() && found->is_string() ? household::parseDate(found->get<std::string>()) : std::nullopt;
}

std::string textOf(const Json& body, const char* field) {
    const auto found = body.find(field);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Date> birthOf(const household::Case& known, const std::string& id) {
    const auto* person = household::findPerson(known, id);
    return person ? person->birthdate : std::nullopt;
}

std::string words(const Date& day) { return dutchDay(household::toIso(day)); }

std::string lifeProblem(const std::optional<Date>& born, const std::optional<Date>& died, const Date& today) {
    if (born && *born > today) return "De geboortedatum ligt in de toekomst (na " + words(today) + "). Controleer dag, maand en jaar.";
    if (born && *born < earliest) return "De geboortedatum ligt voor 1900. Controleer het jaar.";
    if (died && *died > today) return "De datum van overlijden ligt in de toekomst. Controleer dag, maand en jaar.";
    if (died && born && *died < *born) return "De datum van overlijden ligt voor de geboortedatum. Controleer beide datums.";
    return {};
}

// A birth date that no longer fits what is known already of someone's children or authority.
std::string familyProblem(const household::Case& known, const std::string& id, const std::optional<Date>& born) {
    if (!born || id.empty()) return {};
    for (const auto& relation : known.relations) {
        if (relation.type != "parent") continue;
        const auto child = birthOf(known, relation.to), parent = birthOf(known, relation.from);
        if ((relation.from == id && child && *child <= *born) || (relation.to == id && parent && *born <= *parent))
            return "Met deze geboortedatum is de ouder niet ouder dan het kind. Controleer de geboortedatum, of de relatie.";
    }
    for (const auto& authority : known.authority)
        if (authority.child == id && authority.from && *authority.from < *born)
            return "Over dit kind is gezag vastgelegd vanaf " + words(*authority.from) + ", voor deze geboortedatum. Controleer de geboortedatum, of het gezag.";
    return {};
}

std::string relationProblem(const household::Case& known, const Json& body, const Date& today) {
    if (const auto since = dayOf(body, "since"); since && *since > today) return "Een relatie kan niet in de toekomst beginnen. Controleer de datum bij Sinds.";
    if (textOf(body, "type") != "parent") return {};
    const auto parent = birthOf(known, textOf(body, "from")), child = birthOf(known, textOf(body, "to"));
    return parent && child && *child <= *parent ? "De ouder is niet ouder dan het kind. Controleer wie de ouder is, of de geboortedatums." : std::string();
}

std::string authorityProblem(const household::Case& known, const Json& body) {
    const auto from = dayOf(body, "from"), born = birthOf(known, textOf(body, "child"));
    if (!from || !born || *from >= *born) return {};
    return "Het gezag begint voor de geboorte van het kind (" + words(*born) + "). Controleer de datum bij Van, of de geboortedatum van het kind.";
}

std::string consentProblem(const household::Case& known, const Json& body, const Date& today) {
    const auto given = dayOf(body, "given"), born = birthOf(known, textOf(body, "person"));
    if (given && *given > today) return "De toestemming is gegeven op een dag in de toekomst. Controleer de datum bij Gegeven op.";
    return given && born && *given < *born ? "De toestemming is gegeven voor de geboorte van wie haar geeft. Controleer beide datums." : std::string();
}

}  // namespace

std::string dayProblem(const household::Case& known, std::string_view kind, std::string_view text, Date today) {
    const Json body = Json::parse(text, nullptr, false);
    if (!body.is_object()) return {};
    if (kind == "person") {
        const auto born = dayOf(body, "birthdate");
        const auto life = lifeProblem(born, dayOf(body, "deceased"), today);
        return life.empty() ? familyProblem(known, textOf(body, "id"), born) : life;
    }
    if (kind == "relation") return relationProblem(known, body, today);
    if (kind == "authority") return authorityProblem(known, body);
    return kind == "consent" ? consentProblem(known, body, today) : std::string();
}

std::string dayProblem(const household::Case& known, Date today) {
    for (std::size_t i = 0; i < known.persons.size(); ++i)
        if (const auto problem = lifeProblem(known.persons[i].birthdate, known.persons[i].deceased, today); !problem.empty())
            return "persons[" + std::to_string(i) + "]: " + problem;
    return {};
}

}  // namespace service::casework
