#include "redaction/detect/strangers.h"

#include <algorithm>

namespace redaction::detect {

void Strangers::index(std::size_t at) {
    for (const auto& word : {all_[at].given, all_[at].surname}) {
        if (word.empty()) continue;
        const auto number = words_.add(word);
        called_.resize(words_.words().size());
        auto& list = called_[number];
        if (std::find(list.begin(), list.end(), at) == list.end()) list.push_back(at);
    }
}

Stranger Strangers::meet(const std::string& given, const std::string& surname, bool inFunction) {
    for (const auto& word : {given, surname}) {
        const auto found = word.empty() ? words::Index::kNone : words_.find(word);
        if (found == words::Index::kNone) continue;
        for (const auto at : called_[found]) {
            auto& s = all_[at];
            const bool sameGiven = !given.empty() && s.given == given, sameSurname = !surname.empty() && s.surname == surname;
            const bool clash = (!given.empty() && !s.given.empty() && !sameGiven) || (!surname.empty() && !s.surname.empty() && !sameSurname);
            if (clash || !(sameGiven || sameSurname)) continue;
            if (s.given.empty()) s.given = given;
            if (s.surname.empty()) s.surname = surname;
            s.inFunction = s.inFunction || inFunction;
            const auto result = s;
            index(at);
            return result;
        }
    }
    all_.push_back({"~" + given + (surname.empty() ? "" : "/" + surname), given, surname, inFunction});
    index(all_.size() - 1);
    return all_.back();
}

}  // namespace redaction::detect
