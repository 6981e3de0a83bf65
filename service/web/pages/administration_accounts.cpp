#include <algorithm>

#include "service/web/field_checks.h"
#include "service/web/pages/administration.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

std::vector<Option> roleOptions(const Visit& visit) {
    std::vector<Option> options;
    for (const auto* role : {"front-desk", "professional", "privacy-officer", "administrator"})
        options.emplace_back(role, visit.say("role." + std::string(role)));
    return options;
}

// Whom somebody works for. An administrator is always of the region.
Field partnerField(const Visit& visit) {
    std::vector<Option> options{{"", visit.say("accounts.of-region")}};
    for (const auto& it : visit.site.office.store.partners().all())
        if (it.active) options.emplace_back(it.id, it.name);
    return {"partner", visit.say("accounts.partner"), Input::select, Required::no, visit.say("accounts.partner-hint"), options};
}

// Empty: may be so.
std::string partnerProblem(const Visit& visit, store::Role role) {
    const auto partner = visit.sent.get("partner");
    if (partner.empty()) return {};
    if (role == store::Role::administrator) return visit.say("accounts.partner-administrator");
    return visit.site.office.store.partners().find(partner) ? std::string() : visit.say("accounts.partner-unknown");
}

std::vector<Field> newAccountFields(const Visit& visit) {
    return {{"display_name", visit.say("accounts.name"), Input::text, Required::yes},
            {"login", visit.say("signin.login"), Input::text, Required::yes, visit.say("accounts.login-hint"), {}, "off", Day::any, 60},
            {"email", visit.say("accounts.email"), Input::email},
            {"role", visit.say("accounts.role"), Input::select, Required::yes, "", withNone(visit.say("field.choose"), roleOptions(visit))},
            partnerField(visit),
            {"password", visit.say("accounts.first-password"), Input::password, Required::yes, visit.say("first.password-hint"), {}, "new-password"}};
}

bool isLocked(const Visit& visit, const store::Account& account) {
    return account.lockedUntil && *account.lockedUntil > visit.site.office.environment.clock.now();
}

Data accountRow(const Visit& visit, const store::Account& account) {
    return {{"link", "/beheer/accounts/" + account.id}, {"name", account.displayName}, {"login", account.login},
            {"role", visit.say("role." + store::toText(account.role))}, {"active", account.active}, {"locked", isLocked(visit, account)},
            {"since", view::dayInWords(toIso(account.createdAt).substr(0, 10), visit.language())}};
}

// What a new region still has to do, each with its page; empty when all is there.
Data firstSteps(Visit& visit) {
    auto steps = Data::array();
    const auto add = [&](std::string_view key, std::string_view link) { steps.push_back({{"words", visit.say(key)}, {"link", link}}); };
    const auto accounts = visit.store().accounts().all();
    const auto lacks = [&](store::Role role) { return std::none_of(accounts.begin(), accounts.end(), [&](const auto& it) { return it.active && it.role == role; }); };
    if (visit.store().settings().get("region.name", "").empty()) add("first-steps.region", "/beheer/regio");
    if (lacks(store::Role::frontDesk) || lacks(store::Role::professional) || lacks(store::Role::privacyOfficer)) add("first-steps.accounts", "/beheer/accounts");
    if (visit.store().partners().all().empty()) add("first-steps.partners", "/beheer/partners/nieuw");
    return steps;
}

http::Response accountsPage(Visit& visit, const std::string& error, int status, const Errors& errors = {}) {
    auto rows = Data::array();
    for (const auto& account : visit.store().accounts().all()) rows.push_back(accountRow(visit, account));
    const auto steps = firstSteps(visit);
    return visit.page("accounts", {visit.say("accounts.title"), "manage", {}, status},
                      {{"tabs", administrationTabs(visit, "accounts")}, {"rows", rows}, {"error", error}, {"steps", steps}, {"has_steps", !steps.empty()},
                       {"fields", fieldsData(newAccountFields(visit), visit.sent, errors)}});
}

void note(Visit& visit, std::string_view action, const store::Id& about) { noteAdministration(visit, action, {{"account", about}}); }

std::vector<Field> accountFields(const Visit& visit) {
    return {{"display_name", visit.say("accounts.name"), Input::text, Required::yes}, {"email", visit.say("accounts.email"), Input::email},
            {"role", visit.say("accounts.role"), Input::select, Required::yes, "", roleOptions(visit)},
            partnerField(visit),
            {"active", visit.say("accounts.active"), Input::box, Required::no, visit.say("accounts.active-hint")}};
}

