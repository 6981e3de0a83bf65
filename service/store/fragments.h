// The pieces a partner delivered. Bytes, read documents and page pictures lie encrypted in Blobs; here is what is known
// of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/store/repository.h"

namespace service::store {

enum class FragmentState { fetched, reading, read, needsHuman, withheldWhole, byHand };
std::string toText(FragmentState state);  // fetched, reading, read, needs-human, withheld-whole, by-hand
std::optional<FragmentState> fragmentStateFrom(std::string_view text);

struct NewFragment {
    Id requestId, partnerId;
    std::string externalId, title, kind, author;  // externalId: stable at the partner
    std::optional<Date> documentDate;
    std::string fileName, mediaType, origin, confidentiality, sha256;  // sha256 of the source, hex
    std::size_t size = 0;                                              // bytes of the source
    Id sourceBlob;
    Id parentId;  // the mail or archive it came in; empty: none
    Id addedBy;   // by hand, with a reason; empty: by the connector
    std::string addedReason;
};

struct Fragment : NewFragment {
    Id id;
    int number = 0;        // 1, 2, … within the request: what people call it
    Id modelBlob;          // redaction::document::toJson; empty: not read yet
    Id readableBlob;       // the PDF it was converted to and read from; empty: read as it is
    std::string layout;    // paged, flow; empty: not read yet
    int pageCount = 0, pagesRead = 0;
    FragmentState state = FragmentState::fetched;
    std::string doubt;     // Dutch; why a human must look
    Id duplicateOf;        // a fragment of this request with the same bytes; empty: none
    Moment createdAt{};
};

struct ReadBlobs {
    ReadBlobs(Id readModel, Id converted = {}) : model(std::move(readModel)), readable(std::move(converted)) {}
    Id model, readable;  // readable: empty where the source was read as it is
};

// What the positions in the read document refer to: rebuilding takes these bytes.
inline const Id& rebuiltFrom(const Fragment& fragment) { return fragment.readableBlob.empty() ? fragment.sourceBlob : fragment.readableBlob; }

struct PageImage {
    Id fragmentId;
    int page = 0;  // 0-based
    Id blobId;
    int width = 0, height = 0;  // pixels
};

class Fragments : Repository {
  public:
    using Repository::Repository;

    Fragment add(const NewFragment& wanted);  // the same external id again: what was there, nothing added
    bool has(const Id& requestId, const Id& partnerId, std::string_view externalId) const;
    Fragment load(const Id& id) const;  // notFound; also of a partner that takes no part any more: for what was recorded about it
    // Not of a partner that takes no part any more (Requests::leave).
    std::optional<Fragment> find(const Id& id) const;
    std::vector<Fragment> ofRequest(const Id& requestId) const;  // by number

    void setProgress(const Id& id, int pagesRead, int pageCount);  // voids nothing
    void setRead(const Id& id, const ReadBlobs& blobs, std::string_view layout, int pageCount, std::string_view doubt);
    void setState(const Id& id, FragmentState state, std::string_view doubt);
    void addPageImage(const PageImage& image);  // the same page again: replaces
    std::vector<PageImage> pageImages(const Id& fragmentId) const;
    std::optional<PageImage> findPageImage(const Id& fragmentId, int page) const;
};

}  // namespace service::store
