#include "service/casework/audit_words.h"

#include <nlohmann/json.hpp>

#include <vector>

#include "service/casework/words.h"

namespace service::casework {

namespace {

enum class Kind { acted, looked };
struct ActionWords {
    std::string_view action, words;  // {name}: from the details
    Kind kind = Kind::acted;
};
const std::vector<ActionWords> actions{
    {"request.logged", "boekte het verzoek in"},
    {"request.previewed", "bekeek bij het inboeken wat over het huishouden bekend is", Kind::looked},
    {"request.seen-at-desk", "bekeek het verzoek aan de balie", Kind::looked},
    {"request.seen", "bekeek de zaak", Kind::looked},
    {"request.closed", "sloot het verzoek af"},
    {"destruction.plan-seen", "bekeek wanneer de kopieën worden vernietigd", Kind::looked},
    {"destruction.register-seen", "bekeek wat er vernietigd wordt en is", Kind::looked},
    {"destruction.postponed", "stelde de vernietiging uit tot {until}"},
    {"destruction.term-set", "zette de bewaartermijn op {months} maanden"},
    {"destruction.begun", "begon met vernietigen"},
    {"clock.letter-previewed", "bekeek een brief over de termijn voordat die uitging", Kind::looked},
    {"case.destroyed", "vernietigde de kopieën"},
    {"kept.seen", "opende de bewaarde beslissing {file}", Kind::looked},
    {"kept.destroyed", "vernietigde ook de bewaarde beslissing"},
    {"overview.seen", "bekeek het overzicht van {year}", Kind::looked},
    {"household.handed-on", "gaf het dossier door"},
    {"application.seen", "bekeek aanvraag {reference}", Kind::looked},
    {"application.overview-made", "maakte het overzicht van de beslissingen op aanvraag {reference}"},
    {"application.letter-seen", "bekeek een brief over aanvraag {reference}", Kind::looked},
    {"request.transferred", "zond het verzoek door aan {to}"},
    {"request.reopened", "opende {reference} opnieuw"},
    {"remedy.recorded", "legde vast wat na de beslissing kwam: {what}"},
    {"remedy.step", "werkte bij wat na de beslissing kwam: {step}"},
    {"remedy.seen", "bekeek wat na de beslissing kwam", Kind::looked},
    {"breach.recorded", "legde datalek {reference} vast"},
    {"breach.step", "werkte datalek {reference} bij: {step}"},
    {"breach.seen", "bekeek datalek {reference}", Kind::looked},
    {"letter.uploaded", "voegde de brief van de verzoeker toe"},
    {"letter.forgotten", "wiste een brief waar na een dag geen verzoek van was ingeboekt"},
    {"letter.seen", "bekeek de brief van de verzoeker", Kind::looked},
    {"letter.edited", "wijzigde alinea's in de brief van partner {partner}"},
    {"partner.letter-made", "maakte een brief aan partner {partner}"},
    {"partner.letter-seen", "bekeek een brief aan een partner", Kind::looked},
    {"letter.written", "schreef een alinea in de beslissing van partner {partner}"},
    {"acknowledgement.made", "maakte de ontvangstbevestiging"},
    {"clock.suspended", "zette de termijn stil"},
    {"clock.resumed", "liet de termijn weer lopen"},
    {"clock.extended", "verlengde de termijn"},
    {"answer-form.representative", "legde vast dat het kind hoort wie voor hem of haar mag vragen"},
    {"answer-form.to-child", "legde vast dat het kind onder de 12 de stukken zelf krijgt"},
    {"clock.moved", "rekende de termijn opnieuw uit: van {before} naar {after}, want {because}"},
    {"clock.others-moved", "rekende de andere dagen opnieuw uit: {what}"},
    {"clock.suspension-withdrawn", "maakte een opschorting ongedaan"},
    {"clock.extension-withdrawn", "maakte de verlenging ongedaan"},
    {"clock.letter-made", "maakte de brief over de termijn"},
    {"clock.letter-seen", "bekeek de brief over de termijn", Kind::looked},
    {"clock.seen", "bekeek de termijnen", Kind::looked},
    {"identity.code-sent", "stuurde de verzoeker een code ({channel})"},
    {"identity.code-matched", "kreeg de juiste code van de verzoeker te horen"},
    {"identity.code-wrong", "vulde een code in die niet klopte"},
    {"identity.seen", "bekeek hoe de identiteit is vastgesteld", Kind::looked},
    {"channels.seen", "bekeek waar de verzoeker te bereiken is", Kind::looked},
    {"channel.recorded", "legde een kanaal naar de verzoeker vast ({channel})"},
    {"channel.ended", "beëindigde een kanaal naar de verzoeker ({channel})"},
    {"channel.confirmed", "bevestigde als tweede persoon dat een kanaal weer veilig is ({channel})"},
    {"child-view.recorded", "legde de mening van het kind vast, of waarom die er niet is"},
    {"child-view.seen", "bekeek de mening van het kind", Kind::looked},
    {"request.turned", "nam op wat een dag veranderde"},
    {"request.stopped", "hield de verstrekking tegen: de verzoeker mag niet meer voor deze persoon vragen"},
    {"request.goes-on", "besliste dat het verzoek doorgaat met de eigen gegevens van de verzoeker"},
    {"request.put-aside", "stelde voor het verzoek buiten behandeling te laten"},
    {"request.taken-up-after-all", "nam het verzoek alsnog in behandeling"},
    {"identity.recorded", "legde vast hoe de identiteit is vastgesteld"},
    {"overdue.escalated", "meldde: {what}"},
    {"milestone.escalated", "meldde dat '{milestone}' te laat is"},
    {"late.explained", "legde vast waarom de beslissing te laat is"},
    {"default-notice.recorded", "legde een ingebrekestelling van partner {partner} vast"},
    {"collection.started", "vroeg de partners om stukken"},
    {"partner.answered", "kreeg antwoord van partner {partner}: {answer}"},
    {"partner.retry", "kon partner {partner} niet bereiken en probeert het opnieuw"},
    {"partner.trouble", "kwam er met partner {partner} niet uit; iemand moet iets doen"},
    {"partner.asked-again", "vroeg partner {partner} opnieuw"},
    {"partner.stopped", "stopte het vragen aan partner {partner}"},
    {"partner.marked", "legde het antwoord van partner {partner} met de hand vast: {answer}"},
    {"fragment.received", "ontving stuk {number}"},
    {"fragment.added", "voegde stuk {number} met de hand toe"},
    {"fragment.unreadable", "kon stuk {number} niet lezen; een mens moet kijken"},
    {"fragment.read-again", "liet stuk {number} opnieuw lezen"},
    {"fragment.seen", "bekeek stuk {number}", Kind::looked},
    {"page.seen", "bekeek pagina {page} van stuk {number}", Kind::looked},
    {"fragment.downloaded", "opende het origineel van stuk {number}", Kind::looked},
    {"fragment.compared", "bekeek stuk {number} zoals een ander het zou zien", Kind::looked},
    {"fragment.withheld", "hield stuk {number} geheel achter"},
    {"fragment.read-by-hand", "keurde de gelezen tekst van stuk {number} goed"},
    {"proposals.made", "maakte voorstellen: {added} nieuw, {kept} gelijk gebleven, {dropped} vervallen"},
    {"correction.made", "legde verbetering {correction} vast bij stuk {number} ({reach})"},
    {"correction.withdrawn", "trok verbetering {correction} in"},
    {"requests.compared", "vergeleek {one} met {other}", Kind::looked},
    {"request.imagined", "bekeek naast {one} wat een ander van het gezin zou zien", Kind::looked},
    {"review.asked", "vroeg om de voorstellen"},
    {"review.seen", "bekeek de beoordeling", Kind::looked},
    {"review.finished", "rondde de beoordeling af: {decided} voorstellen beslist, {as_proposed} overgenomen zoals voorgesteld"},
    {"review.reopened", "heropende de beoordeling"},
    {"ruling.made", "besliste over een voorstel: {decision}"},
    {"ruling.batch-undone", "maakte {count} beslissingen ongedaan"},
    {"remark.settled", "verwerkte een opmerking"},
    {"items.seen", "bekeek de punten", Kind::looked},
    {"item.added", "legde punt {number} vast"},
    {"item.withdrawn", "trok punt {number} in"},
    {"item.decided", "besliste over punt {number}"},
    {"items.finished", "rondde de punten af"},
    {"items.returned", "gaf de punten terug aan de beoordelaar"},
    {"work.ordered", "gaf de partner een opdracht bij punt {number}"},
    {"breach.letter-made", "maakte een brief bij datalek {reference}"},
    {"breach.letter-seen", "bekeek een brief bij datalek {reference}", Kind::looked},
    {"restriction.lifted", "kondigde aan dat de beperking op punt {number} stopt"},
    {"restriction.letter-seen", "bekeek de brief over een beperking die stopt", Kind::looked},
    {"work.confirmed", "legde vast dat de partner een opdracht uitvoerde"},
    {"work.letter-made", "maakte de opdracht aan de partner"},
    {"recipient.told", "legde vast dat een ontvanger is ingelicht"},
    {"recipient.not-told", "legde vast waarom een ontvanger niet kan worden ingelicht"},
    {"recipient.letter-made", "maakte het bericht aan een ontvanger"},
    {"erasure.letter-made", "maakte de bevestiging van de verwijdering"},
    {"answer-form.seen", "bekeek de vorm van het antwoord", Kind::looked},
    {"answer-form.chosen", "koos hoe het verzoek wordt beantwoord"},
    {"answer-form.finished", "rondde het antwoord zonder stukken af"},
    {"inspection.planned", "maakte een afspraak om stukken in te zien op {day}"},
    {"inspection.cancelled", "zegde de afspraak om stukken in te zien af"},
    {"inspection.held", "legde vast dat de stukken zijn ingezien op {day}"},
    {"inspection.letter-made", "maakte de uitnodiging om stukken in te zien"},
    {"excessive.proposed", "stelde voor het verzoek niet in behandeling te nemen"},
    {"excessive.confirmed", "bevestigde dat het verzoek niet in behandeling wordt genomen"},
    {"excessive.rejected", "wees af dat het verzoek niet in behandeling zou worden genomen"},
    {"register.changed", "wijzigde het register van partner {partner}"},
    {"package.asked", "liet het pakket opnieuw maken"},
    {"package.built", "maakte het pakket; de controle vond niets"},
    {"package.refused", "hield het pakket tegen: de controle vond {hits} keer iets"},
    {"package.not-built", "kon het pakket niet maken"},
    {"package.file-seen", "bekeek {file} uit het pakket", Kind::looked},
    {"package.downloaded", "haalde het pakket op", Kind::looked},
    {"package.released", "verstrekte het pakket"},
    {"sign-off.seen", "bekeek de vrijgave", Kind::looked},
    {"sign-off.sent-back", "stuurde de beoordeling terug met opmerkingen"},
    {"sign-off.signed", "gaf akkoord voor het pakket"},
    {"safety.lifted", "stelde voor een afscherming op te heffen"},
    {"household.created", "maakte het huishouden"},
    {"household.imported", "las het huishouden in"},
    {"household.exported", "haalde de gegevens van het huishouden op", Kind::looked},
    {"household.changed", "wijzigde het huishouden"},
    {"partner.changed", "wijzigde partner {partner}"},
    {"partner.added", "voegde partner {partner} toe"},
    {"clock.day-recorded", "legde {day} vast als dag waarmee een termijn rekent"},
    {"clock.day-withdrawn", "nam een dag terug waarmee een termijn rekende"},
    {"household.consent-withdrawn", "legde bij het huishouden vast dat toestemming is ingetrokken"},
    {"household.objection-recorded", "legde bij het huishouden een bezwaar tegen gebruik vast"},
    {"mandate.recorded", "legde het mandaat van partner {partner} aan de regio vast"},
    {"request.mandate-ended", "hield de zaak tegen: het mandaat van een partner is geëindigd"},
    {"mandate.ended", "beëindigde het mandaat van partner {partner}"},
    {"partner.connected", "stelde de koppeling met partner {partner} in"},
    {"partner.tried", "probeerde de koppeling met partner {partner}"},
    {"region.changed", "wijzigde de gegevens van de regio"},
    {"holiday.added", "maakte {day} een vrije dag"},
    {"holiday.removed", "haalde de vrije dag {day} weg"},
    {"mail.changed", "wijzigde hoe Lakwerk e-mail verstuurt"},
    {"mail.tried", "stuurde een proefbericht"},
    {"household.seen", "bekeek het huishouden", Kind::looked},
    {"household.searched", "zocht in de huishoudens: {found} gevonden", Kind::looked},
    {"household.assigned", "wees het dossier toe"},
    {"household.handed-over", "droeg het nieuwe huishouden over aan de behandelaars"},
    {"household.unassigned", "trok een toewijzing in"},
    {"fact.added", "voegde een feit toe ({kind})"},
    {"fact.changed", "wijzigde een feit ({kind})"},
    {"fact.ended", "beëindigde een feit ({kind})"},
    {"protection.less-proposed", "stelde minder bescherming voor ({kind}); dat wacht op een tweede persoon"},
    {"protection.less-confirmed", "bevestigde als tweede persoon minder bescherming ({kind})"},
    {"protection.less-dropped", "liet de bescherming zoals die was ({kind})"},
    {"conflict.recorded", "legde een belangenconflict vast"},
    {"emergency.opened", "opende het dossier in nood"},
    {"emergency.seen", "bekeek een noodtoegang"},
    {"worklist.seen", "bekeek de werkvoorraad", Kind::looked},
    {"audit.seen", "bekeek het logboek", Kind::looked},
    {"audit.verified", "controleerde het logboek", Kind::looked},
};

const ActionWords* find(std::string_view action) {
    for (const auto& it : actions)
        if (it.action == action) return &it;
    return nullptr;
}

std::string wordOf(const std::string& field, const nlohmann::json& value) {
    const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
    if (field == "answer") return answerWords(text);
    if (field == "decision") return decisionWords(text);
    if (field == "channel") {
        const std::pair<const char*, const char*> kinds[] = {{"post", "post"}, {"email", "e-mail"}, {"phone", "telefoon"}, {"lawyer", "advocaat"}};
        for (const auto& [code, words] : kinds)
            if (text == code) return words;
    }
    if (field == "reach") return text == "everywhere" ? "overal in het dossier" : "alleen op die plaats";
    if (field == "kind") {
        const std::pair<const char*, const char*> kinds[] = {{"person", "persoon"}, {"relation", "relatie"}, {"authority", "gezag"},
                                                             {"protection", "afscherming"}, {"consent", "toestemming"}};
        for (const auto& [code, words] : kinds)
            if (text == code) return words;
    }
    return text;
}

}  // namespace

std::string auditSentence(std::string_view action, std::string_view details) {
    const auto* known = find(action);
    if (!known) return std::string(action);
    const auto json = nlohmann::json::parse(details, nullptr, false);
    std::string sentence(known->words);
    for (auto open = sentence.find('{'); open != std::string::npos; open = sentence.find('{', open)) {
        const auto close = sentence.find('}', open);
        const std::string field = sentence.substr(open + 1, close - open - 1);
        const std::string word = json.is_object() && json.contains(field) ? wordOf(field, json[field]) : "?";
        sentence.replace(open, close - open + 1, word);
        open += word.size();
    }
    return sentence;
}

bool isLooking(std::string_view action) {
    const auto* known = find(action);
    return known && known->kind == Kind::looked;
}

}  // namespace service::casework
