#include "service/requests/channels.h"

#include <algorithm>
#include <array>
#include <utility>

namespace service::requests {

namespace {

using std::chrono::sys_days;

constexpr std::array<std::pair<Sending, std::string_view>, 5> sendings{{{Sending::package, "package"}, {Sending::letter, "letter"}, {Sending::code, "code"},
                                                                         {Sending::call, "call"}, {Sending::message, "message"}}};

ChannelVerdict closed(std::string why, std::string source = {}) { return {false, std::move(why), std::move(source)}; }

// What one mark says of this kind and sending; nullptr: nothing.
const ChannelMarkRule* closingMark(const ChannelFacts& channel, Sending sending, const ChannelRules& rules) {
    for (const auto& mark : channel.marks) {
        const auto rule = std::ranges::find(rules.marks, mark, &ChannelMarkRule::mark);
        if (rule == rules.marks.end()) continue;
        for (const auto& it : rule->closes)
            if (it.kind == channel.kind && std::ranges::count(it.sendings, sending) > 0) return &*rule;
    }
    return nullptr;
}

bool hasUnknownMark(const ChannelFacts& channel, const ChannelRules& rules) {
    return std::ranges::any_of(channel.marks, [&](const auto& mark) { return std::ranges::find(rules.marks, mark, &ChannelMarkRule::mark) == rules.marks.end(); });
}

template <class Keep>
std::string kept(std::string_view text, Keep&& keep) {
    std::string result;
    for (const unsigned char c : text)
        if (const char one = keep(c)) result += one;
    return result;
}

}  // namespace

std::optional<Sending> sendingFrom(std::string_view code) {
    for (const auto& [sending, name] : sendings)
        if (name == code) return sending;
    return std::nullopt;
}

ChannelVerdict weigh(const ChannelFacts& channel, Sending sending, const std::vector<ClosedPlace>& places, const ChannelRules& rules, const Date& today) {
    const auto rule = std::ranges::find(rules.kinds, channel.kind, &ChannelKindRule::kind);
    if (rule == rules.kinds.end() || hasUnknownMark(channel, rules)) return closed("De regels kennen dit kanaal niet.");
    if (channel.isEnded) return closed("Dit kanaal is beëindigd.");
    if (channel.from && sys_days{today} < sys_days{*channel.from}) return closed("Dit kanaal geldt pas vanaf " + longDutchDate(*channel.from) + ".");
    if (channel.until && sys_days{today} >= sys_days{*channel.until}) return closed("Dit kanaal gold tot " + longDutchDate(*channel.until) + ".");
    if (channel.waitsForSecond) return closed("Een tweede persoon moet nog bevestigen dat dit klopt en veilig is.");
    if (std::ranges::count(rule->carries, sending) == 0) return closed("Dit gaat niet " + rule->words + ".");
    if (!channel.place.empty())
        for (const auto& it : places)
            if (it.place == channel.place) return closed(it.because, rules.closedPlaceSource);
    if (const auto* mark = closingMark(channel, sending, rules)) return closed(mark->because, "AVG art. 32");
    return {true, {}, {}};
}

std::string placeOfAddress(std::string_view postcode, std::string_view number) {
    const auto upper = [](unsigned char c) { return c == ' ' ? '\0' : c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : char(c); };
    const auto code = kept(postcode, upper);
    return code.empty() ? std::string() : code + "/" + kept(number, upper);
}

std::string placeOfMailbox(std::string_view mailbox) {
    return kept(mailbox, [](unsigned char c) { return c == ' ' ? '\0' : c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : char(c); });
}

// +31 6 … and 06 … are the same number.
std::string placeOfNumber(std::string_view number) {
    auto digits = kept(number, [](unsigned char c) { return c >= '0' && c <= '9' ? char(c) : '\0'; });
    if (digits.starts_with("0031")) digits.erase(0, 4);
    else if (digits.starts_with("31") && (digits.size() == 11 || digits.starts_with("310"))) digits.erase(0, 2);
    if (!digits.empty() && digits[0] != '0') digits.insert(0, "0");
    return digits;
}

}  // namespace service::requests
