// The long work of a case, one function per kind; job_runner.cpp lists them.
#pragma once

#include "service/casework/job_runner.h"

namespace service::casework {

void runCollecting(Office& office, const store::Job& claimed, const StopSign& stop);
void runReading(Office& office, const store::Job& claimed, const StopSign& stop);
void runProposing(Office& office, const store::Job& claimed, const StopSign& stop);
void runPackaging(Office& office, const store::Job& claimed, const StopSign& stop);
void runForgetLetter(Office& office, const store::Job& claimed, const StopSign& stop);
void runMailing(Office& office, const store::Job& claimed, const StopSign& stop);
void runEscalating(Office& office, const store::Job& claimed, const StopSign& stop);
void runDestroying(Office& office, const store::Job& claimed, const StopSign& stop);
void runDestroyingDue(Office& office, const store::Job& claimed, const StopSign& stop);
void runPassingDays(Office& office, const store::Job& claimed, const StopSign& stop);
void runPrefill(Office& office, const store::Job& claimed, const StopSign& stop);

}  // namespace service::casework
