#include "tests/unit/apply/roster.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <memory>
#include <numeric>
#include <random>
#include <sstream>

#include "redaction/apply/flow_text.h"
#include "redaction/apply/rebuild/rebuild.h"
#include "redaction/document/page_builder.h"
#include "tests/unit/apply/other_programs.h"
#include "tests/unit/apply/reading.h"

namespace roster {

namespace {

using namespace redaction;
using document::Box;

constexpr double pageWidth = 420, pageHeight = 260, margin = 50, size = 11, lineStep = 14.5, dpi = 200, blurOfPictures = 1;

struct Placed {
    std::string text;
    double x, y;
    bool underlined = false, upright = true;
};

enum class Paper { typed, typedWithShading, scan, noisyScan };

using Ink = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;

cairo_status_t append(void* sink, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(sink)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

void choose(cairo_t* pen, const char* font) {
    auto* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(pen, options);
    cairo_font_options_destroy(options);
    cairo_select_font_face(pen, font, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen, size);
}

cairo_text_extents_t extents(const std::string& text, const char* font) {
    static const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1), &cairo_surface_destroy);
    const Ink pen(cairo_create(surface.get()), &cairo_destroy);
    choose(pen.get(), font);
    cairo_text_extents_t found;
    cairo_text_extents(pen.get(), text.c_str(), &found);
    return found;
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()};
}

// Sets text as other programs do: with real widths, so that everything on the page depends on the name.
struct Composer {
    const char* font = "Liberation Sans";
    double y = margin;
    std::vector<Placed> placed = {};

    double wide(const std::string& text) const { return extents(text, font).x_advance; }
    double space() const { return wide(" "); }

    double line(const std::string& text, double x = margin) {
        for (const auto& word : words(text)) {
            placed.push_back({word, x, y});
            x += wide(word) + space();
        }
        return x - space();
    }
    void next() { y += lineStep; }
    void lines(std::initializer_list<const char*> all) {
        for (const auto* text : all) line(text), next();
    }

    enum class Edge { ragged, justified };
    void paragraph(const std::string& text, Edge edge) {
        const double room = pageWidth - 2 * margin;
        const auto all = words(text);
        for (std::size_t from = 0; from < all.size(); next()) {
            double used = wide(all[from]);
            auto end = from + 1;
            for (; end < all.size() && used + space() + wide(all[end]) <= room; ++end) used += space() + wide(all[end]);
            const bool stretched = edge == Edge::justified && end < all.size() && end > from + 1;
            const double gap = space() + (stretched ? (room - used) / static_cast<double>(end - from - 1) : 0);
            for (double x = margin; from < end; x += wide(all[from]) + gap, ++from) placed.push_back({all[from], x, y});
        }
    }
};

void draw(cairo_t* pen, const Composer& page) {
    choose(pen, page.font);
    for (const auto& word : page.placed) {
        cairo_save(pen);
        cairo_translate(pen, word.x, word.y);
        if (!word.upright) cairo_rotate(pen, -M_PI / 2);
        cairo_move_to(pen, 0, 0);
        cairo_show_text(pen, word.text.c_str());
        if (word.underlined) cairo_rectangle(pen, 0, 1.5, page.wide(word.text), 0.6), cairo_fill(pen);
        cairo_restore(pen);
    }
}

std::string typed(const Composer& page, Paper paper) {
    std::string bytes;
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, pageWidth, pageHeight), &cairo_surface_destroy);
    const Ink pen(cairo_create(surface.get()), &cairo_destroy);
    if (paper == Paper::typedWithShading) {
        auto* shade = cairo_pattern_create_linear(0, 240, 200, 260);
        cairo_pattern_add_color_stop_rgb(shade, 0, 0, 0, 1);
        cairo_pattern_add_color_stop_rgb(shade, 1, 1, 1, 1);
        cairo_set_source(pen.get(), shade);
        cairo_pattern_destroy(shade);
        cairo_rectangle(pen.get(), 50, 245, 100, 8);
        cairo_fill(pen.get());
        cairo_set_source_rgb(pen.get(), 0, 0, 0);
    }
    draw(pen.get(), page);
    cairo_show_page(pen.get());
    cairo_surface_finish(surface.get());
    return bytes;
}

