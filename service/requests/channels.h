// Which channel may carry what to a requester. Pure: the rules come as values (templates/rules/channels.json), and so do the
// places where someone is from whom this requester is kept apart. Not how anything is sent.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/requests/calendar.h"

namespace service::requests {

enum class Sending { package, letter, code, call, message };
std::optional<Sending> sendingFrom(std::string_view code);  // package, letter, code, call, message

struct ChannelFacts {
    std::string kind;   // post, email, phone, desk, lawyer
    std::string place;  // as placeOf writes it; desk: empty
    std::vector<std::string> marks;
    std::optional<Date> from, until;  // until: exclusive
    bool waitsForSecond = false;
    bool isEnded = false;
};

// A place along which the requester would learn what is hidden from them, or be found by whom they are hidden from.
struct ClosedPlace {
    std::string place, because;  // because: Dutch, a sentence that names nobody
};

struct ChannelKindRule {
    std::string kind, words, handling;  // words: "per post"; handling: what whoever sends it minds
    std::vector<Sending> carries;
};
struct ChannelMarkRule {
    struct Closes {
        std::string kind;
        std::vector<Sending> sendings;
    };
    std::string mark, words, because;
    std::vector<Closes> closes;
};
struct ChannelRules {
    std::vector<ChannelKindRule> kinds;
    std::vector<ChannelMarkRule> marks;
    std::string closedPlaceSource;  // law, as cited
};

struct ChannelVerdict {
    bool allowed = false;
    std::string why, source;  // why not, Dutch; empty when allowed
};
// What the rules do not know is closed.
ChannelVerdict weigh(const ChannelFacts& channel, Sending sending, const std::vector<ClosedPlace>& closed, const ChannelRules& rules, const Date& today);

// "1234AB/12B" for a postal address, lower case for a mailbox, digits for a number; what cannot be told apart is empty.
std::string placeOfAddress(std::string_view postcode, std::string_view number);
std::string placeOfMailbox(std::string_view mailbox);
std::string placeOfNumber(std::string_view number);

}  // namespace service::requests
