#include "pipeline/run/conversation.h"

#include <algorithm>
#include <array>
#include <utility>

#include "pipeline/read/read.h"

namespace diarium {
namespace {

bool is_media_type(std::string_view name) {
  constexpr std::array kTypes{MediaType::pdf,  MediaType::png,     MediaType::jpeg,
                              MediaType::jp2,  MediaType::tiff,    MediaType::docx,
                              MediaType::text, MediaType::markdown};
  return std::any_of(kTypes.begin(), kTypes.end(),
                     [name](MediaType type) { return name_of(type) == name; });
}

}  // namespace

bool Conversation::allows_opened(const Frame& frame) {
  if (pages_ != 0 || frame.number < 1 || !is_media_type(frame.payload)) return false;
  pages_ = frame.number;
  return true;
}

bool Conversation::allows_begun(const Frame& frame) {
  if (page_ != 0 || frame.number <= last_ || frame.number > pages_) return false;
  page_ = frame.number;
  return true;
}

bool Conversation::allows_answer(const Frame& frame) {
  if (page_ == 0 || frame.number != page_) return false;
  last_ = std::exchange(page_, 0);
  return true;
}

bool Conversation::allows(const Frame& frame) {
  if (ended_) return false;
  bool allowed = true;
  switch (frame.kind) {
    case FrameKind::opened:
      allowed = allows_opened(frame);
      break;
    case FrameKind::begun:
      allowed = allows_begun(frame);
      break;
    case FrameKind::read:
    case FrameKind::lost:
      allowed = allows_answer(frame);
      break;
    case FrameKind::finished:
      allowed = pages_ != 0 && page_ == 0;
      ended_ = true;
      break;
    case FrameKind::failed:
    case FrameKind::unusable:
    case FrameKind::forbidden:
      ended_ = true;
      break;
  }
  if (!allowed) ended_ = true;
  return allowed;
}

}  // namespace diarium
