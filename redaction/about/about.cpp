#include "redaction/about/about.h"

#include <re2/re2.h>

#include <algorithm>

#include "redaction/about/cues.h"
#include "redaction/about/plan_parts.h"
#include "redaction/about/split.h"
#include "redaction/about/weigh.h"

namespace redaction::about {

namespace {

using detect::Kind;

constexpr std::size_t kLongestHeading = 90, kTitleStretches = 4, kShortLine = 130;

class Reader {
  public:
    Reader(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions)
        : v_(view), people_(people), mentions_(mentions), stretches_(splitText(view, mentions)) {}

    std::vector<Passage> read() {
        recogniseDocument();
        for (std::size_t i = 0; i < stretches_.size(); ++i) readStretch(i);
        return std::move(passages_);
    }

  private:
    std::string_view text(const Stretch& s) const { return v_.slice(s.start, s.end); }

    void recogniseDocument() {
        for (std::size_t i = 0; i < stretches_.size() && i < kTitleStretches; ++i) {
            const auto cues = cuesIn(text(stretches_[i]));
            const bool title = i < 2 || isAllCaps(stretches_[i]);
            if (title && has(cues, Cue::plan) && stretches_[i].end - stretches_[i].start < 260) plan_ = true;
            const auto t = text(stretches_[i]);
            if (t.find("bron: politie") != std::string_view::npos || (isAllCaps(stretches_[i]) && t.find("politie") != std::string_view::npos && (t.find("mutatie") != std::string_view::npos || t.find("proces") != std::string_view::npos || t.find("eenheid") != std::string_view::npos))) policeDocument_ = true;
        }
    }

    bool isAllCaps(const Stretch& s) const {
        std::size_t upper = 0, letters = 0;
        for (auto i = s.start; i < s.end && i < s.start + 60; ++i)
            if (v_.folded()[i] >= 'a' && v_.folded()[i] <= 'z') {
                ++letters;
                upper += v_.isUpper(i) ? 1u : 0u;
            }
        return letters >= 4 && upper * 10 >= letters * 7;
    }

    bool endsSentence(const Stretch& s) const { return std::string_view(".!\"").find(v_.folded()[s.end - 1]) != std::string_view::npos; }

    bool isHeading(std::size_t i, const Cues& cues) const {
        const auto& s = stretches_[i];
        const auto length = s.end - s.start;
        if (isAllCaps(s) && length < 160) return true;
        if (length > kLongestHeading || v_.folded()[s.start] == '-' || v_.folded()[s.start] == '*' || v_.folded()[s.start] == '[') return false;
        static const RE2 numbered(R"(^(?:\d{1,2}(?:\.\d{1,2})*\.?|deel [a-z0-9]+|bijlage [a-z0-9]+|[a-z]\.|onderdeel \w+) ?[-:–]? ?[a-z0-9])");
        const auto t = text(s);
        const bool number = RE2::PartialMatch({t.data(), t.size()}, numbered) && !RE2::PartialMatch({t.data(), t.size()}, R"(^\d{1,2}[-/ ]\d)");
        if (number && !endsSentence(s) && v_.isUpper(firstLetter(s))) return true;
        return s.afterBlank && !endsSentence(s) && length < 70 && v_.isUpper(s.start) && !has(cues, Cue::says) && v_.folded().substr(s.end, 1) == "\n" && i + 1 < stretches_.size() && t.find(", ") == std::string_view::npos && t.find("?") == std::string_view::npos;
    }
    std::size_t firstLetter(const Stretch& s) const {
        auto i = s.start;
        while (i + 1 < s.end && (v_.folded()[i] < 'a' || v_.folded()[i] > 'z')) ++i;
        return i;
    }

