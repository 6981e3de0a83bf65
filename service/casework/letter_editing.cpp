#include "service/casework/letter_editing.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/moments.h"
#include "service/casework/queue.h"

namespace service::casework {

namespace {

using Json = nlohmann::json;
constexpr std::size_t mostBytes = 4000;

std::string tidy(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '\r') out += c;
    while (!out.empty() && (out.back() == '\n' || out.back() == ' ')) out.pop_back();
    return out;
}

bool isOf(const store::LetterEdit& edit, std::string_view partnerId, std::string_view letter) { return edit.partnerId == partnerId && edit.letter == letter; }
bool isChanged(const store::LetterEdit& edit) { return edit.after != edit.before; }

const store::LetterEdit* find(const std::vector<store::LetterEdit>& edits, const EditableLetter& letter, const std::string& block) {
    const auto found = std::find_if(edits.begin(), edits.end(), [&](const auto& it) { return isOf(it, letter.partnerId, letter.letter) && it.block == block; });
    return found == edits.end() ? nullptr : &*found;
}

EditableBlock blockOf(Office& office, const Json& json, const EditableLetter& letter, const std::vector<store::LetterEdit>& edits) {
    EditableBlock block;
    block.block = json.value("name", ""), block.before = block.now = json.value("text", "");
    const auto* edit = find(edits, letter, block.block);
    if (!edit || !isChanged(*edit)) return block;
    block.now = edit->after, block.changed = true, block.outdated = edit->before != block.before;
    block.byName = accountName(office, edit->by), block.atWords = dutchMoment(edit->at);
    return block;
}

std::vector<EditableLetter> lettersOf(Office& office, const std::string& requestId) {
    std::vector<EditableLetter> all;
    const auto release = office.store.releases().latest(requestId);
    const auto contents = release ? Json::parse(release->contents, nullptr, false) : Json();
    if (!contents.is_object()) return all;
    const auto edits = office.store.letters().edits(requestId);
    for (const auto& it : contents.value("letters", Json::array())) {
        EditableLetter letter{it.value("partner", ""), {}, it.value("letter", ""), {}};
        const auto partner = office.store.partners().find(letter.partnerId);
        letter.partnerName = partner ? partner->name : letter.partnerId;
        for (const auto& block : it.value("blocks", Json::array())) letter.blocks.push_back(blockOf(office, block, letter, edits));
        all.push_back(std::move(letter));
    }
    return all;
}

const EditableBlock& requireBlock(const std::vector<EditableLetter>& letters, std::string_view partnerId, std::string_view letter, std::string_view block) {
    for (const auto& it : letters)
        if (it.partnerId == partnerId && it.letter == letter)
            for (const auto& one : it.blocks)
                if (one.block == block) return one;
    throw Failure(Failure::notFound, "Deze alinea's staan niet in een brief van dit pakket, of zijn niet te wijzigen.");
}

}  // namespace

letters::Edits editsOf(Office& office, const std::string& requestId, const std::string& partnerId, std::string_view letter) {
    letters::Edits edits;
    for (const auto& it : office.store.letters().edits(requestId))
        if (isOf(it, partnerId, letter) && isChanged(it)) edits[it.block] = it.after;
    return edits;
}

std::vector<EditableLetter> editableLetters(Office& office, const Actor& actor, std::string_view requestId) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    return lettersOf(office, requireRequest(office, actor, requestId).id);
}

bool hasOutdatedEdit(Office& office, const std::string& requestId) {
    for (const auto& letter : lettersOf(office, requestId))
        if (std::any_of(letter.blocks.begin(), letter.blocks.end(), [](const auto& it) { return it.outdated; })) return true;
    return false;
}

Outcome editBlock(Office& office, const Actor& actor, std::string_view requestId, std::string_view partnerId, std::string_view letter, std::string_view block, std::string_view text) {
    requireRole(actor, {Role::professional, Role::privacyOfficer});
    const auto request = requireRequest(office, actor, requestId);
    requireStep(request, {store::Step::signOff});
    const auto now = requireBlock(lettersOf(office, request.id), partnerId, letter, block);
    const auto wanted = tidy(text).empty() ? now.before : tidy(text);
    if (wanted.size() > mostBytes) return Outcome::refused("too-long", "Deze alinea's zijn te lang; maak ze korter dan 4.000 tekens.");
    if (wanted == now.now && !now.outdated) return Outcome::success();
    office.store.transact([&] {
        office.store.letters().addEdit({{}, request.id, std::string(partnerId), std::string(letter), std::string(block), 0, now.before, wanted, actor.accountId, {}});
        office.store.signOffs().voidStanding(request.id, "Er is een alinea in een brief gewijzigd.");
        office.store.requests().moveTo(request.id, store::Step::signOff, store::Step::packaging);
        queuePackaging(office, request.id);
        record(office, actor, trailOf(request, "letter.edited", {}, Json{{"partner", std::string(partnerId)}, {"block", std::string(block)}}.dump()));
    });
    office.wakeWorkers();
    return Outcome::success("De brief is gewijzigd. Het pakket wordt opnieuw gemaakt en gecontroleerd; een eerder akkoord is vervallen.");
}

std::string blocksJson(const std::vector<BuiltBlocks>& all) {
    Json list = Json::array();
    for (const auto& it : all) {
        Json blocks = Json::array();
        for (const auto& block : it.blocks) blocks.push_back({{"name", block.name}, {"text", block.text}});
        list.push_back({{"partner", it.partnerId}, {"letter", it.letter}, {"blocks", blocks}});
    }
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace service::casework
