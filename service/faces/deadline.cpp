// lakwerk deadline: every clock of a request, with how it came about; the same functions as the screens use.
// With --json: {"clocks": [{"id", "title", "start", "end", "source", "steps": ["…"], "provisional"}], "remarks": ["…"]};
// days as YYYY-MM-DD, start the first day that counts, end the last day in time.
// Status 0: told; 2: asked wrongly.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "service/casework/term_table.h"
#include "service/environment.h"
#include "service/faces/options.h"
#include "service/faces/running_office.h"
#include "service/requests/all_clocks.h"
#include "service/store/store.h"

namespace service::faces {

namespace {

using namespace requests;

constexpr const char* usage =
    "Gebruik: lakwerk deadline --received DATUM [--right access|rectification|erasure|restriction|objection|portability]\n"
    "           [--partner SOORT] [--suspend VAN..TOT]… [--extend DATUM] [--own-term DAGEN]\n"
    "           [--sent DATUM] [--letter-received DATUM] [--objection-decided DATUM] [--notice DATUM] [--recorded DATUM [--inform-extensions N]]\n"
    "           [--today DATUM] [--data MAP] [--json]\n"
    "  DATUM is JJJJ-MM-DD. --suspend: de dag van de vraag en de dag van het antwoord; zonder TOT staat de klok nog stil.\n"
    "  Daarachter mag de grond uit de regels: :identity (standaard) of, alleen bij access, :clarification.\n"
    "  --data: de gegevensmap van de regio; dan tellen haar eigen vrije dagen mee.\n"
    "  --recorded: de dag waarop Veilig Thuis vastlegde wat het van een ander hoorde; zonder die dag rekent het als de dag van ontvangst.\n"
    "  SOORT:";

void tellUsage() {
    std::cerr << usage;
    for (const auto& code : partnerKindCodes()) std::cerr << ' ' << code;
    std::cerr << '\n';
}

Date dayFrom(std::string_view option, const std::string& text) {
    if (const auto day = parseIso(text)) return *day;
    throw WrongOptions(std::string(option) + ": '" + text + "' is geen datum; schrijf JJJJ-MM-DD, bijvoorbeeld 2026-03-02");
}

std::optional<Date> dayOf(const Options& options, std::string_view name) {
    const auto given = options.find(name);
    return given ? std::optional(dayFrom(name, *given)) : std::nullopt;
}

// The grounds of the rule data, with the rights they hold for.
void setGround(const std::string& id, Right right, const SuspensionRules& rules, Suspension& suspension) {
    const auto ground = std::ranges::find(rules.grounds, id, &GroundRule::id);
    if (ground == rules.grounds.end()) {
        std::string known;
        for (const auto& it : rules.grounds) known += (known.empty() ? "" : ", ") + it.id;
        throw WrongOptions("--suspend: '" + id + "' is geen grond; kies uit " + known);
    }
    if (!ground->rights.empty() && std::ranges::count(ground->rights, right) == 0)
        throw WrongOptions("--suspend: de grond '" + id + "' (" + ground->words + ") geldt niet bij het recht '" + toText(right) + "' (" + ground->source + ")");
    if (id == "clarification") suspension.ground = SuspensionGround::clarificationOfLargeQuantity;
    suspension.groundWords = ground->words, suspension.groundSource = ground->source;
}

Suspension suspensionFrom(const std::string& text, Right right, const SuspensionRules& rules) {
    const auto dots = text.find("..");
    if (dots == std::string::npos) throw WrongOptions("--suspend: schrijf VAN..TOT, bijvoorbeeld 2026-03-05..2026-03-19");
    const auto colon = std::min(text.find(':'), text.size());
    Suspension suspension{dayFrom("--suspend", text.substr(0, dots)), {}, SuspensionGround::identityInDoubt};
    if (dots + 2 < colon) suspension.answered = dayFrom("--suspend", text.substr(dots + 2, colon - dots - 2));
    const auto ground = text.substr(std::min(colon + 1, text.size()));
    setGround(ground.empty() ? "identity" : ground, right, rules, suspension);
    return suspension;
}

Right rightOf(const Options& options) {
    const auto given = options.get("--right", "access");
    const auto right = rightFrom(given);
    if (!right) throw WrongOptions("--right: '" + given + "' is geen recht uit de lijst");
    return *right;
}

std::optional<PartnerKind> partnerOf(const Options& options) {
    const auto given = options.find("--partner");
    if (!given) return std::nullopt;
    const auto kind = partnerKindFrom(*given);
    if (kind == PartnerKind::unknown) throw WrongOptions("--partner: '" + *given + "' is geen soort partner uit de lijst");
    return kind;
}

ClockFacts factsFrom(const Options& options, const casework::TermTable& table) {
    constexpr int mostDays = 366, mostExtensions = 100;
    ClockFacts facts;
    facts.course.received = dayFrom("--received", options.require("--received"));
    const auto right = rightOf(options);
    const auto& rules = table.on(facts.course.received).suspension;
    for (const auto& text : options.all("--suspend")) facts.course.suspensions.push_back(suspensionFrom(text, right, rules));
    if (const auto told = dayOf(options, "--extend")) facts.course.extension = Extension{*told, {}};
    if (const int days = options.number("--own-term", 0, mostDays); days > 0) facts.course.ownTermDays = days;
    facts.course.today = dayOf(options, "--today");
    if (!facts.course.today) facts.course.today = amsterdamDay(SystemClock().now());
    facts.erasure = right == Right::erasure;
    facts.partner = partnerOf(options);
    facts.sent = dayOf(options, "--sent");
    facts.letterReceived = dayOf(options, "--letter-received");
    facts.objectionDecided = dayOf(options, "--objection-decided");
    facts.recorded = dayOf(options, "--recorded");
    if (!facts.recorded && facts.partner == PartnerKind::safeHome) facts.recorded = facts.course.received, facts.recordedAssumed = true;
    facts.informExtensions = options.number("--inform-extensions", 0, mostExtensions);
    facts.noticeReceived = dayOf(options, "--notice");
    return facts;
}

// A region's own days off, read while its service may run.
Calendar calendarOf(const Options& options) {
    const auto data = options.find("--data");
    if (!data) return Calendar{};
    RealEnvironment environment;
    const auto store = store::Store::openToRead(*data, environment);
    std::vector<Holiday> extra;
    for (const auto& holiday : store->holidays().all()) extra.push_back({holiday.day, holiday.name});
    return Calendar(std::move(extra));
}

std::string withSource(const Step& step) { return step.source.empty() ? step.sentence : step.sentence + " (" + step.source + ")"; }

nlohmann::ordered_json toJson(const requests::Clock& clock) {
    nlohmann::ordered_json json{{"id", clock.id}, {"title", clock.title}};
    json["start"] = clock.unlimited ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(toIso(clock.start));
    json["end"] = clock.unlimited ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(toIso(clock.end));
    json["source"] = clock.source;
    json["steps"] = nlohmann::ordered_json::array();
    for (const auto& step : clock.steps) json["steps"].push_back(withSource(step));
    json["provisional"] = clock.provisional;
    return json;
}

void printJson(const AllClocks& all) {
    nlohmann::ordered_json json{{"clocks", nlohmann::ordered_json::array()}, {"remarks", all.remarks}};
    for (const auto& clock : all.clocks) json["clocks"].push_back(toJson(clock));
    std::cout << json.dump(1) << '\n';
}

void printWords(const AllClocks& all) {
    for (const auto& clock : all.clocks) {
        std::cout << clock.title << (clock.provisional ? " (voorlopig)" : "") << ": uiterlijk " << dutchDate(clock.end) << "   [" << clock.source << "]\n";
        for (const auto& step : clock.steps) std::cout << "  - " << withSource(step) << '\n';
    }
    for (const auto& remark : all.remarks) std::cout << "Let op: " << remark << '\n';
}

}  // namespace

int deadline(const Arguments& arguments) {
    try {
        const Options options(arguments,
                              {"--received", "--right", "--partner", "--suspend", "--extend", "--own-term", "--sent", "--letter-received", "--objection-decided", "--notice",
                               "--recorded", "--inform-extensions", "--today", "--data", "--templates"},
                              {"--json"});
        const auto table = casework::loadTermTable(chosenTemplates(options.find("--templates")));
        const auto facts = factsFrom(options, table);
        const auto all = allClocks(facts, [&](const Date& start) { return table.on(start).terms; }, calendarOf(options));
        options.has("--json") ? printJson(all) : printWords(all);
        return 0;
    } catch (const WrongOptions& wrong) {
        std::cerr << "lakwerk deadline: " << wrong.what() << '\n';
        tellUsage();
        return 2;
    }
}

}  // namespace service::faces
