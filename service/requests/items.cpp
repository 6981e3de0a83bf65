#include "service/requests/items.h"

#include <algorithm>
#include <array>
#include <utility>

namespace service::requests {
namespace {

using Kind = ItemField;

ItemField area(std::string name) { return {Kind::area, std::move(name)}; }
ItemField line(std::string name) { return {Kind::line, std::move(name)}; }
ItemField day(std::string name) { return {Kind::day, std::move(name)}; }
ItemField pick(std::string name, std::vector<std::string> options) { return {Kind::choice, std::move(name), true, std::move(options)}; }
// Not for this person to ask; what may be asked is decided on by itself. Basis: AVG art. 12; UAVG art. 5; procedure P11
ItemChoice notForThem(Right right, std::string sort, std::vector<Work> work = {}) {
    return {"not-taken-up", right, std::move(sort), Answer::notTakenUp, {area("why")}, std::move(work), ""};
}
ItemField optional(ItemField field) {
    field.needed = false;
    return field;
}

// Basis: AVG art. 16, 19; Jeugdwet 7.3.8(2); Wmo 5.3.2(5); HR:2021:1169; GHSHE:2022:80
std::vector<ItemChoice> rectification() {
    const auto recipients = area("recipients");
    const auto whom = pick("about", {"client", "other"});
    const auto basis = optional(area("basis"));
    return {{"fact-corrected", Right::rectification, "fact", Answer::granted, {area("was"), area("becomes"), recipients}, {Work::correct, Work::tellRecipients}, ""},
            {"fact-refused", Right::rectification, "fact", Answer::refused, {area("why")}, {}, ""},
            {"word-refused", Right::rectification, "fact", Answer::refused, {area("why")}, {}, ""},
            {"opinion-statement", Right::rectification, "opinion", Answer::partly, {line("whose"), whom, basis, area("statement"), recipients},
             {Work::addStatement, Work::tellRecipients}, ""},
            {"opinion-offered", Right::rectification, "opinion", Answer::refused, {line("whose"), whom, basis, area("why")}, {}, ""},
            {"opinion-deleted", Right::rectification, "opinion", Answer::granted, {line("whose"), whom, area("without"), recipients},
             {Work::erase, Work::tellRecipients}, ""},
            notForThem(Right::rectification, "fact")};
}

// Basis: AVG art. 17, 19; Jeugdwet 7.3.9; Wmo 5.3.5; Archiefwet
std::vector<ItemChoice> erasure() {
    return {{"erased", Right::erasure, "part", Answer::granted, {area("part"), area("recipients")}, {Work::erase, Work::tellRecipients}, ""},
            {"own-erased", Right::erasure, "part", Answer::partly, {area("own"), area("rest"), area("recipients")}, {Work::erase, Work::tellRecipients}, ""},
            {"interest-refused", Right::erasure, "part", Answer::refused, {line("who"), area("interest"), area("facts"), area("needed"), day("last-report")}, {}, ""},
            {"archive-erased", Right::erasure, "part", Answer::granted, {area("part"), line("list"), day("lapsed-on"), area("recipients")}, {Work::erase, Work::tellRecipients}, ""},
            {"archive-refused", Right::erasure, "part", Answer::refused, {line("list"), day("until")}, {}, ""},
            {"child-not-taken-up", Right::erasure, "part", Answer::notTakenUp, {area("why")}, {}, ""},
            notForThem(Right::erasure, "part")};
}

// Basis: AVG art. 18, 19
std::vector<ItemChoice> restriction() {
    const auto ground = pick("ground", {"accuracy", "unlawful", "claim", "objection"});
    return {{"restricted", Right::restriction, "use", Answer::granted, {ground, area("what"), area("until"), area("recipients")}, {Work::restrictUse, Work::tellRecipients},
             "AVG art. 18 lid 1 en 3"},
            {"restriction-refused", Right::restriction, "use", Answer::refused, {ground, area("why")}, {}, "AVG art. 18 lid 1"},
            notForThem(Right::restriction, "use")};
}

// Basis: AVG art. 21(1), 18(1)(d), 7(3); Privacyprotocol 6.4
std::vector<ItemChoice> objection() {
    return {{"use-stopped", Right::objection, "use", Answer::granted, {area("use")}, {Work::stopUse}, "AVG art. 21 lid 1"},
            {"objection-refused", Right::objection, "use", Answer::refused, {area("interest"), area("facts"), area("weighed")}, {Work::liftRestriction}, "AVG art. 21 lid 1"},
            {"objection-not-open", Right::objection, "use", Answer::refused, {pick("rests-on", {"law", "consent", "contract", "vital"}), area("why")}, {Work::liftRestriction},
             "AVG art. 21 lid 1; AVG art. 6 lid 1"},
            {"consent-withdrawn", Right::objection, "consent", Answer::granted, {area("consent"), day("withdrawn-on"), area("recipients")}, {Work::stopSharing, Work::tellRecipients},
             "AVG art. 7 lid 3; Privacyprotocol art. 6.4"},
            notForThem(Right::objection, "use", {Work::liftRestriction})};
}

// Basis: AVG art. 20(1)
std::vector<ItemChoice> portability() {
    return {{"exported", Right::portability, "data", Answer::granted, {line("what"), pick("rests-on", {"consent", "contract"}), area("data")}, {}, "AVG art. 20 lid 1"},
            {"not-portable", Right::portability, "data", Answer::refused, {pick("fails", {"not-provided", "not-automated", "other-basis"}), area("why")}, {}, "AVG art. 20 lid 1"},
            notForThem(Right::portability, "data")};
}

constexpr std::array answers{std::pair{Answer::granted, "granted"}, std::pair{Answer::partly, "partly"}, std::pair{Answer::refused, "refused"},
                             std::pair{Answer::notTakenUp, "not-taken-up"}};
constexpr std::array works{std::pair{Work::correct, "correct"},   std::pair{Work::addStatement, "add-statement"},  std::pair{Work::erase, "erase"},
                           std::pair{Work::restrictUse, "restrict"}, std::pair{Work::liftRestriction, "lift"},     std::pair{Work::stopUse, "stop-use"},
                           std::pair{Work::stopSharing, "stop-sharing"}, std::pair{Work::tellRecipients, "tell-recipients"}};

}  // namespace

std::string toText(Answer answer) { return std::ranges::find(answers, answer, [](const auto& it) { return it.first; })->second; }
std::string toText(Work work) { return std::ranges::find(works, work, [](const auto& it) { return it.first; })->second; }

std::optional<Work> workFrom(std::string_view code) {
    for (const auto& [work, text] : works)
        if (code == text) return work;
    return std::nullopt;
}

const std::vector<ItemChoice>& itemChoices() {
    static const std::vector<ItemChoice> all = [] {
        std::vector<ItemChoice> choices;
        for (auto&& part : {rectification(), erasure(), restriction(), objection(), portability()}) choices.insert(choices.end(), part.begin(), part.end());
        return choices;
    }();
    return all;
}

std::vector<const ItemChoice*> choicesFor(Right right) {
    std::vector<const ItemChoice*> found;
    for (const auto& choice : itemChoices())
        if (choice.right == right) found.push_back(&choice);
    return found;
}

const ItemChoice* findChoice(Right right, std::string_view id) {
    for (const auto& choice : itemChoices())
        if (choice.right == right && choice.id == id) return &choice;
    return nullptr;
}

Answer overall(const std::vector<Answer>& all) {
    const auto every = [&](Answer wanted) { return std::ranges::all_of(all, [&](Answer one) { return one == wanted; }); };
    for (const auto same : {Answer::granted, Answer::refused, Answer::notTakenUp})
        if (every(same)) return same;
    const bool anything = std::ranges::any_of(all, [](Answer one) { return one == Answer::granted || one == Answer::partly; });
    return anything ? Answer::partly : Answer::refused;
}

}  // namespace service::requests
