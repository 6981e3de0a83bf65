#include "service/web/pages/account.h"

#include "service/web/errors.h"
#include "service/web/forms.h"
#include "service/web/view/dates.h"

namespace service::web::pages {

namespace {

constexpr std::size_t maxDraftBytes = 200u << 10;

http::Response settingsPage(Visit& visit, const std::string& error, const std::string& passwordError) {
    const auto& account = visit.who->account;
    http::Fields now{{"language", account.language}};
    if (account.singleKeys) now.emplace_back("single_keys", "ja");
    const std::vector<Field> fields{
        {"language", visit.say("settings.language"), Input::select, Required::yes, "", {{"nl", "Nederlands"}, {"en", "English"}}},
        {"single_keys", visit.say("settings.keys"), Input::box, Required::no, visit.say("settings.keys-hint")}};
    const std::vector<Field> passwordFields{
        {"current_password", visit.say("settings.current"), Input::password, Required::yes, "", {}, "current-password"},
        {"new_password", visit.say("settings.new"), Input::password, Required::yes, visit.say("first.password-hint"), {}, "new-password"}};
    return visit.page("settings", {visit.say("settings.title"), "", {}, error.empty() && passwordError.empty() ? 200 : 422},
                      {{"error", error}, {"password_error", passwordError}, {"fields", fieldsData(fields, Sent(now))},
                       {"password_fields", fieldsData(passwordFields, Sent())}});
}

// A draft belongs to a page of ours: its path is its key.
bool isPage(const std::string& page) { return page.starts_with('/') && page.size() < 400; }

}  // namespace

http::Response home(Visit& visit) {
    return http::redirect(has(visit.who->account.role, Permission::seeWork) ? "/werkvoorraad" : "/beheer/accounts");
}

http::Response alive(Visit&) { return {200, "text/plain; charset=utf-8", "ok\n", {}, http::Caching::never}; }

http::Response asset(Visit& visit) {
    const auto* file = visit.site.assets.find(visit.at("name"));
    return file ? *file : problemPage(visit, problemWithStatus(404));
}

http::Response showSettings(Visit& visit) { return settingsPage(visit, "", ""); }

http::Response saveSettings(Visit& visit) {
    auto account = visit.who->account;
    const auto language = visit.sent.get("language");
    if (language != "nl" && language != "en") return settingsPage(visit, visit.say("settings.unknown-language"), "");
    account.language = language;
    account.singleKeys = visit.sent.has("single_keys");
    visit.store().accounts().change(account);
    visit.who->account = account;
    visit.tell(Tone::good, visit.say("settings.saved"));
    return http::redirect("/mijn-instellingen");
}

http::Response changePassword(Visit& visit) {
    auto& accounts = visit.store().accounts();
    const auto& id = visit.who->account.id;
    if (visit.sent.raw("new_password").size() < store::minPasswordLength) return settingsPage(visit, "", visit.say("settings.too-short"));
    const auto confirmed = accounts.confirmPassword(id, visit.sent.raw("current_password"));
    if (confirmed.outcome != store::SignInOutcome::signedIn) return settingsPage(visit, "", visit.say("settings.wrong-password"));
    accounts.changePassword(id, visit.sent.raw("new_password"));
    visit.store().audit().append({id, store::toText(visit.who->account.role), "account.password-changed", "", "", "", "", "{}"});
    return http::redirect("/inloggen");
}

std::optional<Sent> draftFor(Visit& visit, std::string_view page) {
    const auto draft = visit.store().drafts().find(visit.who->account.id, page);
    if (!draft) return std::nullopt;
    const auto body = Data::parse(draft->body, nullptr, false);
    if (!body.is_array()) return std::nullopt;
    http::Fields fields;
    for (const auto& pair : body)
        if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_string())
            fields.emplace_back(pair[0].get<std::string>(), pair[1].get<std::string>());
    return Sent(std::move(fields));
}

void forgetDraft(Visit& visit, std::string_view page) { visit.store().drafts().remove(visit.who->account.id, page); }

http::Response showDraft(Visit& visit) {
    const auto page = visit.query().get("pagina");
    const auto draft = visit.store().drafts().find(visit.who->account.id, page);
    if (!draft) return http::json(R"({"fields":[]})");
    const auto fields = Data::parse(draft->body, nullptr, false);
    return http::json(Data{{"fields", fields.is_array() ? fields : Data::array()},
                           {"saved", view::momentInWords(toIso(draft->savedAt), visit.language())}}.dump());
}

http::Response saveDraft(Visit& visit) {
    const auto page = visit.query().get("pagina");
    const auto body = Data::parse(visit.request.body, nullptr, false);
    if (!isPage(page) || !body.is_array() || visit.request.body.size() > maxDraftBytes) return problemPage(visit, problemWithStatus(422));
    visit.store().drafts().save(visit.who->account.id, page, body.dump());
    return http::json(Data{{"saved", true}}.dump());
}

http::Response discardDraft(Visit& visit) {
    const auto page = visit.sent.get("pagina");
    forgetDraft(visit, page);
    return visit.wantsJson() ? http::json(R"({"saved":false})") : http::redirect(isPage(page) && !page.starts_with("//") ? page : "/");
}

}  // namespace service::web::pages
