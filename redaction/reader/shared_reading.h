// Scans of many pages are read by two processes at a time, each every other page: reading a page takes seconds.
#pragma once

#include <string_view>

namespace redaction::reader {

// Whether a document may hold enough pictures of pages to be worth it: a guess from its bytes, never wrong by more than
// some time.
bool mayHoldManyScans(std::string_view bytes);

}  // namespace redaction::reader
