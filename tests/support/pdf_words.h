// What another program reads in a PDF, on one line.
#pragma once

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace tests {

inline std::string pdfText(const std::string& pdf, const std::filesystem::path& folder) {
    const auto file = (folder / "read.pdf").string();
    std::ofstream(file, std::ios::binary) << pdf;
    std::string text;
    FILE* pipe = ::popen(("pdftotext -q -layout " + file + " -").c_str(), "r");
    for (char buffer[4096]; const auto got = ::fread(buffer, 1, sizeof buffer, pipe);) text.append(buffer, got);
    ::pclose(pipe);
    std::filesystem::remove(file);
    return text;
}

inline std::string pdfWords(const std::string& pdf, const std::filesystem::path& folder) {
    auto words = pdfText(pdf, folder);
    for (auto& c : words) c = c == '\n' ? ' ' : c;
    for (auto at = words.find("  "); at != words.npos; at = words.find("  ")) words.erase(at, 1);
    return words;
}

}  // namespace tests
