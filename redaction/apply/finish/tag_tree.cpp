#include "redaction/apply/finish/tag_tree.h"

#define POINTERHOLDER_TRANSITION 4  // std::shared_ptr, as qpdf 11 wants it
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>
#include <utility>

namespace redaction::apply {

namespace {

constexpr int deepestElement = 60;
constexpr const char* hidesSomething = "gelakt";
constexpr std::size_t xrefLine = 20;  // bytes of an entry of a cross-reference table
constexpr std::size_t xrefKind = 17;  // of these: in use or free

[[noreturn]] void notOfCairo() { throw std::runtime_error("finish: a PDF that is not as cairo writes it"); }

// The signs of one object: names, numbers, brackets.
class Tokens {
  public:
    explicit Tokens(std::string_view text) : rest_(text) {}

    bool ends() {
        rest_.remove_prefix(std::min(rest_.find_first_not_of(" \r\n\t"), rest_.size()));
        return rest_.empty();
    }
    std::string_view next() {
        if (ends()) notOfCairo();
        const std::string_view two = rest_.substr(0, 2);
        const std::size_t length = two == "<<" || two == ">>" ? 2 : rest_[0] == '[' || rest_[0] == ']' ? 1 : std::min(rest_.find_first_of(" \r\n\t<>[]/", 1), rest_.size());
        const auto token = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return token;
    }
    bool takes(std::string_view expected) {
        const auto before = rest_;
        if (!ends() && next() == expected) return true;
        rest_ = before;
        return false;
    }
    void expect(std::string_view expected) {
        if (!takes(expected)) notOfCairo();
    }
    int number() { return numberOf(next()); }
    int reference() {
        const int found = number();
        expect("0");
        expect("R");
        return found;
    }
    // A number alone, or of a reference.
    std::pair<int, bool> numberOrReference() {
        const int found = number();
        const auto before = rest_;
        if (takes("0") && takes("R")) return {found, true};
        rest_ = before;
        return {found, false};
    }
    // As it is written, with its brackets.
    std::string_view string() {
        if (ends()) notOfCairo();
        std::size_t length = 1;
        for (int depth = rest_[0] == '(' ? 1 : 0; depth > 0; ++length) {
            if (length + 1 >= rest_.size()) notOfCairo();
            if (rest_[length] == '\\') ++length;
            else depth += rest_[length] == '(' ? 1 : rest_[length] == ')' ? -1 : 0;
        }
        if (rest_[0] == '<') length = rest_.find('>') + 1;
        if (length < 2) notOfCairo();
        const auto found = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return found;
    }
    std::string_view name() {
        const auto token = next();
        if (token.size() < 2 || token[0] != '/') notOfCairo();
        return token.substr(1);
    }

  private:
    static int numberOf(std::string_view token) {
        int value = -1;
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), value);
        if (error != std::errc{} || end != token.data() + token.size() || value < 0) notOfCairo();
        return value;
    }

    std::string_view rest_;
};

QPDFObjectHandle treeOf(QPDF& document) { return document.getRoot().getKey("/StructTreeRoot"); }

std::vector<QPDFObjectHandle> childrenOf(QPDFObjectHandle element) {
    auto children = element.getKey("/K");
    if (children.isArray()) return children.getArrayAsVector();
    return children.isNull() ? std::vector<QPDFObjectHandle>{} : std::vector{children};
}

QPDFObjectHandle documentElement(QPDFObjectHandle tree) {
    auto children = childrenOf(tree);
    const bool is = children.size() == 1 && children[0].isDictionary() && children[0].getKey("/S").isNameAndEquals("/Document");
    return is ? children[0] : tree;
}

std::string reference(int number) { return std::to_string(number) + " 0 R"; }

}  // namespace

// Reads the tree where it stands in the file.
class TagTree::Parser {
  public:
    Parser(TagTree& tree, std::string& pdf) : tree_(tree), pdf_(pdf) {}

    void takeOut() {
        findObjects();
        for (std::size_t number = 0; number < objects_.size(); ++number) {
            const auto text = textOf(number);
            if (text.rfind("<< /Type /StructElem", 0) == 0) numbers_.push_back(static_cast<int>(number));
            else if (text.rfind("<< /Type /StructTreeRoot", 0) == 0) root_ = number;
        }
        if (root_ == 0) return;
        tree_.elements_.resize(numbers_.size());
        for (std::size_t at = 0; at < numbers_.size(); ++at) element(at);
        root();
    }

