#include "service/web/view/templates.h"

#include <kainjow/mustache.hpp>

#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace service::web::view {

namespace {

namespace mustache = kainjow::mustache;
constexpr int maxDepth = 6;  // parts within parts

std::string readFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("no template: " + file.filename().string());
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

std::string withParts(const std::filesystem::path& folder, std::string text, const std::string& page, int depth) {
    if (depth == maxDepth) throw std::runtime_error("templates too deep: " + page);
    for (auto at = text.find("{{>"); at != text.npos; at = text.find("{{>", at)) {
        const auto end = text.find("}}", at);
        if (end == text.npos) throw std::runtime_error("open tag in " + page);
        const std::string name = text.substr(at + 3, end - at - 3);
        const auto file = name == "content" ? folder / (page + ".html") : folder / "parts" / (name + ".html");
        const auto part = withParts(folder, readFile(file), page, depth + 1);
        text.replace(at, end + 2 - at, part);
        at += part.size();
    }
    return text;
}

std::string withTexts(std::string text, const Texts& texts) {
    for (auto at = text.find("{{t:"); at != text.npos; at = text.find("{{t:", at)) {
        const auto end = text.find("}}", at);
        if (end == text.npos) throw std::runtime_error("open text tag");
        const auto& plain = texts.plain(text.substr(at + 4, end - at - 4));
        if (plain.find('{') != plain.npos) throw std::out_of_range("a text with arguments as {{t:}}: " + plain);
        const auto words = escaped(plain);
        text.replace(at, end + 2 - at, words);
        at += words.size();
    }
    return text;
}

void refuseUnsafe(const std::string& text, const std::string& page) {
    if (text.find("{{{") != text.npos || text.find("{{&") != text.npos || text.find("{{=") != text.npos)
        throw std::runtime_error("unsafe tag in " + page);
}

mustache::data toMustache(const Data& value) {
    if (value.is_boolean()) return mustache::data(value.get<bool>());
    // An empty text counts as absent in {{#field}}; kainjow would show the section.
    if (value.is_string() && value.get_ref<const std::string&>().empty()) return mustache::data(false);
    if (value.is_string()) return mustache::data(value.get<std::string>());
    if (value.is_null()) return mustache::data(false);
    if (value.is_number()) return mustache::data(value.dump());
    if (value.is_array()) {
        mustache::data list(mustache::data::type::list);
        for (const auto& item : value) list << toMustache(item);
        return list;
    }
    mustache::data object;
    for (const auto& [name, item] : value.items()) object.set(name, toMustache(item));
    return object;
}

// Names that stand as {{name}}, but never as {{#name}} or {{^name}}: these must be there.
bool isOnlyShown(const std::string& text, const std::string& name) {
    return text.find("{{#" + name + "}}") == text.npos && text.find("{{^" + name + "}}") == text.npos;
}

class WatchfulContext : public mustache::context<std::string> {
  public:
    WatchfulContext(const mustache::data* data, std::set<std::string>& missing)
        : mustache::context<std::string>(data), missing_(missing) {}
    const mustache::data* get(const std::string& name) const override {
        const auto* found = mustache::context<std::string>::get(name);
        if (!found) missing_.insert(name);
        return found;
    }

  private:
    std::set<std::string>& missing_;
};

}  // namespace

std::string escaped(std::string_view text) { return mustache::html_escape(std::string(text)); }

std::string compose(const std::filesystem::path& folder, const std::string& page, const Texts& texts) {
    const auto own = readFile(folder / (page + ".html"));
    const bool framed = !page.ends_with("_alone");
    auto text = withParts(folder, framed ? readFile(folder / "parts" / "frame.html") : own, page, 0);
    refuseUnsafe(text, page);
    try {
        return withTexts(std::move(text), texts);
    } catch (const std::out_of_range& missing) {
        throw std::runtime_error(page + ".html: " + missing.what());
    }
}

Templates::Templates(const std::filesystem::path& folder, const Languages& languages) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".html") continue;
        const auto page = entry.path().stem().string();
        for (const auto language : languages.names()) {
            auto text = compose(folder, page, languages.of(language));
            if (const mustache::mustache parsed(text); !parsed.is_valid())
                throw std::runtime_error(page + ".html: " + parsed.error_message());
            composed_.emplace(std::string(language) + "/" + page, std::move(text));
        }
    }
}

std::string Templates::render(std::string_view name, std::string_view language, const Data& data) const {
    const auto found = composed_.find(std::string(language == "en" ? "en" : "nl") + "/" + std::string(name));
    if (found == composed_.end()) throw std::out_of_range("no page: " + std::string(name));
    // Parsed anew for each page: kainjow's renderer keeps state, so one cannot serve several threads.
    mustache::mustache page(found->second);
    const auto values = toMustache(data);
    std::set<std::string> missing;
    WatchfulContext context(&values, missing);
    auto html = page.render(context);
    if (onMissing)
        for (const auto& field : missing)
            if (isOnlyShown(found->second, field)) onMissing(name, field);
    return html;
}

}  // namespace service::web::view