    bool isHeader(std::size_t i, const Cues& cues) {
        const auto& s = stretches_[i];
        const auto length = s.end - s.start;
        if (has(cues, Cue::mailHeader)) return true;
        if (has(cues, Cue::signature) && length < 200) return signature_ = true;
        if (has(cues, Cue::salutation)) return true;
        if (signature_ && !s.afterBlank && length < 140) return true;
        if (s.personData) return true;
        if (has(cues, Cue::formHeader) && (length < kShortLine || i < 8) && !(length > 60 && endsSentence(s) && i > 6)) return true;
        if (isHeading(i, cues)) return true;
        if (i == 0 && length < 330 && !endsSentence(s)) return true;
        return i < 6 && !s.afterBlank && headerRun_ && !isDatedEntry(text(s)) && v_.isUpper(firstLetter(s)) && (text(s).find(':') != std::string_view::npos || length < 60) && length < 180 && (!endsSentence(s) || length < 60);
    }

    static bool isDatedEntry(std::string_view t) {
        static const RE2 dated(R"(^(?:\[|- )?(?:(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\.? )?\d{1,2}(?:[-/. ]\d{1,2}(?:[-/. ]\d{2,4})?|[ -](?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)))");
        return RE2::PartialMatch({t.data(), t.size()}, dated);
    }

    void readStretch(std::size_t i) {
        const auto& s = stretches_[i];
        const auto t = text(s);
        const auto cues = cuesIn(t);
        if (s.afterBlank) signature_ = false;
        const bool header = isHeader(i, cues);
        const auto named = namedIn(v_, people_, mentions_, s.start, s.end);
        Passage p;
        p.start = s.start;
        p.end = s.end;
        p.personData = s.personData;
        if (header) readHeader(p, s, cues, named);
        else readBody(p, s, cues, named);
        headerRun_ = header;
        p.block = block_;
        passages_.push_back(std::move(p));
    }

    void readHeader(Passage& p, const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        p.policeDocument = policeDocument_ && !policeOver_;
        p.cls = p.policeDocument ? Class::police : Class::header;
        p.signature = signature_;
        if (!headerRun_ && !signature_ && !passages_.empty() && !(t0(s) == "van:")) ++block_;
        const auto t = text(s);
        p.mailHeader = has(cues, Cue::mailHeader);
        p.heading = !has(cues, Cue::mailHeader) && !p.signature && !s.personData;
        if (has(cues, Cue::mailHeader)) {
            if (t.substr(0, 4) == "van:" || t.substr(0, 5) == "from:") {
                author_ = named.empty() || named[0].staff ? "" : named[0].mention->subject;
                speaker_ = author_;
                topic_.clear();
                addressee_.clear();
                client_ = representedBy(named);
                internalMail_ = false;
                if (passages_.size() > 0) ++block_;
            }
            if (t.substr(0, 4) == "aan:" || t.substr(0, 3) == "to:") addressee_ = named.empty() || named[0].staff ? "" : named[0].mention->subject;
            if (t.find("intern") != std::string_view::npos && has(cues, Cue::internal)) internalMail_ = true;
        } else if (!p.signature && !has(cues, Cue::salutation) && !s.personData) {
            if (!headerRun_) newSection();
            const bool talk = has(cues, Cue::talkWith) || talkTitle_ || t.find("gesprek") != std::string_view::npos;
            talkTitle_ = passages_.size() < 2 && t.find("gesprek") != std::string_view::npos;
            if (talk && speaker_.empty())
                for (const auto& n : named)
                    if (!n.staff) {
                        speaker_ = n.mention->subject;
                        break;
                    }
            if (t.find("mail van") != std::string_view::npos || t.find("brief van") != std::string_view::npos) author_ = speaker_ = senderIn(s);
            if (!speaker_.empty()) topic_ = speaker_;
        }
        if (plan_) plan_parts_.enter(t, named, true);
        if (s.personData || has(cues, Cue::formHeader))
            for (const auto& n : named)
                if (!n.staff) involve(p, n.mention->subject, Weight::subject, n.mention->certainty);
        if (!p.about.empty() && startsWithSubject(t)) client_ = p.about[0].subject;
        if (!s.personData && p.about.size() > 0 && !startsWithSubject(t)) p.about.clear();
        if (p.about.size() > 1 && !s.personData) p.about.clear();
        if (has(cues, Cue::reporterIdentity)) p.cls = Class::reporter;
    }
    void newSection() {
        author_.clear();
        addressee_.clear();
        entryPolice_ = internalMail_ = talkTitle_ = false;
        speaker_.clear();
        topic_.clear();
        earlier_.clear();
    }
    std::string senderIn(const Stretch& s) const {  // "per mail van jan@voorbeeld.example"
        for (const auto& m : mentions_)
            if (m.start >= s.start && m.end <= s.end && (m.kind == Kind::email || m.kind == Kind::name || m.kind == Kind::role) && !m.inFunction) {
                const auto person = people_.indexOf(m.subject);
                if (person < people_.persons().size() && people_.isFamily(person)) return m.subject;
            }
        return {};
    }
    std::string_view t0(const Stretch& s) const { return text(s).substr(0, 4); }
    std::string representedBy(const std::vector<Named>& named) const {  // a lawyer's "cliënte"
        for (const auto& n : named) {
            const auto person = people_.indexOf(n.mention->subject);
            if (person >= people_.persons().size()) continue;
            for (const auto* type : {"representative", "mentor", "curator"}) {
                const auto whom = people_.related(person, type, true);
                if (!whom.empty()) return people_.persons()[whom[0]].id;
            }
        }
        return {};
    }
    static bool startsWithSubject(std::string_view t) { return t.substr(0, 8) == "betreft:" || t.substr(0, 4) == "en " || t.find("leerling:") != std::string_view::npos || t.substr(0, 7) == "afwezig" || t.find("gesproken met") != std::string_view::npos; }

