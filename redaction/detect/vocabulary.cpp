#include "redaction/detect/vocabulary.h"

#include <algorithm>
#include <stdexcept>

#include "redaction/detect/health_words.h"
#include "redaction/detect/kinship.h"
#include "redaction/detect/lexicon.h"
#include "redaction/detect/name_words.h"
#include "redaction/detect/organisation_words.h"
#include "redaction/detect/sentence_words.h"

namespace redaction::detect {

namespace {

bool holds(std::string_view word, std::initializer_list<std::string_view> letters) {
    return std::any_of(letters.begin(), letters.end(), [&](std::string_view part) { return word.find(part) != word.npos; });
}

bool endsAsAgeOpens(std::string_view word) {  // "wordt volgende |week| 12"
    const auto tails = {"is", "ben", "bent", "wordt", "werd", "bijna", "pas", "inmiddels", "al", "van", "morgen", "vandaag", "straks", "dan", "binnenkort", "week"};
    return std::any_of(tails.begin(), tails.end(), [&](std::string_view tail) { return word.ends_with(tail); });
}

bool isTopDomain(std::string_view word) {
    constexpr std::size_t kLongest = 4;
    if (word.size() > kLongest) return false;
    const auto all = {"nl", "com", "org", "net", "eu", "be", "frl", "info"};
    return std::any_of(all.begin(), all.end(), [&](std::string_view domain) { return word == domain; });
}

bool opensBankCode(std::string_view word) {  // two letters, two digits
    const auto isLetter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t i = 0; i + 3 < word.size(); ++i)
        if (isLetter(word[i]) && isLetter(word[i + 1]) && isDigit(word[i + 2]) && isDigit(word[i + 3])) return true;
    return false;
}

// "rnoeder", "grootrnoeder", "m0eder", "vacler": a relative in a bad scan.
const KinWord* scannedKin(std::string_view word) {
    std::string read;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto two = word.substr(i, 2);
        if (two == "rn" || two == "cl" || two == "vv") {
            read += two == "rn" ? 'm' : two == "cl" ? 'd' : 'w';
            ++i;
        } else {
            read += word[i] == '0' ? 'o' : word[i] == '1' ? 'l' : word[i];
        }
    }
    const auto* kin = read.size() > 2 && read != word ? findKinWord(read) : nullptr;
    return kin && !kin->weak ? kin : nullptr;
}

