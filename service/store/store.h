// Everything Lakwerk remembers, in one folder: lakwerk.sqlite, master.key, blobs/, audit.anchor. Owns the database and
// hands out one repository per subject. Safe to use from many threads; one process at a time may write.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "service/environment.h"
#include "service/store/accounts.h"
#include "service/store/answer_forms.h"
#include "service/store/applications.h"
#include "service/store/assignments.h"
#include "service/store/audit.h"
#include "service/store/blobs.h"
#include "service/store/channels.h"
#include "service/store/child_views.h"
#include "service/store/clock_days.h"
#include "service/store/breaches.h"
#include "service/store/collections.h"
#include "service/store/corrections.h"
#include "service/store/delays.h"
#include "service/store/drafts.h"
#include "service/store/error.h"
#include "service/store/fragments.h"
#include "service/store/holidays.h"
#include "service/store/households.h"
#include "service/store/identities.h"
#include "service/store/items.h"
#include "service/store/jobs.h"
#include "service/store/letters.h"
#include "service/store/notices.h"
#include "service/store/partners.h"
#include "service/store/proposals.h"
#include "service/store/releases.h"
#include "service/store/remedies.h"
#include "service/store/requests.h"
#include "service/store/retention.h"
#include "service/store/reviews.h"
#include "service/store/rulings.h"
#include "service/store/saved_views.h"
#include "service/store/sessions.h"
#include "service/store/settings.h"
#include "service/store/sign_offs.h"
#include "service/store/turns.h"

namespace service::store {

class Store {
  public:
    // Makes the folder and all in it when new. Brings the schema up to date, puts running jobs back, sweeps blobs.
    // Throws StoreError: conflict (another process has it open), broken.
    static std::unique_ptr<Store> open(const std::filesystem::path& folder, const Environment& environment);
    // For looking only, also while a service runs. notFound: no store there.
    static std::unique_ptr<Store> openToRead(const std::filesystem::path& folder, const Environment& environment);
    ~Store();

    // Runs `work` in one transaction (BEGIN IMMEDIATE); every repository call in it on this thread takes part. An
    // exception undoes all. Calls may nest: an inner one that throws undoes only its own part. Keep it short, and never
    // wait in it for another thread that writes.
    template <class Work>
    auto transact(Work&& work) -> std::invoke_result_t<Work> {
        using Result = std::invoke_result_t<Work>;
        if constexpr (std::is_void_v<Result>) {
            runInTransaction(std::forward<Work>(work));
        } else {
            std::optional<Result> result;
            runInTransaction([&] { result.emplace(work()); });
            return std::move(*result);
        }
    }

    bool hasAccounts() const;
    const std::filesystem::path& folder() const;

    Settings& settings();
    Holidays& holidays();
    Accounts& accounts();
    Sessions& sessions();
    Drafts& drafts();
    Partners& partners();
    Households& households();
    Corrections& corrections();
    Assignments& assignments();
    Applications& applications();
    Requests& requests();
    Collections& collections();
    Fragments& fragments();
    Proposals& proposals();
    Rulings& rulings();
    Reviews& reviews();
    SignOffs& signOffs();
    Releases& releases();
    Letters& letters();
    Notices& notices();
    Delays& delays();
    ClockDays& clockDays();
    Channels& channels();
    Identities& identities();
    ChildViews& childViews();
    Turns& turns();
    Items& items();
    AnswerForms& answerForms();
    Remedies& remedies();
    Breaches& breaches();
    Jobs& jobs();
    Audit& audit();
    Blobs& blobs();
    Retention& retention();
    SavedViews& savedViews();

  private:
    struct Parts;
    explicit Store(std::unique_ptr<Parts> parts);
    void runInTransaction(const std::function<void()>& work);
    std::unique_ptr<Parts> parts_;
};

}  // namespace service::store
