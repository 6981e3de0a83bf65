#include "service/web/pages/letters.h"

#include "service/casework/letter_editing.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/partner_letters.h"
#include "service/web/errors.h"
#include "service/web/forms.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::string nameOf(const Visit& visit, const std::string& block) { return visit.say("letter.block-" + block); }

Data blockData(const Visit& visit, const casework::EditableLetter& letter, const casework::EditableBlock& block) {
    return {{"name", nameOf(visit, block.block)}, {"block", block.block}, {"partner_id", letter.partnerId}, {"partner", letter.partnerName}, {"letter", letter.letter},
            {"id", letter.partnerId + "-" + block.block}, {"before", linesData(casework::paragraphsOf(block.before))}, {"after", linesData(casework::paragraphsOf(block.now))},
            {"now", block.now}, {"changed", block.changed}, {"outdated", block.outdated}, {"by", block.byName}, {"at", block.atWords}};
}

Data lettersData(Visit& visit, const std::string& requestId) {
    auto letters = Data::array();
    for (const auto& letter : casework::editableLetters(visit.office(), visit.actor(), requestId)) {
        auto blocks = Data::array();
        for (const auto& block : letter.blocks) blocks.push_back(blockData(visit, letter, block));
        letters.push_back({{"partner", letter.partnerName}, {"partner_id", letter.partnerId}, {"blocks", blocks}});
    }
    return letters;
}

}  // namespace

Data letterChangesData(Visit& visit, const std::string& requestId) {
    auto changes = Data::array();
    for (const auto& letter : casework::editableLetters(visit.office(), visit.actor(), requestId))
        for (const auto& block : letter.blocks)
            if (block.changed) changes.push_back(blockData(visit, letter, block));
    return changes;
}

Data partnerLettersData(Visit& visit, const std::string& requestId) {
    auto rows = Data::array();
    for (const auto& it : casework::partnerLetters(visit.office(), visit.actor(), requestId))
        rows.push_back({{"words", visit.say(it.kind == "partner-chaser" ? "partner-letter.chaser-to" : "partner-letter.request-to")}, {"partner", it.partnerName},
                        {"link", caseLink(requestId, "partnerbrieven/" + it.id)}, {"due", view::dayInWords(it.dueDay, visit.language())}, {"why", visit.say(it.kind == "partner-chaser" ? "partner-letter.due-chaser" : "partner-letter.due-request")}, {"at", it.madeWords}, {"by", it.byName}});
    return rows;
}

http::Response showLetterEditing(Visit& visit) {
    const auto view = casework::viewCase(visit.office(), visit.actor(), visit.at("request"));
    const auto letters = lettersData(visit, view.row.requestId);
    auto data = caseHead(visit, view, "letters");
    data["letters"] = letters;
    data["none"] = letters.empty();
    data["child_reads"] = childReads(visit, view.row.requestId);
    data["may_edit"] = view.row.step == "sign-off";
    data["action"] = visit.request.path;
    data["sign_link"] = caseLink(view.row.requestId, "vrijgave");
    return visit.page("letter_editing", caseFrame(visit, view, visit.say("letter.edit")), data);
}

http::Response editLetter(Visit& visit) {
    const auto& it = visit.sent;
    const auto outcome = casework::editBlock(visit.office(), visit.actor(), visit.at("request"), it.get("partner"), it.get("letter"), it.get("block"), it.has("restore") ? std::string() : it.raw("text"));
    return visit.goTo(caseLink(visit.at("request"), "brieven/wijzigen"), outcome);
}

http::Response makePartnerLetter(Visit& visit) {
    const auto outcome = casework::makePartnerLetter(visit.office(), visit.actor(), visit.at("request"), visit.at("partner"), visit.sent.get("kind"));
    return visit.goTo(caseLink(visit.at("request"), outcome.done ? "brieven" : ""), outcome);
}

http::Response partnerLetter(Visit& visit) {
    auto letter = casework::partnerLetter(visit.office(), visit.actor(), visit.at("request"), visit.at("letter"));
    if (!letter) return problemPage(visit, problemWithStatus(404));
    return http::download(std::move(letter->bytes), letter->mediaType, letter->fileName);
}

}  // namespace service::web::pages
