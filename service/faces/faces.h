// One program, several faces: each subcommand is one file here and one row in faces().
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace service::faces {

using Arguments = std::vector<std::string>;  // after the subcommand's own name

struct Face {
    std::string_view name, usage;  // usage in Dutch, one line
    int (*run)(const Arguments&);  // exit status; messages for people go to stderr, in Dutch
};

const std::vector<Face>& faces();

int serve(const Arguments& arguments);
int propose(const Arguments& arguments);
int read(const Arguments& arguments);
int redact(const Arguments& arguments);
int verify(const Arguments& arguments);
int deadline(const Arguments& arguments);
int audit(const Arguments& arguments);
int demo(const Arguments& arguments);

}  // namespace service::faces
