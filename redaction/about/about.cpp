#include "redaction/about/about.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/about/around.h"
#include "redaction/about/attribution.h"
#include "redaction/about/cues.h"
#include "redaction/about/headings.h"
#include "redaction/about/kept_from.h"
#include "redaction/about/letter_writer.h"
#include "redaction/about/plan.h"
#include "redaction/about/stretch_signs.h"
#include "redaction/about/talk.h"
#include "redaction/about/whose.h"
#include "redaction/about/wrapped_lines.h"
#include "redaction/detect/sentence_words.h"

namespace redaction::about {

namespace {

using detect::Kind;

constexpr double kTouched = 0.35, kInferred = 0.6;
constexpr float kNobody = 0.6f, kSurelyNobody = 0.8f, kNobodyThoughNamed = 0.9f;  // chosen on families left out of the fitting

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// A line of a mail that is answered: "> Van: …".
std::string_view unquoted(std::string_view line) { return line.substr(std::min(line.find_first_not_of("> "), line.size())); }

std::size_t strongCount(const Passage& p) {
    return static_cast<std::size_t>(std::count_if(p.about.begin(), p.about.end(), [](const Involved& i) { return i.weight != Weight::mentioned; }));
}

// How much a passage tells of the place it is set in; what it means is for R13 to say.
int surroundingsOf(const Cues& cues) {
    return 2 * (has(cues, Cue::journey) + has(cues, Cue::sight)) + has(cues, Cue::nearby) + has(cues, Cue::landmark) + has(cues, Cue::localLife);
}

class Reader {
  public:
    Reader(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions, const document::Document& document, const ClueSink& sink, const SortSink& sortSink)
        : v_(view), people_(people), mentions_(mentions), sink_(sink), sortSink_(sortSink), stretches_(splitText(view, mentions, linesThatGoOn(document))), around_(view, people, mentions, stretches_), cues_(view), headings_(view, stretches_), talk_(view, people, mentions),
          attribution_(view, people, mentions, around_), sorts_(view, people, mentions), plan_(view, people, mentions) {}

    std::vector<Passage> read() {
        kind_ = headings_.documentKind(cues_);
        if (kind_.plan) plan_.begin(stretches_);
        passages_.reserve(stretches_.size());
        weighings_.reserve(stretches_.size());
        for (std::size_t i = 0; i < stretches_.size(); ++i) readStretch(i);
        lookAgain();
        passages_.shrink_to_fit();  // they stay as long as the dossier
        return std::move(passages_);
    }

  private:
    std::string_view text(const Stretch& s) const { return v_.slice(s.start, s.end); }
    bool inPoliceDocument() const { return kind_.police && !policeOver_; }

    // Whom the passages around are about says more of each.
    void lookAgain() {
        if (sink_) sink_(weighings_);
        secondLook(weighings_);
        std::size_t next = 0;
        for (auto& p : passages_) {
            if (next == weighings_.size() || weighings_[next].start != p.start) continue;
            involveFrom(p, weighings_[next++]);
            if (tellsOfNobody(p)) p.about.clear(), p.unsure = false;
            if (p.entwined && (p.cls == Class::neutral || p.cls == Class::statement) && strongCount(p) >= 2) p.cls = Class::mixed;
            p.unsure = p.unsure && (p.about.empty() || p.about.front().certainty < kTouched);
        }
    }

    // By its words it is about nobody ("Kantoor gesloten op 2 februari"), and nobody surely is in it.
    bool tellsOfNobody(const Passage& p) const {
        const auto nobody = p.sorts[Sort::nobody];
        if (p.cls == Class::header || nobody < kNobody) return false;
        const auto certain = p.about.empty() ? 0 : p.about.front().certainty;
        const bool named = namesFamily(p);
        const bool pointed = named || pointsAtSomebody(p);
        if (certain >= kTouched ? pointed || nobody < kSurelyNobody || certain >= kInferred : named && nobody < kNobodyThoughNamed) return false;
        const auto t = v_.slice(p.start, p.end);
        static const RE2 one(R"(\b(?:ik|mij|mijn|me|mezelf|m'n|mn)\b)");  // "ons nummer": of an office
        return !(pointed ? speaksInFirstPerson(t) : RE2::PartialMatch({t.data(), t.size()}, one));
    }

