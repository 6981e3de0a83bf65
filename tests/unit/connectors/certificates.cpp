#include "tests/unit/connectors/certificates.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace connectors::tests {
namespace {

void openssl(const std::filesystem::path& folder, const std::string& arguments) {
    const std::string command = "cd '" + folder.string() + "' && openssl " + arguments + " >openssl.log 2>&1";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("openssl failed: " + arguments);
}

const std::string kNewKey = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes ";

void makeAuthority(const std::filesystem::path& folder, const std::string& name) {
    if (std::filesystem::exists(folder / (name + ".pem"))) return;
    openssl(folder,
            "req -x509 " + kNewKey + "-subj /CN=" + name + " -days 2 -keyout " + name + ".key -out " + name + ".pem");
}

}  // namespace

Certificate makeCertificate(const std::filesystem::path& folder, const std::string& name, Issuer issuer) {
    const std::string authority = issuer == Issuer::region ? "region" : "unknown";
    makeAuthority(folder, "region");
    makeAuthority(folder, authority);
    std::ofstream(folder / "server.ext") << "subjectAltName=" << name << "\n";
    openssl(folder, "req " + kNewKey + "-subj /CN=server -keyout server.key -out server.csr");
    openssl(folder, "x509 -req -in server.csr -CA " + authority + ".pem -CAkey " + authority +
                        ".key -CAcreateserial -days 2 -extfile server.ext -out server.pem");
    return {(folder / "server.pem").string(), (folder / "server.key").string()};
}

}  // namespace connectors::tests
