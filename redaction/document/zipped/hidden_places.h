// What hides in every zipped office document: its properties, the addresses behind its links, files in the file. All of
// it is told: as hidden text, as a document of its own, or as a doubt.
#pragma once

#include <string>
#include <vector>

#include "redaction/document/flow_builder.h"
#include "redaction/document/zipped/package.h"

namespace redaction::document::zipped {

// Title, maker, keywords, what someone added: one hidden block of lines. Gives the title to the document.
void writeProperties(const std::vector<std::string_view>& parts, FlowBuilder& builder);

// The addresses that are not in the text already.
void writeLinkTargets(const std::vector<std::string>& targets, FlowBuilder& builder);

void handOverEmbedded(const Package& package, Finds& finds, FlowBuilder& builder);
void doubtStrangePlaces(const Package& package, FlowBuilder& builder);  // also program code

inline constexpr const char* hiddenTextDoubt = "Dit stuk bevat tekst die in het bronbestand niet te zien is. Die staat apart bij het stuk.";
inline constexpr const char* commentsDoubt = "Dit stuk bevat opmerkingen in de kantlijn. Zij staan apart bij het stuk.";
inline constexpr const char* changesDoubt =
    "Dit stuk bevat bijgehouden wijzigingen. Wat is verwijderd, staat apart bij het stuk; wat is toegevoegd, is als gewone tekst gelezen.";
inline constexpr const char* partsDoubt = "Een onderdeel van dit stuk kon niet worden gelezen. Vergelijk met het bronbestand.";
inline constexpr const char* chartsDoubt = "In dit stuk staan grafieken of schema's. Zij zijn niet gelezen en worden niet verstrekt.";

}  // namespace redaction::document::zipped
