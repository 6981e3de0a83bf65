// lakwerk audit --data MAP: reads the whole trail and says where it breaks. Status 0: whole; 1: broken; 2: asked wrongly.
#include <iostream>

#include "service/faces/faces.h"
#include "service/store/store.h"

namespace service::faces {

namespace {

int report(const store::ChainReport& chain) {
    if (chain.isWhole) {
        std::cout << "Het logboek is heel: " << chain.entries << " regels, de laatste past bij het anker.\n";
        return 0;
    }
    std::cerr << "Het logboek is niet heel. Het breekt bij regel " << chain.brokenAt << ": " << chain.difference << ".\n";
    return 1;
}

}  // namespace

int audit(const Arguments& arguments) {
    if (arguments.size() != 2 || arguments[0] != "--data") {
        std::cerr << "Gebruik: lakwerk audit --data MAP\n";
        return 2;
    }
    RealEnvironment environment;
    return report(store::Store::openToRead(arguments[1], environment)->audit().verify());
}

}  // namespace service::faces
