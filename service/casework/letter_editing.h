// Letters of a package in other words than Lakwerk's, before signing: block by block, each change kept with what stood
// there. Outcome, grounds, remedies and signature are in no block and cannot be changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/letters/letters.h"

namespace service::casework {

struct Office;

// What holds for a letter now; a block that was put back to Lakwerk's own words is not in it.
letters::Edits editsOf(Office& office, const std::string& requestId, const std::string& partnerId, std::string_view letter);

struct EditableBlock {
    std::string block;
    std::string before, now;  // before: as Lakwerk writes it; paragraphs parted by empty lines
    bool changed = false;
    bool outdated = false;    // Lakwerk's own words became others since a human changed them
    std::string byName, atWords;
};
struct EditableLetter {
    std::string partnerId, partnerName, letter;
    std::vector<EditableBlock> blocks;
};
// Of the package that stands; empty: none was built.
std::vector<EditableLetter> editableLetters(Office& office, const Actor& actor, std::string_view requestId);

// Voids a signature that stands; the package is built anew. text: empty puts back Lakwerk's own words.
// Basis: Convenant art. 5.2: the letter is the partner's; AVG art. 12(1): in plain words
Outcome editBlock(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId, std::string_view letter, std::string_view block, std::string_view text);

bool hasOutdatedEdit(Office& office, const std::string& requestId);  // then nobody signs: the words rest on what is no longer so

// For the one that builds the package: the blocks as they are without edits, kept with its contents.
struct BuiltBlocks {
    std::string partnerId, letter, file;  // file: what it is printed as
    std::vector<letters::TextBlock> blocks;
};
std::string blocksJson(const std::vector<BuiltBlocks>& all);

}  // namespace service::casework
