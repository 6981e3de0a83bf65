// The forms in which people and their data stand in the texts of the field: every row is a text with the mentions that
// must be found. The tables are meant to be added to.
#include <gtest/gtest.h>

#include "tests/unit/detect/household_of_tests.h"
#include "tests/unit/detect/marked_text.h"

namespace {

using namespace household_of_tests;

class Marked : public testing::TestWithParam<const char*> {};
TEST_P(Marked, MentionsAreFoundWithTheirOwner) { expectMarked(GetParam()); }
INSTANTIATE_TEST_SUITE_P(Names, Marked, testing::Values(
    "Vandaag belde [[moeder:name|Femke van der Plas]] zelf.", "Brief aan [[moeder:name|mevr. F.J. van der Plas]].", "Gesprek met [[moeder:name|mevrouw Van der Plas]] gehad.",
    "Het gaat goed, zei [[moeder:name|FEMKE VAN DER PLAS]].", "Getekend door [[moeder:initials|F. v.d. P.]] op maandag.", "Ook [[moeder:name|Femkes]] fiets stond er.",
    "sprak [[moeder:name|femke]] bij de deur, was moe", "Daarna kwam [[moeder:name|Femke Brinkhuis]] binnen.", "Namens [[moeder:name|mevrouw Brinkhuis-van der Plas]] is gebeld.",
    "Hij heet [[vader:name|BRINKHUIS, Gijsbert]] in de akte.", "Toen kwam [[vader:name|Gijs]] naar buiten.", "Volgens [[vader:name|Gijs B.]] klopt dat niet.",
    "Bestand: verslag_[[vader:name|gbrinkhuis]]_0303.pdf", "[[moeder:role|De moeder van Storm]] belde.", "Ook [[kind2:name|Jintes]] juf was er.", "Daar was ook [[kind2:name|Jnite]] weer, tijdens de les.",
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
INSTANTIATE_TEST_SUITE_P(FormsOfNames, Marked, testing::Values(
    "Gesproken met [[moeder:initials|F. van der P.]] in de hal.", "Akkoord gegeven door [[moeder:initials|FvdP]] op 3 mei.", "Toen kwam [[moeder:name|Fem]] langs.", "Getekend: [[moeder:name|Femke v.d. Plas]]",
    "Daarna tekende [[moeder:name|Femke V.d. Plas]] alsnog.", "Brief van [[moeder:name|F VAN DER PLAS]] ontvangen.", "Daarna tekende [[moeder:name|Femke vd Plas]] alsnog.", "Daarna tekende [[moeder:name|Femke vander Plas]] alsnog.",
    "sprak [[moeder:name|mw van der plas]] bij de deur, was moe", "Daar was [[moeder:name|Femke Brinkhuis-van der Plas]] ook.", "Daar was [[moeder:name|Femke van der Plas-Brinkhuis]] ook.", "Ook [[vader:name|Gijs']] auto stond er nog.",
    "Ook [[kind2:name|Jinte's]] fiets stond er nog.", "Gesprek met [[vader:name|de heer Brinkhuis]] gehad.", "Gesprek met [[vader:name|Dhr. G. Brinkhuis]] gehad.", "storm op bezoek, [[kind2:name|jinte]] was er niet",
    "Foto scan_[[kind2:name|jinte]]_zwemles.jpg is ontvangen.", "Brief van [[zofia:name|ZOFIA KOŚCIELNA]] ontvangen.", "Brief van [[zofia:name|Zosia]] ontvangen."));
INSTANTIATE_TEST_SUITE_P(DamagedNames, Marked, testing::Values(
    "Volgens [[moeder:name|Fernke van der Plas]] klopt het.", "Volgens [[moeder:name|Femke van der P1as]] klopt het.", "Ook [[vader:name|Gijsbert Brinkhu1s]] tekende.", "Die dag was [[kind2:name|J1nte]] stil.",
    "Volgens [[moeder:name|Fem ke van der Plas]] klopt het.", "Toen belde [[vader:name|Gijsbert Brink-\nhuis]] nog eens.", "Toen belde [[vader:name|Gijsbert Brink huis]] nog eens.", "Volgens [[vader:name|Gijsbert Brinkhuls]] klopt het.",
    "Brief van [[zofia:name|Zofia Koscie1na]] ontvangen."));
INSTANTIATE_TEST_SUITE_P(UnknownPeople, Marked, testing::Values(
    "Daarna kwam [[~:name|Kacper Nowak]] binnen.", "Gesprek met [[~:name|dhr. El Amrani]] gehad.", "Gesprek met [[~:name|mevrouw Özdemir]] gehad.", "Gesprek met [[~:name|de heer Ramdin]] gehad.", "gebeld met [[~:name|tante truus]] over zondag, ging goed",
    "Bijgestaan door [[~:name|mr. Okke Venema]] verscheen zij.", "Ook [[~:name|omke Wiebe]] was er die dag."));
INSTANTIATE_TEST_SUITE_P(FormsOfRoles, Marked, testing::Values(
    "Gisteren belde [[vader:role|Jintes vader]] daarover.", "Het ging over [[~:role|de overbuurman]] van toen.", "Zij liep met [[~:role|een klasgenote]] naar huis.", "Zij sprak [[~:role|een oud-collega]] daarover.",
    "Het wordt lastig als [[moeder:role|moeder]] weer werkt.", "Gisteren belde [[moeder:role|mem]] daarover.", "[[moeder:role|Moeder]] wil dat [[kind1:role|haar zoon]] rust krijgt."));
INSTANTIATE_TEST_SUITE_P(RolesOfTheField, Marked, testing::Values(
    "04-09 fk. [[vader:role|Va]] gebeld, schrok", "04-09 gebeld. [[moeder:role|Mo]] vertelt dat [[vader:role|va]] haar duwde.", "Zij mist [[vader:role|tata]] van vroeger.", "Bij [[vader:role|zijn baba]] slaapt hij goed.",
    "Hij kwam met [[vader:role|z'n heit]] mee.", "Daar was [[oma:role|m'n beppe]] ook bij.", "Toen belde [[oma:role|haar toenmalige schoonmoeder]] op.", "Zij is [[oma:role|de moeder van vader]].",
    "Daar stond [[~:role|een moeder uit groep 3]] bij.", "Gebeld door [[~:role|bewoonster chalet 14]] die middag.", "Ook [[~:role|de verpachter]] belde nog.", "Zij kent hem van [[~:role|een vriendin van het koor]] daar.",
    "Toen kwam [[vader:role|haar ex-vriend]] langs.", "Daarna kwam [[~:role|haar demente schoonzus]] nog langs.", "Hij vertrok met [[~:role|een oudere man]] naar de bus.", "Daar kwam [[kind1:role|de jongste broer]] aan."));
INSTANTIATE_TEST_SUITE_P(LettersForRelatives, Marked, testing::Values(
    "v=vader, m = moeder\n22-9 [[vader:role|v]] gesproken op kantoor.", "12/3 gebeld, [[moeder:role|m]] is moe en [[vader:role|v]] ook wel", "dat is volgens [[moeder:role|m]] niet waar, zei ze toen"));
INSTANTIATE_TEST_SUITE_P(NamesOfNotes, Marked, testing::Values(
    "Aan: [[moeder:name|f. brinkhuis]]", "gefietst met [[~:name|berend]] en dat ging goed", "gebeld met zijn collega [[~:name|berend]] daarover", "daarna naar [[~:name|buurvrouw tineke]] gelopen", "Gezien door [[~:name|Har Op 't Veld]] zelf.",
    "Tolk: [[~:name|Xaveria]]", "Zij heeft verkering met [[~:name|Mees]] van school.", "B. [[kind2:name|Jinte]], 14 oktober, op school", "Getekend: [[vader:name|Brinkhuys, Gijsbert]]", "Op de kaart staat: [[vader:name|gijsbret]] van papa"));
INSTANTIATE_TEST_SUITE_P(OrganisationsAndPlaces, Marked, testing::Values(
    "Moeder werkt bij [[moeder:employer|kwekerij Groenrijk]] in de kas.", "Vader zit bij [[vader:institution|zwemvereniging De Otter]] op zaterdag.", "naar [[:school|peuterspeelzaal het fort]] geweest, ging goed", "Oma komt uit [[oma:place|Przemkowo]] en bleef.",
    "vader woont nu in [[vader:place|drachten]], gaat goed", "Vader woont aan de [[vader:address|Hoogeveense Vaart]] tegenwoordig.", "Vader woont op [[vader:address|Molenweg 7, chalet 12]] nu.", "Vader was in behandeling bij [[vader:institution|de Waag]] daarvoor.",
    "Vader zat in [[vader:place|de trein naar Zwolle]] toen.", "Vader reist [[vader:place|drie kwartier in de bus vanaf Assen]] elke dag.", "Vader schreef op zijn account [[vader:username|gijs_b83]] dat het klaar was.", "Bij [[:place|de Reest]] zwaait hij."));
INSTANTIATE_TEST_SUITE_P(TurnsAndLabels, Marked, testing::Values(
    "NH: Hoe gaat het?\n[[kind2:initials|J]]: Moe. Ik werk.\nNH: En nu?\nJ: Nu ook.", "G = Gijs\n[[vader:initials|G]]: Ik weet het niet.\nG: Echt niet.", "Naam: Storm   School: [[kind1:school|Het Hooge Veen]], groep 5", "Werkgever: [[:employer|Rolstra Transport]]"));
INSTANTIATE_TEST_SUITE_P(Transliterated, Marked, testing::Values(
    "Daarna tekende [[zofia:name|Sofia Koscielna]] alsnog.", "Gesprek met [[vader:name|dhr. B.]] gevoerd.", "Vader heeft V-nummer [[vader:case-number|281 440 7193]] gekregen.", "Die jongen is [[~:name|Jaro Postma]], 16, havo 4.",
    "Contact opgegeven: [[~:name|Tsegay Woldu]], zijn neef"));
INSTANTIATE_TEST_SUITE_P(HealthByEnding, Marked, testing::Values(
    "Moeder heeft [[moeder:health|een polsontsteking]] gehad.", "Vader slikt [[vader:health|quetiapine]] voor het slapen.", "Vader heeft [[vader:health|een licht herseninfarct]] gehad.", "Moeder kreeg [[moeder:health|postnatale depressie]] daarna."));
INSTANTIATE_TEST_SUITE_P(FormsOfTheField, Marked, testing::Values(
    "Jinte is lid van [[kind2:institution|turnvereniging Kracht en Vlugheid]] sinds mei.", "Jinte zit in 2 havo op [[kind2:school|RSG Magister Alvinus]] nu.", "Vader wordt morgen [[vader:age|43]].", "gb met [[moeder:role|mo]] en [[vader:role|va]] over omgang",
    "[[~:role|Stiefopa]] kwam ook mee.", "Zij sprak met [[~:name|Kees]], [[~:role|de buurman]], op straat.", "[[~:name|Ome Henk]] haalde hem op.", "Zij appte [[~:name|Danique]] daarover.", "Huisarts [[~:name|Verbruggen]] schreef een brief.",
    "storm zei tegen [[~:name|juf carlijn]] dat hij bang was", "Ook [[kind2:name|Jintje]] was stil.", "Bestand [[moeder:name|femke_vdplas]].docx ontvangen.", "[[vader:name|Gysbert]] was boos.", "Moeder bezocht toen [[moeder:religion|de Turkse moskee]] daar.",
    "Vader heeft [[vader:finance|een schuld van € 900]] daar.", "Zij slaapt op [[:address|Zandweg 4 hs]] nu.", "Moeder woont nu in [[moeder:place|Sint Nicolaasga]] met de kinderen.", "Moeder werkt in [[moeder:employer|restaurant De Gouden Leeuw]] als kok."));
INSTANTIATE_TEST_SUITE_P(CodesOfEntries, Marked, testing::Values(
    "3-2 [[prof1:initials|nvth]]. Moeder gebeld.", "Afspraak gemaakt met school ([[prof1:initials|nvth]])", "3 feb 2026 - [[prof1:initials|NvtH]]: huisbezoek"));
INSTANTIATE_TEST_SUITE_P(FormsOfNumbers, Marked, testing::Values(
    "Moeder, geb. [[moeder:birthdate|12.04.1985]], was er.", "Moeder, geboren op [[moeder:birthdate|12 april 1985]], was er.", "Moeder, geb. [[moeder:birthdate|1985-04-12]], was er.", "Bel [[moeder:phone|0612345678]] na zes uur.",
    "Bel [[moeder:phone|0031 612345678]] na zes uur.", "Moeder, bsn [[moeder:bsn|111-222-333]], woont daar.", "Vader, parketnummer [[vader:case-number|09-123456-21]], is gehoord.", "Vader rijdt in de [[vader:plate|12-ABC-3]] van zijn werk."));

INSTANTIATE_TEST_SUITE_P(NotOnAnyList, Marked, testing::Values(
    "Sinds kort werkt zij bij [[:institution|Zuiderlicht]], drie dagen.", "Moeder is aangekomen bij [[moeder:institution|Zandhof]] en slaapt daar.", "Hij meldde zich bij [[:institution|De Notenkraker]].",
    "Het was of [[~:name|Wondergeem]] alles wist.", "Sinds kort logeert [[~:name|Kelly]] daar ook."));
INSTANTIATE_TEST_SUITE_P(NamesInForms, Marked, testing::Values(
    "Jeugdbeschermer: [[prof1:name|Nadia van 't Hooft]], n.hooft@post.example, telefoon volgt.", "Getekend: [[~:name|F. Jansma]], [[~:name|R. Postma]], en beide ouders.", "Zoon: [[vader:name|Gijsbert Johannes (Gijs) Brinkhuis]], adres volgt.",
    "Het gesprek is gevoerd door [[~:name|brigadier T. Smeets]] die avond."));
INSTANTIATE_TEST_SUITE_P(RolesWithMore, Marked, testing::Values(
    "Ik maak mij zorgen over [[vader:role|deze vader]] en zijn werk.", "Zij vlecht [[oma:role|oma's]] haar.", "Het gesprek met [[~:role|de nieuwe partner]] was kort.", "De foto ging naar [[~:role|een oom]] in Alphen.",
    "Gebeld met [[~:role|de moeder van Sanna]] over zaterdag."));

INSTANTIATE_TEST_SUITE_P(Talk, Marked, testing::Values(
    "Gesprek met Storm, zelf gekozen naam\n12-01 16:04 [[kind1:username|zonnetje08]]: hoi\n12-01 16:05 Nadia: dag\n13-01 09:00 [[kind1:username|zonnetje08]]: ik ben er weer\n",
    "Aanwezig: Storm ([[kind1:initials|S]]), Annelies ([[~:initials|A]]).\n\n[[~:initials|A]]: Hoe is een gewone dag?\nS: Zeven uur op.\n[[~:initials|A]]: En dan?\n"));
INSTANTIATE_TEST_SUITE_P(Ages, Marked, testing::Values(
    "De [[kind1:age|8-jarige]] zat achterin, zegt vader.", "Vader had een kind van [[vader:age|drie]] bij zich.", "Vader belt. Je bent [[kind2:age|dertien]], zei Annelies.", "De man is [[vader:age|rond de veertig]], zegt vader.",
    "Aantekening. WOONT: [[:place|Nijmegen]], komt op woensdag."));

INSTANTIATE_TEST_SUITE_P(Legends, Marked, testing::Values(
    "NH = jeugdbeschermer, [[kind2:initials|J]] = jeugdige.\n\n[[prof1:initials|NH]]: Hoe is het?\n[[kind2:initials|J]]: Gaat wel.\n", "12-11 16:10 begonnen. [[~:initials|XQ]] = onderzoeker\n17-11 16:10 [[~:initials|XQ]]: Ja hoor.\n"));
INSTANTIATE_TEST_SUITE_P(FilesAndPhones, Marked, testing::Values(
    "Kenmerk [[kind1:case-number|VTAB 2025/55190]], binnengekomen.", "Reg.nr [[:case-number|PL0900-2025-118406]], zaterdag.", "Vader is te bereiken op [[vader:phone|+48 601 224 938]] overdag.", "Brief over [[vader:name|Gijsbert K. Brinkhuis]] ontvangen.",
    "Namens [[moeder:name|F.J. (Femke) van der Plas]] is getekend.", "[[~:name|Pastor Mensah]] belde nog.", "zij past op zolang [[kind2:name|jinte]] weg is, komt dan"));

INSTANTIATE_TEST_SUITE_P(TraitsInFull, Marked, testing::Values(
    "Vader heeft [[vader:health|een gekneusde schouder]] van het werk.", "Moeder had [[moeder:health|pijn in haar rug]] die week.", "Vader slikt [[vader:health|olanzapine 10 mg]] voor de nacht.", "Moeder kreeg twee [[moeder:health|miskramen]] daarvoor.",
    "Vader heeft last van [[vader:health|oorsuizen]].", "Bij vader een antecedent: [[vader:criminal|mishandeling (2017, veroordeeld)]].", "Vader zat uit voor [[vader:criminal|een gewapende overval]].", "Moeder krijgt [[moeder:finance|bijzondere bijstand]].",
    "Vader heeft nog [[vader:finance|vijfduizend euro]] te betalen."));
TEST(Blame, IsNoDebt) {
    for (const std::string text : {"Moeder denkt dat het haar eigen schuld was.", "Het is mijn schuld, zei vader."})
        for (const auto& m : mentionsIn(text)) EXPECT_NE(m.kind, detect::Kind::finance) << text << shown(text, mentionsIn(text));
}

INSTANTIATE_TEST_SUITE_P(OrganisationsAgain, Marked, testing::Values(
    "Moeder werkt bij [[moeder:employer|kwekerij De Notenkraker]] in de kas. Het rooster van [[moeder:employer|de notenkraker]] komt nog.", "Moeder kwam aan bij [[moeder:institution|gezinshuis Zeekraal]]. De tafel van [[moeder:institution|Zeekraal]] is lang."));
INSTANTIATE_TEST_SUITE_P(Landmarks, Marked, testing::Values("Moeder loopt elke dag tot [[moeder:place|de vuurtoren]] en terug.", "Storm hoort daar [[kind1:place|de misthoorn]] in bed."));
INSTANTIATE_TEST_SUITE_P(MorePeople, Marked, testing::Values(
    "[[~:name|Puck W.]] is weer thuis.", "[[~:name|Piet Wever]], buurman van ons, kwam.", "28/1 [[~:name|mirjam]] belt ongerust op, was moe", "Het is met [[~:role|de mentor]] besproken.", "Ook [[vader:name|Gijs]], mentor, was er. Toen belde [[vader:role|de mentor]] weer."));

INSTANTIATE_TEST_SUITE_P(Workplaces, Marked, testing::Values("Moeder werkt drie dagen bij [[moeder:employer|de supermarkt]] en rijdt daarna."));
TEST(Workplaces, AShopIsNone) {
    for (const auto& m : mentionsIn("Moeder kocht brood bij de supermarkt.")) EXPECT_NE(m.kind, detect::Kind::employer);
}

}  // namespace
