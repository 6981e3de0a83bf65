#include "service/web/pages/review_data.h"

#include <algorithm>
#include <map>

#include "service/web/pages/review_segments.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

constexpr double kUnsureBelow = 0.7;  // certainty of a proposal, 0..1

std::string numbersIn(const std::vector<std::size_t>& numbers) {
    std::string all;
    for (const auto number : numbers) all += (all.empty() ? "" : ", ") + std::to_string(number);
    return all;
}

std::string statusWords(const Visit& visit, const casework::ProposalRow& row) {
    if (!row.ruling || row.ruling->decision == "withdrawn") return {};
    std::string words = visit.say("review.decided-by", {{"what", visit.say("decision." + row.ruling->decision)},
                                                         {"who", row.ruling->byName}, {"when", visit.inOurWords(row.ruling->atWords)}});
    if (!row.ruling->reason.empty()) words += " " + visit.say("review.because", {{"reason", row.ruling->reason}});
    return words;
}

bool isDecided(const casework::ProposalRow& row) { return row.ruling && row.ruling->decision != "withdrawn"; }

// Where the row stands in the list: what needs a decision first.
int groupOf(const casework::ProposalRow& row) {
    if (!isDecided(row) && (row.decision == "judge" || row.opened)) return 0;
    if (isDecided(row)) return 3;
    return row.decision == "redact" ? 1 : 2;
}

Data groupsOf(const Visit& visit, const casework::DocumentView& view) {
    static const char* const names[] = {"review.group-judge", "review.group-redact", "review.group-release", "review.group-decided"};
    std::map<std::pair<int, std::string>, std::vector<const casework::ProposalRow*>> grouped;
    for (const auto& row : view.proposals)
        if (isShown(row)) {
            const int group = groupOf(row);
            grouped[{group, group == 0 || group == 3 ? "" : row.subjectName}].push_back(&row);
        }
    auto groups = Data::array();
    for (const auto& [key, rows] : grouped) {
        Data group;
        group["name"] = visit.say(names[key.first]) + (key.second.empty() ? "" : " · " + key.second);
        group["count"] = rows.size();
        group["open"] = key.first <= 1;
        group["rows"] = Data::array();
        for (const auto* row : rows) group["rows"].push_back(rowData(visit, *row));
        groups.push_back(std::move(group));
    }
    return groups;
}

Data lineData(const Visit& visit, const Line& line) {
    Data data;
    data["isPage"] = line.kind == "page";
    data["kind"] = line.kind;
    data["note"] = line.kind == "page" ? visit.say("review.page") + " " + line.note : line.note.empty() ? "" : visit.inOurWords(line.note);
    data["hides"] = line.kind == "hidden";
    data["passageId"] = line.passageId;
    data["passageDecision"] = line.passageDecision;
    data["passageBegins"] = line.passageBegins;
    data["passageSign"] = signOf(line.passageDecision);
    data["passageWords"] = line.passageDecision.empty() ? "" : visit.say("decision." + line.passageDecision);
    data["stretches"] = Data::array();
    for (const auto& stretch : line.stretches) {
        std::string ids;
        for (const auto& id : stretch.spans) ids += (ids.empty() ? "" : " ") + id;
        if (ids.empty()) ids = line.passageId;
        data["stretches"].push_back({{"start", stretch.start}, {"end", stretch.end}, {"text", stretch.text},
                                     {"decision", stretch.decision}, {"ids", ids}, {"inSpan", !stretch.spans.empty()}});
    }
    return data;
}

Data boxData(const WordBox& box) {
    return {{"x", box.x}, {"y", box.y}, {"w", box.width}, {"h", box.height}, {"start", box.start}, {"end", box.end},
            {"decision", box.decision}, {"id", box.proposalId}, {"unsure", box.unsure}, {"hiddenWord", box.hidden}};
}

