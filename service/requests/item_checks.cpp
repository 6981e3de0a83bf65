// What must be filled in before a point may be decided.
#include <algorithm>
#include <cctype>

#include "service/requests/disguise.h"
#include "service/requests/items.h"
#include "service/requests/stock_reasons.h"

namespace service::requests {
namespace {

using Lacks = std::vector<Lack>;

std::string trimmed(std::string_view text) {
    const auto isSpace = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return std::string(text);
}

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (auto one = trimmed(text.substr(0, end)); !one.empty()) lines.push_back(std::move(one));
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    }
    return lines;
}

std::string valueOf(const ItemAnswer& answer, const std::string& name) {
    const auto found = answer.fields.find(name);
    return found == answer.fields.end() ? std::string() : trimmed(found->second);
}

const char* codeOf(StockReason reason) {
    switch (reason) {
        case StockReason::retention: return "only-retention";
        case StockReason::futureReport: return "only-future-report";
        case StockReason::childrenInGeneral: return "only-children";
        case StockReason::knownAlready: return "only-known";
    }
    return "";
}

// Where a reason from this file is asked, a sentence that fits every file is none.
bool asksReason(const std::string& field) {
    static const std::vector<std::string> reasons{"why", "interest", "facts", "needed", "weighed", "rest", "basis", "without"};
    return std::ranges::count(reasons, field) > 0;
}

// What another's interest, or the controller's own, is refused with: reasons of this file and nothing less.
// Basis: domain page redaction-rules, the five fields; RBNHO:2021:4235, RBNHO:2021:5101, RBAMS:2023:137; procedure P7, P8
bool weighsInterests(const ItemChoice& choice) { return choice.id == "interest-refused" || choice.id == "objection-refused"; }

const char* tooGeneral(const std::string& field, const std::string& value, const std::vector<std::string>& names) {
    if (field == "who") return namesSomeone(value, names) ? nullptr : "nobody-named";
    if (field == "interest") return isOfThisFile(value, names, Anchor::notNeeded) ? nullptr : "too-general";
    if (field == "facts" || field == "needed") return isOfThisFile(value, names, Anchor::needed) ? nullptr : "too-general";
    if (field == "weighed") return isOfThisFile(value, names, Anchor::notNeeded) ? nullptr : "too-general";
    return nullptr;
}

void checkField(const ItemChoice& choice, const ItemField& field, const std::string& value, const ItemFacts& facts, Lacks& lacks) {
    if (value.empty()) {
        if (field.needed) lacks.push_back({field.name, "missing"});
        return;
    }
    if (field.kind == ItemField::choice && std::ranges::count(field.options, value) == 0) lacks.push_back({field.name, "unknown-option"});
    if (field.kind == ItemField::day) {
        const auto day = parseIso(value);
        if (!day) lacks.push_back({field.name, "not-a-day"});
        else if (field.name != "until" && *day > facts.today) lacks.push_back({field.name, "in-future"});
    }
    if (asksReason(field.name))
        if (const auto stock = stockReason(value)) return void(lacks.push_back({field.name, codeOf(*stock)}));
    if (weighsInterests(choice))
        if (const auto* code = tooGeneral(field.name, value, facts.names)) lacks.push_back({field.name, code});
}

// Basis: procedure P10; HR:2021:1169: a judgement about someone who is no client, without any stated basis, has to go
void checkOpinion(const ItemFacts& facts, const ItemChoice& choice, const ItemAnswer& answer, Lacks& lacks) {
    if (choice.sort != "opinion") return;
    const bool other = valueOf(answer, "about") == "other";
    // Basis: Jeugdwet 7.3.1(2), 7.3.8(2): the record says who the client is
    if (facts.clientsKnown && !facts.client && valueOf(answer, "about") == "client") lacks.push_back({"about", "no-client"});
    if (choice.id == "opinion-deleted") {
        if (valueOf(answer, "about") == "client") lacks.push_back({"choice", "keep-it"});
    } else if (other && valueOf(answer, "basis").empty()) {
        lacks.push_back({"basis", "delete-it"});
    }
}

// Nothing is granted about somebody for whom the requester may not act, nor to a child under 12 itself; erasure is not even weighed.
// Basis: UAVG art. 5; AVG art. 12, 17; Jeugdwet 7.3.15; Wmo 5.3.2(2); RBROT:2024:8250; procedure P6, P11; rules R5, R7, R9, R23
void checkStanding(const ItemFacts& facts, const ItemChoice& choice, Lacks& lacks) {
    const auto& acting = facts.acting;
    const bool stranger = acting.other && !acting.may, weighs = facts.right == Right::erasure || choice.answer != Answer::refused;
    if (choice.answer == Answer::notTakenUp) {
        const bool unheard = choice.id == "child-not-taken-up" && acting.child && acting.otherHolder;
        if (!stranger && !acting.under12 && !unheard) lacks.push_back({"choice", "may-be-taken-up"});
        return;
    }
    if (stranger && weighs) lacks.push_back({"choice", acting.unclear ? "authorisation-unclear" : acting.child ? "no-representative" : "no-authorisation"});
    if (acting.under12 && weighs) lacks.push_back({"choice", "child-under-12"});
}

