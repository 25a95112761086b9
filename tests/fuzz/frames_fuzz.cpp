// What a hijacked worker may send: frames, their order, what they hold.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "models/json.h"
#include "pipeline/run/conversation.h"
#include "pipeline/run/frames.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::size_t kPiece = 7;  // so that frames are cut everywhere
  diarium::FrameParser parser;
  diarium::Conversation conversation;
  std::string_view rest(reinterpret_cast<const char*>(bytes), size);
  while (!rest.empty()) {
    parser.add(rest.substr(0, kPiece));
    rest.remove_prefix(std::min(kPiece, rest.size()));
    while (const auto frame = parser.next()) {
      if (!conversation.allows(*frame)) return 0;
      static_cast<void>(diarium::error_of_payload(frame->payload));
      static_cast<void>(diarium::times_of_payload(frame->payload));
      static_cast<void>(diarium::decode_page(diarium::page_of_payload(frame->payload)));
    }
  }
  return 0;
}
