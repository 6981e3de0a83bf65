// Words that stand at an angle to the lines of their page: a stamp, a note along the side. What was read of them is a
// human's to look at like all unread ink, but a name that is there can be found and covered where it stands.
#pragma once

#include <vector>

#include "redaction/document/ocr/recogniser.h"

namespace redaction::document::ocr {

// Of the finds of unread ink, in pixels of the image, those that are small enough to be a stamp or a note, at most
// mostSlanted of them. read: the words of the page as it lies; they are not read once more. Each word's box lies around
// all its corners. Throws ReadError (memoryLimit) where the engine cannot start.
std::vector<RecognisedWord> readSlanted(const GreyImage& image, const std::vector<Box>& finds, const std::vector<RecognisedWord>& read, Recogniser& recogniser);

inline constexpr std::size_t mostSlanted = 6;

}  // namespace redaction::document::ocr
