// The organisations of a region and how each is asked: added, changed, connected, tried.
#include <algorithm>
#include <charconv>

#include "service/casework/clock_changes.h"
#include "service/casework/connections.h"
#include "service/casework/partner_standing.h"
#include "service/requests/decision.h"
#include "service/store/partner_secret.h"
#include "service/web/field_checks.h"
#include "service/web/pages/administration.h"

namespace service::web::pages {

namespace {

constexpr int longestTerm = 365;  // days

std::string linkOf(const std::string& id) { return "/beheer/partners/" + id; }

std::string howWords(const Visit& visit, const store::Partner& partner) {
    for (const auto& kind : casework::connectionKinds())
        if (kind.name == partner.connector) return visit.say("connection." + kind.name);
    return visit.say("partners.by-hand");
}

std::string kindWords(const Visit& visit, const std::string& kind) {
    return visit.texts().has("partner-kind." + kind) ? visit.say("partner-kind." + kind) : kind;
}

std::string bodyWords(const Visit& visit, requests::Standing standing) { return visit.say("partners.standing-" + requests::toText(standing)); }

Data partnerRow(const Visit& visit, const store::Partner& partner) {
    return {{"link", linkOf(partner.id)}, {"name", partner.name}, {"kind", kindWords(visit, partner.kind)},
            {"body", bodyWords(visit, casework::standingIn(partner))}, {"look", casework::needsLook(partner)},
            {"connector", howWords(visit, partner)},
            {"term", partner.ownTermDays ? visit.say("partners.days", {{"days", static_cast<long>(*partner.ownTermDays)}}) : ""},
            {"active", partner.active}};
}

http::Fields fieldsOf(const store::Partner& partner) {
    http::Fields now{{"name", partner.name}, {"kind", partner.kind}, {"legal_form", partner.legalForm}, {"deciding_organ", partner.decidingOrgan},
                     {"address", partner.address}, {"contact", partner.contact}, {"signer", partner.signer}, {"signer_function", partner.signerFunction},
                     {"own_term_days", partner.ownTermDays ? std::to_string(*partner.ownTermDays) : ""}};
    if (const auto usual = casework::usualStandingOf(partner); usual != casework::standingIn(partner)) now.emplace_back("standing", requests::toText(casework::standingIn(partner)));
    now.emplace_back("standing_why", partner.standingWhy);
    if (partner.revealsPlace) now.emplace_back("reveals_place", "ja");
    if (partner.keepsPackage) now.emplace_back("keeps_package", "ja");
    now.emplace_back("child_view", partner.childView);
    if (partner.active) now.emplace_back("active", "ja");
    return now;
}

std::vector<Option> kindOptions(const Visit& visit) {
    std::vector<Option> options;
    for (const auto& kind : requests::partnerKindCodes()) options.emplace_back(kind, visit.say("partner-kind." + kind));
    return withNone(visit.say("field.choose"), options);
}

std::vector<Option> formOptions(const Visit& visit) {
    std::vector<Option> options;
    for (const auto& form : requests::legalFormCodes()) options.emplace_back(form, visit.say("legal-form." + form));
    return withNone(visit.say("field.choose"), options);
}

std::vector<Option> standingOptions(const Visit& visit) {
    std::vector<Option> options{{"", visit.say("partners.standing-usual")}};
    for (const auto standing : {requests::Standing::publicBody, requests::Standing::other, requests::Standing::contested}) options.emplace_back(requests::toText(standing), bodyWords(visit, standing));
    return options;
}

std::vector<Field> partnerFields(const Visit& visit) {
    return {{"name", visit.say("partners.name"), Input::text, Required::yes, "", {}, "off", Day::any, 120},
            {"kind", visit.say("partners.kind"), Input::select, Required::yes, "", kindOptions(visit)},
            {"legal_form", visit.say("partners.legal-form"), Input::select, Required::yes, visit.say("partners.legal-form-hint"), formOptions(visit)},
            {"deciding_organ", visit.say("partners.organ"), Input::text, Required::no, visit.say("partners.organ-hint"), {}, "off", Day::any, 120},
            {"standing", visit.say("partners.standing"), Input::select, Required::no, visit.say("partners.standing-hint"), standingOptions(visit)},
            {"standing_why", visit.say("partners.standing-why"), Input::text, Required::no, visit.say("partners.standing-why-hint"), {}, "off", Day::any, 300},
            {"address", visit.say("partners.address"), Input::area, Required::no, "", {}, "off", Day::any, 400},
            {"contact", visit.say("partners.contact"), Input::text, Required::no, "", {}, "off", Day::any, 200},
            {"signer", visit.say("partners.signer"), Input::text, Required::no, visit.say("partners.signer-hint"), {}, "off", Day::any, 120},
            {"signer_function", visit.say("partners.signer-function"), Input::text, Required::no, "", {}, "off", Day::any, 120},
            {"own_term_days", visit.say("partners.own-term"), Input::text, Required::no, visit.say("partners.own-term-hint"), {}, "off", Day::any, 3},
            {"reveals_place", visit.say("partners.reveals-place"), Input::box, Required::no, visit.say("partners.reveals-place-hint")},
            {"child_view", visit.say("partners.child-view"), Input::select, Required::no, visit.say("partners.child-view-hint"),
             {{"", visit.say("partners.child-view-rules")}, {"required", visit.say("partners.child-view-required")}, {"advised", visit.say("partners.child-view-advised")}}},
            {"keeps_package", visit.say("partners.keeps-package"), Input::box, Required::no, visit.say("partners.keeps-package-hint")},
            {"active", visit.say("partners.active"), Input::box}};
}

std::vector<Field> newPartnerFields(const Visit& visit) {
    auto fields = partnerFields(visit);
    fields.pop_back();  // a new partner takes part
    fields.insert(fields.begin(), {"code", visit.say("partners.code"), Input::text, Required::yes, visit.say("partners.code-hint"), {}, "off", Day::any, 20});
    return fields;
}

std::optional<int> termFrom(const std::string& text) {
    int days = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), days);
    return wrong == std::errc() && end == text.data() + text.size() && days >= 1 && days <= longestTerm ? std::optional(days) : std::nullopt;
}

