#include "redaction/about/attribution.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "redaction/about/kept_from.h"
#include "redaction/detect/sentence_words.h"

namespace redaction::about {

namespace {

using detect::Gender;
using detect::Kind;

constexpr std::size_t kLongestTitle = 130, kTitleWords = 14, kTitleHead = 110;  // code points, words, code points in which a title names its people
constexpr std::size_t kLongestNumber = 12;  // "xxviii. "
constexpr std::size_t kRemembered = 4, kShort = 60, kMany = 3, kLabel = 30, kMostStrangers = 60;

char initialOf(const household::Person& person) {
    const auto name = detect::fold(!person.called.empty() ? person.called : person.given.empty() ? std::string() : person.given.front());
    return name.empty() ? '\0' : name.front();
}

// A parent of the children the case is about; of an adult's file of long ago whoever has a child.
bool isParent(const detect::People& people, std::size_t person, bool anyMinor) {
    const auto children = people.related(person, "parent", true);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) { return !anyMinor || people.isMinor(child); });
}

bool isPrivate(Kind kind) { return kind == Kind::health || kind == Kind::criminal || kind == Kind::sexuality; }
bool isLife(Kind kind) {
    switch (kind) {
        case Kind::age: case Kind::school: case Kind::employer: case Kind::gp: case Kind::institution: case Kind::finance: case Kind::place: return true;
        default: return false;
    }
}
bool isPersonal(Kind kind) { return kind == Kind::birthdate || kind == Kind::phone || kind == Kind::address || kind == Kind::bsn || kind == Kind::email; }

}  // namespace

Attribution::Attribution(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, Around& around) : v_(view), people_(people), mentions_(mentions), around_(around) {
    std::unordered_map<std::string, std::size_t> counts;
    for (const auto& m : mentions)
        if (m.kind == Kind::name || m.kind == Kind::role || m.kind == Kind::initials) ++counts[m.subject];
    bool anyMinor = false;
    for (std::size_t i = 0; i < people.persons().size(); ++i) anyMinor = anyMinor || people.isMinor(i);
    for (std::size_t i = 0; i < people.persons().size(); ++i) {
        const auto& person = people.persons()[i];
        if (people.isStaff(i)) continue;
        persons_.push_back({person.id, around.numberOf(person.id), people.isMinor(i), person.kind == "reporter" || person.kind == "informant", false, isParent(people, i, anyMinor), people.isFamily(i), people.genderOf(i), counts[person.id], initialOf(person)});
        mentioned_ += persons_.back().mentions;
    }
}

void Attribution::readHeading(const Stretch& s, const std::vector<Named>& named, bool afterBody) {
    const auto text = v_.slice(s.start, s.end);
    const auto start = s.start;
    std::vector<std::string> here;
    for (const auto& n : named)
        if (!n.staff && n.mention->start < start + kTitleHead && !n.mention->subject.empty() && std::find(here.begin(), here.end(), n.mention->subject) == here.end()) here.push_back(n.mention->subject);
    if (afterBody) {
        titled_ = {};
        entry_.clear();
        lastActing_ = 0;
        if (here.size() == 1) recent_.clear();
    }
    for (const auto& id : here) titled_.add(id);
    const bool talk = text.find("gespr") != std::string_view::npos || text.find("verhoor") != std::string_view::npos || text.find("interview") != std::string_view::npos || text.find("bezoek") != std::string_view::npos;
    if (documentStarts_) {
        documentFocus_ = titled_.words().size() == 1 ? titled_.words().front() : documentFocus_;
        talkSection_ = talkSection_ || talk;
    } else if (talk) {
        talkSection_ = true;
    }
    focus_ = titled_.words().size() == 1 ? titled_.words().front() : titled_.words().empty() ? documentFocus_ : std::string();
}

// What such a title begins with, numbered or not: quicker than the expression, and nearly always no.
bool Attribution::mayBeTitle(std::string_view text) {
    if (text.empty()) return false;
    const auto numbered = text.substr(0, kLongestNumber).find(". ") != std::string_view::npos;
    static constexpr std::string_view kinds[] = {"gespr", "kindgesprek", "verslag", "brief", "kaart", "tekening", "dagboek", "verklaring", "interview", "verhoor", "huisbezoek", "bijlage "};
    return numbered || std::any_of(std::begin(kinds), std::end(kinds), [&](std::string_view kind) { return text.starts_with(kind); });
}