  private:
    struct Object {
        std::size_t entry = 0, place = 0;  // in the table, in the file; 0: free
    };

    void findObjects() {
        const auto start = pdf_.rfind("startxref");
        if (start == pdf_.npos) notOfCairo();
        Tokens where(std::string_view(pdf_).substr(start + 9, 40));
        const auto table = static_cast<std::size_t>(where.number());
        if (table >= pdf_.size()) notOfCairo();
        Tokens head(std::string_view(pdf_).substr(table, 60));
        head.expect("xref");
        head.expect("0");
        const auto count = static_cast<std::size_t>(head.number());
        auto line = pdf_.find('\n', table);
        if (line != pdf_.npos) line = pdf_.find('\n', line + 1);
        if (line == pdf_.npos || count > (pdf_.size() - line) / xrefLine) notOfCairo();
        for (++line; objects_.size() < count; line += xrefLine) {
            const bool used = pdf_[line + xrefKind] == 'n';
            std::size_t place = 0;
            std::from_chars(&pdf_[line], &pdf_[line] + 10, place);
            if (used && (place == 0 || place >= pdf_.size())) notOfCairo();
            objects_.push_back({line, used ? place : 0});
        }
    }

    // Behind "12 0 obj", as long as anything in the tree can be.
    std::string_view textOf(std::size_t number) const {
        if (number >= objects_.size() || objects_[number].place == 0) return {};
        const auto text = std::string_view(pdf_).substr(objects_[number].place);
        const auto begin = text.substr(0, 32).find(" obj\n");
        return begin == text.npos ? std::string_view{} : text.substr(begin + 5);
    }

    // Of an object of the tree, which has no other text in it; its number is free from now on.
    Tokens take(std::size_t number) {
        const auto text = textOf(number);
        const auto end = text.find("endobj");
        if (end == text.npos) notOfCairo();
        pdf_[objects_[number].entry + xrefKind] = 'f';
        return Tokens(text.substr(0, end));
    }

    int placeOf(int number) const {
        const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), number);
        if (found == numbers_.end() || *found != number) notOfCairo();
        return static_cast<int>(found - numbers_.begin());
    }

    void element(std::size_t at) {
        auto& made = tree_.elements_[at];
        auto tokens = take(static_cast<std::size_t>(numbers_[at]));
        tokens.expect("<<");
        while (!tokens.takes(">>")) {
            const auto key = tokens.name();
            if (key == "Type") tokens.expect("/StructElem");
            else if (key == "S") made.role = tree_.roleNumber(tokens.name());
            else if (key == "P") tokens.reference();  // the kids of the other say so
            else if (key == "Pg") made.page = tokens.reference();
            else if (key == "K") kids(tokens, at);
            else if (key == "ActualText") made.spoken = tree_.saying(std::string(tokens.string()));
            else notOfCairo();
        }
        for (auto& kid : made.kids)
            if (kid.page == noPage) kid.page = made.page;
    }

    void kids(Tokens& tokens, std::size_t of) {
        const bool list = tokens.takes("[");
        do {
            if (list && tokens.takes("]")) return;
            tree_.elements_[of].kids.push_back(kid(tokens, static_cast<int>(of)));
        } while (list);
    }

    Kid kid(Tokens& tokens, int of) {
        if (tokens.takes("<<")) return contentOfOtherPage(tokens);
        const auto [number, isReference] = tokens.numberOrReference();
        if (!isReference) return {number, noPage};
        const int place = placeOf(number);
        tree_.elements_[static_cast<std::size_t>(place)].parent = of;
        return {place, isElement};
    }

    Kid contentOfOtherPage(Tokens& tokens) {
        Kid made{0, noPage};
        while (!tokens.takes(">>")) {
            const auto key = tokens.name();
            if (key == "Type") tokens.expect("/MCR");
            else if (key == "Pg") made.page = tokens.reference();
            else if (key == "MCID") made.number = tokens.number();
            else notOfCairo();
        }
        return made;
    }

    void root() {
        auto tokens = take(root_);
        tokens.expect("<<");
        while (!tokens.takes(">>")) {
            const auto key = tokens.name();
            if (key == "Type") tokens.expect("/StructTreeRoot");
            else if (key == "ParentTree") parents(static_cast<std::size_t>(tokens.reference()));
            else if (key == "ParentTreeNextKey") tokens.number();
            else if (key == "K") top(tokens);
            else notOfCairo();
        }
    }

    void top(Tokens& tokens) {
        const bool list = tokens.takes("[");
        do {
            if (list && tokens.takes("]")) return;
            tree_.top_.push_back(placeOf(tokens.reference()));
        } while (list);
    }

    void parents(std::size_t number) {
        auto tokens = take(number);
        tokens.expect("<<");
        tokens.expect("/Nums");
        tokens.expect("[");
        while (!tokens.takes("]")) {
            const int key = tokens.number();
            if (tokens.takes("[")) {
                tree_.parents_.push_back({key, elementsIn(tokens)});
                continue;
            }
            auto list = take(static_cast<std::size_t>(tokens.reference()));
            list.expect("[");
            tree_.parents_.push_back({key, elementsIn(list)});
        }
    }

    std::vector<int> elementsIn(Tokens& tokens) {
        std::vector<int> elements;
        while (!tokens.takes("]")) elements.push_back(placeOf(tokens.reference()));
        return elements;
    }

    TagTree& tree_;
    std::string& pdf_;
    std::vector<Object> objects_;  // by number
    std::vector<int> numbers_;     // of the elements
    std::size_t root_ = 0;
};

