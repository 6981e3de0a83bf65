# Every library comes from Debian. The README says what each is for and under which licence.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(LibXml2 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Poco REQUIRED COMPONENTS Foundation Net NetSSL Util XML JSON Crypto)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(ARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(GMIME REQUIRED IMPORTED_TARGET gmime-3.0)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
pkg_check_modules(TESSERACT REQUIRED IMPORTED_TARGET tesseract)
pkg_check_modules(LEPTONICA REQUIRED IMPORTED_TARGET lept)
pkg_check_modules(CAIRO REQUIRED IMPORTED_TARGET cairo cairo-pdf cairo-ft)
pkg_check_modules(PANGO REQUIRED IMPORTED_TARGET pangocairo)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)

# Debian's MuPDF is a static library whose .pc names none of what it needs.
# AGPL-3: linked by the reader program only, never by the service (tests/structure holds this).
find_library(MUPDF_LIBRARY NAMES mupdf REQUIRED)
find_library(MUPDF_THIRD_LIBRARY NAMES mupdf-third REQUIRED)
find_path(MUPDF_INCLUDE_DIR mupdf/fitz.h REQUIRED)
add_library(mupdf_bundle INTERFACE)
target_include_directories(mupdf_bundle SYSTEM INTERFACE ${MUPDF_INCLUDE_DIR})
target_link_libraries(mupdf_bundle INTERFACE ${MUPDF_LIBRARY} ${MUPDF_THIRD_LIBRARY}
  mujs gumbo openjp2 jbig2dec jpeg z m freetype harfbuzz png)
