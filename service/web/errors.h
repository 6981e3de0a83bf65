// The one place where a failure becomes a status, a Dutch (or English) page and an incident number. Never data, never a
// stack, never the text of an exception that might hold data.
#pragma once

#include <exception>
#include <string>

#include "service/web/visit.h"

namespace service::web {

struct Problem {
    int status = 500;
    std::string key;    // of the texts: "problem.500.title" and "problem.500.words"
    std::string words;  // Dutch and free of personal data, from casework or the store; empty: the texts' own words
    std::string forLog; // kind of failure; free of personal data
};

Problem problemOf(std::exception_ptr failure);
Problem problemWithStatus(int status);
http::Response problemPage(Visit& visit, const Problem& problem);

}  // namespace service::web
