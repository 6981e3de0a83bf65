// The structure tree of a tagged PDF that cairo wrote, in a compact form of its own: a dossier has a hundred thousand
// elements, and libqpdf needs two kilobytes for each.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace redaction::apply {

// The tag cairo puts around a mark, which this program uses for nothing else.
inline constexpr const char* markTag = "Reference";

class TagTree {
  public:
    // Takes the tree out of a file of cairo, or of one that was finished before: the numbers of its objects are free there
    // afterwards. Empty where it has none. Throws std::runtime_error where the file is not as these write it.
    static TagTree takeOutOf(std::string& pdf);

    bool empty() const { return elements_.empty(); }

    // One document element over all others.
    void gatherUnderDocument();
    // Each mark becomes a span that is read as what is said of it, in their order in the tree: "gelakt, grond A". Where their
    // number is not that of the texts, each says only that it hides something.
    void speakMarks(const std::vector<std::string>& spoken);
    // The elements of `added`, whose pages were just put behind those of `document`, behind its own. Its pages are numbered
    // on; without elements of either they lose their numbers.
    void append(QPDF& document, QPDF& added, int pagesAdded);

    // As objects of a file, numbered from `first` on; the first one is the root of the tree.
    std::size_t objectCount() const { return 2 + elements_.size(); }
    void write(int first, const std::function<void(int number, std::string_view text)>& object) const;

  private:
    // A piece of content of a page by its number there, or (page == isElement) another element by its place in the list.
    struct Kid {
        int number, page;
    };
    static constexpr int isElement = -1, isDocument = -1, noPage = 0;
    struct Element {
        std::vector<Kid> kids;
        int parent = isDocument;  // place in the list; isDocument: the root of the tree
        int page = noPage;        // number of its object
        std::uint32_t spoken = 0;  // what is said in place of it; 0: nothing
        std::uint16_t role = 0;
    };
    struct PageParents {
        int key;
        std::vector<int> elements;  // by number of the piece of content
    };

    class Parser;
    struct Adopted;
    std::uint16_t roleNumber(std::string_view name);  // adds it where it is new
    std::uint32_t saying(std::string string);  // as a PDF writes it
    int adopt(QPDFObjectHandle element, int parent, int depth, Adopted& adopted);
    void collectMarks(int element, int depth, std::vector<int>& found) const;
    std::string textOf(const Element& element, int first) const;

    std::vector<Element> elements_;
    std::vector<int> top_;
    std::vector<PageParents> parents_;
    std::vector<std::string> roles_, sayings_{""};
};

}  // namespace redaction::apply