WordFacts factsOf(std::string_view word) {
    const auto& lists = lexicon();
    const std::pair<Fact, bool> all[] = {
        {Fact::prefix, isNamePrefix(word)}, {Fact::streetEnding, isStreetEnding(word)}, {Fact::organisation, namesOrganisation(word)}, {Fact::job, isJobWord(word)},
        {Fact::acronym, isAcronym(word)}, {Fact::formLabel, isFormLabel(word)}, {Fact::calendar, isCalendarWord(word)}, {Fact::givenName, lists.givenNames.has(word)},
        {Fact::familyName, lists.familyNames.has(word)}, {Fact::place, lists.places.has(word)}, {Fact::water, lists.waters.has(word)}, {Fact::ordinary, lists.ordinary.has(word)},
        {Fact::everyday, lists.everyday.has(word)}, {Fact::street, lists.streets.has(word)}, {Fact::proper, lists.proper.has(word)}, {Fact::health, endsAsHealth(word)}, {Fact::neighbour, word.find("buur") != word.npos},
        {Fact::preposition, isPreposition(word)}, {Fact::strictSaying, isStrictSaying(word)}, {Fact::saying, isSayingVerb(word)}, {Fact::clause, opensClause(word)},
        {Fact::finiteVerb, isFiniteVerb(word)}, {Fact::pronoun, isPersonalPronoun(word)}, {Fact::web, holds(word, {"www"}) || isTopDomain(word)},
        {Fact::account, holds(word, {"account", "naam", "insta", "snap"})}, {Fact::teen, holds(word, {"tien"})}, {Fact::spelledAge, holds(word, {"tien"}) || word.starts_with("elf") || word.starts_with("twaalf") || word.starts_with("twintig")}, {Fact::years, holds(word, {"jaar", "jr"})},
        {Fact::opensAge, endsAsAgeOpens(word)}, {Fact::caseNumber, holds(word, {"nummer", "nr", "dossier", "zaak", "skn", "kenmerk", "mutatie", "rijbewijs", "paspoort", "identiteit", "tolk", "dienst"})},
        {Fact::bornOn, holds(word, {"geb"})}, {Fact::bankCode, opensBankCode(word)},
        {Fact::aged, holds(word, {"jarig"})},
        {Fact::child, holds(word, {"zoon", "dochter", "jongen", "meisje", "kind", "baby", "peuter", "kleuter", "puber", "broer", "zus", "nichtje", "neefje"})}, {Fact::decade, word.ends_with("tig")},
        {Fact::client, holds(word, {"patient", "client", "bovengenoemd", "jongere", "ondergetekende", "betrokkene"})}, {Fact::doctor, holds(word, {"arts", "apotheek"})},
        {Fact::acknowledged, holds(word, {"erkend"})}, {Fact::parent, holds(word, {"vader", "moeder", "ouder"})}, {Fact::plan, holds(word, {"plan"})},
        {Fact::announces, organisationKind(word) != Kind::other}, {Fact::knownInstitution, opensKnownInstitution(word)}, {Fact::detention, namesDetention(word)}, {Fact::euro, holds(word, {"euro"})},
        {Fact::rarerStreet, isRarerStreetEnding(word)}, {Fact::somebody, namesSomebody(word)}};
    WordFacts facts;
    for (const auto& [fact, is] : all) facts.facts |= is ? std::uint64_t{1} << static_cast<int>(fact) : 0u;
    facts.kin = findKinWord(word);
    if (!facts.kin && !lists.ordinary.has(word) && !lists.familyNames.has(word) && !lists.givenNames.has(word)) facts.kin = scannedKin(word);
    facts.title = static_cast<std::uint8_t>(titleOf(word));
    facts.organisation = static_cast<std::uint8_t>(organisationKind(word));
    return facts;
}

}  // namespace

WordSigns& Vocabulary::signsFor(const words::Expressions& expressions) {
    for (const auto& signs : signs_)
        if (&signs->expressions() == &expressions) return *signs;
    return *signs_.emplace_back(std::make_unique<WordSigns>(expressions));
}

std::uint32_t Vocabulary::add(std::string_view folded) {
    if (2 * count_ >= slots_.size()) grow();
    const auto hash = words::hashOf(folded);
    const auto mask = slots_.size() - 1;
    auto at = hash & mask;
    for (; slots_[at].number != 0; at = (at + 1) & mask) {
        if (slots_[at].hash != hash) continue;
        const auto& known = (*this)[slots_[at].number - 1];
        if (words::same({known.text, known.length}, folded)) return slots_[at].number - 1;
    }
    const auto number = addNew(folded, hash);
    slots_[at] = {hash, number + 1};
    return number;
}

std::uint32_t Vocabulary::addNew(std::string_view folded, std::uint32_t hash) {
    if (count_ >= kMostWords) throw std::length_error("te veel verschillende woorden");
    if (count_ % kBlock == 0) blocks_.push_back(std::make_unique<WordFacts[]>(kBlock));
    auto& facts = blocks_.back()[count_ % kBlock];
    facts = factsOf(folded);
    facts.hash = hash;
    facts.text = keep(folded);
    facts.length = static_cast<std::uint32_t>(folded.size());
    return static_cast<std::uint32_t>(count_++);
}

const char* Vocabulary::keep(std::string_view folded) {
    if (folded.size() > lettersLeft_) {
        lettersLeft_ = std::max(kLetters, folded.size());
        letters_.push_back(std::make_unique<char[]>(lettersLeft_));
        free_ = letters_.back().get();
    }
    const char* at = free_;
    free_ = std::copy(folded.begin(), folded.end(), free_);
    lettersLeft_ -= folded.size();
    return at;
}

void Vocabulary::grow() {
    std::vector<Slot> old(std::max<std::size_t>(1024, 2 * slots_.size()));
    std::swap(old, slots_);
    const auto mask = slots_.size() - 1;
    for (const auto& slot : old) {
        if (slot.number == 0) continue;
        auto at = slot.hash & mask;
        while (slots_[at].number != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace redaction::detect
