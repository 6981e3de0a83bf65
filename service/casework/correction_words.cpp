// A correction in Dutch, and all of a household for its page.
#include <algorithm>

#include "service/casework/case_file.h"
#include "service/casework/corrections.h"
#include "service/casework/moments.h"
#include "service/casework/partner_wall.h"
#include "service/casework/words.h"

namespace service::casework {

namespace household = redaction::household;

std::string correctionSentence(const household::Case& known, const household::Correction& it) {
    std::vector<std::string> people;
    for (const auto& id : it.to)
        if (id != household::outsider) people.push_back(nameIn(known, id));
    const bool outside = people.size() < it.to.size();
    if (it.target == household::Target::passage) {
        if (outside) people.push_back("iemand buiten het gezin");
        return "deze passage gaat over " + joinedWords(people);
    }
    const std::string subject = "‘" + it.form + "’ is ";
    const std::string before = it.from.empty() ? "" : "niet " + nameIn(known, it.from) + " maar ";
    if (outside) return subject + before + "iemand buiten het gezin";
    if (people.empty()) return subject + before + "iemand van wie niet bekend is wie het is";
    return subject + before + people.front();
}

std::vector<CorrectionRow> correctionsOf(Office& office, const Actor& actor, const std::string& householdId, const household::Case& known) {
    std::vector<CorrectionRow> list;
    for (const auto& it : office.store.corrections().ofHousehold(householdId)) {
        if (isBehindWall(office, actor, office.store.requests().load(it.requestId))) continue;
        CorrectionRow row;
        row.id = it.id, row.number = it.number, row.words = correctionSentence(known, it.what);
        row.reach = it.what.reach == household::Reach::everywhere ? "everywhere" : "place", row.reason = it.reason;
        const auto fragment = office.store.fragments().load(it.fragmentId);
        row.fragmentId = fragment.id, row.fragmentNumber = fragment.number, row.fragmentTitle = fragment.title;
        row.reference = office.store.requests().load(it.requestId).reference;
        row.byName = accountName(office, it.madeBy), row.atWords = dutchMoment(it.madeAt);
        if (it.withdrawnAt) {
            row.withdrawnByName = accountName(office, it.withdrawnBy), row.withdrawnAtWords = dutchMoment(*it.withdrawnAt);
            row.withdrawnWhy = it.withdrawnWhy;
        }
        row.mayWithdraw = !it.withdrawnAt && actor.role == Role::professional;
        list.push_back(std::move(row));
    }
    std::reverse(list.begin(), list.end());
    return list;
}

}  // namespace service::casework
