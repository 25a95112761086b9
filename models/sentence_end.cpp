#include "models/sentence_end.h"

#include "models/unicode.h"

namespace diarium {

bool ends_sentence(std::string_view text) {
  switch (last_point(trim(text))) {
    case U'.':
    case U':':
    case U';':
    case U'?':
    case U'!':
    case U'”':
    case U'"':
    case U']':
      return true;
    default:
      return false;
  }
}

}  // namespace diarium