Data drawnBoxes(const casework::DocumentView& view, std::size_t page) {
    auto drawn = Data::array();
    const auto& sheet = view.document.pages[page];
    for (const auto& row : view.proposals) {
        if (!row.box || row.page != page || !isShown(row)) continue;
        drawn.push_back({{"x", row.box->x0 / sheet.width * 1000}, {"y", row.box->y0 / sheet.height * 1000},
                         {"w", (row.box->x1 - row.box->x0) / sheet.width * 1000},
                         {"h", (row.box->y1 - row.box->y0) / sheet.height * 1000}, {"id", row.id}, {"decision", standing(row)}});
    }
    return drawn;
}

// What the recogniser was not sure of, as a picture beside what it made of it. The picture is a window on the page's own.
Data unsureWords(const Visit& visit, const casework::DocumentView& view, std::size_t page, const Data& sheetOfIt) {
    constexpr double margin = 3;         // points around a word
    constexpr double screenScale = 1.6;  // pixels of the screen a point
    constexpr std::size_t most = 200;    // on one page: more is a page that is not readable
    const auto& sheet = view.document.pages[page];
    auto words = Data::array();
    for (const auto& word : sheet.words) {
        if (!word.visible || word.confidence >= redaction::document::unsureBelow || words.size() == most) continue;
        const double x = std::max(0.0, word.box.x0 - margin), y = std::max(0.0, word.box.y0 - margin);
        const double wide = word.box.x1 + margin - x, high = word.box.y1 + margin - y;
        const auto read = redaction::document::toUtf8(std::u32string_view(view.document.text).substr(word.start, word.end - word.start));
        words.push_back({{"read", read}, {"src", sheetOfIt.at("src")}, {"x", x}, {"y", y}, {"wide", wide}, {"high", high}, {"pageWide", sheet.width}, {"pageHigh", sheet.height},
                         {"shownWide", wide * screenScale}, {"shownHigh", high * screenScale}, {"start", word.start}, {"end", word.end},
                         {"sure", visit.say("review.unsure-share", {{"share", static_cast<long>(word.confidence * 100)}})}});
    }
    return words;
}

Data sheetData(const Visit& visit, const casework::DocumentView& view, std::size_t page) {
    const auto& sheet = view.document.pages[page];
    Data data{{"index", page}, {"pageNumber", page + 1}, {"points_width", sheet.width}, {"points_height", sheet.height},
              {"scanned", sheet.scanned}};
    data["src"] = "/stukken/" + view.fragment.id + "/pagina/" + std::to_string(page + 1);
    const bool hasImage = page < view.images.size() && view.images[page].widthPixels > 0;
    data["width"] = hasImage ? view.images[page].widthPixels : static_cast<int>(sheet.width);
    data["height"] = hasImage ? view.images[page].heightPixels : static_cast<int>(sheet.height);
    data["alt"] = visit.say("review.page-picture", {{"page", static_cast<long>(page + 1)}});
    const auto words = pageWords(view, page);
    data["text"] = words.seen;
    data["hides"] = !words.hidden.empty();
    data["hidden"] = Data::array();
    for (const auto& piece : words.hidden) data["hidden"].push_back({{"note", visit.inOurWords(piece.note)}, {"text", piece.text}});
    data["boxes"] = Data::array();
    for (const auto& box : wordBoxes(view, page)) data["boxes"].push_back(boxData(box));
    data["drawn"] = drawnBoxes(view, page);
    data["unsureWords"] = unsureWords(visit, view, page, data);
    data["hasUnsure"] = !data["unsureWords"].empty();
    data["unsureTitle"] = visit.say("review.unsure-words", {{"count", static_cast<long>(data["unsureWords"].size())}});
    return data;
}

void addDocument(const Visit& visit, const casework::DocumentView& view, Data& data) {
    const bool paged = view.document.layout == redaction::document::Layout::paged;
    data["isPaged"] = paged;
    data["isFlow"] = !paged;
    data["layout"] = paged ? "paged" : "flow";
    if (paged) {
        data["sheets"] = Data::array();
        for (std::size_t page = 0; page < view.document.pages.size(); ++page) data["sheets"].push_back(sheetData(visit, view, page));
        return;
    }
    data["lines"] = Data::array();
    for (const auto& line : cutIntoLines(view)) data["lines"].push_back(lineData(visit, line));
}

}  // namespace

