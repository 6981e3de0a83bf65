#include "connectors/common/folder.h"

#include <algorithm>
#include <chrono>

#include "connectors/common/settings.h"

namespace connectors {
namespace fs = std::filesystem;

void requireFolder(const fs::path& folder) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(folder, error);
    if (status.type() == fs::file_type::directory) return;
    if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::none)
        throw ConnectorError(
            Trouble::passing, std::string(kLakwerkAdministrator),
            "De map van de partner is niet bereikbaar; misschien is de gedeelde schijf niet verbonden.");
    throw ConnectorError(Trouble::lasting, std::string(kLakwerkAdministrator),
                         "De ingestelde plaats van de partner is geen gewone map.");
}

std::vector<fs::path> listFolder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().filename().string().front() != '.') entries.push_back(at->path());
    if (error)
        throw ConnectorError(Trouble::passing, std::string(kLakwerkAdministrator),
                             "De map van de partner is niet te lezen: Lakwerk mist de rechten of de schijf hapert.");
    std::sort(entries.begin(), entries.end());
    return entries;
}

bool isPlainFile(const fs::path& path) {
    std::error_code error;
    return fs::symlink_status(path, error).type() == fs::file_type::regular;
}

bool isFresh(const fs::path& path) {
    std::error_code error;
    const auto written = fs::last_write_time(path, error);
    return !error && fs::file_time_type::clock::now() - written < std::chrono::minutes(2);
}

}  // namespace connectors
