// RTF and DOC through LibreOffice in its room: what is read, what hides, and that nothing gets in or out.
#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "redaction/document/unseen.h"
#include "tests/unit/reader/reader_fixture.h"

using namespace reader_tests;

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using document::Format;

std::string rtf(const std::string& body) { return "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Liberation Serif;}}\\f0\\fs24 " + body + "\\par}"; }

std::string hiddenOf(const document::Document& document) {
    std::string all;
    for (const auto& hidden : document::unseenOf(document))
        all += hidden.note + ": " + document::toUtf8(std::u32string_view(document.text).substr(hidden.start, hidden.end - hidden.start)) + "\n";
    return all;
}

// A listener on this machine that must hear nothing.
class Listener {
  public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
        socklen_t length = sizeof address;
        getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
        listen(socket_, 8);
    }
    ~Listener() { close(socket_); }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }
    bool heardSomeone() const {
        pollfd watched{socket_, POLLIN, 0};
        return poll(&watched, 1, 0) > 0;
    }

  private:
    int socket_, port_ = 0;
};

// Everything this process started, and everything that started, by number.
void addDescendants(pid_t of, std::set<pid_t>& all) {
    std::error_code gone;
    for (const auto& thread : fs::directory_iterator("/proc/" + std::to_string(of) + "/task", gone)) {
        std::ifstream children(thread.path() / "children");
        for (pid_t child; children >> child;) all.insert(child), addDescendants(child, all);  // one seen before may have started others since
    }
}

bool isRunning(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string stat;
    std::getline(file, stat);
    const auto name = stat.rfind(')');
    return name != std::string::npos && name + 2 < stat.size() && stat[name + 2] != 'Z';
}

}  // namespace

TEST(Office, ReadsRtfAsPagesAndShowsWhatHides) {
    const Listener listener;
    const std::string source = rtf("Els belde vandaag over de school.\\par "
                                   "{\\v Panterstraat}\\par "
                                   "Zij komt morgen.{\\*\\atnauthor Bram}\\chatn {\\*\\annotation{\\*\\atnref 1}\\pard Opmerking over Zwaan}\\par "
                                   "{\\deleted Weggehaald over Valk}\\par "
                                   "{\\field{\\*\\fldinst INCLUDETEXT \"/etc/passwd\"}{\\fldrslt }}\\par "
                                   "{\\field{\\*\\fldinst INCLUDETEXT \"file:///etc/passwd\"}{\\fldrslt }}\\par "
                                   "{\\field{\\*\\fldinst INCLUDEPICTURE \"" + listener.address() + "beeld.png\" \\\\d}{\\fldrslt }}\\par "
                                   "{\\field{\\*\\fldinst INCLUDETEXT \"" + listener.address() + "tekst.txt\"}{\\fldrslt }}");
    const auto read = program().read(source, "verslag.rtf");
    EXPECT_EQ(read.document.layout, document::Layout::paged);
    const auto seen = wordsOf(read.document, Seen::visible);
    EXPECT_NE(seen.find("Els belde vandaag over de school. Zij komt morgen."), std::string::npos) << seen;
    EXPECT_EQ(seen.find("Panterstraat"), std::string::npos);
    EXPECT_EQ(seen.find("Zwaan"), std::string::npos);
    const auto hidden = hiddenOf(read.document);
    for (const char* secret : {"verborgen tekst: Panterstraat", "Opmerking over Zwaan", "Weggehaald over Valk"})
        EXPECT_NE(hidden.find(secret), std::string::npos) << secret << "\n" << hidden;
    EXPECT_TRUE(doubts(read.document, "opmerkingen, bijgehouden wijzigingen of verborgen tekst"));
    EXPECT_TRUE(doubts(read.document, "verwijst naar een ander bestand"));
    EXPECT_EQ(textOf(read.document).find("root:"), std::string::npos);
    EXPECT_FALSE(listener.heardSomeone());
    ASSERT_EQ(read.readable.substr(0, 5), "%PDF-");
    EXPECT_EQ(program().pictures(read.readable, 0, 10).size(), read.document.pages.size());
    const auto rebuilt = program().rebuild(read.readable, read.document, {}, {}, "Stuk 1").pdf;
    const auto released = wordsOf(program().read(rebuilt, "x.pdf").document, Seen::visible);
    EXPECT_NE(released.find("Els belde"), std::string::npos);
    for (const char* secret : {"Panterstraat", "Zwaan"}) EXPECT_EQ(rebuilt.find(secret) + released.find(secret), 2 * std::string::npos) << secret;
}

