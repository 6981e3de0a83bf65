// Over https only a certificate that is trusted and in the right name is spoken to; nothing is sent to another.
#include <gtest/gtest.h>

#include "connectors/zgw/zgw_connector.h"
#include "tests/unit/connectors/certificates.h"
#include "tests/unit/connectors/recording_sink.h"
#include "tests/unit/connectors/temporary_folder.h"
#include "tests/unit/connectors/zgw_holdings.h"

namespace connectors::tests {
namespace {

struct SecureBench {
    SecureBench(const std::string& name, Issuer issuer)
        : certificate(makeCertificate(folder.path(), name, issuer)),
          simulator(oneCase(), 0, certificate.certificate, certificate.key) {}

    Settings settings() const {
        Settings values = settingsFor(simulator, folder.write("secret", kClient.secret).string());
        values["ca_file"] = (folder.path() / "region.pem").string();
        return values;
    }
    std::string trouble(const Settings& values) {
        RecordingSink sink;
        try {
            zgw::make(values, testLimits())->collect(familyQuery(), sink);
        } catch (const ConnectorError& error) {
            EXPECT_EQ(error.trouble(), Trouble::lasting);
            EXPECT_TRUE(simulator.requestLines().empty());
            return error.what();
        }
        return "no trouble";
    }

    TemporaryFolder folder;
    Certificate certificate;
    partners::ZgwSimulator simulator;
};

}  // namespace

TEST(Tls, ATrustedCertificateInTheRightNameIsSpokenTo) {
    SecureBench bench("IP:127.0.0.1", Issuer::region);
    RecordingSink sink;
    EXPECT_EQ(zgw::make(bench.settings(), testLimits())->collect(familyQuery(), sink).answer, Answer::deliveredInFull);
    EXPECT_EQ(sink.documents.size(), 2u);
}

TEST(Tls, AnUnknownAuthorityIsRefused) {
    SecureBench bench("IP:127.0.0.1", Issuer::unknown);
    EXPECT_NE(bench.trouble(bench.settings()).find("certificaat"), std::string::npos);
}

TEST(Tls, TheMachinesOwnAuthoritiesDoNotKnowIt) {
    SecureBench bench("IP:127.0.0.1", Issuer::region);
    Settings settings = bench.settings();
    settings.erase("ca_file");
    EXPECT_NE(bench.trouble(settings).find("certificaat"), std::string::npos);
}

TEST(Tls, ACertificateInAnotherNameIsRefused) {
    SecureBench bench("DNS:elders.example", Issuer::region);
    EXPECT_NE(bench.trouble(bench.settings()).find("certificaat"), std::string::npos);
}

TEST(Tls, AMissingListOfAuthoritiesIsForTheAdministrator) {
    SecureBench bench("IP:127.0.0.1", Issuer::region);
    Settings settings = bench.settings();
    settings["ca_file"] = (bench.folder.path() / "nergens.pem").string();
    EXPECT_NE(bench.trouble(settings).find("certificaten is niet leesbaar"), std::string::npos);
}

}  // namespace connectors::tests