bool Attribution::opensSection(const Stretch& s, const std::vector<Named>& named) const {
    static const RE2 title(R"(^(?:bijlage \w+\b|(?:[ivx]+\. |\d\. )?(?:gespreks?\w*|kindgesprek\w*|verslag|brief(?:je)?|kaart(?:je)?|tekening|dagboek\w*|verklaring|interview|verhoor|huisbezoek) ))");
    const auto text = v_.slice(s.start, s.end);
    const bool annex = text.starts_with("bijlage ");
    if (named.empty() && !annex) return false;
    if (v_.folded()[s.end - 1] == ':' && s.end - s.start < kLabel) return true;  // "Vader:", with lines below it
    if (!annex && !s.afterBlank && s.start > 0) return false;
    if (mayBeTitle(text) && RE2::PartialMatch({text.data(), text.size()}, title)) return true;
    if (s.end - s.start > kLongestTitle) return false;
    if (v_.folded()[s.start] == '"' || v_.folded()[s.start] == '-' || v_.folded()[s.start] == '>' || v_.folded()[s.start] == '[') return false;
    std::size_t next = 0, outside = 0;
    for (auto i = v_.tokenAt(s.start); i < v_.tokens().size() && v_.tokens()[i].start < s.end; ++i) {
        while (next < named.size() && named[next].afterToken <= i) ++next;
        if (next < named.size() && named[next].token <= i) continue;
        const auto w = v_.word(i);
        if (isFiniteVerb(w) || isSayingVerb(w) || isPersonalPronoun(w) || w == "dat" || w == "niet") return false;
        outside += v_.tokens()[i].digits ? 0u : 1u;
    }
    return outside <= kTitleWords;
}

void Attribution::beginEntry(const std::vector<Named>& named) {
    entry_.clear();
    recent_.clear();
    for (const auto& n : named)
        if (!n.staff && !n.quoted) {
            entry_ = n.mention->subject;
            break;
        }
}

