// Owners for MuPDF's objects and a fence between its longjmp errors and C++ exceptions. AGPL-3: reader program only.
#pragma once

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

#include <exception>
#include <stdexcept>
#include <utility>

namespace redaction::document::pdf {

// A failure inside MuPDF. Its message may quote the document, so it is not kept.
class MupdfError : public std::runtime_error {
  public:
    explicit MupdfError(int code) : std::runtime_error("mupdf"), code_(code) {}
    bool outOfMemory() const { return code_ == FZ_ERROR_MEMORY; }

  private:
    int code_;
};

// Runs MuPDF calls; turns its errors into MupdfError. Inside, keep no object whose destructor matters.
template <typename Work>
void guarded(fz_context* context, Work&& work) {
    std::exception_ptr thrown;
    int code = -1;
    fz_var(code);
    fz_try(context) {
        try {
            work();
        } catch (...) {
            thrown = std::current_exception();
        }
    }
    fz_catch(context) { code = fz_caught(context); }
    if (thrown) std::rethrow_exception(thrown);
    if (code != -1) throw MupdfError(code);
}

// Owns one reference; Drop is the fz_drop_… function.
template <typename Type, void (*Drop)(fz_context*, Type*)>
class Owned {
  public:
    Owned() = default;
    Owned(fz_context* context, Type* object) : context_(context), object_(object) {}
    Owned(Owned&& other) noexcept : context_(other.context_), object_(std::exchange(other.object_, nullptr)) {}
    Owned& operator=(Owned&& other) noexcept {
        std::swap(context_, other.context_);
        std::swap(object_, other.object_);
        return *this;
    }
    ~Owned() {
        if (object_ != nullptr) Drop(context_, object_);
    }
    Type* get() const { return object_; }
    explicit operator bool() const { return object_ != nullptr; }

  private:
    fz_context* context_ = nullptr;
    Type* object_ = nullptr;
};

using PageHandle = Owned<fz_page, fz_drop_page>;
using DisplayList = Owned<fz_display_list, fz_drop_display_list>;
using Pixmap = Owned<fz_pixmap, fz_drop_pixmap>;
using TextPage = Owned<fz_stext_page, fz_drop_stext_page>;
using Buffer = Owned<fz_buffer, fz_drop_buffer>;

// Makes an object inside the fence and owns it.
template <typename Handle, typename Make>
Handle make(fz_context* context, Make&& construct) {
    decltype(construct()) object = nullptr;
    guarded(context, [&] { object = construct(); });
    return Handle(context, object);
}

}  // namespace redaction::document::pdf
