// What the properties of a file, and the data of a form, say in words: values of XML, without what only programs write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace redaction::document::pdf {

// Whether this property tells of people or contents: not who made the file with what program and when.
bool isTelling(std::string_view property);

std::vector<std::u32string> textsOfMetadata(std::string_view xmp);  // XMP
std::vector<std::u32string> textsOfForm(std::string_view xfa);      // the filled in part of an XFA form

}  // namespace redaction::document::pdf
