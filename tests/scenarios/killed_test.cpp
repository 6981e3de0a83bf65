// kill -9 of the real program while it collects, reads and packages: started again, nothing is lost, nothing done twice.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <thread>

#include "service/casework/collection.h"
#include "service/casework/queue.h"
#include "service/casework/release.h"
#include "service/casework/review.h"
#include "service/store/store.h"
#include "tests/scenarios/case_steps.h"
#include "tests/scenarios/program.h"

namespace scenarios {
namespace {

namespace fs = std::filesystem;
namespace store = service::store;
using namespace std::chrono_literals;

class Killed : public testing::Test {
  protected:
    Partners partners;
    TemporaryFolder folder;
    fs::path data = folder.path() / "data", log = folder.path() / "log.txt", assets = folder.path() / "assets";
    static service::Moment now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

    std::unique_ptr<Program> started() {
        // The pages' files are of no use here; the program only asks that the folder is there.
        fs::create_directories(assets);
        return std::make_unique<Program>(std::vector<std::string>{"serve", "--data", data.string(), "--port", "0", "--assets", assets.string()}, log);
    }

    // Looks into the data folder while the program has it open.
    template <class Question>
    auto ask(Question question) -> decltype(question(std::declval<store::Store&>())) {
        for (int attempt = 0;; ++attempt) try {
                service::RealEnvironment environment;
                return question(*store::Store::openToRead(data, environment));
            } catch (const store::StoreError&) {
                if (attempt == 20) throw;
                std::this_thread::sleep_for(100ms);
            }
    }
    std::string step(const std::string& id) {
        return ask([&](store::Store& it) { return store::toText(it.requests().load(id).step); });
    }
    std::size_t fragments(const std::string& id) {
        return ask([&](store::Store& it) { return it.fragments().ofRequest(id).size(); });
    }
    std::size_t readFragments(const std::string& id) {
        return ask([&](store::Store& it) {
            std::size_t count = 0;
            for (const auto& fragment : it.fragments().ofRequest(id)) count += !fragment.modelBlob.empty();
            return count;
        });
    }
    std::string readyToCollect() {
        Region region(partners, data, now());
        const auto id = logFathersRequest(region);
        EXPECT_TRUE(service::casework::startCollection(region.office(), region.actor("professional"), id).done);
        return id;
    }
    void decide(const std::string& id) {
        Region region(partners, data, now());
        region.startWorkers();
        decideEverything(region, id, "professional");
        const auto finished = service::casework::finishReview(region.office(), region.actor("professional"), id);
        ASSERT_TRUE(finished.done) << finished.words;
        region.close();
    }
    void expectNothingTwice(const std::string& id) {
        ask([&](store::Store& it) {
            std::set<std::string> external, sums;
            for (const auto& fragment : it.fragments().ofRequest(id)) {
                EXPECT_TRUE(external.insert(fragment.partnerId + "/" + fragment.externalId).second);
                EXPECT_TRUE(sums.insert(fragment.sha256).second) << "the same bytes twice";
                EXPECT_EQ(it.blobs().read(fragment.sourceBlob).size(), fragment.size);
            }
            for (const auto& collection : it.collections().ofRequest(id)) {
                EXPECT_EQ(collection.state, store::CollectionState::done) << collection.partnerId;
                EXPECT_FALSE(collection.answer.empty());
            }
            std::map<std::string, int> received;
            for (const auto& entry : it.audit().ofRequest(id, 10000))
                if (entry.action == "fragment.received") ++received[entry.details];
            for (const auto& [details, times] : received) EXPECT_EQ(times, 1) << details;
            EXPECT_TRUE(it.audit().verify().isWhole);
            return 0;
        });
    }
};

TEST_F(Killed, LosesNothingAndDoesNothingTwice) {
    const std::string id = readyToCollect();
    auto program = started();
    ASSERT_TRUE(waitUntil([&] { return fragments(id) >= 1; }, 120s)) << readFile(log);
    program->kill();  // while collecting
    program = started();
    ASSERT_TRUE(waitUntil([&] { return readFragments(id) >= 2; }, 120s)) << readFile(log);
    program->kill();  // while reading
    program = started();
    ASSERT_TRUE(waitUntil([&] { return step(id) == "review"; }, 240s)) << readFile(log);
    EXPECT_EQ(program->stop(), 0);
    EXPECT_EQ(fragments(id), ask([&](store::Store& it) {
        std::size_t promised = 0;
        for (const auto& collection : it.collections().ofRequest(id)) promised += std::size_t(collection.expected);
        for (const auto& fragment : it.fragments().ofRequest(id)) promised += !fragment.parentId.empty();
        return promised;
    }));
    expectNothingTwice(id);

    decide(id);
    program = started();
    std::this_thread::sleep_for(1500ms);
    program->kill();  // while packaging
    EXPECT_EQ(step(id), "packaging");
    program = started();
    ASSERT_TRUE(waitUntil([&] { return step(id) != "packaging"; }, 240s)) << readFile(log);
    EXPECT_EQ(step(id), "sign-off");
    EXPECT_EQ(program->stop(), 0);
    EXPECT_EQ(ask([&](store::Store& it) { return it.releases().ofRequest(id).size(); }), 1u);
    expectNothingTwice(id);
    for (const char* name : {"Huisman", "Dekker", "Rogier", "Annelies", "Ruigeveen", "918726359"})
        EXPECT_EQ(readFile(log).find(name), std::string::npos) << name;
}

}  // namespace
}  // namespace scenarios
