#include "connectors/http/client.h"

#include <curl/curl.h>

#include <algorithm>
#include <cctype>

#include "connectors/http/origin.h"
#include "connectors/http/trouble.h"

namespace connectors::http {
namespace {

struct HeaderList {
    curl_slist* list = nullptr;
    ~HeaderList() { curl_slist_free_all(list); }
    void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};

struct Transfer {
    std::string body;
    std::size_t maxBytes = 0;
    bool overflow = false;
    const std::function<bool()>* stopped = nullptr;
};

std::size_t takeBytes(char* bytes, std::size_t, std::size_t count, void* state) {
    auto& transfer = *static_cast<Transfer*>(state);
    transfer.overflow = transfer.body.size() + count > transfer.maxBytes;
    if (transfer.overflow) return 0;
    transfer.body.append(bytes, count);
    return count;
}

int askWhetherStopped(void* state, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    const auto& transfer = *static_cast<Transfer*>(state);
    return *transfer.stopped && (*transfer.stopped)() ? 1 : 0;
}

std::string bareType(const char* header) {
    std::string type = header ? header : "";
    type.erase(std::min(type.find(';'), type.size()));
    while (!type.empty() && type.back() == ' ') type.pop_back();
    std::transform(type.begin(), type.end(), type.begin(), [](unsigned char c) { return std::tolower(c); });
    return type;
}

void initialiseOnce() {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(done);
}

}  // namespace

struct Client::Handle {
    CURL* curl = curl_easy_init();
    ~Handle() { curl_easy_cleanup(curl); }
    template <typename Value>
    void set(CURLoption option, Value value) {
        curl_easy_setopt(curl, option, value);
    }
    void limit(const Limits& limits, std::size_t maxBytes) {
        using std::chrono::milliseconds;
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(milliseconds(limits.connect).count()));
        set(CURLOPT_TIMEOUT_MS, static_cast<long>(milliseconds(limits.perDocument).count()));
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.idle.count()));
        set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(maxBytes));
    }
    void secure(const std::string& caFile) {
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROXY, "");
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!caFile.empty()) set(CURLOPT_CAINFO, caFile.c_str());
    }
    void ask(const Request& request, const HeaderList& headers) {
        set(CURLOPT_URL, request.url.c_str());
        set(CURLOPT_HTTPHEADER, headers.list);
        if (request.method != "POST") return;
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDS, request.body.data());
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    }
    void receiveInto(Transfer& transfer) {
        set(CURLOPT_WRITEFUNCTION, &takeBytes);
        set(CURLOPT_WRITEDATA, &transfer);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, &askWhetherStopped);
        set(CURLOPT_XFERINFODATA, &transfer);
    }
};

Client::Client(std::string system, const Limits& limits, std::string caFile, std::function<bool()> stopped)
    : system_(std::move(system)), caFile_(std::move(caFile)), limits_(limits), stopped_(std::move(stopped)) {
    initialiseOnce();
    handle_ = std::make_unique<Handle>();
}

Client::~Client() = default;

Response Client::sendOnce(const Request& request, std::string& redirectTo) {
    HeaderList headers;
    for (const std::string& line : request.headers) headers.add(line);
    headers.add("Expect:");  // no pause for 100-continue
    Transfer transfer{{}, request.maxBytes, false, &stopped_};
    curl_easy_reset(handle_->curl);
    handle_->limit(limits_, request.maxBytes);
    handle_->secure(caFile_);
    handle_->ask(request, headers);
    handle_->receiveInto(transfer);
    const CURLcode code = curl_easy_perform(handle_->curl);
    if (code == CURLE_ABORTED_BY_CALLBACK) throw Stopped{};
    if (transfer.overflow || code == CURLE_FILESIZE_EXCEEDED) throw tooLarge(system_);
    if (code != CURLE_OK) throw transportTrouble(code, system_);

    Response response;
    const char *type = nullptr, *location = nullptr;
    curl_easy_getinfo(handle_->curl, CURLINFO_RESPONSE_CODE, &response.status);
    curl_easy_getinfo(handle_->curl, CURLINFO_CONTENT_TYPE, &type);
    curl_easy_getinfo(handle_->curl, CURLINFO_REDIRECT_URL, &location);
    response.contentType = bareType(type);
    response.body = std::move(transfer.body);
    redirectTo = location ? location : "";
    return response;
}

Response Client::send(const Request& request) {
    constexpr int maxRedirects = 3;
    Request next = request;
    for (int redirects = 0;; ++redirects) {
        std::string redirectTo;
        Response response = sendOnce(next, redirectTo);
        if (response.status < 300 || response.status >= 400) return response;
        const bool follow = redirects < maxRedirects && request.method == "GET" && sameOrigin(request.url, redirectTo);
        if (!follow) throw redirectsElsewhere(system_);
        next.url = redirectTo;
    }
}

}  // namespace connectors::http