namespace {
Data weighingData(const casework::ProposalRow::Weighing& it) {
    const auto list = [](const std::vector<std::string>& lines) {
        auto all = Data::array();
        for (const auto& line : lines) all.push_back({{"words", line}});
        return all;
    };
    return {{"words", it.question}, {"to_show", list(it.toShow)}, {"to_hide", list(it.toHide)}};
}
}  // namespace

Data correctionData(const Visit& visit, const casework::ProposalRow::Correction& it) {
    return {{"words", it.words}, {"by", it.byName}, {"at", it.atWords}, {"because", it.reason}, {"was", visit.say("decision." + it.was)},
            {"is_withdrawn", it.withdrawn}};
}

std::string fragmentAddress(std::string_view fragmentId) { return "/stukken/" + std::string(fragmentId) + "/beoordelen"; }

std::string signOf(std::string_view decision) {
    if (decision == "redact") return "■";
    if (decision == "judge") return "?";
    return decision == "release" ? "○" : "";
}

bool isShown(const casework::ProposalRow& row) {
    return !(row.origin == "human" && row.ruling && row.ruling->decision == "withdrawn");
}

Data pickList(const std::vector<std::pair<std::string, std::string>>& choices) {
    auto list = Data::array();
    for (const auto& [id, words] : choices) list.push_back({{"id", id}, {"words", words}});
    return list;
}

Data rowData(const Visit& visit, const casework::ProposalRow& row) {
    const std::string now = standing(row);
    Data data{{"id", row.id}, {"start", row.start}, {"end", row.end}, {"scope", row.scope}, {"decision", row.decision},
              {"standing", now}, {"decided", isDecided(row) ? "yes" : "no"}, {"seenNumber", row.seenNumber}, {"alike", row.alike}};
    data["sign"] = signOf(now);
    data["standingWords"] = visit.say(isDecided(row) ? "decision." + now : "proposed." + now);
    data["text"] = row.text.empty() ? visit.say("review.drawn-box") : row.text;
    data["subjectName"] = row.subjectName;
    data["kindWords"] = row.kindWords;
    data["groundWords"] = now == "release" ? "" : row.groundWords;
    data["explanation"] = row.why;
    data["rule"] = row.rule;
    data["ruleTitle"] = row.ruleTitle;
    data["unsure"] = row.certainty < kUnsureBelow;
    data["isJudge"] = row.decision == "judge";
    data["reasonNeeded"] = row.decision == "judge";
    data["reason"] = row.ruling ? row.ruling->reason : "";
    data["statusWords"] = statusWords(visit, row);
    data["changed"] = row.earlier ? visit.say("review.changed", {{"what", visit.say("decision." + row.earlier->decision)},
                                                                 {"who", row.earlier->byName}}) : "";
    data["isWeighed"] = row.weighing.has_value();
    if (row.weighing) data["weighing"] = weighingData(*row.weighing);
    data["isOpened"] = row.opened;
    data["isCorrected"] = row.correction.has_value();
    if (row.correction) data["correction"] = correctionData(visit, *row.correction);
    data["mayCorrect"] = row.origin == "engine" && !row.box && (row.scope == "passage" || !row.kind.empty());
    data["subject"] = row.subject;
    data["twins"] = row.twinsIn.empty() ? "" : visit.say("review.twins", {{"numbers", numbersIn(row.twinsIn)}});
    data["decidedTwins"] = row.decidedTwinsIn.empty() ? "" : visit.say("review.decided-twins", {{"numbers", numbersIn(row.decidedTwinsIn)}});
    data["otherTwins"] = row.otherTwinsIn.empty() ? "" : visit.say("review.other-twins", {{"numbers", numbersIn(row.otherTwinsIn)}});
    data["hasAlike"] = row.alike > 1;
    data["acceptAlike"] = row.alike > 1 && row.decision != "judge";
    data["judgeAlike"] = row.alike > 1 && row.decision == "judge";
    data["isSpan"] = row.scope == "span";
    for (const char* as : {"alike", "alike-release", "alike-redact"})
        data[std::string(as) + "Words"] = visit.say("review." + std::string(as), {{"count", static_cast<long>(row.alike)}});
    data["mayWithdraw"] = isDecided(row) || row.origin == "human";
    data["batch"] = row.ruling ? row.ruling->batch : "";
    data["needsTwo"] = row.needsTwo;
    data["liftWords"] = visit.say("review.lift", {{"count", static_cast<long>(row.liftsGiven)}});
    data["back"] = fragmentAddress(row.fragmentId) + "?voorstel=" + row.id;
    data["csrf"] = visit.who ? visit.who->csrfToken : "";
    return data;
}