http::Response accountPage(Visit& visit, const store::Account& account, const std::string& error, const Errors& errors = {}) {
    http::Fields now{{"display_name", account.displayName}, {"email", account.email}, {"role", store::toText(account.role)}, {"partner", account.partnerId}};
    if (account.active) now.emplace_back("active", "ja");
    const std::vector<Field> password{{"new_password", visit.say("settings.new"), Input::password, Required::yes, visit.say("first.password-hint"), {}, "new-password"}};
    return visit.page("account", {account.displayName, "manage", {{visit.say("accounts.title"), "/beheer/accounts"}, {account.displayName, ""}}, error.empty() ? 200 : 422},
                      {{"name", account.displayName}, {"login", account.login}, {"error", error}, {"action", "/beheer/accounts/" + account.id},
                       {"locked", isLocked(visit, account)}, {"fields", fieldsData(accountFields(visit), visit.sent.has("display_name") ? visit.sent : Sent(now), errors)},
                       {"password_fields", fieldsData(password, Sent())}});
}

}  // namespace

Data administrationTabs(const Visit& visit, std::string_view current) {
    auto tabs = Data::array();
    for (const auto& [name, link] : {std::pair{"accounts", "/beheer/accounts"}, {"region", "/beheer/regio"}, {"partners", "/beheer/partners"}, {"holidays", "/beheer/feestdagen"}, {"mail", "/beheer/mail"}})
        tabs.push_back({{"words", visit.say(std::string(name) + ".title")}, {"link", link}, {"current", current == name}});
    return tabs;
}

http::Response listAccounts(Visit& visit) { return accountsPage(visit, "", 200); }

http::Response addAccount(Visit& visit) {
    auto errors = checkFields(visit, newAccountFields(visit));
    if (visit.sent.get("login").find(' ') != std::string::npos) errors.emplace_back("login", visit.say("check.no-spaces"));
    if (!errors.empty()) return accountsPage(visit, lineOf(visit, errors), 422, errors);
    const auto role = store::roleFrom(visit.sent.get("role"));
    const auto password = visit.sent.raw("password");
    if (password.size() < store::minPasswordLength) return accountsPage(visit, visit.say("settings.too-short"), 422);
    if (visit.store().accounts().findByLogin(visit.sent.get("login"))) return accountsPage(visit, visit.say("accounts.taken"), 409);
    if (const auto problem = partnerProblem(visit, *role); !problem.empty()) return accountsPage(visit, problem, 422, {{"partner", problem}});
    visit.store().transact([&] {
        const auto added = visit.store().accounts().add({visit.sent.get("login"), visit.sent.get("display_name"), *role, password, visit.sent.get("email"), "nl", visit.sent.get("partner")});
        note(visit, "account.added", added.id);
    });
    visit.tell(Tone::good, visit.say("accounts.added"));
    return http::redirect("/beheer/accounts");
}

http::Response showAccount(Visit& visit) { return accountPage(visit, visit.store().accounts().load(visit.at("account")), ""); }

http::Response saveAccount(Visit& visit) {
    auto account = visit.store().accounts().load(visit.at("account"));
    const auto role = store::roleFrom(visit.sent.get("role"));
    const bool active = visit.sent.has("active");
    if (const auto errors = checkFields(visit, accountFields(visit)); !errors.empty()) return accountPage(visit, account, lineOf(visit, errors), errors);
    // Whoever takes away the own role or access could leave the region without an administrator.
    if (account.id == visit.actor().accountId && (*role != account.role || !active)) return accountPage(visit, account, visit.say("accounts.not-yourself"));
    if (const auto problem = partnerProblem(visit, *role); !problem.empty()) return accountPage(visit, account, problem, {{"partner", problem}});
    account.partnerId = visit.sent.get("partner");
    account.displayName = visit.sent.get("display_name");
    account.email = visit.sent.get("email");
    account.role = *role;
    account.active = active;
    visit.store().transact([&] {
        visit.store().accounts().change(account);
        if (!active) visit.store().sessions().closeAllOf(account.id);
        note(visit, "account.changed", account.id);
    });
    visit.tell(Tone::good, visit.say("settings.saved"));
    return http::redirect("/beheer/accounts/" + account.id);
}

http::Response setAccountPassword(Visit& visit) {
    const auto account = visit.store().accounts().load(visit.at("account"));
    if (visit.sent.raw("new_password").size() < store::minPasswordLength) return accountPage(visit, account, visit.say("settings.too-short"));
    visit.store().accounts().changePassword(account.id, visit.sent.raw("new_password"));
    note(visit, "account.password-set", account.id);
    visit.tell(Tone::good, visit.say("accounts.password-set"));
    return http::redirect("/beheer/accounts/" + account.id);
}

http::Response unlockAccount(Visit& visit) {
    visit.store().accounts().unlock(visit.at("account"));
    note(visit, "account.unlocked", visit.at("account"));
    visit.tell(Tone::good, visit.say("accounts.unlocked"));
    return http::redirect("/beheer/accounts/" + visit.at("account"));
}

}  // namespace service::web::pages
