// An invented region to try Lakwerk with: accounts, partners with their connectors, households. Nothing here is real.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "service/store/store.h"

namespace service::faces {

struct DemoAccount {
    std::string login, displayName, password;
    store::Role role;
};
const std::vector<DemoAccount>& demoAccounts();

struct DemoPlaces {
    std::filesystem::path sources;         // region.json and the households' case.json
    std::filesystem::path partnersFolder;  // where the simulated partners keep their files
    int partnersPort = 0;                  // of the simulated case system
};

// What is there already stays as it is, but for the partners' connector settings. Throws std::runtime_error.
void loadDemoRegion(store::Store& store, const DemoPlaces& places);

}  // namespace service::faces
