// Other people's programs on bytes in memory, for tests: what they see is what counts.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

namespace other {

// A folder that goes with its owner.
class Folder {
  public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "lakwerk-test-XXXXXX").string();
        if (!mkdtemp(name.data())) throw std::runtime_error("mkdtemp");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline std::string run(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) throw std::runtime_error("popen");
    std::string output;
    char buffer[65536];
    while (const auto size = fread(buffer, 1, sizeof buffer, pipe)) output.append(buffer, size);
    pclose(pipe);
    return output;
}

inline std::string slurp(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

inline std::string pdfText(const std::string& pdf) {
    const Folder folder;
    return run("pdftotext -layout " + folder.write("a.pdf", pdf).string() + " -");
}

inline std::string qdf(const std::string& pdf) {
    const Folder folder;
    return run("qpdf --qdf --object-streams=disable " + folder.write("a.pdf", pdf).string() + " -");
}

}  // namespace other