TagTree TagTree::takeOutOf(std::string& pdf) {
    TagTree tree;
    Parser(tree, pdf).takeOut();
    return tree;
}

std::uint16_t TagTree::roleNumber(std::string_view name) {
    const auto place = std::find(roles_.begin(), roles_.end(), name) - roles_.begin();
    if (static_cast<std::size_t>(place) == roles_.size()) roles_.emplace_back(name);
    return static_cast<std::uint16_t>(place);
}

std::uint32_t TagTree::saying(std::string string) {
    sayings_.push_back(std::move(string));
    return static_cast<std::uint32_t>(sayings_.size() - 1);
}

void TagTree::gatherUnderDocument() {
    const auto role = roleNumber("Document");
    if (empty() || (top_.size() == 1 && elements_[static_cast<std::size_t>(top_[0])].role == role)) return;
    Element whole;
    whole.role = role;
    const auto place = static_cast<int>(elements_.size());
    for (const int at : top_) {
        elements_[static_cast<std::size_t>(at)].parent = place;
        whole.kids.push_back({at, isElement});
    }
    elements_.push_back(std::move(whole));
    top_ = {place};
}

void TagTree::collectMarks(int element, int depth, std::vector<int>& found) const {
    if (depth > deepestElement) return;
    const auto& at = elements_[static_cast<std::size_t>(element)];
    if (roles_[at.role] == markTag) found.push_back(element);
    for (const auto& kid : at.kids)
        if (kid.page == isElement) collectMarks(kid.number, depth + 1, found);
}

void TagTree::speakMarks(const std::vector<std::string>& spoken) {
    std::vector<int> marks;
    for (const int at : top_) collectMarks(at, 0, marks);
    const auto span = roleNumber("Span");
    std::map<std::string, std::uint32_t> known;
    for (std::size_t at = 0; at < marks.size(); ++at) {
        const auto& said = marks.size() == spoken.size() ? spoken[at] : std::string(hidesSomething);
        const auto [words, isNew] = known.emplace(said, static_cast<std::uint32_t>(sayings_.size()));
        if (isNew) saying(QPDFObjectHandle::newUnicodeString("[" + said + "] ").unparse());
        auto& element = elements_[static_cast<std::size_t>(marks[at])];
        element.role = span;
        element.spoken = words->second;
    }
}

// What was taken over from another document, by the numbers of its objects there.
struct TagTree::Adopted {
    std::map<int, int> places;  // of elements, here
    std::map<int, int> pages;   // numbers of the pages here
    int pageOf(QPDFObjectHandle page) const {
        const auto found = page.isDictionary() ? pages.find(page.getObjectID()) : pages.end();
        return found == pages.end() ? noPage : found->second;
    }
};

int TagTree::adopt(QPDFObjectHandle element, int parent, int depth, Adopted& adopted) {
    const auto place = static_cast<int>(elements_.size());
    elements_.emplace_back();
    adopted.places[element.getObjectID()] = place;
    Element made;
    made.parent = parent;
    made.role = roleNumber(element.getKey("/S").getName().substr(1));
    made.page = adopted.pageOf(element.getKey("/Pg"));
    if (auto said = element.getKey("/ActualText"); said.isString()) made.spoken = saying(said.unparse());
    for (auto child : childrenOf(element)) {
        if (child.isInteger()) made.kids.push_back({child.getIntValueAsInt(), made.page});
        else if (child.isDictionary() && child.hasKey("/MCID")) made.kids.push_back({child.getKey("/MCID").getIntValueAsInt(), adopted.pageOf(child.getKey("/Pg"))});
        else if (child.isDictionary() && child.getKey("/S").isName() && depth < deepestElement) made.kids.push_back({adopt(child, place, depth + 1, adopted), isElement});
    }
    elements_[static_cast<std::size_t>(place)] = std::move(made);
    return place;
}

