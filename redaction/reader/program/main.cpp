// lakwerk-reader: opens one document that came from outside, in a process that can do nothing else. Started by
// ReaderProcess, asked over standard input, answers on standard output. Distributed under AGPL-3 (it links MuPDF).
#include <unistd.h>

#include <exception>
#include <iostream>

#include "redaction/document/readers.h"
#include "redaction/reader/program/commands.h"

namespace {

using namespace redaction;

constexpr std::size_t maxRequestBytes = 64u << 10;

int serve() {
    reader::program::Channel channel;
    const auto request = reader::protocol::requestFrom(channel.receive(reader::protocol::Kind::request, maxRequestBytes));
    document::prepareReaders();
    using document::ocr::Language;
    document::ocr::Recogniser recogniser(document::ocr::loadModel(Language::dutch), document::ocr::loadModel(Language::english));
    const reader::program::Held held = reader::program::lockDown(request.limits);
    reader::program::answer(request, held, recogniser, channel);
    return 0;
}

int run(int count, char** arguments) {
    const std::string what = count > 1 ? arguments[1] : "";
    if (count == 4 && what == "self-test") return reader::program::selfTest(arguments[2], arguments[3], reader::program::Lock::shut);
    if (count == 4 && what == "self-test-unlocked") return reader::program::selfTest(arguments[2], arguments[3], reader::program::Lock::open);
    if (count == 1) return serve();
    std::cerr << "lakwerk-reader wordt door lakwerk zelf gestart.\n";
    return 2;
}

}  // namespace

int main(int count, char** arguments) {
    int status = 1;
    try {
        status = run(count, arguments);
    } catch (const std::exception&) {  // may speak of the document: not told
        status = 1;
    }
    _exit(status);  // no destructors: everything goes with the process
}
