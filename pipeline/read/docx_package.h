#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/error.h"

namespace diarium {

/// The members of a zip archive in memory, guarded against bombs: what is inflated is counted,
/// whatever the archive claims. Nothing is ever written to disk.
class DocxPackage {
 public:
  /// Error `damaged` for no readable archive and for names that lead out of it, `too_large` for
  /// more entries than a document has, `encrypted`.
  static Result<DocxPackage> open(std::string bytes);
  DocxPackage(DocxPackage&&) noexcept;
  DocxPackage& operator=(DocxPackage&&) noexcept;
  ~DocxPackage();

  [[nodiscard]] bool has(const std::string& member) const;
  /// The bytes of a member. Errors: `damaged` where it is missing, torn or has a DOCTYPE,
  /// `too_large`.
  [[nodiscard]] Result<std::string> read(const std::string& member);

 private:
  class Archive;
  explicit DocxPackage(std::unique_ptr<Archive> archive);
  std::unique_ptr<Archive> archive_;
};

}  // namespace diarium
