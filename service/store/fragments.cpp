#include "service/store/fragments.h"

#include "service/store/error.h"
#include "service/store/sqlite/database.h"

namespace service::store {

namespace {

constexpr const char* select =
    "SELECT request_id, partner_id, external_id, title, kind, author, document_date, file_name, media_type, origin, "
    "confidentiality, sha256, size, source_blob, parent_id, added_by, added_reason, id, number, model_blob, layout, page_count, "
    "pages_read, state, doubt, duplicate_of, created_at, readable_blob FROM fragment ";

// What a partner delivered that takes no part any more is for nobody.
constexpr const char* takesPart = "NOT EXISTS (SELECT 1 FROM left_together l WHERE l.request_id = fragment.request_id AND l.partner_id = fragment.partner_id) ";

Fragment fromRow(Row& row) {
    Fragment it;
    for (auto* text : {&it.requestId, &it.partnerId, &it.externalId, &it.title, &it.kind, &it.author}) *text = row.text();
    it.documentDate = row.optionalDate();
    for (auto* text : {&it.fileName, &it.mediaType, &it.origin, &it.confidentiality, &it.sha256}) *text = row.text();
    it.size = std::size_t(row.number());
    for (auto* text : {&it.sourceBlob, &it.parentId, &it.addedBy, &it.addedReason, &it.id}) *text = row.text();
    it.number = row.integer();
    it.modelBlob = row.text();
    it.layout = row.text();
    it.pageCount = row.integer();
    it.pagesRead = row.integer();
    it.state = fragmentStateFrom(row.text()).value_or(FragmentState::needsHuman);
    it.doubt = row.text();
    it.duplicateOf = row.text();
    it.createdAt = row.moment();
    it.readableBlob = row.text();
    return it;
}

std::optional<Fragment> findSame(Connection& c, const NewFragment& wanted) {
    return firstRow(c, fromRow, std::string(select) + "WHERE request_id = $1 AND partner_id = $2 AND external_id = $3",
                    wanted.requestId, wanted.partnerId, wanted.externalId);
}

std::optional<std::string> firstWithSameBytes(Connection& c, const NewFragment& wanted) {
    return firstRow(c, [](Row& row) { return row.text(); },
                    "SELECT id FROM fragment WHERE request_id = $1 AND sha256 = $2 AND duplicate_of IS NULL ORDER BY number LIMIT 1",
                    wanted.requestId, wanted.sha256);
}

void insert(Connection& c, const Id& id, const NewFragment& it, Moment now) {
    run(c,
        "INSERT INTO fragment (id, request_id, partner_id, number, external_id, title, kind, author, document_date, file_name, "
        "media_type, origin, confidentiality, sha256, size, source_blob, parent_id, added_by, added_reason, duplicate_of, state, "
        "created_at) VALUES ($1, $2, $3, (SELECT coalesce(max(number), 0) + 1 FROM fragment WHERE request_id = $2), $4, $5, $6, "
        "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 'fetched', $20)",
        id, it.requestId, it.partnerId, it.externalId, it.title, it.kind, it.author, it.documentDate, it.fileName, it.mediaType,
        it.origin, it.confidentiality, it.sha256, it.size, it.sourceBlob, orNull(it.parentId), it.addedBy, it.addedReason,
        firstWithSameBytes(c, it), now);
}

constexpr std::pair<FragmentState, const char*> stateNames[] = {
    {FragmentState::fetched, "fetched"},        {FragmentState::reading, "reading"},
    {FragmentState::read, "read"},              {FragmentState::needsHuman, "needs-human"},
    {FragmentState::withheldWhole, "withheld-whole"}, {FragmentState::byHand, "by-hand"}};

PageImage imageFromRow(Row& row) { return {row.text(), row.integer(), row.text(), row.integer(), row.integer()}; }

}  // namespace

std::string toText(FragmentState state) { return stateNames[std::size_t(state)].second; }

std::optional<FragmentState> fragmentStateFrom(std::string_view text) {
    for (const auto& [state, name] : stateNames)
        if (name == text) return state;
    return std::nullopt;
}

Fragment Fragments::add(const NewFragment& wanted) {
    return database_.write([&](Connection& c) {
        if (auto there = findSame(c, wanted)) return *there;
        insert(c, environment_.newId.make(), wanted, environment_.clock.now());
        return *findSame(c, wanted);
    });
}

bool Fragments::has(const Id& requestId, const Id& partnerId, std::string_view externalId) const {
    return database_.read([&](Connection& c) {
        return numberFrom(c, "SELECT count(*) FROM fragment WHERE request_id = $1 AND partner_id = $2 AND external_id = $3",
                          requestId, partnerId, externalId) > 0;
    });
}

Fragment Fragments::load(const Id& id) const {
    auto found = database_.read([&](Connection& c) { return firstRow(c, fromRow, std::string(select) + "WHERE id = $1", id); });
    if (!found) throw StoreError(ErrorKind::notFound, "dit stuk bestaat niet");
    return *std::move(found);
}

std::optional<Fragment> Fragments::find(const Id& id) const {
    return database_.read([&](Connection& c) { return firstRow(c, fromRow, std::string(select) + "WHERE id = $1 AND " + takesPart, id); });
}

std::vector<Fragment> Fragments::ofRequest(const Id& requestId) const {
    return database_.read([&](Connection& c) {
        return rows(c, fromRow, std::string(select) + "WHERE request_id = $1 AND " + takesPart + "ORDER BY number", requestId);
    });
}

void Fragments::setProgress(const Id& id, int pagesRead, int pageCount) {
    database_.write([&](Connection& c) {
        run(c, "UPDATE fragment SET pages_read = $1, page_count = $2 WHERE id = $3", pagesRead, pageCount, id);
    });
}

void Fragments::setRead(const Id& id, const ReadBlobs& blobs, std::string_view layout, int pageCount, std::string_view doubt) {
    const auto state = doubt.empty() ? FragmentState::read : FragmentState::needsHuman;
    database_.write([&](Connection& c) {
        run(c,
            "UPDATE fragment SET model_blob = $1, layout = $2, page_count = $3, pages_read = $3, doubt = $4, state = $5, readable_blob = $6 WHERE id = $7",
            orNull(blobs.model), layout, pageCount, doubt, toText(state), orNull(blobs.readable), id);
    });
}

void Fragments::setState(const Id& id, FragmentState state, std::string_view doubt) {
    database_.write(
        [&](Connection& c) { run(c, "UPDATE fragment SET state = $1, doubt = $2 WHERE id = $3", toText(state), doubt, id); });
}

void Fragments::addPageImage(const PageImage& image) {
    database_.write([&](Connection& c) {
        run(c,
            "INSERT INTO page_image (fragment_id, page, blob_id, width, height) VALUES ($1, $2, $3, $4, $5) "
            "ON CONFLICT (fragment_id, page) DO UPDATE SET blob_id = excluded.blob_id, width = excluded.width, height = excluded.height",
            image.fragmentId, image.page, image.blobId, image.width, image.height);
    });
}

std::vector<PageImage> Fragments::pageImages(const Id& fragmentId) const {
    return database_.read([&](Connection& c) {
        return rows(c, imageFromRow,
                    "SELECT fragment_id, page, blob_id, width, height FROM page_image WHERE fragment_id = $1 ORDER BY page", fragmentId);
    });
}

std::optional<PageImage> Fragments::findPageImage(const Id& fragmentId, int page) const {
    return database_.read([&](Connection& c) {
        return firstRow(c, imageFromRow,
                        "SELECT fragment_id, page, blob_id, width, height FROM page_image WHERE fragment_id = $1 AND page = $2",
                        fragmentId, page);
    });
}

}  // namespace service::store
