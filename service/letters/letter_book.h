// Letters as data: each a folder with a template per language, its legal basis, its fields and an example. Fills a
// template and turns it into blocks for the typesetter. Decides nothing about a case.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "redaction/apply/typeset/typeset.h"
#include "service/requests/calendar.h"

namespace service::letters {

enum class Language { dutch, english };
Language languageFrom(std::string_view code);  // "en": English; every other: Dutch
std::string toText(Language language);         // "nl", "en"

// A template that cannot be used, or fields that do not fit it. Dutch; names the file and the field, never a value.
class LetterError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Who helps a requester independently of the partners, as the region's settings have it; empty: ask the municipality.
// Basis: Privacyprotocol art. 9.4
struct Support {
    std::string name, address, phone, site;
};

// What stands around every letter.
struct Frame {
    std::string senderName;                  // "Veilig Thuis Voorbeeldregio"
    std::vector<std::string> senderLines;    // postal address
    std::string contactName, contactPhone, contactEmail;  // of the sender; empty: left out
    std::string addresseeName;               // "de heer K. Verbeek"
    std::string salutation;                  // "heer Verbeek"; empty: the addressee's name
    std::vector<std::string> addresseeLines; // empty: handed over in person
    std::string place;                       // "Voorbeeldstad"
    requests::Date date;
    std::string reference;                   // "LW-2026-0001"
    std::string signer, signerFunction;      // empty: left out
    Support support = {};                    // stands in every letter to a requester
};

// To whom a kind of letter goes: a requester, or a child that asks itself; a partner as colleague, or any organisation by
// its name; an attachment goes with a letter and greets nobody.
enum class Addressee { requester, child, partner, organisation, attachment };

struct Letter {
    std::string name, subject;
    std::string html;                        // the filled template, for the screen
    redaction::apply::typeset::Text text;    // what is printed
    redaction::apply::typeset::Typeset print() const { return redaction::apply::typeset::typeset(text); }
};

class LetterBook {
  public:
    // Reads and checks every letter below `folder`; throws LetterError on the first that does not hold together.
    static LetterBook load(const std::filesystem::path& folder);
    LetterBook(LetterBook&&) noexcept;
    LetterBook& operator=(LetterBook&&) noexcept;
    ~LetterBook();

    // Throws LetterError: unknown letter, a field that is missing, empty, unknown or of another kind.
    Letter write(std::string_view letter, Language language, const Frame& frame, const nlohmann::json& fields) const;
    // "right", "access" → "inzage". Throws LetterError where words.json has no such word.
    std::string word(std::string_view group, std::string_view code, Language language) const;

    // What the letters say whatever is filled in: a line for each stretch between two tags or fields. UTF-8.
    std::string fixedText(Language language) const;

    std::vector<std::string> names() const;
    const nlohmann::json& example(std::string_view letter, Language language = Language::dutch) const;
    const nlohmann::json& fields(std::string_view letter) const;  // as described: says, kind, optional; those of its parts too
    Addressee addressee(std::string_view letter) const;
    const std::vector<std::string>& basis(std::string_view letter) const;  // law, as cited
    // Processing information of GDPR 15(1) per partner kind, as far as a partner has not given its own.
    const nlohmann::json& processing(std::string_view partnerKind) const;

  private:
    struct Contents;
    explicit LetterBook(std::unique_ptr<Contents> contents);
    std::unique_ptr<Contents> contents_;
};

}  // namespace service::letters
