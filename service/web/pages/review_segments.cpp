#include "service/web/pages/review_segments.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "redaction/document/unseen.h"
#include "redaction/marks/word_spans.h"

namespace service::web::pages {

namespace {

int rank(const std::string& decision) {
    if (decision == "redact") return 3;
    if (decision == "judge") return 2;
    return decision == "release" ? 1 : 0;
}

bool covers(const casework::ProposalRow& row, std::size_t start, std::size_t end) {
    return row.start <= start && end <= row.end && row.start < row.end;
}

// The winning decision over a stretch: redact over judge over release.
void decideStretch(Stretch& stretch, const std::vector<casework::ProposalRow>& proposals) {
    for (const auto& row : proposals) {
        if (!covers(row, stretch.start, stretch.end)) continue;
        if (row.ruling && row.ruling->decision == "withdrawn" && row.origin == "human") continue;
        if (row.scope == "span") stretch.spans.push_back(row.id);
        const std::string now = standing(row);
        if (rank(now) <= rank(stretch.decision)) continue;
        stretch.decision = now;
        stretch.ground = row.ruling && !row.ruling->ground.empty() ? row.ruling->ground : row.ground;
    }
}

std::vector<std::size_t> cuts(const std::vector<casework::ProposalRow>& proposals, std::size_t start, std::size_t end) {
    std::set<std::size_t> at{start, end};
    for (const auto& row : proposals)
        for (const std::size_t edge : {row.start, row.end})
            if (edge > start && edge < end) at.insert(edge);
    return {at.begin(), at.end()};
}

// As far as the file hides them: a word that is hidden in part is hidden whole (marks.h).
std::vector<casework::ProposalRow> asCovered(const casework::DocumentView& view) {
    auto rows = view.proposals;
    const auto words = redaction::marks::wordSpans(view.document);
    for (auto& row : rows) {
        if (standing(row) != "redact" || row.start >= row.end) continue;
        const auto touched = [&](std::size_t at) {
            const auto word = std::partition_point(words.begin(), words.end(), [&](const auto& it) { return it.end <= at; });
            return word != words.end() && word->start <= at ? *word : redaction::marks::Span{at, at + 1};
        };
        row.start = touched(row.start).start, row.end = touched(row.end - 1).end;
    }
    return rows;
}

void fillStretches(Line& line, const casework::DocumentView& view, const std::vector<casework::ProposalRow>& covered) {
    const auto edges = cuts(covered, line.start, line.end);
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        Stretch stretch;
        stretch.start = edges[i];
        stretch.end = edges[i + 1];
        stretch.text = redaction::document::toUtf8(
            std::u32string_view(view.document.text).substr(stretch.start, stretch.end - stretch.start));
        decideStretch(stretch, covered);
        line.stretches.push_back(std::move(stretch));
    }
}

std::string kindName(redaction::document::BlockKind::Value kind) {
    static const char* const names[] = {"paragraph", "heading", "listItem", "tableRow", "header", "hidden"};
    return names[static_cast<int>(kind)];
}

void fillStructure(Line& line, const casework::DocumentView& view) {
    line.kind = "paragraph";
    for (const auto& block : view.document.blocks) {
        if (block.start > line.start) break;
        if (block.end <= line.start) continue;
        line.kind = kindName(block.kind);
        line.level = block.level;
        line.note = block.note;
    }
}

void fillPassage(Line& line, const casework::DocumentView& view) {
    for (const auto& row : view.proposals) {
        if (row.scope != "passage" || row.start >= line.end || row.end <= line.start) continue;
        const std::string now = standing(row);
        if (!line.passageId.empty() && rank(now) <= rank(line.passageDecision)) continue;
        line.passageId = row.id;
        line.passageDecision = now;
        line.passageBegins = row.start >= line.start;
    }
}

Line makeLine(const casework::DocumentView& view, const std::vector<casework::ProposalRow>& covered, std::size_t start, std::size_t end) {
    Line line;
    line.start = start;
    line.end = end;
    fillStructure(line, view);
    fillPassage(line, view);
    fillStretches(line, view, covered);
    return line;
}

}  // namespace

std::string standing(const casework::ProposalRow& row) {
    if (row.ruling && row.ruling->decision != "withdrawn") return row.ruling->decision;
    return row.decision;
}

std::vector<Line> cutIntoLines(const casework::DocumentView& view) {
    const std::u32string& text = view.document.text;
    const auto covered = asCovered(view);
    std::vector<Line> lines;
    std::size_t start = 0, page = 1;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool ends = at == text.size() || text[at] == U'\n' || text[at] == U'\f';
        if (!ends) continue;
        if (at > start) lines.push_back(makeLine(view, covered, start, at));
        if (at < text.size() && text[at] == U'\f') {
            Line mark;
            mark.kind = "page";
            mark.note = std::to_string(++page);
            lines.push_back(std::move(mark));
        }
        start = at + 1;
    }
    return lines;
}

std::vector<WordBox> wordBoxes(const casework::DocumentView& view, std::size_t page) {
    std::vector<WordBox> boxes;
    if (page >= view.document.pages.size()) return boxes;
    const auto& sheet = view.document.pages[page];
    if (sheet.width <= 0 || sheet.height <= 0) return boxes;
    for (const auto& word : sheet.words) {
        WordBox box{word.start, word.end, word.box.x0 / sheet.width * 1000, word.box.y0 / sheet.height * 1000,
                    (word.box.x1 - word.box.x0) / sheet.width * 1000, (word.box.y1 - word.box.y0) / sheet.height * 1000,
                    {}, {}, {}, word.confidence < redaction::document::unsureBelow, !word.visible};
        std::size_t narrowest = SIZE_MAX;
        for (const auto& row : view.proposals) {
            if (row.start >= word.end || row.end <= word.start) continue;
            const std::string now = standing(row);
            if (rank(now) > rank(box.decision)) {
                box.decision = now;
                box.ground = row.ground;
            }
            if (row.end - row.start < narrowest) {
                narrowest = row.end - row.start;
                box.proposalId = row.id;
            }
        }
        boxes.push_back(std::move(box));
    }
    return boxes;
}

PageWords pageWords(const casework::DocumentView& view, std::size_t page) {
    const auto& text = view.document.text;
    const auto& sheet = view.document.pages[page];
    const auto cut = [&](std::size_t start, std::size_t end) { return redaction::document::toUtf8(std::u32string_view(text).substr(start, end - start)); };
    PageWords words;
    std::size_t at = sheet.start, lastEnd = 0;
    for (const auto& unseen : redaction::document::unseenOf(view.document)) {
        if (unseen.start < sheet.start || unseen.end > sheet.end) continue;
        if (unseen.start > at) words.seen += cut(at, unseen.start);
        at = std::max(at, unseen.end);
        const bool follows = !words.hidden.empty() && words.hidden.back().note == unseen.note && unseen.start <= lastEnd + 1;
        if (follows) words.hidden.back().text += " " + cut(unseen.start, unseen.end);
        else words.hidden.push_back({unseen.note, cut(unseen.start, unseen.end)});
        lastEnd = unseen.end;
    }
    if (at < sheet.end) words.seen += cut(at, sheet.end);
    words.seen.erase(words.seen.find_last_not_of(" \n") + 1);
    return words;
}

}  // namespace service::web::pages
