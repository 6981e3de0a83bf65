// The package: built anew from what may be seen, verified by other programs, signed over its hash, then handed out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"

namespace service::casework {

struct Office;

struct PackageFile {
    std::string name, title, sha256;  // "stukken/001.pdf"
    std::string kind;                 // document, inventory, decision, completeness, manifest
    std::size_t size = 0, pages = 0;
};

struct VerificationView {
    bool passed = false;
    std::size_t stringsSearched = 0, filesSearched = 0;
    std::size_t stringsTooShort = 0;  // hidden, but of one or two letters or digits: not searched
    std::size_t pages = 0, pagesRead = 0, pagesCompared = 0;  // of its PDFs; read by OCR; laid beside their source
    std::vector<std::string> programs;
    std::vector<std::string> hitFragments;  // per hit: the document that it names, or empty
    std::vector<std::string> hits;  // "stukken/003.pdf: tekst (pdftotext), pagina 2"; never the string itself
    struct Stopped { std::string partnerId, partnerName, block; };  // block: empty, the paragraph of who signs
    std::vector<Stopped> stopped;   // whose letter holds what somebody wrote and what must stand nowhere
    std::string words;              // "1.204 verborgen tekstdelen gezocht met 5 programma's: niets gevonden"
};

struct PackageView {
    std::string state;       // none, building, refused, built, signed, released, void, failed
    std::string stateWords;
    std::string hash;        // SHA-256, hex, over the whole package
    std::string letterDayWords;   // the day that its letters bear: their terms count from it
    bool letterDayPassed = false; // not out yet, and that day is not today: it is made anew before it goes out
    std::string builtAt, builtAtWords, releasedAtWords, releasedByName, sentTo;
    std::vector<std::string> progress;  // while building: "stuk 3 van 9, pagina 2"
    std::vector<PackageFile> files;
    VerificationView verification;
};

PackageView packageView(Office& office, const Actor& actor, std::string_view requestId);
Outcome buildPackage(Office& office, const Actor& actor, std::string_view requestId);  // again, as a job

struct DownloadFile {
    std::string fileName, mediaType, bytes;
};
// One file of the package, for sign-off (letters, documents) or after release.
DownloadFile packageFile(Office& office, const Actor& actor, std::string_view requestId, std::string_view name);
// The ZIP: only after it was handed out (step released or closed), or by the privacy officer who must judge it.
DownloadFile packageZip(Office& office, const Actor& actor, std::string_view requestId);

// Hands the package out: only when signed over the hash that the stored package has now, with the identity established, and
// along a channel that is open to this requester (safe_channels.h): desk, known-post, known-email, or a channel's id.
Outcome handOut(Office& office, const Actor& actor, std::string_view requestId, std::string_view channel);
Outcome closeRequest(Office& office, const Actor& actor, std::string_view requestId);

}  // namespace service::casework