std::string scanned(const Composer& page, Paper paper) {
    const double by = dpi / 72;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, int(pageWidth * by), int(pageHeight * by)), &cairo_surface_destroy);
    const Ink pen(cairo_create(surface.get()), &cairo_destroy);
    cairo_set_source_rgb(pen.get(), 0.96, 0.95, 0.92);
    cairo_paint(pen.get());
    cairo_scale(pen.get(), by, by);
    cairo_set_source_rgb(pen.get(), 0.1, 0.1, 0.1);
    draw(pen.get(), page);
    cairo_surface_flush(surface.get());
    if (paper == Paper::noisyScan) {
        std::minstd_rand random(7);
        auto* at = cairo_image_surface_get_data(surface.get());
        const auto count = std::ptrdiff_t(cairo_image_surface_get_stride(surface.get())) * cairo_image_surface_get_height(surface.get());
        for (std::ptrdiff_t pixel = 0; pixel < count; pixel += 4) {
            const int grain = int(random() % 21) - 10;
            for (int part = 0; part < 3; ++part) at[pixel + part] = static_cast<unsigned char>(std::clamp(at[pixel + part] + grain, 0, 255));
        }
        cairo_surface_mark_dirty(surface.get());
    }
    std::string png;
    cairo_surface_write_to_png_stream(surface.get(), append, &png);
    return png;
}

// What reading by OCR would give: boxes as large as the ink.
document::Document readAsScan(const Composer& page) {
    document::Document read;
    read.layout = document::Layout::paged;
    document::PageBuilder builder(read, pageWidth, pageHeight);
    const Placed* before = nullptr;
    for (const auto& word : page.placed) {
        if (before && word.y > before->y + 1.5 * lineStep) builder.paragraphBreak();
        else if (before && word.y > before->y + 1) builder.lineBreak();
        const auto ink = extents(word.text, page.font);
        const double x = word.x + ink.x_bearing, y = word.y + ink.y_bearing;
        builder.word(document::toCodePoints(word.text), {x, y, x + ink.width, y + ink.height}, 0.95, true);
        before = &word;
    }
    builder.finish();
    read.pages[0].scanned = true;
    return read;
}

std::string release(const Composer& page, Paper paper, const std::vector<std::string>& hidden) {
    const bool scan = paper == Paper::scan || paper == Paper::noisyScan;
    const auto bytes = scan ? scanned(page, paper) : typed(page, paper);
    const auto document = scan ? readAsScan(page) : reading::read(bytes);
    const auto marks = reading::hide(document, hidden);
    if (marks.empty()) throw std::logic_error("the name is not found on the page");
    return apply::rebuildPdf(bytes, document, marks, std::vector<std::string>(marks.size(), "[A]"), "Proef", {}).bytes;
}

std::string filled(std::string text, const std::string& person) {
    for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + person.size())) text.replace(at, 1, person);
    return text;
}

using Compose = std::function<void(Composer&, const std::string&)>;

Layout onPaper(std::string name, Paper paper, Compose compose, const char* font = "Liberation Sans", std::vector<std::string> others = {}) {
    return {std::move(name), [=](const std::string& person) {
                Composer page{font};
                page.lines({"Verslag van het huisbezoek", "Aanwezig waren de ouders en de begeleider."});
                page.next();
                compose(page, person);
                page.next();
                page.lines({"Daarna is een nieuwe afspraak gemaakt.", "Het gesprek duurde een uur."});
                std::stable_partition(page.placed.begin(), page.placed.end(), [](const auto& word) { return word.upright; });
                auto hidden = others;
                hidden.push_back(person);
                return release(page, paper, hidden);
            }, paper == Paper::typed ? 0.0 : blurOfPictures};
}

Compose oneLine(const char* text) {
    return [=](Composer& page, const std::string& person) { page.line(filled(text, person)), page.next(); };
}

