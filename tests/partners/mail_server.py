"""A real mail server (aiosmtpd) for the tests: takes messages over STARTTLS or TLS, after signing in, and writes each to
a file in a folder. Arguments: folder, certificate, key, mode (starttls, tls or plain). The port stands in folder/port."""
import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, certificate, key, mode = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]


class Keep:
    count = 0

    async def handle_DATA(self, server, session, envelope):
        Keep.count += 1
        head = f"over TLS: {session.ssl is not None or mode == 'tls'}\nsigned in: {session.authenticated}\nto: {','.join(envelope.rcpt_tos)}\n\n"
        (folder / f"message-{Keep.count}").write_bytes(head.encode() + envelope.content)
        return "250 kept"


def sign_in(server, session, envelope, mechanism, given):
    good = isinstance(given, LoginPassword) and given.login == b"lakwerk" and given.password == b"een geheim"
    (folder / "sign-in").write_text("right" if good else "wrong")
    return AuthResult(success=good, handled=False)


def answering():
    tls = context if mode == "starttls" else None
    return SMTP(Keep(), tls_context=tls, require_starttls=tls is not None, authenticator=sign_in, auth_required=mode != "plain",
                auth_require_tls=mode == "starttls", loop=loop)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
server = loop.run_until_complete(loop.create_server(answering, "127.0.0.1", 0, ssl=context if mode == "tls" else None))
(folder / "port.new").write_text(str(server.sockets[0].getsockname()[1]))
(folder / "port.new").rename(folder / "port")
loop.run_forever()
