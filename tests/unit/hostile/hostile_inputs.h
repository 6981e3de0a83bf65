// Documents that hide, lie or attack, made in the test itself. One row each: what it is, and what is expected of it. The
// rows are written to docs/ in Dutch, so their words are.
#pragma once

#include <string>
#include <vector>

namespace hostile {

inline constexpr const char* secret = "Corrie Zwaan";  // what must not get out; invented
inline constexpr const char* kept = "gesprek";         // stands in what may be seen, where a row has any

enum class Fate {
    refused,   // a reason in Dutch, nothing is built
    doubted,   // read, and a human is told to look; what is built holds nothing
    opened,    // read without a doubt; what is built holds nothing
    stopped,   // read and built, but verification finds it: nothing goes out
};

struct Input {
    std::string what, fileName;
    std::string bytes;
    Fate fate = Fate::opened;
    bool keeps = true;  // the sentence with `kept` is in what is built
    bool eye = false;   // an eye must look as well: OCR of what is built
};

// A mail of these headers and this body.
inline std::string mail(const std::string& headers, const std::string& body) {
    return "From: a@voorbeeld.nl\r\nTo: b@voorbeeld.nl\r\nSubject: Verslag\r\n" + headers + "\r\n" + body;
}

// A document type of XML in which &a11; is the secret a hundred billion times.
inline std::string laughs(const std::string& root) {
    std::string kinds = "<!DOCTYPE " + root + " [<!ENTITY a0 \"" + secret + " \">";
    for (int level = 1; level < 12; ++level) {
        kinds += "<!ENTITY a" + std::to_string(level) + " \"";
        for (int times = 0; times < 10; ++times) kinds += "&a" + std::to_string(level - 1) + ";";
        kinds += "\">";
    }
    return kinds + "]>";
}

std::vector<Input> inPageContent();
std::vector<Input> besidePageContent();
std::vector<Input> brokenPdfs();
std::vector<Input> pictures();
std::vector<Input> packages();
std::vector<Input> texts();
std::vector<Input> workbooks();
std::vector<Input> openDocuments();
std::vector<Input> messages();

}  // namespace hostile
