#include "redaction/document/pdf/hidden_text.h"

#include <algorithm>
#include <unordered_set>

#include "redaction/document/pdf/properties.h"
#include "redaction/document/pdf/replacement_text.h"
#include "redaction/document/xml.h"

namespace redaction::document::pdf {
namespace {

constexpr std::size_t mostTexts = 20000, mostCharacters = 2'000'000;  // of one page, and of the document beside them
constexpr std::size_t mostNodes = 200000;                             // of the structure, the bookmarks, the fields
constexpr std::size_t mostSearched = 300'000'000;                       // characters; less than a second
constexpr std::size_t largestPart = 20u << 20;                        // bytes, unpacked, of a form's own data
constexpr int deepestDrawing = 4;                                     // drawings in drawings

std::u32string withoutTags(const std::u32string& text) {
    if (text.find(U'<') == std::u32string::npos) return text;
    const xml::Tree tree = xml::parseXml(toUtf8(text));
    if (!tree) return text;
    return toCodePoints(xml::text(xmlDocGetRootElement(tree.get())));
}

}  // namespace

// The objects of a tree, each once: a damaged or hostile one may lead back to itself.
class HiddenTexts::Walk {
  public:
    Walk(const Objects& objects, std::vector<pdf_obj*> from) : objects_(objects), open_(std::move(from)) {}

    void add(pdf_obj* object) { open_.push_back(object); }
    bool isTooLong() const { return count_ > mostNodes; }
    // Null: there is no more, or it is too long.
    pdf_obj* next() {
        while (!open_.empty() && ++count_ <= mostNodes) {
            pdf_obj* object = open_.back();
            open_.pop_back();
            if (object == nullptr) continue;
            if (const int number = objects_.number(object); number == 0 || seen_.insert(number).second) return object;
        }
        return nullptr;
    }

  private:
    const Objects& objects_;
    std::vector<pdf_obj*> open_;
    std::unordered_set<int> seen_;
    std::size_t count_ = 0;
};

// Each text once, and only where what is told already does not hold it.
class HiddenTexts::Collected {
  public:
    explicit Collected(std::u32string_view told) : told_(told) {}

    void add(const std::u32string& text, const char* note) {
        auto dense = withoutSpaces(text);
        if (dense.empty() || isTold(dense) || !seen_.insert(std::move(dense)).second) return;
        characters_ += text.size();
        if (!isFull()) texts_.push_back({text, note});
    }
    bool isFull() const { return texts_.size() >= mostTexts || characters_ > mostCharacters; }
    std::vector<HiddenText> take() { return std::move(texts_); }

  private:
    // A bookmark mostly repeats a line. What does not is looked for everywhere, as long as that takes no time to speak of;
    // after that it is told, though it may stand on a page.
    bool isTold(const std::u32string& dense) {
        if (!told_.empty() && dense_.empty()) densify();
        if (lines_.count(dense) != 0) return true;
        if (searched_ > mostSearched) return false;
        searched_ += dense_.size();
        return dense_.find(dense) != std::u32string::npos;
    }

    void densify() {
        dense_ = withoutSpaces(told_);
        for (std::size_t at = 0; at < told_.size();) {
            const auto end = std::min(told_.find(U'\n', at), told_.size());
            lines_.insert(withoutSpaces(told_.substr(at, end - at)));
            at = end + 1;
        }
    }

