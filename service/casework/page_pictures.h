// Pictures of the pages of fragments for the screen. Pages that had to be drawn to be read have theirs already; those of
// the others are made when a page is first looked at, a few pages at once, so that who reads on does not wait.
#pragma once

#include <optional>
#include <string>

#include "service/casework/office.h"

namespace service::casework {

// PNG bytes; nothing where the fragment has no such page, or it cannot be drawn. page: 0-based.
std::optional<std::string> findPagePicture(Office& office, const store::Fragment& fragment, std::size_t page);

}  // namespace service::casework
