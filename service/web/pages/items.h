// The points of a request under the five rights besides access: enter, decide, finish, and follow what the partner must do.
#pragma once

#include "service/casework/items.h"
#include "service/web/visit.h"

namespace service::web::pages {

http::Response itemsPage(Visit& visit);
http::Response addItem(Visit& visit);
http::Response showItem(Visit& visit);
http::Response decideItem(Visit& visit);
http::Response withdrawItem(Visit& visit);
http::Response finishItems(Visit& visit);
http::Response fetchForItems(Visit& visit);

http::Response confirmOrder(Visit& visit);
http::Response settleRecipient(Visit& visit);
http::Response orderLetter(Visit& visit);
http::Response recipientLetter(Visit& visit);
http::Response erasureLetter(Visit& visit);
http::Response liftRestriction(Visit& visit);
http::Response liftLetter(Visit& visit);

// The list again with what is wrong in the form at `where` (its address), as sent.
http::Response itemsPageWith(Visit& visit, const std::string& where, const std::string& error, const std::vector<std::pair<std::string, std::string>>& errors);
// How long the partner keeps its files, per kind of dossier.
Data fileTermsData(Visit& visit, const std::string& partnerId);
// A point with its decision, for the sign-off page too.
std::string lackWords(const Visit& visit, const std::vector<requests::Lack>& lacks);  // each lacking field by its own name
Data itemData(const Visit& visit, std::string_view requestId, const casework::ItemRow& item);

}  // namespace service::web::pages
