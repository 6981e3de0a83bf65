// Hard items: how people and what is theirs stand in scans, hurried notes, mails and files. Every row is a text with what
// must be found in it, in the length a reader would mark. The tables are meant to be added to.
#include <gtest/gtest.h>

#include "tests/unit/detect/household_of_tests.h"
#include "tests/unit/detect/marked_text.h"

namespace {

using namespace household_of_tests;

class HardItem : public testing::TestWithParam<const char*> {};
TEST_P(HardItem, IsFound) { expectMarked(GetParam()); }

INSTANTIATE_TEST_SUITE_P(Capitals, HardItem, testing::Values(
    "INZAKE: [[moeder:name|VAN DER PLAS, FEMKE JOHANNA]]", "BETREFT [[kind1:name|STORM BRINKHUIS]] EN [[kind2:name|JINTE BRINKHUIS]]", "[[vader:name|DHR. G. BRINKHUIS]] VERKLAARDE ALS VOLGT",
    "GETUIGE: [[~:name|MW. T. HOOGENBOSCH]], BUURVROUW", "VERDACHTE [[vader:name|BRINKHUIS]] WERD AANGEHOUDEN", "AANWEZIG: [[prof1:name|N. VAN 'T HOOFT]], OUDERS", "[[oma:name|A. DE WIT]] BELDE TERUG",
    "Naam kind: [[kind2:name|BRINKHUIS J.]], klas 2b"));
INSTANTIATE_TEST_SUITE_P(Scanned, HardItem, testing::Values(
    "[[kind2:name|Jlnte]] wilde niet praten.", "Ook [[vader:name|Gljs]] kwam binnen.", "[[moeder:role|rnoeder]] zegt dat het goed gaat.", "Volgens [[moeder:role|rnama]] is dat niet zo.",
    "Gesprek met [[oma:role|grootrnoeder]] gehad.", "De brief van [[vader:role|vacler]] is binnen.", "Geb. [[moeder:birthdate|l2-04-l985]] te Oudewater.", "Geb. [[moeder:birthdate|12-O4-1985]] te Oudewater.",
    "BSN [[moeder:bsn|ll1222333]] klopt.", "Bel [[moeder:phone|O6-12345678]] na zes uur.", "Bel [[moeder:phone|06-l2345678]] na zes uur.", "[[moeder:name|Mw. van der P1as]] tekende.", "Ook [[kind1:name|St0rm]] zat erbij.",
    "Ook [[oma:role|haar schoonrnoeder]] was er.", "[[zofia:name|Mevrouw Koście1na]] belde."));
INSTANTIATE_TEST_SUITE_P(BrokenByLines, HardItem, testing::Values(
    "Daarna belde [[moeder:name|Femke van der\nPlas]] weer.", "Daarna belde [[moeder:name|Fem-\nke van der Plas]] weer.", "Dit is van [[vader:name|Gijs-\nbert Brinkhuis]] zelf.",
    "Dit is van [[moeder:name|mevrouw Van\nder Plas]] zelf.", "Ook [[moeder:role|moe-\nder]] was erbij die dag.", "Dit tekende [[prof1:name|Nadia van\n't Hooft]] gisteren."));
INSTANTIATE_TEST_SUITE_P(Spellings, HardItem, testing::Values(
    "[[zofia:name|Zofja]] kwam later.", "[[zofia:name|Koscelna]] tekende niet.", "[[zofia:name|Zofia Koscielny]] belde.", "[[kind2:name|Yinte]] was er ook.", "[[vader:name|Gijsberd]] belde.",
    "[[vader:name|Gysbert Brinkhuys]] was er.", "[[vader:name|Brinkhuijs]] kwam niet.", "[[moeder:name|Femke vd Plas-Brinkhuis]] schreef dit.", "[[oma:name|Mevr. Brinkhuis-de Wit]] belde.", "[[oma:name|Ada Brinkhuis]] was er."));
INSTANTIATE_TEST_SUITE_P(FilesAndMail, HardItem, testing::Values(
    "Bijlage: rapport-[[vader:name|brinkhuis]]-2025.pdf", "Van: \"[[moeder:name|Plas, Femke van der]]\" <[[moeder:email|f.vanderplas@post.example]]>", "Aan: [[prof1:name|Hooft, N. van 't]]", "Groet, [[moeder:name|Femke]]",
    "Mvg [[vader:name|gijs]]", "Hartelijke groet,\n[[~:name|Willeke]]", "Met vriendelijke groet,\n\n[[~:name|Tjitske Rozema]]\nleerkracht", "Namens deze,\n[[~:name|B. Oldenkamp]]"));
INSTANTIATE_TEST_SUITE_P(HurriedNotes, HardItem, testing::Values(
    "gebeld met [[vader:name|brinkhuis]], komt niet", "[[moeder:name|femke vd plas]] aan de lijn, huilt", "hb gehad bij [[moeder:name|fem]] en [[kind1:name|storm]], rommelig", "collega [[prof1:name|nadia]] neemt over",
    "gesproken met [[~:name|samira]] van school, gaat beter", "mail van [[~:name|karin de boer]] over zaterdag", "overleg met [[~:name|van dijk]] van de politie", "wijkagent [[~:name|postma]] gebeld, komt langs",
    "[[oma:name|mw de wit]] belde, wil [[kind1:name|storm]] zien", "bij [[oma:role|oma]] geweest, [[vader:role|pa]] was er ook", "[[moeder:role|ma]] zegt dat [[vader:role|pa]] weer drinkt",
    "gesprek m [[~:name|dhr bouzid]] vd moskee", "tel [[~:name|mevr terpstra]], maakt zich zorgen", "[[~:name|juf marloes]] appt: hij huilde weer", "[[vader:name|gijs]] zn auto stond er, [[kind2:name|jinte]] niet gezien"));
INSTANTIATE_TEST_SUITE_P(Initialled, HardItem, testing::Values(
    "[[moeder:initials|F.v.d.P.]] en [[vader:initials|G.B.]] tekenden.", "Voor akkoord: [[moeder:initials|FvdP]] / [[vader:initials|GB]]", "[[kind1:name|Storm B.]] (8) was er.", "[[prof1:initials|N.v.'t H.]] belde moeder.",
    "jongere [[kind2:name|Jinte B.]] is gezien", "[[~:name|Kevin S.]] was de bestuurder.", "Paraaf: [[prof1:initials|NvtH]]"));
INSTANTIATE_TEST_SUITE_P(SurnamesAlone, HardItem, testing::Values(
    "Volgens [[prof1:name|Van 't Hooft]] is dat zo.", "[[vader:name|Brinkhuis]] ontkent alles.", "Agent [[~:name|Kuipers]] hoorde hem.", "Verbalisant [[~:name|Bos]] zag de auto.", "Sluiswachter [[~:name|Bolt]] zag het gebeuren.",
    "Jongerenwerker [[~:name|Yassin]] kent hem.", "Conciërge [[~:name|Hendriks]] hield hem tegen.", "Advocaat [[~:name|Kramer]] schrijft dat.", "Trainer [[~:name|Ruud]] zag het ook.", "Dat zei [[~:name|meester Ron]] tegen haar.",
    "Bij [[~:name|dokter Visser]] geweest.", "Ik sprak [[~:name|mevrouw Bakker]] van de buren.", "Die vriendin heet [[~:name|Djamila]] en is 24.", "Haar vriend [[~:name|Rinus]] haalt haar op.",
    "De kinderen van [[~:name|Marjan]] en [[~:name|Bert]] waren er."));
INSTANTIATE_TEST_SUITE_P(RolesWithTail, HardItem, testing::Values(
    "Hij loopt met [[~:role|een jongen uit haar klas]] mee.", "Dat zei [[~:role|die man van boven]] tegen mij.", "Het was [[~:role|een meisje uit haar team]] dat belde.", "Er is [[~:role|een man uit de straat]] die kijkt.",
    "Ik zag [[~:role|die vrouw met de hond]] ook.", "Zij klaagt over [[~:role|de buurvrouw van links]] steeds.", "Zij praat met [[~:role|een collega van het werk]] daarover.",
    "Het ging om [[~:role|de zus van zijn vriendin]] toen.", "Hij kent [[~:role|een jongen van de voetbal]] daar.", "Zij vertelde het aan [[~:role|haar beste vriendin]] op school.",
    "Hij slaapt bij [[~:role|zijn nieuwe vriendin]] thuis.", "[[~:role|De bovenbuurvrouw]] klopte aan."));
INSTANTIATE_TEST_SUITE_P(RolesOfHousehold, HardItem, testing::Values(
    "[[kind1:role|Haar jongste]] slaapt slecht, zegt [[moeder:role|moeder]].", "[[kind2:role|De oudste]] zit in de brugklas, zegt [[moeder:role|moeder]].", "[[moeder:role|Mama]] zegt dat [[vader:role|papa]] liegt.",
    "Ik wil naar [[vader:role|mijn vader]] toe, zei Storm.", "[[kind2:role|Zijn zus]] past op Storm.", "[[vader:role|Haar ex-partner]] belt Femke vaak.", "[[oma:role|Haar voormalige schoonmoeder]] steunt Femke.",
    "[[vader:role|De vader van de kinderen]] komt niet.", "Femke en [[vader:role|haar ex]] spraken af.", "[[vader:role|Papa's]] auto is rood.", "Bij [[oma:role|Oma]] thuis mag alles."));
INSTANTIATE_TEST_SUITE_P(OlderAndYounger, HardItem, testing::Values(
    "Storm ([[kind1:age|8]]) en Jinte ([[kind2:age|13]]) wonen daar.", "Storm, [[kind1:age|8 jaar]], zit in groep 5.", "Storm is [[kind1:age|acht jaar]] oud.", "Jinte, [[kind2:age|13 jr]], slaapt slecht.",
    "Jinte is een meisje van [[kind2:age|dertien]] dat veel weet.", "Jinte ([[kind2:age|13 jaar]]) praat weinig.", "De [[kind2:age|13-jarige]] Jinte praat weinig.", "Vader is [[vader:age|42 jaar]] oud.",
    "Jinte wordt morgen [[kind2:age|14]].", "Uitgelegd dat zij [[kind2:age|dertien]] is en dus mag meedenken.", "Jinte is [[kind2:age|bijna veertien]] en weet het."));
INSTANTIATE_TEST_SUITE_P(Numbers, HardItem, testing::Values(
    "bsn: [[moeder:bsn|111.222.333]]", "Moeder, BSN[[moeder:bsn|111222333]], woont daar.", "tel.nr. [[:phone|0572-312456]] van de buren", "Bel haar op [[moeder:phone|06 - 12345678]] graag.",
    "Bel haar op [[moeder:phone|(06) 12345678]] graag.", "Bel haar op [[moeder:phone|+31(0)6-12345678]] graag.", "Moeder is geboren op [[moeder:birthdate|12 apr. 1985]] in Utrecht.",
    "Moeder, [[moeder:birthdate|12/04/85]], tekende.", "Vader, geb.dat. [[vader:birthdate|01091983]], was er.", "Jinte is van [[kind2:birthdate|20 oktober 2012]].", "Rek.nr. [[moeder:iban|NL91ABNA0417164300]] is leeg.",
    "Zij woont op [[moeder:address|Korenbloemstraat 14a]] te Oudewater.", "Zij woont in de [[moeder:address|Korenbloemstraat]] nog.", "Zij woont op [[moeder:address|korenbloemstr 14 A]], zegt vader.",
    "Postcode [[moeder:postcode|1234ab]] klopt."));
INSTANTIATE_TEST_SUITE_P(HouseNumbers, HardItem, testing::Values(
    "Oma woont in de [[oma:address|Kerkstraat 12-bis]] te Oudewater.", "Oma woont op [[oma:address|Havenstraat 51-hs]] nu.", "Oma woont aan de [[oma:address|Laan 4-A1]] nu.", "Oma woont op [[oma:address|Stationsplein 7/2]] nu.",
    "Oma woont op de [[oma:address|Dijk 3hs]] nu.", "Oma woont op [[oma:address|Molendijk 3hs]] nu.", "Oma woont op [[oma:address|Molendijk 3 hs]] nu.", "Oma woont op [[oma:address|Kerkstraat 12 bis]] nu.", "Oma woont op [[oma:address|Molendijk 18-2a]] nu.",
    "Oma woont op [[oma:address|Molendijk 18/3b]] nu.", "Oma woont op [[oma:address|Molendijk 18-II]] nu.", "Oma woont op [[oma:address|Molendijk 18 zw]] nu.", "Storm speelt met [[~:name|Bjorn]] [[~:address|van nummer 18]], elke dag."));
INSTANTIATE_TEST_SUITE_P(HandlesAndSites, HardItem, testing::Values(
    "Hij appt met [[moeder:username|fem_88]] elke dag.", "Zij heet daar [[kind2:username|jinte_2012]], zegt moeder.", "Op discord heet Storm [[kind1:username|bruno#1234]] meestal.", "De lestijden staan op [[:url|turnvereniginggtv.nl]] en daar.",
    "Zie [[:url|korfbalclub-oranje.nl/team/f3]] voor het rooster.", "Bestel bij [[:url|postma.example.com]], zei moeder.", "Vader, zaaknummer [[vader:case-number|JE RK 25-1234]], is gehoord.", "Beschikking [[:case-number|FA RK 24-991]] ligt er.",
    "Beschikking [[:case-number|C/16/583114 / JE RK 25-204]] ligt er."));
INSTANTIATE_TEST_SUITE_P(WhereSomebodyIs, HardItem, testing::Values(
    "Moeder werkt bij [[moeder:employer|de Albert Heijn]] in de stad.", "Moeder werkt bij [[moeder:employer|administratiekantoor Postma]] in de stad.", "Jinte traint bij [[kind2:institution|HV De Meeuwen]] op dinsdag.",
    "Moeder werkt in [[moeder:employer|strandpaviljoen De Golf]] als kok.", "Moeder verblijft nu in [[moeder:institution|Huize Sterrenburg]] met de kinderen.", "Zij zijn nu bij [[:institution|De Kade]] opgenomen.",
    "Moeder neemt [[moeder:place|bus 34]] naar haar werk.", "Moeder neemt [[moeder:place|lijn 5]] naar haar werk.", "Moeder hoort daar [[moeder:place|de kerkklokken]] elke ochtend.",
    "Jinte ziet vanuit haar raam [[kind2:place|de watertoren]] staan.", "Moeder is verhuisd naar [[moeder:place|Zuid-Limburg]] met de kinderen.", "Jinte hockeyt bij [[kind2:institution|MHC Oranje]] sinds kort."));
INSTANTIATE_TEST_SUITE_P(OfSpecialKind, HardItem, testing::Values(
    "Vader heeft [[vader:health|een nieuwe heup]] gekregen.", "Moeder is [[moeder:health|geopereerd aan haar knie]] in mei.", "Moeder heeft [[moeder:health|een vermoeden van autisme]] gekregen.",
    "Vader kreeg [[vader:criminal|een boete voor te hard rijden]] vorig jaar.", "Vader heeft [[vader:criminal|een taakstraf van veertig uur]] gehad.", "Vader heeft [[vader:finance|een schuld van ruim € 2.900]] staan.",
    "Moeder slikt [[moeder:health|sertraline 50 mg]] elke dag.", "Moeder is [[moeder:health|onder behandeling voor haar schouder]] daar.", "Jinte heeft [[kind2:health|een eetstoornis]] sinds mei.",
    "Jinte [[kind2:health|krast in haar armen]] sinds mei.", "Moeder heeft [[moeder:health|een depressieve stoornis]] gehad.", "Moeder heeft [[moeder:health|diabetes type 2]] sinds kort.",
    "Moeder kreeg [[moeder:health|een miskraam]] in mei.", "Vader is [[vader:criminal|opgepakt wegens vernieling]] vannacht.", "Vader heeft [[vader:health|een hoge bloeddruk]] al jaren.",
    "Moeder zit [[moeder:health|in de ziektewet]] sinds mei.", "Storm heeft [[kind1:health|adhd]] en slaapt slecht.", "Moeder heeft [[moeder:health|ptss-klachten]] na toen.",
    "Moeder loopt bij [[moeder:health|een psycholoog]] daarvoor."));

INSTANTIATE_TEST_SUITE_P(SaidInAChat, HardItem, testing::Values(
    "[12-11 20:14] Gijs: hoi [[moeder:name|fem]], haal jij hem morgen", "[12-11 20:14] Femke: mag [[kind2:name|jinte]] bij jou slapen", "20:16 Gijs: [[oma:role|mn moeder]] is op vakantie"));
INSTANTIATE_TEST_SUITE_P(OfWhomElse, HardItem, testing::Values(
    "[[oma:role|Vaders moeder]] woont daar nu.", "[[~:role|Moeders vriend]] is er nooit.", "[[~:role|Papa's nieuwe vriendin]] is aardig.", "[[~:role|Jintes beste vriendin]] weet alles.", "Ook [[~:role|zijn beste vriend]] Bart weet het.", "Daarna kwam [[~:name|Jan]] zelf.",
    "Ook [[~:name|opa Jan]] was er.", "Slachtoffer: [[moeder:name|V.D. PLAS]]", "[[kind1:initials|S.]] ([[kind1:age|8]]) en [[kind2:initials|J.]] ([[kind2:age|13]]) wonen bij moeder.", "Een medeverdachte, [[~:name|Sem K.]], heeft een advocaat.", "Ik heb met Ans en [[~:name|Ton]] gesproken.", "Opgesteld: [[prof1:initials|NvtH]], gezien."));
INSTANTIATE_TEST_SUITE_P(WorkSchoolAndPapers, HardItem, testing::Values(
    "Hij werkt als chauffeur bij [[:employer|Vos Transport]].", "Zij volgt een opleiding aan het [[:school|ROC van Twente]].", "Hij is bij [[~:name|dr. Peeters]] in het MST geweest.", "Afz.: Molenweg 3, 7411 AA [[:place|Deventer]]", "Moeder werkt bij [[moeder:employer|de Kruidvat]] op de hoek.",
    "Vader, rijbewijs B, nr. [[vader:case-number|5012345678]], is bekend.", "Vader heeft [[vader:finance|een schuld van 12.000 euro]] staan.", "Jinte heeft [[kind2:health|zichzelf gesneden in haar arm]] gisteren.", "Vader is [[vader:criminal|veroordeeld tot 80 uur taakstraf]] vorig jaar."));

// What looks like more of a house number, a site or a handle, and is none: what is found ends before it.
class HardEnd : public testing::TestWithParam<std::pair<const char*, const char*>> {};
TEST_P(HardEnd, IsNotTakenAlong) {
    const std::string text = GetParam().first;
    for (const auto& m : mentionsIn(text)) EXPECT_EQ(textOf(text, m).find(GetParam().second), std::string::npos) << shown(text, mentionsIn(text));
}
INSTANTIATE_TEST_SUITE_P(All, HardEnd, testing::Values(
    std::pair("Oma at 1/2 pizza op.", "1/2"), std::pair("De winkel in de Kerkstraat 24/7 open houden kan niet.", "24/7"), std::pair("Hij wacht 3 hs.", "3 hs"), std::pair("Ik heb mevrouw Dijk 3 keer gebeld.", "Dijk 3"), std::pair("Oma woont op Molendijk 3 hsv spelen daar.", "hsv"),
    std::pair("Nummer 2 van nummer 18 op de lijst.", "van nummer 18"), std::pair("Hij gaat naar school.nl is een land.", "land"), std::pair("Ze kwam om 12.nl was dicht.", "12"), std::pair("Open ticket#1234 nog een keer.", "#1234"), std::pair("Dit is klaar.De volgende stap komt.", "klaar.De")));

// Words that look like a name, a number or a date of somebody, and are none.
class HardLookAlike : public testing::TestWithParam<const char*> {};
TEST_P(HardLookAlike, IsNobody) {
    for (const auto& m : mentionsIn(GetParam()))
        EXPECT_FALSE(m.kind == detect::Kind::name || m.kind == detect::Kind::bsn || m.kind == detect::Kind::initials || m.kind == detect::Kind::birthdate || m.kind == detect::Kind::phone) << shown(GetParam(), mentionsIn(GetParam()));
}
INSTANTIATE_TEST_SUITE_P(All, HardLookAlike, testing::Values(
    "De storm raasde over het land.", "Een roos in de tuin bloeide.", "De vos liep door het bos.", "Zij wil dat het stopt.", "In mei is er weer overleg.", "De bakker op de hoek is dicht.", "Een koning te rijk was hij.",
    "De meneer met een snor keek.", "meneer met een snor gezien, verder niks", "Het bedrag is 111222334 cent.", "Bestelnummer 2025-112233 is verzonden.", "Het overleg is op 12-4-2026 om tien uur.",
    "Kenmerk 20251104 staat in de brief.", "Pagina 3 van 12 ontbreekt.", "De huur is 612 per maand.", "Artikel 7.3.11 geldt hier.", "Brief van 3 maart 2026 ontvangen.", "De wind draaide naar het westen.",
    "Kindgesprek op school gepland.", "Vervolgafspraak staat al.", "Huisbezoek samen met school.", "De mark was toen al weg.", "Het rooster van de klas hangt er.", "Lieve groeten van allemaal.",
    "Beste ouders, de school is dicht.", "Goedemorgen allemaal.", "De bos bloemen was mooi.", "een job van niks is het", "Op 3 jan was er overleg.", "De hond Bram blafte.", "Een bedrag van 12.000 is betaald.", "In het Caribabad was het druk.", "Hij is de pan uit gelopen.", "Ze zag het wit voor ogen.", "Zij gaat graag naar school.",
    "De groene map ligt klaar.", "De jonge hond blafte.", "Een lange dag was het."));

}  // namespace
