// Days without work besides those of the Algemene termijnenwet, as the region keeps them.
#pragma once

#include <string>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

struct ExtraHoliday {
    Date day{};
    std::string name;
};

class Holidays : Repository {
  public:
    using Repository::Repository;

    void add(const ExtraHoliday& holiday);
    void remove(const Date& day);
    std::vector<ExtraHoliday> all() const;  // by day
};

}  // namespace service::store
