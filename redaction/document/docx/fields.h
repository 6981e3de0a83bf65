// The fields of a Word document: what their codes and settings tell beside what is shown.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace redaction::document::docx {

// Page numbers and tables of contents only lay out; an address, a merge field or a question says something.
bool tellsMoreThanLayout(std::string_view code);

struct FormField {
    std::string box;     // "☒" or "☐" of a check box; else empty
    std::string hidden;  // help, default, choices
};
FormField readFormField(const xmlNode* ffData);

std::string choicesOf(const xmlNode* sdtProperties);  // of a drop-down of today; empty: it has none

std::string symbol(std::string_view font, std::string_view hexadecimal);  // U+FFFD where it is not known

}  // namespace redaction::document::docx