    // Or goes on about somebody: "Komt uit een gezin met zeven kinderen". Without it, that somebody is meant is only taken from what
    // stands around it.
    bool pointsAtSomebody(const Passage& p) const {
        const auto t = v_.slice(p.start, p.end);
        static const RE2 pronoun(R"(\b(?:u|uw|je|jij|jou|jouw|jullie|hij|hem|ie|zij|ze|haar|zijn|hun|hen)\b)");
        return detect::isFiniteVerb(v_.word(v_.tokenAt(p.start))) || RE2::PartialMatch({t.data(), t.size()}, pronoun);
    }

    bool namesFamily(const Passage& p) const {
        return std::any_of(mentions_.begin() + static_cast<std::ptrdiff_t>(p.firstMention), mentions_.begin() + static_cast<std::ptrdiff_t>(p.lastMention), [&](const detect::Mention& m) {
            const auto person = people_.indexOf(m.subject);
            const bool staff = m.inFunction || (person < people_.persons().size() && people_.isStaff(person));
            return !staff && !m.subject.empty() && (m.kind == Kind::name || m.kind == Kind::role || m.kind == Kind::initials);
        });
    }

    // Or has a number: a street nobody knows.
    bool namesPlace(const Stretch& s) const {
        const auto words = text(s);
        return std::any_of(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; }) || std::any_of(mentions_.begin() + static_cast<std::ptrdiff_t>(s.firstMention), mentions_.begin() + static_cast<std::ptrdiff_t>(s.lastMention), [](const detect::Mention& m) {
            return m.kind == Kind::address || m.kind == Kind::place || m.kind == Kind::postcode;
        });
    }

    void readStretch(std::size_t i) {
        const auto& s = stretches_[i];
        const auto cues = cues_.in(s.start, s.end);
        if (s.afterBlank) headings_.leaveSignature();
        const bool header = headings_.isHeader(i, cues, headerRun_);
        const auto& named = around_.named(i);
        Passage p;
        p.start = s.start;
        p.end = s.end;
        p.firstMention = s.firstMention;
        p.lastMention = s.lastMention;
        p.facts = s.facts;
        p.personData = s.personData;
        if (header) readHeader(p, s, cues, named);
        else readBody(p, s, cues, named);
        headerRun_ = header;
        p.block = block_;
        p.surroundings = surroundingsOf(cues);
        p.schoolLife = about::has(cues, Cue::schoolLife);
        p.sorts = sorts_.in(s.start, s.end, cues, p.cls, p.speaker.empty() ? SortFinder::Speaker::nobody : isChild(p.speaker) ? SortFinder::Speaker::child : SortFinder::Speaker::other);
        if (about::has(cues, Cue::hidingPlace) && namesPlace(s)) p.sorts.of[static_cast<std::size_t>(Sort::whereabouts)] = 1;
        if (sortSink_) sortSink_(s.start, s.end, sorts_.traits());
        passages_.push_back(std::move(p));
    }

    void readHeader(Passage& p, const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        const auto t = text(s);
        p.policeDocument = inPoliceDocument();
        p.cls = p.policeDocument ? Class::police : Class::header;
        p.signature = headings_.inSignature();
        p.mailHeader = about::has(cues, Cue::mailHeader);
        p.heading = !p.mailHeader && !p.signature && !s.personData;
        if (!headerRun_ && endsPoliceDocument(t)) policeOver_ = true;
        if (!headerRun_ && !p.signature && !passages_.empty() && unquoted(t).substr(0, 4) != "van:") ++block_;
        if (p.mailHeader) readMailHeader(s, cues, named);
        else if (p.heading && !about::has(cues, Cue::salutation)) readHeading(s, cues, named);
        plan_.leaveAt(s);
        if (p.heading) plan_.readHeading(s, about::has(cues, Cue::planGiven), named);
        involveInHeader(p, s, cues, named);
        if (about::has(cues, Cue::salutation)) openLetter(s);
        else if (!p.signature) readTitle(s, named, !headerRun_ && !passages_.empty());
        if (about::has(cues, Cue::reporterIdentity)) p.cls = Class::reporter;
    }

    // A section is somebody's talk or letter: until another is said to speak, they do.
    void readTitle(const Stretch& s, const std::vector<Named>& named, bool afterBody) {
        attribution_.readHeading(s, named, afterBody);
        if (const auto writer = writerInTitle(v_, s, named); !writer.empty()) talk_.writes(writer);
        else if (attribution_.focusTalks() && !attribution_.focus().empty() && talk_.author().empty()) talk_.goOnTelling(attribution_.focus());
    }