Data fragmentData(const Visit& visit, const casework::FragmentRow& fragment) {
    Data data{{"number", fragment.number}, {"documentTitle", fragment.title}, {"partnerName", fragment.partnerName},
              {"author", fragment.author}, {"doubt", fragment.doubt}, {"stateWords", fragment.stateWords}, {"state", fragment.state}};
    data["documentDate"] = fragment.documentDate.empty() ? "" : view::dayInWords(fragment.documentDate, visit.language());
    data["pages"] = fragment.pages ? visit.say("review.pages", {{"count", static_cast<long>(fragment.pages)}}) : "";
    data["url"] = fragmentAddress(fragment.id);
    data["countWords"] = fragment.counts.words;
    data["countAll"] = fragment.counts.proposals;
    data["countDecided"] = fragment.counts.decided;
    data["openJudge"] = fragment.counts.openJudge;
    data["hasOpenJudge"] = fragment.counts.openJudge > 0;
    data["duplicateOf"] = fragment.duplicateOf ? visit.say("review.duplicate-of", {{"number", static_cast<long>(fragment.duplicateOf)}}) : "";
    data["likes"] = Data::array();
    const auto resembles = [&](const auto& like) { return visit.say("review.resembles", {{"number", static_cast<long>(like.number)}, {"partner", like.partnerName}}); };
    for (const auto& like : fragment.likes)
        data["likes"].push_back({{"url", fragmentAddress(like.fragmentId)}, {"words", like.same ? visit.say("review.same-as", {{"number", static_cast<long>(like.number)}, {"partner", like.partnerName}})
                                                        : like.shared == 0 ? resembles(like)
                                                        : visit.say("review.shares", {{"number", static_cast<long>(like.number)}, {"partner", like.partnerName},
                                                                                      {"shared", static_cast<long>(like.shared)}, {"count", static_cast<long>(like.passages)}})}});
    data["hasLikes"] = !fragment.likes.empty();
    data["partOf"] = fragment.partOf ? visit.say("review.part-of", {{"number", static_cast<long>(fragment.partOf)}}) : "";
    data["added"] = fragment.addedByName.empty() ? "" : visit.say("review.added-by", {{"who", fragment.addedByName}, {"why", fragment.addedReason}});
    return data;
}

Data workbenchData(const Visit& visit, const casework::DocumentView& view, const casework::ReviewOverview& overview) {
    Data data = fragmentData(visit, view.fragment);
    data["mayDecide"] = overview.mayDecide;
    data["account"] = visit.who ? visit.who->account.id : "";
    data["hereWords"] = view.fragment.counts.words;
    data["singleKeys"] = visit.who && visit.who->account.singleKeys ? "yes" : "no";
    data["countAll"] = overview.counts.proposals;
    data["countDecided"] = overview.counts.decided;
    data["progressWords"] = overview.counts.words;
    data["openJudge"] = overview.counts.openJudge;
    data["noOpenJudge"] = overview.counts.openJudge == 0;
    data["previousUrl"] = view.previousFragmentId.empty() ? "" : fragmentAddress(view.previousFragmentId);
    data["nextUrl"] = view.nextFragmentId.empty() ? "" : fragmentAddress(view.nextFragmentId);
    data["overviewUrl"] = "/verzoeken/" + view.requestId + "/beoordelen";
    data["sourceUrl"] = "/stukken/" + view.fragment.id + "/bron";
    data["wholeUrl"] = "/stukken/" + view.fragment.id + "/geheel";
    data["addUrl"] = "/stukken/" + view.fragment.id + "/lakken";
    data["requestId"] = view.requestId;
    data["restUrl"] = "/stukken/" + view.fragment.id + "/rest";
    data["mayDecideWhole"] = overview.mayDecide && view.fragment.state == "needs-human";
    data["grounds"] = pickList(overview.grounds);
    data["persons"] = pickList(overview.persons);
    data["kinds"] = pickList(overview.kinds);
    data["groups"] = groupsOf(visit, view);
    data["nothing"] = data["groups"].empty();
    addDocument(visit, view, data);
    return data;
}

