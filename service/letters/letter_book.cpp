#include "service/letters/letter_book.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "service/letters/html_blocks.h"
#include "service/letters/letter_blocks.h"
#include "service/letters/template_check.h"

namespace service::letters {

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr std::array languages{Language::dutch, Language::english};
// Around a letter; around what comes with one; around a letter to a child; around one to a partner.
constexpr std::array frameNames{"frame", "attachment-frame", "child-frame", "partner-frame"};

struct Folder {
    std::map<Language, std::string> html, subject;
    std::vector<std::string> basis;
    std::string frame;  // empty: this is a frame itself
    json fields, example;
};

bool isFrame(std::string_view name) { return std::ranges::find(frameNames, name) != frameNames.end(); }

std::string readFile(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw LetterError("Brief: het bestand " + path.filename().string() + " ontbreekt in " + path.parent_path().filename().string() + ".");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

json readJson(const fs::path& path) {
    json value = json::parse(readFile(path), nullptr, false);
    if (value.is_discarded())
        throw LetterError("Brief: " + path.parent_path().filename().string() + "/" + path.filename().string() + " is geen geldige JSON.");
    return value;
}

void require(const std::vector<std::string>& problems, const std::string& where) {
    if (!problems.empty()) throw LetterError("Brief " + where + ": " + problems.front() + ".");
}

std::string withoutFields(std::string html) {
    for (auto at = html.find("{{"); at != html.npos; at = html.find("{{", at)) html.replace(at, html.find("}}", at) + 2 - at, "\n");
    return html;
}

Folder readFolder(const fs::path& path) try {
    Folder folder;
    const json description = readJson(path / "letter.json");
    folder.fields = description.at("fields");
    folder.basis = description.at("basis").get<std::vector<std::string>>();
    folder.example = readJson(path / "example.json");
    if (!isFrame(path.filename().string())) folder.frame = description.value("frame", "frame");
    for (const auto language : languages) {
        const std::string code = toText(language);
        folder.html[language] = readFile(path / (code + ".html"));
        folder.subject[language] = description.at("subject").at(code);
        // The subject uses fields of the letter too: checked together with the body.
        require(checkTemplate(folder.subject[language] + folder.html[language], folder.fields), path.filename().string() + "/" + code + ".html");
    }
    require(checkValues(folder.example, folder.fields), path.filename().string() + "/example.json");
    return folder;
} catch (const json::exception&) {
    throw LetterError("Brief " + path.filename().string() + ": letter.json mist een onderdeel of heeft een verkeerde soort.");
}

json frameFields(const Frame& frame, const std::string& subject, Language language) {
    const bool dutch = language == Language::dutch;
    return {{"senderName", frame.senderName},   {"senderLines", frame.senderLines},
            {"contactName", frame.contactName}, {"contactPhone", frame.contactPhone},
            {"contactEmail", frame.contactEmail}, {"addresseeName", frame.addresseeName},
            {"salutation", frame.salutation.empty() ? frame.addresseeName : frame.salutation},
            {"addresseeLines", frame.addresseeLines}, {"inPerson", frame.addresseeLines.empty()},
            {"place", frame.place},             {"date", dutch ? requests::longDutchDate(frame.date) : requests::longEnglishDate(frame.date)},
            {"reference", frame.reference},     {"subject", subject},
            {"signer", frame.signer},           {"signerFunction", frame.signerFunction}};
}

}  // namespace

struct LetterBook::Contents {
    std::map<std::string, Folder, std::less<>> letters;
    json words, processing;

    const Folder& folder(std::string_view letter) const {
        const auto found = letters.find(letter);
        if (found == letters.end()) throw LetterError("Brief: er is geen brief " + std::string{letter} + ".");
        return found->second;
    }
};

Language languageFrom(std::string_view code) { return code == "en" ? Language::english : Language::dutch; }
std::string toText(Language language) { return language == Language::english ? "en" : "nl"; }

LetterBook::LetterBook(std::unique_ptr<Contents> contents) : contents_(std::move(contents)) {}
LetterBook::LetterBook(LetterBook&&) noexcept = default;
LetterBook& LetterBook::operator=(LetterBook&&) noexcept = default;
LetterBook::~LetterBook() = default;

LetterBook LetterBook::load(const fs::path& folder) {
    auto contents = std::make_unique<Contents>();
    if (!fs::is_directory(folder)) throw LetterError("Brief: de map met brieven ontbreekt.");
    for (const auto& entry : fs::directory_iterator{folder})
        if (entry.is_directory()) contents->letters.emplace(entry.path().filename().string(), readFolder(entry.path()));
    for (const auto& [name, letter] : contents->letters)
        if (!letter.frame.empty()) contents->folder(letter.frame);
    contents->words = readJson(folder / "words.json");
    contents->processing = readJson(folder / "processing.json");
    return LetterBook{std::move(contents)};
}

Letter LetterBook::write(std::string_view letter, Language language, const Frame& frame, const json& fields) const {
    const auto& folder = contents_->folder(letter);
    if (folder.frame.empty()) throw LetterError("Brief: " + std::string{letter} + " is alleen een omlijsting.");
    json values = fields;
    const Edits edits = values.value(editsField, Edits{});
    values.erase(editsField);
    require(checkValues(values, folder.fields), std::string{letter});
    Letter written{.name = std::string{letter}, .subject = fillTemplate(folder.subject.at(language), values),
                   .html = withEdits(fillTemplate(folder.html.at(language), values), edits), .text = {}};
    // The subject is escaped once more where the frame puts it in; so it goes there as plain text.
    for (const auto& [from, to] : std::initializer_list<std::pair<const char*, const char*>>{
             {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&#39;", "'"}, {"&amp;", "&"}})
        for (auto at = written.subject.find(from); at != std::string::npos; at = written.subject.find(from, at + 1))
            written.subject.replace(at, std::string_view{from}.size(), to);
    const auto& around = contents_->folder(folder.frame);
    const json framed = frameFields(frame, written.subject, language);
    require(checkValues(framed, around.fields), folder.frame);
    written.text = textFromHtml(fillTemplate(around.html.at(language), framed), textFromHtml(written.html).blocks);
    written.text.title = written.subject;
    written.text.language = toText(language);
    return written;
}

std::string LetterBook::word(std::string_view group, std::string_view code, Language language) const {
    const json::json_pointer place{"/" + std::string{group} + "/" + std::string{code} + "/" + toText(language)};
    if (!contents_->words.contains(place)) throw LetterError("Brief: words.json mist een woord in " + std::string{group} + ".");
    return contents_->words.at(place).get<std::string>();
}

std::string LetterBook::fixedText(Language language) const {
    std::string text;
    for (const auto& [name, folder] : contents_->letters) text += wordsOf(withoutFields(folder.html.at(language))) + "\n";
    return text;
}

std::vector<std::string> LetterBook::names() const {
    std::vector<std::string> names;
    for (const auto& [name, folder] : contents_->letters)
        if (!isFrame(name)) names.push_back(name);
    return names;
}

const json& LetterBook::example(std::string_view letter) const { return contents_->folder(letter).example; }
const std::vector<std::string>& LetterBook::basis(std::string_view letter) const { return contents_->folder(letter).basis; }

const json& LetterBook::processing(std::string_view partnerKind) const {
    const auto found = contents_->processing.find(std::string{partnerKind});
    return found == contents_->processing.end() ? contents_->processing.at("other") : *found;
}

}  // namespace service::letters
