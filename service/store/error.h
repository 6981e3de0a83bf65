// The one exception of the store. Its text is Dutch, may be shown, and holds no personal data.
#pragma once

#include <stdexcept>
#include <string>

namespace service::store {

// notFound: no such row. conflict: someone was first, or it exists already. forbiddenByRule: the law or the house rules
// refuse it (four eyes, safety, released). broken: the store itself fails (disk, key, damaged file).
enum class ErrorKind { notFound, conflict, forbiddenByRule, broken };

class StoreError : public std::runtime_error {
  public:
    StoreError(ErrorKind kind, const std::string& text) : std::runtime_error(text), kind_(kind) {}
    ErrorKind kind() const { return kind_; }

  private:
    ErrorKind kind_;
};

}  // namespace service::store
