#include "redaction/document/document.h"
#include "tests/unit/policy/case_file.h"

#include <sstream>

#include "tests/unit/policy/case_words.h"

namespace cases {

namespace {

using redaction::document::toCodePoints;

class Reader {
  public:
    Reader(const std::string& name, const std::string& households) : households_(households) { file_.name = name; }

    void read(const std::string& line, int number) {
        number_ = number;
        if (line.starts_with("#")) return;
        if (trimmed(line).empty()) return endPiece();
        if (line.starts_with("== ")) return heading(trimmed(line.substr(3)));
        if (file_.settings.empty()) throw std::invalid_argument("boven deze regel staat nog geen kop (== gezin: …)");
        if (line.starts_with("* ")) return change(trimmed(line.substr(2)));
        if (line.starts_with(">")) return context(line.size() > 2 ? line.substr(2) : "");
        judged(line);
    }
    CaseFile take() {
        endPiece();
        return std::move(file_);
    }

  private:
    void endPiece() {
        if (opened_ && piece_.lines.empty()) throw std::invalid_argument("onder de regels met > staat geen regel met een beslissing");
        if (!piece_.lines.empty()) file_.pieces.push_back(std::move(piece_));
        piece_ = {};
        opened_ = false;
    }
    void heading(const std::string& text) {
        endPiece();
        file_.settings.push_back(readHeading(text, households_));
        settingUsed_ = false;
    }
    void change(const std::string& text) {
        if (settingUsed_) throw std::invalid_argument("een wijziging staat direct onder de kop");
        applyChange(file_.settings.back().household, text);
    }
    void startLine() {
        settingUsed_ = true;
        piece_.setting = file_.settings.size() - 1;
        if (opened_) piece_.text += U'\n';
        opened_ = true;
    }
    void context(const std::string& text) {
        startLine();
        piece_.text += toCodePoints(text);
    }
    void judged(const std::string& line) {
        const auto bar = line.find('|');
        if (bar == std::string::npos) throw std::invalid_argument("hier ontbreekt de streep | tussen beslissing en zin");
        const auto words = trimmed(line.substr(0, bar));
        const auto text = trimmed(line.substr(bar + 1));
        if (text.empty()) throw std::invalid_argument("achter de streep | staat geen zin");
        if (words.empty() && piece_.lines.empty()) throw std::invalid_argument("een regel zonder beslissing hoort onder een regel met een beslissing");
        startLine();
        if (!words.empty()) openLine(words);
        auto& last = piece_.lines.back();
        if (words.empty()) last.text += " / ";
        addText(last, text);
        if (!last.expected && last.marks.empty()) throw std::invalid_argument("bij \"gegevens\" hoort in de zin iets tussen [ en ]");
    }
    void openLine(std::string words) {
        Line line;
        line.number = number_;
        line.start = piece_.text.size();
        for (const auto& [prefix, state] : {std::pair{"nog niet, toont:", State::notYetShows}, std::pair{"nog niet:", State::notYet}})
            if (words.starts_with(prefix)) {
                line.state = state;
                words = trimmed(words.substr(std::string(prefix).size()));
            }
        if (words != "gegevens") line.expected = readExpected(words);
        piece_.lines.push_back(std::move(line));
    }
    void addText(Line& line, const std::string& text) {
        for (std::size_t i = 0; i < text.size();) {
            const auto close = text[i] == '[' ? text.find(']', i) : std::string::npos;
            const auto inner = close == std::string::npos ? "" : text.substr(i + 1, close - i - 1);
            if (inner.find('|') == std::string::npos) {
                const auto next = text.find('[', i + 1);
                addPlain(line, text.substr(i, next == std::string::npos ? next : next - i));
                i = next == std::string::npos ? text.size() : next;
                continue;
            }
            addMark(line, inner);
            i = close + 1;
        }
        line.end = piece_.text.size();
    }
    void addPlain(Line& line, const std::string& text) {
        line.text += text;
        piece_.text += toCodePoints(text);
    }
    void addMark(Line& line, const std::string& inner) {
        std::vector<std::string> parts;
        std::istringstream in(inner);
        for (std::string part; std::getline(in, part, '|');) parts.push_back(trimmed(part));
        if (parts.size() < 2 || parts.size() > 3 || parts[0].empty()) throw std::invalid_argument("tussen haken hoort [tekst|van wie:soort|beslissing], niet [" + inner + "]");
        Mark mark;
        const auto colon = parts[1].find(':');
        const auto who = parts[1].substr(0, colon);
        mark.who = who == "geen" ? Who::nobodyAtAll : who == "onbekend" ? Who::unknown : who == "?" ? Who::anyone : who == "open" ? Who::open : Who::person;
        if (mark.who == Who::person) mark.person = readPerson(file_.settings.back().household, who);
        if (colon != std::string::npos) mark.kind = readKind(parts[1].substr(colon + 1));
        if (parts.size() == 3) mark.expected = readExpected(parts[2]);
        mark.text = parts[0];
        mark.start = piece_.text.size();
        addPlain(line, parts[0]);
        mark.end = piece_.text.size();
        line.marks.push_back(std::move(mark));
    }

    std::string households_;
    CaseFile file_;
    Piece piece_;
    int number_ = 0;
    bool settingUsed_ = false, opened_ = false;
};

}  // namespace

CaseFile parseCases(const std::string& name, const std::string& text, const std::string& households) {
    Reader reader(name, households);
    std::istringstream in(text);
    int number = 0;
    const auto located = [&](const std::exception& e) { return CaseError(name + ":" + std::to_string(number) + ": " + e.what()); };
    try {
        for (std::string line; std::getline(in, line);) reader.read(line, ++number);
        return reader.take();
    } catch (const std::invalid_argument& e) {
        throw located(e);
    } catch (const redaction::household::FormatError& e) {
        throw located(e);
    }
}

}  // namespace cases
