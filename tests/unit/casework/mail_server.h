// tests/partners/mail_server.py as a process of its own, with a certificate made for it.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>

namespace tests {

class MailServerProcess {
  public:
    // name: on the certificate. mode: starttls, tls, plain.
    MailServerProcess(const std::filesystem::path& parent, const std::string& mode, const std::string& name = "localhost")
        : folder_(parent / ("mail-" + mode + "-" + name)) {
        std::filesystem::create_directories(folder_);
        const auto made = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -keyout " + file("key.pem") + " -out " + certificate() + " -subj /CN=" + name +
                          " -addext subjectAltName=DNS:" + name + " 2>" + file("openssl.log");
        if (std::system(made.c_str()) != 0) throw std::runtime_error("no certificate");
        process_ = ::fork();
        if (process_ == 0) {
            ::execl("/usr/bin/python3", "python3", LAKWERK_SOURCE_DIR "/tests/partners/mail_server.py", folder_.c_str(), certificate().c_str(), file("key.pem").c_str(), mode.c_str(), nullptr);
            std::_Exit(1);
        }
        for (int tries = 0; tries < 300 && !std::filesystem::exists(folder_ / "port"); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (!std::filesystem::exists(folder_ / "port")) throw std::runtime_error("the mail server did not start: is python3-aiosmtpd installed?");
    }
    ~MailServerProcess() {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    MailServerProcess(const MailServerProcess&) = delete;
    MailServerProcess& operator=(const MailServerProcess&) = delete;

    int port() const { return std::stoi(read("port")); }
    std::string certificate() const { return file("certificate.pem"); }
    std::string message(int number) const { return read("message-" + std::to_string(number)); }  // empty: none
    std::string signIn() const { return read("sign-in"); }  // right, wrong; empty: nobody tried

  private:
    std::string file(const std::string& name) const { return (folder_ / name).string(); }
    std::string read(const std::string& name) const {
        std::ifstream in(folder_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::filesystem::path folder_;
    pid_t process_ = -1;
};

}  // namespace tests