    static void involve(Passage& p, const std::string& subject, Weight weight, double certainty) {
        for (auto& i : p.about)
            if (i.subject == subject) {
                i.weight = std::max(i.weight, weight);
                return;
            }
        p.about.push_back({subject, weight, certainty});
    }

    void readBody(Passage& p, const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        const auto t = text(s);
        signature_ = false;
        if (policeDocument_ && t.substr(0, 11) == "aantekening") policeOver_ = true;  // ours again
        if (entryPolice_ && ++policeStretches_ > 1) entryPolice_ = false;
        entryOpens_ = isDatedEntry(t);
        if (entryOpens_) newEntry(s, cues, named);
        leaveSpeakerOfOtherNote(s, named);
        auto voice = voiceOf(v_, named, s.start, s.end);
        findSpeaker(voice, t, s, cues, named);
        weigh(p, s, named, voice);
        p.speaker = voice.speaker;
        if (voice.told && author_.empty() && voice.topic.empty()) speaker_ = voice.speaker;  // who tells goes on telling
        if (has(cues, Cue::silence) && !voice.told && !voice.pronoun && author_.empty() && !startsWithPronoun(v_, named, s.start, s.end)) p.speaker = whoConfides(p, named);
        markHealth(p, s);
        classify(p, t, cues, voice);
        if (plan_) readPlan(p, t, s, cues, named);
        for (const auto& i : p.about)
            if (i.weight == Weight::subject) {
                if (topic_ != i.subject) earlier_ = topic_;
                topic_ = i.subject;
                break;
            }
    }

