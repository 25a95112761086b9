#include "pipeline/store/understanding_digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>

#include "models/fields.h"

namespace diarium {
namespace {

/// A visitor of models/fields.h: mixes all values, in order, into two numbers of 64 bits.
class Digest {
 public:
  void add(std::uint64_t value) {
    // Multiply and fold; the second lane has another multiplier and the first one's past.
    lanes_[0] = (std::rotl(lanes_[0], 29) ^ value) * 0x9E3779B97F4A7C15U;
    lanes_[1] = (std::rotl(lanes_[1], 31) ^ value ^ (lanes_[0] >> 32U)) * 0xC2B2AE3D27D4EB4FU;
  }
  void add(std::integral auto number) { add(static_cast<std::uint64_t>(number)); }
  void add(double number) { add(std::bit_cast<std::uint64_t>(number)); }
  void add(std::string_view text) {
    add(text.size());
    while (!text.empty()) {
      std::uint64_t part = 0;
      const std::size_t taken = std::min(text.size(), sizeof(part));
      std::memcpy(&part, text.data(), taken);
      add(part);
      text.remove_prefix(taken);
    }
  }
  void add(const std::string& text) { add(std::string_view(text)); }
  template <typename T>
    requires std::is_enum_v<T>
  void add(T value) {
    add(static_cast<std::uint64_t>(value));
  }
  void add(const Span& span) {
    add(span.begin);
    add(span.end);
  }
  void add(const Rect& box) {
    for (const double side : {box.left, box.top, box.right, box.bottom}) add(side);
  }
  template <typename T>
  void add(const std::optional<T>& value) {
    add(value.has_value());
    if (value) add(*value);
  }
  template <typename T>
  void add(const std::vector<T>& values) {
    add(values.size());
    for (const T& value : values) add(value);
  }

  template <typename T>
  void field(const char*, const T& value) {
    add(value);
  }
  template <typename T>
  void always(const char*, const T& value) {
    add(value);
  }
  template <typename T>
  void list(const char*, const std::vector<T>& values) {
    add(values);
  }
  template <typename T>
  void rows(const char*, const std::vector<T>& parts) {
    add(parts.size());
    for (const T& part : parts) fields(*this, part);
  }
  template <typename T>
  void row(const char*, const std::optional<T>& part) {
    add(part.has_value());
    if (part) fields(*this, *part);
  }
  void date(const char*, const Date& date, const std::string&) { add(iso_of(date)); }
  void date(const char*, const std::optional<Date>& date, const std::string&) {
    add(date ? iso_of(*date) : std::string());
  }
  void box(const char*, const Rect& box) { add(box); }
  void derived(const char*, const std::string& text) { add(text); }

  [[nodiscard]] std::string hex() const {
    return fmt::format("{:016x}{:016x}", lanes_[0], lanes_[1]);
  }

 private:
  std::array<std::uint64_t, 2> lanes_{0x243F6A8885A308D3U, 0x13198A2E03707344U};
};

void add_page(Digest& digest, const Page& page) {
  for (const int number : {page.number, page.rotation}) digest.add(number);
  for (const double number : {page.width, page.height, page.skew, confidence_of(page)})
    digest.add(number);
  digest.add(page.origin);
  digest.add(text_of(page));
  digest.add(page.issues);
}

void add_document(Digest& digest, const Document& document) {
  digest.add(document.id);
  digest.add(document.source);
  digest.add(document.runner_up);
  digest.add(document.confidence);
  digest.add(document.text.view());
  for (const Piece& piece : document.text.pieces()) {
    digest.add(piece.span);
    digest.add(piece.page);
    digest.add(piece.box);
  }
  for (const Paragraph& paragraph : document.paragraphs) digest.add(paragraph.span);
  for (const Section& section : document.sections) {
    digest.add(section.heading);
    digest.add(section.paragraphs);
  }
  fields(digest, document);
  for (const auto& [field, provenance] : document.provenance) {
    digest.add(field);
    digest.add(provenance);
  }
  digest.add(document.issues);
}

void add_finding(Digest& digest, const Finding& finding) {
  digest.add(kind_of(finding.record));
  std::visit([&](const auto& record) { fields(digest, record); }, finding.record);
  digest.add(finding.span);
  digest.add(finding.rule);
  digest.add(finding.confidence);
  digest.add(finding.issues);
}

}  // namespace

std::string digest_of(const std::vector<Page>& pages, const Understanding& understanding) {
  Digest digest;
  digest.add(kRowsVersion);
  for (const Page& page : pages) add_page(digest, page);
  digest.add(understanding.furniture);
  for (const Document& document : understanding.documents) add_document(digest, document);
  for (const std::vector<Finding>& findings : understanding.findings) {
    digest.add(findings.size());
    for (const Finding& finding : findings) add_finding(digest, finding);
  }
  return digest.hex();
}

}  // namespace diarium