Clues Attribution::cluesOf(const Person& person, const Clues& ofScene, const Scene& scene, const Talk& talk) {
    const auto& words = scene.words;
    const auto& s = scene.stretch;
    const auto& named = scene.around.named(scene.at);
    const auto& voice = scene.voice;
    Clues clues = ofScene;
    const Seen seen{person.id, person.number, person.child, person.parent, person.reporter, person.family, person.gender, person.mentions};
    seeManner(clues, scene, seen);
    seeAround(clues, scene, seen);
    const auto set = [&](Clue clue, bool is = true) { clues.set(static_cast<std::size_t>(clue), is); };
    const auto& id = person.id;
    set(Clue::always);
    set(Clue::child, person.child);
    set(Clue::reporter, person.reporter);
    std::size_t times = 0, others = 0, othersActing = 0;
    Weight best = Weight::mentioned;
    bool unquoted = false, role = true, open = true, first = false;
    ++counting_;
    for (const auto& n : named) {
        if (n.staff) continue;
        const auto& m = *n.mention;
        const bool is = n.number == person.number, maybe = !is && std::find(m.candidates.begin(), m.candidates.end(), id) != m.candidates.end();
        if (is || maybe) {
            first = first || (times == 0 && others == 0);
            ++times;
            best = std::max(best, n.weight);
            unquoted = unquoted || !n.quoted;
            role = role && m.kind == Kind::role;
            open = open && (maybe || !m.candidates.empty() || m.certainty <= 0.6);
        } else if (met_[n.who] != counting_) {
            met_[n.who] = counting_;
            ++others;
            othersActing += n.weight == Weight::subject ? 1u : 0u;
        }
    }
    const bool isNamed = times > 0;
    set(Clue::reportsOther, isNamed && !voice.speaker.empty() && voice.speaker != id && talk.author() != id);
    if (isNamed) {
        set(best == Weight::subject ? Clue::namedActing : best == Weight::object ? Clue::namedTouched : Clue::namedBeside);
        set(Clue::onlyQuoted, !unquoted);
        set(Clue::byRole, role);
        set(Clue::ambiguous, open);
        set(Clue::namedOften, times > 1);
        set(Clue::namedFirst, first);
        set(Clue::othersAct, othersActing > 0);
        set(Clue::amongMany, others >= kMany);
        set(Clue::shortPassage, s.end - s.start < kShort);
    }
    set(Clue::topic, voice.topic == id);
    set(Clue::tellsOfOther, !voice.topic.empty() && voice.topic != id && (id == voice.speaker || (id == focus_ && talkSection_)));
    const bool meant = words.childGender == Gender::unknown || person.gender == Gender::unknown || person.gender == words.childGender;
    set(Clue::allChildren, words.children && person.child && meant && !isNamed);
    set(Clue::wholeFamily, words.family && !isNamed);
    set(Clue::bothParents, words.parents && person.parent && !isNamed);
    if (voice.speaker == id && talk.author() != id) set(voice.label ? Clue::turn : voice.told ? Clue::tells : voice.pronoun ? Clue::tellsByPronoun : Clue::stillSpeaking);
    if (!talk.author().empty() && talk.author() == id) set(words.firstPerson ? Clue::writesInFirstPerson : Clue::writes);
    set(Clue::addressed, words.secondPerson && talk.addressee() == id && talk.author().empty());
    set(Clue::client, words.client && talk.client() == id);
    for (auto k = s.firstMention; k < s.lastMention; ++k) {
        const auto& m = mentions_[k];
        if (isPrivate(m.kind) && m.subject == id) set(Clue::ownsSpecial);
        if (isPersonal(m.kind) && m.subject == id) set(Clue::ownsData);
        if (isLife(m.kind) && m.subject == id) set(Clue::ownsLife);
    }
    const bool isTitled = titled_.find(std::string_view(id)) != words::Index::kNone;
    set(Clue::stranger, detect::isStranger(id));
    set(Clue::secondTitled, words.secondPerson && isTitled);
    set(Clue::firstTitled, words.firstPerson && isTitled);
    set(Clue::firstMain, words.firstPerson && id == documentFocus_);
    const auto& label = scene.around.label(scene.at);
    set(Clue::labelFocus, label.is && label.repeated && !label.staff && label.subject.empty() && id == focus_);
    set(Clue::inFunction, person.inFunction);
    if (isNamed) return clues;

    const bool isFocus = id == focus_, isEntry = id == entry_;
    const bool isLast = !recent_.empty() && recent_.front() == id;
    const bool fits = words.gender == Gender::unknown || person.gender == Gender::unknown || words.gender == person.gender;
    const bool surely = fits && words.gender != Gender::unknown && person.gender == words.gender;
    set(Clue::titleOnly, !isFocus && isTitled);
    set(Clue::mainPerson, person.mentions * 10 >= mentioned_ * 4 && person.mentions > 2);
    set(Clue::goesOnNear, isLast && near_ && !s.afterBlank);
    set(Clue::droppedFocus, words.subjectDropped && isFocus);
    set(Clue::droppedEntry, words.subjectDropped && isEntry);
    set(Clue::droppedLast, words.subjectDropped && isLast);
    if (words.pronounFirst) {
        set(Clue::wrongGender, !fits);
        if (fits) {
            set(Clue::pronounLast, isLast && surely);
            set(Clue::pronounLastMaybe, isLast && !surely);
            set(Clue::pronounFocus, isFocus);
            set(Clue::pronounEntry, isEntry);
            set(Clue::pronounAlone, isLast && near_ && lastActing_ == 1);
            set(Clue::pronounWriter, talk.author() == id || voice.speaker == id);
            const bool inSight = isLast || isFocus || isEntry;
            const auto rival = [&](const std::string& other) { return !other.empty() && other != id && fitsGender(other, words.gender); };
            set(Clue::pronounOnlyOne, inSight && surely && !rival(focus_) && !rival(entry_) && std::none_of(recent_.begin(), recent_.end(), rival));
            if (!isLast) {
                const auto earlier = std::find(recent_.begin(), recent_.end(), id);
                bool between = false;  // somebody nearer fits as well
                for (auto it = recent_.begin(); it != earlier && it != recent_.end(); ++it) between = between || fitsGender(*it, words.gender);
                set(Clue::pronounEarlier, earlier != recent_.end() && !between);
            }
        }
    } else if (words.silent) {
        set(Clue::silentLast, isLast && !s.afterBlank);
        set(Clue::silentAfterBlank, isLast && s.afterBlank);
        set(Clue::silentFocus, isFocus);
        set(Clue::silentEntry, isEntry);
        set(Clue::silentWriter, talk.author() == id);
        set(Clue::silentAlone, isLast && near_ && lastActing_ == 1);
    } else {
        set(Clue::besideFocus, isFocus);
        set(Clue::besideLast, isLast);
        set(Clue::besideEntry, isEntry);
        set(Clue::besideOther, othersActing > 0 && (isFocus || isLast || isEntry));
        if (words.pronounLater && fits && !namedOfGender(named, words.gender)) {
            set(Clue::laterPronounFocus, isFocus);
            set(Clue::laterPronounLast, isLast);
        }
    }
    const bool otherTurn = words.label != 0 && words.label != person.initial;  // the interviewer's
    set(Clue::turn, isFocus && talkSection_ && words.label != 0 && !otherTurn);
    set(Clue::focusTalks, isFocus && talkSection_ && !otherTurn);
    set(Clue::focusTalksQuote, isFocus && talkSection_ && (words.quote || words.firstPerson));
    set(Clue::quotedFocus, isFocus && words.quote);
    set(Clue::focusIsOne, isFocus && focus_ == documentFocus_);
    return clues;
}

