#include "service/web/dispatcher.h"

#include <sodium.h>

#include <chrono>

#include "service/web/errors.h"
#include "service/web/pages/sign_in.h"
#include "service/web/session_cookie.h"

namespace service::web {

namespace {

bool changes(http::Method method) { return method == http::Method::post || method == http::Method::put; }

// Reads the form; false: it is broken.
bool readForm(Visit& visit) {
    const auto type = visit.request.header("content-type");
    if (type.starts_with("application/x-www-form-urlencoded")) {
        auto fields = http::parseFields(visit.request.body);
        if (!fields) return false;
        visit.sent = Sent(std::move(*fields));
    } else if (type.starts_with("multipart/form-data")) {
        auto parts = http::parseMultipart(type, visit.request.body);
        if (!parts) return false;
        visit.sent = Sent(std::move(parts->fields), std::move(parts->files));
    }
    return true;
}

// A browser says where a form stands: only our own pages may send. Our pages send no referrer, and then browsers write
// "null" as origin of our own forms too: that says nothing, and the token decides.
bool comesFromUs(const http::Request& request) {
    const auto site = request.header("sec-fetch-site");
    if (!site.empty()) return site == "same-origin" || site == "none";  // under no-referrer a browser says Origin: null
    const auto origin = request.header("origin");
    if (origin.empty() || origin == "null") return true;
    const auto scheme = origin.find("://");
    return scheme != origin.npos && origin.substr(scheme + 3) == request.header("host");
}

// When even the page that tells of the failure fails (no disk, no memory), plain words are left.
http::Response problemFor(Visit& visit, std::exception_ptr failure) {
    try {
        return problemPage(visit, problemOf(failure));
    } catch (const std::exception&) {
        return {500, "text/plain; charset=utf-8", "Lakwerk kan dit nu niet laten zien. Waarschuw uw beheerder.\n", {}, http::Caching::never};
    }
}

bool hasToken(const Visit& visit) {
    const auto& token = visit.who->csrfToken;
    auto given = std::string(visit.request.header("x-csrf-token"));
    if (given.empty()) given = visit.sent.raw("_token");
    return given.size() == token.size() && sodium_memcmp(given.data(), token.data(), token.size()) == 0;
}

}  // namespace

std::size_t Dispatcher::bodyLimit(const http::Request& head) try {
    const auto found = findRoute(table_, head.method, head.path);
    if (!found.route) return 0;
    const auto limit = static_cast<std::size_t>(found.route->body);
    if (found.route->needs.permission == Permission::anyone || limit <= static_cast<std::size_t>(Body::form)) return limit;
    // Who is not signed in does not get to fill our memory.
    const auto token = head.cookie(sessionCookieName(site_.settings.transport));
    return token && site_.office.store.sessions().use(*token) ? limit : static_cast<std::size_t>(Body::form);
} catch (const std::exception&) {
    return 0;
}

void Dispatcher::recognise(Visit& visit) {
    const auto token = visit.request.cookie(sessionCookieName(site_.settings.transport));
    if (!token) return;
    const auto session = site_.office.store.sessions().use(*token);
    if (!session) return;
    auto account = site_.office.store.accounts().load(session->accountId);
    casework::Actor actor{account.id, account.role, account.displayName};
    visit.who = SignedIn{std::move(account), std::move(actor), session->csrfToken, *token};
}

http::Response Dispatcher::signInFirst(Visit& visit, const Route& route) {
    if (visit.wantsJson()) return http::json(Data{{"words", visit.say("problem.401.words")}, {"sign_in", true}}.dump(), 401);
    if (!site_.office.store.hasAccounts()) return http::redirect("/eerste-beheerder");
    if (changes(route.method)) return pages::signInCarrying(visit);
    const auto back = visit.request.path + (visit.request.query.empty() ? "" : "?" + visit.request.query);
    return http::redirect(back == "/" ? "/inloggen" : "/inloggen?verder=" + http::encodeField(back));
}

http::Response Dispatcher::serve(Visit& visit, const Found& found) {
    if (!found.route && found.allow.empty()) return problemPage(visit, problemWithStatus(404));
    if (!found.route) {
        auto response = problemPage(visit, problemWithStatus(405));
        response.headers.emplace_back("Allow", found.allow);
        return response;
    }
    const auto& route = *found.route;
    const auto permission = route.needs.permission;
    if (changes(route.method) && (!comesFromUs(visit.request) || !readForm(visit))) return problemPage(visit, problemWithStatus(400));
    if (permission != Permission::anyone && !visit.who) return signInFirst(visit, route);
    if (permission != Permission::anyone && !has(visit.who->account.role, permission)) return problemPage(visit, problemWithStatus(403));
    if (changes(route.method) && visit.who && !hasToken(visit)) return problemPage(visit, {403, "token", "", "csrf token"});
    return route.handler(visit);
}

http::Response Dispatcher::answer(const http::Request& request) {
    const auto start = std::chrono::steady_clock::now();
    auto found = findRoute(table_, request.method, request.path);
    Visit visit(site_, request);
    visit.pattern = found.route ? found.route->pattern : "-";
    visit.captured = std::move(found.captured);
    http::Response response;
    try {
        recognise(visit);
        response = serve(visit, found);
    } catch (...) {
        response = problemFor(visit, std::current_exception());
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    // The pattern, not the path; no query, no address: the log holds nothing about people.
    site_.settings.log(std::string(toText(request.method)) + " " + std::string(visit.pattern) + " " +
                       std::to_string(response.status) + " " + std::to_string(took.count()) + "ms");
    return response;
}

http::Response Dispatcher::refusalPage(const http::Refusal& refusal) {
    site_.settings.log("refused " + std::to_string(refusal.status) + " " + std::string(refusal.reason));
    const http::Request nothing{http::Method::get, "/", "", {}, "", ""};
    Visit visit(site_, nothing);
    try {
        return problemPage(visit, problemWithStatus(refusal.status));
    } catch (const std::exception&) {
        return problemFor(visit, std::current_exception());
    }
}

}  // namespace service::web
