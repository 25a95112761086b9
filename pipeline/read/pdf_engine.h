#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace diarium {

/// Poppler's complaints while it lives, on this thread; one at a time. Makes Poppler ready when
/// first used.
class PdfMessages {
 public:
  PdfMessages();
  PdfMessages(const PdfMessages&) = delete;
  PdfMessages& operator=(const PdfMessages&) = delete;
  ~PdfMessages();

  void add(bool is_warning, std::string_view message);
  /// Something on the page is broken and may read wrongly.
  [[nodiscard]] bool any_errors() const { return errors_ > 0; }
  /// Poppler left something out for want of memory or because of its own limits.
  [[nodiscard]] bool any_limits() const { return limits_ > 0; }
  [[nodiscard]] const std::string& first_error() const { return first_error_; }

 private:
  int errors_ = 0;
  int limits_ = 0;
  std::string first_error_;
};

}  // namespace diarium
