// Texts in which expected mentions are marked as a lawyer would write them: "[[moeder:name|Anna]] belde".
#pragma once

#include <string>
#include <vector>

namespace marked {

struct Mark {
    std::size_t start = 0, end = 0;  // bytes; the texts of these tables are measured in code points by the caller
    std::string subject, kind, text;
};

struct Text {
    std::string plain;
    std::vector<Mark> marks;
};

inline Text parse(const std::string& source) {
    Text result;
    for (std::size_t i = 0; i < source.size();) {
        const auto bar = source.compare(i, 2, "[[") == 0 ? source.find('|', i) : std::string::npos;
        if (bar == std::string::npos) {
            result.plain += source[i++];
            continue;
        }
        const auto close = source.find("]]", bar), colon = source.find(':', i);
        Mark mark;
        mark.subject = source.substr(i + 2, colon - i - 2);
        mark.kind = source.substr(colon + 1, bar - colon - 1);
        mark.text = source.substr(bar + 1, close - bar - 1);
        result.plain += mark.text;
        result.marks.push_back(mark);
        i = close + 2;
    }
    return result;
}

}  // namespace marked
