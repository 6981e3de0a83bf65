#include "service/web/pages/periods.h"

#include <algorithm>

#include "service/casework/words.h"

namespace service::web::pages {

namespace {

using redaction::household::Case;
using redaction::household::Date;

constexpr int labelWidth = 220, barWidth = 460, rowHeight = 24, axisHeight = 20;

double yearsOf(const Date& day) {
    return static_cast<int>(day.year()) + (static_cast<unsigned>(day.month()) - 1) / 12.0 + static_cast<unsigned>(day.day()) / 372.0;
}

struct Scale {
    double first = 0, last = 0;
    int at(double year) const { return labelWidth + static_cast<int>(barWidth * (std::clamp(year, first, last) - first) / (last - first)); }
};

Scale scaleOf(const Case& known, double now) {
    double first = now - 2;
    for (const auto& authority : known.authority)
        if (authority.from) first = std::min(first, yearsOf(*authority.from));
    return {static_cast<double>(static_cast<int>(first)), now + 1};
}

Data yearsData(const Scale& scale) {
    auto years = Data::array();
    const int step = scale.last - scale.first > 12 ? 5 : scale.last - scale.first > 6 ? 2 : 1;
    for (int year = static_cast<int>(scale.first); year < scale.last - 0.6; year += step)
        years.push_back({{"x", std::to_string(scale.at(year))}, {"words", std::to_string(year)}});
    return years;
}

bool gives(const std::string& type) { return type == "joint" || type == "sole" || type == "guardian"; }

}  // namespace

Data authorityPeriods(const Visit& visit, const Case& known) {
    const double now = yearsOf(amsterdamDay(visit.site.office.environment.clock.now()));
    const auto scale = scaleOf(known, now);
    auto bars = Data::array();
    int y = axisHeight;
    for (const auto& authority : known.authority) {
        const int from = scale.at(authority.from ? yearsOf(*authority.from) : scale.first), to = scale.at(authority.to ? yearsOf(*authority.to) : scale.last);
        const auto type = visit.texts().has("authority." + authority.type) ? visit.say("authority." + authority.type) : authority.type;
        bars.push_back({{"y", std::to_string(y + 5)}, {"text_y", std::to_string(y + 16)}, {"x", std::to_string(from)}, {"width", std::to_string(std::max(to - from, 3))},
                        {"gives", gives(authority.type)}, {"type_x", std::to_string(from + 6)}, {"type", type},
                        {"words", casework::nameIn(known, authority.holder) + " → " + casework::nameIn(known, authority.child)}});
        y += rowHeight;
    }
    return {{"any", !bars.empty()}, {"bars", bars}, {"years", yearsData(scale)}, {"width", std::to_string(labelWidth + barWidth + 10)}, {"height", std::to_string(y + 6)},
            {"now_x", std::to_string(scale.at(now))}, {"label", visit.say("facts.periods-label")}};
}

}  // namespace service::web::pages
