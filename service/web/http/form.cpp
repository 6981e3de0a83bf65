// Reading what a form sends: url-encoded and multipart.
#include <algorithm>
#include <cctype>

#include "service/web/http/request.h"

namespace service::web::http {

namespace {

constexpr std::size_t maxFields = 2000;
constexpr std::size_t maxParts = 200;

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

enum class Plus { isSpace, isPlus };

std::optional<std::string> decode(std::string_view text, Plus plus) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::isSpace) {
            result += ' ';
        } else if (text[i] == '%') {
            if (i + 2 >= text.size() || hexValue(text[i + 1]) < 0 || hexValue(text[i + 2]) < 0) return std::nullopt;
            result += static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    if (!isUtf8(result) || result.find('\0') != result.npos) return std::nullopt;
    return result;
}

// The value of name="…" in a header such as Content-Disposition; empty: absent.
std::string parameter(std::string_view header, std::string_view name) {
    const std::string key = std::string(name) + "=";
    for (std::size_t at = header.find(key); at != header.npos; at = header.find(key, at + 1)) {
        if (at > 0 && header[at - 1] != ' ' && header[at - 1] != ';') continue;
        auto rest = header.substr(at + key.size());
        if (rest.empty() || rest.front() != '"') return std::string(rest.substr(0, rest.find_first_of("; ")));
        const auto end = rest.find('"', 1);
        return end == rest.npos ? std::string() : std::string(rest.substr(1, end - 1));
    }
    return {};
}

std::string headerOf(std::string_view partHead, std::string_view lowerCaseName) {
    while (!partHead.empty()) {
        const auto end = std::min(partHead.find("\r\n"), partHead.size());
        const auto line = partHead.substr(0, end);
        const auto colon = line.find(':');
        if (colon != line.npos) {
            std::string name(line.substr(0, colon));
            for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            if (name == lowerCaseName) {
                auto value = line.substr(colon + 1);
                while (!value.empty() && value.front() == ' ') value.remove_prefix(1);
                return std::string(value);
            }
        }
        partHead.remove_prefix(std::min(end + 2, partHead.size()));
    }
    return {};
}

// Only the last segment: some browsers send a path.
std::string bareFileName(std::string name) {
    const auto slash = name.find_last_of("/\\");
    if (slash != name.npos) name.erase(0, slash + 1);
    std::erase_if(name, [](unsigned char c) { return c < 32 || c == 127; });
    return name;
}

bool addPart(std::string_view part, Multipart& result) {
    const auto headEnd = part.find("\r\n\r\n");
    if (headEnd == part.npos) return false;
    const auto head = part.substr(0, headEnd), body = part.substr(headEnd + 4);
    const auto disposition = headerOf(head, "content-disposition");
    const auto field = parameter(disposition, "name");
    if (!disposition.starts_with("form-data") || field.empty() || !isUtf8(field)) return false;
    if (disposition.find("filename=") == disposition.npos) {
        if (!isUtf8(body)) return false;
        result.fields.emplace_back(field, std::string(body));
    } else {
        auto fileName = bareFileName(parameter(disposition, "filename"));
        if (!isUtf8(fileName)) return false;
        result.files.push_back({field, std::move(fileName), headerOf(head, "content-type"), std::string(body)});
    }
    return true;
}

}  // namespace

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const int length = lead < 0x80 ? 1 : lead >= 0xC2 && lead <= 0xDF ? 2 : (lead & 0xF0) == 0xE0 ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
        if (!length || i + static_cast<std::size_t>(length) > text.size()) return false;
        for (int k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + static_cast<std::size_t>(k)]) & 0xC0) != 0x80) return false;
        const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
        if ((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F))
            return false;
        i += static_cast<std::size_t>(length);
    }
    return true;
}

std::optional<std::string> decodePath(std::string_view rawPath) {
    if (rawPath.empty() || rawPath.front() != '/') return std::nullopt;
    if (!std::all_of(rawPath.begin(), rawPath.end(), [](unsigned char c) { return c > 32 && c < 127 && c != '\\'; })) return std::nullopt;
    auto path = decode(rawPath, Plus::isPlus);
    if (!path) return std::nullopt;
    const auto control = [](unsigned char c) { return c < 32 || c == 127 || c == '\\'; };
    if (std::any_of(path->begin(), path->end(), control)) return std::nullopt;
    if ((*path + "/").find("/../") != std::string::npos || (*path + "/").find("/./") != std::string::npos || path->find("//") != std::string::npos)
        return std::nullopt;
    // An escaped slash would make two readings of the same path.
    if (std::count(path->begin(), path->end(), '/') != std::count(rawPath.begin(), rawPath.end(), '/')) return std::nullopt;
    return path;
}

std::optional<Fields> parseFields(std::string_view encoded) {
    Fields fields;
    while (!encoded.empty()) {
        const auto end = std::min(encoded.find('&'), encoded.size());
        const auto pair = encoded.substr(0, end);
        encoded.remove_prefix(std::min(end + 1, encoded.size()));
        if (pair.empty()) continue;
        const auto equals = std::min(pair.find('='), pair.size());
        const auto name = decode(pair.substr(0, equals), Plus::isSpace);
        const auto value = decode(pair.substr(std::min(equals + 1, pair.size())), Plus::isSpace);
        if (!name || !value || fields.size() == maxFields) return std::nullopt;
        fields.emplace_back(*name, *value);
    }
    return fields;
}

std::string encodeField(std::string_view text) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string result;
    for (const unsigned char c : text) {
        if (std::isalnum(c) || c == '-' || c == '.' || c == '_' || c == '~') {
            result += static_cast<char>(c);
        } else {
            result += '%';
            result += digits[c >> 4];
            result += digits[c & 15];
        }
    }
    return result;
}

std::optional<Multipart> parseMultipart(std::string_view contentType, std::string_view body) {
    const auto boundary = parameter(contentType, "boundary");
    if (boundary.empty() || boundary.size() > 70) return std::nullopt;
    const std::string delimiter = "--" + boundary;
    if (!body.starts_with(delimiter)) return std::nullopt;
    body.remove_prefix(delimiter.size());
    Multipart result;
    while (!body.starts_with("--")) {
        const auto end = body.find("\r\n" + delimiter);
        if (!body.starts_with("\r\n") || end == body.npos || result.fields.size() + result.files.size() == maxParts) return std::nullopt;
        if (!addPart(body.substr(2, end > 2 ? end - 2 : 0), result)) return std::nullopt;
        body.remove_prefix(end + 2 + delimiter.size());
    }
    return result;
}

}  // namespace service::web::http
