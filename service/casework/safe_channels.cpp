#include "service/casework/safe_channels.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/household_change.h"
#include "service/casework/moments.h"
#include "service/casework/notices.h"
#include "service/casework/people_rules.h"
#include "service/casework/words.h"

namespace service::casework {

namespace {

namespace household = redaction::household;
using requests::Sending;

constexpr std::size_t fewestDigits = 8;

FormOutcome refusedAt(std::string code, std::string words, std::string field) {
    FormOutcome outcome;
    outcome.code = std::move(code), outcome.words = std::move(words), outcome.field = std::move(field);
    return outcome;
}

bool isMailbox(const std::string& text) {
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() && text.find_first_of(" \r\n<>,;") == std::string::npos;
}

FormOutcome addressWrong(const ChannelForm& form) {
    if (form.kind == "lawyer" && form.addressee.empty()) return refusedAt("addressee-missing", "Vul de naam van de advocaat in.", "addressee");
    if (form.kind == "post" || form.kind == "lawyer") {
        const std::pair<const char*, const std::string*> parts[] = {{"street", &form.street}, {"number", &form.number}, {"postcode", &form.postcode}, {"city", &form.city}};
        for (const auto& [field, value] : parts)
            if (value->empty()) return refusedAt("address-missing", "Vul straat, huisnummer, postcode en plaats in: daaraan herkent Lakwerk een adres dat niet mag.", field);
    }
    if (form.kind == "email" && !isMailbox(form.mailbox)) return refusedAt("mailbox-wrong", "Vul een e-mailadres in.", "mailbox");
    if (form.kind == "phone" && requests::placeOfNumber(form.phone).size() < fewestDigits) return refusedAt("phone-wrong", "Vul een telefoonnummer in.", "phone");
    return {};
}

FormOutcome formWrong(const ChannelForm& form, const requests::ChannelRules& rules) {
    if (form.kind == "desk" || std::none_of(rules.kinds.begin(), rules.kinds.end(), [&](const auto& it) { return it.kind == form.kind; }))
        return refusedAt("kind-unknown", "Kies een kanaal.", "kind");
    if (auto wrong = addressWrong(form); !wrong.code.empty()) return wrong;
    for (const auto& mark : form.marks)
        if (std::none_of(rules.marks.begin(), rules.marks.end(), [&](const auto& it) { return it.mark == mark; })) return refusedAt("mark-unknown", "Kies alleen merken uit de lijst.", "marks");
    const auto from = household::parseDate(form.from), until = household::parseDate(form.until);
    if (!from) return refusedAt("date-wrong", "Vul in vanaf welke dag dit geldt.", "from");
    if (!form.until.empty() && (!until || *until <= *from)) return refusedAt("date-wrong", "De einddatum ligt na de begindatum.", "until");
    if (form.source.empty()) return refusedAt("source-missing", "Schrijf van wie u dit weet en hoe.", "source");
    return {};
}

store::Channel channelFrom(const store::Request& request, const Actor& actor, const ChannelForm& form) {
    store::Channel it;
    it.householdId = request.householdId, it.personId = request.requesterId, it.kind = form.kind, it.marks = form.marks, it.source = form.source;
    if (form.kind == "lawyer") it.addressee = form.addressee;
    if (form.kind == "post" || form.kind == "lawyer") it.address = form.street + " " + form.number + "\n" + form.postcode + "  " + form.city, it.place = requests::placeOfAddress(form.postcode, form.number);
    if (form.kind == "email") it.address = form.mailbox, it.place = requests::placeOfMailbox(form.mailbox);
    if (form.kind == "phone") it.address = form.phone, it.place = requests::placeOfNumber(form.phone);
    it.from = *household::parseDate(form.from), it.until = household::parseDate(form.until), it.recordedBy = actor.accountId;
    return it;
}

// A letter that was signed with another address on it does not go out with it.
template <class Change>
void changing(Office& office, const store::Request& request, Change&& change) {
    std::vector<std::pair<store::Request, std::vector<std::string>>> before;
    for (const auto& it : office.store.requests().ofHousehold(request.householdId))
        if (it.requesterId == request.requesterId && isOpen(it)) before.emplace_back(it, addressLines(letterWay(office, it), it.language));
    change();
    for (const auto& [it, lines] : before) {
        const auto signature = office.store.signOffs().standing(it.id);
        if (!signature || addressLines(letterWay(office, it), it.language) == lines) continue;
        notify(office, {signature->signedBy}, it, "signature-void", "Het kanaal naar de verzoeker is gewijzigd: het akkoord is vervallen en het pakket moet opnieuw.");
        office.store.signOffs().voidStanding(it.id, "het kanaal naar de verzoeker is daarna gewijzigd");
    }
}

SeenRequest openOne(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::frontDesk, Role::professional, Role::privacyOfficer});
    return requireRequestOrDesk(office, actor, requestId);
}

