#include "redaction/apply/rebuild/source_tags.h"

#include <array>
#include <string>

#include "redaction/apply/rebuild/marked_content.h"

namespace redaction::apply::rebuild {

namespace {

constexpr int deepest = 60;
constexpr std::size_t mostRows = 10000, mostParents = 100000;

bool isOneOf(const std::string& role, std::initializer_list<const char*> roles) {
    for (const auto* one : roles)
        if (role == one) return true;
    return false;
}

int headingLevel(const std::string& role) { return role.size() == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6' ? role[1] - '0' : 0; }

// A list by number, as the tree of parents is kept.
pdf_obj* lookUp(const document::pdf::Objects& objects, fz_context* context, pdf_obj* node, int key, int depth) {
    if (depth > deepest || !objects.isDictionary(node)) return nullptr;
    const auto numbers = objects.items(objects.get(node, "Nums"));
    for (std::size_t at = 0; at + 1 < numbers.size(); at += 2)
        if (pdf_to_int(context, numbers[at]) == key) return numbers[at + 1];
    for (auto* kid : objects.items(objects.get(node, "Kids"))) {
        const auto limits = objects.items(objects.get(kid, "Limits"));
        if (limits.size() == 2 && (key < pdf_to_int(context, limits[0]) || key > pdf_to_int(context, limits[1]))) continue;
        if (auto* found = lookUp(objects, context, kid, key, depth + 1)) return found;
    }
    return nullptr;
}

}  // namespace

SourceTags::SourceTags(const document::pdf::Source& source) : source_(source), objects_(source), tree_(objects_.trailer("Root/StructTreeRoot")) {}

std::vector<pdf_obj*> SourceTags::parentsOf(pdf_obj* page) const {
    pdf_obj* key = objects_.get(page, "StructParents");
    if (tree_ == nullptr || key == nullptr) return {};
    pdf_obj* list = nullptr;
    document::pdf::guarded(source_.context(), [&] {
        if (pdf_is_int(source_.context(), key)) list = lookUp(objects_, source_.context(), objects_.get(tree_, "ParentTree"), pdf_to_int(source_.context(), key), 0);
    });
    if (list == nullptr) return {};
    return objects_.items(list);
}

std::string SourceTags::roleOf(pdf_obj* element) const {
    auto role = objects_.name(objects_.get(element, "S"));
    for (int step = 0; step < 5 && !role.empty(); ++step) {  // names of one's own stand for others
        const auto standard = objects_.name(objects_.get(tree_, ("RoleMap/" + role).c_str()));
        if (standard.empty() || standard == role) break;
        role = standard;
    }
    return role;
}

void SourceTags::findRows(pdf_obj* part, int depth, std::size_t& rows, std::map<int, Place>& places) const {
    if (depth > 3) return;
    for (auto* kid : objects_.items(objects_.get(part, "K"))) {
        if (!objects_.isDictionary(kid) || rows >= mostRows) continue;
        const auto role = roleOf(kid);
        if (isOneOf(role, {"THead", "TBody", "TFoot"})) findRows(kid, depth + 1, rows, places);
        if (role != "TR") continue;
        std::size_t column = 0;
        for (auto* cell : objects_.items(objects_.get(kid, "K")))
            if (objects_.isDictionary(cell) && isOneOf(roleOf(cell), {"TD", "TH"})) places[objects_.number(cell)] = {rows, column++};
        ++rows;
    }
}

const std::map<int, SourceTags::Place>& SourceTags::placesIn(pdf_obj* table) {
    const auto [known, isNew] = tables_.try_emplace(objects_.number(table));
    std::size_t rows = 0;
    if (isNew) findRows(table, 0, rows, known->second);
    return known->second;
}

// From the element up: a cell goes before an item, an item before a heading, a heading before a paragraph.
SourceTag SourceTags::tagOf(pdf_obj* element) {
    using Role = SourceTag::Role;
    SourceTag tag;
    int cell = 0;
    for (int up = 0; up < deepest && objects_.isDictionary(element); ++up, element = objects_.get(element, "P")) {
        const auto role = roleOf(element);
        const int number = objects_.number(element);
        const auto take = [&](Role as) { tag.role = as, tag.element = static_cast<std::size_t>(number); };
        if (number == 0) continue;
        if (role == "Table" && cell != 0) {
            const auto place = placesIn(element).find(cell);
            if (place == placesIn(element).end()) return {};
            tag.table = static_cast<std::size_t>(number), tag.row = place->second.row, tag.column = place->second.column;
            return tag;
        }
        if (cell != 0) continue;
        if (isOneOf(role, {"TD", "TH"})) {
            take(Role::cell);
            cell = number, tag.isHeader = role == "TH";
        } else if (role == "LI" && tag.role != Role::listItem) {
            take(Role::listItem);
        } else if ((role == "H" || headingLevel(role) > 0) && (tag.role == Role::none || tag.role == Role::paragraph)) {
            take(Role::heading);
            tag.level = headingLevel(role);
        } else if (isOneOf(role, {"P", "BlockQuote", "Caption", "Note"}) && tag.role == Role::none) {
            take(Role::paragraph);
        }
    }
    return cell != 0 ? SourceTag{} : tag;  // a cell of no table
}

std::vector<SourceTag> SourceTags::ofWords(const document::pdf::DrawnPage& page, const std::vector<PlacedGlyph>& glyphs, std::size_t words) {
    try {
        return follow(page, glyphs, words);
    } catch (const document::pdf::MupdfError& failure) {
        if (failure.outOfMemory()) throw;
        return {};
    }
}

std::vector<SourceTag> SourceTags::follow(const document::pdf::DrawnPage& page, const std::vector<PlacedGlyph>& glyphs, std::size_t words) {
    const auto parents = parentsOf(reinterpret_cast<pdf_page*>(page.page.get())->obj);
    if (parents.empty() || parents.size() > mostParents) return {};
    const auto numbers = markedContentOf(source_, page);
    std::vector<SourceTag> tags(words);
    std::map<int, SourceTag> known;
    for (std::size_t at = 0; at < std::min(glyphs.size(), numbers.size()); ++at) {
        const auto word = glyphs[at].word;
        if (word == noWord || tags[word].role != SourceTag::Role::none || numbers[at] < 0 || static_cast<std::size_t>(numbers[at]) >= parents.size()) continue;
        const auto [tag, isNew] = known.try_emplace(numbers[at]);
        if (isNew) tag->second = tagOf(parents[static_cast<std::size_t>(numbers[at])]);
        tags[word] = tag->second;
    }
    return tags;
}

}  // namespace redaction::apply::rebuild