    // Nobody is said to speak: whoever acts first here, else whoever was speaking, else the author of the mail.
    void findSpeaker(Voice& voice, std::string_view t, const Stretch& s, const Cues& cues, const std::vector<Named>& named) const {
        if (!voice.speaker.empty()) return;
        const bool opensWithPronoun = startsWithPronoun(v_, named, s.start, s.end);
        std::string acts;
        for (const auto& n : named)
            if (acts.empty() && !n.staff && !n.quoted && n.weight == Weight::subject && n.mention->subject != voice.topic) acts = n.mention->subject;
        const bool telling = voice.pronoun || t.find('"') != std::string_view::npos || has(cues, Cue::says);
        if (!author_.empty()) voice.speaker = author_;
        else if (!telling) return;
        else if (!acts.empty() && !opensWithPronoun && voice.topic.empty()) voice.speaker = acts;
        else voice.speaker = !speaker_.empty() ? speaker_ : voice.pronoun ? topic_ : "";
    }

    // In hurried notes every line is a note of its own: whoever it opens with is not the one of the line before.
    void leaveSpeakerOfOtherNote(const Stretch& s, const std::vector<Named>& named) {
        if (v_.isUpper(firstLetter(s)) || entryOpens_) return;
        for (const auto& n : named) {
            if (n.staff || n.quoted) continue;
            if (n.weight == Weight::subject && n.mention->subject != speaker_) speaker_.clear();
            return;
        }
    }

    // Who asks for silence is who was speaking, or who acts here; never the one who must not hear it.
    std::string whoConfides(const Passage& p, const std::vector<Named>& named) const {
        if (!speaker_.empty() && p.find(speaker_)) return speaker_;
        for (const auto& n : named) {
            const auto before = n.token > 0 ? v_.word(n.token - 1) : std::string_view(), after = v_.word(n.afterToken);
            const bool keptOut = before == "dat" || after == "weet" || after == "hoort" || after == "leest" || after == "mag";
            if (!n.staff && !n.quoted && !keptOut && n.weight == Weight::subject) return n.mention->subject;
        }
        return p.speaker;
    }

    void newEntry(const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        entryPolice_ = has(cues, Cue::police);
        policeStretches_ = 0;
        speaker_.clear();
        topic_.clear();
        earlier_.clear();
        if (!has(cues, Cue::talkWith)) return;
        for (const auto& n : named)
            if (!n.staff && n.mention->start < s.start + 110) {
                speaker_ = n.mention->subject;
                topic_ = speaker_;
                break;
            }
    }

    void weigh(Passage& p, const Stretch& s, const std::vector<Named>& named, const Voice& voice) {
        for (const auto& n : named) {
            if (n.staff) continue;
            auto weight = n.weight;
            if (!voice.topic.empty() && n.mention->subject == voice.speaker) weight = Weight::mentioned;
            if (n.mention->subject == voice.topic) weight = Weight::subject;
            involve(p, n.mention->subject, weight, n.mention->certainty);
        }
        const bool anySubject = std::any_of(p.about.begin(), p.about.end(), [](const Involved& i) { return i.weight == Weight::subject; });
        const bool pronoun = startsWithPronoun(v_, named, s.start, s.end);
        const auto t = text(s);
        if (const auto client = clientIn(t); !client.empty()) involve(p, client, Weight::subject, 0.8);
        else if (!anySubject && !pronoun && p.about.size() == 1) p.about[0].weight = Weight::subject;
        const bool staffActs = std::any_of(named.begin(), named.end(), [](const Named& n) { return n.staff && n.weight == Weight::subject; });
        const bool somebody = hasPronoun(t);
        const bool hurried = !v_.isUpper(firstLetter(s));
        const bool goesOn = pronoun || (p.about.empty() && !isTask(t) && (somebody || (!staffActs && (hurried || (!speaker_.empty() && t.find('"') != std::string_view::npos)))));
        involveGroups(p, t);
        if (goesOn && voice.pronoun && !voice.speaker.empty()) involve(p, voice.speaker, Weight::subject, 0.7);
        else if (goesOn) carryOn(p, s, pronoun);
        if (!voice.speaker.empty() && voice.topic.empty()) involve(p, voice.speaker, voice.told || voice.pronoun ? Weight::subject : Weight::object, 0.7);
        if (entryOpens_ && p.find(speaker_)) involve(p, speaker_, Weight::subject, 0.9);
        if (!addressee_.empty() && author_.empty() && addresses(t)) involve(p, addressee_, Weight::subject, 0.7);
    }

