#include "service/web/visit.h"

#include <algorithm>

namespace service::web {

namespace {

constexpr std::string_view toldNext = "told-next";  // the draft row that carries a message to the next page

std::string trimmed(std::string text) {
    const auto isBlank = [](unsigned char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && isBlank(static_cast<unsigned char>(text.back()))) text.pop_back();
    text.erase(text.begin(), std::find_if_not(text.begin(), text.end(), isBlank));
    return text;
}

struct MenuEntry {
    std::string_view name, textKey, link;
    Permission permission;
};
constexpr MenuEntry menu[] = {
    {"worklist", "menu.worklist", "/werkvoorraad", Permission::seeWork},
    {"new", "menu.new", "/verzoeken/nieuw", Permission::logRequest},
    {"search", "menu.search", "/zoeken", Permission::seeWork},
    {"households", "menu.households", "/huishoudens", Permission::seeWork},
    {"release", "menu.release", "/werkvoorraad?welke=vrijgave&wie=team", Permission::signOff},
    {"oversee", "menu.oversee", "/toezicht", Permission::oversee},
    {"overview", "menu.overview", "/overzicht", Permission::report},
    {"manage", "menu.manage", "/beheer/accounts", Permission::administer},
};

std::string_view toText(Tone tone) {
    switch (tone) {
        case Tone::good: return "good";
        case Tone::warn: return "warn";
        case Tone::stop: return "stop";
    }
    return "";
}

Data menuFor(const Visit& visit, std::string_view current) {
    auto entries = Data::array();
    if (!visit.who) return entries;
    for (const auto& entry : menu)
        if (has(visit.who->account.role, entry.permission))
            entries.push_back({{"words", visit.texts().plain(entry.textKey)}, {"link", entry.link}, {"current", entry.name == current}});
    return entries;
}

}  // namespace

std::string Sent::get(std::string_view name) const { return trimmed(raw(name)); }

std::string Sent::raw(std::string_view name) const {
    for (const auto& [field, value] : fields_)
        if (field == name) return value;
    return {};
}

std::vector<std::string> Sent::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [field, value] : fields_)
        if (field == name) values.push_back(trimmed(value));
    return values;
}

bool Sent::has(std::string_view name) const {
    return std::any_of(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
}

const http::UploadedFile* Sent::file(std::string_view field) const {
    for (const auto& file : files_)
        if (file.field == field && !file.fileName.empty()) return &file;
    return nullptr;
}

Sent Visit::query() const { return Sent(http::parseFields(request.query).value_or(http::Fields{})); }

bool Visit::wantsJson() const { return request.header("x-lakwerk") == "script"; }

std::string Visit::language() const {
    if (who) return who->account.language;
    return request.cookie("lakwerk_taal").value_or("nl") == "en" ? "en" : "nl";
}

Data Visit::frameData(const PageFrame& frame) {
    Data data;
    data["title"] = frame.title;
    data["language"] = language();
    data["asset"] = site.assets.addresses();
    data["menu"] = menuFor(*this, frame.current);
    data["region"] = store().settings().get("region.name", "");
    data["signed_in"] = who.has_value();
    data["here"] = request.path;
    auto crumbs = Data::array();
    for (const auto& crumb : frame.crumbs)
        crumbs.push_back({{"words", crumb.words}, {"link", crumb.link}, {"is_link", !crumb.link.empty()}});
    data["crumbs"] = crumbs;
    data["has_crumbs"] = !frame.crumbs.empty();
    data["told"] = Data::array();
    data["csrf"] = "";
    data["single_keys"] = "off";
    if (!who) return data;
    data["user_name"] = who->account.displayName;
    data["user_role"] = say("role." + store::toText(who->account.role));
    data["csrf"] = who->csrfToken;
    data["single_keys"] = who->account.singleKeys ? "on" : "off";
    if (const auto told = store().drafts().find(who->account.id, toldNext)) {
        data["told"] = Data::parse(told->body, nullptr, false);
        if (request.method == http::Method::get) store().drafts().remove(who->account.id, toldNext);
    }
    return data;
}

http::Response Visit::page(std::string_view name, const PageFrame& frame, Data data) {
    data.update(frameData(frame));
    if (language() == "en") site.phrases.translateAll(data);
    http::Response response;
    response.status = frame.status;
    response.body = site.templates.render(name, language(), data);
    return response;
}

http::Response Visit::part(std::string_view name, Data data) {
    if (who) data["csrf"] = who->csrfToken;
    if (language() == "en") site.phrases.translateAll(data);
    http::Response response;
    response.body = site.templates.render(name, language(), data);
    return response;
}

std::string Visit::inOurWords(std::string_view dutch) const { return language() == "en" ? site.phrases.translate(dutch) : std::string(dutch); }

http::Response Visit::json(Data data, int status) {
    if (language() == "en") site.phrases.translateAll(data);
    return http::json(data.dump(), status);
}

void Visit::tell(Tone tone, std::string_view words) {
    if (!who || words.empty()) return;
    auto told = Data::array();
    told.push_back({{"tone", toText(tone)}, {"words", words}});
    store().drafts().save(who->account.id, toldNext, told.dump());
}

http::Response Visit::goTo(std::string_view path, const casework::Outcome& outcome) {
    tell(outcome.done ? Tone::good : Tone::stop, outcome.words);
    return http::redirect(path);
}

}  // namespace service::web
