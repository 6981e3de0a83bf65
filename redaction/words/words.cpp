#include "redaction/words/words.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>

#include "redaction/words/texts.h"

namespace redaction::words {

namespace {

struct List {
    std::map<std::string, std::vector<std::string>, std::less<>> sections;
    std::map<std::string, std::string, std::less<>> names;
};

void readName(List& list, const std::string& line) {
    const auto equals = line.find(" = ");
    if (equals == std::string::npos) throw std::logic_error("een regel vóór de eerste kop: " + line);
    list.names[line.substr(0, equals)] = line.substr(equals + 3);
}

List parse(std::string_view text) {
    List list;
    std::vector<std::string>* section = nullptr;
    std::istringstream lines{std::string(text)};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') continue;
        if (line[0] == '[' && line.back() == ']' && line.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 1) == line.size() - 1) section = &list.sections[line.substr(1, line.size() - 2)];
        else if (section) section->push_back(line);
        else readName(list, line);
    }
    return list;
}

const List& listOf(std::string_view name) {
    static const std::map<std::string, List, std::less<>> lists = [] {
        std::map<std::string, List, std::less<>> all;
        for (const auto& [file, text] : texts()) all.emplace(file, parse(text));
        return all;
    }();
    const auto found = lists.find(name);
    if (found == lists.end()) throw std::out_of_range("geen woordenlijst " + std::string(name));
    return found->second;
}

std::string escaped(char c) { return std::string(".()+?[]{}|^$\\").find(c) == std::string::npos ? std::string(1, c) : std::string("\\") + c; }

std::string termExpression(const std::string& term) {
    std::string expression;
    for (std::size_t i = 0; i < term.size(); ++i) {
        const bool alone = (i == 0 || term[i - 1] == ' ') && (i + 1 == term.size() || term[i + 1] == ' ');
        if (term[i] == '*') expression += alone ? (i > 0 ? R"((?:(?:een|de|het|haar|zijn|hun|mijn|zn|mn|deze|die) )?[\w'-]+)" : R"([\w'-]+)") : R"([\w-]*)";
        else if (term[i] == '#') expression += R"(\d)";
        else expression += escaped(term[i]);
    }
    return term.empty() || term.back() == ')' ? expression : expression + R"(\b)";
}

// Puts terms that begin with the same letters together, so that what reads the expression shares them: with hundreds of
// alternatives open at once it is several times as slow. Only terms that cannot both match at one place change places: a
// term that has no letter of its own there stays where it is, and so does the order of what stands before and behind it.
using Terms = std::vector<std::string>::iterator;
void groupByLetters(Terms first, Terms last, std::size_t at = 0) {
    const auto isOpen = [&](const std::string& term) { return at >= term.size() || term[at] == '*' || term[at] == '#'; };
    while (first != last) {
        if (isOpen(*first)) {
            ++first;
            continue;
        }
        const auto end = std::find_if(first, last, isOpen);
        std::stable_sort(first, end, [&](const std::string& a, const std::string& b) { return a[at] < b[at]; });
        while (first != end) {
            const auto next = std::find_if(first, end, [&](const std::string& term) { return term[at] != (*first)[at]; });
            if (next - first > 1) groupByLetters(first, next, at + 1);
            first = next;
        }
    }
}

}  // namespace

const std::vector<std::string>& linesOf(std::string_view list, std::string_view section) {
    const auto& sections = listOf(list).sections;
    const auto found = sections.find(section);
    if (found == sections.end()) throw std::out_of_range("geen deel " + std::string(section));
    return found->second;
}

Set setOf(std::string_view list, std::string_view section) {
    const auto& lines = linesOf(list, section);
    return Set(lines.begin(), lines.end());
}

std::string alternation(std::vector<std::string> terms) {
    std::stable_sort(terms.begin(), terms.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });  // the longest first
    groupByLetters(terms.begin(), terms.end());
    std::string expression;
    for (const auto& term : terms) expression += (expression.empty() ? "" : "|") + termExpression(term);
    return "(?:" + expression + ")";
}

std::string expanded(std::string_view list, const std::string& expression) {
    std::string result;
    for (std::size_t i = 0; i < expression.size();) {
        const auto open = expression.find('{', i);
        result += expression.substr(i, open == std::string::npos ? open : open - i);
        if (open == std::string::npos) break;
        const auto close = expression.find('}', open);
        const auto name = expression.substr(open + 1, close - open - 1);
        const auto found = listOf(list).names.find(name);
        result += found == listOf(list).names.end() ? "{" + name + "}" : expanded(list, found->second);  // {2,4} is a count
        i = close + 1;
    }
    return result;
}

}  // namespace redaction::words
