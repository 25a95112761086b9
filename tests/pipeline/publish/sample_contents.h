#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/store/contents.h"

namespace diarium {

/// A folder that is empty at first and gone in the end.
class EmptyFolder {
 public:
  EmptyFolder();
  EmptyFolder(const EmptyFolder&) = delete;
  EmptyFolder& operator=(const EmptyFolder&) = delete;
  ~EmptyFolder();
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Words side by side from the left margin, with a baseline at `y`, all on one line.
std::vector<Word> words_at(double y, const std::vector<std::string>& texts);

/// An A4 page; each list of words is a line, all lines one block.
Page page_of_lines(int number, const std::vector<std::vector<std::string>>& lines);

/// A scan of two pages from Almvik: a memo with one clause and a signature, and its appendix.
SourceContents scanned_memo();

}  // namespace diarium
