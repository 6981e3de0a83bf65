#include "service/web/routes.h"

#include "service/web/pages/account.h"
#include "service/web/pages/administration.h"
#include "service/web/pages/review.h"
#include "service/web/pages/sign_in.h"
#include "service/web/pages/sign_off.h"

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
        // review
        {GET, "/verzoeken/{request}/beoordelen", review, Body::none, pages::reviewOverviewPage},
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
        // sign-off and release
        {GET, "/verzoeken/{request}/vrijgave", signOff, Body::none, pages::signOffPage},
        {POST, "/verzoeken/{request}/vrijgeven", signOff, Body::form, pages::signRelease},
        {POST, "/verzoeken/{request}/terugsturen", signOff, Body::form, pages::sendBack},
        {POST, "/verzoeken/{request}/veiligheid/{proposal}/opheffen", signOff, Body::form, pages::liftSafety},
        {GET, "/verzoeken/{request}/verstrekking", seeWork, Body::none, pages::releasePage},
        {GET, "/verzoeken/{request}/pakket/stand", seeWork, Body::none, pages::packageState},
        {GET, "/verzoeken/{request}/pakket/bestand", seeDocuments, Body::none, pages::packageMember},
        {GET, "/verzoeken/{request}/pakket", handOut, Body::none, pages::packageDownload},
        {POST, "/verzoeken/{request}/pakket/opnieuw", review, Body::form, pages::buildAgain},
        {POST, "/verzoeken/{request}/verstrekken", handOut, Body::form, pages::handOut},
        {POST, "/verzoeken/{request}/afsluiten", handOut, Body::form, pages::closeRequest},
        // administrator
        {GET, "/beheer/accounts", administer, Body::none, pages::listAccounts},
        {POST, "/beheer/accounts", administer, Body::form, pages::addAccount},
        {GET, "/beheer/accounts/{account}", administer, Body::none, pages::showAccount},
        {POST, "/beheer/accounts/{account}", administer, Body::form, pages::saveAccount},
        {POST, "/beheer/accounts/{account}/wachtwoord", administer, Body::form, pages::setAccountPassword},
        {POST, "/beheer/accounts/{account}/ontgrendelen", administer, Body::form, pages::unlockAccount},
        {GET, "/beheer/partners", administer, Body::none, pages::listPartners},
        {GET, "/beheer/partners/{partner}", administer, Body::none, pages::showPartner},
        {POST, "/beheer/partners/{partner}", administer, Body::form, pages::savePartner},
        {GET, "/beheer/feestdagen", administer, Body::none, pages::listHolidays},
        {POST, "/beheer/feestdagen", administer, Body::form, pages::addHoliday},
        {POST, "/beheer/feestdagen/weg", administer, Body::form, pages::removeHoliday},
    };
    return table;
}

}  // namespace service::web
