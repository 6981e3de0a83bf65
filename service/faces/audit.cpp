#include <iostream>

#include "service/faces/faces.h"

namespace service::faces {

int audit(const Arguments&) {
    std::cerr << "lakwerk audit: nog niet gebouwd\n";
    return 2;
}

}  // namespace service::faces
