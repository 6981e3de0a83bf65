// What every partner system looks like to Lakwerk: find what it holds about given people, fetch it, and end in a
// completeness statement. One folder per system; registry.cpp lists them.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace connectors {

// A person to look for. Only what the request needs. The BSN never goes into a URL, a log or an exception.
struct Sought {
    std::string reference;  // the person's id in the case, opaque to the partner
    std::string bsn;        // nine digits, or empty
    std::string name;       // "Maarten Johannes de Wit"
    std::string birthdate;  // YYYY-MM-DD, or empty
};

struct Query {
    std::string requestReference;  // "LW-2026-0001", for the partner's own trail
    std::vector<Sought> people;
    std::vector<std::string> caseNumbers;  // at this partner, where known
    std::string onBehalfOf;                // account name of who asks, for the partner's audit
};

struct Delivered {
    std::string externalId;  // stable at the partner; the same id twice is the same document
    std::string fileName, mediaType, title, date, author, kind, caseNumber;  // date: YYYY-MM-DD or empty
    std::string confidentiality;  // as the partner words it, or empty
    std::vector<std::string> people;  // names or ids the partner gives, for the reviewer
    std::string sha256;  // hex, of bytes
    std::string bytes;
};

// Something the partner said it has but that could not be fetched whole.
struct Missing {
    std::string externalId, title, reason;  // reason in Dutch
};

enum class Answer { deliveredInFull, deliveredInPart, nothingHeld, nothingVisibleToUs, refused, noAnswer };

// How the search ended, in words that can stand in a letter.
struct Statement {
    Answer answer = Answer::noAnswer;
    std::string explanation;               // Dutch, one or two sentences
    std::vector<std::string> searchedIn;   // "Zaken API", "map export/2026"
    std::vector<std::string> searchedWith; // "burgerservicenummer", "naam en geboortedatum"; never the values
    std::vector<Missing> missing;
};

// Receives what comes in, one document at a time. `alreadyHave` lets a resumed collection skip what is stored.
class Sink {
  public:
    virtual ~Sink() = default;
    virtual void expect(std::size_t documents) = 0;  // as soon as known, for the progress display
    virtual bool alreadyHave(std::string_view externalId) = 0;
    virtual void deliver(Delivered&& document) = 0;
    virtual bool stopped() = 0;  // someone cancelled, or the service is stopping
};

// passing: try again later (down, stalls, 5xx, half a body). lasting: someone must act (401, wrong certificate,
// nonsense). whoMustAct and explanation are Dutch and hold no personal data.
enum class Trouble { passing, lasting };
class ConnectorError : public std::runtime_error {
  public:
    ConnectorError(Trouble trouble, std::string whoMustAct, const std::string& explanation)
        : std::runtime_error(explanation), trouble_(trouble), whoMustAct_(std::move(whoMustAct)) {}
    Trouble trouble() const { return trouble_; }
    const std::string& whoMustAct() const { return whoMustAct_; }

  private:
    Trouble trouble_;
    std::string whoMustAct_;
};

class Connector {
  public:
    virtual ~Connector() = default;
    virtual Statement collect(const Query& query, Sink& sink) = 0;  // throws ConnectorError
};

// Settings of one partner's connector. A secret is a path to a file ("secret_file"), or a value that whoever keeps the
// settings opens only for asking ("secret").
using Settings = std::map<std::string, std::string>;

struct Limits {
    std::chrono::seconds connect{5}, idle{20}, perDocument{300};
    std::size_t maxDocumentBytes = 100u << 20;
    std::size_t maxDocuments = 10000;
};

struct ConnectorKind {
    std::string name;        // "zgw", "export-drop", "scan-folder"
    std::string dutchName;   // "Zaaksysteem (ZGW)"
    std::vector<std::string> requiredSettings;  // besides the secret, for a kind that has one
    std::vector<std::string> otherSettings;     // may be empty
    std::unique_ptr<Connector> (*make)(const Settings&, const Limits&);  // throws ConnectorError on bad settings
};

const std::vector<ConnectorKind>& registry();
const ConnectorKind* findKind(std::string_view name);

}  // namespace connectors
