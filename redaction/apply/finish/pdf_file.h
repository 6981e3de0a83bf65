// Writes a PDF object by object, each under the number it has. What is not asked for does not come along.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace redaction::apply {

class PdfFile {
  public:
    // packed: small objects together in compressed streams (PDF 1.7). plain: each by itself (PDF 1.4).
    enum class Packing { packed, plain };
    // next: all numbers of objects are below it.
    PdfFile(Packing packing, int next);

    void add(int number, std::string_view text);
    // dictionary: without its brackets and its length.
    void addStream(int number, std::string_view dictionary, std::string_view bytes);

    std::string finish(int root, int information);  // nothing may be added afterwards

    static std::string packed(std::string_view bytes);  // as /FlateDecode has it

  private:
    // Where an object is: at a place in the file, or the how manieth in which stream of objects; nowhere: no such object.
    struct Entry {
        std::size_t place = 0;
        int stream = 0, inStream = 0;
        bool isFree() const { return place == 0 && stream == 0; }
    };
    void closeGroup();
    std::string trailer(int root, int information) const;
    void writeTable(int root, int information);
    void writeTableAsStream(int root, int information);

    Packing packing_;
    std::string out_;
    std::vector<Entry> entries_;  // by number
    int next_;
    std::string places_, bodies_;  // of the objects that wait to be packed together
    int inGroup_ = 0;
};

}  // namespace redaction::apply
