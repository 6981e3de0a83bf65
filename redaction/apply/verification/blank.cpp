#include "redaction/apply/verification/blank.h"

#include "redaction/apply/typeset/typeset.h"

namespace redaction::apply::verification {

namespace {

// One of each kind of block; no text but a letter.
std::string typesetFromNothing() {
    using namespace typeset;
    const Runs letter{{"x", Style::plain}, {"x", Style::bold}, {"x", Style::mark}};
    Text text;
    text.headerLines = text.footerLines = {"x"};
    text.blocks = {Heading{1, "x"}, Heading{2, "x"}, Paragraph{letter}, List{{letter, letter}, Numbering::bullets},
                   List{{letter, letter}, Numbering::numbers}, Table{{"x", "x"}, {{letter, letter}}, {}, "x"},
                   KeyValues{{{"x", letter}}}, Notice{letter}, Rule{}, PageBreak{}, Paragraph{letter}};
    return typeset::typeset(text).pdf;
}

}  // namespace

void Blank::make() const {
    const auto source = typesetFromNothing();
    files_.push_back({"blanco.pdf", source});
    const auto document = reader_.read(source, "blanco.pdf").document;
    files_.push_back({"blanco.pdf", reader_.rebuild(source, document, {}, {}, {}).pdf});
    files_.push_back({"blanco.pdf", reader_.rebuild(source, withPictures(document, {0}), {}, {}, {}).pdf});
}

const KnownSayings& Blank::metBy(const std::string& name, const Look& look) const {
    const std::lock_guard lock(mutex_);
    if (files_.empty()) make();
    const auto [known, isNew] = met_.try_emplace(name);
    if (isNew)
        for (const auto& file : files_) known->second.add(look(file));
    return known->second;
}

}  // namespace redaction::apply::verification