TEST(Office, ReadsAnOldWordFile) {
    // Made by LibreOffice from a text file: an OLE compound file with a WordDocument stream.
    const auto folder = fs::temp_directory_path() / ("lakwerk-doc-" + std::to_string(getpid()));
    fs::create_directories(folder);
    std::ofstream(folder / "brief.rtf") << rtf("Bram schreef aan de gemeente.{\\*\\atnauthor Els}\\chatn {\\*\\annotation{\\*\\atnref 1}\\pard Vraag dit na bij Zwaan}");
    const std::string make = "HOME=" + folder.string() + " soffice --headless --norestore -env:UserInstallation=file://" + (folder / "home").string() +
                             " --convert-to doc --outdir " + folder.string() + " " + (folder / "brief.rtf").string() + " >/dev/null 2>&1";
    ASSERT_EQ(std::system(make.c_str()), 0);
    std::ifstream file(folder / "brief.doc", std::ios::binary);
    const std::string doc((std::istreambuf_iterator<char>(file)), {});
    fs::remove_all(folder);
    ASSERT_EQ(document::recogniseFormat(doc, "brief.doc", {}), Format::doc);
    const auto read = program().read(doc, "brief.doc");
    EXPECT_NE(wordsOf(read.document, Seen::visible).find("Bram schreef aan de gemeente."), std::string::npos);
    EXPECT_NE(hiddenOf(read.document).find("Vraag dit na bij Zwaan"), std::string::npos) << hiddenOf(read.document);
    const auto cut = whyNot(program(), std::string_view(doc).substr(0, 3000), "brief.doc");
    EXPECT_NE(cut.find("kon niet worden omgezet om het te lezen"), std::string::npos) << cut;
}

struct Ended {
    std::string why;
    std::set<pid_t> started;
    std::chrono::steady_clock::duration over{};  // how long after its time
};

Ended endedAfter(std::chrono::seconds most, const std::string& text) {
    const reader::OfficeConverter hurried({most, std::size_t{4} << 30, 200u << 20});
    Ended ended;
    std::atomic<bool> done = false;
    std::thread watcher([&] {
        while (!done) addDescendants(getpid(), ended.started), std::this_thread::sleep_for(20ms);
    });
    const auto began = std::chrono::steady_clock::now();
    try {
        hurried.convert(text, Format::rtf);
    } catch (const reader::ReadError& error) {
        ended.why = error.what();
    }
    ended.over = std::chrono::steady_clock::now() - began - most;
    done = true;
    watcher.join();
    return ended;
}

TEST(Office, IsEndedWithAllItStarted) {
    // Ten megabytes of text take longer than three seconds to lay out.
    std::string body;
    for (int line = 0; line < 200000; ++line) body += "Regel met tekst die op een pagina moet komen.\\par ";
    const auto text = rtf(body);
    const auto ended = endedAfter(3s, text);
    EXPECT_NE(ended.why.find("duurde te lang"), std::string::npos) << ended.why;
    EXPECT_LT(ended.over, 9s);
    EXPECT_GE(ended.started.size(), 2u);
    const auto left = [&] { return std::count_if(ended.started.begin(), ended.started.end(), isRunning); };
    for (int wait = 0; wait < 50 && left() > 0; ++wait) std::this_thread::sleep_for(100ms);
    EXPECT_EQ(left(), 0);
}

TEST(Office, SaysWhyItDoesNot) {
    // Not there, or not in confinement: never without its room.
    const reader::OfficeConverter noRoom({}, {"/usr/bin/er-is-geen-bwrap", "/usr/bin/soffice"}), noOffice({}, {"/usr/bin/bwrap", "/usr/bin/er-is-geen-soffice"}),
        brokenRoom({}, {"/bin/false", "/usr/bin/soffice"});
    for (const auto& office : {noRoom, noOffice, brokenRoom}) {
        const auto why = whyNot(reader::ReaderProcess(LAKWERK_BUILD_DIR "/lakwerk-reader", {}, office), rtf("Tekst"), "x.rtf");
        EXPECT_NE(why.find("Vraag de beheerder om LibreOffice en bubblewrap"), std::string::npos) << why;
    }
}