    std::u32string_view told_;
    std::u32string dense_;
    std::unordered_set<std::u32string> lines_;
    std::size_t searched_ = 0, characters_ = 0;
    std::set<std::u32string> seen_;
    std::vector<HiddenText> texts_;
};

std::vector<HiddenText> HiddenTexts::ofPage(const DrawnPage& page, std::u32string_view shown) {
    pdf_obj* dictionary = reinterpret_cast<pdf_page*>(page.page.get())->obj;
    Collected found(shown);
    for (pdf_obj* one : objects_.items(objects_.get(dictionary, "Annots"))) annotation(one, found);
    resources(objects_.inherited(dictionary, PDF_NAME(Resources)), 0, found);
    complete_ = complete_ && !found.isFull();
    return found.take();
}

void HiddenTexts::annotation(pdf_obj* annotation, Collected& found) {
    pdf_obj* kind = objects_.get(annotation, "Subtype");
    if (objects_.isName(kind, PDF_NAME(Widget))) return field(annotation, found);
    found.add(objects_.text(objects_.get(annotation, "Contents")), "opmerking op deze pagina");
    found.add(withoutTags(objects_.text(objects_.get(annotation, "RC"))), "opmerking op deze pagina");
    found.add(objects_.text(objects_.get(annotation, "Subj")), "onderwerp van een opmerking");
    if (!objects_.isName(kind, PDF_NAME(Link))) found.add(objects_.text(objects_.get(annotation, "T")), "maker van een opmerking");
    found.add(objects_.text(objects_.get(annotation, "A/URI")), "adres achter een koppeling");
    found.add(objects_.text(objects_.get(annotation, "A/JS")), "programmacode");
}

void HiddenTexts::field(pdf_obj* field, Collected& found) {
    for (pdf_obj* value : objects_.items(objects_.inherited(field, PDF_NAME(V)))) found.add(objects_.text(value), "waarde van een formulierveld");
    for (pdf_obj* value : objects_.items(objects_.inherited(field, PDF_NAME(DV)))) found.add(objects_.text(value), "standaardwaarde van een formulierveld");
    found.add(withoutTags(objects_.text(objects_.get(field, "RV"))), "waarde van een formulierveld");
    found.add(objects_.text(objects_.get(field, "TU")), "toelichting bij een formulierveld");
    for (const char* key : {"V/Name", "V/Reason", "V/Location", "V/ContactInfo"}) found.add(objects_.text(objects_.get(field, key)), "gegevens van een handtekening");
}

// Contents that stand apart from the page, and properties that marked content points to.
void HiddenTexts::resources(pdf_obj* resources, int depth, Collected& found) {
    if (resources == nullptr || depth > deepestDrawing) return;
    for (const auto& [name, properties] : objects_.entries(objects_.get(resources, "Properties")))
        for (const char* key : {"ActualText", "Alt", "E"}) found.add(objects_.text(objects_.get(properties, key)), "vervangende tekst");
    for (const auto& [name, drawing] : objects_.entries(objects_.get(resources, "XObject"))) {
        if (!objects_.isName(objects_.get(drawing, "Subtype"), PDF_NAME(Form))) continue;
        if (const int number = objects_.number(drawing); number != 0 && !seenForms_.insert(number).second) continue;
        const std::string contents = objects_.bytes(drawing, largestPart);
        for (const char* key : {"/ActualText", "/Alt"})
            for (const auto& text : replacementText(contents, key).texts) found.add(text, "vervangende tekst");
        this->resources(objects_.get(drawing, "Resources"), depth + 1, found);
    }
}

std::vector<HiddenText> HiddenTexts::ofDocument(std::u32string_view told) {
    Collected found(told);
    properties(found);
    bookmarks(found);
    fields(found);
    formData(found);
    structure(found);
    layerNames(found);
    complete_ = complete_ && !found.isFull();
    return found.take();
}

void HiddenTexts::properties(Collected& found) {
    for (const auto& [key, value] : objects_.entries(objects_.trailer("Info")))
        if (isTelling(key)) found.add(objects_.text(value), "eigenschap van het bestand");
    pdf_obj* metadata = objects_.trailer("Root/Metadata");
    if (metadata == nullptr || !objects_.isStream(metadata)) return;
    for (const auto& text : textsOfMetadata(objects_.bytes(metadata, largestPart))) found.add(text, "eigenschap van het bestand");
}

void HiddenTexts::bookmarks(Collected& found) {
    Walk walk(objects_, {objects_.trailer("Root/Outlines/First")});
    while (pdf_obj* item = walk.next()) {
        found.add(objects_.text(objects_.get(item, "Title")), "bladwijzer");
        walk.add(objects_.get(item, "Next"));
        walk.add(objects_.get(item, "First"));
    }
    complete_ = complete_ && !walk.isTooLong();
}

void HiddenTexts::fields(Collected& found) {
    Walk walk(objects_, objects_.items(objects_.trailer("Root/AcroForm/Fields")));
    while (pdf_obj* one = walk.next()) {
        field(one, found);
        for (pdf_obj* kid : objects_.items(objects_.get(one, "Kids"))) walk.add(kid);
    }
    complete_ = complete_ && !walk.isTooLong();
}

// XFA: what was filled in stands in XML of its own, in parts that belong together.
void HiddenTexts::formData(Collected& found) {
    std::string whole;
    for (pdf_obj* part : objects_.items(objects_.trailer("Root/AcroForm/XFA")))
        if (objects_.isStream(part)) whole += objects_.bytes(part, largestPart);
    if (whole.empty()) return;
    for (const auto& text : textsOfForm(whole)) found.add(text, "gegevens in het formulier");
}

void HiddenTexts::structure(Collected& found) {
    Walk walk(objects_, objects_.items(objects_.trailer("Root/StructTreeRoot/K")));
    while (pdf_obj* element = walk.next()) {
        if (!objects_.isDictionary(element)) continue;
        for (const char* key : {"ActualText", "Alt", "E"}) found.add(objects_.text(objects_.get(element, key)), "vervangende tekst");
        found.add(objects_.text(objects_.get(element, "T")), "titel van een onderdeel");
        for (pdf_obj* kid : objects_.items(objects_.get(element, "K"))) walk.add(kid);
    }
    complete_ = complete_ && !walk.isTooLong();
}

void HiddenTexts::layerNames(Collected& found) {
    for (pdf_obj* layer : objects_.items(objects_.trailer("Root/OCProperties/OCGs")))
        found.add(objects_.text(objects_.get(layer, "Name")), "naam van een laag");
}

}  // namespace redaction::document::pdf
