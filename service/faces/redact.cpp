#include <iostream>

#include "service/faces/faces.h"

namespace service::faces {

int redact(const Arguments&) {
    std::cerr << "lakwerk redact: nog niet gebouwd\n";
    return 2;
}

}  // namespace service::faces
