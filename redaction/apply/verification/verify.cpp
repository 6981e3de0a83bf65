#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "redaction/apply/redacted_document.h"
#include "redaction/apply/verification/look.h"

namespace redaction::apply {

namespace {

struct Task {
    const FinishedFile* file;
    verification::Look look;
};

// Closed on doubt: a program that fails has found something.
std::vector<Hit> lookOrReport(const Task& task) {
    try {
        return task.look.run();
    } catch (const std::exception&) {
        return {{task.file->name, task.look.where + " – niet te controleren", Hit::noString}};
    }
}

void workThrough(const std::vector<Task>& tasks, std::vector<std::vector<Hit>>& found) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (auto at = next++; at < tasks.size(); at = next++) found[at] = lookOrReport(tasks[at]);
    };
    std::vector<std::thread> threads;
    const auto cores = std::max(1u, std::thread::hardware_concurrency());
    for (unsigned at = 1; at < std::min<std::size_t>(cores, tasks.size()); ++at) threads.emplace_back(work);
    work();
    for (auto& thread : threads) thread.join();
}

}  // namespace

VerificationReport verify(const std::vector<FinishedFile>& files, const std::vector<std::string>& withheld,
                          const reader::ReaderProcess& reader) {
    VerificationReport report;
    std::vector<std::unique_ptr<verification::Needles>> needles;
    std::vector<Task> tasks;
    std::set<std::string> programs;
    for (const auto& file : files) {
        needles.push_back(std::make_unique<verification::Needles>(withheld, file.withheld));
        report.stringsSearched = std::max(report.stringsSearched, needles.back()->searched());
        for (auto& look : verification::looksAt(file, *needles.back(), reader)) {
            programs.insert(look.program);
            tasks.push_back({&file, std::move(look)});
        }
    }
    std::vector<std::vector<Hit>> found(tasks.size());
    workThrough(tasks, found);
    for (const auto& hits : found) report.hits.insert(report.hits.end(), hits.begin(), hits.end());
    report.programs.assign(programs.begin(), programs.end());
    report.filesSearched = files.size();
    return report;
}

}  // namespace redaction::apply
