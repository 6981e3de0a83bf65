#include "redaction/apply/verification/metadata.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "redaction/apply/verification/look.h"
#include "redaction/apply/verification/other_program.h"

namespace redaction::apply::verification {

namespace {

constexpr std::size_t filesPerRun = 40;
constexpr std::size_t shortestNumber = 6;  // digits; shorter ones are sizes and versions

// What is said of the file, not in it.
bool isOfTheFile(const std::string& key) {
    for (const std::string_view group : {"System:", "ExifTool:", "Composite:", "SourceFile"})
        if (key.compare(0, group.size(), group) == 0) return true;
    return key.compare(0, 5, "File:") == 0 && key != "File:Comment";
}

bool isThumbnail(const std::string& key) {
    return key.find("Thumbnail") != key.npos || key.find("PreviewImage") != key.npos || key.find("JpgFromRaw") != key.npos;
}

// Each value apart.
void addValue(std::string& text, const nlohmann::json& value) {
    if (value.is_array() || value.is_object()) {
        for (const auto& part : value) addValue(text, part);
        return;
    }
    const auto written = value.is_string() ? value.get<std::string>() : value.dump();
    const auto digits = std::count_if(written.begin(), written.end(), [](unsigned char one) { return std::isdigit(one); });
    if (value.is_string() || digits >= static_cast<std::ptrdiff_t>(shortestNumber)) text += written + apart;
}

Metadata metadataOfOne(const nlohmann::json& row) {
    Metadata metadata{row.at("SourceFile").get<std::string>(), {}, false};
    for (const auto& [key, value] : row.items()) {
        if (isOfTheFile(key)) continue;
        metadata.thumbnail = metadata.thumbnail || isThumbnail(key);
        Saying saying{key.substr(key.find(':') + 1), apart};  // the label may be of a property somebody named himself
        addValue(saying.value, value);
        metadata.said.push_back(std::move(saying));
    }
    return metadata;
}

std::vector<std::string> command() { return {"exiftool", "-json", "-G1", "-a", "-u", "-n", "-charset", "UTF8", "-api", "LargeFileSupport=1"}; }

std::vector<Hit> inMetadata(const std::vector<Searched>& files) {
    std::vector<std::unique_ptr<MemoryFile>> inputs;
    std::vector<const MemoryFile*> given;
    auto arguments = command();
    for (const auto& searched : files) {
        inputs.push_back(std::make_unique<MemoryFile>(searched.file.bytes));
        given.push_back(inputs.back().get());
        arguments.push_back(pathOfInput(inputs.size() - 1));
    }
    const auto found = metadataFrom(runProgram(arguments, given).output);  // its status speaks of files of no known kind
    std::vector<Hit> hits;
    for (std::size_t at = 0; at < files.size(); ++at) {
        const auto one = std::find_if(found.begin(), found.end(), [&](const auto& it) { return it.source == pathOfInput(at); });
        if (one == found.end()) throw std::runtime_error("exiftool");
        add(hits, files[at], "metagegevens (exiftool)", findIn(files[at], one->said, "exiftool", metadataOfFile));
        if (one->thumbnail) hits.push_back({files[at].file.name, "in het bestand zit een miniatuur (exiftool)", Hit::noString});
    }
    return hits;
}

}  // namespace

std::vector<Metadata> metadataFrom(const std::string& json) {
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_array()) throw std::runtime_error("exiftool");
    std::vector<Metadata> found;
    for (const auto& row : parsed) found.push_back(metadataOfOne(row));
    return found;
}

std::vector<Metadata> metadataOf(const std::vector<std::string>& paths) {
    auto arguments = command();
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    return metadataFrom(runProgram(arguments, std::vector<const MemoryFile*>{}).output);
}

Sayings metadataOfFile(const FinishedFile& file) {
    const MemoryFile input(file.bytes);
    auto arguments = command();
    arguments.push_back(pathOfInput(0));
    return metadataFrom(runProgram(arguments, input).output).at(0).said;
}

std::vector<Look> looksAtMetadata(const std::vector<Searched>& files) {
    std::vector<Look> looks;
    for (std::size_t first = 0; first < files.size(); first += filesPerRun) {
        const std::vector<Searched> some(files.begin() + static_cast<std::ptrdiff_t>(first),
                                         files.begin() + static_cast<std::ptrdiff_t>(std::min(first + filesPerRun, files.size())));
        looks.push_back({some.front().file.name, "exiftool", "metagegevens (exiftool)", [some] { return inMetadata(some); }});
    }
    return looks;
}

}  // namespace redaction::apply::verification
