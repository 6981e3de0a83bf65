// A letter as it is printed, as plain text: a line for each paragraph, point, row of a table and line of an address.
#pragma once

#include <string>

#include "service/letters/letter_book.h"

namespace service::letters {

namespace printed {

namespace set = redaction::apply::typeset;

inline std::string words(const set::Runs& runs) {
    std::string text;
    for (const auto& run : runs) text += run.style == set::Style::bold ? "*" + run.text + "*" : run.text;
    for (auto at = text.find('\n'); at != text.npos; at = text.find('\n', at)) text[at] = '/';
    return text;
}

template <typename Parts, typename Each>
std::string joined(const Parts& parts, const char* between, Each&& each) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : between) + each(part);
    return text;
}

struct Lines {
    std::string operator()(const set::Heading& it) const { return "\n" + std::string(std::size_t(it.level), '#') + " " + (it.runs.empty() ? it.text : words(it.runs)) + "\n"; }
    std::string operator()(const set::Paragraph& it) const { return words(it.runs) + "\n"; }
    std::string operator()(const set::List& it) const {
        std::string text;
        for (std::size_t at = 0; at < it.items.size(); ++at) text += (it.numbering == set::Numbering::numbers ? std::to_string(at + 1) + ". " : "- ") + words(it.items[at]) + "\n";
        return text;
    }
    std::string operator()(const set::Table& it) const {
        std::string text = it.caption.empty() ? "" : it.caption + "\n";
        if (!it.header.empty()) text += "| " + joined(it.header, " | ", [](const auto& cell) { return cell; }) + "\n";
        for (const auto& row : it.rows) text += "| " + joined(row, " | ", words) + "\n";
        return text;
    }
    std::string operator()(const set::KeyValues& it) const {
        std::string text;
        for (const auto& [term, value] : it.rows) text += term + ": " + words(value) + "\n";
        return text;
    }
    std::string operator()(const set::Lines& it) const {
        std::string text;
        for (const auto& line : it.lines) text += "  " + line + "\n";
        return text;
    }
    std::string operator()(const set::Notice& it) const { return "> " + words(it.runs) + "\n"; }
    std::string operator()(const set::Space&) const { return "\n"; }
    std::string operator()(const set::Rule&) const { return "---\n"; }
    std::string operator()(const set::PageBreak&) const { return "\f\n"; }
};

}  // namespace printed

inline std::string printedText(const Letter& letter) {
    std::string text = letter.subject + "\n";
    for (const auto& line : letter.text.headerLines) text += "^ " + line + "\n";
    for (const auto& block : letter.text.blocks) text += std::visit(printed::Lines{}, block);
    for (const auto& line : letter.text.footerLines) text += "_ " + line + "\n";
    return text;
}

}  // namespace service::letters
