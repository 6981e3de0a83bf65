#include "redaction/document/pdf/objects.h"

#include <algorithm>

#include "redaction/document/plain_text.h"

namespace redaction::document::pdf {
namespace {

constexpr int mostItems = 100000;               // of one array or dictionary
constexpr std::size_t longestText = 4u << 20;   // bytes

}  // namespace

pdf_obj* Objects::trailer(const char* path) const {
    pdf_obj* found = nullptr;
    guarded(context_, [&] { found = pdf_dict_getp(context_, pdf_trailer(context_, document_), path); });
    return found;
}

pdf_obj* Objects::get(pdf_obj* dictionary, const char* path) const {
    pdf_obj* found = nullptr;
    guarded(context_, [&] { found = pdf_dict_getp(context_, dictionary, path); });
    return found;
}

pdf_obj* Objects::inherited(pdf_obj* dictionary, pdf_obj* key) const {
    pdf_obj* found = nullptr;
    guarded(context_, [&] { found = pdf_dict_get_inheritable(context_, dictionary, key); });
    return found;
}

std::vector<pdf_obj*> Objects::items(pdf_obj* array) const {
    if (array == nullptr) return {};
    int count = -1;
    guarded(context_, [&] { count = pdf_is_array(context_, array) ? pdf_array_len(context_, array) : -1; });
    if (count < 0) return {array};
    std::vector<pdf_obj*> items(std::size_t(std::min(count, mostItems)));
    for (std::size_t i = 0; i < items.size(); ++i) guarded(context_, [&] { items[i] = pdf_array_get(context_, array, int(i)); });
    return items;
}

std::vector<std::pair<std::string, pdf_obj*>> Objects::entries(pdf_obj* dictionary) const {
    int count = 0;
    guarded(context_, [&] { count = pdf_is_dict(context_, dictionary) ? pdf_dict_len(context_, dictionary) : 0; });
    std::vector<std::pair<std::string, pdf_obj*>> entries;
    for (int i = 0; i < std::min(count, mostItems); ++i) {
        pdf_obj *key = nullptr, *value = nullptr;
        guarded(context_, [&] { key = pdf_dict_get_key(context_, dictionary, i), value = pdf_dict_get_val(context_, dictionary, i); });
        entries.emplace_back(name(key), value);
    }
    return entries;
}

bool Objects::isDictionary(pdf_obj* object) const {
    int is = 0;
    guarded(context_, [&] { is = pdf_is_dict(context_, object); });
    return is != 0;
}

bool Objects::isStream(pdf_obj* object) const {
    int is = 0;
    guarded(context_, [&] { is = pdf_is_stream(context_, object); });
    return is != 0;
}

bool Objects::isName(pdf_obj* object, pdf_obj* name) const {
    int is = 0;
    guarded(context_, [&] { is = pdf_name_eq(context_, object, name); });
    return is != 0;
}

int Objects::number(pdf_obj* object) const {
    int number = 0;
    guarded(context_, [&] { number = pdf_to_num(context_, object); });
    return number;
}

std::string Objects::name(pdf_obj* object) const {
    const char* name = nullptr;
    guarded(context_, [&] { name = pdf_to_name(context_, object); });
    return name == nullptr ? std::string{} : std::string(name);
}

std::u32string Objects::text(pdf_obj* object) const {
    if (object == nullptr) return {};
    if (isStream(object)) return decodeText(bytes(object, longestText)).text;
    const char* utf8 = nullptr;
    guarded(context_, [&] { utf8 = pdf_is_string(context_, object) ? pdf_to_text_string(context_, object) : nullptr; });
    return utf8 == nullptr ? std::u32string{} : toCodePoints(utf8);
}

std::string Objects::bytes(pdf_obj* stream, std::size_t most) const {
    const Buffer buffer = make<Buffer>(context_, [&] {
        fz_stream* opened = pdf_open_stream(context_, stream);
        fz_buffer* read = nullptr;
        fz_try(context_) read = fz_read_best(context_, opened, 4096, nullptr, most);
        fz_always(context_) fz_drop_stream(context_, opened);
        fz_catch(context_) fz_rethrow(context_);
        return read;
    });
    unsigned char* bytes = nullptr;
    const std::size_t size = fz_buffer_storage(context_, buffer.get(), &bytes);
    if (size > most) throw MupdfError(FZ_ERROR_GENERIC);
    return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace redaction::document::pdf
