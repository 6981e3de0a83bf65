// Reads a file of corrections, as `lakwerk propose --corrections` takes it.
#include "redaction/household/correction.h"
#include "redaction/household/json_fields.h"

namespace redaction::household {

namespace {

Target targetFrom(const Fields& f) {
    const auto text = f.requiredText("target");
    if (text != "mention" && text != "passage") f.fail("target", "hier hoort mention of passage");
    return text == "mention" ? Target::mention : Target::passage;
}

Reach reachFrom(const Fields& f) {
    const auto text = f.text("reach");
    if (!text.empty() && text != "place" && text != "everywhere") f.fail("reach", "hier hoort place of everywhere");
    return text == "everywhere" ? Reach::everywhere : Reach::place;
}

Correction readCorrection(const Fields& f) {
    Correction it{f.requiredText("id"), targetFrom(f), reachFrom(f), f.text("fragment"), f.number("start"), f.number("end"), f.text("form"), f.text("from"), f.texts("to")};
    if (it.target == Target::passage && it.reach == Reach::everywhere) f.fail("reach", "een passage wordt op haar eigen plaats verbeterd");
    if (it.target == Target::passage && it.to.empty()) f.fail("to", "dit veld is verplicht");
    if (it.target == Target::mention && it.to.size() > 1) f.fail("to", "een vermelding is van hoogstens een persoon");
    if (it.reach == Reach::everywhere && it.form.empty()) f.fail("form", "dit veld is verplicht");
    if (it.reach == Reach::place && (it.fragment.empty() || it.end <= it.start)) f.fail("start", "de plaats ontbreekt");
    return it;
}

}  // namespace

Corrections parseCorrections(std::string_view json) {
    const auto object = parseJsonObject(json);
    Corrections all;
    Fields(object, "").each("corrections", [&](const Fields& f) { all.push_back(readCorrection(f)); });
    return all;
}

}  // namespace redaction::household