// What somebody says at the counter is not yet known to be theirs: another looks at it before anything goes there.
bool isOfDesk(const Actor& actor) { return actor.role == Role::frontDesk; }

bool mayEndChannel(const Actor& actor, const store::Channel& it) { return !isOfDesk(actor) || (it.recordedBy == actor.accountId && it.marks.empty() && it.confirmedBy.empty()); }

void tellWhoConfirms(Office& office, const Actor& actor, const store::Request& request) {
    auto ids = concernedBy(office, request);
    std::erase_if(ids, [&](const auto& id) {
        const auto account = office.store.accounts().find(id);
        return id == actor.accountId || !account || account->role == Role::frontDesk;
    });
    notify(office, ids, request, "channel-waits", "Aan de balie is een adres of nummer van de verzoeker opgegeven. Bevestig bij Veilig contact dat het klopt en veilig is.");
}

store::Channel requireChannel(Office& office, const store::Request& request, std::string_view channelId) {
    for (const auto& it : office.store.channels().ofPerson(request.householdId, request.requesterId))
        if (it.id == channelId) return it;
    throw Failure(Failure::notFound, "Dit kanaal bestaat niet.");
}

Trail channelTrail(const store::Request& request, const char* action, const std::string& kind, std::string why = {}) {
    return trailOf(request, action, std::move(why), nlohmann::json{{"channel", kind}}.dump());
}

std::string periodWords(const store::Channel& it) {
    return "vanaf " + dutchDay(requests::toIso(it.from)) + (it.until ? " tot " + dutchDay(requests::toIso(*it.until)) : "");
}

void describe(Office& office, const Actor& actor, const requests::ChannelRules& rules, const store::Channel& it, ChannelRow& row) {
    for (const auto& mark : it.marks)
        for (const auto& rule : rules.marks)
            if (rule.mark == mark) row.marks.push_back(rule.words);
    for (const auto& rule : rules.kinds)
        if (rule.kind == it.kind) row.kindWords = rule.words;
    row.id = it.id, row.addressee = it.addressee, row.addressWords = it.address;
    for (auto at = row.addressWords.find('\n'); at != std::string::npos; at = row.addressWords.find('\n')) row.addressWords.replace(at, 1, ", ");
    row.periodWords = periodWords(it), row.source = it.source, row.recordedByName = accountName(office, it.recordedBy), row.recordedAtWords = dutchMoment(it.recordedAt);
    row.mayEnd = !it.endedAt && mayEndChannel(actor, it);
    row.mayConfirm = !it.endedAt && it.needsSecond && it.confirmedBy.empty() && it.recordedBy != actor.accountId && !isOfDesk(actor);
    if (it.endedAt) row.endedByName = accountName(office, it.endedBy), row.endedAtWords = dutchMoment(it.endedAt), row.endedWhy = it.endedWhy;
}

// What a kind of channel could ever carry, and whether it may now: nobody asks whether a telephone takes a parcel.
void addVerdicts(Office& office, const store::Request& request, const requests::ChannelRules& rules, ChannelsView& view) {
    const auto carries = [&](const std::string& kind, Sending sending) {
        return std::any_of(rules.kinds.begin(), rules.kinds.end(), [&](const auto& it) { return it.kind == kind && std::count(it.carries.begin(), it.carries.end(), sending) > 0; });
    };
    const std::pair<Sending, const char*> sendings[] = {{Sending::package, "het pakket"}, {Sending::letter, "een brief"}, {Sending::call, "bellen"}, {Sending::message, "een bericht"}};
    for (const auto& [sending, words] : sendings)
        for (const auto& way : waysTo(office, request, sending)) {
            auto row = std::find_if(view.open.begin(), view.open.end(), [&](const auto& it) { return it.id == way.channel; });
            if (row == view.open.end()) {
                ChannelRow made;
                made.id = way.channel, made.kindWords = way.kindWords, made.recorded = false;
                for (const auto& line : way.lines) made.addressWords += (made.addressWords.empty() ? "" : ", ") + line;
                row = view.open.insert(view.open.end(), made);
            }
            if (carries(way.kind, sending)) row->may.push_back({words, way.why, way.allowed});
            row->handling = way.handling;
        }
}

