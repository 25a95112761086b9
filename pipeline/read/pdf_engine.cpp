#include "pipeline/read/pdf_engine.h"

#include <poppler/Error.h>
#include <poppler/GlobalParams.h>

#include <array>
#include <mutex>

namespace diarium {
namespace {

// Poppler's callback carries no user data, so the listener has to be found by thread.
thread_local PdfMessages* listener = nullptr;

void hear(ErrorCategory category, Goffset, const char* message) {
  if (listener == nullptr || message == nullptr) return;
  listener->add(category == errSyntaxWarning || category == errUnimplemented, message);
}

void start_poppler() {
  static std::once_flag started;
  std::call_once(started, [] {
    globalParams = std::make_unique<GlobalParams>();
    setErrorCallback(hear);
  });
}

bool speaks_of_limit(std::string_view message) {
  constexpr std::array<std::string_view, 5> kSigns = {"emory", "too large", "Too many", "recursion",
                                                      "Bogus memory"};
  for (const std::string_view sign : kSigns) {
    if (message.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

PdfMessages::PdfMessages() {
  start_poppler();
  listener = this;
}

PdfMessages::~PdfMessages() {
  listener = nullptr;
}

void PdfMessages::add(bool is_warning, std::string_view message) {
  if (speaks_of_limit(message)) ++limits_;
  if (is_warning) return;
  if (errors_++ == 0) first_error_ = message.substr(0, 200);
}

}  // namespace diarium
