// What a simulated case system holds: cases, roles, documents, and the clients that may see some of it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace partners {

enum class Integrity { stated, wrong, absent };

struct ZgwDocument {
    std::string uuid, title, author, date, fileName, format, kind;
    std::string confidentiality = "zaakvertrouwelijk";  // a client without the right to it does not see it listed
    std::string bytes;
    Integrity integrity = Integrity::stated;
    int status = 200;       // of the document's own address; 403, 404, 410, 500 as needed
    bool linkOnly = false;  // bestandsomvang null: a reference or an unfinished upload
};

struct ZgwRole {
    std::string firstNames, prefix, familyName, bsn;
};

struct ZgwCase {
    std::string uuid, identification, description, startDate;
    std::vector<ZgwRole> roles;
    std::vector<ZgwDocument> documents;
};

struct ZgwClient {
    std::string id, secret;
    std::string highestConfidentiality = "zeer_geheim";
    bool maySearch = true;  // scope zaken.lezen
};

struct ZgwHoldings {
    std::vector<ZgwCase> cases;
    std::vector<ZgwClient> clients;
};

// Whether what is marked `confidentiality` is within what a client may see.
bool isWithin(const std::string& confidentiality, const std::string& highest);

}  // namespace partners
