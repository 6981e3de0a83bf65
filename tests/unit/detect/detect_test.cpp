// Mentions in the forms the field writes them, and look-alikes that are none. The tables are meant to be added to.
#include "redaction/detect/detect.h"

#include <gtest/gtest.h>

#include <set>

#include "redaction/detect/recognisers.h"
#include "redaction/document/document.h"
#include "tests/unit/detect/marked_text.h"

namespace {

using namespace redaction;

const char* const kHousehold = R"({"case":"proef","reference_date":"2026-03-02","persons":[
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

std::vector<detect::Mention> mentionsIn(const std::string& text) {
    static const auto household = household::parseCase(kHousehold);
    static const detect::People people(household);
    detect::Strangers strangers;
    const detect::TextView view(document::toCodePoints(text));
    return detect::detect(view, people, strangers);
}

std::string textOf(const std::string& text, const detect::Mention& m) {
    return document::toUtf8(std::u32string_view(document::toCodePoints(text)).substr(m.start, m.end - m.start));
}

std::string shown(const std::string& text, const std::vector<detect::Mention>& mentions) {
    std::string all;
    for (const auto& m : mentions) all += " [" + m.subject + ":" + detect::toText(m.kind) + "|" + textOf(text, m) + "]";
    return all;
}

class Marked : public testing::TestWithParam<const char*> {};
TEST_P(Marked, MentionsAreFoundWithTheirOwner) {
    const auto expected = marked::parse(GetParam());
    const auto mentions = mentionsIn(expected.plain);
    for (const auto& mark : expected.marks) {
        bool found = false;
        for (const auto& m : mentions)
            found = found || (textOf(expected.plain, m) == mark.text && detect::toText(m.kind) == mark.kind && (m.subject == mark.subject || (mark.subject == "~" && detect::isStranger(m.subject))));
        EXPECT_TRUE(found) << mark.subject << ":" << mark.kind << "|" << mark.text << " in: " << expected.plain << "\n  found:" << shown(expected.plain, mentions);
    }
}
INSTANTIATE_TEST_SUITE_P(Names, Marked, testing::Values(
    "Vandaag belde [[moeder:name|Femke van der Plas]] zelf.", "Brief aan [[moeder:name|mevr. F.J. van der Plas]].", "Gesprek met [[moeder:name|mevrouw Van der Plas]] gehad.",
    "Het gaat goed, zei [[moeder:name|FEMKE VAN DER PLAS]].", "Getekend door [[moeder:initials|F. v.d. P.]] op maandag.", "Ook [[moeder:name|Femkes]] fiets stond er.",
    "sprak [[moeder:name|femke]] bij de deur, was moe", "Daarna kwam [[moeder:name|Femke Brinkhuis]] binnen.", "Namens [[moeder:name|mevrouw Brinkhuis-van der Plas]] is gebeld.",
    "Hij heet [[vader:name|BRINKHUIS, Gijsbert]] in de akte.", "Toen kwam [[vader:name|Gijs]] naar buiten.", "Volgens [[vader:name|Gijs B.]] klopt dat niet.",
    "Bestand: verslag_[[vader:name|gbrinkhuis]]_0303.pdf", "De moeder van [[kind1:name|Storm]] belde.", "Ook [[kind2:name|Jintes]] juf was er.", "Daar was ook [[kind2:name|Jnite]] weer, tijdens de les.",
    "Brief van [[zofia:name|Zofia Koscielna]] ontvangen.", "Brief van [[zofia:name|Zofia Kościelna]] ontvangen.", "Gesprek door [[prof1:name|Nadia van 't Hooft]] gevoerd.", "Zij sprak [[prof1:name|mevrouw Van 't Hooft]] op de gang.",
    "Ook [[~:name|meneer Jansma]] van school was erbij.", "Op school vertelde [[~:name|juf Annelies]] over de reis.", "In [[~:name|tante Gerda]] heeft zij veel vertrouwen.", "Later kwam [[~:name|Willemijn Postema]] ook langs.",
    "Zij trouwde met [[~:name|Sanne de Wit]] in 2019."));
INSTANTIATE_TEST_SUITE_P(Roles, Marked, testing::Values(
    "Gisteren was [[moeder:role|moeder]] er niet.", "[[vader:role|Vader]] zegt dat [[oma:role|zijn moeder]] ziek is.", "[[moeder:role|Moeder]] is bang voor [[vader:role|haar ex]].",
    "[[vader:role|Haar ex-man]] doet het goed.", "Ook [[oma:role|oma van vaderskant]] was er.", "Het gaat om [[~:role|buurvrouw van nummer 14]] volgens hem.", "Daarop belde [[vader:role|papa]] terug."));
INSTANTIATE_TEST_SUITE_P(Values, Marked, testing::Values(
    "Moeder, BSN [[moeder:bsn|1112.22.333]], woont daar.", "Burgerservicenummer: [[moeder:bsn|111 222 333]].", "Zij is geboren op [[moeder:birthdate|12-4-1985]].", "Moeder, geb. [[moeder:birthdate|120485]].",
    "Moeder, geb. [[moeder:birthdate|12 april '85]].", "Bel [[moeder:phone|06-12 34 56 78]] na zes uur.", "Bel [[moeder:phone|+31 6 12345678]] na zes uur.", "Mail naar [[moeder:email|femkevdplas85@post.example]] graag.",
    "Rekening [[moeder:iban|NL91 ABNA 0417 1643 00]] is van haar.", "Zij woont [[moeder:address|Korenbloemstraat 14-A]], [[moeder:postcode|1234 AB]] [[moeder:place|Oudewater]].", "Zij woont aan de [[moeder:address|Korenbloemstr. 14A]].",
    "Hij zit op [[kind1:school|obs De Wegwijzer]] in groep 5.", "Op [[kind1:school|De Wegwijzer]] gaat het goed.", "Huisarts is [[moeder:gp|Huisartsenpraktijk De Linde]] geworden.", "Vader rijdt in een auto met kenteken [[vader:plate|K-123-BD]].",
    "Vader heeft [[vader:health|een depressie]] gehad.", "Vader kreeg [[vader:criminal|een taakstraf]] opgelegd."));

class LookAlike : public testing::TestWithParam<const char*> {};
TEST_P(LookAlike, IsNoMentionOfAPerson) {
    for (const auto& m : mentionsIn(GetParam()))
        EXPECT_FALSE(m.kind == detect::Kind::name || m.kind == detect::Kind::bsn || m.kind == detect::Kind::initials) << shown(GetParam(), mentionsIn(GetParam()));
}
INSTANTIATE_TEST_SUITE_P(All, LookAlike, testing::Values(
    "Tijdens de storm waren de scholen dicht.", "Zij kocht taart bij de bakker in het dorp.", "De gordijnen zijn wit geworden.", "Er stond een roos op tafel.", "Zij woont in de Willem de Zwijgerlaan.",
    "Overleg in zaal Annie Romein volgende week.", "Factuur 123456782 klopt niet.", "Voor de kust geldt code geel door storm.", "In mei begint de cursus weer.", "Het mark van de zaak is duidelijk."));

TEST(Recognisers, EachIsListedAndFindsSomething) {
    std::set<std::string_view> names;
    for (const auto& r : detect::recognisers()) names.insert(r.name);
    EXPECT_EQ(names, (std::set<std::string_view>{"names", "initials", "roles", "numbers", "dates", "addresses", "known_values", "places", "categories"}));
}

TEST(Strangers, AreKeptApartAndLinked) {
    detect::Strangers strangers;
    const auto a = strangers.meet("annelies", "", true).key;
    EXPECT_EQ(strangers.meet("annelies", "postema", false).key, a);
    EXPECT_EQ(strangers.meet("", "postema", false).key, a);
    EXPECT_NE(strangers.meet("gerda", "postema", false).key, a);
}

TEST(TextView, KeepsOneByteForEachCodePoint) {
    const std::u32string text = U"Zoë Kılıç – “naïef” €";
    const detect::TextView view(text);
    EXPECT_EQ(view.size(), text.size());
    EXPECT_EQ(view.word(0), "zoe");
    EXPECT_EQ(view.word(1), "kilic");
}

}  // namespace
