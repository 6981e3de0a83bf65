// Hides every occurrence of given strings in one document, verifies the result and writes it only when it holds.
#include <algorithm>
#include <iostream>
#include <optional>
#include <sstream>

#include "redaction/apply/redacted_document.h"
#include "redaction/marks/folded_text.h"
#include "redaction/policy/rules.h"
#include "redaction/reader/reader_process.h"
#include "service/faces/faces.h"
#include "service/faces/files.h"
#include "service/faces/own_folder.h"

namespace service::faces {

namespace {

using namespace redaction;

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

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        line.erase(std::find_if(line.rbegin(), line.rend(), [](unsigned char c) { return !std::isspace(c); }).base(), line.end());
        if (!line.empty()) lines.push_back(line);
    }
    return lines;
}

marks::Decided hide(std::size_t start, std::size_t end) {
    return {start, end, policy::Decision::redact, "third-party", std::nullopt, std::nullopt, {}};
}

// However it is written (case, accents, spaces, hyphens), and as it is written also inside longer words.
std::vector<marks::Decided> occurrences(const document::Document& document, const std::vector<std::string>& strings) {
    const marks::FoldedText text(document.text);
    std::vector<marks::Decided> decided;
    for (const auto& string : strings) {
        for (const auto& span : text.findAll(marks::FoldedText::fromUtf8(string))) decided.push_back(hide(span.start, span.end));
        const auto literal = document::toCodePoints(string);
        for (auto at = document.text.find(literal); at != document.text.npos; at = document.text.find(literal, at + 1))
            decided.push_back(hide(at, at + literal.size()));
    }
    return decided;
}

std::string titleOf(const Order& order) { return std::filesystem::path(order.out).stem().string(); }

void tellDoubts(const document::Document& document) {
    for (const auto& doubt : document.doubts) std::cerr << "Let op: " << doubt << '\n';
}

int refuse(const apply::VerificationReport& report) {
    std::cerr << "Niet geschreven: bij de controle is nog iets gevonden dat verborgen moest zijn.\n";
    for (const auto& hit : report.hits)
        std::cerr << "  - " << hit.where
                  << (hit.withheldIndex == apply::Hit::noString ? "" : " (tekst " + std::to_string(hit.withheldIndex + 1) + ")") << '\n';
    return 1;
}

// The given strings themselves must be gone, and everything that was hidden with them.
std::vector<std::string> mustBeGone(const std::vector<std::string>& strings, const apply::RedactedDocument& made) {
    auto all = strings;
    all.insert(all.end(), made.withheld().begin(), made.withheld().end());
    return all;
}

int carryOut(const Order& order) {
    const auto strings = linesOf(readFile(order.strings));
    const auto source = readFile(order.in);
    const reader::ReaderProcess reader(readerProgram());
    const auto rules = policy::RuleSet::load(templatesFolder() / "rules");
    const auto read = reader.read(source, std::filesystem::path(order.in).filename().string());
    tellDoubts(read.document);
    const auto decided = occurrences(read.document, strings);
    const auto made = apply::Writer(reader, rules).build(source, read.document, decided, titleOf(order));
    const auto name = std::filesystem::path(order.out).filename().string();
    const auto report = apply::verify({{name, made.pdf(), {}}}, mustBeGone(strings, made), reader);
    if (!report.passed()) return refuse(report);
    writeFile(order.out, made.pdf());
    std::cerr << made.markCount() << " plekken gelakt op " << made.pages() << " pagina's; gecontroleerd op " << report.stringsSearched
              << " teksten. Geschreven: " << name << '\n';
    return 0;
}

}  // namespace

int redact(const Arguments& arguments) {
    const auto order = parse(arguments);
    if (!order) {
        std::cerr << "Gebruik: lakwerk redact --hide TEKSTEN.txt IN UIT.pdf\n";
        return 2;
    }
    try {
        return carryOut(*order);
    } catch (const reader::ReadError& failure) {
        std::cerr << "Niet gelakt: " << failure.what() << '\n';
        return 1;
    }
}

}  // namespace service::faces
