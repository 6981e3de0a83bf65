#include "redaction/about/cues.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <memory>

namespace redaction::about {

const std::vector<CueRow>& cueRows() {
    static const std::vector<CueRow> rows{
        // Asked to keep it quiet.
        {Cue::silence, R"(\bin vertrouwen\b|\bvertrouwelijk\b|\bgeheim (?:en|vertel|dat|van)|\been geheim\b)"},
        {Cue::silence, R"(\bwil (?:absoluut |echt |liever )?(?:niet|nie) dat (?:\w+ ){1,4}?(?:dit |dat |het |t |dit verhaal )?(?:weten?|hoort|horen|leest|lezen|te horen krijgt|erachter komt|ziet|gehoord|merkt|vraagt of)\b)"},
        {Cue::silence, R"(\bniet wil(?:de)? dat (?:\w+ ){1,4}?(?:dit |dat |het )?(?:weet|weten|hoort|horen|leest|lezen|merkt)\b)"},
        {Cue::silence, R"(\b(?:mag|mogen|moet|moeten|hoeft|hoeven) (?:\w+ ){0,4}?(?:niet|nie|niets|nooit) (?:\w+ ){0,3}?(?:zeggen|weten|vertellen|lezen|te lezen|te weten|horen|doorvertellen)\b)"},
        {Cue::silence, R"(\b(?:dit|dat|het|het volgende|t|haar verhaal|zijn verhaal)\b[^.]{0,40}\b(?:niet|aan niemand|met niemand)\b[^.]{0,40}\b(?:te )?(?:vertellen|zeggen|bespreken|doorgeven|door te geven|laten lezen|delen|doorvertellen)\b)"},
        {Cue::silence, R"(\b(?:niet|niets|niks)\b[^.]{0,12}\b(?:aan|tegen|met|tegenover) (?:hem|haar|ze|mama|papa|moeder|vader|zijn|mijn|hun|de kinderen|anderen|iemand|familie|oma|opa)\b[^.]{0,25}\b(?:vertellen|zeggen|bespreken|doorgeven|delen|noemen|praten)\b)"},
        {Cue::silence, R"(\b(?:niets|niet) (?:te )?laten (?:blijken|merken)\b|\bniet doorgeven\b|\bniet in gesprek met\b|\bniet te zetten\b|\bniet in het (?:school)?verslag\b)"},
        {Cue::silence, R"(\b(?:voor (?:me|mij|zich|mezelf|ons) te houden|onder ons (?:te houden|blijven)|tussen ons blijven|niet doorvertellen|niet zeggen|niet verder vertellen|niemand te vertellen|aan niemand|niet aan (?:haar|zijn|de|mijn) (?:ouders|moeder|vader|kinderen|familie|man)|niet tegen (?:hem|haar|ze|mama|papa|mam|pap|mijn|haar|de)\b))"},
        {Cue::silence, R"(\b(?:alleen voor mij|vroeg (?:dat|of|om) .{0,40}(?:geheim|stil|voor (?:me|zich))|ga je dat zeggen|jij ook niet|niet hoeft te lezen|dat niet hoeft|uitdrukkelijke vraag|blijft tussen|wil(?:de)? dat (?:het|t|dit) zo blijft|weet dat niet|weten dat niet|niet mag weten|niet weten dat|niets over te zeggen|mag (?:je|u) (?:dat |het |dit )?niet)\b)"},
        {Cue::silence, R"(\bniet (?:te )?(?:delen|noemen) (?:met|tegen|aan|in)\b|\bnoemen\b.{0,4}$|\bmet (?:de vraag|het verzoek) (?:om )?(?:dit|dat|het) (?:niet|aan niemand)\b|\bvraagt (?:\w+ ){0,3}om (?:dit|dat|het|het volgende|haar verhaal|zijn verhaal) niet\b)"},
        {Cue::cleared, R"(\bmag iedereen (?:weten|horen|lezen)|\bmag (?:ik|dat|dit|het|iedereen|ze|hij|zij) (?:\w+ ){0,5}?(?:doorgeven|delen|gedeeld|bespreken)\b|\bvindt het goed dat\b|\bhoeft niet anoniem\b|\bheeft er geen bezwaar tegen dat\b|\bmag gedeeld\b)"},
        // A professional's own note.
        {Cue::worknote, R"(\b(?:eigen )?werk(?:aantekening|notitie)\b|\bgeheugensteun(?:tje)?\b|\beigen (?:geheugen|gedachte|notitie|aantekening)\b|\bvoor (?:mezelf|mijzelf)\b|\balleen voor mij:|\bniet (?:voor|in) (?:het |t )?dossier\b|\bgeen dossier\b|\bmoet niet in (?:het |t )?dossier|\bniet (?:vastleggen|bewaren|opnemen) (?:in|:|$)|\bpersoonlijke (?:aan)?(?:teken|notit)|\bpersoonlijke werk)"},
        // Professionals among themselves.
        {Cue::internal, R"((?:^|[\[(]|\bonderwerp: ?)(?:concept, )?intern\b|\binterne? (?:beraad|overleg|teamoverleg|casuistiek\w*|bespreking|notitie|afstemming|memo|gi|zvh|vt|rvdk|jbp|team)|\bmultidisciplinair overleg\b|\bblijft (?:even )?(?:tussen ons|binnen het team|intern)\b|\bniet (?:naar buiten|voor verspreiding|verspreiden)\b|\balleen voor (?:jullie|ons|intern)\b|\bvoor onszelf\b|\bniet in het verslag aan\b|\bbinnen de (?:gi|raad|organisatie) leeft\b|\bgeen standpunt op papier\b|\bwerkbegeleiding\b)"},
        {Cue::police, R"(\bmutatie(?:nummer)?\b|\bverbalisant\b|\bproces-?verbaal\b|\bjustitiele documentatie\b|\bpolitiegegevens\b|\bparket(?:nr|nummer)\b|(?:^|[.\]] )politie[:, ]|\bmelding politie\b|\bbron: politie\b|\bpolitie-eenheid\b.{0,30}mutatie|\bstrafblad\b.{0,20}opgevraagd|\bwijkagent [a-z])"},
        {Cue::investigation, R"(\blopend (?:strafrechtelijk )?onderzoek\b|\b(?:het )?om onderzoekt\b|\bnog niet delen met de betrokken|\bals verdachte (?:gehoord|verhoord|aangehouden)\b|\bcamerabeelden\b.{0,40}veiliggesteld|\bmag (?:hij|zij) niet weten dat\b.{0,60}(?:beelden|tap|onderzoek)|\bopsporingsonderzoek\b|\bdoorzoeking\b)"},
        // A reporter who must stay unknown.
        {Cue::reporterIdentity, R"(\bgegevens (?:van de )?melder\b|\banonimiteit\b|\bafgeschermd(?:e)? .{0,12}melder\b|\bidentiteit van de melder\b|\bwie (?:er )?(?:de )?melder is\b|\bnaam (?:van de )?melder\b)"},
        {Cue::reporterVantage, R"(\bmelder (?:zat|was|zag zelf|heeft|had|leende|kent|herkent|woont|past|werkt|belt|vertelt dat (?:zij|hij) zelf|komt|kwam|is (?:zelf|een|de|bang)|bezoekt|gaf|kreeg|ging|hoorde|stond|sprak|haalt|brengt|deed|logeert)\b|\bin het melddeel\b|\balleen iemand uit\b|\binformatie die alleen\b|\bafleiden wie\b)"},
        {Cue::keepsApart, R"(\bwil (?:zelf )?(?:niet|absoluut niet|liever niet) (?:als getuige|met (?:haar |zijn )?naam|genoemd|bekend)\b|\bwil niet dat (?:\w+ ){1,3}?weten? dat (?:zij|hij|ze) (?:\w+ ){0,3}(?:gebeld|gemeld|gezegd|verteld|gezien)\b|\bniet met naam\b|\bals (?:haar|zijn) naam niet\b|\bniet (?:aan hem|aan haar) zeggen dat (?:zij|hij) (?:t|het|dit)\b|\bniet als getuige\b|\bnaam niet bekend\b|\bwil anoniem blijven\b|\bvraagt om anoniem)"},
        {Cue::harm, R"(\bbuikpijn\b|\bbang (?:voor|om|als|dat)\b|\bwordt boos als ik\b|\bdurft? (?:\w+ ){0,3}niet\b|\bslaat\b|\bgeslagen\b|\bnachtmerries?\b|\bniet alleen met\b|\bkrijg (?:ik|hij|zij) het warm\b|\bpijn (?:doet|gedaan)\b|\bwil(?:de)? niet (?:meer )?naar (?:papa|mama|zijn|haar)\b|\bzeg ik maar niks\b|\bschrikt van\b)"},
        {Cue::plan, R"(\b(?:gezins|veiligheids|hulp|ondersteunings|borgings|begeleidings|stappen|familie|zorg)plan\b|\bplan van aanpak\b)"},
        {Cue::planGiven, R"(\b(?:dezelfde tekst|exemplaar|hebben .{0,40}gekregen|gekregen|aan (?:hen|hem|haar|ieder|allen|beiden|beide) (?:mee)?gegeven|gemaakt (?:met|aan)|besproken met|is .{0,60}besproken|ook aan .{0,30}gegeven|stemmen ermee in|ondertekend|voor akkoord)\b)"},
        {Cue::says, R"(\b(?:vertelt|vertelde|vertelden|zegt|zei|zeggen|vindt|vond|noemt|noemde|geeft (?:toe|aan)|gaf (?:toe|aan)|erkent|meldt|verklaart|verklaarde|benadrukt|legt uit|beschrijft|schrijft|schreef|vraagt zich af|voelt zich|hoopt|denkt|ervaart|herinnert|klaagt|verwijt|mist|wenst|wil graag|reageert)\b)"},
        {Cue::mixed, R"(\b(?:allebei|beiden|elkaar|van tweeen|over en weer|om elkaar heen|de een .{3,60}de ander|samenhang|hangt samen|lezingen|niet uit elkaar|wederzijds|op elkaar|net zo .{2,30}als)\b)"},
        {Cue::signature, R"(^(?:met (?:vriendelijke|hartelijke|collegiale) (?:groet|groeten)|(?:hartelijke |vriendelijke )?groet(?:en|jes)?\b|gr\.|mvg\b|hoogachtend|m\.?v\.?g\.?))"},
        {Cue::salutation, R"(^(?:beste|hoi|hallo|geachte|dag|goedemorgen|goedemiddag|lieve) [\w' .-]{1,40},?$)"},
        {Cue::mailHeader, R"(^(?:van|aan|cc|bcc|datum|verzonden|onderwerp|bijlagen?|from|to|subject|sent):)"},
        {Cue::formHeader, R"(^(?:betreft|dossier(?:nummer)?|zaaknummer|zaak|kenmerk|ontvangen|aangenomen door|opgenomen door|behandeld door|behandelaar|auteur|casusregisseur|raadsonderzoeker|onderzoeker|voorzitter|aanwezig|afwezig|jeugdbeschermer|bezoekadres|rond:|voor:|versie|assistente|gezin [a-z]|bestand|gesproken met|leerling|mentor|voogd|contactpersoon|telefoon|tel\.|adres|kopie|bron|toestemming leerling|tenzij anders|door:)\b)"},
        {Cue::talkWith, R"(\b(?:gesprek|telefoongesprek|huisbezoek|kindgesprek|gesprekken|gesproken|telefonisch|monitoring|gebeld|teruggebeld|wandeling|telefoontje|intake|belt|belde|appt|mail van|overleg)\b)"},
    };
    return rows;
}

namespace {

struct Compiled {
    RE2::Set set;
    Compiled() : set(options(), RE2::UNANCHORED) {
        for (const auto& row : cueRows()) set.Add(row.expression, nullptr);
        set.Compile();
    }
    static RE2::Options options() {
        RE2::Options o;
        o.set_encoding(RE2::Options::EncodingLatin1);
        o.set_log_errors(false);
        o.set_max_mem(256 << 20);
        return o;
    }
};

}  // namespace

Cues cuesIn(std::string_view folded) {
    static const Compiled compiled;
    std::vector<int> rows;
    Cues cues;
    compiled.set.Match({folded.data(), folded.size()}, &rows);
    for (const int row : rows) cues.set(static_cast<std::size_t>(cueRows()[static_cast<std::size_t>(row)].cue));
    return cues;
}

}  // namespace redaction::about
