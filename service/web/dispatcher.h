// Takes each request through the same doors in the same order: route, method, sign-in, role, origin and token, page.
#pragma once

#include "service/web/http/listener.h"
#include "service/web/routes.h"
#include "service/web/site.h"
#include "service/web/visit.h"

namespace service::web {

class Dispatcher {
  public:
    Dispatcher(Site& site, const std::vector<Route>& table) : site_(site), table_(table) {}
    http::Response answer(const http::Request& request);
    http::Response refusalPage(const http::Refusal& refusal);
    std::size_t bodyLimit(const http::Request& head);

  private:
    http::Response serve(Visit& visit, const Found& found);
    http::Response signInFirst(Visit& visit, const Route& route);
    void recognise(Visit& visit);

    Site& site_;
    const std::vector<Route>& table_;
};

}  // namespace service::web
