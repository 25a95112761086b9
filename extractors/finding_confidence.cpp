#include "extractors/finding_confidence.h"

namespace diarium {

double finding_confidence(double rule_confidence, const Text& text, Span span) {
  // One badly read word seldom makes a whole clause wrong: the worst word counts for half.
  return rule_confidence * (0.5 + 0.5 * text.confidence_of(span));
}

}  // namespace diarium
