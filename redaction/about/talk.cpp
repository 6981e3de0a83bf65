#include "redaction/about/talk.h"

#include <algorithm>

namespace redaction::about {

namespace {

using detect::Kind;

constexpr std::size_t kEntryHead = 110;  // code points in which a journal entry says whom it is with

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

std::string firstOf(const std::vector<Named>& named) { return named.empty() || named[0].staff ? "" : named[0].mention->subject; }

}  // namespace

void Talk::beginSection() {
    for (auto* who : {&author_, &addressee_, &speaker_, &topic_}) who->clear();
    talkTitle_ = false;
}

void Talk::readMailLine(const Stretch& s, const std::vector<Named>& named) {
    const auto t = text(s);
    if (t.substr(0, 4) == "van:" || t.substr(0, 5) == "from:") {
        author_ = speaker_ = firstOf(named);
        topic_.clear();
        addressee_.clear();
        client_ = representedBy(named);
    }
    if (t.substr(0, 4) == "aan:" || t.substr(0, 3) == "to:") addressee_ = firstOf(named);
}

void Talk::readHeading(const Stretch& s, const Cues& cues, const std::vector<Named>& named, bool first) {
    const auto t = text(s);
    const bool talk = about::has(cues, Cue::talkWith) || talkTitle_ || has(t, "gesprek");
    talkTitle_ = first && has(t, "gesprek");
    if (talk && speaker_.empty())
        for (const auto& n : named)
            if (!n.staff) {
                speaker_ = n.mention->subject;
                break;
            }
    if (has(t, "mail van") || has(t, "brief van")) author_ = speaker_ = senderIn(s);
    if (!speaker_.empty()) topic_ = speaker_;
    if (const auto at = t.find("bijgestaan door"); at != std::string_view::npos)  // a lawyer's "cliënte"
        for (const auto& n : named)
            if (!n.staff && n.mention->start < s.start + at) client_ = n.mention->subject;
}

std::string Talk::senderIn(const Stretch& s) const {  // "per mail van jan@voorbeeld.example"
    for (auto k = s.firstMention; k < s.lastMention; ++k)
        if (const auto& m = mentions_[k]; m.end <= s.end && (m.kind == Kind::email || m.kind == Kind::name || m.kind == Kind::role) && !m.inFunction) {
            const auto person = people_.indexOf(m.subject);
            if (person < people_.persons().size() && people_.isFamily(person)) return m.subject;
        }
    return {};
}

std::string Talk::representedBy(const std::vector<Named>& named) const {  // a lawyer's "cliënte"
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

void Talk::beginEntry(const Stretch& s, const Cues& cues, const std::vector<Named>& named) {
    for (auto* who : {&speaker_, &topic_}) who->clear();
    if (!about::has(cues, Cue::talkWith)) return;
    for (const auto& n : named)
        if (!n.staff && n.mention->start < s.start + kEntryHead) {
            speaker_ = topic_ = n.mention->subject;
            break;
        }
}

// In hurried notes every line is a note of its own: whoever it opens with is not the one of the line before.
void Talk::leaveSpeakerOfOtherNote(const std::vector<Named>& named) {
    for (const auto& n : named) {
        if (n.staff || n.quoted) continue;
        if (n.weight == Weight::subject && n.mention->subject != speaker_) speaker_.clear();
        return;
    }
}

// Nobody is said to speak: whoever acts first here, else whoever was speaking, else the author of the mail.
void Talk::findSpeaker(Voice& voice, const Stretch& s, const Cues& cues, const std::vector<Named>& named) const {
    if (!author_.empty()) {  // whatever a letter reports, its writer says it
        voice.speaker = author_;
        voice.told = false;
        return;
    }
    if (!voice.speaker.empty()) return;
    std::string acts;
    for (const auto& n : named)
        if (acts.empty() && !n.staff && !n.quoted && n.weight == Weight::subject && n.mention->subject != voice.topic) acts = n.mention->subject;
    const bool telling = voice.pronoun || has(text(s), "\"") || about::has(cues, Cue::says);
    if (!telling) return;
    if (!acts.empty() && !startsWithPronoun(v_, named, s.start, s.end) && voice.topic.empty()) voice.speaker = acts;
    else voice.speaker = whoGoesOn(s, voice.pronoun);
}

// Whoever was speaking; behind "zegt ze" only somebody who can be "ze".
std::string Talk::whoGoesOn(const Stretch& s, bool pronoun) const {
    const auto asked = pronoun ? pronounGender(v_, s.start, s.end) : detect::Gender::unknown;
    const auto fits = [&](const std::string& id) {
        const auto person = people_.indexOf(id);
        if (id.empty() || person >= people_.persons().size() || asked == detect::Gender::unknown) return !id.empty();
        return people_.genderOf(person) == detect::Gender::unknown || people_.genderOf(person) == asked;
    };
    if (fits(speaker_)) return speaker_;
    return pronoun && fits(topic_) ? topic_ : std::string();
}

// Who asks for silence is who was speaking, or who acts here; never the one who must not hear it.
std::string Talk::whoConfides(const Passage& p, const std::vector<Named>& named) const {
    if (!speaker_.empty() && p.find(speaker_)) return speaker_;
    for (const auto& n : named) {
        const auto before = n.token > 0 ? v_.word(n.token - 1) : detect::Word(), after = v_.word(n.afterToken);
        const bool keptOut = before == "dat" || after == "weet" || after == "hoort" || after == "leest" || after == "mag";
        if (!n.staff && !n.quoted && !keptOut && before != "over" && n.weight == Weight::subject) return n.mention->subject;
    }
    return p.speaker;
}

std::string Talk::confider(const Passage& p) const {
    for (const auto& i : p.about)
        if (i.weight == Weight::subject) return i.subject;
    return !speaker_.empty() ? speaker_ : topic_;
}

void Talk::goOnFrom(const Passage& p) {
    for (const auto& i : p.about)
        if (i.weight == Weight::subject) {
            topic_ = i.subject;
            break;
        }
}

}  // namespace redaction::about