    void openLetter(const Stretch& s) {
        if (!talk_.author().empty()) return;
        const auto first = static_cast<std::size_t>(&s - stretches_.data());
        if (const auto writer = writerByClosing(v_, people_, mentions_, stretches_, first); !writer.empty()) talk_.writes(writer);
    }

    void readMailHeader(const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        const auto t = unquoted(text(s));
        talk_.readMailLine(s, named);  // what stands below a quoted head is quoted itself, and then the first writer goes on
        if (t.substr(0, 4) == "van:" || t.substr(0, 5) == "from:") {
            internalMail_ = false;
            if (!passages_.empty()) ++block_;
        }
        if (has(t, "intern") && about::has(cues, Cue::internal)) internalMail_ = true;
    }

    void readHeading(const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        if (!headerRun_) {
            talk_.beginSection();
            entryPolice_ = internalMail_ = underWorknote_ = false;
        }
        if (headsWorknotes(text(s))) underWorknote_ = true;
        talk_.readHeading(s, cues, named, passages_.size() < 2);
    }

    void involveInHeader(Passage& p, const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        const bool onSubject = startsWithSubject(text(s));
        if (s.personData || about::has(cues, Cue::formHeader))
            for (const auto& n : named)
                if (!n.staff) involve(p, n.mention->subject, Weight::subject, n.mention->certainty);
        if (s.personData) involveOwners(p, s, mentions_, people_);
        if (!p.about.empty() && onSubject) talk_.client(p.about[0].subject);
        if (!s.personData && (!onSubject || p.about.size() > 1)) p.about.clear();
    }

    void readBody(Passage& p, const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        const auto t = text(s);
        headings_.leaveSignature();
        const bool opens = attribution_.opensSection(s, named);
        if (opens) {
            if (!passages_.empty()) talk_.beginSection();
            readTitle(s, named, !passages_.empty());
        } else if (opensLetter(t)) {
            openLetter(s);
        }
        if (kind_.police && endsPoliceDocument(t)) policeOver_ = true;
        if (entryPolice_ && ++policeStretches_ > 1) entryPolice_ = false;
        const bool entryOpens = Headings::isDatedEntry(t);
        if (entryOpens) beginEntry(s, cues, named);
        if (!headings_.opensInUpperCase(s) && !entryOpens) talk_.leaveSpeakerOfOtherNote(named);
        auto voice = voiceOf(v_, named, s.start, s.end);
        talk_.findSpeaker(voice, s, cues, named);
        const PassageWords words(v_, s, named);
        const auto at = static_cast<std::size_t>(&s - stretches_.data());
        weighings_.push_back(attribution_.weigh(p, {v_, people_, s, at, around_, words, voice, cues, {}, around_.answersNext(at), around_.answeredLast(at), around_.partnerOf(at), plan_.isHere(), opens, false}, talk_));
        settleSpeaker(p, s, cues, named, voice);
        markHealth(p, s, mentions_);
        classify(p, t, cues, voice);
        const bool given = about::has(cues, Cue::planGiven);
        plan_.leaveAt(s);
        plan_.openSection(s, given, named);
        if (!plan_.isHere() && given && isAboutPlan(t)) plan_.learn(s, named);
        if (plan_.isHere()) plan_.read(p, s, given, named, passages_.size() < 6);
        talk_.goOnFrom(p);
    }

    void beginEntry(const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        entryPolice_ = about::has(cues, Cue::police);
        policeStretches_ = 0;
        talk_.beginEntry(s, cues, named);
        attribution_.beginEntry(named);
    }

