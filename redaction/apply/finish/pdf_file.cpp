#include "redaction/apply/finish/pdf_file.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf 11 wants it
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>

#include <algorithm>
#include <cstdio>

namespace redaction::apply {

namespace {

constexpr int mostInGroup = 100;
// A constant: an identifier derived from the content could be compared with a guess.
constexpr const char* identifier = " /ID [ <31415926535897932384626433832795> <31415926535897932384626433832795> ]";

std::string reference(int number) { return std::to_string(number) + " 0 R"; }

}  // namespace

PdfFile::PdfFile(Packing packing, int next)
    : packing_(packing), out_(packing == Packing::packed ? "%PDF-1.7\n%\xBF\xF7\xA2\xFE\n" : "%PDF-1.4\n%\xBF\xF7\xA2\xFE\n"),
      entries_(static_cast<std::size_t>(next)), next_(next) {}

std::string PdfFile::packed(std::string_view bytes) {
    std::string out;
    Pl_String sink("packed", nullptr, out);
    Pl_Flate flate("packed", &sink, Pl_Flate::a_deflate);
    flate.write(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    flate.finish();
    return out;
}

void PdfFile::add(int number, std::string_view text) {
    auto& entry = entries_.at(static_cast<std::size_t>(number));
    if (packing_ == Packing::plain) {
        entry.place = out_.size();
        ((((out_ += std::to_string(number)) += " 0 obj\n") += text) += "\nendobj\n");
        return;
    }
    entry.stream = next_;
    entry.inStream = inGroup_;
    ((places_ += std::to_string(number)) += ' ') += std::to_string(bodies_.size()) + ' ';
    (bodies_ += text) += '\n';
    if (++inGroup_ == mostInGroup) closeGroup();
}

void PdfFile::addStream(int number, std::string_view dictionary, std::string_view bytes) {
    entries_.at(static_cast<std::size_t>(number)).place = out_.size();
    out_ += std::to_string(number) + " 0 obj\n<< ";
    (out_ += dictionary) += " /Length " + std::to_string(bytes.size()) + " >>\nstream\n";
    (out_ += bytes) += "\nendstream\nendobj\n";
}

void PdfFile::closeGroup() {
    if (inGroup_ == 0) return;
    const auto dictionary = "/Type /ObjStm /N " + std::to_string(inGroup_) + " /First " + std::to_string(places_.size()) + " /Filter /FlateDecode";
    entries_.emplace_back();
    addStream(next_++, dictionary, packed(places_ + bodies_));
    places_.clear();
    bodies_.clear();
    inGroup_ = 0;
}

std::string PdfFile::finish(int root, int information) {
    closeGroup();
    if (packing_ == Packing::plain) writeTable(root, information);
    else writeTableAsStream(root, information);
    return std::move(out_);
}

std::string PdfFile::trailer(int root, int information) const {
    return "/Size " + std::to_string(entries_.size()) + " /Root " + reference(root) + " /Info " + reference(information) + identifier;
}

void PdfFile::writeTable(int root, int information) {
    const auto start = out_.size();
    out_ += "xref\n0 " + std::to_string(entries_.size()) + "\n";
    for (const auto& entry : entries_) {
        char line[24];
        std::snprintf(line, sizeof line, "%010zu %s \n", entry.place, entry.isFree() ? "65535 f" : "00000 n");
        out_ += line;
    }
    out_ += "trailer\n<< " + trailer(root, information) + " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

// Each line less the one above it: what remains packs well.
void PdfFile::writeTableAsStream(int root, int information) {
    const auto start = out_.size();
    entries_.emplace_back().place = start;
    std::size_t width = 2;
    while (std::max(start, entries_.size()) >> (8 * width) != 0) ++width;
    std::string rows, before(width + 2, '\0');
    for (const auto& entry : entries_) {
        std::string row(1, entry.isFree() ? '\0' : entry.stream == 0 ? '\1' : '\2');
        const auto value = entry.stream == 0 ? entry.place : static_cast<std::size_t>(entry.stream);
        for (auto byte = width; byte-- > 0;) row += static_cast<char>(value >> (8 * byte) & 0xFF);
        row += static_cast<char>(entry.inStream);
        rows += '\2';
        for (std::size_t at = 0; at < row.size(); ++at) rows += static_cast<char>(row[at] - before[at]);
        before = row;
    }
    addStream(next_, "/Type /XRef " + trailer(root, information) + " /W [ 1 " + std::to_string(width) + " 1 ] /Filter /FlateDecode /DecodeParms << /Columns " +
                         std::to_string(width + 2) + " /Predictor 12 >>",
              packed(rows));
    out_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
}

}  // namespace redaction::apply
