#include <iostream>

#include "service/faces/faces.h"

namespace service::faces {

int propose(const Arguments&) {
    std::cerr << "lakwerk propose: nog niet gebouwd\n";
    return 2;
}

}  // namespace service::faces
