#include "service/web/pages/sign_in.h"

#include <sodium.h>

#include <array>

#include "service/web/field_checks.h"
#include "service/web/session_cookie.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

constexpr std::string_view formCookie = "lakwerk_form";
constexpr std::size_t maxCarriedBytes = 200u << 10;

std::string newToken() {
    std::array<unsigned char, 16> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, 33> hex;
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    return hex.data();
}

// Before signing in there is no session to hold a token: the form and a cookie must hold the same one.
bool formIsOurs(const Visit& visit) {
    const auto kept = visit.request.cookie(formCookie);
    const auto sent = visit.sent.raw("_form");
    return kept && kept->size() == 32 && sent.size() == kept->size() && sodium_memcmp(sent.data(), kept->data(), sent.size()) == 0;
}

// Only a path of our own may be returned to.
std::string ownPath(std::string path) {
    const auto end = path.find('?');
    if (!path.starts_with('/') || path.starts_with("//") || !http::decodePath(path.substr(0, end))) return "/";
    return path.starts_with("/inloggen") || path.starts_with("/uitloggen") ? "/" : path;
}

// What a draft keeps of a form: no tokens, no passwords.
std::string fieldsToKeep(const Sent& sent) {
    auto fields = Data::array();
    for (const auto& [name, value] : sent.fields())
        if (!name.starts_with('_') && name.find("password") == name.npos) fields.push_back({name, value});
    return fields.dump();
}

struct SignInForm {
    std::string error, login, further, carry;
    int status = 200;
};

http::Response signInPage(Visit& visit, const SignInForm& form) {
    const auto kept = visit.request.cookie(formCookie);
    const auto token = kept && kept->size() == 32 ? *kept : newToken();
    auto response = visit.page("sign-in", {visit.say("signin.title"), "", {}, form.status},
                               {{"error", form.error}, {"login", form.login}, {"further", form.further}, {"carry", form.carry},
                                {"carried", !form.carry.empty()}, {"form_token", token}});
    response.headers.emplace_back("Set-Cookie", cookie(formCookie, token, visit.site.settings.transport));
    return response;
}

void keepCarried(Visit& visit, const store::Id& accountId, const std::string& page) {
    const auto carried = visit.sent.raw("_carry");
    if (carried.empty() || carried.size() > maxCarriedBytes || page == "/") return;
    if (!Data::parse(carried, nullptr, false).is_array()) return;
    visit.store().drafts().save(accountId, page, carried);
}

std::string lockedWords(Visit& visit, const store::SignIn& attempt) {
    const auto until = attempt.lockedUntil ? view::momentInWords(toIso(*attempt.lockedUntil), visit.language()) : "";
    return visit.say("signin.locked", {{"until", until}});
}

http::Response signedIn(Visit& visit, const store::Account& account, const std::string& further) {
    const auto opened = visit.store().sessions().open(account.id);
    visit.store().audit().append({account.id, store::toText(account.role), "account.signed-in", "", "", "", "", "{}"});
    keepCarried(visit, account.id, further);
    auto response = http::redirect(further);
    const auto transport = visit.site.settings.transport;
    response.headers.emplace_back("Set-Cookie", cookie(sessionCookieName(transport), opened.token, transport));
    return response;
}

std::vector<Field> firstFields(const Visit& visit) {
    return {{"display_name", visit.say("first.name"), Input::text, Required::yes, "", {}, "name"},
            {"login", visit.say("signin.login"), Input::text, Required::yes, "", {}, "username"},
            {"password", visit.say("signin.password"), Input::password, Required::yes, visit.say("first.password-hint"), {}, "new-password"}};
}

http::Response firstPage(Visit& visit, const std::string& error, int status, const Errors& errors = {}) {
    const auto token = newToken();
    auto response = visit.page("first-administrator", {visit.say("first.title"), "", {}, status},
                               {{"error", error}, {"form_token", token}, {"fields", fieldsData(firstFields(visit), visit.sent, errors)}});
    response.headers.emplace_back("Set-Cookie", cookie(formCookie, token, visit.site.settings.transport));
    return response;
}

}  // namespace

