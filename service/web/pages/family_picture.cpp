#include "service/web/pages/family_picture.h"

#include <algorithm>
#include <map>
#include <set>

#include "service/casework/words.h"

namespace service::web::pages {

namespace {

using redaction::household::Case;
using redaction::household::Person;

constexpr int boxWidth = 150, boxHeight = 44, gapX = 18, gapY = 58, edge = 8;
constexpr std::size_t wide = 4, narrow = 2;  // people in a row: on the household's page, and beside a case

struct Placed {
    const Person* person;
    int x = 0, y = 0;
    bool child = false;
};

std::set<std::string> childrenOf(const Case& known) {
    std::set<std::string> children;
    for (const auto& relation : known.relations)
        if (relation.type == "parent") children.insert(relation.to);
    for (const auto& authority : known.authority) children.insert(authority.child);
    // A parent who is someone's child as well stands with the parents.
    for (const auto& relation : known.relations)
        if (relation.type == "parent") children.erase(relation.from);
    return children;
}

bool belongsInPicture(const Person& person) { return person.kind == "family" || person.kind.empty(); }

void placeRow(std::vector<Placed>& row, int& y, int width, std::size_t perRow) {
    for (std::size_t start = 0; start < row.size(); start += perRow) {
        const auto count = static_cast<int>(std::min(perRow, row.size() - start));
        int x = (width - (count * boxWidth + (count - 1) * gapX)) / 2;
        for (int i = 0; i < count; ++i, x += boxWidth + gapX) {
            row[start + static_cast<std::size_t>(i)].x = x;
            row[start + static_cast<std::size_t>(i)].y = y;
        }
        y += boxHeight + gapY;
    }
}

std::map<std::string, Placed> layOut(const Case& known, int& width, int& height, std::size_t perRow) {
    const auto children = childrenOf(known);
    std::vector<Placed> above, below;
    for (const auto& person : known.persons)
        if (belongsInPicture(person)) (children.contains(person.id) ? below : above).push_back({&person, 0, 0, children.contains(person.id)});
    const auto most = static_cast<int>(std::min(perRow, std::max({above.size(), below.size(), std::size_t{2}})));
    width = 2 * edge + most * boxWidth + (most - 1) * gapX;
    int y = edge;
    placeRow(above, y, width, perRow);
    placeRow(below, y, width, perRow);
    height = std::max(y - gapY + edge, boxHeight + 2 * edge);
    std::map<std::string, Placed> places;
    for (const auto* row : {&above, &below})
        for (const auto& placed : *row) places.emplace(placed.person->id, placed);
    return places;
}

std::string cut(const std::string& text, std::size_t most) {
    std::string result;
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++count > most) return result + "…";
        result += text[i];
    }
    return result;
}

bool holdsNow(const redaction::household::Authority& authority, const redaction::household::Date& day) {
    return (!authority.from || *authority.from <= day) && (!authority.to || day < *authority.to) &&
           (authority.type == "joint" || authority.type == "sole" || authority.type == "guardian");
}

bool isAgainst(const redaction::household::Protection& protection, std::string_view person) {
    return std::find(protection.against.begin(), protection.against.end(), person) != protection.against.end();
}

Data lineBetween(const Placed& from, const Placed& to, std::string_view kind) {
    const bool level = from.y == to.y;
    const int x1 = from.x + (level ? (from.x < to.x ? boxWidth : 0) : boxWidth / 2), y1 = from.y + (level ? boxHeight / 2 : boxHeight);
    const int x2 = to.x + (level ? (from.x < to.x ? 0 : boxWidth) : boxWidth / 2), y2 = to.y + (level ? boxHeight / 2 : 0);
    return {{"x1", std::to_string(x1)}, {"y1", std::to_string(y1)}, {"x2", std::to_string(x2)}, {"y2", std::to_string(y2)}, {"kind", kind}};
}

std::string noteOf(const Visit& visit, const Person& person, const redaction::household::Date& today, bool asks) {
    std::string note = asks ? visit.say("family.asks") : "";
    if (!person.birthdate) return note;
    const auto age = visit.say("family.age", {{"age", static_cast<long>(redaction::household::ageOn(*person.birthdate, today))}});
    return note.empty() ? age : note + " · " + age;
}

Data boxData(const Visit& visit, const Placed& placed, const redaction::household::Date& today, bool asks, bool shielded) {
    return {{"x", std::to_string(placed.x)}, {"y", std::to_string(placed.y)}, {"text_x", std::to_string(placed.x + 10)}, {"name_y", std::to_string(placed.y + 18)},
            {"note_y", std::to_string(placed.y + 34)}, {"shield_x", std::to_string(placed.x + boxWidth - 18)}, {"shield_y", std::to_string(placed.y + 6)},
            {"name", cut(casework::shortName(*placed.person), 16)}, {"note", noteOf(visit, *placed.person, today, asks)}, {"asks", asks},
            {"child", placed.child}, {"shielded", shielded}};
}

Data linesOf(const Case& known, const std::map<std::string, Placed>& places, const redaction::household::Date& today) {
    auto lines = Data::array();
    const auto add = [&](const std::string& from, const std::string& to, std::string_view kind) {
        const auto a = places.find(from), b = places.find(to);
        if (a != places.end() && b != places.end() && from != to) lines.push_back(lineBetween(a->second, b->second, kind));
    };
    for (const auto& relation : known.relations)
        if (relation.type == "parent") add(relation.from, relation.to, "parent");
    for (const auto& authority : known.authority)
        if (holdsNow(authority, today)) add(authority.holder, authority.child, "authority");
    for (const auto& protection : known.protections)
        for (const auto& against : protection.against) add(against, protection.person, "protected");
    return lines;
}

}  // namespace

Data familyData(const Visit& visit, const Case& known, std::string_view requesterId) {
    const auto today = amsterdamDay(visit.site.office.environment.clock.now());
    int width = 0, height = 0;
    const auto places = layOut(known, width, height, requesterId.empty() ? wide : narrow);
    auto boxes = Data::array();
    for (const auto& [id, placed] : places) {
        const bool shielded = std::any_of(known.protections.begin(), known.protections.end(), [&, who = id](const auto& protection) {
            return protection.person == who && (requesterId.empty() || isAgainst(protection, requesterId));
        });
        boxes.push_back(boxData(visit, placed, today, id == requesterId, shielded));
    }
    return {{"width", std::to_string(width)}, {"height", std::to_string(height)}, {"boxes", boxes}, {"lines", linesOf(known, places, today)},
            {"empty", boxes.empty()}, {"label", visit.say("family.label")}};
}

}  // namespace service::web::pages
