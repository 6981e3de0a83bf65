#include "redaction/about/sights.h"

#include <algorithm>
#include <array>

#include "redaction/detect/sentence_words.h"

namespace redaction::about {

namespace {

using detect::Gender;
using detect::Kind;

constexpr std::size_t kLong = 300, kBrief = 60, kSeldom = 3, kMostOthers = 16;

struct Setter {
    Clues& clues;
    void operator()(Clue clue, bool is = true) const {
        if (is) clues.set(static_cast<std::size_t>(clue));
    }
};

void seeBefore(const Setter& set, const detect::Word& w) {
    if (w == "aan" || w == "tegen" || w == "naar") set(Clue::afterAan);
    else if (w == "van") set(Clue::afterVan);
    else if (w == "bij") set(Clue::afterBij);
    else if (w == "met") set(Clue::afterMet);
    else if (w == "over") set(Clue::afterOver);
    else if (w == "voor" || w == "tussen") set(Clue::afterVoor);
    else if (w == "door") set(Clue::afterDoor);
    else if (w == "volgens" || w == "vlgs") set(Clue::afterVolgens);
}

bool isPossessive(const detect::Word& w) { return w == "zijn" || w == "haar" || w == "mijn" || w == "hun" || w == "uw" || w == "je" || w == "jouw" || w == "mn" || w == "onze"; }

bool is(Gender a, Gender b) { return a == b || a == Gender::unknown; }

bool pronounBehind(const detect::TextView& v, const Stretch& s, std::size_t token, Gender gender) {
    constexpr std::size_t reach = 40;
    for (auto i = token; i < v.tokens().size() && i < token + reach && v.tokens()[i].start < s.end; ++i) {
        const auto w = v.word(i);
        if (gender != Gender::female && (w == "hij" || w == "hem" || w == "zijn")) return true;
        if (gender != Gender::male && (w == "zij" || w == "ze" || w == "haar")) return true;
    }
    return false;
}

}  // namespace

void seeScene(Clues& clues, const Scene& scene) {
    const Setter set{clues};
    const auto& cues = scene.cues;
    const auto& words = scene.words;
    set(Clue::cueSilence, has(cues, Cue::silence));
    set(Clue::cueWorknote, has(cues, Cue::worknote));
    set(Clue::cueInternal, has(cues, Cue::internal));
    set(Clue::cuePolice, has(cues, Cue::police));
    set(Clue::cueVantage, has(cues, Cue::reporterVantage) || has(cues, Cue::reporterIdentity));
    set(Clue::cueMixed, has(cues, Cue::mixed));
    set(Clue::cueSays, has(cues, Cue::says));
    set(Clue::cueBoilerplate, has(cues, Cue::boilerplate));
    set(Clue::cueTalkWith, has(cues, Cue::talkWith));
    set(Clue::caseWord, words.caseWord);
    set(Clue::plan, scene.inPlan);
    const auto& label = scene.around.label(scene.at);
    set(Clue::labelled, label.is && label.repeated);
    set(Clue::labelStaff, label.is && label.staff);
    const auto& named = scene.around.named(scene.at);
    set(Clue::staffNamed, std::any_of(named.begin(), named.end(), [](const Named& n) { return n.staff; }));
    set(Clue::question, words.question);
    set(Clue::secondPerson, words.secondPerson);
    set(Clue::firstPerson, words.firstPerson);
    const auto length = scene.stretch.end - scene.stretch.start;
    set(Clue::longPassage, length > kLong);
    set(Clue::briefPassage, length < kBrief);
    set(Clue::nobodyNamed, words.silent);
    set(Clue::plural, words.plural);
    set(Clue::eachOther, words.eachOther);
    set(Clue::both, words.both);
    set(Clue::signsOff, words.signsOff);
    set(Clue::partyWord, words.party);
    set(Clue::opensSection, scene.opensSection);
}

void seeManner(Clues& clues, const Scene& scene, const Seen& person) {
    const Setter set{clues};
    const auto& v = scene.view;
    const auto& named = scene.around.named(scene.at);
    std::size_t times = 0, last = 0, sameGender = 0;
    struct Other {
        std::size_t number = 0, times = 0;
    };
    std::array<Other, kMostOthers> others;
    std::size_t count = 0;
    for (std::size_t k = 0; k < named.size(); ++k) {
        const auto& n = named[k];
        if (n.staff) continue;
        const auto& m = *n.mention;
        if (n.number != person.number && std::find(m.candidates.begin(), m.candidates.end(), person.id) == m.candidates.end()) {
            std::size_t at = 0;
            while (at < count && others[at].number != n.number) ++at;
            if (at == kMostOthers) continue;
            if (at == count) {
                others[count++].number = n.number;
                sameGender += n.person >= scene.people.persons().size() || is(scene.people.genderOf(n.person), person.gender) ? 1u : 0u;
            }
            ++others[at].times;
            continue;
        }
        if (times++ == 0) {
            const auto length = scene.stretch.end - scene.stretch.start, offset = m.start - scene.stretch.start;
            set(Clue::namedEarly, offset * 4 < length);
            set(Clue::namedLate, offset * 2 > length);
            set(Clue::atLabel, scene.around.label(scene.at).subject == person.id && offset < kBrief);
            set(Clue::byInitials, m.kind == Kind::initials);
        }
        const auto before = n.token > 0 && !v.tokens()[n.token].sentenceStart ? v.word(n.token - 1) : detect::Word(), after = v.word(n.afterToken), first = v.word(n.token);
        seeBefore(set, before);
        set(Clue::possessed, m.kind == Kind::role && (isPossessive(first) || isPossessive(before)));
        if (isPossessive(before) && n.token > 1) seeBefore(set, v.word(n.token - 2));
        set(Clue::verbFollows, isFiniteVerb(after));
        set(Clue::sayingFollows, isSayingVerb(after));
        set(Clue::verbPrecedes, isFiniteVerb(before) || isSayingVerb(before));
        set(Clue::joined, before == "en" || after == "en");
        last = n.afterToken;
    }
    set(Clue::rivalNamed, sameGender > 0);
    set(Clue::othersNamed, times == 0 && count > 0);
    set(Clue::heFits, (scene.words.he && person.gender == Gender::male) || (scene.words.she && person.gender == Gender::female));
    set(Clue::himFits, (scene.words.him && person.gender == Gender::male) || (scene.words.her && person.gender == Gender::female));
    if (times == 0) {
        set(Clue::unnamedOthersAct, std::any_of(named.begin(), named.end(), [](const Named& n) { return !n.staff && n.weight == Weight::subject; }));
        return;
    }
    set(Clue::namedThrice, times > 2);
    set(Clue::namedAlone, count == 0);
    set(Clue::oneOther, count == 1);
    set(Clue::mostNamed, std::all_of(others.begin(), others.begin() + count, [&](const Other& o) { return o.times < times; }));
    set(Clue::theirPronounFollows, pronounBehind(v, scene.stretch, last, person.gender));
    set(Clue::onlyOfGender, sameGender == 0);
    set(Clue::keptOut, std::find(scene.keptFrom.begin(), scene.keptFrom.end(), person.id) != scene.keptFrom.end());
}

void seeAround(Clues& clues, const Scene& scene, const Seen& person) {
    const Setter set{clues};
    const auto& around = scene.around;
    const auto at = scene.at;
    const auto& near = around.near(person.number);
    set(Clue::blockNamed, near.block == InBlock::named);
    set(Clue::blockActs, near.block == InBlock::acting);
    set(Clue::blockOpens, around.opener(at) == person.id);
    const auto before = near.before, behind = near.behind;
    set(Clue::lineBefore, before == 1 && !scene.stretch.afterBlank);
    set(Clue::lineAfter, behind == 1 && around.blockStart(at) == around.blockStart(at + 1));
    set(Clue::before1, before == 1);
    set(Clue::before2, before == 2);
    set(Clue::before3, before == 3);
    set(Clue::actedBefore, near.actedBefore);
    set(Clue::after1, behind == 1);
    set(Clue::after2, behind == 2);
    set(Clue::actsAfter, near.actsBehind);
    set(Clue::neverHere, person.mentions == 0);
    set(Clue::seldomHere, person.mentions > 0 && person.mentions < kSeldom);
    set(Clue::pluralLast, (scene.words.plural || scene.words.both || scene.words.eachOther) && before == 1);
    const auto children = scene.words.childrenStand, parents = scene.words.parentsStand;
    if (person.child) set(children == Group::acting ? Clue::childrenAct : children == Group::touched ? Clue::childrenTouched : Clue::childrenBeside, children != Group::none);
    if (person.parent) set(parents == Group::acting ? Clue::parentsAct : parents == Group::touched ? Clue::parentsTouched : Clue::parentsBeside, parents != Group::none);
    set(Clue::childWord, person.child && ((scene.words.boy && person.gender != Gender::female) || (scene.words.girl && person.gender != Gender::male)));
    set(Clue::parent, person.parent);
    set(Clue::adultOther, !person.parent && !person.child && person.family);
    if (person.reporter) {
        set(scene.words.reporterActs ? Clue::reporterActs : Clue::reporterWord, scene.words.reporter);
        set(Clue::reporterGoesOn, scene.afterReporter && !scene.words.reporter);
    }
    const auto& label = around.label(at);
    set(Clue::answersNext, label.is && label.subject != person.id && scene.answersNext == person.id);
    set(Clue::answeredLast, scene.answeredLast == person.id);
    set(Clue::secondPartner, scene.words.secondPerson && scene.partner == person.id);
    set(Clue::speaks, scene.voice.speaker == person.id);
    set(Clue::anotherSpeaks, !scene.voice.speaker.empty() && scene.voice.speaker != person.id);
}

}  // namespace redaction::about
