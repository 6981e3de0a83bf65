// The program that plays the demo region's partners, as long as this process lives.
#pragma once

#include <sys/types.h>

#include <filesystem>

namespace service::faces {

class DemoPartners {
  public:
    // Starts it and waits until its case system answers. Throws std::runtime_error.
    explicit DemoPartners(const std::filesystem::path& folder);
    ~DemoPartners();  // as stop()
    DemoPartners(const DemoPartners&) = delete;
    DemoPartners& operator=(const DemoPartners&) = delete;

    int port() const { return port_; }
    void stop();

  private:
    pid_t process_ = -1;
    int port_ = 0;
};

}  // namespace service::faces
