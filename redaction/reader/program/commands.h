// What the reader program does once it is locked down.
#pragma once

#include "redaction/document/ocr/recogniser.h"
#include "redaction/reader/program/channel.h"
#include "redaction/reader/program/sandbox.h"

namespace redaction::reader::program {

// Receives what the command needs, answers with finds and a last frame.
void answer(const protocol::Request& request, const Held& held, document::ocr::Recogniser& recogniser, Channel& channel);

// lakwerk-reader self-test open|socket|fork|exec|limits: tries what must be refused after lock-down. Returns 0 when it
// was refused, 3 when it worked; a killed process was refused too.
int selfTest(const std::string& what);

}  // namespace redaction::reader::program
