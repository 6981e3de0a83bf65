#include "redaction/about/involve.h"

#include <re2/re2.h>

#include <algorithm>

namespace redaction::about {

namespace {

constexpr std::size_t kMostPeople = 200;  // of one passage; more strangers tell nothing more

re2::StringPiece piece(std::string_view t) { return {t.data(), t.size()}; }

bool hasPronoun(std::string_view t) {
    static const RE2 expression(R"(\b(?:hij|zij|ze|hem|haar|ie)\b)");
    return RE2::PartialMatch(piece(t), expression);
}
bool addresses(std::string_view t) {
    static const RE2 second(R"(\b(?:je|jij|jou|jouw|u|uw)\b)");
    return RE2::PartialMatch(piece(t), second);
}
bool isTask(std::string_view t) { return t.substr(0, 4) == "todo" || t.substr(0, 5) == "to do"; }

bool opensInUpperCase(const detect::TextView& view, const Stretch& s) {
    auto i = s.start;
    while (i + 1 < s.end && (view.folded()[i] < 'a' || view.folded()[i] > 'z')) ++i;
    return view.isUpper(i);
}

bool genderFits(const detect::People& people, const detect::TextView& view, const std::string& subject, const Stretch& s) {
    const auto person = people.indexOf(subject);
    if (person >= people.persons().size()) return true;
    const auto is = people.genderOf(person), asked = pronounGender(view, s.start, s.end);
    return is == detect::Gender::unknown || asked == detect::Gender::unknown || is == asked;
}

// "de kinderen", "beide ouders": all of them.
void involveGroups(Passage& p, std::string_view t, const detect::People& people) {
    static const RE2 children(R"(((?:met|van|aan|voor|bij|door|tegen|naar|tussen|over) )?\b(?:de|beide|twee|hun|haar|zijn|mijn|alle|onze) kinderen\b)");
    static const RE2 parents(R"(((?:met|van|aan|voor|bij|door|tegen|naar|tussen|over) )?\b(?:de|beide|hun|haar|zijn|alle) (?:eigen )?ouders\b)");
    std::string beforeKids, beforeParents;
    const bool kids = RE2::PartialMatch(piece(t), children, &beforeKids), adults = RE2::PartialMatch(piece(t), parents, &beforeParents);
    if (!kids && !adults) return;
    const auto kidsWeight = beforeKids.empty() ? Weight::object : Weight::mentioned, parentsWeight = beforeParents.empty() ? Weight::object : Weight::mentioned;
    for (std::size_t i = 0; i < people.persons().size(); ++i) {
        if (!people.isFamily(i) || !people.isMinor(i)) continue;
        if (kids) involve(p, people.persons()[i].id, kidsWeight, 0.8);
        if (adults)
            for (const auto parent : people.related(i, "parent", false)) involve(p, people.persons()[parent].id, parentsWeight, 0.8);
    }
}

void involveNamed(Passage& p, const std::vector<Named>& named, const Voice& voice) {
    for (const auto& n : named) {
        if (n.staff) continue;
        auto weight = n.weight;
        if (!voice.topic.empty() && n.mention->subject == voice.speaker) weight = Weight::mentioned;
        if (n.mention->subject == voice.topic) weight = Weight::subject;
        involve(p, n.mention->subject, weight, n.mention->certainty);
        for (const auto& candidate : n.mention->candidates) involve(p, candidate, weight, n.mention->certainty);
    }
}

// Does a stretch in which nobody is named go on about whoever it was before?
bool goesOn(const Passage& p, std::string_view t, const std::vector<Named>& named, const Talk& talk, bool hurried) {
    if (!p.about.empty() || isTask(t)) return false;
    if (hasPronoun(t)) return true;
    const bool staffActs = std::any_of(named.begin(), named.end(), [](const Named& n) { return n.staff && n.weight == Weight::subject; });
    return !staffActs && (hurried || (!talk.speaker().empty() && t.find('"') != std::string_view::npos));
}

}  // namespace

void involve(Passage& p, const std::string& subject, Weight weight, double certainty) {
    for (auto& i : p.about)
        if (i.subject == subject) {
            i.weight = std::max(i.weight, weight);
            i.certainty = std::max(i.certainty, certainty);
            return;
        }
    if (detect::isStranger(subject) && p.about.size() >= kMostPeople) return;
    p.about.push_back({subject, weight, certainty});
}

void involveAll(Passage& p, const Stretch& s, const std::vector<Named>& named, const Voice& voice, const Talk& talk, const detect::TextView& view,
                const detect::People& people, bool entryOpens) {
    const auto t = view.slice(s.start, s.end);
    involveNamed(p, named, voice);
    const bool ofSelf = (voice.label || voice.speaker == talk.author()) && !voice.speaker.empty() && speaksInFirstPerson(t);
    if (ofSelf) involve(p, voice.speaker, Weight::subject, 0.7);
    const bool anySubject = std::any_of(p.about.begin(), p.about.end(), [](const Involved& i) { return i.weight == Weight::subject; });
    const bool pronoun = startsWithPronoun(view, named, s.start, s.end);
    if (const auto client = talk.clientIn(t); !client.empty()) involve(p, client, Weight::subject, 0.8);
    else if (!anySubject && !pronoun && p.about.size() == 1) p.about[0].weight = Weight::subject;
    const bool continues = pronoun || goesOn(p, t, named, talk, !opensInUpperCase(view, s));
    involveGroups(p, t, people);
    if (continues && voice.pronoun && !voice.speaker.empty()) {
        involve(p, voice.speaker, Weight::subject, 0.7);
    } else if (continues) {
        const auto before = talk.continues();
        const auto who = std::find_if(before.begin(), before.end(), [&](const std::string* w) { return !w->empty() && genderFits(people, view, *w, s); });
        if (who != before.end()) involve(p, **who, Weight::subject, 0.7);
        else p.unsure = p.about.empty();
    }
    p.unsure = p.unsure || (p.about.empty() && Talk::namesClient(t));
    if (!voice.speaker.empty() && voice.topic.empty()) involve(p, voice.speaker, voice.told || voice.pronoun ? Weight::subject : Weight::object, 0.7);
    if (entryOpens && p.find(talk.speaker())) involve(p, talk.speaker(), Weight::subject, 0.9);
    if (!talk.addressee().empty() && talk.author().empty() && addresses(t)) involve(p, talk.addressee(), Weight::subject, 0.7);
}

}  // namespace redaction::about
