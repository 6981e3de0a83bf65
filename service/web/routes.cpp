#include "service/web/routes.h"

#include "service/web/pages/access.h"
#include "service/web/pages/account.h"
#include "service/web/pages/administration.h"
#include "service/web/pages/applications.h"
#include "service/web/pages/answer_forms.h"
#include "service/web/pages/breaches.h"
#include "service/web/pages/case.h"
#include "service/web/pages/comparing.h"
#include "service/web/pages/corrections.h"
#include "service/web/pages/household.h"
#include "service/web/pages/intake.h"
#include "service/web/pages/items.h"
#include "service/web/pages/letters.h"
#include "service/web/pages/overview.h"
#include "service/web/pages/people.h"
#include "service/web/pages/remedies.h"
#include "service/web/pages/review.h"
#include "service/web/pages/sign_in.h"
#include "service/web/pages/sign_off.h"
#include "service/web/pages/terms.h"
#include "service/web/pages/worklist.h"

namespace service::web {

namespace {
constexpr auto GET = http::Method::get;
constexpr auto POST = http::Method::post;
using enum Permission;
}  // namespace

// A literal path stands above one with captures that would also fit.
const std::vector<Route>& routes() {
    static const std::vector<Route> table{
        // everyone
        {GET, "/gezond", anyone, Body::none, pages::alive},
        {GET, "/middelen/{name}", anyone, Body::none, pages::asset},
        {GET, "/inloggen", anyone, Body::none, pages::showSignIn},
        {POST, "/inloggen", anyone, Body::form, pages::signIn},
        {GET, "/eerste-beheerder", anyone, Body::none, pages::showFirstAdministrator},
        {POST, "/eerste-beheerder", anyone, Body::form, pages::makeFirstAdministrator},
        // who is signed in
        {GET, "/", signedIn, Body::none, pages::home},
        {POST, "/uitloggen", signedIn, Body::form, pages::signOut},
        {GET, "/mijn-instellingen", signedIn, Body::none, pages::showSettings},
        {POST, "/mijn-instellingen", signedIn, Body::form, pages::saveSettings},
        {POST, "/mijn-instellingen/wachtwoord", signedIn, Body::form, pages::changePassword},
        {GET, "/concepten", signedIn, Body::none, pages::showDraft},
        {POST, "/concepten", signedIn, Body::form, pages::saveDraft},
        {POST, "/concepten/weg", signedIn, Body::form, pages::discardDraft},
        {GET, "/sessie", signedIn, Body::none, pages::sessionToken},
        // worklist and searching
        {GET, "/werkvoorraad", seeWork, Body::none, pages::worklist},
        {POST, "/berichten/{notice}/gezien", seeWork, Body::form, pages::noticeSeen},
        {GET, "/zoeken", seeWork, Body::none, pages::search},
        {POST, "/werkvoorraad/overdragen", seeDocuments, Body::form, pages::handOver},
        {POST, "/werkvoorraad/weergaven", seeWork, Body::form, pages::saveView},
        {POST, "/werkvoorraad/weergaven/{view}/eerst", seeWork, Body::form, pages::beginWithView},
        {POST, "/werkvoorraad/weergaven/{view}/weg", seeWork, Body::form, pages::removeView},
        // counts, keeping and destroying
        {GET, "/overzicht", report, Body::none, pages::overview},
        {GET, "/overzicht.csv", report, Body::none, pages::overviewFile},
        {GET, "/vernietiging", report, Body::none, pages::retentionRegister},
        {GET, "/vernietiging/{request}/{file}", oversee, Body::none, pages::keptFile},
        {POST, "/vernietiging/termijn", administer, Body::form, pages::setRetentionMonths},
        {GET, "/verzoeken/{request}/bewaren", seeDocuments, Body::none, pages::caseRetention},
        {GET, "/verzoeken/{request}/bewaren/uitstel", oversee, Body::none, pages::showPostpone},
        {POST, "/verzoeken/{request}/bewaren/uitstel", oversee, Body::form, pages::postpone},
        // the front desk
        {GET, "/verzoeken/nieuw", logRequest, Body::none, pages::showIntake},
        {POST, "/verzoeken/nieuw", logRequest, Body::document, pages::sendIntake},
        {POST, "/verzoeken/nieuw/voorbeeld", logRequest, Body::form, pages::previewIntake},
        {GET, "/verzoeken/nieuw/brief/{letter}", logRequest, Body::none, pages::letterState},
        // what somebody asked, once, and its parts
        {GET, "/aanvragen/{application}", seeWork, Body::none, pages::applicationPage},
        {GET, "/aanvragen/{application}/vastgelegd", seeWork, Body::none, pages::loggedApplication},
        {GET, "/aanvragen/{application}/ontvangstbevestiging.pdf", seeWork, Body::none, pages::applicationAcknowledgement},
        {POST, "/aanvragen/{application}/overzicht", seeDocuments, Body::form, pages::writeOverview},
        {GET, "/aanvragen/{application}/brieven/{letter}", seeWork, Body::none, pages::applicationLetter},
        {GET, "/verzoeken/{request}/doorzenden", collect, Body::none, pages::showTransfer},
        {POST, "/verzoeken/{request}/doorzenden", collect, Body::form, pages::transferRequest},
        {GET, "/verzoeken/{request}/doorzenden/buiten", collect, Body::none, pages::showTransferOutside},
        {POST, "/verzoeken/{request}/doorzenden/buiten", collect, Body::form, pages::transferOutside},
        // after the decision
        {GET, "/verzoeken/{request}/na-de-beslissing", seeDocuments, Body::none, pages::showRemedies},
        {POST, "/verzoeken/{request}/na-de-beslissing", seeDocuments, Body::form, pages::recordRemedy},
        {GET, "/na-de-beslissing/{remedy}", seeDocuments, Body::none, pages::remedyPage},
        {POST, "/na-de-beslissing/{remedy}", seeDocuments, Body::form, pages::addRemedyStep},
        {POST, "/na-de-beslissing/{remedy}/opnieuw", seeDocuments, Body::form, pages::reopenPart},
        // a wrong release
        {GET, "/verzoeken/{request}/datalek", seeDocuments, Body::none, pages::showNewBreach},
        {POST, "/verzoeken/{request}/datalek", seeDocuments, Body::form, pages::recordBreach},
        {GET, "/datalekken/{breach}", seeDocuments, Body::none, pages::breachPage},
        {POST, "/datalekken/{breach}", seeDocuments, Body::form, pages::addBreachStep},
        {GET, "/datalekken/{breach}/brieven/{to}", seeDocuments, Body::none, pages::showBreachLetter},
        {POST, "/datalekken/{breach}/brieven/{to}", seeDocuments, Body::form, pages::makeBreachLetter},
        {GET, "/datalekken/{breach}/brieven/{to}/brief.pdf", seeDocuments, Body::none, pages::breachLetter},
        // a case
        {GET, "/verzoeken/{request}", seeWork, Body::none, pages::caseOverview},
        {GET, "/verzoeken/{request}/vastgelegd", seeWork, Body::none, pages::loggedRequest},
        {GET, "/verzoeken/{request}/stand", seeWork, Body::none, pages::caseProgress},
        {GET, "/verzoeken/{request}/stukken", seeDocuments, Body::none, pages::caseDocuments},
        {GET, "/verzoeken/{request}/beslissing", seeWork, Body::none, pages::caseDecision},
        {GET, "/verzoeken/{request}/brieven", seeWork, Body::none, pages::caseLetters},
        {GET, "/verzoeken/{request}/logboek", seeWork, Body::none, pages::caseLog},
        {GET, "/verzoeken/{request}/ontvangstbevestiging.pdf", seeWork, Body::none, pages::acknowledgement},
        {GET, "/verzoeken/{request}/brief", seeWork, Body::none, pages::incomingLetter},
        {POST, "/verzoeken/{request}/vragen", collect, Body::form, pages::startCollection},
        {POST, "/verzoeken/{request}/beoordeling-beginnen", seeDocuments, Body::form, pages::startReview},
        {POST, "/verzoeken/{request}/partners/{partner}/opnieuw", collect, Body::form, pages::retryPartner},
        {POST, "/verzoeken/{request}/partners/{partner}/stoppen", collect, Body::form, pages::stopPartner},
        {POST, "/verzoeken/{request}/partners/{partner}/met-de-hand", collect, Body::form, pages::markPartnerByHand},
        {GET, "/verzoeken/{request}/stukken/nieuw", seeDocuments, Body::none, pages::showAddFragment},
        {POST, "/verzoeken/{request}/stukken/nieuw", seeDocuments, Body::document, pages::addFragment},
        {POST, "/stukken/{fragment}/opnieuw-lezen", collect, Body::form, pages::readFragmentAgain},
        // the terms of a case
        {GET, "/verzoeken/{request}/termijnen", seeWork, Body::none, pages::caseTerms},
        {GET, "/verzoeken/{request}/termijn/dag", collect, Body::none, pages::showClockDay},
        {POST, "/verzoeken/{request}/termijn/dag", collect, Body::form, pages::recordClockDay},
        {GET, "/verzoeken/{request}/termijn/dagen/{day}/ongedaan", collect, Body::none, pages::showUndoClockDay},
        {POST, "/verzoeken/{request}/termijn/dagen/{day}/ongedaan", collect, Body::form, pages::undoClockDay},
        {GET, "/verzoeken/{request}/termijn/opschorten", collect, Body::none, pages::showSuspend},
        {POST, "/verzoeken/{request}/termijn/opschorten", collect, Body::form, pages::suspendClock},
        {POST, "/verzoeken/{request}/termijn/opschorten/voorbeeld", collect, Body::form, pages::previewSuspension},
        {GET, "/verzoeken/{request}/termijn/verlengen", collect, Body::none, pages::showExtend},
        {POST, "/verzoeken/{request}/termijn/verlengen", collect, Body::form, pages::extendClock},
        {POST, "/verzoeken/{request}/termijn/verlengen/voorbeeld", collect, Body::form, pages::previewExtension},
        {GET, "/verzoeken/{request}/termijn/verlenging.pdf", seeWork, Body::none, pages::extensionLetter},
        {GET, "/verzoeken/{request}/termijn/verlenging/ongedaan", collect, Body::none, pages::showUndoExtension},
        {POST, "/verzoeken/{request}/termijn/verlenging/ongedaan", collect, Body::form, pages::undoExtension},
        {GET, "/verzoeken/{request}/opschortingen/{suspension}/antwoord", collect, Body::none, pages::showAnswer},
        {POST, "/verzoeken/{request}/opschortingen/{suspension}/antwoord", collect, Body::form, pages::answerArrived},
        {GET, "/verzoeken/{request}/opschortingen/{suspension}/ongedaan", collect, Body::none, pages::showUndoSuspension},
        {POST, "/verzoeken/{request}/opschortingen/{suspension}/ongedaan", collect, Body::form, pages::undoSuspension},
        {GET, "/verzoeken/{request}/opschortingen/{suspension}/brief.pdf", seeWork, Body::none, pages::suspensionLetter},
        {GET, "/verzoeken/{request}/te-laat", collect, Body::none, pages::showLate},
        {POST, "/verzoeken/{request}/te-laat", collect, Body::form, pages::explainLateness},
        {GET, "/verzoeken/{request}/ingebrekestelling", collect, Body::none, pages::showDefaultNotice},
        {POST, "/verzoeken/{request}/ingebrekestelling", collect, Body::form, pages::recordDefaultNotice},
        // points of the five rights besides access, and what follows from them
        {GET, "/verzoeken/{request}/punten", seeDocuments, Body::none, pages::itemsPage},
        {POST, "/verzoeken/{request}/punten", seeDocuments, Body::form, pages::addItem},
        {POST, "/verzoeken/{request}/punten/afronden", review, Body::form, pages::finishItems},
        {POST, "/verzoeken/{request}/punten/stukken", seeDocuments, Body::form, pages::fetchForItems},
        {GET, "/verzoeken/{request}/punten/{item}", seeDocuments, Body::none, pages::showItem},
        {POST, "/verzoeken/{request}/punten/{item}", review, Body::form, pages::decideItem},
        {POST, "/verzoeken/{request}/punten/{item}/intrekken", seeDocuments, Body::form, pages::withdrawItem},
        {POST, "/verzoeken/{request}/punten/{item}/opheffen", seeDocuments, Body::form, pages::liftRestriction},
        {GET, "/verzoeken/{request}/punten/{item}/opheffen.pdf", seeDocuments, Body::none, pages::liftLetter},
        {POST, "/verzoeken/{request}/opdrachten/{order}", seeDocuments, Body::form, pages::confirmOrder},
        {GET, "/verzoeken/{request}/opdrachten/{order}/brief.pdf", seeDocuments, Body::none, pages::orderLetter},
        {POST, "/verzoeken/{request}/ontvangers/{recipient}", seeDocuments, Body::form, pages::settleRecipient},
        {GET, "/verzoeken/{request}/ontvangers/{recipient}/brief.pdf", seeDocuments, Body::none, pages::recipientLetter},
        {GET, "/verzoeken/{request}/verwijdering.pdf", seeDocuments, Body::none, pages::erasureLetter},
        {GET, "/verzoeken/{request}/antwoordvorm", seeDocuments, Body::none, pages::answerFormPage},
        {POST, "/verzoeken/{request}/antwoordvorm", review, Body::form, pages::chooseAnswerForm},
        {POST, "/verzoeken/{request}/antwoordvorm/jong", seeDocuments, Body::form, pages::answerYoungRequester},
        {POST, "/verzoeken/{request}/antwoordvorm/afronden", review, Body::form, pages::finishProcessing},
        {POST, "/verzoeken/{request}/antwoordvorm/afspraken", seeDocuments, Body::form, pages::planInspection},
        {POST, "/verzoeken/{request}/antwoordvorm/afspraken/{inspection}/gehouden", seeDocuments, Body::form, pages::holdInspection},
        {POST, "/verzoeken/{request}/antwoordvorm/afspraken/{inspection}/afgezegd", seeDocuments, Body::form, pages::cancelInspection},
        {GET, "/verzoeken/{request}/antwoordvorm/afspraken/{inspection}/brief.pdf", seeDocuments, Body::none, pages::inspectionLetter},
        {GET, "/verzoeken/{request}/buitensporig", seeDocuments, Body::none, pages::excessivePage},
        {POST, "/verzoeken/{request}/buitensporig", review, Body::form, pages::proposeExcessive},
        {POST, "/verzoeken/{request}/buitensporig/bevestigen", signOff, Body::form, pages::confirmExcessive},
        {POST, "/verzoeken/{request}/buitensporig/afwijzen", seeDocuments, Body::form, pages::rejectExcessive},
        // who asks, for whom, and where they may be reached
        {GET, "/verzoeken/{request}/identiteit", collect, Body::none, pages::showIdentity},
        {POST, "/verzoeken/{request}/identiteit", collect, Body::form, pages::recordIdentity},
        {POST, "/verzoeken/{request}/identiteit/code", collect, Body::form, pages::sendIdentityCode},
        {POST, "/verzoeken/{request}/identiteit/code/controle", collect, Body::form, pages::checkIdentityCode},
        {POST, "/verzoeken/{request}/identiteit/buiten-behandeling", seeDocuments, Body::form, pages::putAside},
        {POST, "/verzoeken/{request}/identiteit/opnieuw", seeDocuments, Body::form, pages::reopenPutAside},
        {GET, "/verzoeken/{request}/contact", collect, Body::none, pages::showContact},
        {POST, "/verzoeken/{request}/contact", collect, Body::form, pages::addChannel},
        {POST, "/verzoeken/{request}/contact/{channel}/beeindigen", collect, Body::form, pages::endChannel},
        {POST, "/verzoeken/{request}/contact/{channel}/bevestigen", collect, Body::form, pages::confirmChannel},
        {POST, "/verzoeken/{request}/stops/{stop}/eigen-gegevens", seeDocuments, Body::form, pages::goOnWithOwnData},
        {GET, "/verzoeken/{request}/mening/{child}", seeDocuments, Body::none, pages::showChildView},
        {POST, "/verzoeken/{request}/mening/{child}", seeDocuments, Body::form, pages::recordChildView},
        // review
        {GET, "/verzoeken/{request}/beoordelen", seeDocuments, Body::none, pages::reviewOverviewPage},
        {POST, "/verzoeken/{request}/beoordeling-afronden", review, Body::form, pages::finishReview},
        {POST, "/verzoeken/{request}/beoordeling-heropenen", review, Body::form, pages::reopenReview},
        {POST, "/verzoeken/{request}/opmerkingen/{remark}/afgehandeld", review, Body::form, pages::settleRemark},
        {GET, "/stukken/{fragment}/beoordelen", seeDocuments, Body::none, pages::workbenchPage},
        {GET, "/stukken/{fragment}/pagina/{page}", seeDocuments, Body::none, pages::pagePicture},
        {GET, "/stukken/{fragment}/bron", seeDocuments, Body::none, pages::sourceFile},
        {POST, "/stukken/{fragment}/lakken", review, Body::form, pages::addOne},
        {POST, "/stukken/{fragment}/rest", review, Body::form, pages::acceptRest},
        {POST, "/stukken/{fragment}/geheel", review, Body::form, pages::decideWholeFragment},
        {POST, "/voorstellen/{proposal}/besluit", review, Body::form, pages::decideOne},
        {POST, "/voorstellen/{proposal}/verbetering", review, Body::form, pages::correctOne},
        {GET, "/verzoeken/{request}/voorstellen/stand", seeDocuments, Body::none, pages::proposingState},
        // sign-off and release
        {GET, "/verzoeken/{request}/vrijgave", seeDocuments, Body::none, pages::signOffPage},
        {POST, "/verzoeken/{request}/vrijgeven", signOff, Body::form, pages::signRelease},
        {POST, "/verzoeken/{request}/terugsturen", signOff, Body::form, pages::sendBack},
        {POST, "/verzoeken/{request}/partners/{partner}/alinea", signOff, Body::form, pages::writeParagraph},
        {GET, "/verzoeken/{request}/brieven/wijzigen", seeDocuments, Body::none, pages::showLetterEditing},
        {POST, "/verzoeken/{request}/brieven/wijzigen", seeDocuments, Body::form, pages::editLetter},
        {POST, "/verzoeken/{request}/partners/{partner}/brief", seeDocuments, Body::form, pages::makePartnerLetter},
        {GET, "/verzoeken/{request}/partnerbrieven/{letter}", seeDocuments, Body::none, pages::partnerLetter},
        {POST, "/verzoeken/{request}/veiligheid/{proposal}/opheffen", seeDocuments, Body::form, pages::liftSafety},
        {GET, "/verzoeken/{request}/verstrekking", seeWork, Body::none, pages::releasePage},
        {GET, "/verzoeken/{request}/pakket/stand", seeWork, Body::none, pages::packageState},
        {GET, "/verzoeken/{request}/pakket/bestand", seeDocuments, Body::none, pages::packageMember},
        {GET, "/verzoeken/{request}/pakket", handOut, Body::none, pages::packageDownload},
        {POST, "/verzoeken/{request}/pakket/opnieuw", seeDocuments, Body::form, pages::buildAgain},
        {POST, "/verzoeken/{request}/verstrekken", handOut, Body::form, pages::handOut},
        {POST, "/verzoeken/{request}/afsluiten", handOut, Body::form, pages::closeRequest},
        // households
        {GET, "/huishoudens", seeWork, Body::none, pages::listHouseholds},
        {GET, "/huishoudens/nieuw", keepHousehold, Body::none, pages::showNewHousehold},
        {POST, "/huishoudens/nieuw", keepHousehold, Body::form, pages::createHousehold},
        {POST, "/huishoudens/inlezen", keepHousehold, Body::text, pages::importHousehold},
        {GET, "/huishoudens/{household}", seeWork, Body::none, pages::showHousehold},
        {GET, "/huishoudens/{household}/case.json", keepHousehold, Body::none, pages::exportHousehold},
        {GET, "/huishoudens/{household}/logboek", seeWork, Body::none, pages::householdLog},
        {GET, "/huishoudens/{household}/vergelijken", seeDocuments, Body::none, pages::comparison},
        {GET, "/huishoudens/{household}/instellingen", keepHousehold, Body::none, pages::showHouseholdSettings},
        {POST, "/huishoudens/{household}/instellingen", keepHousehold, Body::form, pages::saveHouseholdSettings},
        {GET, "/huishoudens/{household}/feiten/nieuw", keepHousehold, Body::none, pages::showNewFact},
        {POST, "/huishoudens/{household}/feiten", keepHousehold, Body::form, pages::addFact},
        {GET, "/huishoudens/{household}/feiten/{fact}", keepHousehold, Body::none, pages::showFact},
        {POST, "/huishoudens/{household}/feiten/{fact}", keepHousehold, Body::form, pages::changeFact},
        {POST, "/huishoudens/{household}/feiten/{fact}/beeindigen", keepHousehold, Body::form, pages::closeFact},
        {POST, "/huishoudens/{household}/opheffingen/{weakening}", keepHousehold, Body::form, pages::settleWeakening},
        {POST, "/huishoudens/{household}/verbeteringen/{correction}/intrekken", review, Body::form, pages::withdrawCorrection},
        {POST, "/huishoudens/{household}/toewijzing", seeDocuments, Body::form, pages::assignAccount},
        {POST, "/huishoudens/{household}/toewijzing/weg", seeDocuments, Body::form, pages::unassignAccount},
        {POST, "/huishoudens/{household}/belang", seeWork, Body::form, pages::reportConflict},
        {POST, "/huishoudens/{household}/noodtoegang", seeWork, Body::form, pages::openInEmergency},
        // privacy officer
        {GET, "/toezicht", oversee, Body::none, pages::oversight},
        {POST, "/toezicht/{emergency}/gezien", oversee, Body::form, pages::markEmergencySeen},
        // administrator
        {GET, "/beheer/accounts", administer, Body::none, pages::listAccounts},
        {POST, "/beheer/accounts", administer, Body::form, pages::addAccount},
        {GET, "/beheer/accounts/{account}", administer, Body::none, pages::showAccount},
        {POST, "/beheer/accounts/{account}", administer, Body::form, pages::saveAccount},
        {POST, "/beheer/accounts/{account}/wachtwoord", administer, Body::form, pages::setAccountPassword},
        {POST, "/beheer/accounts/{account}/ontgrendelen", administer, Body::form, pages::unlockAccount},
        {GET, "/beheer/partners", administer, Body::none, pages::listPartners},
        {POST, "/beheer/partners", administer, Body::form, pages::addPartner},
        {GET, "/beheer/partners/nieuw", administer, Body::none, pages::showNewPartner},
        {GET, "/beheer/partners/{partner}", administer, Body::none, pages::showPartner},
        {POST, "/beheer/partners/{partner}", administer, Body::form, pages::savePartner},
        {GET, "/beheer/partners/{partner}/register", administer, Body::none, pages::showRegister},
        {POST, "/beheer/partners/{partner}/register", administer, Body::form, pages::saveRegister},
        {GET, "/beheer/partners/{partner}/mandaat", administer, Body::none, pages::showMandates},
        {POST, "/beheer/partners/{partner}/mandaat", administer, Body::form, pages::recordMandate},
        {POST, "/beheer/partners/{partner}/mandaat/{mandate}/beeindigen", administer, Body::form, pages::endMandate},
        {POST, "/beheer/partners/{partner}/koppeling", administer, Body::form, pages::saveConnection},
        {POST, "/beheer/partners/{partner}/koppeling/proberen", administer, Body::form, pages::tryConnection},
        {GET, "/beheer/regio", administer, Body::none, pages::showRegion},
        {POST, "/beheer/regio", administer, Body::form, pages::saveRegion},
        {GET, "/beheer/mail", administer, Body::none, pages::showMail},
        {POST, "/beheer/mail", administer, Body::form, pages::saveMail},
        {POST, "/beheer/mail/proberen", administer, Body::form, pages::tryMail},
        {GET, "/beheer/feestdagen", administer, Body::none, pages::listHolidays},
        {POST, "/beheer/feestdagen", administer, Body::form, pages::addHoliday},
        {POST, "/beheer/feestdagen/weg", administer, Body::form, pages::removeHoliday},
    };
    return table;
}

}  // namespace service::web
