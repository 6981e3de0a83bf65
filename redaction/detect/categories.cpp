// Special categories (AVG art. 9 and 10) and money, as the words that name them; of whom, is the person last named.
#include "redaction/detect/owners.h"
#include "redaction/detect/patterns.h"

namespace redaction::detect {

namespace {

constexpr const char* kBefore = R"(\b((?:(?:een|de|het|haar|zijn) )?(?:(?:matige|ernstige|zware|lichte|gevorderde|chronische|langdurig\w*|beginnende|sombere|acute|nieuwe|oude|vroege|milde|forse|hevige|gebroken|dubbele) )?)";

struct Category {
    Kind kind;
    Pattern pattern;
};

std::string expression(const char* words) { return std::string(kBefore) + "(?:" + words + "))\\b"; }

const std::vector<const Category*>& categories() {
    static const Category health{Kind::health, Pattern(expression(
        R"(angststoornis\w*|depressie\w*|depressief|emdr(?:-\w+)?|traumatherapie|traumabehandeling|medicatie|medicijnen(?: tegen \w+)?|antidepressiva|sertraline(?: \d+ ?mg)?|oxazepam|methylfenidaat|ritalin|insuline|bloedverdunners|slaaptablet\w*|slaappillen|kalmerings\w+|adhd|add|autisme|ass|ptss|borderline|bipolaire stoornis|persoonlijkheidsstoornis|psychose|psychotisch\w*|schizofrenie|eetstoornis|anorexia|boulimia|somber(?:heid|e stemming)?|burn-?out|overspannen(?: thuis)?|astma|copd|benauwd(?:heid)?|kortademig\w*|inhalator|epilepsie|diabetes|suikerziekte|kanker|borstkanker|chemotherapie|bestraling|hartritmestoornissen|hartinfarct|beroerte|tia|herseninfarct|dementie|ziekte van \w+|alzheimer|parkinson|reuma|migraine|hernia|incontinent\w*|zwanger\w*|miskraam|abortus|anticonceptie|spiraaltje|de pil|heupoperatie|nieuwe heup|heup|geopereerd(?: aan (?:haar|zijn) \w+)?|verslaving\w*|verslaafd\w*|terugval(?: in \w+ \w+)?|alcoholgebruik|alcoholverslaving|alcoholprobleem|drugsgebruik|drankprobleem|cognitieve gedragstherapie|gedragstherapie|groepstherapie|therapie|psycholoog|psychiater|psychiatrisch\w*|opgenomen in (?:het|een) \w+|zelfmoord\w*|suicid\w*|zelfbeschadiging|automutilatie|verstandelijke beperking|lvb|slechthorend\w*(?: aan \w+ kant)?|slechtziend\w*|buisjes in \w+ oren|oorontsteking|longontsteking|griep|bril|allergie\w*|eczeem|diagnose|ziektewet|slecht ter been|training omgaan met \w+|agressieregulatie\w*|\w+ kilo (?:afgevallen|was afgevallen|lichter)|maaltijden overslaat)"))};
    static const Category criminal{Kind::criminal, Pattern(expression(
        R"(werkstraf(?: voor \w+ \w+)?|taakstraf|gevangenisstraf|celstraf|voorwaardelijke straf|veroordeeld\w*(?: voor [\w ]{3,30})?|veroordeling\w*|strafblad|rijden onder invloed(?: \(\d{4}\))?|winkeldiefstal(?: \(\d{4}\))?|diefstal(?: \(\d{4}\))?|inbraak(?: \(\d{4}\))?|oplichting(?: \(\d{4}\))?|mishandeling \(\d{4}\)|art\.? \d{3} sr[\w, ]*|drugshandel|openbare dronkenschap|bedreiging \(\d{4}\)|vechtpartij)"))};
    static const Category religion{Kind::religion, Pattern(
        R"(\b((?:naar )?(?:de |het )?(?:\w+e )?(?:moskee|kerk|synagoge|geloof|suikerfeest|ramadan|offerfeest|islam|christendom|koranles|bijbelstudie)|(?:\w+ )?naar de (?:\w+ )?mis|de (?:\w+e )?mis|moslim\w*|katholiek\w*|hindoe|gereformeerd\w*|jehova\w*|joods\w*)\b)")};
    static const Category ethnicity{Kind::ethnicity, Pattern(
        R"(\b((?:een )?(?:hindoestaans\w*|marokkaans\w*|turks\w*|pools\w*|surinaams\w*|antilliaans\w*|syrisch\w*|oekraiens\w*|roma|eritrees\w*|somalisch\w*|iraaks\w*|afghaans\w*|chinees\w*|kaapverdisch\w*|molu[ck]s\w*|koerdisch\w*|indisch\w*)(?: (?:gezin|afkomst|achtergrond|familie))?)\b)")};
    static const Category sexuality{Kind::sexuality, Pattern(R"(\b(verliefd op een (?:meisje|jongen)|lesbisch\w*|homo(?:seksueel|seksuele)?|biseksueel|transgender|non-binair\w*|genderdysforie|uit de kast)\b)")};
    static const Category finance{Kind::finance, Pattern(
        R"(\b((?:(?:de|een) )?(?:schuld(?:en)?(?: (?:van [$] ?[\d.,]+|bij \w+))?|huurachterstand(?: van \w+ maanden)?|schuldsanering|schuldhulp\w*|bewind|beslag op (?:zijn|haar) loon|voorschot op (?:zijn|haar) loon|uitkering|bijstand|online (?:heeft )?gegokt|weer gokken|gokschuld\w*|gokverslaving|faillissement|deurwaarder|bijstandsuitkering|wsnp))\b)")};
    static const Category money{Kind::finance, Pattern(R"(((?:nog )?[$] ?\d[\d.,]*\d(?: (?:geleend|open|schuld))?)\b)")};
    static const std::vector<const Category*> all{&health, &criminal, &religion, &ethnicity, &sexuality, &finance, &money};
    return all;
}

}  // namespace

void findCategories(Reading& r) {
    for (const auto& line : r.view.lines())
        for (const auto* category : categories())
            category->pattern.each(r.view.folded(), line.start, line.end, [&](std::size_t a, std::size_t b) {
                addMention(r, a, b, category->kind, nearestPerson(r, a), 1, 0.8);
            });
}

}  // namespace redaction::detect
