#include <iostream>

#include "service/faces/faces.h"

namespace service::faces {

int demo(const Arguments&) {
    std::cerr << "lakwerk demo: nog niet gebouwd\n";
    return 2;
}

}  // namespace service::faces
