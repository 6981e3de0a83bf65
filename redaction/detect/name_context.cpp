// Which lines are hurried notes: written without capitals, so that names stand in lower case too.
#include <algorithm>

#include "redaction/detect/name_chain.h"

namespace redaction::detect {

bool NameContext::isCode(std::size_t token) const {
    const auto at = std::lower_bound(codes.begin(), codes.end(), token, [](const EntryCode& code, std::size_t value) { return code.token < value; });
    return at != codes.end() && at->token == token;
}

namespace {

// "[12-11 20:14] Jan J: |hoi|": the first token of what is said in a chat, which its own writing tells about.
std::size_t turnStart(const TextView& view, const Line& line) {
    constexpr std::size_t kMostBefore = 9;
    bool stamped = false;
    for (auto i = line.firstToken; line.colon && i + 1 < line.lastToken && i < line.firstToken + kMostBefore; ++i) {
        stamped = stamped || view.tokens()[i].digits;
        if (stamped && !view.tokens()[i].digits && view.between(i) == ": ") return i + 1;
    }
    return line.firstToken;
}

}  // namespace

NameContext makeNameContext(const TextView& view, const People& people) {
    NameContext context{view, people, std::vector<bool>(view.tokens().size(), false), entryCodes(view, people)};
    for (const auto& line : view.lines()) {
        std::size_t capitals = 0, words = 0, starts = 0, lowerStarts = 0;
        bool firstLower = false;
        for (auto i = turnStart(view, line); i < line.lastToken; ++i) {
            const auto& t = view.tokens()[i];
            if (t.digits || t.length() < 2) continue;
            if (++words == 1) firstLower = !t.capital;
            if (t.capital) ++capitals;
            if (!t.sentenceStart) continue;
            ++starts;
            if (!t.capital) ++lowerStarts;
        }
        const bool hurried = firstLower && lowerStarts * 2 >= starts && capitals * 5 <= words;
        if (hurried) std::fill(context.hurried.begin() + static_cast<std::ptrdiff_t>(line.firstToken), context.hurried.begin() + static_cast<std::ptrdiff_t>(line.lastToken), true);
    }
    return context;
}

}  // namespace redaction::detect
