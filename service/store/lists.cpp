#include "service/store/lists.h"

#include <nlohmann/json.hpp>

#include "service/store/error.h"

namespace service::store {

std::string toJsonList(const std::vector<std::string>& list) {
    return nlohmann::json(list).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::string> fromJsonList(std::string_view json) try {
    return nlohmann::json::parse(json).get<std::vector<std::string>>();
} catch (const nlohmann::json::exception&) {
    throw StoreError(ErrorKind::broken, "een lijst in het gegevensbestand is onleesbaar");
}

}  // namespace service::store
