#include "pipeline/run/claims.h"

#include <exception>

namespace diarium {

Claims::~Claims() {
  try {
    for (const std::string& source : held_) archive_.release(source);
  } catch (const std::exception&) {
    return;  // a full disk: then the attempt counts
  }
}

void Claims::take(const std::string& source) {
  archive_.begin_attempt(source);
  held_.insert(source);
}

void Claims::give_back(const std::string& source) {
  if (held_.erase(source) > 0) archive_.release(source);
}

}  // namespace diarium
