// What the reader program does once it is locked down.
#pragma once

#include "redaction/document/ocr/recogniser.h"
#include "redaction/reader/program/channel.h"
#include "redaction/reader/program/sandbox.h"

namespace redaction::reader::program {

// Receives what the command needs, answers with finds and a last frame.
void answer(const protocol::Request& request, const Held& held, document::ocr::Recogniser& recogniser, Channel& channel);

// lakwerk-reader self-test WHAT ARGUMENT: tries what must be refused after lock-down. Returns 0 when it was refused, 3 when
// it worked; a killed process was refused too. self-test-unlocked: the same without the lock, where it must work.
enum class Lock { shut, open };
int selfTest(const std::string& what, const std::string& argument, Lock lock);

}  // namespace redaction::reader::program
