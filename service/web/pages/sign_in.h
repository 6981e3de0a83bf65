// Signing in and out, the first administrator, and carrying what was typed over an expired session.
#pragma once

#include "service/web/visit.h"

namespace service::web::pages {

http::Response showSignIn(Visit& visit);
http::Response signIn(Visit& visit);
http::Response signOut(Visit& visit);
http::Response showFirstAdministrator(Visit& visit);
http::Response makeFirstAdministrator(Visit& visit);

// A form came in after the session ended: asks to sign in and keeps what was typed in the page. After signing in it
// becomes a draft, and the person is back where the form stood. Nothing of the form is carried out.
http::Response signInCarrying(Visit& visit);

}  // namespace service::web::pages
