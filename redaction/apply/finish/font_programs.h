// The words inside the embedded fonts of a PDF: cairo takes over what the source's font says of itself (its name, maker,
// notices), which nobody saw and nobody allowed. They are written over in place; what is drawn stays.
#pragma once

#include <string>

namespace redaction::apply {

// The clear part of a Type 1 font: without remarks, strings, its name, and what stands before its dictionary.
std::string withoutWordsOfTypeOne(std::string program);

// A CFF font: its name, and the strings its top dictionary points at. One that cannot be taken apart stays as it is.
std::string withoutWordsOfCff(std::string program);

}  // namespace redaction::apply
