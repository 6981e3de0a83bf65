// What goes out for one request, as files: documents built anew, inventory, decision letters, completeness statement,
// manifest. Makes and verifies it; stores nothing.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "redaction/apply/redacted_document.h"
#include "service/casework/archive.h"
#include "service/casework/letter_editing.h"
#include "service/casework/office.h"
#include "service/casework/standing.h"

namespace service::casework {

struct PackagedDocument {
    std::string fragmentId, partnerId;
    int number = 0;
    std::string outcome;      // released, partly, withheld
    int withheldPercent = 0;  // share of the letters and digits of its text
    std::map<std::string, std::size_t> grounds;  // marks by ground
    std::string file;         // "stukken/003.pdf"; empty: nothing of it goes out
    std::size_t pages = 0;    // of what goes out; otherwise of the source
};

// What one partner decided: granted, partly, refused, nothing-held, nothing-visible, not-taken-up, processing.
struct PartnerDecision {
    std::string partnerId, outcome;
};

struct PackagedFile {
    std::string name, title, kind, bytes;  // kind: document, inventory, decision, completeness, item, export, manifest
    std::size_t pages = 0;
    std::vector<std::string> withheld;     // must not be in this file
    std::vector<std::string> unsearched = {};  // hidden in it, too short to be searched
    std::string sourceBlob = {};           // what its pages were built from; empty: nothing with pages
    std::vector<double> pageWidths = {};   // of the source, in points
    redaction::apply::RebuildTrace trace = {};
};

// What a human wrote in a letter and what must stand nowhere. block: empty, the paragraph of own_paragraph.h.
struct StoppedText {
    std::string partnerId, letter, block;
};

struct Package {
    std::vector<PackagedFile> files;
    std::vector<PackagedDocument> documents;
    std::vector<PartnerDecision> decisions;  // of every partner that a letter of this package is from
    std::vector<BuiltBlocks> letters;  // what of the decisions may be written otherwise
    redaction::apply::VerificationReport verification;
    std::vector<StoppedText> stopped;  // where the verification found something: what somebody wrote that says it
    std::string zip, hash;  // hash: SHA-256 of the ZIP, hex
    std::string basis;      // of the standing it was built from (basis.h)
    std::vector<std::string> nowhere;  // what may stand in none of its files
};

// A fragment that cannot be built: a human must look at it again. The text is Dutch and holds no personal data.
class NotBuildable : public std::runtime_error {
  public:
    NotBuildable(std::string fragmentId, const std::string& why) : std::runtime_error(why), fragmentId_(std::move(fragmentId)) {}
    const std::string& fragmentId() const { return fragmentId_; }

  private:
    std::string fragmentId_;
};

// progress: a Dutch line; may throw to leave off. Throws NotBuildable, letters::LetterError.
Package buildPackageFiles(Office& office, const Standing& standing, const std::function<void(const std::string&)>& progress);

// Files that somebody has, by name, held against what this request withholds and against the sources of its documents. A
// file that is not of its package is searched too; one that is missing is a hit. Throws what buildPackageFiles throws.
redaction::apply::VerificationReport verifyFiles(Office& office, const Standing& standing, const std::map<std::string, std::string>& files,
                                                 const std::function<void(const std::string&)>& progress);

// Refused for nothing else than what somebody wrote in its letters themselves: then it is theirs to write otherwise.
bool isStoppedByWriters(const Package& package);

// JSON for the store.
std::string contentsJson(const Package& package);
std::string verificationJson(const redaction::apply::VerificationReport& report);

}  // namespace service::casework