// At the desk: its own as it typed it; of any other channel that it is there.
void keepRowsFromDesk(const Actor& actor, const std::vector<store::Channel>& recorded, ChannelsView& view) {
    const auto isOwn = [&](const ChannelRow& row) {
        const auto channel = std::find_if(recorded.begin(), recorded.end(), [&](const auto& it) { return it.id == row.id; });
        return channel != recorded.end() && channel->recordedBy == actor.accountId;
    };
    std::erase_if(view.ended, [&](const auto& row) { return !isOwn(row); });
    for (auto& row : view.open) {
        if (row.id == "desk") continue;
        if (!isOwn(row)) {
            ChannelRow known;
            known.id = row.id, known.kindWords = row.kindWords, known.recorded = row.recorded;
            row = known;
        }
        const auto channel = std::find_if(recorded.begin(), recorded.end(), [&](const auto& it) { return it.id == row.id; });
        row.kept = !isOwn(row) || std::count(channel->marks.begin(), channel->marks.end(), "secret") > 0;
        if (row.kept) row.addressWords.clear(), row.addressee.clear();
    }
}

}  // namespace

ChannelsView viewChannels(Office& office, const Actor& actor, std::string_view requestId) {
    const auto [request, sight] = openOne(office, actor, requestId);
    const auto rules = loadChannelRules(office.templates);
    ChannelsView view;
    view.requesterName = nameIn(office.store.households().load(request.householdId), request.requesterId);
    const auto recorded = office.store.channels().ofPerson(request.householdId, request.requesterId);
    for (const auto& it : recorded) {
        auto& list = it.endedAt ? view.ended : view.open;
        describe(office, actor, rules, it, list.emplace_back());
    }
    addVerdicts(office, request, rules, view);
    if (sight == Sight::desk) keepRowsFromDesk(actor, recorded, view);
    for (const auto& it : rules.kinds)
        if (it.kind != "desk") view.kinds.emplace_back(it.kind, it.words);
    for (const auto& it : rules.marks) view.marks.emplace_back(it.mark, it.words);
    record(office, actor, trailOf(request, "channels.seen"));
    return view;
}

FormOutcome addChannel(Office& office, const Actor& actor, std::string_view requestId, const ChannelForm& form) {
    const auto request = openOne(office, actor, requestId).request;
    if (auto wrong = formWrong(form, loadChannelRules(office.templates)); !wrong.code.empty()) return wrong;
    FormOutcome outcome;
    office.store.transact([&] {
        changing(office, request, [&] {
            auto wanted = channelFrom(request, actor, form);
            wanted.needsSecond = isOfDesk(actor);
            const auto made = office.store.channels().add(wanted);
            record(office, actor, channelTrail(request, "channel.recorded", form.kind, form.source));
            outcome.words = isOfDesk(actor)   ? "Vastgelegd. Een professional of privacy officer bevestigt dat dit klopt en veilig is; tot dan gaat er niets heen."
                          : made.needsSecond ? "Vastgelegd. Dit adres was eerder onveilig: een tweede persoon moet bevestigen dat het weer kan."
                                             : "Vastgelegd.";
            if (isOfDesk(actor)) tellWhoConfirms(office, actor, request);
        });
    });
    outcome.done = true, outcome.code = "done";
    return outcome;
}

Outcome endChannel(Office& office, const Actor& actor, std::string_view requestId, std::string_view channelId, std::string_view why) {
    const auto request = openOne(office, actor, requestId).request;
    const auto channel = requireChannel(office, request, channelId);
    if (!mayEndChannel(actor, channel)) return Outcome::refused("not-at-desk", "Dit kanaal wijzigt een professional of privacy officer.");
    if (why.empty()) return Outcome::refused("reason-missing", "Schrijf waarom dit kanaal niet meer geldt.");
    if (channel.endedAt) return Outcome::refused("ended-already", "Dit kanaal is al beëindigd.");
    office.store.transact([&] {
        changing(office, request, [&] {
            office.store.channels().end(channel.id, why, actor.accountId);
            record(office, actor, channelTrail(request, "channel.ended", channel.kind, std::string(why)));
        });
    });
    return Outcome::success("Het kanaal is beëindigd.");
}

Outcome confirmChannel(Office& office, const Actor& actor, std::string_view requestId, std::string_view channelId) {
    const auto request = openOne(office, actor, requestId).request;
    const auto channel = requireChannel(office, request, channelId);
    if (isOfDesk(actor)) return Outcome::refused("not-at-desk", "Dit kanaal wijzigt een professional of privacy officer.");
    if (channel.recordedBy == actor.accountId) return Outcome::refused("second-person", "U hebt dit kanaal zelf vastgelegd. Een ander moet bevestigen dat het weer veilig is.");
    if (!channel.needsSecond || !channel.confirmedBy.empty() || channel.endedAt) return Outcome::refused("nothing-to-confirm", "Hier valt niets te bevestigen.");
    office.store.transact([&] {
        changing(office, request, [&] {
            office.store.channels().confirm(channel.id, actor.accountId);
            record(office, actor, channelTrail(request, "channel.confirmed", channel.kind));
        });
    });
    return Outcome::success("Bevestigd: dit kanaal kan weer worden gebruikt.");
}

}  // namespace service::casework
