// Hides every occurrence of given strings in one document, verifies the result and writes it only when it holds. What
// stood at the place of the result before is taken away first: a file there has been verified by this run, or is none.
#include <algorithm>
#include <iostream>
#include <map>
#include <optional>
#include <set>

#include "redaction/apply/redacted_document.h"
#include "redaction/marks/folded_text.h"
#include "redaction/marks/occurrences.h"
#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"
#include "service/casework/handwritten.h"
#include "service/faces/faces.h"
#include "service/faces/files.h"
#include "service/faces/hidden_strings.h"
#include "service/faces/own_folder.h"

namespace service::faces {

namespace {

using namespace redaction;
namespace fs = std::filesystem;

struct Order {
    std::string strings, in, out;
};

std::optional<Order> parse(const Arguments& arguments) {
    Order order;
    std::vector<std::string> files;
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        if (arguments[at] == "--hide" && at + 1 < arguments.size())
            order.strings = arguments[++at];
        else
            files.push_back(arguments[at]);
    }
    if (order.strings.empty() || files.size() != 2) return std::nullopt;
    order.in = files[0];
    order.out = files[1];
    return order;
}

bool isOver(const marks::Span& span, const document::Word& word) { return word.start < span.end && span.start < word.end; }

// Words that only the text layer of a scan knows are covered where they stand. False: others must be withheld as text.
bool coverLayer(const document::Document& document, const marks::Span& span, std::vector<marks::Decided>& decided) {
    const auto before = decided.size();
    bool othersToo = false;
    for (std::size_t number = 0; number < document.pages.size(); ++number) {
        const auto& page = document.pages[number];
        if (!page.scanned || page.end <= span.start || span.end <= page.start) continue;
        for (const auto& word : page.words) {
            if (!isOver(span, word)) continue;
            if (word.visible) othersToo = true;
            else decided.push_back({0, 0, policy::Decision::redact, "third-party", number, word.box, {}});
        }
    }
    return decided.size() > before && !othersToo;
}

// A page by hand goes as a whole: what stands there is not read well enough to tell that a string is not on it.
std::vector<marks::Decided> hide(const document::Document& document, const std::vector<marks::Span>& spans) {
    std::vector<marks::Decided> decided;
    for (const auto& page : document.pages)
        if (page.handwritten) decided.push_back({page.start, page.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, {}});
    casework::coverHandwritten(document, decided);
    for (const auto& span : spans)
        if (!coverLayer(document, span, decided)) decided.push_back({span.start, span.end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, {}});
    return decided;
}

bool holdsAny(const std::string& text, const std::vector<std::string>& strings) {
    const auto folded = marks::FoldedText::fromUtf8(text);
    return std::any_of(strings.begin(), strings.end(), [&](const auto& string) { return folded.contains(marks::FoldedText::fromUtf8(string)); });
}

// The title stands in the document itself.
std::string titleOf(const Order& order, const std::vector<std::string>& strings) {
    for (const auto& title : {fs::path(order.out).stem().string(), std::string("Document"), std::string("Stuk")})
        if (!title.empty() && !holdsAny(title, strings)) return title;
    return "-";
}

void tellWhatStaysBehind(const reader::ReadResult& read) {
    for (const auto& doubt : read.document.doubts) std::cerr << "Let op: " << doubt << '\n';
    const auto byHand = std::count_if(read.document.pages.begin(), read.document.pages.end(), [](const auto& page) { return page.handwritten; });
    if (byHand > 0) std::cerr << "Let op: " << byHand << " pagina('s) met handschrift zijn in hun geheel gelakt.\n";
    if (!read.attachments.empty())
        std::cerr << "Let op: " << read.attachments.size() << " bijlage(n) van dit stuk staan niet in het resultaat; lak ze als stukken op zichzelf.\n";
}

class Redaction {
  public:
    explicit Redaction(const Order& order)
        : order_(order), strings_(hiddenStrings(readFile(order.strings))), source_(readFile(order.in)), reader_(readerProgram()),
          rules_(policy::RuleSet::load(templatesFolder() / "rules")), read_(reader_.read(source_, fs::path(order.in).filename().string())) {
        tellWhatStaysBehind(read_);
        if (strings_.empty()) std::cerr << "Let op: er zijn geen teksten gegeven om te verbergen.\n";
    }

