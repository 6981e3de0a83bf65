// A reader program that says something else than the reader does: cut off, made up, or in a wrong order.
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "redaction/reader/document_frames.h"
#include "redaction/reader/protocol.h"
#include "tests/unit/reader/reader_fixture.h"

using namespace reader_tests;
using reader::protocol::Kind;

namespace {

std::string frame(Kind kind, const std::string& payload) { return reader::protocol::frameHeader(kind, payload.size()) + payload; }

// A program that answers anything with these bytes.
class Answering {
  public:
    explicit Answering(const std::string& bytes) {
        char name[] = "/tmp/lakwerk-answer-XXXXXX";
        folder_ = mkdtemp(name);
        std::ofstream(folder_ / "bytes", std::ios::binary) << bytes;
        std::ofstream(folder_ / "reader") << "#!/bin/sh\nexec /bin/cat " << (folder_ / "bytes").string() << "\n";
        std::filesystem::permissions(folder_ / "reader", std::filesystem::perms::owner_all);
    }
    ~Answering() { std::filesystem::remove_all(folder_); }
    std::string outcome() const { return whyNot(reader::ReaderProcess(folder_ / "reader"), "bytes", "x.txt"); }

  private:
    std::filesystem::path folder_;
};

constexpr const char* oneWord = "{\"layout\":\"paged\",\"text\":\"abc\",\"blocks\":[],\"doubts\":[],\"pages\":[{\"start\":0,\"end\":3,\"width\":9,\"height\":9,\"scanned\":false,\"words\":[]}]}";

}  // namespace

TEST(LyingReader, IsRefusedWithTheReasonOfACrash) {
    const std::string words = frame(Kind::words, reader::protocol::encodeWords({{0, 3, {1, 2, 3, 4}, 1, true}})), rest = frame(Kind::document, oneWord);
    const std::string whole = words + rest + frame(Kind::finished, "");
    ASSERT_EQ(Answering(whole).outcome(), "read");
    const struct {
        const char* what;
        std::string bytes;
    } table[] = {
        {"nothing", ""},
        {"no last frame", words + rest},
        {"cut in a page", whole.substr(0, words.size() / 2)},
        {"cut in the rest", whole.substr(0, words.size() + rest.size() / 2)},
        {"no rest", words + frame(Kind::finished, "")},
        {"a page more", words + words + rest + frame(Kind::finished, "")},
        {"the rest first", rest + words + frame(Kind::finished, "")},
        {"an unknown kind", "Z" + whole.substr(1)},
        {"longer than a frame may be", words.substr(0, 1) + "\xff\xff\xff\xff" + whole.substr(5)},
        {"frames of another answer", words + frame(Kind::pageText, "abc") + rest + frame(Kind::finished, "")},
    };
    for (const auto& row : table) EXPECT_EQ(Answering(row.bytes).outcome(), document::explain(document::Failure::crashed, document::Format::unknown)) << row.what;
}
