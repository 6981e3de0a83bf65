#include <iostream>

#include "service/faces/faces.h"

namespace service::faces {

int verify(const Arguments&) {
    std::cerr << "lakwerk verify: nog niet gebouwd\n";
    return 2;
}

}  // namespace service::faces
