#include "service/letters/template_check.h"

#include <set>

#include <kainjow/mustache.hpp>

namespace service::letters {
namespace {

using nlohmann::json;
namespace mustache = kainjow::mustache;

// Walks the tags of one template; sections open a scope whose own fields are known too.
class Walk {
  public:
    Walk(std::string_view text, const json& fields) : text_(text) { scopes_.push_back({"", &fields}); }

    std::vector<std::string> problems() {
        for (auto at = text_.find("{{"); at != std::string_view::npos; at = text_.find("{{", at + 2)) {
            const auto end = text_.find("}}", at);
            if (end == std::string_view::npos) return fail("een {{ zonder }}");
            visit(text_.substr(at + 2, end - at - 2));
            if (!problems_.empty()) return problems_;
        }
        if (scopes_.size() > 1) fail("het blok " + scopes_.back().name + " wordt niet gesloten");
        for (const auto& [name, field] : scopes_.front().fields->items())
            if (used_.count(name) == 0 && !field.value("unused", false)) fail("het veld " + name + " wordt nergens gebruikt");
        return problems_;
    }

  private:
    struct Scope {
        std::string name;
        const json* fields;  // nullptr: a list of texts, or a flag
    };

    std::vector<std::string>& fail(std::string what) {
        problems_.push_back(std::move(what));
        return problems_;
    }

    void visit(std::string_view tag) {
        const char sign = tag.empty() ? '{' : tag.front();
        const std::string name{std::string_view{"#^/"}.find(sign) == std::string_view::npos ? tag : tag.substr(1)};
        if (std::string_view{"{&>=!"}.find(sign) != std::string_view::npos) {
            fail("{{" + std::string{sign} + " is niet toegestaan");
        } else if (sign == '/') {
            if (scopes_.back().name != name) fail("{{/" + name + "}} sluit niet het blok dat openstaat");
            else scopes_.pop_back();
        } else {
            use(sign, name);
        }
    }

    void use(char sign, const std::string& name) {
        if (name == "." && scopes_.back().fields == nullptr && sign != '#') return;
        const json* field = find(name);
        if (field == nullptr) {
            fail("het veld " + name + " staat niet in letter.json");
            return;
        }
        used_.insert(name);
        const bool isList = field->at("kind") == "list";
        if (sign == '#' || sign == '^') scopes_.push_back({name, isList && field->contains("fields") ? &field->at("fields") : nullptr});
        else if (field->at("kind") != "text") fail("het veld " + name + " is geen tekst");
    }

    const json* find(const std::string& name) const {
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
            if (scope->fields != nullptr && scope->fields->contains(name)) return &scope->fields->at(name);
        return nullptr;
    }

    std::string_view text_;
    std::vector<Scope> scopes_;
    std::set<std::string> used_;
    std::vector<std::string> problems_;
};

bool isEmptyValue(const json& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty()) || (value.is_array() && value.empty());
}

void checkOne(const json& value, const json& field, const std::string& place, std::vector<std::string>& problems) {
    const std::string kind = field.at("kind");
    const auto wrong = [&] { problems.push_back(place + " is niet van de soort " + kind); };
    if (kind == "text" && !value.is_string()) return wrong();
    if (kind == "flag" && !value.is_boolean()) return wrong();
    if (kind != "list") return;
    if (!value.is_array()) return wrong();
    for (std::size_t index = 0; index < value.size(); ++index) {
        const std::string where = place + "[" + std::to_string(index) + "]";
        if (!field.contains("fields")) {
            if (!value[index].is_string() || isEmptyValue(value[index])) problems.push_back(where + " is leeg of geen tekst");
        } else {
            for (auto& problem : checkValues(value[index], field.at("fields"), where + ".")) problems.push_back(std::move(problem));
        }
    }
}

std::string printable(std::string text) {
    for (auto& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return text;
}

mustache::data toData(const json& value) {
    if (value.is_boolean()) return mustache::data{value.get<bool>() ? mustache::data::type::bool_true : mustache::data::type::bool_false};
    if (value.is_string()) return mustache::data{printable(value.get<std::string>())};
    if (value.is_array()) {
        mustache::data list{mustache::data::type::list};
        for (const auto& item : value) list.push_back(toData(item));
        return list;
    }
    mustache::data object;
    for (const auto& [name, item] : value.items())
        if (!isEmptyValue(item)) object.set(name, toData(item));
    return object;
}

}  // namespace

std::vector<std::string> checkTemplate(std::string_view text, const json& fields) { return Walk{text, fields}.problems(); }

std::vector<std::string> checkValues(const json& values, const json& fields, const std::string& place) {
    std::vector<std::string> problems;
    if (!values.is_object()) return {place + " is geen lijst van velden"};
    for (const auto& [name, value] : values.items())
        if (!fields.contains(name)) problems.push_back("onbekend veld " + place + name);
    for (const auto& [name, field] : fields.items()) {
        const bool absent = !values.contains(name) || isEmptyValue(values.at(name));
        if (!absent) checkOne(values.at(name), field, place + name, problems);
        else if (!field.value("optional", false)) problems.push_back("veld " + place + name + " ontbreekt of is leeg");
    }
    return problems;
}

std::string fillTemplate(const std::string& text, const json& values) {
    mustache::mustache filled{text};
    return filled.render(toData(values));
}

}  // namespace service::letters
