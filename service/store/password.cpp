#include "service/store/password.h"

#include <sodium.h>

#include <map>
#include <mutex>
#include <semaphore>

#include "service/store/error.h"

namespace service::store {

namespace {

std::counting_semaphore<2>& places() {
    static std::counting_semaphore<2> two(2);
    return two;
}

class Place {
  public:
    Place() { places().acquire(); }
    ~Place() { places().release(); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
};

}  // namespace

std::string hashPassword(std::string_view password, PasswordCost cost) {
    const Place place;
    const bool isModerate = cost == PasswordCost::moderate;
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str(hash, password.data(), password.size(),
                          isModerate ? crypto_pwhash_OPSLIMIT_MODERATE : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          isModerate ? crypto_pwhash_MEMLIMIT_MODERATE : crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw StoreError(ErrorKind::broken, "er is te weinig geheugen om een wachtwoord te controleren");
    return hash;
}

bool passwordFits(const std::string& hash, std::string_view password) {
    const Place place;
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void checkAgainstNobody(std::string_view password, PasswordCost cost) {
    static std::mutex mutex;
    static std::map<PasswordCost, std::string> nobodies;
    std::string nobody;
    {
        const std::lock_guard lock(mutex);
        auto& hash = nobodies[cost];
        if (hash.empty()) hash = hashPassword("niemand heeft dit wachtwoord", cost);
        nobody = hash;
    }
    static_cast<void>(passwordFits(nobody, password));
}

}  // namespace service::store