    static bool hasPronoun(std::string_view t) {
        static const RE2 expression(R"(\b(?:hij|zij|ze|hem|haar|ie)\b)");
        return RE2::PartialMatch({t.data(), t.size()}, expression);
    }

    // The talk of before goes on: about whoever was spoken of last and fits the pronoun.
    void carryOn(Passage& p, const Stretch& s, bool pronoun) {
        for (const auto* who : {&topic_, &speaker_, &earlier_, &client_})
            if (!who->empty() && genderFits(*who, s)) return involve(p, *who, Weight::subject, 0.7);
        p.unsure = pronoun && p.about.empty();
    }

    // "de kinderen", "beide ouders": all of them.
    void involveGroups(Passage& p, std::string_view t) const {
        static const RE2 children(R"(((?:met|van|aan|voor|bij|door|tegen|naar|tussen|over) )?\b(?:de|beide|twee|hun|haar|zijn|mijn|alle|onze) kinderen\b)"), parents(R"(((?:met|van|aan|voor|bij|door|tegen|naar|tussen|over) )?\b(?:de|beide|hun|haar|zijn|alle) (?:eigen )?ouders\b)");
        const re2::StringPiece piece(t.data(), t.size());
        std::string beforeKids, beforeParents;
        const bool kids = RE2::PartialMatch(piece, children, &beforeKids), adults = RE2::PartialMatch(piece, parents, &beforeParents);
        if (!kids && !adults) return;
        const auto kidsWeight = beforeKids.empty() ? Weight::object : Weight::mentioned, parentsWeight = beforeParents.empty() ? Weight::object : Weight::mentioned;
        for (std::size_t i = 0; i < people_.persons().size(); ++i) {
            if (!people_.isFamily(i) || !people_.isMinor(i)) continue;
            if (kids) involve(p, people_.persons()[i].id, kidsWeight, 0.8);
            if (adults)
                for (const auto parent : people_.related(i, "parent", false)) involve(p, people_.persons()[parent].id, parentsWeight, 0.8);
        }
    }

    static bool isTask(std::string_view t) { return t.substr(0, 4) == "todo" || t.substr(0, 5) == "to do"; }
    static bool addresses(std::string_view t) {
        static const RE2 second(R"(\b(?:je|jij|jou|jouw|u|uw)\b)");
        return RE2::PartialMatch({t.data(), t.size()}, second);
    }
    // "patiënte", "cliënt", "bovengenoemde jongere": whom the letter is about.
    std::string clientIn(std::string_view t) const {
        static const RE2 words(R"(\b(?:patiente?|clienten?|cliente|bovengenoemde?|de jongere|ondergetekende|de betrokkene)\b)");
        return !client_.empty() && RE2::PartialMatch({t.data(), t.size()}, words) ? client_ : std::string();
    }

    bool genderFits(const std::string& subject, const Stretch& s) const {
        const auto person = people_.indexOf(subject);
        if (person >= people_.persons().size()) return true;
        const auto is = people_.genderOf(person), asked = detect::Gender(pronounGender(v_, s.start, s.end));
        return is == detect::Gender::unknown || asked == detect::Gender::unknown || is == asked;
    }

    void markHealth(Passage& p, const Stretch& s) const {
        auto it = std::lower_bound(mentions_.begin(), mentions_.end(), s.start, [](const detect::Mention& x, std::size_t at) { return x.start < at; });
        for (; it != mentions_.end() && it->start < s.end; ++it) {
            const auto& m = *it;
            if ((m.kind != Kind::health && m.kind != Kind::criminal && m.kind != Kind::sexuality) || m.subject.empty()) continue;
            if (std::find(p.health.begin(), p.health.end(), m.subject) == p.health.end()) p.health.push_back(m.subject);
        }
    }

