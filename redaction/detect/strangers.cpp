#include "redaction/detect/strangers.h"

namespace redaction::detect {

const Stranger& Strangers::meet(const std::string& given, const std::string& surname, bool inFunction) {
    for (auto& s : all_) {
        const bool sameGiven = !given.empty() && s.given == given;
        const bool sameSurname = !surname.empty() && s.surname == surname;
        const bool clash = (!given.empty() && !s.given.empty() && !sameGiven) || (!surname.empty() && !s.surname.empty() && !sameSurname);
        if (clash || !(sameGiven || sameSurname)) continue;
        if (s.given.empty()) s.given = given;
        if (s.surname.empty()) s.surname = surname;
        s.inFunction = s.inFunction || inFunction;
        return s;
    }
    all_.push_back({"~" + (given.empty() ? "" : given) + (surname.empty() ? "" : "/" + surname), given, surname, inFunction});
    return all_.back();
}

const Stranger* Strangers::byWord(std::string_view word) const {
    for (const auto& s : all_)
        if (s.given == word || (s.surname == word && !word.empty())) return &s;
    return nullptr;
}

}  // namespace redaction::detect
