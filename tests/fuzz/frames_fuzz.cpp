// What a hijacked worker may send: frames, their order, the pages in them.
#include <cstddef>
#include <cstdint>

#include "models/json.h"
#include "pipeline/run/conversation.h"
#include "pipeline/run/frames.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  diarium::FrameParser parser;
  diarium::Conversation conversation;
  // In two pieces, so that frames are cut.
  const std::string_view all(reinterpret_cast<const char*>(bytes), size);
  for (const std::string_view piece : {all.substr(0, size / 2), all.substr(size / 2)}) {
    parser.add(piece);
    while (const auto frame = parser.next()) {
      conversation.allows(*frame);
      static_cast<void>(diarium::error_of_payload(frame->payload));
      static_cast<void>(diarium::times_of_payload(frame->payload));
      static_cast<void>(diarium::decode_page(diarium::page_of_payload(frame->payload)));
    }
  }
  static_cast<void>(diarium::decode_page(all));
  return 0;
}
