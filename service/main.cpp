// Finds the face that was asked for and runs it; the last place where a failure is caught.
#include <exception>
#include <iostream>

#include "service/faces/faces.h"

namespace {

int usage() {
    std::cerr << "Gebruik:\n";
    for (const auto& face : service::faces::faces()) std::cerr << "  " << face.usage << '\n';
    return 2;
}

}  // namespace

int main(int argumentCount, char** argumentValues) try {
    if (argumentCount < 2) return usage();
    for (const auto& face : service::faces::faces())
        if (face.name == argumentValues[1])
            return face.run(service::faces::Arguments(argumentValues + 2, argumentValues + argumentCount));
    return usage();
} catch (const std::exception& failure) {
    std::cerr << "lakwerk: " << failure.what() << '\n';
    return 1;
}
