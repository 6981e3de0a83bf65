// An invented household and what is found in a text about it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "redaction/detect/detect.h"
#include "redaction/document/document.h"
#include "tests/unit/detect/marked_text.h"

namespace household_of_tests {

using namespace redaction;

inline const char* const kHousehold = R"({"case":"proef","reference_date":"2026-03-02","persons":[
 {"id":"moeder","kind":"family","given":["Femke","Johanna"],"called":"Femke","nicknames":["Fem"],"prefix":"van der","family":"Plas","partner_name":"Brinkhuis",
  "birthdate":"1985-04-12","bsn":"111222333","phones":["0612345678"],"emails":["femkevdplas85@post.example"],"ibans":["NL91ABNA0417164300"],
  "addresses":[{"street":"Korenbloemstraat","number":"14-A","postcode":"1234 AB","city":"Oudewater","secret":false}],"employer":"Bakkerij Van Tuinen","gp":"Huisartsenpraktijk De Linde"},
 {"id":"vader","kind":"family","given":["Gijsbert"],"called":"Gijs","family":"Brinkhuis","birthdate":"1983-09-01"},
 {"id":"kind1","kind":"family","given":["Storm"],"called":"Storm","family":"Brinkhuis","birthdate":"2017-05-05","school":"obs De Wegwijzer"},
 {"id":"kind2","kind":"family","given":["Jinte"],"called":"Jinte","family":"Brinkhuis","birthdate":"2012-10-20"},
 {"id":"oma","kind":"family","given":["Adriana"],"called":"Ada","prefix":"de","family":"Wit","partner_name":"Brinkhuis"},
 {"id":"zofia","kind":"family","given":["Zofia"],"called":"Zosia","family":"Kościelna"},
 {"id":"prof1","kind":"professional","given":["Nadia"],"called":"Nadia","prefix":"van 't","family":"Hooft","partner":"vt"}],
 "relations":[{"type":"parent","from":"moeder","to":"kind1"},{"type":"parent","from":"vader","to":"kind1"},{"type":"parent","from":"moeder","to":"kind2"},
 {"type":"parent","from":"vader","to":"kind2"},{"type":"parent","from":"oma","to":"vader"},{"type":"sibling","from":"kind1","to":"kind2"},{"type":"ex-partner","from":"moeder","to":"vader"}]})";

inline std::vector<detect::Mention> mentionsIn(const std::string& text) {
    static const auto household = household::parseCase(kHousehold);
    static const detect::People people(household);
    detect::Strangers strangers;
    const detect::TextView view(document::toCodePoints(text));
    auto mentions = detect::detect(view, people, strangers);
    detect::linkStrangers(view, people, strangers, mentions);
    return mentions;
}

inline std::string textOf(const std::string& text, const detect::Mention& m) {
    return document::toUtf8(std::u32string_view(document::toCodePoints(text)).substr(m.start, m.end - m.start));
}

inline std::string shown(const std::string& text, const std::vector<detect::Mention>& mentions) {
    std::string all;
    for (const auto& m : mentions) all += " [" + m.subject + ":" + detect::toText(m.kind) + "|" + textOf(text, m) + "]";
    return all;
}

// Every mark of "[[moeder:name|Anna]] belde" is found, with its owner; "~": anybody the case does not know.
inline void expectMarked(const std::string& row) {
    const auto expected = marked::parse(row);
    const auto mentions = mentionsIn(expected.plain);
    for (const auto& mark : expected.marks) {
        bool found = false;
        for (const auto& m : mentions)
            found = found || (textOf(expected.plain, m) == mark.text && detect::toText(m.kind) == mark.kind && (m.subject == mark.subject || (mark.subject == "~" && detect::isStranger(m.subject))));
        EXPECT_TRUE(found) << mark.subject << ":" << mark.kind << "|" << mark.text << " in: " << expected.plain << "\n  found:" << shown(expected.plain, mentions);
    }
}

}  // namespace household_of_tests
