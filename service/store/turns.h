// What the calendar and changed facts did to who may ask for whom while a request ran: up to which day that was taken up,
// what happened, and the stops that someone must settle before anything goes out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct TurningPoint {
    Id requestId;
    std::string personId, kind;  // kind: of service/requests/turning_points.h
    Date day{};
    Moment takenUpAt{};
};

struct AskedFor {
    std::string personId;
    bool may = false;
    std::string why;  // code of service/requests/standing_to_ask.h
};

struct CapacityStop {
    Id id, requestId;
    std::string personId, why;
    Date since{};
    Moment madeAt{};
    std::string settledHow, settledWhy;  // own-data, may-again; empty: it stands
    Id settledBy;                        // empty: settled by itself, when the requester may ask again
    std::optional<Moment> settledAt;
};

class Turns : Repository {
  public:
    using Repository::Repository;

    std::optional<Date> takenUpTo(const Id& requestId) const;
    void setTakenUpTo(const Id& requestId, const Date& day);
    bool addPoint(const TurningPoint& point);  // false: taken up before; takenUpAt is made
    std::vector<TurningPoint> points(const Id& requestId) const;  // newest first

    std::vector<AskedFor> askedFor(const Id& requestId) const;
    void setAskedFor(const Id& requestId, const AskedFor& standing);

    bool stop(const CapacityStop& stop);  // false: one stands already; id, madeAt are made
    // how: own-data (by someone, with a reason) or may-again.
    void settle(const Id& stopId, std::string_view how, std::string_view why, const Id& by);
    std::vector<CapacityStop> stops(const Id& requestId) const;  // settled ones too, newest first
};

}  // namespace service::store
