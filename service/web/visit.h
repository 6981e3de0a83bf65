// One request on its way to a page: who asks, what was sent, and how to answer. Lives as long as the request.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/casework/actor.h"
#include "service/store/sessions.h"
#include "service/web/routes.h"
#include "service/web/site.h"

namespace service::web {

using view::Data;

struct SignedIn {
    store::Account account;
    casework::Actor actor;
    std::string csrfToken, sessionToken;
};

// What was sent: fields of a form, or of a query.
class Sent {
  public:
    Sent() = default;
    explicit Sent(http::Fields fields, std::vector<http::UploadedFile> files = {})
        : fields_(std::move(fields)), files_(std::move(files)) {}
    std::string get(std::string_view name) const;  // first value, white space around it removed; empty: absent
    std::string raw(std::string_view name) const;  // as typed (passwords)
    std::vector<std::string> all(std::string_view name) const;
    bool has(std::string_view name) const;
    const http::UploadedFile* file(std::string_view field) const;  // nullptr: none, or chosen none
    const http::Fields& fields() const { return fields_; }

  private:
    http::Fields fields_;
    std::vector<http::UploadedFile> files_;
};

struct Crumb {
    std::string words, link;  // link empty: where we are
};

// How a page stands in the frame.
struct PageFrame {
    std::string title;               // before " · Lakwerk"
    std::string current;             // the menu entry: worklist, new, search, households, release, oversee, manage
    std::vector<Crumb> crumbs = {};
    int status = 200;
};

enum class Tone { good, warn, stop };

class Visit {
  public:
    Visit(Site& site, const http::Request& request) : site(site), request(request) {}

    Site& site;
    const http::Request& request;
    std::string_view pattern;  // of the route, for the log
    Captured captured;
    std::optional<SignedIn> who;
    Sent sent;  // the form; read before the page is called

    casework::Office& office() { return site.office; }
    store::Store& store() { return site.office.store; }
    const casework::Actor& actor() const { return who.value().actor; }
    const std::string& at(std::string_view name) const { return captured.find(name)->second; }
    Sent query() const;
    bool wantsJson() const;  // called by our own script
    std::string language() const;
    const view::Texts& texts() const { return site.languages.of(language()); }
    std::string say(std::string_view key, const std::vector<view::Argument>& arguments = {}) const { return texts().say(key, arguments); }

    http::Response page(std::string_view name, const PageFrame& frame, Data data);
    // A part of a page for our own script: no frame.
    http::Response part(std::string_view name, Data data);
    std::string inOurWords(std::string_view dutch) const;  // what casework says, in the language of who reads it
    http::Response json(Data data, int status = 200);  // an answer to our own script, in the language of who asks
    // Told on the next page this person opens.
    void tell(Tone tone, std::string_view words);
    http::Response goTo(std::string_view path, const casework::Outcome& outcome);

  private:
    Data frameData(const PageFrame& frame);
};

}  // namespace service::web