Compose placedLine(const char* text, double share) {  // share of the free room at its left
    return [=](Composer& page, const std::string& person) {
        const auto line = filled(text, person);
        double wide = -page.space();
        for (const auto& word : words(line)) wide += page.wide(word) + page.space();
        page.line(line, margin + (pageWidth - 2 * margin - wide) * share), page.next();
    };
}

Compose running(const char* text, Composer::Edge edge) {
    return [=](Composer& page, const std::string& person) { page.paragraph(filled(text, person), edge); };
}

void label(Composer& page, const std::string& person) {
    page.line("Naam:"), page.line(person, margin + 90), page.next();
    page.line("Geboren:"), page.line("12 mei 2011", margin + 90), page.next();
    page.line("School:"), page.line("De Regenboog", margin + 90), page.next();
}

void lonelyLabel(Composer& page, const std::string& person) {
    const double end = page.line(person, page.line("Naam:") + 3 * page.space());
    page.line("Geboren: 12 mei 2011", end + 8 * page.space()), page.next();
}

void table(Composer& page, const std::string& person) {
    for (const auto& row : std::vector<std::array<std::string, 3>>{{"Datum", "Wie", "Wat"}, {"3 maart", person, "belde over school"}, {"9 maart", "vader", "kwam langs"}}) {
        page.line(row[0]), page.line(row[1], margin + 70), page.line(row[2], margin + 235), page.next();
    }
}

void underlinedBehind(Composer& page, const std::string& person) {
    page.line("Toen belde " + person + " over de vakantie"), page.next();
    page.placed.back().underlined = true;
}

void upTheSide(Composer& page, const std::string& person) {
    double y = 230;
    for (const auto& word : words("Over " + person + " hier")) {
        page.placed.push_back({word, 24, y, false, false});
        y -= page.wide(word) + page.space();
    }
}

const char* const story =
    "Op maandag belde de leerkracht omdat @ opnieuw niet op school was gekomen en er thuis niemand opnam. Later die dag "
    "kwam er bericht dat alles goed was en dat het gesprek van dinsdag gewoon door kan gaan op het kantoor.";
const char* const storyStart =
    "De leerkracht belde op maandag omdat het thuis niet goed leek te gaan en niemand opnam. Aan het eind van de middag "
    "belde @ terug en zei dat alles in orde was, dat het gesprek van dinsdag door kan gaan en dat vader meekomt.";

std::string flowing(const std::string& person) {
    static const auto rules = policy::RuleSet::load(LAKWERK_SOURCE_DIR "/templates/rules");
    document::Document document;
    document.text = document::toCodePoints(filled(story, person));
    const auto marks = reading::hide(document, {person});
    apply::typeset::Text text;
    text.blocks = apply::flowBlocks(document, marks, rules);
    return apply::typeset::typeset(text).pdf;
}

}  // namespace

const std::vector<Layout>& layouts() {
    using enum Paper;
    using Edge = Composer::Edge;
    static const std::vector<Layout> all{
        onPaper("midden op een regel", typed, oneLine("Toen belde @ over de vakantie")),
        onPaper("midden, Liberation Serif", typed, oneLine("Toen belde @ over de vakantie"), "Liberation Serif"),
        onPaper("midden, DejaVu Sans", typed, oneLine("Toen belde @ over de vakantie"), "DejaVu Sans"),
        onPaper("midden, Liberation Mono", typed, oneLine("Toen belde @ over school"), "Liberation Mono"),
        onPaper("begin van een regel", typed, oneLine("@ belde over de vakantie")),
        onPaper("einde van een regel", typed, oneLine("Over de vakantie belde @")),
        onPaper("regel in het midden gezet", typed, placedLine("Verslag over @ van mei", 0.5)),
        onPaper("regel rechts gezet", typed, placedLine("betreft: @", 1)),
        onPaper("twee namen op een regel", typed, oneLine("Toen belde @ met Corrie Zwaan over school"), "Liberation Sans", {"Corrie Zwaan"}),
        onPaper("onderstreept woord erachter", typed, underlinedBehind),
        onPaper("formulierregel in een kolom", typed, label),
        onPaper("formulierregel met spaties", typed, lonelyLabel),
        onPaper("cel van een tabel", typed, table),
        onPaper("alinea", typed, running(story, Edge::ragged)),
        onPaper("alinea, later", typed, running(storyStart, Edge::ragged)),
        onPaper("alinea, uitgevuld", typed, running(story, Edge::justified)),
        onPaper("alinea, uitgevuld, later", typed, running(storyStart, Edge::justified)),
        onPaper("langs de zijkant omhoog", typed, upTheSide),
        onPaper("bladzijde met verloop (raster)", typedWithShading, oneLine("Toen belde @ over de vakantie")),
        onPaper("scan, midden", scan, oneLine("Toen belde @ over de vakantie")),
        onPaper("scan, alleen op een regel", scan, oneLine("@")),
        onPaper("scan met korrel", noisyScan, oneLine("Toen belde @ over de vakantie")),
        onPaper("scan, alinea", scan, running(story, Edge::ragged)),
        {"lopende tekst (opnieuw gezet)", flowing, 0},
    };
    return all;
}

