// How fast text that has been read becomes proposals, as MB of text per second and as a ratio to copying the same text.
#include <benchmark/benchmark.h>

#include <cstring>

#include "redaction/policy/proposal.h"
#include "redaction/policy/rules.h"
#include "tests/unit/policy/invented_family.h"

namespace {

using namespace redaction;

const char* const kPage =
    "24-09-2025, 10.15 uur - telefoongesprek met vader. Hij reageert rustig op de melding en wil graag hulp bij het overleg over Tijn.\n"
    "Over moeder zegt vader dat zij zijn berichten niet leest. Moeder, geb. 12-4-1985, is bereikbaar op 06-12 34 56 78.\n"
    "Jinte vertelt in vertrouwen dat zij liever bij oma Ada wil wonen. Oma van vaderskant woont aan de Zandkamp 14.\n"
    "De leerkracht, juf Annelies, ziet dat Tijn op niveau leest en twee vaste vriendjes heeft. Huisarts is Praktijk De Linde.\n";

std::u32string textOf(std::size_t bytes) {
    const auto page = document::toCodePoints(kPage);
    std::u32string text;
    while (text.size() < bytes) text += page;
    return text;
}

void propose(benchmark::State& state) {
    const auto c = invented::family();
    const auto rules = policy::RuleSet::load(std::string(LAKWERK_SOURCE_DIR) + "/templates/rules");
    document::Document document;
    document.text = textOf(static_cast<std::size_t>(state.range(0)));
    household::AccessRequest request;
    request.requester = "vader";
    request.capacity = "self";
    request.subjects = {"vader"};
    for (auto _ : state) benchmark::DoNotOptimize(policy::propose(c, request, {{"stuk.txt", "vt", &document}}, rules, *c.referenceDate));
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(document.text.size()));
}

void copyTheSameText(benchmark::State& state) {
    const auto text = textOf(static_cast<std::size_t>(state.range(0)));
    std::u32string copy(text.size(), U' ');
    for (auto _ : state) {
        std::memcpy(copy.data(), text.data(), text.size() * sizeof(char32_t));
        benchmark::ClobberMemory();
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.size()));
}

BENCHMARK(propose)->Arg(100 << 10)->Arg(1 << 20)->Arg(4 << 20)->Unit(benchmark::kMillisecond);
BENCHMARK(copyTheSameText)->Arg(1 << 20)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
