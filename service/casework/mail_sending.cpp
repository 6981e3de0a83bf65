#include <Poco/Net/AcceptCertificateHandler.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/DNS.h>
#include <Poco/Net/MailMessage.h>
#include <Poco/Net/MailRecipient.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureSMTPClientSession.h>
#include <Poco/Net/SecureStreamSocket.h>

#include "service/casework/mailing.h"

namespace service::casework {

namespace {

using namespace Poco::Net;
const Poco::Timespan patience(30, 0);
constexpr int chainLength = 9;

Context::Ptr trusting(const MailServer& server) {
    Context::Params params;
    params.verificationMode = Context::VERIFY_STRICT;
    params.verificationDepth = chainLength;
    params.loadDefaultCAs = server.caFile.empty();
    params.caLocation = server.caFile;
    Context::Ptr context = new Context(Context::TLS_CLIENT_USE, params);
    context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
    context->enableExtendedCertificateVerification(true);  // the name on the certificate is the server's
    return context;
}

// Lines of a message end in CRLF (RFC 5321).
std::string withLineEnds(const std::string& text) {
    std::string all;
    for (const char one : text) all += one == '\n' ? std::string("\r\n") : std::string(1, one);
    return all;
}

void write(const MailServer& server, const Mail& mail, MailMessage& message) {
    message.setSender(server.from);
    message.addRecipient(MailRecipient(MailRecipient::PRIMARY_RECIPIENT, mail.to));
    message.setSubject(MailMessage::encodeWord(mail.subject, "UTF-8"));
    message.setContentType("text/plain; charset=UTF-8");
    message.set("Auto-Submitted", "auto-generated");  // no out-of-office answers (RFC 3834)
    message.setContent(withLineEnds(mail.text), MailMessage::ENCODING_QUOTED_PRINTABLE);
}

// PLAIN is what nearly every server takes within TLS; one that does not offer it is asked for LOGIN.
void signIn(SecureSMTPClientSession& session, const MailServer& server) {
    try {
        session.login(SMTPClientSession::AUTH_PLAIN, server.user, server.password);
    } catch (const SMTPException& refused) {
        if (refused.code() != 0) throw;
        session.login(SMTPClientSession::AUTH_LOGIN, server.user, server.password);
    }
}

void deliver(SecureSMTPClientSession& session, const MailServer& server, const Mail& mail) {
    if (!server.user.empty()) signIn(session, server);
    MailMessage message;
    write(server, mail, message);
    session.sendMessage(message);
    session.close();
}

// Says hello, goes over to TLS before anything else is told, and says hello again.
bool overStartTls(const MailServer& server, const Mail& mail) {
    SecureSMTPClientSession session(server.host, static_cast<Poco::UInt16>(server.port));
    session.setTimeout(patience);
    session.login("lakwerk.invalid");
    if (!session.startTLS(trusting(server))) return false;
    session.login("lakwerk.invalid");
    deliver(session, server, mail);
    return true;
}

void overTls(const MailServer& server, const Mail& mail) {
    SecureStreamSocket socket(trusting(server));
    socket.setPeerHostName(server.host);
    socket.connect(SocketAddress(server.host, static_cast<Poco::UInt16>(server.port)), patience);
    socket.completeHandshake();
    SecureSMTPClientSession session(socket);
    session.setTimeout(patience);
    session.login("lakwerk.invalid");
    deliver(session, server, mail);
}

}  // namespace

Sent sendMail(const MailServer& server, const Mail& mail) {
    try {
        if (server.security == MailServer::Security::tls) overTls(server, mail);
        else if (!overStartTls(server, mail)) return {false, "De mailserver biedt geen versleutelde verbinding (STARTTLS). Er is niets verstuurd."};
        return {true, {}};
    } catch (const SSLException&) {
        return {false, "Het certificaat van de mailserver klopt niet of wordt niet vertrouwd. Er is niets verstuurd."};
    } catch (const SMTPException& refused) {
        const bool signIn = refused.code() == 535 || refused.code() == 534;
        return {false, signIn ? "De mailserver weigert de aanmelding: de naam of het wachtwoord klopt niet." : "De mailserver weigert het bericht."};
    } catch (const Poco::Exception&) {
        return {false, "De mailserver is niet bereikbaar."};
    }
}

}  // namespace service::casework