// Basis: procedure P1–P5. What is not usual needs a reason: on it hangs to whom somebody goes, and until when.
void checkStanding(const Visit& visit, Errors& errors) {
    const auto form = requests::legalFormFrom(visit.sent.get("legal_form"));
    if (!form) return;
    const auto kind = requests::partnerKindFrom(visit.sent.get("kind"));
    if (kind == requests::PartnerKind::childProtectionBoard && form != requests::LegalForm::state) return errors.emplace_back("legal_form", visit.say("partners.board-of-ministry")), void();
    const auto chosen = requests::standingFrom(visit.sent.get("standing"));
    if (chosen && chosen != requests::usualStanding(kind, *form) && visit.sent.get("standing_why").empty()) errors.emplace_back("standing_why", visit.say("partners.standing-why-missing"));
}

Errors problemsOf(const Visit& visit, const std::vector<Field>& fields) {
    auto errors = checkFields(visit, fields);
    checkStanding(visit, errors);
    const auto term = visit.sent.get("own_term_days");
    if (!term.empty() && !termFrom(term)) errors.emplace_back("own_term_days", visit.say("partners.term-wrong"));
    return errors;
}

void fill(store::Partner& partner, const Sent& sent) {
    partner.name = sent.get("name");
    partner.kind = sent.get("kind");
    partner.legalForm = sent.get("legal_form");
    partner.decidingOrgan = sent.get("deciding_organ");
    const auto usual = casework::usualStandingOf(partner), chosen = requests::standingFrom(sent.get("standing"));
    casework::setStanding(partner, chosen.value_or(*usual));
    partner.standingWhy = chosen && chosen != usual ? sent.get("standing_why") : "";
    partner.address = sent.get("address");
    partner.contact = sent.get("contact");
    partner.signer = sent.get("signer");
    partner.signerFunction = sent.get("signer_function");
    partner.revealsPlace = sent.has("reveals_place");
    partner.childView = sent.get("child_view");
    partner.keepsPackage = sent.has("keeps_package");
    partner.ownTermDays = termFrom(sent.get("own_term_days"));
}

