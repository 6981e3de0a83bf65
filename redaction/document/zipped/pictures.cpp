#include "redaction/document/zipped/pictures.h"

#include "redaction/document/ocr/picture_reader.h"

namespace redaction::document::zipped {
namespace {

constexpr const char* notRead = "In dit stuk staan afbeeldingen die niet als tekst zijn gelezen. Zij worden niet verstrekt; kijk zelf of er iets in staat dat verstrekt moet worden.";
constexpr const char* notTold = "In dit stuk staan afbeeldingen. Zij zijn niet gelezen en worden niet verstrekt.";

std::u32string linesOf(const std::vector<ocr::RecognisedWord>& words) {
    std::u32string text;
    for (const auto& word : words) {
        if (!text.empty()) text += word.startsLine ? U'\n' : U' ';
        text += word.text;
    }
    return text;
}

}  // namespace

std::u32string Pictures::textOf(const std::string& name, double inches) {
    const auto known = known_.find(name);
    if (known != known_.end()) return known->second;
    const auto bytes = package_.pictures.find(name);
    if (bytes == package_.pictures.end()) {
        builder_.doubt(notRead);
        return {};
    }
    return known_[name] = read(bytes->second, inches);
}

std::u32string Pictures::read(const std::string& bytes, double inches) {
    const auto found = ocr::readWordsIn(bytes, inches, recogniser_);
    if (!found.nothingElse) builder_.doubt(notRead);
    return linesOf(found.words);
}

void Pictures::doubtWhatWasNotShown() {
    for (const auto& [name, bytes] : package_.pictures)
        if (known_.count(name) == 0) builder_.doubt(notTold);
}

}  // namespace redaction::document::zipped
