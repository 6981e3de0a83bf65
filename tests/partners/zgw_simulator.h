// A ZGW-shaped case system on 127.0.0.1: Zaken and Documenten API, JWT checked, lists filtered without a word by the
// client's rights, and faults on demand. A real server over real HTTP, for tests and the demo region.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/partners/zgw_model.h"

namespace partners {

enum class Fault {
    none,
    closesAtOnce,  // accepts, says nothing, hangs up
    stalls,        // accepts, says nothing
    drips,         // a byte now and then, for ever
    unauthorized,  // 401
    forbidden,     // 403
    serverError,   // 500
    htmlPage,      // 200 with a sign-in page
    htmlError,     // 503 with a page
    halfBody,      // less than Content-Length promises
    halfChunked,   // a chunked body that breaks off
    nonsense,      // 200 application/json that is not JSON
    notHttp,       // another protocol
    endless,       // more bytes than anyone takes
    redirects,     // 302 to another host
    loopsPages,    // `next` leads back
    wrongNext,     // `next` leads elsewhere
};
Fault faultNamed(
    const std::string& name);  // "stall", "401", "500", "html", "half-body", …; throws std::invalid_argument

// Where the fault strikes: every call, or only documents and their bytes.
enum class Where { everywhere, documentsOnly };

class ZgwSimulator {
  public:
    // port 0: a free one. tlsCertificate and tlsKey: PEM files, or empty for plain HTTP.
    explicit ZgwSimulator(ZgwHoldings holdings, int port = 0, const std::string& tlsCertificate = "",
                          const std::string& tlsKey = "");
    ~ZgwSimulator();

    int port() const;
    std::string address() const;  // "http://127.0.0.1:PORT"
    void setFault(Fault fault, Where where = Where::everywhere);
    std::vector<std::string> requestLines() const;  // "POST /zaken/api/v1/zaken/_zoek", as a web server would log them
    std::size_t downloads() const;

    struct State;

  private:
    struct Server;
    std::shared_ptr<State> state_;  // shared with the handlers of connections that still run
    std::unique_ptr<Server> server_;
};

}  // namespace partners
