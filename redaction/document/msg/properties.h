// The properties of an Outlook message, of one of its recipients or attachments (MS-OXMSG).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "redaction/document/compound/compound_file.h"

namespace redaction::document::msg {

enum class Level { message, embedded, part };  // part: recipient, attachment; each has a table head of its own length

std::size_t tableHeadBytes(Level level);

class Properties {
  public:
    Properties(const compound::CompoundFile& file, std::size_t storage, Level level, std::string codepage = "windows-1252");

    std::string text(unsigned id) const;  // UTF-8; empty: absent
    std::optional<std::string> bytes(unsigned id) const;
    std::optional<std::size_t> object(unsigned id) const;  // a storage in the file
    std::optional<std::uint64_t> number(unsigned id) const;
    void readCodepage();  // by what the message says of itself
    const std::string& codepage() const { return codepage_; }
    bool damaged() const { return damaged_; }

  private:
    std::optional<std::string> stream(unsigned id, const char* type) const;

    const compound::CompoundFile& file_;
    std::size_t storage_;
    std::string table_, codepage_;
    mutable bool damaged_ = false;
};

std::string moment(std::uint64_t fileTime);  // "14-03-2025 10:15", in Amsterdam

}  // namespace redaction::document::msg
