// The ways in which a partner's server misbehaves, written straight to the socket.
#pragma once

#include <Poco/Net/StreamSocket.h>

#include "tests/partners/zgw_state.h"

namespace partners {

bool isOnTheWire(Fault fault);  // false: the fault is in the answer's contents (pages), made by the answering code

// Misbehaves on a socket taken away from the HTTP server, then closes it.
void misbehave(Fault fault, Poco::Net::StreamSocket socket, const ZgwSimulator::State& state);

}  // namespace partners
