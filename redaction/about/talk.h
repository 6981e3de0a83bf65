// Who is speaking, and of whom the talk is, as a text goes on: under headings, in mails, journal entries and notes.
#pragma once

#include <string>
#include <vector>

#include "redaction/about/cues.h"
#include "redaction/about/split.h"
#include "redaction/about/weigh.h"

namespace redaction::about {

class Talk {
  public:
    Talk(const detect::TextView& view, const detect::People& people, const std::vector<detect::Mention>& mentions) : v_(view), people_(people), mentions_(mentions) {}

    void readMailLine(const Stretch& s, const std::vector<Named>& named);                          // "Van: …", "Aan: …"
    void readHeading(const Stretch& s, const Cues& cues, const std::vector<Named>& named, bool first);  // first: of the document
    void beginSection();
    void beginEntry(const Stretch& s, const Cues& cues, const std::vector<Named>& named);          // of a journal
    void leaveSpeakerOfOtherNote(const std::vector<Named>& named);
    void findSpeaker(Voice& voice, const Stretch& s, const Cues& cues, const std::vector<Named>& named) const;
    std::string whoConfides(const Passage& p, const std::vector<Named>& named) const;
    std::string confider(const Passage& p) const;
    void goOnFrom(const Passage& p);  // whom the talk is about from here
    void goOnTelling(const std::string& speaker) { speaker_ = speaker; }

    void writes(const std::string& person) { author_ = speaker_ = topic_ = person; }  // the letter that begins here
    void client(const std::string& person) { client_ = person; }
    const std::string& client() const { return client_; }  // whom the letter is about: "patiënte", "bovengenoemde"
    const std::string& speaker() const { return speaker_; }
    const std::string& author() const { return author_; }
    const std::string& addressee() const { return addressee_; }

  private:
    std::string_view text(const Stretch& s) const { return v_.slice(s.start, s.end); }
    std::string representedBy(const std::vector<Named>& named) const;
    std::string senderIn(const Stretch& s) const;
    std::string whoGoesOn(const Stretch& s, bool pronoun) const;

    const detect::TextView& v_;
    const detect::People& people_;
    const std::vector<detect::Mention>& mentions_;
    std::string speaker_, author_, topic_, addressee_, client_;
    bool talkTitle_ = false;
};

}  // namespace redaction::about
