#include "redaction/apply/passing_folders.h"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <vector>

namespace redaction::apply {

namespace {

namespace fs = std::filesystem;
constexpr std::string_view name = "lakwerk-";

fs::path folderOfAll() {
    std::error_code ignored;
    const fs::path inMemory("/dev/shm");
    return fs::is_directory(inMemory, ignored) ? inMemory : fs::temp_directory_path();
}

bool isOurs(const fs::path& folder) {
    struct stat found {};
    return ::lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::geteuid();
}

// Of a process that lives, also when it cannot be told.
bool isInUse(const std::string& folder) {
    const auto from = folder.data() + name.size(), to = folder.data() + folder.size();
    pid_t process = 0;
    const auto [end, problem] = std::from_chars(from, to, process);
    if (problem != std::errc() || end == to || *end != '-' || process <= 0) return true;
    return ::kill(process, 0) == 0 || errno != ESRCH;
}

}  // namespace

std::string passingFolderPrefix() { return (folderOfAll() / (std::string(name) + std::to_string(::getpid()) + "-")).string(); }

std::size_t removeStalePassingFolders() {
    std::vector<fs::path> stale;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folderOfAll(), problem))
        if (const auto file = entry.path().filename().string(); file.starts_with(name) && isOurs(entry.path()) && !isInUse(file)) stale.push_back(entry.path());
    for (const auto& folder : stale) fs::remove_all(folder, problem);
    return stale.size();
}

}  // namespace redaction::apply
