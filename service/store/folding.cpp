#include "service/store/folding.h"

#include <unicode/translit.h>

#include <memory>
#include <sstream>

#include "service/store/error.h"

namespace service::store {

namespace {

icu::Transliterator& folder() {
    // One per thread: a transliterator is not shared.
    thread_local const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> it(icu::Transliterator::createInstance(
            "Any-Latin; Latin-ASCII; NFD; [:Nonspacing Mark:] Remove; NFC; Lower", UTRANS_FORWARD, status));
        if (U_FAILURE(status)) throw StoreError(ErrorKind::broken, "ICU kent de omzetting van namen niet");
        return it;
    }();
    return *made;
}

}  // namespace

std::string folded(std::string_view utf8) {
    auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), int(utf8.size())));
    folder().transliterate(text);
    std::string result;
    text.toUTF8String(result);
    return result;
}

std::vector<std::string> foldedWords(std::string_view utf8) {
    std::istringstream text(folded(utf8));
    std::vector<std::string> words;
    for (std::string word; text >> word;) words.push_back(word);
    return words;
}

std::string likePattern(std::string_view foldedWord) {
    std::string pattern = "%";
    for (const char c : foldedWord) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

}  // namespace service::store
