// What one does on the worklist as a whole: keeping a filter under a name, and giving cases to a colleague.
#include "service/casework/handing_over.h"
#include "service/web/http/query.h"
#include "service/web/pages/worklist.h"

namespace service::web::pages {

namespace {

constexpr std::size_t longestName = 60, mostViews = 20;
constexpr std::string_view kept[] = {"wie", "welke", "recht", "partner", "stap", "bij"};

// Only what is a filter: no searched words, nothing else that was put in the form.
std::string cleaned(const std::string& query) {
    const Sent asked(http::parseFields(query).value_or(http::Fields{}));
    std::string clean;
    for (const auto name : kept)
        if (const auto value = asked.get(name); !value.empty()) clean += (clean.empty() ? "" : "&") + std::string(name) + "=" + http::encoded(value);
    return clean;
}

}  // namespace

http::Response saveView(Visit& visit) {
    const auto name = visit.sent.get("naam"), query = cleaned(visit.sent.get("weergave"));
    const auto& account = visit.actor().accountId;
    auto& views = visit.store().savedViews();
    const auto there = views.ofAccount(account);
    using casework::Outcome;
    if (name.empty() || name.size() > longestName) return visit.goTo("/werkvoorraad?" + query, Outcome::refused("name-wrong", "Geef de weergave een korte naam."));
    if (there.size() >= mostViews) return visit.goTo("/werkvoorraad?" + query, Outcome::refused("too-many", "U hebt al 20 weergaven; haal er eerst een weg."));
    visit.store().transact([&] {
        const auto saved = views.save(account, name, query);
        if (!visit.sent.get("eerst").empty()) views.setDefault(saved.id, account);
    });
    return visit.goTo("/werkvoorraad?" + query, Outcome::success("De weergave is bewaard."));
}

http::Response beginWithView(Visit& visit) {
    const auto now = visit.store().savedViews().findDefault(visit.actor().accountId);
    visit.store().savedViews().setDefault(now && now->id == visit.at("view") ? std::string() : visit.at("view"), visit.actor().accountId);
    return http::redirect("/werkvoorraad");
}

http::Response removeView(Visit& visit) {
    visit.store().savedViews().remove(visit.at("view"), visit.actor().accountId);
    return http::redirect("/werkvoorraad?wie=mij&welke=open");
}

http::Response handOver(Visit& visit) {
    const auto how = visit.sent.get("hoe") == "instead" ? casework::Handing::instead : casework::Handing::beside;
    return visit.goTo("/werkvoorraad?" + cleaned(visit.sent.get("weergave")),
                      casework::handOver(visit.office(), visit.actor(), visit.sent.all("verzoek"), visit.sent.get("collega"), how, visit.sent.get("reden")));
}

}  // namespace service::web::pages
