#include "service/casework/mailing.h"

#include <charconv>

#include "service/casework/case_file.h"
#include "service/store/secrets.h"

namespace service::casework {

namespace {

constexpr const char* passwordOwner = "mail";
constexpr int highestPort = 65535;

int portFrom(const std::string& text) {
    int port = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), port);
    return wrong == std::errc() && end == text.data() + text.size() && port > 0 && port <= highestPort ? port : 0;
}

bool isAddress(const std::string& text) {
    const auto at = text.find('@');
    return at != std::string::npos && at > 0 && at + 1 < text.size() && text.find_first_of(" \r\n<>,;") == std::string::npos && text.find('@', at + 1) == std::string::npos;
}

// A host name or address, nothing that could stand for more.
bool isHost(const std::string& text) {
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:") == std::string::npos;
}

MailOutcome wrong(std::string code, std::string words, std::string field) {
    MailOutcome outcome;
    outcome.code = std::move(code), outcome.words = std::move(words), outcome.field = std::move(field);
    return outcome;
}

}  // namespace

MailForm mailForm(Office& office) {
    auto& settings = office.store.settings();
    return {settings.get("mail.host", ""), settings.get("mail.port", "587"), settings.get("mail.security", "starttls"), settings.get("mail.user", ""), {},
            settings.get("mail.from", ""), settings.get("mail.ca", ""), settings.get("mail.address", "")};
}

bool hasMailPassword(Office& office) { return office.store.settings().find("mail.password-sealed").has_value(); }

MailOutcome saveMail(Office& office, const Actor& actor, const MailForm& form) {
    requireRole(actor, {Role::administrator});
    if (!form.host.empty()) {
        if (!isHost(form.host)) return wrong("host-wrong", "Vul de naam van de mailserver in, zonder voorvoegsel.", "host");
        if (portFrom(form.port) == 0) return wrong("port-wrong", "Vul het poortnummer van de mailserver in, meestal 587.", "port");
        if (form.security != "starttls" && form.security != "tls") return wrong("security-wrong", "Kies hoe de verbinding wordt versleuteld.", "security");
        if (!isAddress(form.from)) return wrong("from-wrong", "Vul het adres in waar de berichten vandaan komen.", "from");
    }
    office.store.transact([&] {
        auto& settings = office.store.settings();
        for (const auto& [name, value] : {std::pair{"mail.host", form.host}, {"mail.port", form.port}, {"mail.security", form.security}, {"mail.user", form.user},
                                          {"mail.from", form.from}, {"mail.ca", form.caFile}, {"mail.address", form.address}})
            settings.set(name, value);
        if (!form.password.empty())
            settings.set("mail.password-sealed", store::sealSecret(form.password, passwordOwner, office.store.folder(), office.environment.random));
        record(office, actor, {"mail.changed", {}, {}, {}, {}, "{}"});
    });
    MailOutcome outcome;
    outcome.done = true, outcome.code = "done", outcome.words = form.host.empty() ? "Lakwerk verstuurt geen e-mail." : "Bewaard. Stuur een proefbericht om te zien of het werkt.";
    return outcome;
}

bool sendsMail(Office& office) { return !office.store.settings().get("mail.host", "").empty(); }

MailServer mailServer(Office& office) {
    const auto form = mailForm(office);
    MailServer server;
    server.host = form.host, server.port = portFrom(form.port), server.user = form.user, server.from = form.from, server.caFile = form.caFile;
    server.security = form.security == "tls" ? MailServer::Security::tls : MailServer::Security::startTls;
    if (const auto sealed = office.store.settings().find("mail.password-sealed")) server.password = store::openSecret(*sealed, passwordOwner, office.store.folder());
    return server;
}

Outcome tryMail(Office& office, const Actor& actor) {
    requireRole(actor, {Role::administrator});
    if (!sendsMail(office)) return Outcome::refused("no-server", "Vul eerst een mailserver in.");
    const auto account = office.store.accounts().load(actor.accountId);
    if (account.email.empty()) return Outcome::refused("no-address", "Bij uw eigen account staat geen e-mailadres.");
    const auto sent = sendMail(mailServer(office), {account.email, "Proefbericht van Lakwerk", "Dit is een proefbericht van Lakwerk. U hoeft niets te doen.\n"});
    record(office, actor, {"mail.tried", {}, {}, {}, {}, "{}"});
    return sent.done ? Outcome::success("Het proefbericht is verstuurd.") : Outcome::refused("not-sent", sent.words);
}

}  // namespace service::casework
