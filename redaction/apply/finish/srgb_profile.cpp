#include "redaction/apply/finish/srgb_profile.h"

#include <cmath>
#include <cstdint>
#include <iterator>

namespace redaction::apply {

namespace {

constexpr int curvePoints = 256;

std::string number(std::uint32_t value, int bytes) {
    std::string out;
    for (int at = bytes - 1; at >= 0; --at) out += static_cast<char>(value >> (8 * at) & 0xFF);
    return out;
}

std::string fixed(double value) { return number(static_cast<std::uint32_t>(std::lround(value * 65536)), 4); }

std::string xyz(double x, double y, double z) { return "XYZ " + number(0, 4) + fixed(x) + fixed(y) + fixed(z); }

// The transfer function of IEC 61966-2-1.
std::string curve() {
    std::string out = "curv" + number(0, 4) + number(curvePoints, 4);
    for (int at = 0; at < curvePoints; ++at) {
        const double in = static_cast<double>(at) / (curvePoints - 1);
        const double light = in <= 0.04045 ? in / 12.92 : std::pow((in + 0.055) / 1.055, 2.4);
        out += number(static_cast<std::uint32_t>(std::lround(light * 65535)), 2);
    }
    return out;
}

std::string description(const std::string& text) {
    return "desc" + number(0, 4) + number(static_cast<std::uint32_t>(text.size() + 1), 4) + text + std::string(1 + 4 + 4 + 2 + 1 + 67, '\0');
}

std::string padded(std::string data) {
    data.resize((data.size() + 3) / 4 * 4);
    return data;
}

std::string header(std::uint32_t size) {
    std::string out = number(size, 4) + std::string(4, '\0') + number(0x02100000, 4) + "mntrRGB XYZ ";
    for (const int part : {2026, 1, 1, 0, 0, 0}) out += number(static_cast<std::uint32_t>(part), 2);
    out += "acsp" + std::string(28, '\0') + fixed(0.9642) + fixed(1) + fixed(0.8249);
    out.resize(128);
    return out;
}

}  // namespace

std::string srgbProfile() {
    const auto transfer = padded(curve());
    const struct Tag {
        const char* name;
        std::string data;
    } tags[] = {{"desc", padded(description("sRGB"))},          {"cprt", padded("text" + number(0, 4) + "CC0" + std::string(1, '\0'))},
                {"wtpt", xyz(0.9505, 1, 1.0891)},               {"rXYZ", xyz(0.43607, 0.22249, 0.01392)},
                {"gXYZ", xyz(0.38515, 0.71687, 0.09708)},       {"bXYZ", xyz(0.14307, 0.06061, 0.7141)}};
    const char* const curves[] = {"rTRC", "gTRC", "bTRC"};  // share one
    const std::uint32_t count = std::size(tags) + std::size(curves);
    std::string table = number(count, 4), data;
    const auto first = static_cast<std::uint32_t>(128 + 4 + 12 * count);
    const auto add = [&](const char* name, std::size_t at, std::size_t size) {
        table += name + number(first + static_cast<std::uint32_t>(at), 4) + number(static_cast<std::uint32_t>(size), 4);
    };
    for (const auto& tag : tags) {
        add(tag.name, data.size(), tag.data.size());
        data += tag.data;
    }
    for (const auto* name : curves) add(name, data.size(), transfer.size());
    data += transfer;
    return header(static_cast<std::uint32_t>(first + data.size())) + table + data;
}

}  // namespace redaction::apply
