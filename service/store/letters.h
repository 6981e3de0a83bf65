// Letters that belong to a request: acknowledgement, extension, decision per controller. The text a human added and the
// PDF that came of it. A change voids a sign-off.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct Letter {
    Id id, requestId;
    Id partnerId;       // the controller that decides; empty: none in particular
    std::string kind;   // the folder under templates/letters
    std::string language = "nl";
    std::string fields = "{}";  // JSON: what a human filled in
    Id blobId;                  // the PDF; empty: not made yet
    Id changedBy;
    Moment changedAt{};
};

// A paragraph that a human wrote otherwise. History: the latest by number holds, none is changed; it voids a sign-off.
struct LetterEdit {
    Id id, requestId, partnerId;
    std::string letter, block;  // the folder under templates/letters; the place in it, as the letter names its blocks
    int number = 0;             // 1, 2, … per block
    std::string before, after;  // paragraphs parted by empty lines; after equal to before: as Lakwerk wrote it, again
    Id by;
    Moment at{};
};

// A letter to a partner, kept as it was made.
struct PartnerLetter {
    Id id, requestId, partnerId;
    std::string kind;  // the folder under templates/letters
    Date dueDay{};
    Id blobId, by;
    Moment at{};
};

class Letters : Repository {
  public:
    using Repository::Repository;

    Letter save(const Letter& letter);  // one per request, partner and kind; id, changedAt are made
    std::optional<Letter> find(const Id& requestId, const Id& partnerId, std::string_view kind) const;
    std::vector<Letter> ofRequest(const Id& requestId) const;

    LetterEdit addEdit(const LetterEdit& edit);  // id, number, at are made
    std::vector<LetterEdit> edits(const Id& requestId) const;         // that hold
    std::vector<LetterEdit> editHistory(const Id& requestId) const;   // by moment

    PartnerLetter addToPartner(const PartnerLetter& letter);  // id, at are made
    std::vector<PartnerLetter> toPartners(const Id& requestId) const;  // by moment
};

}  // namespace service::store