// The kind whose fields are shown: just chosen, else the partner's own. Empty: by hand.
std::string kindShown(const Visit& visit, const store::Partner& partner) {
    if (visit.sent.has("connector")) return visit.sent.get("connector");
    const auto query = visit.query();
    return query.has("koppeling") ? query.get("koppeling") : partner.connector;
}

const casework::ConnectionKind* findKind(const std::vector<casework::ConnectionKind>& kinds, const std::string& name) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& it) { return it.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

std::vector<Field> connectionFields(const Visit& visit, const store::Partner& partner, const std::string& name) {
    std::vector<Field> fields;
    const auto kinds = casework::connectionKinds();
    const auto* kind = findKind(kinds, name);
    if (!kind) return fields;
    const auto add = [&](const std::string& setting, Required required) {
        const bool secret = setting == store::secretSetting;
        const bool kept = secret && partner.connector == name && partner.connectorSettings.contains(setting);
        const auto hint = visit.say("connection." + setting + (kept ? "-kept" : "-hint"));
        fields.push_back({setting, visit.say("connection." + setting), secret ? Input::password : Input::text, required, hint, {}, secret ? "new-password" : "off"});
    };
    for (const auto& setting : kind->required) add(setting, Required::yes);
    for (const auto& setting : kind->other) add(setting, Required::no);
    return fields;
}

std::vector<Option> connectionOptions(const Visit& visit) {
    std::vector<Option> options{{"", visit.say("partners.by-hand")}};
    for (const auto& kind : casework::connectionKinds()) options.emplace_back(kind.name, visit.say("connection." + kind.name));
    return options;
}

http::Fields settingsOf(const store::Partner& partner, const std::string& kind) {
    http::Fields now;
    if (partner.connector == kind)
        for (const auto& [name, value] : partner.connectorSettings)
            if (name != store::secretSetting) now.emplace_back(name, value);
    return now;
}

struct Wrong {
    std::string details, connection;  // said above the one form or the other
    Errors errors = {};
};

http::Response partnerPage(Visit& visit, const store::Partner& partner, const Wrong& wrong = {}) {
    const auto kind = kindShown(visit, partner);
    const auto fields = connectionFields(visit, partner, kind);
    const bool again = !wrong.connection.empty();
    const std::vector<Field> choice{{"koppeling", visit.say("connection.kind"), Input::select, Required::no, visit.say("connection.kind-hint"), connectionOptions(visit)}};
    return visit.page("partner", {partner.name, "manage", {{visit.say("partners.title"), "/beheer/partners"}, {partner.name, ""}}, wrong.details.empty() && !again ? 200 : 422},
                      {{"name", partner.name}, {"code", partner.id}, {"error", wrong.details}, {"connection_error", wrong.connection}, {"action", linkOf(partner.id)},
                       {"connector", howWords(visit, partner)}, {"kind", kind}, {"kind_words", findKind(casework::connectionKinds(), kind) ? visit.say("connection." + kind) : visit.say("partners.by-hand")},
                       {"choice", fieldsData(choice, Sent({{"koppeling", kind}}))}, {"settings", fieldsData(fields, again ? visit.sent : Sent(settingsOf(partner, kind)), wrong.errors)},
                       {"may_try", !partner.connector.empty()}, {"fields", fieldsData(partnerFields(visit), wrong.details.empty() ? Sent(fieldsOf(partner)) : visit.sent, wrong.errors)}});
}

http::Response newPage(Visit& visit, const std::string& error, const Errors& errors = {}) {
    return visit.page("partner_new", {visit.say("partners.add"), "manage", {{visit.say("partners.title"), "/beheer/partners"}, {visit.say("partners.add"), ""}}, error.empty() ? 200 : 422},
                      {{"error", error}, {"fields", fieldsData(newPartnerFields(visit), visit.sent, errors)}});
}

bool isCode(const std::string& code) {
    return !code.empty() && std::all_of(code.begin(), code.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

// What the form left empty of the secret stays as it was; another kind begins anew.
void fillConnection(Visit& visit, store::Partner& partner, const std::string& kind, const std::vector<Field>& fields) {
    const auto before = partner.connector == kind ? partner.connectorSettings : std::map<std::string, std::string>{};
    partner.connector = kind;
    partner.connectorSettings.clear();
    for (const auto& field : fields)
        if (const auto value = visit.sent.get(field.name); !value.empty() && field.name != store::secretSetting) partner.connectorSettings[field.name] = value;
    const auto secret = visit.sent.raw(store::secretSetting);
    if (!secret.empty()) store::keepSecret(partner, secret, visit.store().folder(), visit.office().environment.random);
    else if (const auto kept = before.find(store::secretSetting); kept != before.end()) partner.connectorSettings.insert(*kept);
}

}  // namespace

http::Response listPartners(Visit& visit) {
    auto rows = Data::array();
    for (const auto& partner : visit.store().partners().all()) rows.push_back(partnerRow(visit, partner));
    return visit.page("partners", {visit.say("partners.title"), "manage"},
                      {{"tabs", administrationTabs(visit, "partners")}, {"none", rows.empty()}, {"rows", rows}});
}

http::Response showNewPartner(Visit& visit) { return newPage(visit, ""); }

http::Response addPartner(Visit& visit) {
    auto errors = problemsOf(visit, newPartnerFields(visit));
    const auto code = visit.sent.get("code");
    if (!code.empty() && !isCode(code)) errors.emplace_back("code", visit.say("partners.code-wrong"));
    if (visit.store().partners().find(code)) errors.emplace_back("code", visit.say("partners.code-taken"));
    if (!errors.empty()) return newPage(visit, lineOf(visit, errors), errors);
    store::Partner partner;
    partner.id = code;
    fill(partner, visit.sent);
    visit.store().transact([&] {
        visit.store().partners().save(partner);
        noteAdministration(visit, "partner.added", {{"partner", partner.id}});
    });
    visit.tell(Tone::good, visit.say("partners.added"));
    return http::redirect(linkOf(partner.id));
}

http::Response showPartner(Visit& visit) { return partnerPage(visit, visit.store().partners().load(visit.at("partner"))); }

http::Response savePartner(Visit& visit) {
    auto partner = visit.store().partners().load(visit.at("partner"));
    if (const auto errors = problemsOf(visit, partnerFields(visit)); !errors.empty()) return partnerPage(visit, partner, {lineOf(visit, errors), "", errors});
    fill(partner, visit.sent);
    partner.active = visit.sent.has("active");
    casework::recomputeAfter(visit.office(), visit.actor(), "de partner heeft een andere eigen termijn", [&] {
        visit.store().partners().save(partner);
        noteAdministration(visit, "partner.changed", {{"partner", partner.id}, {"reveals_place", partner.revealsPlace}});
    });
    visit.tell(Tone::good, visit.say("settings.saved"));
    return http::redirect(linkOf(partner.id));
}

http::Response saveConnection(Visit& visit) {
    auto partner = visit.store().partners().load(visit.at("partner"));
    const auto kind = visit.sent.get("connector");
    const auto fields = connectionFields(visit, partner, kind);
    auto errors = checkFields(visit, fields);
    if (!kind.empty() && fields.empty()) return partnerPage(visit, partner, {"", visit.say("check.not-offered"), {}});
    if (const auto folder = visit.sent.get("folder"); !folder.empty() && folder.front() != '/') errors.emplace_back("folder", visit.say("connection.folder-wrong"));
    if (visit.sent.raw(store::secretSetting).size() > store::maxPasswordLength) errors.emplace_back(store::secretSetting, visit.say("check.too-long", {{"most", static_cast<long>(store::maxPasswordLength)}}));
    if (!errors.empty()) return partnerPage(visit, partner, {"", lineOf(visit, errors), errors});
    fillConnection(visit, partner, kind, fields);
    visit.store().transact([&] {
        visit.store().partners().save(partner);
        noteAdministration(visit, "partner.connected", {{"partner", partner.id}, {"connector", kind}});
    });
    visit.tell(Tone::good, visit.say(kind.empty() ? "connection.saved-by-hand" : "connection.saved"));
    return http::redirect(linkOf(partner.id));
}

http::Response tryConnection(Visit& visit) {
    const auto outcome = casework::tryConnection(visit.office(), visit.actor(), visit.at("partner"));
    return visit.goTo(linkOf(visit.at("partner")), outcome);
}

}  // namespace service::web::pages