    int carryOut() {
        auto spans = marks::findOccurrences(read_.document, strings_, marks::Misread::often);
        auto document = read_.document;
        auto made = build(document, spans);
        auto report = verify(made);
        const auto more = wordsOfFound(report);
        const auto differing = report.differingPages(name());
        if (!more.empty() || !differing.empty()) {
            // Other programs read lines in another order: what they still find in pieces is hidden piece by piece.
            const auto pieces = marks::findOccurrences(document, more);
            spans.insert(spans.end(), pieces.begin(), pieces.end());
            document = apply::withPictures(std::move(document), differing);
            made = build(document, spans);
            report = verify(made);
        }
        return report.passed() ? write(made, report) : refuse(report);
    }

  private:
    apply::RedactedDocument build(const document::Document& document, const std::vector<marks::Span>& spans) const {
        return apply::Writer(reader_, rules_).build(pages(), document, hide(document, spans), titleOf(order_, strings_));
    }

    // The given strings themselves must be gone, and everything that was hidden with them.
    apply::VerificationReport verify(const apply::RedactedDocument& made) const {
        auto gone = strings_;
        gone.insert(gone.end(), made.withheld().begin(), made.withheld().end());
        return apply::verify({{name(), made.pdf(), {}, originOf(made), made.unsearched()}}, gone, reader_);
    }

    std::optional<apply::Origin> originOf(const apply::RedactedDocument& made) const {
        if (read_.document.layout != document::Layout::paged) return std::nullopt;
        apply::Origin origin{[this] { return pages(); }, {}, made.trace()};
        for (const auto& page : read_.document.pages) origin.pageWidths.push_back(page.width);
        return origin;
    }

    std::vector<std::string> wordsOfFound(const apply::VerificationReport& report) const {
        std::set<std::string> words;
        for (const auto& hit : report.hits) {
            if (hit.withheldIndex >= strings_.size()) continue;
            const auto found = wordsOf(strings_[hit.withheldIndex]);
            if (found.size() > 1) words.insert(found.begin(), found.end());
        }
        return {words.begin(), words.end()};
    }

    int write(const apply::RedactedDocument& made, const apply::VerificationReport& report) const {
        writeFile(order_.out, made.pdf());
        std::cerr << notSearched(report.stringsTooShort);
        std::cerr << made.markCount() << " plekken gelakt op " << made.pages() << " pagina's; gecontroleerd op " << report.stringsSearched
                  << " teksten, " << report.pagesSeen << " pagina's ook op het oog (OCR). Geschreven: " << name() << '\n';
        return 0;
    }

    int refuse(const apply::VerificationReport& report) const {
        std::cerr << "Niet geschreven: de controle van het resultaat is niet geslaagd.\n";
        std::map<std::string, int> places;
        for (const auto& hit : report.hits)
            ++places[hit.where + (hit.withheldIndex < strings_.size() ? " (regel " + std::to_string(hit.withheldIndex + 1) + " van de teksten)"
                                  : hit.withheldIndex == apply::Hit::noString ? "" : " (woorden die samen met een tekst zijn gelakt)")];
        for (const auto& [where, times] : places) std::cerr << "  - " << where << (times > 1 ? ", " + std::to_string(times) + " keer" : "") << '\n';
        std::cerr << "Kijk in het bronbestand op die plaatsen. Staat daar een afbeelding, stempel of schuin geschreven tekst: haal die eruit of houd\n"
                     "die pagina achter, en lak opnieuw. Staat het er anders geschreven: zet ook die schrijfwijze in de lijst met teksten.\n";
        return 1;
    }

    // What the positions in the document refer to.
    const std::string& pages() const { return read_.readable.empty() ? source_ : read_.readable; }
    std::string name() const { return fs::path(order_.out).filename().string(); }

    const Order& order_;
    const std::vector<std::string> strings_;
    const std::string source_;
    const reader::ReaderProcess reader_;
    const policy::RuleSet rules_;
    const reader::ReadResult read_;
};

bool isSameFile(const std::string& one, const std::string& other) {
    std::error_code absent;
    return fs::equivalent(one, other, absent);
}

}  // namespace

int redact(const Arguments& arguments) {
    const auto order = parse(arguments);
    if (!order || isSameFile(order->in, order->out) || isSameFile(order->strings, order->out)) {
        std::cerr << "Gebruik: lakwerk redact --hide TEKSTEN.txt IN UIT.pdf\n"
                     "UIT.pdf is een ander bestand dan IN; wat daar al staat, wordt eerst weggehaald.\n";
        return 2;
    }
    try {
        fs::remove(order->out);
        return Redaction(*order).carryOut();
    } catch (const reader::ReadError& failure) {
        std::cerr << "Niet gelakt: " << failure.what() << '\n';
        return 1;
    } catch (const fs::filesystem_error&) {
        std::cerr << "Niet gelakt: wat op de plaats van UIT.pdf staat, kan niet worden weggehaald.\n";
        return 1;
    }
}

}  // namespace service::faces
