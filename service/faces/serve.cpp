#include <iostream>

#include "service/faces/faces.h"

namespace service::faces {

int serve(const Arguments&) {
    std::cerr << "lakwerk serve: nog niet gebouwd\n";
    return 2;
}

}  // namespace service::faces
