#include "redaction/document/pdf/layers.h"

#include <map>

namespace redaction::document::pdf {

Layers::Layers(const Source& source) : source_(source) {
    fz_context* context = source.context();
    int count = 0;
    guarded(context, [&] { count = pdf_count_layers(context, source.document()); });
    for (int layer = 0; layer < count; ++layer) {
        int enabled = 1;
        guarded(context, [&] { enabled = pdf_layer_is_enabled(context, source.document(), layer); });
        if (!enabled) off_.push_back(layer);
    }
}

void Layers::turn(Turn turn) const {
    for (const int layer : off_)
        guarded(source_.context(), [&] { pdf_enable_layer(source_.context(), source_.document(), layer, turn == Turn::on ? 1 : 0); });
}

std::vector<std::u32string> Layers::hiddenLines(int number, const std::vector<NativeWord>& shown) const {
    std::map<std::u32string, int> left;
    for (const auto& word : shown) ++left[word.text()];
    std::vector<std::u32string> lines;
    turn(Turn::on);
    PageText all;
    try {
        all = extractText(source_, drawPage(source_, number));
    } catch (...) {
        turn(Turn::off);
        throw;
    }
    turn(Turn::off);
    bool follows = false;
    for (const auto& word : all.words) {
        const bool isShown = left[word.text()]-- > 0;
        if (!isShown && follows && !word.startsLine) lines.back() += U' ' + word.text();
        else if (!isShown) lines.push_back(word.text());
        follows = !isShown;
    }
    return lines;
}

}  // namespace redaction::document::pdf
