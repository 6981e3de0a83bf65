#include "service/web/pages/sign_off.h"

#include <set>

#include "service/casework/answer_forms.h"
#include "service/casework/breaches.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/release.h"
#include "service/casework/signoff.h"
#include "service/web/pages/case_data.h"
#include "service/web/pages/child_reader.h"
#include "service/web/pages/comparing.h"
#include "service/web/pages/items.h"
#include "service/web/pages/letters.h"
#include "service/web/pages/people.h"
#include "service/web/pages/review_data.h"
#include "service/web/pages/review_segments.h"

namespace service::web::pages {

namespace {

std::string address(const Visit& visit, std::string_view what) { return "/verzoeken/" + visit.at("request") + "/" + std::string(what); }

Data groundsData(const std::vector<casework::GroundCount>& grounds) {
    auto list = Data::array();
    for (const auto& ground : grounds) list.push_back({{"words", ground.words}, {"marks", ground.marks}});
    return list;
}

Data passageData(const Visit& visit, const casework::JudgedPassage& passage) {
    const auto& row = passage.proposal;
    const std::string now = standing(row);
    Data data{{"id", row.id}, {"fragmentTitle", passage.fragmentTitle}, {"fragmentNumber", passage.fragmentNumber},
              {"text", row.text.empty() ? visit.say("review.drawn-box") : row.text}, {"explanation", row.why}, {"rule", row.rule}};
    data["link"] = fragmentAddress(passage.fragmentId) + "?voorstel=" + row.id;
    data["sign"] = signOf(now);
    data["standing"] = now;
    data["standingWords"] = visit.say("decision." + now);
    data["proposedWords"] = visit.say("decision." + row.decision);
    data["groundWords"] = row.groundWords;
    data["subjectName"] = row.subjectName;
    data["reason"] = row.ruling ? row.ruling->reason : "";
    data["byName"] = row.ruling ? row.ruling->byName : "";
    data["isCorrected"] = row.correction.has_value();
    if (row.correction) data["correction"] = correctionData(visit, *row.correction);
    data["liftsGiven"] = row.liftsGiven;
    data["csrf"] = visit.who->csrfToken;
    return data;
}

void addPassages(const Visit& visit, Data& data, const std::string& name, const std::vector<casework::JudgedPassage>& passages) {
    data[name] = Data::array();
    for (const auto& passage : passages) {
        data[name].push_back(passageData(visit, passage));
        data[name].back()["list"] = name;  // a passage may stand in two lists
    }
    data[name + "_count"] = passages.size();
    data["has_" + name] = !passages.empty();
}

// Which programs looked, and how many pages an eye of its own read or laid beside their source.
void addLooks(const Visit& visit, Data& data, const casework::VerificationView& found) {
    data["looks"] = Data::array();
    if (found.pages == 0) return;
    const auto add = [&](const char* key, std::size_t count) {
        data["looks"].push_back({{"words", visit.say(key, {{"count", static_cast<long>(count)}, {"all", static_cast<long>(found.pages)}})}});
    };
    add("signoff.pages-read", found.pagesRead);
    add("signoff.pages-compared", found.pagesCompared);
    std::string programs;
    for (const auto& program : found.programs) programs += (programs.empty() ? "" : ", ") + program;
    data["programs"] = programs;
}

Data packageData(const Visit& visit, const casework::PackageView& package) {
    Data data{{"state", package.state}, {"stateWords", package.stateWords}, {"hash", package.hash}, {"builtAtWords", package.builtAtWords},
              {"letterDay", visit.inOurWords(package.letterDayWords)}, {"letterDayPassed", package.letterDayPassed},
              {"sentTo", sentToIn(visit, package.sentTo)}, {"releasedAtWords", package.releasedAtWords}, {"releasedByName", package.releasedByName}};
    data["files"] = Data::array();
    for (const auto& file : package.files)
        data["files"].push_back({{"name", file.name}, {"title", file.title}, {"kind", file.kind}, {"sha256", file.sha256},
                                 {"pages", file.pages ? visit.say("review.pages", {{"count", static_cast<long>(file.pages)}}) : ""},
                                 {"link", address(visit, "pakket/bestand?naam=" + http::encodeField(file.name))}});
    data["has_files"] = !package.files.empty();
    data["letters"] = Data::array();
    for (const auto& file : package.files)
        if (file.kind == "decision" || file.kind == "inventory" || file.kind == "completeness" || file.kind == "item" || file.kind == "export")
            data["letters"].push_back({{"title", file.title}, {"link", address(visit, "pakket/bestand?naam=" + http::encodeField(file.name))}});
    data["verified"] = package.verification.passed;
    data["verificationWords"] = package.verification.words;
    const auto tooShort = static_cast<long>(package.verification.stringsTooShort);
    data["tooShort"] = tooShort ? visit.say("signoff.too-short", {{"count", tooShort}}) : "";
    addLooks(visit, data, package.verification);
    data["hits"] = Data::array();
    const auto& found = package.verification;
    for (std::size_t at = 0; at < found.hits.size(); ++at)
        data["hits"].push_back({{"words", found.hits[at]}, {"link", found.hitFragments[at].empty() ? "" : fragmentAddress(found.hitFragments[at])}});
    data["has_hits"] = !package.verification.hits.empty();
    data["stopped"] = Data::array();
    for (const auto& it : found.stopped) {
        const auto place = it.block.empty() ? "vrijgave#alinea-" + it.partnerId : "brieven/wijzigen#t-" + it.partnerId + "-" + it.block;
        data["stopped"].push_back({{"words", visit.say(it.block.empty() ? "signoff.stopped-paragraph" : "signoff.stopped-block", {{"partner", it.partnerName}})}, {"link", address(visit, place)}});
    }
    data["has_stopped"] = !data["stopped"].empty();
    data["building"] = package.state == "building";
    data["progress"] = package.progress.empty() ? "" : package.progress.back();
    return data;
}

Data documentData(const casework::DocumentSummary& document, const Visit& visit) {
    Data data = fragmentData(visit, document.fragment);
    data["outcomeWords"] = document.outcomeWords;
    data["outcome"] = document.outcome;
    data["percent"] = document.withheldPercent;
    data["grounds"] = groundsData(document.grounds);
    data["file"] = document.packageFile.empty() ? "" : address(visit, "pakket/bestand?naam=" + http::encodeField(document.packageFile));
    return data;
}

// A passage that stands in two lists has a field in each: both are heard, the same remark once.
std::vector<casework::RemarkForm> remarksOf(const Sent& sent) {
    std::vector<casework::RemarkForm> remarks;
    std::set<std::string> names;
    for (const auto& [name, value] : sent.fields())
        if (name.starts_with("remark-")) names.insert(name);
    for (const auto& name : names) {
        std::set<std::string> said;
        for (const auto& text : sent.all(name))
            if (!text.empty() && said.insert(text).second) remarks.push_back({name.substr(7), text});
    }
    if (!sent.get("remark").empty()) remarks.push_back({"", sent.get("remark")});
    return remarks;
}

PageFrame frameOf(const Visit& visit, const std::string& title, const std::string& reference) {
    return {title, "release", {{visit.say("menu.worklist"), "/werkvoorraad"}, {reference, "/verzoeken/" + visit.at("request")}, {title, ""}}};
}

}  // namespace

http::Response signOffPage(Visit& visit) {
    const auto summary = casework::signOffSummary(visit.office(), visit.actor(), visit.at("request"));
    Data data = packageData(visit, summary.package);
    data["reference"] = summary.reference;
    data["requestId"] = summary.requestId;
    data["documents"] = Data::array();
    for (const auto& document : summary.documents) data["documents"].push_back(documentData(document, visit));
    data["document_count"] = summary.documents.size();
    data["has_documents"] = !summary.documents.empty();
    data["items"] = Data::array();
    for (const auto& item : summary.items)
        if (!item.withdrawn) data["items"].push_back(itemData(visit, summary.requestId, item));
    data["has_items"] = !data["items"].empty();
    data["letters_only"] = summary.lettersOnly && summary.package.state != "none";
    data["no_package"] = summary.documents.empty() && !data["letters_only"].get<bool>();
    data["pages_out"] = summary.pagesOut;
    data["all_grounds"] = groundsData(summary.grounds);
    addPassages(visit, data, "protections", summary.protections);
    addPassages(visit, data, "judged", summary.judged);
    addPassages(visit, data, "deviations", summary.deviations);
    addPassages(visit, data, "corrected", summary.corrected);
    addPassages(visit, data, "safety", summary.safetyToLift);
    data["others"] = Data::array();
    for (const auto& it : summary.others)
        data["others"].push_back({{"id", it.side.requestId}, {"heading", visit.say("compare.next-to-" + it.side.released, {{"which", it.side.reference + " · " + it.side.personName}})},
                                  {"warnings", warningsData(it.warnings)}, {"warned", !it.warnings.empty()},
                                  {"link", comparisonLink(summary.householdId, summary.requestId, it.side.requestId)}});
    data["unnamed"] = Data::array();
    for (const auto& name : summary.unnamedPartners) data["unnamed"].push_back({{"words", name}});
    data["has_unnamed"] = !summary.unnamedPartners.empty();
    data["letter_changes"] = letterChangesData(visit, summary.requestId);
    data["has_letter_changes"] = !data["letter_changes"].empty();
    data["paragraphs"] = Data::array();
    for (const auto& it : summary.paragraphs)
        data["paragraphs"].push_back({{"id", it.partnerId}, {"name", it.partnerName}, {"text", it.text}, {"link", address(visit, "partners/" + it.partnerId + "/alinea")}});
    data["child_reads"] = childReads(visit, summary.requestId);
    data["may_write"] = summary.step == "sign-off" && has(visit.actor().role, Permission::signOff) && !summary.paragraphs.empty();
    data["reviewers"] = summary.reviewerNames;
    data["taken_over"] = summary.takenOverWords;
    data["finished_at"] = summary.finishedAtWords;
    data["cautions"] = Data::array();
    for (const auto& words : summary.cautions) data["cautions"].push_back({{"words", visit.inOurWords(words)}});
    data["has_cautions"] = !summary.cautions.empty();
    data["may_sign"] = summary.maySign;
    data["why_not"] = summary.signedByName.empty() ? summary.whyNot : "";
    data["signed_by"] = summary.signedByName;
    data["signed_at"] = summary.signedAtWords;
    data["voided"] = summary.voidedWords;
    data["may_send_back"] = visit.actor().role == store::Role::privacyOfficer && summary.step == "sign-off";
    data["voids"] = !summary.signedByName.empty();
    return visit.page("sign_off", frameOf(visit, visit.say("signoff.title"), summary.reference), data);
}

http::Response signRelease(Visit& visit) {
    const auto outcome = casework::sign(visit.office(), visit.actor(), visit.at("request"), visit.sent.raw("password"), visit.sent.get("hash"));
    return visit.goTo(address(visit, outcome.done ? "verstrekking" : "vrijgave"), outcome);
}

http::Response sendBack(Visit& visit) {
    const auto outcome = casework::sendBack(visit.office(), visit.actor(), visit.at("request"), remarksOf(visit.sent));
    return visit.goTo(outcome.done ? "/verzoeken/" + visit.at("request") : address(visit, "vrijgave"), outcome);
}

http::Response writeParagraph(Visit& visit) {
    return visit.goTo(address(visit, "vrijgave"),
                      casework::writeParagraph(visit.office(), visit.actor(), visit.at("request"), visit.at("partner"), visit.sent.get("text")));
}

http::Response liftSafety(Visit& visit) {
    return visit.goTo(address(visit, "vrijgave"),
                      casework::liftSafety(visit.office(), visit.actor(), visit.at("proposal"), visit.sent.get("reason")));
}

// Wrong releases recorded of this package, and where to record one.
static Data breachesData(Visit& visit) {
    auto list = Data::array();
    for (const auto& it : casework::breachesOf(visit.office(), visit.actor(), visit.at("request")))
        list.push_back({{"reference", it.reference}, {"words", it.words}, {"link", "/datalekken/" + it.id}, {"late", it.late}});
    return {{"rows", list}, {"link", address(visit, "datalek")}, {"after_link", address(visit, "na-de-beslissing")}};
}

http::Response releasePage(Visit& visit) {
    const auto package = casework::packageView(visit.office(), visit.actor(), visit.at("request"));
    Data data = packageData(visit, package);
    data["requestId"] = visit.at("request");
    data["signed"] = package.state == "signed";
    data["released"] = package.state == "released";
    data["refused"] = (package.state == "refused" || package.state == "failed") && has(visit.actor().role, Permission::seeDocuments);
    data["none"] = package.state == "none";
    data["may_build"] = has(visit.actor().role, Permission::seeDocuments);
    const auto& request = visit.office().store.requests().load(visit.at("request"));
    const bool inspection = visit.office().store.answerForms().formOf(request.id) == "inspection" && !casework::wasInspected(visit.office(), request);
    data["stale"] = data["signed"].get<bool>() && package.letterDayPassed && !inspection;
    data["inspection_link"] = inspection ? address(visit, "antwoordvorm") : "";
    if (inspection || data["stale"].get<bool>()) data["signed"] = false;
    data["items_link"] = request.right != "access" && has(visit.actor().role, Permission::seeDocuments) ? address(visit, "punten") : "";
    if (package.state == "released" && has(visit.actor().role, Permission::seeDocuments)) data["breaches"] = breachesData(visit);
    data["ways"] = data["signed"] ? waysData(visit, visit.at("request")) : Data::array();
    return visit.page("release", frameOf(visit, visit.say("release.title"), visit.office().store.requests().load(visit.at("request")).reference), data);
}

http::Response buildAgain(Visit& visit) {
    return visit.goTo(address(visit, "verstrekking"), casework::buildPackage(visit.office(), visit.actor(), visit.at("request")));
}

http::Response packageState(Visit& visit) {
    const auto package = casework::packageView(visit.office(), visit.actor(), visit.at("request"));
    Data state{{"state", package.state}, {"words", package.stateWords}, {"busy", package.state == "building"}};
    state["progress"] = package.progress.empty() ? "" : package.progress.back();
    return visit.json(std::move(state));
}

http::Response packageMember(Visit& visit) {
    auto file = casework::packageFile(visit.office(), visit.actor(), visit.at("request"), visit.query().get("naam"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}

http::Response packageDownload(Visit& visit) {
    auto file = casework::packageZip(visit.office(), visit.actor(), visit.at("request"));
    return http::download(std::move(file.bytes), file.mediaType, file.fileName);
}

http::Response handOut(Visit& visit) {
    return visit.goTo(address(visit, "verstrekking"), casework::handOut(visit.office(), visit.actor(), visit.at("request"), visit.sent.get("channel")));
}

http::Response closeRequest(Visit& visit) {
    return visit.goTo("/verzoeken/" + visit.at("request"), casework::closeRequest(visit.office(), visit.actor(), visit.at("request")));
}

}  // namespace service::web::pages
