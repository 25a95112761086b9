#include "pipeline/run/frames.h"

#include <array>
#include <cmath>
#include <cstring>

#include "pipeline/run/discovery.h"

namespace diarium {
namespace {

constexpr std::size_t kHeader = 9;  // u32 length, u8 kind, u32 number

void append_u32(std::string& out, std::uint32_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8)
    out += static_cast<char>((value >> shift) & 0xFFU);
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < 4; ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  }
  return value;
}

constexpr std::size_t kLongestMessage = 500;
constexpr std::size_t kTimesSize = 3 * sizeof(double);

}  // namespace

std::string bytes_of(const Frame& frame) {
  std::string out;
  out.reserve(kHeader + frame.payload.size());
  append_u32(out, static_cast<std::uint32_t>(frame.payload.size()));
  out += static_cast<char>(frame.kind);
  append_u32(out, static_cast<std::uint32_t>(frame.number));
  return out + frame.payload;
}

std::optional<Frame> FrameParser::next() {
  if (broken_ || buffer_.size() - at_ < kHeader) return std::nullopt;
  const std::size_t length = u32_at(buffer_, at_);
  const auto kind = static_cast<std::uint8_t>(buffer_[at_ + 4]);
  const std::uint32_t number = u32_at(buffer_, at_ + 5);
  if (length > kMaxPayload || kind < 1 || kind > static_cast<std::uint8_t>(FrameKind::forbidden) ||
      number > 10'000'000) {
    broken_ = true;
    return std::nullopt;
  }
  if (buffer_.size() - at_ < kHeader + length) return std::nullopt;
  Frame frame{static_cast<FrameKind>(kind), static_cast<int>(number),
              buffer_.substr(at_ + kHeader, length)};
  at_ += kHeader + length;
  // Moving the rest to the front for each frame would be quadratic in a burst of small ones.
  if (at_ > buffer_.size() / 2) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  return frame;
}

std::string payload_of(const Error& error) {
  return std::string(name_of(error.code)) + '\n' + error.message;
}

Error error_of_payload(std::string_view payload) {
  const std::size_t end = payload.find('\n');
  if (end == std::string_view::npos) return {ErrorCode::internal, "the worker's message is broken"};
  // Part of it may stand in the file, which can say anything.
  return {error_code_of(payload.substr(0, end)),
          display_form(std::string(payload.substr(end + 1, kLongestMessage)))};
}

std::string payload_of(const PageTimes& times, std::string_view encoded_page) {
  const std::array<double, 3> values{times.read, times.recognise, times.lay_out};
  std::string out(kTimesSize, '\0');
  std::memcpy(out.data(), values.data(), kTimesSize);
  return out.append(encoded_page);
}

std::optional<PageTimes> times_of_payload(std::string_view payload) {
  if (payload.size() < kTimesSize) return std::nullopt;
  std::array<double, 3> values{};
  std::memcpy(values.data(), payload.data(), kTimesSize);
  for (const double value : values) {
    if (!std::isfinite(value) || value < 0) return std::nullopt;
  }
  return PageTimes{values[0], values[1], values[2]};
}

std::string_view page_of_payload(std::string_view payload) {
  return payload.size() < kTimesSize ? std::string_view{} : payload.substr(kTimesSize);
}

}  // namespace diarium
