#include "redaction/words/expressions.h"

#include <algorithm>
#include <stdexcept>

namespace redaction::words {

namespace {

constexpr int kShortestLiteral = 3;
constexpr std::int64_t kMostMemory = 8 << 20;  // bytes, of one expression

RE2::Options options() {
    RE2::Options o;
    o.set_encoding(RE2::Options::EncodingLatin1);
    o.set_log_errors(false);  // texts are personal data
    o.set_max_mem(kMostMemory);
    return o;
}

}  // namespace

Expressions::Expressions(const std::vector<std::string>& expressions) : filtered_(kShortestLiteral) {
    for (const auto& expression : expressions) {
        int index = 0;
        if (filtered_.Add(expression, options(), &index) != RE2::NoError) throw std::logic_error("geen expressie: " + expression);
    }
    std::vector<std::string> needed;
    filtered_.Compile(&needed);
    literals_ = Literals(needed);
}

std::vector<int> Expressions::possibleIn(std::string_view folded) const {
    std::vector<int> possible;
    filtered_.AllPotentials(literals_.in(folded), &possible);
    std::sort(possible.begin(), possible.end());
    return possible;
}

}  // namespace redaction::words
