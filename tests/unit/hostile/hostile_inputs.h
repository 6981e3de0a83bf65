// Documents that hide, lie or attack, made in the test itself. One row each: what it is, and what is expected of it.
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

std::vector<Input> inPageContent();
std::vector<Input> besidePageContent();
std::vector<Input> brokenPdfs();
std::vector<Input> pictures();
std::vector<Input> packages();
std::vector<Input> texts();

}  // namespace hostile