void checkCourse(const ItemFacts& facts, const ItemChoice& choice, Lacks& lacks) {
    const bool archived = facts.partner == PartnerKind::childProtectionBoard;
    // Basis: Archiefwet: what the selection list keeps goes only once it lets it go; domain page redaction-rules, Erasure
    if (archived && (choice.id == "erased" || choice.id == "own-erased")) lacks.push_back({"choice", "archive-first"});
    if ((choice.id == "archive-refused" || choice.id == "archive-erased") && !archived) lacks.push_back({"choice", "not-this-partner"});
    // Basis: AVG art. 18(1)(d): restricted while it is weighed whose grounds prevail
    if (choice.id == "objection-refused" && !facts.restrictionStands) lacks.push_back({"choice", "restrict-first"});
}

bool hearsOther(const ItemFacts& facts, const ItemChoice& choice) {
    return facts.right == Right::erasure && facts.acting.child && facts.acting.otherHolder && choice.answer != Answer::notTakenUp;
}

void checkReadable(const ItemAnswer& answer, Lacks& lacks) {
    const auto data = valueOf(answer, "data");
    if (!data.empty() && !namedValues(data)) lacks.push_back({"data", "not-readable"});
}

}  // namespace

std::vector<ItemField> fieldsOf(const ItemFacts& facts, const ItemChoice& choice) {
    auto fields = choice.fields;
    if (!hearsOther(facts, choice)) return fields;
    fields.push_back({ItemField::day, "other-heard"});
    fields.push_back({ItemField::area, "other-view"});
    return fields;
}

std::vector<Lack> lacking(const ItemFacts& facts, const ItemAnswer& answer) {
    const auto* choice = findChoice(facts.right, answer.choice);
    if (!choice) return {{"choice", "unknown-choice"}};
    Lacks lacks;
    checkStanding(facts, *choice, lacks);
    checkCourse(facts, *choice, lacks);
    for (const auto& field : fieldsOf(facts, *choice)) {
        checkField(*choice, field, valueOf(answer, field.name), facts, lacks);
        if (field.name == "other-heard" && !lacks.empty() && lacks.back().field == field.name && lacks.back().code == "missing") lacks.back().code = "hear-other-holder";
    }
    checkOpinion(facts, *choice, answer, lacks);
    checkReadable(answer, lacks);
    return lacks;
}

std::optional<std::vector<std::pair<std::string, std::string>>> namedValues(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> values;
    for (const auto& line : linesOf(text)) {
        const auto colon = line.find(':');
        if (colon == line.npos) return std::nullopt;
        auto name = trimmed(std::string_view(line).substr(0, colon)), value = trimmed(std::string_view(line).substr(colon + 1));
        if (name.empty() || value.empty()) return std::nullopt;
        values.emplace_back(std::move(name), std::move(value));
    }
    return values.empty() ? std::nullopt : std::optional(values);
}

std::vector<std::string> recipientsIn(std::string_view text) {
    auto lines = linesOf(text);
    std::erase_if(lines, [](const std::string& line) { return folded(line) == "niemand" || folded(line) == "nobody"; });
    return lines;
}

RecipientAddress recipientAddress(std::string_view recipient) {
    RecipientAddress it;
    const auto end = recipient.find(';');
    it.name = trimmed(recipient.substr(0, end));
    for (auto rest = end == recipient.npos ? std::string_view() : recipient.substr(end + 1); !rest.empty();) {
        const auto comma = rest.find_first_of(",;");
        if (auto line = trimmed(rest.substr(0, comma)); !line.empty()) it.lines.push_back(std::move(line));
        rest = comma == rest.npos ? std::string_view() : rest.substr(comma + 1);
    }
    return it;
}

std::vector<Lack> lacking(const ExcessiveClaim& claim) {
    Lacks lacks;
    if (claim.kind != "unfounded" && claim.kind != "repeated") lacks.push_back({"kind", "unknown-option"});
    if (trimmed(claim.why).empty()) lacks.push_back({"why", "missing"});
    else if (const auto stock = stockReason(claim.why)) lacks.push_back({"why", codeOf(*stock)});
    if (claim.kind == "repeated" && trimmed(claim.earlier).empty()) lacks.push_back({"earlier", "missing"});
    if (trimmed(claim.offered).empty()) lacks.push_back({"offered", "missing"});
    return lacks;
}

}  // namespace service::requests
