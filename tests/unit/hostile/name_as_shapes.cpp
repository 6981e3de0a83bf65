#include "tests/unit/hostile/name_as_shapes.h"

#include <cairo.h>

#include "tests/unit/hostile/hostile_inputs.h"

namespace hostile {

std::string nameAsShapes(double x, double y) {
    cairo_surface_t* surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR, nullptr);
    cairo_t* pen = cairo_create(surface);
    cairo_select_font_face(pen, "Liberation Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(pen, 14);
    cairo_text_path(pen, secret);
    cairo_path_t* path = cairo_copy_path(pen);
    std::string operators = "q 1 0 0 -1 " + std::to_string(x) + " " + std::to_string(y) + " cm\n";
    for (int at = 0; at < path->num_data; at += path->data[at].header.length) {
        const auto* data = &path->data[at];
        const int points = data->header.type == CAIRO_PATH_CURVE_TO ? 3 : data->header.type == CAIRO_PATH_CLOSE_PATH ? 0 : 1;
        for (int point = 1; point <= points; ++point) operators += std::to_string(data[point].point.x) + " " + std::to_string(data[point].point.y) + " ";
        operators += points == 3 ? "c\n" : points == 0 ? "h\n" : data->header.type == CAIRO_PATH_MOVE_TO ? "m\n" : "l\n";
    }
    cairo_path_destroy(path);
    cairo_destroy(pen);
    cairo_surface_destroy(surface);
    return operators + "f Q\n";
}

}  // namespace hostile
