// Who a name means: the person of the case that fits every part of it, or somebody the case does not know.
#pragma once

#include <optional>

#include "redaction/detect/mention.h"
#include "redaction/detect/name_chain.h"
#include "redaction/detect/strangers.h"

namespace redaction::detect {

// Nothing: the chain is no name of a person after all.
std::optional<Mention> resolveName(const NameChain& chain, const NameContext& context, Strangers& strangers);

}  // namespace redaction::detect
