#include "service/web/errors.h"

#include <sodium.h>

#include <typeinfo>

#include "redaction/household/household.h"
#include "redaction/reader/reader_process.h"
#include "service/store/error.h"

namespace service::web {

namespace {

Problem fromCasework(const casework::Failure& failure) {
    switch (failure.kind()) {
        case casework::Failure::notAllowed: return {403, "403", failure.what(), "casework: not allowed"};
        case casework::Failure::conflictOfInterest: return {403, "403", failure.what(), "casework: conflict of interest"};
        case casework::Failure::notFound: return {404, "404", failure.what(), "casework: not found"};
        case casework::Failure::notNow: return {409, "409", failure.what(), "casework: not now"};
    }
    return {};
}

// The store's reason as a sentence of its own.
std::string sentence(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words + ".";
}

Problem fromStore(const store::StoreError& failure) {
    switch (failure.kind()) {
        case store::ErrorKind::notFound: return {404, "404", "", "store: not found"};
        case store::ErrorKind::conflict: return {409, "409", sentence(failure.what()), "store: conflict"};
        case store::ErrorKind::forbiddenByRule: return {409, "409", sentence(failure.what()), "store: forbidden by rule"};
        case store::ErrorKind::broken: return {500, "500", sentence(failure.what()), std::string("store: ") + failure.what()};
    }
    return {};
}

// Short, easy to read aloud: "4F7K-2QXM". Random, so that it says nothing.
std::string incidentNumber() {
    static constexpr char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    std::string number;
    for (int i = 0; i < 8; ++i) {
        if (i == 4) number += '-';
        number += letters[randombytes_uniform(32)];
    }
    return number;
}

}  // namespace

Problem problemOf(std::exception_ptr failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const casework::Failure& known) {
        return fromCasework(known);
    } catch (const store::StoreError& known) {
        return fromStore(known);
    } catch (const redaction::reader::ReadError& known) {
        return {422, "422", known.what(), "reader"};
    } catch (const redaction::household::FormatError& known) {
        return {422, "422", known.what(), "format"};
    } catch (const std::exception& unknown) {
        return {500, "500", "", typeid(unknown).name()};
    } catch (...) {
        return {500, "500", "", "not a std::exception"};
    }
}

Problem problemWithStatus(int status) {
    static constexpr int worded[] = {400, 401, 403, 404, 405, 408, 409, 411, 413, 422, 429, 431, 500, 503};
    for (const int known : worded)
        if (known == status) return {status, std::to_string(status), "", ""};
    return {status, status < 500 ? "400" : "500", "", ""};
}

http::Response problemPage(Visit& visit, const Problem& problem) {
    const auto number = incidentNumber();
    if (problem.status >= 500 || !problem.forLog.empty())
        visit.site.settings.log("incident " + number + " status " + std::to_string(problem.status) + " " +
                                std::string(visit.pattern) + " " + problem.forLog);
    const auto words = problem.words.empty() ? visit.say("problem." + problem.key + ".words") : problem.words;
    if (visit.wantsJson()) return visit.json({{"words", words}, {"incident", number}}, problem.status);
    const auto title = visit.say("problem." + problem.key + ".title");
    return visit.page("problem", {title, "", {}, problem.status},
                      {{"words", words}, {"todo", visit.say("problem." + problem.key + ".todo")}, {"number", number}, {"heading", title}});
}

}  // namespace service::web
