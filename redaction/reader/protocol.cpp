#include "redaction/reader/protocol.h"

#include <bit>
#include <cmath>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "redaction/reader/payload.h"

namespace redaction::reader::protocol {
namespace {

using Json = nlohmann::json;
constexpr std::size_t maxPagesEver = 1u << 20;

Json toJson(const marks::Mark& mark) {
    Json object = {{"start", mark.start}, {"end", mark.end}, {"ground", mark.ground}};
    if (mark.page) object["page"] = *mark.page;
    if (mark.box) object["box"] = {mark.box->x0, mark.box->y0, mark.box->x1, mark.box->y1};
    return object;
}

marks::Mark markFrom(const Json& object) {
    marks::Mark mark;
    mark.start = object.at("start").get<std::size_t>();
    mark.end = object.at("end").get<std::size_t>();
    mark.ground = object.at("ground").get<std::string>();
    if (object.contains("page")) mark.page = object.at("page").get<std::size_t>();
    if (object.contains("box")) {
        const auto box = object.at("box").get<std::array<double, 4>>();
        mark.box = document::Box{box[0], box[1], box[2], box[3]};
    }
    return mark;
}

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

template <typename Read>
auto fromJson(std::string_view payload, Read read) {
    try {
        return read(Json::parse(payload));
    } catch (const Json::exception&) {
        refuse();
    }
}

}  // namespace

std::string frameHeader(Kind kind, std::size_t length) {
    if (length > maxFrameBytes) throw std::length_error("reader protocol: frame too long");
    std::string out(1, static_cast<char>(kind));
    putNumber(out, length, 4);
    return out;
}

FrameStart parseFrameHeader(const unsigned char (&bytes)[frameHeaderBytes]) {
    static constexpr std::string_view kinds = "QWSPIAODTRBGCFE";
    Taker taker({reinterpret_cast<const char*>(bytes), frameHeaderBytes});
    const auto kind = static_cast<unsigned char>(taker.number(1));
    const std::uint64_t length = taker.number(4);
    if (kinds.find(static_cast<char>(kind)) == std::string_view::npos || length > maxFrameBytes) refuse();
    return {static_cast<Kind>(kind), length};
}

std::string encode(const Request& request) {
    const document::Limits& limits = request.limits;
    return dump({{"command", static_cast<int>(request.command)},
                 {"fileName", request.fileName},
                 {"mediaType", request.mediaType},
                 {"pages", {request.firstPage, request.pageCount}},
                 {"limits", {limits.maxDocumentBytes, limits.maxPages, limits.maxMemoryBytes, limits.maxExpandedBytes, std::size_t(limits.timePerDocument.count()), limits.turn, limits.turns}},
                 {"pageWidths", request.pageWidths}, {"rastered", request.rastered}});
}

Request requestFrom(std::string_view payload) {
    return fromJson(payload, [](const Json& json) {
        Request request;
        request.command = static_cast<Command>(json.at("command").get<int>());
        request.fileName = json.at("fileName").get<std::string>();
        request.mediaType = json.at("mediaType").get<std::string>();
        const auto pages = json.at("pages").get<std::array<std::size_t, 2>>();
        request.firstPage = pages[0];
        request.pageCount = pages[1];
        const auto limits = json.at("limits").get<std::array<std::size_t, 7>>();
        if (limits[6] == 0 || limits[5] >= limits[6]) refuse();
        request.limits = {limits[0], limits[1], limits[2], limits[3], std::chrono::seconds(limits[4]), limits[5], limits[6]};
        request.pageWidths = json.at("pageWidths").get<std::vector<double>>();
        request.rastered = json.at("rastered").get<std::vector<std::size_t>>();
        return request;
    });
}

std::string encode(const RebuildWork& work) {
    Json marks = Json::array();
    for (const marks::Mark& mark : work.marks) marks.push_back(toJson(mark));
    std::string out;
    putText(out, dump({{"marks", std::move(marks)}, {"labels", work.labels}, {"title", work.title}}));
    return out += work.appendix;
}

RebuildWork workFrom(std::string_view payload) {
    Taker taker(payload);
    RebuildWork work;
    fromJson(taker.text(), [&](const Json& json) {
        for (const Json& mark : json.at("marks")) work.marks.push_back(markFrom(mark));
        work.labels = json.at("labels").get<std::vector<std::string>>();
        work.title = json.at("title").get<std::string>();
        return 0;
    });
    work.appendix = taker.rest();
    return work;
}

std::string encode(const document::PageImage& image) {
    std::string out;
    putNumber(out, image.page, 4);
    putNumber(out, unsigned(image.width), 4);
    putNumber(out, unsigned(image.height), 4);
    return out + image.png;
}

document::PageImage imageFrom(std::string_view payload) {
    Taker taker(payload);
    document::PageImage image;
    image.page = taker.number(4);
    image.width = static_cast<int>(taker.number(4) & 0xFFFFF);
    image.height = static_cast<int>(taker.number(4) & 0xFFFFF);
    image.png = taker.rest();
    if (image.page > maxPagesEver) refuse();
    return image;
}

std::string encode(const PagePicture& picture) {
    std::string out;
    putNumber(out, picture.page, 4);
    putNumber(out, unsigned(picture.width), 4);
    putNumber(out, unsigned(picture.height), 4);
    return out + picture.grey;
}

PagePicture pictureFrom(std::string_view payload) {
    Taker taker(payload);
    PagePicture picture;
    picture.page = taker.number(4);
    picture.width = static_cast<int>(taker.number(4) & 0xFFFFF);
    picture.height = static_cast<int>(taker.number(4) & 0xFFFFF);
    picture.grey = taker.rest();
    if (picture.page > maxPagesEver || picture.grey.size() != std::size_t(picture.width) * std::size_t(picture.height)) refuse();
    return picture;
}

std::string encode(const document::Attachment& attachment) {
    std::string out;
    putText(out, attachment.name);
    putText(out, attachment.mediaType);
    return out + attachment.bytes;
}

document::Attachment attachmentFrom(std::string_view payload) {
    Taker taker(payload);
    document::Attachment attachment;
    attachment.name = taker.text();
    attachment.mediaType = taker.text();
    attachment.bytes = taker.rest();
    return attachment;
}

// Hundreds of boxes a page: as JSON they would take more memory than all else that a rebuild keeps.
std::string encode(const apply::RebuildTrace& trace) {
    std::string out;
    for (const auto& page : trace) {
        putNumber(out, static_cast<std::uint64_t>(page.way), 1);
        putNumber(out, page.outPage, 4);
        for (const auto* boxes : {&page.black, &page.changed}) {
            putNumber(out, boxes->size(), 4);
            for (const auto& box : *boxes)
                for (const double edge : {box.x0, box.y0, box.x1, box.y1}) putNumber(out, std::bit_cast<std::uint64_t>(edge), 8);
        }
    }
    return out;
}

apply::RebuildTrace traceFrom(std::string_view payload) {
    apply::RebuildTrace trace;
    for (Taker taker(payload); !taker.empty();) {
        const auto way = taker.number(1);
        if (way > static_cast<std::uint64_t>(apply::PageTrace::Way::unreadable)) refuse();
        apply::PageTrace page{static_cast<apply::PageTrace::Way>(way), taker.number(4), {}, {}};
        for (auto* boxes : {&page.black, &page.changed})
            for (auto left = taker.number(4); left > 0; --left) {
                document::Box box;
                for (double* edge : {&box.x0, &box.y0, &box.x1, &box.y1}) {
                    *edge = std::bit_cast<double>(taker.number(8));
                    if (!std::isfinite(*edge)) refuse();
                }
                boxes->push_back(box);
            }
        trace.push_back(std::move(page));
    }
    return trace;
}

std::string encodeProgress(std::size_t done, std::size_t total) {
    std::string out;
    putNumber(out, done, 4);
    putNumber(out, total, 4);
    return out;
}

std::pair<std::size_t, std::size_t> progressFrom(std::string_view payload) {
    Taker taker(payload);
    const std::size_t done = taker.number(4), total = taker.number(4);
    return {done, total};
}

std::string encode(const FailedAnswer& failed) { return {static_cast<char>(failed.failure), static_cast<char>(failed.format)}; }

FailedAnswer failedFrom(std::string_view payload) {
    if (payload.size() != 2) refuse();
    if (payload[0] < 0 || payload[0] > static_cast<char>(document::Failure::unsupported)) refuse();
    if (payload[1] < 0 || payload[1] > static_cast<char>(document::lastFormat)) refuse();
    return {static_cast<document::Failure>(payload[0]), static_cast<document::Format>(payload[1])};
}

}  // namespace redaction::reader::protocol