void TagTree::append(QPDF& document, QPDF& added, int pagesAdded) {
    auto pages = QPDFPageDocumentHelper(document).getAllPages();
    const std::size_t first = pages.size() - static_cast<std::size_t>(pagesAdded);
    auto tree = treeOf(added);
    if (empty() || !tree.isDictionary()) {
        for (auto at = first; at < pages.size(); ++at) pages[at].getObjectHandle().removeKey("/StructParents");
        return;
    }
    Adopted adopted;
    const auto before = QPDFPageDocumentHelper(added).getAllPages();
    for (std::size_t at = 0; at < before.size() && first + at < pages.size(); ++at)
        adopted.pages[QPDFPageObjectHelper(before[at]).getObjectHandle().getObjectID()] = pages[first + at].getObjectHandle().getObjectID();
    gatherUnderDocument();
    const int whole = top_[0];
    for (auto child : childrenOf(documentElement(tree)))
        if (child.isDictionary() && child.getKey("/S").isName()) {
            const int place = adopt(child, whole, 1, adopted);
            elements_[static_cast<std::size_t>(whole)].kids.push_back({place, isElement});
        }
    int offset = 0;
    for (const auto& page : parents_) offset = std::max(offset, page.key + 1);
    auto numbers = tree.getKey("/ParentTree").getKey("/Nums").getArrayAsVector();
    for (std::size_t at = 0; at + 1 < numbers.size(); at += 2) {
        PageParents page{numbers[at].getIntValueAsInt() + offset, {}};
        for (auto& element : numbers[at + 1].getArrayAsVector()) {
            const auto found = adopted.places.find(element.getObjectID());
            if (found == adopted.places.end()) notOfCairo();
            page.elements.push_back(found->second);
        }
        parents_.push_back(std::move(page));
    }
    for (auto at = first; at < pages.size(); ++at) {
        auto page = pages[at].getObjectHandle();
        if (page.hasKey("/StructParents")) page.replaceKey("/StructParents", QPDFObjectHandle::newInteger(page.getKey("/StructParents").getIntValue() + offset));
    }
}

std::string TagTree::textOf(const Element& element, int first) const {
    const auto numberOf = [&](int place) { return place == isDocument ? first : first + 2 + place; };
    std::string text = "<< /Type /StructElem /S /" + roles_[element.role] + " /P " + reference(numberOf(element.parent));
    if (element.page != noPage) text += " /Pg " + reference(element.page);
    if (element.spoken != 0) text += " /ActualText " + sayings_[element.spoken];
    if (!element.kids.empty()) text += element.kids.size() == 1 ? " /K" : " /K [";
    for (const auto& kid : element.kids) {
        if (kid.page == isElement) text += " " + reference(numberOf(kid.number));
        else if (kid.page == element.page) text += " " + std::to_string(kid.number);
        else text += " << /Type /MCR /Pg " + reference(kid.page) + " /MCID " + std::to_string(kid.number) + " >>";
    }
    return text + (element.kids.size() > 1 ? " ] >>" : " >>");
}

void TagTree::write(int first, const std::function<void(int, std::string_view)>& object) const {
    const int elements = first + 2;
    std::string kids, parents;
    int next = 0;
    for (const int at : top_) kids += " " + reference(elements + at);
    for (const auto& page : parents_) {
        parents += " " + std::to_string(page.key) + " [";
        for (const int at : page.elements) parents += " " + reference(elements + at);
        parents += " ]";
        next = std::max(next, page.key + 1);
    }
    object(first, "<< /Type /StructTreeRoot /K [" + kids + " ] /ParentTree " + reference(first + 1) + " /ParentTreeNextKey " + std::to_string(next) + " >>");
    object(first + 1, "<< /Nums [" + parents + " ] >>");
    for (std::size_t at = 0; at < elements_.size(); ++at) object(elements + static_cast<int>(at), textOf(elements_[at], first));
}

}  // namespace redaction::apply