bool Attribution::fitsGender(std::size_t person, Gender gender) const {
    return person >= people_.persons().size() || gender == Gender::unknown || people_.genderOf(person) == Gender::unknown || people_.genderOf(person) == gender;
}

bool Attribution::namedOfGender(const std::vector<Named>& named, Gender gender) const {
    return std::any_of(named.begin(), named.end(), [&](const Named& n) { return !n.staff && fitsGender(n.person, gender); });
}

Weighing Attribution::weigh(Passage& p, Scene scene, const Talk& talk) {
    const auto& words = scene.words;
    const auto& s = scene.stretch;
    const auto& named = scene.around.named(scene.at);
    scene.afterReporter = toldOfReporter_;
    if (has(scene.cues, Cue::silence)) scene.keptFrom = keptFrom(v_, named);
    Weighing weighing{s.start, s.end, near_ && !s.afterBlank, {}};
    weighing.people.reserve(persons_.size());
    around_.standAt(scene.at);
    if (met_.size() < named.size()) met_.resize(named.size());
    Clues ofScene;
    seeScene(ofScene, scene);
    const auto consider = [&](const Person& person) {
        const auto clues = cluesOf(person, ofScene, scene, talk);
        const auto same = std::find_if(weighing.people.begin(), weighing.people.end(), [&](const Weighed& other) { return other.clues == clues; });  // of whom nothing is said
        const auto sure = same == weighing.people.end() ? probabilityOf(clues) : same->sure;
        weighing.people.push_back({person.id, clues, sure});
    };
    for (const auto& person : persons_) consider(person);
    std::vector<std::string_view> strangers;
    for (const auto& n : named) {
        const auto& id = n.mention->subject;
        if (n.staff || !detect::isStranger(id) || strangers.size() >= kMostStrangers || std::find(strangers.begin(), strangers.end(), id) != strangers.end()) continue;
        strangers.push_back(id);
        consider({id, n.number, false, false, n.mention->inFunction, false, false, Gender::unknown, 0, 0});
    }
    involveFrom(p, weighing);
    p.unsure = words.pronounFirst || words.pronounLater || words.client;
    remember(named, p);
    documentStarts_ = false;
    near_ = true;
    toldOfReporter_ = words.reporter;
    return weighing;
}

// Who acted here, the last named first; who is only supposed to be in it stays where they were.
void Attribution::remember(const std::vector<Named>& named, const Passage& p) {
    std::vector<std::string> acting;  // the first few
    acting.reserve(kRemembered);
    ++counting_;
    lastActing_ = 0;
    for (const auto& n : named) {
        if (n.staff || n.weight == Weight::mentioned || met_[n.who] == counting_) continue;
        met_[n.who] = counting_;
        if (++lastActing_ <= kRemembered) acting.push_back(n.mention->subject);
    }
    if (acting.empty() && !p.about.empty() && p.about.front().weight == Weight::subject) acting.push_back(p.about.front().subject);
    for (const auto& id : recent_)
        if (acting.size() < kRemembered && std::find(acting.begin(), acting.end(), id) == acting.end()) acting.push_back(id);
    recent_ = std::move(acting);
}

}  // namespace redaction::about
