#pragma once

#include "models/span.h"
#include "models/text.h"

namespace diarium {

/// How sure a finding is, 0..1: what its rule is worth, lowered softly by the worst recognised word
/// of its span. Text that was never scanned keeps the rule's own confidence.
double finding_confidence(double rule_confidence, const Text& text, Span span);

}  // namespace diarium
