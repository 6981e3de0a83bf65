#include "connectors/export_drop/export_reader.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "connectors/common/digest.h"
#include "connectors/common/media_type.h"

namespace connectors::export_drop {
namespace {

constexpr const char* kManifestName = "manifest.xml";

Missing missingOf(const ManifestDocument& document, const std::string& reason) {
    return {externalIdOf(document), document.title, reason};
}

std::string fileNameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

Delivered deliveredOf(const ManifestDocument& listed, std::string bytes) {
    Delivered document;
    document.externalId = externalIdOf(listed);
    document.fileName = fileNameOf(listed.file);
    document.mediaType = mediaTypeOf(bytes, listed.file);
    document.title = listed.title;
    document.date = listed.date;
    document.author = listed.author;
    document.kind = listed.kind;
    document.caseNumber = listed.caseNumber;
    document.confidentiality = listed.confidentiality;
    document.people = listed.people;
    document.sha256 = sha256Hex(bytes);
    document.bytes = std::move(bytes);
    return document;
}

}  // namespace

std::string externalIdOf(const ManifestDocument& document) {
    constexpr std::size_t enough = 16;
    std::string hash = document.sha256.substr(0, enough);
    std::transform(hash.begin(), hash.end(), hash.begin(), [](unsigned char c) { return std::tolower(c); });
    return document.id + "#" + hash;
}

Export openExport(const std::filesystem::path& zip, const Bounds& bounds) {
    Export opened{zip, {}, {}};
    std::string xml;
    eachEntry(zip, bounds, [&](const std::string& path, const ReadBytes& bytes) {
        if (++opened.entries[path] == 1 && path == kManifestName) xml = bytes();
    });
    const auto manifest = opened.entries.find(kManifestName);
    if (manifest == opened.entries.end()) throw Unusable{"er zit geen manifest.xml in"};
    if (manifest->second > 1) throw Unusable{"er zitten twee manifesten in"};
    opened.manifest = parseManifest(xml);
    return opened;
}

Sorted sortDocuments(const Export& from) {
    Sorted sorted;
    std::set<std::string> ids, files{kManifestName};
    for (const ManifestDocument& document : from.manifest.documents) {
        const auto entry = from.entries.find(document.file);
        files.insert(document.file);
        if (!ids.insert(document.id).second)
            sorted.missing.push_back(missingOf(document, "staat twee keer in het manifest met hetzelfde kenmerk"));
        else if (entry == from.entries.end())
            sorted.missing.push_back(
                missingOf(document, "staat in het manifest, maar het bestand zit niet in de export"));
        else if (entry->second > 1)
            sorted.missing.push_back(
                missingOf(document, "het bestand zit twee keer in de export; onduidelijk welk geldt"));
        else
            sorted.deliverable.push_back(document);
    }
    for (const auto& [path, count] : from.entries) sorted.unlisted += files.count(path) == 0 ? count : 0;
    return sorted;
}

void readDocuments(const Export& from, const Sorted& sorted, const Bounds& bounds,
                   const std::function<bool(const std::string&)>& wanted,
                   const std::function<void(Delivered&&)>& deliver, std::vector<Missing>& missing) {
    std::multimap<std::string, const ManifestDocument*> byFile;
    for (const ManifestDocument& document : sorted.deliverable)
        if (wanted(externalIdOf(document))) byFile.emplace(document.file, &document);
    if (byFile.empty()) return;
    eachEntry(from.zip, bounds, [&](const std::string& path, const ReadBytes& read) {
        const auto [first, last] = byFile.equal_range(path);
        if (first == last) return;
        const std::string bytes = read();
        for (auto at = first; at != last; ++at) {
            if (isSha256Of(at->second->sha256, bytes))
                deliver(deliveredOf(*at->second, bytes));
            else
                missing.push_back(
                    missingOf(*at->second, "het bestand is niet heel: de controlesom in het manifest klopt niet"));
        }
    });
}

}  // namespace connectors::export_drop
