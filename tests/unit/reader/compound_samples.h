// Compound files for tests.
#pragma once

#include "redaction/document/compound/compound_writer.h"

namespace samples {

using redaction::document::compound::compoundOf;
using redaction::document::compound::storageNode;
using redaction::document::compound::streamNode;
using CompoundNode = redaction::document::compound::Node;

}  // namespace samples
