#include "service/letters/letter_book.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "service/letters/html_blocks.h"
#include "service/letters/letter_blocks.h"
#include "service/letters/template_check.h"
#include "service/letters/wording.h"

namespace service::letters {

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr std::array languages{Language::dutch, Language::english};
constexpr const char* partsFolder = "parts";
constexpr std::array frameNames{"frame", "attachment-frame"};  // around a letter; around what comes with one
constexpr std::array addressees{std::pair{"requester", Addressee::requester}, std::pair{"child", Addressee::child}, std::pair{"partner", Addressee::partner},
                                std::pair{"organisation", Addressee::organisation}, std::pair{"attachment", Addressee::attachment}};

// What several letters say alike, with the fields it needs: a template names it in {{>...}}.
struct Part {
    std::map<Language, std::string> html;
    json fields;
};
using Parts = std::map<std::string, Part, std::less<>>;

struct Folder {
    std::map<Language, std::string> html, subject;
    std::map<Language, json> example;
    std::vector<std::string> basis;
    bool isFrame = false;
    Addressee to = Addressee::requester;
    json fields;
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

std::string cutAt(std::string text, std::string_view opens, std::string_view closes) {
    for (auto at = text.find(opens); at != text.npos; at = text.find(opens, at)) text.replace(at, text.find(closes, at) + closes.size() - at, "\n");
    return text;
}
std::string withoutFields(std::string html) { return cutAt(std::move(html), "{{", "}}"); }
std::string withoutSlots(std::string words) { return cutAt(std::move(words), "{", "}"); }

Parts readParts(const fs::path& folder) {
    Parts parts;
    if (!fs::is_directory(folder)) throw LetterError(std::string("Brief: de map ") + partsFolder + " ontbreekt.");
    for (const auto& entry : fs::directory_iterator{folder}) {
        if (entry.path().extension() != ".json") continue;
        const std::string name = entry.path().stem().string();
        Part part{{}, readJson(entry.path())};
        for (const auto language : languages) part.html[language] = readFile(folder / (name + "." + toText(language) + ".html"));
        parts.emplace(name, std::move(part));
    }
    return parts;
}

// `html` with its parts in it; what those need becomes a field of the letter, unless it describes that field itself.
std::string withParts(std::string html, const Parts& parts, Language language, const std::string& where, json& fields) {
    constexpr std::string_view opens = "{{>";
    for (auto at = html.find(opens); at != html.npos; at = html.find(opens, at)) {
        const auto end = html.find("}}", at);
        const auto found = end == html.npos ? parts.end() : parts.find(html.substr(at + opens.size(), end - at - opens.size()));
        if (found == parts.end()) throw LetterError("Brief " + where + ": een onderdeel met {{> staat niet in de map " + partsFolder + ".");
        for (const auto& [name, field] : found->second.fields.items())
            if (!fields.contains(name)) fields[name] = field;
        std::string words = found->second.html.at(language);
        while (!words.empty() && words.back() == '\n') words.pop_back();
        html.replace(at, end + 2 - at, words);
    }
    return html;
}

// A letter may be like another: the same fields and law, in other words. It need not show all of them.
json describedBy(const fs::path& path, const Parts& parts) {
    json description = readJson(path / "letter.json");
    if (!description.contains("like")) return description;
    const auto like = path.parent_path() / description.at("like").get<std::string>();
    const json other = describedBy(like, parts);
    json fields = other.at("fields"), basis = description.value("basis", json::array());
    withParts(readFile(like / "nl.html"), parts, Language::dutch, like.filename().string(), fields);
    for (auto& field : fields) field["unused"] = true;
    fields.update(description.value("fields", json::object()));
    for (const auto& law : other.at("basis")) basis.push_back(law);
    description["fields"] = fields, description["basis"] = basis;
    return description;
}

Addressee addresseeFrom(const std::string& code) {
    const auto found = std::ranges::find_if(addressees, [&](const auto& row) { return row.first == code; });
    if (found == addressees.end()) throw LetterError("Brief: aan wie een brief gaat, is requester, child, partner, organisation of attachment.");
    return found->second;
}

Folder readFolder(const fs::path& path, const Parts& parts) try {
    Folder folder;
    const std::string name = path.filename().string();
    const json description = describedBy(path, parts);
    folder.fields = description.at("fields");
    folder.basis = description.at("basis").get<std::vector<std::string>>();
    folder.isFrame = isFrame(name);
    folder.to = addresseeFrom(description.value("to", "requester"));
    for (const auto language : languages) {
        const std::string code = toText(language);
        folder.html[language] = withParts(readFile(path / (code + ".html")), parts, language, name + "/" + code + ".html", folder.fields);
        folder.subject[language] = description.at("subject").at(code);
        folder.example[language] = readJson(path / (language == Language::dutch ? "example.json" : "example." + code + ".json"));
        // The subject uses fields of the letter too: checked together with the body.
        require(checkTemplate(folder.subject[language] + folder.html[language], folder.fields), name + "/" + code + ".html");
    }
    for (const auto& [language, example] : folder.example) require(checkValues(example, folder.fields), name + "/example of " + toText(language));
    return folder;
} catch (const json::exception&) {
    throw LetterError("Brief " + path.filename().string() + ": letter.json mist een onderdeel of heeft een verkeerde soort.");
}

}  // namespace

struct LetterBook::Contents {
    std::map<std::string, Folder, std::less<>> letters;
    json words, processing;