    bool isChild(const std::string& subject) const {
        const auto person = people_.indexOf(subject);
        return person < people_.persons().size() && people_.isMinor(person);
    }

    // In the order of what weighs most.
    void classify(Passage& p, std::string_view t, const Cues& cues, const Voice& voice) {
        p.policeDocument = policeDocument_ && !policeOver_;
        p.asksSilence = has(cues, Cue::silence) && !has(cues, Cue::cleared);
        p.fearsReturn = has(cues, Cue::keepsApart);
        p.harmful = has(cues, Cue::harm) && isChild(voice.speaker);
        if (has(cues, Cue::reporterIdentity)) p.cls = Class::reporter;
        else if (has(cues, Cue::worknote) && !(has(cues, Cue::internal) && speaksForMany(t))) p.cls = Class::worknote;
        else if (has(cues, Cue::investigation)) p.cls = Class::investigation;
        else if (has(cues, Cue::internal) || internalMail_) p.cls = Class::internal;
        else if ((policeDocument_ && !policeOver_) || (has(cues, Cue::police) && !policeDocument_) || entryPolice_) p.cls = Class::police;
        else if (has(cues, Cue::reporterVantage)) p.cls = Class::reporter;
        else if (p.asksSilence) p.cls = Class::confidential;
        else if (has(cues, Cue::mixed) && strongCount(p) >= 2) p.cls = Class::mixed;
        else if (!voice.speaker.empty()) p.cls = Class::statement;
        if (p.cls == Class::confidential && p.speaker.empty()) p.speaker = confider(p);
    }

    static bool speaksForMany(std::string_view t) {
        static const RE2 expression(R"(\b(?:jullie|wij|ons|onze)\b)");
        return RE2::PartialMatch({t.data(), t.size()}, expression);
    }

    static std::size_t strongCount(const Passage& p) {
        return static_cast<std::size_t>(std::count_if(p.about.begin(), p.about.end(), [](const Involved& i) { return i.weight != Weight::mentioned; }));
    }

    std::string confider(const Passage& p) const {
        for (const auto& i : p.about)
            if (i.weight == Weight::subject) return i.subject;
        return !speaker_.empty() ? speaker_ : topic_;
    }

    void readPlan(Passage& p, std::string_view t, const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
        plan_parts_.enter(t, named, false);
        if (has(cues, Cue::planGiven) && t.substr(0, 3) != "a. ") {
            if (passages_.size() < 6) plan_parts_.learn(v_, named, s.start, s.end);
        }
        if (p.cls == Class::worknote || p.cls == Class::internal) return;
        p.planFor = plan_parts_.recipients();
        static const RE2 apart(R"((?:apart|ook) (?:besproken|gegeven)[^.]{0,40}(?:aan (?:hem|haar))[^.]{0,20}gegeven)");
        if (RE2::PartialMatch({t.data(), t.size()}, apart))
            for (const auto& n : named)
                if (!n.staff) {
                    p.planFor.push_back(n.mention->subject);
                    break;
                }
        if (!p.planFor.empty()) p.cls = Class::jointPlan;
    }

    const detect::TextView& v_;
    const detect::People& people_;
    const std::vector<detect::Mention>& mentions_;
    std::vector<Stretch> stretches_;
    std::vector<Passage> passages_;
    PlanParts plan_parts_;
    std::string speaker_, author_, topic_, earlier_, addressee_, client_;
    std::size_t block_ = 0, policeStretches_ = 0;
    bool talkTitle_ = false, entryOpens_ = false, plan_ = false, policeDocument_ = false, policeOver_ = false, entryPolice_ = false, internalMail_ = false, signature_ = false, headerRun_ = false;
};

}  // namespace

std::vector<Passage> passagesOf(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions,
                                const document::Document&) {
    return Reader(view, people, mentions).read();
}

}  // namespace redaction::about