    void settleSpeaker(Passage& p, const Stretch& s, const Cues& cues, const std::vector<Named>& named, const Voice& voice) {
        p.speaker = voice.speaker;
        const bool explicitly = voice.told || voice.label || (!talk_.author().empty() && talk_.author() == voice.speaker);
        const auto* speaks = p.find(voice.speaker);
        const bool quoted = v_.folded()[s.start] == '>' && !voice.told && !voice.label;  // in an answer: it may be what the other wrote
        p.speakerCertainty = quoted ? 0.5 : explicitly ? 0.95 : speaks ? speaks->certainty : 0.0;
        if (voice.told && talk_.author().empty() && voice.topic.empty()) talk_.goOnTelling(voice.speaker);
        if (about::has(cues, Cue::silence) && !voice.told && !voice.pronoun && talk_.author().empty() && !startsWithPronoun(v_, named, s.start, s.end)) p.speaker = talk_.whoConfides(p, named);
        const bool childTalks = attribution_.focusTalks() && isChild(attribution_.focus()) && talk_.author().empty();
        if (childTalks && (about::has(cues, Cue::silence) || (p.speaker.empty() && voice.pronoun))) p.speaker = attribution_.focus();
        if (about::has(cues, Cue::silence)) settleConfider(p, named);
    }

    // Who must not hear it is not who tells it: then a child of the passage tells, or nobody known.
    void settleConfider(Passage& p, const std::vector<Named>& named) const {
        p.keptFrom = keptFrom(v_, named);
        const auto keeps = [&](const std::string& who) { return std::find(p.keptFrom.begin(), p.keptFrom.end(), who) != p.keptFrom.end(); };
        if (!keeps(p.speaker)) return;
        const auto child = std::find_if(p.about.begin(), p.about.end(), [&](const Involved& i) { return isChild(i.subject) && !keeps(i.subject); });
        p.speaker = child != p.about.end() ? child->subject : !talk_.author().empty() ? talk_.author() : !keeps(talk_.speaker()) ? talk_.speaker() : std::string();
    }

    bool isChild(const std::string& subject) const {
        const auto person = people_.indexOf(subject);
        return person < people_.persons().size() && people_.isMinor(person);
    }

    // In the order of what weighs most.
    void classify(Passage& p, std::string_view t, const Cues& cues, const Voice& voice) {
        const auto says = [&](Cue cue) { return about::has(cues, cue); };
        p.policeDocument = inPoliceDocument();
        p.boilerplate = says(Cue::boilerplate);
        p.entwined = says(Cue::mixed);
        p.asksSilence = says(Cue::silence) && !says(Cue::cleared);
        p.releaseHarms = says(Cue::releaseHarms);
        p.fearsReturn = says(Cue::keepsApart) && !says(Cue::cleared);
        p.harmful = says(Cue::harm) && (isChild(voice.speaker) || isChild(p.speaker));
        if (says(Cue::reporterIdentity)) p.cls = Class::reporter;
        else if ((says(Cue::worknote) || underWorknote_) && !(says(Cue::internal) && speaksForMany(t))) p.cls = Class::worknote;
        else if (says(Cue::investigation)) p.cls = Class::investigation;
        else if (says(Cue::internal) || internalMail_) p.cls = Class::internal;
        else if (inPoliceDocument() || (says(Cue::police) && !kind_.police) || entryPolice_) p.cls = Class::police;
        else if (says(Cue::reporterVantage) || (ofReporter_ && describesOne(t))) p.cls = Class::reporter;
        else if (p.asksSilence) p.cls = Class::confidential;
        else if (says(Cue::mixed) && strongCount(p) >= 2) p.cls = Class::mixed;
        else if (!voice.speaker.empty()) p.cls = Class::statement;
        ofReporter_ = p.cls == Class::reporter;
        if (p.cls == Class::confidential && p.speaker.empty() && p.keptFrom.empty()) p.speaker = talk_.confider(p);
    }

    const detect::TextView& v_;
    const detect::People& people_;
    const std::vector<detect::Mention>& mentions_;
    const ClueSink& sink_;
    const SortSink& sortSink_;
    std::vector<Stretch> stretches_;
    Around around_;
    CueFinder cues_;
    std::vector<Passage> passages_;
    std::vector<Weighing> weighings_;  // of the body passages
    Headings headings_;
    Talk talk_;
    Attribution attribution_;
    SortFinder sorts_;
    Plan plan_;
    DocumentKind kind_;
    std::size_t block_ = 0, policeStretches_ = 0;
    bool policeOver_ = false, entryPolice_ = false, internalMail_ = false, underWorknote_ = false, ofReporter_ = false, headerRun_ = false;
};

}  // namespace

std::vector<Passage> passagesOf(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions,
                                const document::Document& document, const ClueSink& sink, const SortSink& sorts) {
    return Reader(view, people, mentions, document, sink, sorts).read();
}

}  // namespace redaction::about