namespace {

// One line a document for all that must be judged in it; it leads to the first.
Data blockersData(const Visit& visit, const casework::ReviewOverview& overview) {
    auto list = Data::array();
    for (const auto& fragment : overview.fragments) {
        if (fragment.counts.openJudge == 0) continue;
        const auto first = std::find_if(overview.blockers.begin(), overview.blockers.end(),
                                        [&](const auto& it) { return it.fragmentId == fragment.id && !it.proposalId.empty(); });
        if (first == overview.blockers.end()) continue;
        list.push_back({{"isLink", true}, {"link", fragmentAddress(fragment.id) + "?voorstel=" + first->proposalId},
                        {"words", visit.say("review.blocker-judge", {{"number", static_cast<long>(fragment.number)}, {"count", static_cast<long>(fragment.counts.openJudge)}})}});
    }
    for (const auto& blocker : overview.blockers) {
        if (!blocker.fragmentId.empty() && !blocker.proposalId.empty()) continue;
        const std::string link = blocker.fragmentId.empty() ? "" : fragmentAddress(blocker.fragmentId);
        list.push_back({{"words", blocker.words}, {"link", link}, {"isLink", !link.empty()}});
    }
    return list;
}

}  // namespace

Data overviewData(const Visit& visit, const casework::ReviewOverview& overview) {
    Data data{{"requestId", overview.requestId}, {"reference", overview.reference}, {"progressWords", overview.counts.words},
              {"countAll", overview.counts.proposals}, {"countDecided", overview.counts.decided},
              {"openJudge", overview.counts.openJudge}, {"mayFinish", overview.mayFinish},
              {"asProposed", overview.counts.decided < overview.counts.proposals
                                 ? visit.say("review.taken-over", {{"count", static_cast<long>(overview.counts.proposals - overview.counts.decided)}}) : ""},
              {"finished", overview.finished}};
    data["finishUrl"] = "/verzoeken/" + overview.requestId + "/beoordeling-afronden";
    data["reopenUrl"] = "/verzoeken/" + overview.requestId + "/beoordeling-heropenen";
    data["fragments"] = Data::array();
    for (const auto& fragment : overview.fragments) data["fragments"].push_back(fragmentData(visit, fragment));
    data["none"] = overview.fragments.empty();
    data["blockers"] = blockersData(visit, overview);
    data["hasBlockers"] = !overview.blockers.empty();
    data["cautions"] = Data::array();
    for (const auto& words : overview.cautions) data["cautions"].push_back({{"words", visit.inOurWords(words)}});
    data["has_cautions"] = !overview.cautions.empty();
    data["remarks"] = Data::array();
    for (const auto& remark : overview.remarks)
        data["remarks"].push_back({{"id", remark.id}, {"text", remark.text}, {"byName", remark.byName}, {"atWords", remark.atWords},
                                   {"settled", remark.settled}, {"link", remark.fragmentId.empty() ? "" : fragmentAddress(remark.fragmentId) + "?voorstel=" + remark.proposalId},
                                   {"isLink", !remark.fragmentId.empty()}});
    data["hasRemarks"] = !overview.remarks.empty();
    return data;
}

}  // namespace service::web::pages