    std::string word(std::string_view group, std::string_view code, Language language) const {
        const json::json_pointer place{"/" + std::string{group} + "/" + std::string{code} + "/" + toText(language)};
        if (!words.contains(place)) throw LetterError("Brief: words.json mist een woord in " + std::string{group} + ".");
        return words.at(place).get<std::string>();
    }

    // Where the supervisory authority is, for the letters that say so as for the remedies.
    Part authorityPart() {
        Part part{{}, json::object()};
        for (const auto language : languages) {
            part.html[language] = filled(word("authority", "where", language), "{address}", word("authority", "address", language));
            words["authority"]["where"][toText(language)] = part.html[language];
        }
        return part;
    }

    std::string greeting(const Frame& frame, Addressee to, Language language) const {
        const char* code = to == Addressee::child ? "child" : to == Addressee::partner ? "partner" : "requester";
        const auto words = filled(word("greeting", code, language), "{name}", frame.addresseeName);
        return filled(words, "{salutation}", frame.salutation.empty() ? frame.addresseeName : frame.salutation);
    }

    // Basis: Privacyprotocol art. 9.4: where to find independent client support
    std::vector<std::string> help(const Support& support, Addressee to, Language language) const {
        const char* group = to == Addressee::child ? "help-child" : "help";
        std::string where;
        const auto add = [&](const std::string& part) { where += (where.empty() || part.empty() ? "" : ", ") + part; };
        add(support.name), add(support.address);
        if (!support.phone.empty()) add(filled(word("help", "phone", language), "{phone}", support.phone));
        add(support.site);
        return {word(group, "who", language), where.empty() ? word(group, "ask", language) : filled(word(group, "where", language), "{where}", where), word(group, "law", language)};
    }

    json frameFields(const Frame& frame, Addressee to, const std::string& subject, Language language) const {
        const bool dutch = language == Language::dutch, helps = to == Addressee::requester || to == Addressee::child;
        return {{"senderName", frame.senderName},   {"senderLines", frame.senderLines},
                {"contactName", frame.contactName}, {"contactPhone", frame.contactPhone},
                {"contactEmail", frame.contactEmail}, {"addresseeName", frame.addresseeName},
                {"greeting", greeting(frame, to, language)}, {"closing", word("closing", to == Addressee::child ? "child" : "requester", language)},
                {"helps", helps},                   {"helpTitle", word("help", "title", language)},
                {"help", help(frame.support, to, language)},
                {"addresseeLines", frame.addresseeLines}, {"inPerson", frame.addresseeLines.empty()},
                {"place", frame.place},             {"date", dutch ? requests::longDutchDate(frame.date) : requests::longEnglishDate(frame.date)},
                {"reference", frame.reference},     {"subject", subject},
                {"signer", frame.signer},           {"signerFunction", frame.signerFunction}};
    }

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
    contents->words = readJson(folder / "words.json");
    auto parts = readParts(folder / partsFolder);
    parts.emplace("authority", contents->authorityPart());
    for (const auto& entry : fs::directory_iterator{folder})
        if (entry.is_directory() && entry.path().filename() != partsFolder) contents->letters.emplace(entry.path().filename().string(), readFolder(entry.path(), parts));
    for (const auto* frame : frameNames) contents->folder(frame);
    contents->processing = readJson(folder / "processing.json");
    return LetterBook{std::move(contents)};
}

Letter LetterBook::write(std::string_view letter, Language language, const Frame& frame, const json& fields) const {
    const auto& folder = contents_->folder(letter);
    if (folder.isFrame) throw LetterError("Brief: " + std::string{letter} + " is alleen een omlijsting.");
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
    const std::string frameName = frameNames[folder.to == Addressee::attachment];
    const auto& around = contents_->folder(frameName);
    const json framed = contents_->frameFields(frame, folder.to, written.subject, language);
    require(checkValues(framed, around.fields), frameName);
    written.text = textFromHtml(fillTemplate(around.html.at(language), framed), textFromHtml(written.html).blocks);
    written.text.title = written.subject;
    written.text.language = toText(language);
    return written;
}

std::string LetterBook::word(std::string_view group, std::string_view code, Language language) const { return contents_->word(group, code, language); }

std::string LetterBook::fixedText(Language language) const {
    std::string text;
    for (const auto& [name, folder] : contents_->letters) text += wordsOf(withoutFields(folder.html.at(language))) + "\n";
    for (const char* group : {"greeting", "closing", "help", "help-child"})
        for (const auto& [code, words] : contents_->words.at(group).items()) text += withoutSlots(words.at(toText(language))) + "\n";
    return text;
}

std::vector<std::string> LetterBook::names() const {
    std::vector<std::string> names;
    for (const auto& [name, folder] : contents_->letters)
        if (!isFrame(name)) names.push_back(name);
    return names;
}

const json& LetterBook::example(std::string_view letter, Language language) const { return contents_->folder(letter).example.at(language); }
const json& LetterBook::fields(std::string_view letter) const { return contents_->folder(letter).fields; }
Addressee LetterBook::addressee(std::string_view letter) const { return contents_->folder(letter).to; }
const std::vector<std::string>& LetterBook::basis(std::string_view letter) const { return contents_->folder(letter).basis; }

const json& LetterBook::processing(std::string_view partnerKind) const {
    const auto found = contents_->processing.find(std::string{partnerKind});
    return found == contents_->processing.end() ? contents_->processing.at("other") : *found;
}

}  // namespace service::letters
