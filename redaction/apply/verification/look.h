// One look at one finished file by one program; each look is a task of its own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/verification/blank.h"
#include "redaction/apply/verification/needles.h"

namespace redaction::apply::verification {

// A look returns what it found; it throws when it could not look.
struct Look {
    std::string file;     // its name; what a look that failed is told under
    std::string program;  // "pdftotext"
    std::string where;    // Dutch, "tekst (pdftotext)"
    std::function<std::vector<Hit>()> run;
};

// A file, what must not be found in it, and what any file says of itself. All outlive every look at it.
struct Searched {
    const FinishedFile& file;
    const Needles& needles;
    const Blank& blank;
};

bool isPdf(const FinishedFile& file);

// What needs no picture of a page: names, text by several programs, objects, attachments.
std::vector<Look> looksAt(const Searched& searched);
// All files at once, for starting exiftool takes longer than its look at a file.
std::vector<Look> looksAtMetadata(const std::vector<Searched>& files);
// Pages (0-based) by OCR of what an eye would see.
std::vector<Look> looksAtPages(const Searched& searched, const std::vector<std::size_t>& pages, const reader::ReaderProcess& reader);
// The pictures inside a PDF by themselves: what they say about themselves, and what they show where their page does not.
std::vector<Look> looksAtPictures(const Searched& searched, const reader::ReaderProcess& reader);

// Pages beside those of the source they were made from, as two engines draw them.
std::vector<Look> looksAtOrigin(const Searched& searched, const reader::ReaderProcess& reader);

// Helps a look tell what it found. page: 0-based.
void add(std::vector<Hit>& hits, const Searched& searched, const std::string& where, const std::vector<std::size_t>& found);
// What is said in the file, outside what `look` (by this name) meets in blank files as well.
std::vector<std::size_t> findIn(const Searched& searched, const Sayings& said, const std::string& name, const Blank::Look& look);
std::string onPage(const std::string& where, std::size_t page);

// The output of a program on the file's bytes; its path stands between `before` and `after`. Throws std::runtime_error.
std::string outputOf(const FinishedFile& file, const std::vector<std::string>& before, const std::vector<std::string>& after);

}  // namespace redaction::apply::verification
