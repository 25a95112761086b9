#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/error.h"

namespace diarium {

/// What a worker tells its parent, in this order: opened or failed; for each page begun, then read
/// or lost; finished at the end. A worker that dies leaves the page last begun without an answer.
enum class FrameKind : std::uint8_t {
  opened = 1,  ///< number = pages of the file, payload = media type
  failed = 2,  ///< the file can't be read: payload = Error
  begun = 3,   ///< number = page
  read = 4,    ///< number = page, payload = stage times, then the encoded Page
  lost = 5,    ///< number = page, payload = Error
  finished = 6,
  unusable = 7,   ///< the environment is broken, the run must end: payload = Error
  forbidden = 8,  ///< the worker tried this system call, and is ended for it: number = call
};

struct Frame {
  FrameKind kind = FrameKind::finished;
  int number = 0;
  std::string payload;
  bool operator==(const Frame&) const = default;
};

/// A longer payload is refused by both sides; a dense A4 page takes about 50 kB.
inline constexpr std::size_t kMaxPayload = std::size_t{16} << 20U;

/// As bytes: u32 length of the payload, u8 kind, u32 number (little endian), payload.
std::string bytes_of(const Frame& frame);

/// Cuts a stream of bytes into frames. Bytes are treated as hostile: after a wrong one, `broken` is
/// true and no more frames come.
class FrameParser {
 public:
  void add(std::string_view bytes) { buffer_ += bytes; }
  [[nodiscard]] std::optional<Frame> next();
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  std::string buffer_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

/// "damaged\nmessage": an error as a payload, and back: its message cut and made safe to print.
std::string payload_of(const Error& error);
Error error_of_payload(std::string_view payload);

/// Seconds of CPU that the stages of one page took.
struct PageTimes {
  double read = 0;
  double recognise = 0;
  double lay_out = 0;
};

/// The payload of a `read` frame, and back; nothing for bytes that are too short, or no times.
std::string payload_of(const PageTimes& times, std::string_view encoded_page);
std::optional<PageTimes> times_of_payload(std::string_view payload);
std::string_view page_of_payload(std::string_view payload);

}  // namespace diarium
