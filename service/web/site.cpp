#include "service/web/site.h"

namespace service::web {

Site::Site(casework::Office& theOffice, const WebSettings& theSettings)
    : office(theOffice), settings(theSettings), languages(settings.templates / "text"),
      phrases(letters::Phrases::load(settings.templates / "text" / "phrases.en.txt")),
      templates(settings.templates / "pages", languages), assets(settings.assets) {
    if (!settings.log) settings.log = [](std::string_view) {};
    templates.onMissing = [this](std::string_view page, std::string_view field) {
        settings.log("page " + std::string(page) + " shows a field it was not given: " + std::string(field));
    };
}

}  // namespace service::web
