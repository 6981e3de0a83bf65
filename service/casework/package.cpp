#include "service/casework/package.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <exception>
#include <map>
#include <mutex>
#include <set>

#include "redaction/apply/on_all_cores.h"
#include "redaction/marks/folded_text.h"
#include "redaction/marks/marks.h"
#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"
#include "service/casework/answer_forms.h"
#include "service/casework/basis.h"
#include "service/casework/handwritten.h"
#include "service/casework/guarded_words.h"
#include "service/casework/hidden_partners.h"
#include "service/casework/letter_answers.h"
#include "service/casework/names_to_search.h"
#include "service/casework/own_paragraph.h"
#include "service/casework/package_letters.h"

namespace service::casework {

namespace {

namespace apply = redaction::apply;
using redaction::marks::FoldedText;
namespace marks = redaction::marks;
namespace policy = redaction::policy;
using Json = nlohmann::json;
using redaction::document::Document;

struct Built {
    PackagedDocument described;
    std::optional<apply::RedactedDocument> redacted;  // absent: nothing could be read of it, nothing goes out
    std::string sourceBlob;                           // of paged documents
    std::vector<double> pageWidths;
};

std::string fileName(int number) {
    char name[32];
    std::snprintf(name, sizeof name, "stukken/%03d.pdf", number);
    return name;
}

bool counts(char32_t c) { return c > U' ' && c != 0xA0 && c != 0x2588; }

int hiddenPercent(const Document& document, const std::vector<marks::Mark>& hidden) {
    const auto shown = marks::releasedText(document, hidden), seen = marks::releasedText(document, {});
    const auto all = std::size_t(std::count_if(seen.begin(), seen.end(), counts));
    const auto left = std::size_t(std::count_if(shown.begin(), shown.end(), counts));
    if (all == 0) return 0;
    const std::size_t gone = all - std::min(all, left);
    if (gone == 0) return 0;
    return std::clamp(int(gone * 100 / all), 1, left ? 99 : 100);
}

std::string outcomeOf(int percent, const std::vector<marks::Mark>& hidden) {
    if (percent == 100) return "withheld";
    return hidden.empty() ? "released" : "partly";
}

// The ground a fragment was withheld on stands before the colon of its note.
std::string wholeGround(const store::Fragment& fragment) {
    const auto colon = fragment.doubt.find(':');
    return colon == std::string::npos ? "third-party" : fragment.doubt.substr(0, colon);
}

std::vector<marks::Decided> decisionsOn(const Standing& standing, const store::Fragment& fragment, const Document& document) {
    if (fragment.state != store::FragmentState::withheldWhole) return decidedOf(standing, fragment.id);
    return {{0, document.text.size(), policy::Decision::redact, wholeGround(fragment), {}, {}}};
}

Built unread(const store::Fragment& fragment) {
    Built built;
    built.described = {fragment.id, fragment.partnerId, fragment.number, "withheld", 100, {{wholeGround(fragment), 1}}, {}, std::size_t(fragment.pageCount)};
    return built;
}

using AsPictures = std::map<std::string, std::set<std::size_t>>;  // by fragment, the pages that become pictures

Built build(Office& office, const Standing& standing, const store::Fragment& fragment, const NamesToSearch& names, const AsPictures& asPictures,
            const std::function<void(const std::string&)>& progress) {
    auto document = loadDocument(office, fragment);
    if (!document) {
        if (fragment.state == store::FragmentState::withheldWhole) return unread(fragment);
        throw NotBuildable(fragment.id, "Dit stuk is niet gelezen.");
    }
    const std::string name = "stuk " + std::to_string(fragment.number);
    if (const auto pages = asPictures.find(fragment.id); pages != asPictures.end()) document = apply::withPictures(std::move(*document), pages->second);
    Built built;
    try {
        auto decided = decisionsOn(standing, fragment, *document);
        coverHandwritten(*document, decided);
        const auto hidden = marks::resolveMarks(*document, decided);
        const int percent = hiddenPercent(*document, hidden);
        built.described = {fragment.id, fragment.partnerId, fragment.number, outcomeOf(percent, hidden), percent, {}, {}, std::size_t(fragment.pageCount)};
        for (const auto& mark : hidden) ++built.described.grounds[mark.ground];
        const apply::Writer writer(office.reader, office.rules);
        built.redacted = writer.build(office.store.blobs().read(store::rebuiltFrom(fragment)), *document, decided, standing.request.reference + ", " + name,
                                      [&](const redaction::reader::Progress& at) {
                                          progress(name + ": pagina " + std::to_string(at.pagesDone) + " van " + std::to_string(at.pagesTotal));
                                      },
                                      names.in(fragment.id));
    } catch (const marks::StillOpen&) {
        throw NotBuildable(fragment.id, "Er staat nog tekst open waarover niet is beslist.");
    } catch (const redaction::reader::ReadError& unreadable) {
        throw NotBuildable(fragment.id, std::string("Dit stuk kon niet opnieuw worden opgebouwd. ") + unreadable.what());
    }
    if (built.described.outcome != "withheld") {
        built.described.file = fileName(fragment.number);
        built.described.pages = built.redacted->pages();
        if (document->layout == redaction::document::Layout::paged) built.sourceBlob = store::rebuiltFrom(fragment);
        for (const auto& page : document->pages) built.pageWidths.push_back(page.width);
    }
    return built;
}

// All fragments, in their order, on all cores. What stops one stops the others; the first of them in the order is told.
std::vector<Built> buildAll(Office& office, const Standing& standing, const AsPictures& asPictures, const std::function<void(const std::string&)>& progress) {
    const NamesToSearch names(office, standing);
    const auto& fragments = standing.fragments;
    std::mutex telling;
    const auto tell = [&](const std::string& line) {
        const std::lock_guard lock(telling);
        progress(line);
    };
    std::vector<Built> built(fragments.size());
    std::vector<std::exception_ptr> stopped(fragments.size());
    std::atomic<bool> goOn{true};
    apply::onAllCores(fragments.size(), [&](std::size_t at) {
        if (!goOn) return;
        try {
            tell("stuk " + std::to_string(at + 1) + " van " + std::to_string(fragments.size()) + " wordt opgebouwd");
            built[at] = build(office, standing, fragments[at], names, asPictures, tell);
        } catch (...) {
            stopped[at] = std::current_exception();
            goOn = false;
        }
    });
    for (const auto& why : stopped)
        if (why) std::rethrow_exception(why);
    return built;
}

// As the inventory writes it.
std::string numericDay(const Date& day) {
    char text[16];
    std::snprintf(text, sizeof text, "%02u-%02u-%04d", unsigned(day.day()), unsigned(day.month()), int(day.year()));
    return text;
}

// What stands over every letter: the organisations' own addresses are no leak, also where a reviewer hid one in a document.
std::string ownNames(Office& office, const Standing& standing) {
    std::string names;
    for (const auto& [id, name] : standing.partnerNames)
        if (standing.hiddenPartners.count(id) == 0) names += name + "\n";
    for (const auto& collection : office.store.collections().ofRequest(standing.request.id)) {
        if (standing.hiddenPartners.count(collection.partnerId) != 0) continue;
        const auto partner = office.store.partners().load(collection.partnerId);
        names += partner.name + "\n" + partner.address + "\n" + partner.contact + "\n";  // one under the other, as over a letter
    }
    const auto frame = frameOf(office, standing, nullptr);  // to whom: the requester's own name and address
    names += frame.addresseeName + "\n";
    for (const auto& line : frame.addresseeLines) names += line + "\n";
    for (const char* field : {"region.name", "region.address", "region.email", "region.phone", "region.place", "region.support-name", "region.support-address", "region.support-phone", "region.support-site"})
        names += office.store.settings().get(field, "") + "\n";
    return names;
}

// The fixed words of letters, and the days of the documents in the inventory.
std::string ownText(Office& office, const Standing& standing) {
    std::string text = "Lakwerk AVG UAVG Wmo Jeugdwet " + standing.request.reference + "\n";
    text += office.letterBook.fixedText(letters::languageFrom(standing.request.language)) + "\n";
    for (const auto& fragment : standing.fragments)
        if (fragment.documentDate) text += numericDay(*fragment.documentDate) + "\n";
    return text;
}

PackagedFile manifestOf(const Standing& standing, const std::vector<PackagedFile>& files) {
    Json manifest{{"verzoek", standing.request.reference}, {"gemaakt-met", "Lakwerk"}, {"bestanden", Json::array()}};
    for (const auto& file : files)
        manifest["bestanden"].push_back({{"naam", file.name}, {"sha256", sha256Hex(file.bytes)}, {"bytes", file.bytes.size()}});
    return {"manifest.json", "Lijst van bestanden met controlegetallen", "manifest", manifest.dump(2) + "\n", 0, {}};
}

apply::VerificationReport verified(Office& office, const std::vector<PackagedFile>& files, const std::vector<std::string>& nowhere) {
    std::mutex oneAtATime;  // verification works on all cores, the store does not
    std::vector<apply::FinishedFile> finished;
    for (const auto& file : files) {
        finished.push_back({file.name, file.bytes, file.withheld, {}, file.unsearched});
        if (!file.sourceBlob.empty())
            finished.back().origin = apply::Origin{[&office, &oneAtATime, &file] {
                                                       const std::lock_guard lock(oneAtATime);
                                                       return office.store.blobs().read(file.sourceBlob);
                                                   },
                                                   file.pageWidths, file.trace};
    }
    return apply::verify(finished, nowhere, office.reader);
}

void verifyAndZip(Office& office, Package& package) {
    std::vector<ArchiveEntry> entries;
    for (const auto& file : package.files) entries.push_back({file.name, file.bytes});
    package.verification = verified(office, package.files, package.nowhere);
    package.zip = makeZip(entries);
    package.hash = sha256Hex(package.zip);
}

std::vector<std::string> appointmentsOf(Office& office, const Standing& standing) {
    std::vector<std::string> places;
    for (const auto& it : office.store.answerForms().inspections(standing.request.id)) places.push_back(it.place);
    return places;
}

// What somebody wrote in a letter is theirs to write otherwise. A town that stands above every letter is searched here only:
// in what is written, where it says where somebody is.
void findWriters(Office& office, const Standing& standing, Package& package) {
    std::vector<FoldedText> sought;
    for (const auto& secret : package.nowhere)
        if (auto needle = FoldedText::fromUtf8(secret); needle.searchable()) sought.push_back(std::move(needle));
    const bool passed = package.verification.passed();
    const GuardedTowns towns(office, standing, appointmentsOf(office, standing));
    const auto says = [&](const std::string& text) {
        if (text.empty()) return false;
        const auto folded = FoldedText::fromUtf8(text);
        if (!passed && std::any_of(sought.begin(), sought.end(), [&](const auto& needle) { return folded.contains(needle); })) return true;
        return towns.in(text);
    };
    for (const auto& it : package.letters) {
        const auto stop = [&](const std::string& block) {
            package.stopped.push_back({it.partnerId, it.letter, block});
            if (passed) package.verification.hits.push_back({it.file, "in een alinea van de brief", redaction::apply::Hit::noString});
        };
        if (says(ownParagraph(office, standing.request.id, it.partnerId))) stop({});
        const auto edits = editsOf(office, standing.request.id, it.partnerId, it.letter);
        for (const auto& [block, text] : edits)
            if (says(text)) stop(block);
        if (const auto asked = office.store.collections().find(standing.request.id, it.partnerId); passed && asked && says(asked->explanation))
            package.verification.hits.push_back({it.file, "in de reden die deze partner gaf: leg die opnieuw vast", redaction::apply::Hit::noString});
        for (const auto& block : it.blocks)  // also what people typed elsewhere: a reason, the answer of a partner
            if (edits.count(block.name) == 0 && towns.in(block.text)) stop(block.name);
    }
}

// Nothing of a document goes out: the letters alone, searched for what is protected against the requester.
Package madeOfLetters(Office& office, const Standing& standing, const std::function<void(const std::string&)>& progress) {
    progress("de brieven worden gemaakt");
    Package package;
    package.basis = basisOf(office, standing);
    auto letters = letterPackage(office, standing);
    package.files = std::move(letters.files), package.letters = std::move(letters.blocks), package.nowhere = std::move(letters.nowhere);
    package.decisions = std::move(letters.decisions);
    package.files.push_back(manifestOf(standing, package.files));
    return package;
}

// Not verified yet.
Package made(Office& office, const Standing& standing, const AsPictures& asPictures, const std::function<void(const std::string&)>& progress) {
    if (givesLettersOnly(office, standing.request)) return madeOfLetters(office, standing, progress);
    Package package;
    package.basis = basisOf(office, standing);
    auto built = buildAll(office, standing, asPictures, progress);
    std::vector<const apply::RedactedDocument*> documents;
    const bool inspected = office.store.answerForms().formOf(standing.request.id) == "inspection" && wasInspected(office, standing.request);  // read on location: only what is written about it goes out
    for (auto& one : built) {
        if (inspected) one.described.file.clear();
        package.documents.push_back(one.described);
        if (one.redacted) documents.push_back(&*one.redacted);
        if (one.described.file.empty()) continue;
        package.files.push_back({one.described.file, "Stuk " + std::to_string(one.described.number), "document", one.redacted->pdf(),
                                 one.redacted->pages(), one.redacted->withheld(), one.redacted->unsearched(), one.sourceBlob, one.pageWidths, one.redacted->trace()});
    }
    progress("de brieven worden gemaakt");
    auto decisions = decisionLetters(office, standing, package.documents);
    auto& nowhere = package.nowhere;
    nowhere = apply::withheldEverywhere(documents, {ownNames(office, standing), ownText(office, standing) + decisions.ownWords});
    for (auto& secret : wordsOfHidden(office, standing.hiddenPartners)) nowhere.push_back(std::move(secret));
    for (auto& secret : guardedWords(office, standing)) nowhere.push_back(std::move(secret));
    package.files.push_back(inventoryLetter(office, standing, package.documents, nowhere));
    for (auto& letter : decisions.files) package.files.push_back(std::move(letter));
    package.letters = std::move(decisions.blocks);
    package.decisions = std::move(decisions.decisions);
    package.files.push_back(completenessLetter(office, standing));
    package.files.push_back(manifestOf(standing, package.files));
    return package;
}

AsPictures differing(const Package& package, const apply::VerificationReport& report) {
    AsPictures found;
    for (const auto& document : package.documents)
        if (auto pages = report.differingPages(document.file); !pages.empty()) found[document.fragmentId] = std::move(pages);
    return found;
}

Package assemble(Office& office, const Standing& standing, const AsPictures& asPictures, const std::function<void(const std::string&)>& progress) {
    auto package = made(office, standing, asPictures, progress);
    progress("het pakket wordt gecontroleerd: " + std::to_string(package.nowhere.size()) + " verborgen tekstdelen worden gezocht");
    verifyAndZip(office, package);
    findWriters(office, standing, package);
    return package;
}

apply::VerificationReport heldAgainst(Office& office, const Package& package, const std::map<std::string, std::string>& files) {
    std::vector<PackagedFile> held;
    std::vector<apply::Hit> missing;
    for (const auto& file : package.files) {
        const auto found = files.find(file.name);
        if (found == files.end()) missing.push_back({file.name, "ontbreekt", apply::Hit::noString});
        else held.push_back(file), held.back().bytes = found->second;
    }
    for (const auto& [name, bytes] : files)
        if (std::none_of(package.files.begin(), package.files.end(), [&](const auto& file) { return file.name == name; })) held.push_back({name, name, "other", bytes, 0, {}});
    auto report = verified(office, held, package.nowhere);
    report.hits.insert(report.hits.end(), missing.begin(), missing.end());
    return report;
}

}  // namespace

Package buildPackageFiles(Office& office, const Standing& standing, const std::function<void(const std::string&)>& progress) {
    auto package = assemble(office, standing, {}, progress);
    const auto asPictures = differing(package, package.verification);
    if (asPictures.empty()) return package;
    progress("pagina's die er anders uitzien dan hun bron worden als beeld opgebouwd");
    return assemble(office, standing, asPictures, progress);
}

apply::VerificationReport verifyFiles(Office& office, const Standing& standing, const std::map<std::string, std::string>& files, const std::function<void(const std::string&)>& progress) {
    const auto package = made(office, standing, {}, progress);
    auto report = heldAgainst(office, package, files);
    const auto asPictures = differing(package, report);
    return asPictures.empty() ? report : heldAgainst(office, made(office, standing, asPictures, progress), files);
}

bool isStoppedByWriters(const Package& package) {
    const auto isLetter = [&](const auto& hit) {
        return std::any_of(package.files.begin(), package.files.end(), [&](const auto& file) { return file.name == hit.file && (file.kind == "decision" || file.kind == "item"); });
    };
    const auto& hits = package.verification.hits;
    return !package.stopped.empty() && !hits.empty() && std::all_of(hits.begin(), hits.end(), isLetter);
}

std::string contentsJson(const Package& package) {
    Json contents{{"files", Json::array()}, {"documents", Json::array()}, {"basis", package.basis}};
    for (const auto& file : package.files)
        contents["files"].push_back({{"name", file.name}, {"title", file.title}, {"kind", file.kind}, {"sha256", sha256Hex(file.bytes)},
                                     {"size", file.bytes.size()}, {"pages", file.pages}});
    for (const auto& it : package.documents)
        contents["documents"].push_back({{"fragment", it.fragmentId}, {"partner", it.partnerId}, {"number", it.number}, {"outcome", it.outcome},
                                         {"percent", it.withheldPercent}, {"grounds", it.grounds}, {"file", it.file}, {"pages", it.pages}});
    for (const auto& it : package.stopped) contents["stopped"].push_back({{"partner", it.partnerId}, {"letter", it.letter}, {"block", it.block}});
    contents["decisions"] = Json::array();
    for (const auto& it : package.decisions) contents["decisions"].push_back({{"partner", it.partnerId}, {"outcome", it.outcome}});
    contents["letters"] = Json::parse(blocksJson(package.letters));
    return contents.dump();
}

std::string verificationJson(const apply::VerificationReport& report) {
    Json json{{"passed", report.passed()}, {"strings", report.stringsSearched}, {"too-short", report.stringsTooShort}, {"files", report.filesSearched}, {"programs", report.programs}, {"hits", Json::array()}};
    for (const auto& hit : report.hits) json["hits"].push_back({{"file", hit.file}, {"where", hit.where}});
    json["pages"] = {{"all", report.pages}, {"compared", report.pagesCompared}, {"seen", report.pagesSeen}, {"seed", std::to_string(report.seed)}, {"chosen", Json::object()}};
    for (const auto& seen : report.seen)
        for (const auto page : seen.pages) json["pages"]["chosen"][seen.file].push_back(page + 1);
    return json.dump();
}

}  // namespace service::casework