std::vector<std::string> people(std::size_t count) {
    static const std::array first{"Jan", "Bo", "Willemijn", "Fatima", "Anne", "Mohammed", "Sanne", "Ad", "Christiaan", "Noor", "Piet", "Jolanda", "Sem", "Emma", "Bartholomeus", "Ties", "Marijke", "Ilse", "Guusje", "Okke"};
    static const std::array last{"Jansen", "de Vries", "Bakker", "van den Heuvel", "Mol", "Postma", "van der Berg", "El Idrissi", "Smit", "Yilmaz", "Groenewoud", "Vos", "Dijkstra", "de Groot", "Kok", "Hoekstra", "Vermeulen", "Prins", "Haan", "Schippers"};
    std::vector<std::string> all;
    for (const auto* one : first)
        for (const auto* other : last) all.push_back(std::string(one) + " " + other);
    std::mt19937 random(1);
    std::shuffle(all.begin(), all.end(), random);
    all.resize(std::min(count, all.size()));
    return all;
}

double nameWidth(const std::string& person) { return extents(person, "Liberation Sans").x_advance; }

bool Sign::fits(const Sign& other) const {
    if (text != other.text || places.size() != other.places.size()) return false;
    for (std::size_t at = 0; at < places.size(); ++at)
        if (std::abs(places[at] - other.places[at]) > blur) return false;
    return true;
}

Sign signOf(long number) { return {std::to_string(number), {}, 0}; }

Sign signOf(const Layout& layout, const std::string& person) {
    const auto pdf = layout.release(person);
    if (layout.blur == 0) return {pdf, {}, 0};
    const other::Folder folder;
    std::istringstream found(other::run("pdftotext -bbox " + folder.write("a.pdf", pdf).string() + " -"));
    Sign sign{{}, {}, layout.blur};
    for (std::string line; std::getline(found, line);) {
        double box[4];
        if (std::sscanf(line.c_str(), " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", box, box + 1, box + 2, box + 3) != 4) continue;
        sign.places.insert(sign.places.end(), box, box + 4);
        sign.text += line.substr(line.find('>')) + "\n";
    }
    return sign;
}

double singledOut(const std::vector<Sign>& signs, std::size_t size) {
    constexpr std::size_t draws = 20000;
    std::mt19937 random(2);
    std::vector<std::size_t> order(signs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::vector<char>> fit(signs.size(), std::vector<char>(signs.size()));
    for (std::size_t one = 0; one < signs.size(); ++one)
        for (std::size_t other = 0; other < one; ++other) fit[one][other] = fit[other][one] = signs[one].fits(signs[other]);
    std::size_t alone = 0;
    for (std::size_t draw = 0; draw < draws; ++draw) {
        for (std::size_t at = 0; at < size; ++at) std::swap(order[at], order[at + random() % (order.size() - at)]);
        alone += std::none_of(order.begin() + 1, order.begin() + static_cast<std::ptrdiff_t>(size), [&](auto other) { return fit[order[0]][other] != 0; });
    }
    return static_cast<double>(alone) / draws;
}

}  // namespace roster
