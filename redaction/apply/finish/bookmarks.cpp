#include "redaction/apply/finish/bookmarks.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf 11 wants it
#include <qpdf/QPDF.hh>

#include <algorithm>
#include <numeric>

namespace redaction::apply {

namespace {

constexpr std::size_t mostBookmarks = 1000;
constexpr std::size_t pagesOneByOne = 20, pagesTogether = 10;
constexpr std::size_t mostUnfolded = 40;  // beyond, only the highest level is seen at first

// On one line, without what is no character.
std::string oneLine(const std::string& title) {
    std::string line;
    for (const char character : title) line += static_cast<unsigned char>(character) < 0x20 || character == 0x7F ? ' ' : character;
    return line;
}

double heightOf(QPDFObjectHandle page) {
    for (int up = 0; page.isDictionary() && up < 50; ++up, page = page.getKey("/Parent")) {
        auto box = page.getKey("/MediaBox");
        if (box.isArray() && box.getArrayNItems() == 4 && box.getArrayItem(3).isNumber()) return box.getArrayItem(3).getNumericValue();
    }
    return 842;
}

struct Item {
    QPDFObjectHandle object;
    int level = 0;
    std::vector<std::size_t> children;
};

// Items by number; the first is the root.
class Tree {
  public:
    explicit Tree(QPDF& document) : document_(document), pages_(document.getAllPages()) {
        items_.push_back({document.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Outlines >>")), 0, {}});
    }

    void add(const Bookmark& bookmark) {
        if (bookmark.page >= pages_.size()) return;
        auto& page = pages_[bookmark.page];
        auto object = document_.makeIndirectObject(QPDFObjectHandle::newDictionary());
        object.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(oneLine(bookmark.title)));
        object.replaceKey("/Dest", QPDFObjectHandle::newArray({page, QPDFObjectHandle::newName("/XYZ"), QPDFObjectHandle::newInteger(0),
                                                               QPDFObjectHandle::newReal(std::max(0.0, heightOf(page) - bookmark.top), 1), QPDFObjectHandle::newNull()}));
        while (items_[path_.back()].level >= bookmark.level && path_.size() > 1) path_.pop_back();
        items_[path_.back()].children.push_back(items_.size());
        path_.push_back(items_.size());
        items_.push_back({object, bookmark.level, {}});
    }

    QPDFObjectHandle link() {
        for (auto item = items_.rbegin(); item != items_.rend(); ++item) linkChildren(*item);
        return items_[0].object;
    }

  private:
    void linkChildren(Item& item) {
        if (item.children.empty()) return;
        const bool open = items_.size() <= mostUnfolded || item.level == 0;
        long long count = 0;
        for (std::size_t at = 0; at < item.children.size(); ++at) {
            auto& child = items_[item.children[at]].object;
            child.replaceKey("/Parent", item.object);
            if (at > 0) child.replaceKey("/Prev", items_[item.children[at - 1]].object);
            if (at + 1 < item.children.size()) child.replaceKey("/Next", items_[item.children[at + 1]].object);
            auto below = child.getKey("/Count");
            count += 1 + (below.isInteger() ? std::max(0ll, below.getIntValue()) : 0);
        }
        item.object.replaceKey("/First", items_[item.children.front()].object);
        item.object.replaceKey("/Last", items_[item.children.back()].object);
        item.object.replaceKey("/Count", QPDFObjectHandle::newInteger(open ? count : -count));
    }

    QPDF& document_;
    std::vector<QPDFObjectHandle> pages_;
    std::vector<Item> items_;
    std::vector<std::size_t> path_{0};  // open items, from the root down
};

long long shownOf(QPDFObjectHandle outlines) {
    auto count = outlines.getKey("/Count");
    return count.isInteger() ? std::max(0ll, count.getIntValue()) : 0;
}

}  // namespace

std::vector<Bookmark> fewerBookmarks(std::vector<Bookmark> bookmarks) {
    while (bookmarks.size() > mostBookmarks) {
        int deepest = 0;
        for (const auto& bookmark : bookmarks) deepest = std::max(deepest, bookmark.level);
        bookmarks.erase(std::remove_if(bookmarks.begin(), bookmarks.end(), [&](const auto& bookmark) { return bookmark.level == deepest; }), bookmarks.end());
    }
    return bookmarks;
}

std::vector<Bookmark> pageBookmarks(const std::vector<std::size_t>& outPages, std::string_view language) {
    const std::size_t step = outPages.size() <= pagesOneByOne ? 1 : pagesTogether;
    const bool english = language.substr(0, 2) == "en";
    std::vector<Bookmark> bookmarks;
    for (std::size_t at = 0; at < outPages.size(); at += step) {
        const auto last = std::min(at + step, outPages.size());
        auto title = std::string(english ? "Page " : "Pagina ") + std::to_string(at + 1);
        if (last > at + 1) title += (english ? " to " : " tot en met ") + std::to_string(last);
        bookmarks.push_back({title, 1, outPages[at], 0});
    }
    return bookmarks;
}

void setBookmarks(QPDF& document, std::vector<Bookmark> bookmarks, std::string_view language) {
    auto root = document.getRoot();
    root.removeKey("/Outlines");
    root.removeKey("/PageMode");
    if (bookmarks.empty() && document.getAllPages().size() > 1) {
        std::vector<std::size_t> pages(document.getAllPages().size());
        std::iota(pages.begin(), pages.end(), std::size_t{0});
        bookmarks = pageBookmarks(pages, language);
    }
    if (bookmarks.empty()) return;
    Tree tree(document);
    for (const auto& bookmark : bookmarks) tree.add(bookmark);
    root.replaceKey("/Outlines", tree.link());
}

void appendBookmarks(QPDF& document, QPDF& added) {
    if (!added.getRoot().getKey("/Outlines").isDictionary()) return;
    auto more = document.copyForeignObject(added.getRoot().getKey("/Outlines"));
    auto root = document.getRoot();
    auto outlines = root.getKey("/Outlines");
    if (!outlines.isDictionary()) return root.replaceKey("/Outlines", more);
    auto last = outlines.getKey("/Last"), first = more.getKey("/First");
    for (auto item = first; item.isDictionary(); item = item.getKey("/Next")) item.replaceKey("/Parent", outlines);
    last.replaceKey("/Next", first);
    first.replaceKey("/Prev", last);
    outlines.replaceKey("/Last", more.getKey("/Last"));
    outlines.replaceKey("/Count", QPDFObjectHandle::newInteger(shownOf(outlines) + shownOf(more)));
}

}  // namespace redaction::apply
