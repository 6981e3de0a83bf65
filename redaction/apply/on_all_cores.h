// Independent work, on as many cores as there are.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace redaction::apply {

// Does work(0) … work(count - 1), in any order, and comes back when all is done. Work must not throw.
template <class Work>
void onAllCores(std::size_t count, Work work) {
    std::atomic<std::size_t> next{0};
    const auto some = [&] {
        for (auto at = next++; at < count; at = next++) work(at);
    };
    std::vector<std::thread> threads;
    const auto cores = std::max(1u, std::thread::hardware_concurrency());
    for (unsigned at = 1; at < std::min<std::size_t>(cores, count); ++at) threads.emplace_back(some);
    some();
    for (auto& thread : threads) thread.join();
}

}  // namespace redaction::apply