http::Response showSignIn(Visit& visit) {
    const auto query = visit.query();
    if (visit.who) return http::redirect(ownPath(query.get("verder")));
    if (!visit.store().hasAccounts()) return http::redirect("/eerste-beheerder");
    if (const auto language = query.get("taal"); language == "nl" || language == "en") {
        auto response = http::redirect("/inloggen");
        response.headers.emplace_back("Set-Cookie", cookie("lakwerk_taal", language, visit.site.settings.transport, "; Max-Age=31536000"));
        return response;
    }
    return signInPage(visit, {"", "", query.get("verder"), "", 200});
}

http::Response signIn(Visit& visit) {
    const auto further = ownPath(visit.sent.get("verder"));
    SignInForm again{"", visit.sent.get("login"), further, visit.sent.raw("_carry"), 401};
    if (!formIsOurs(visit)) {
        again.error = visit.say("signin.form-expired");
        return signInPage(visit, again);
    }
    auto& pace = visit.site.signInPace;
    const auto& from = visit.request.remoteAddress;
    if (!pace.mayTry(from, visit.office().environment.clock.now())) {
        again.error = visit.say("signin.too-often");
        again.status = 429;
        return signInPage(visit, again);
    }
    const auto attempt = visit.store().accounts().signIn(again.login, visit.sent.raw("password"));
    if (attempt.outcome == store::SignInOutcome::signedIn) return signedIn(visit, *attempt.account, further);
    pace.failed(from, visit.office().environment.clock.now());
    again.error = attempt.outcome == store::SignInOutcome::locked ? lockedWords(visit, attempt) : visit.say("signin.wrong");
    if (attempt.outcome == store::SignInOutcome::locked) again.status = 429;
    return signInPage(visit, again);
}

http::Response signOut(Visit& visit) {
    visit.store().sessions().close(visit.who->sessionToken);
    auto response = http::redirect("/inloggen");
    const auto transport = visit.site.settings.transport;
    response.headers.emplace_back("Set-Cookie", cookie(sessionCookieName(transport), "", transport, "; Max-Age=0"));
    // The back button must not show what was on the screen.
    response.headers.emplace_back("Clear-Site-Data", "\"cache\"");
    return response;
}

http::Response signInCarrying(Visit& visit) {
    const auto page = ownPath(visit.sent.get("_page"));
    return signInPage(visit, {"", "", page, page == "/" ? "" : fieldsToKeep(visit.sent), 401});
}

http::Response showFirstAdministrator(Visit& visit) {
    if (visit.store().hasAccounts()) return http::redirect("/inloggen");
    return firstPage(visit, "", 200);
}

http::Response makeFirstAdministrator(Visit& visit) {
    if (visit.store().hasAccounts()) return http::redirect("/inloggen");
    if (!formIsOurs(visit)) return firstPage(visit, visit.say("signin.form-expired"), 401);
    const auto password = visit.sent.raw("password"), login = visit.sent.get("login"), name = visit.sent.get("display_name");
    auto errors = checkFields(visit, firstFields(visit));
    if (login.find(' ') != login.npos) errors.emplace_back("login", visit.say("check.no-spaces"));
    if (!errors.empty()) return firstPage(visit, lineOf(visit, errors), 422, errors);
    if (password.size() < store::minPasswordLength || password.size() > store::maxPasswordLength)
        return firstPage(visit, visit.say("first.incomplete"), 422);
    const auto account = visit.store().transact([&]() -> std::optional<store::Account> {
        if (visit.store().hasAccounts()) return std::nullopt;
        return visit.store().accounts().add({login, name, store::Role::administrator, password, "", "nl"});
    });
    return account ? signedIn(visit, *account, "/beheer/accounts") : http::redirect("/inloggen");
}

}  // namespace service::web::pages
