#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace diarium {

/// A new empty folder that goes away with its scope.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Writes a file below it, with its folders.
  std::filesystem::path write(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

/// A born-digital PDF: one page for each list of lines (ASCII), set in Helvetica.
std::string pdf_of(const std::vector<std::vector<std::string>>& pages);

/// The lines of an official's memo about item `n`, with one beslutssats.
std::vector<std::string> memo_lines(int n);

}  // namespace diarium
