#pragma once

#include <filesystem>
#include <string>

#include "pipeline/store/archive.h"

namespace diarium {

/// A folder that is empty at first and gone in the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return folder_ / name;
  }

 private:
  std::filesystem::path folder_;
};

inline const std::string kSha = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
inline const std::string kSource = "0123456789abcdef";

/// A page of one column; each text is a printed line.
Page page_of(int number, const std::vector<std::string>& lines);

/// Adds a paragraph to a document's text, each word with a box on that page; returns its span.
Span add_paragraph(Document& document, int page, const std::string& paragraph);

/// Findings of every kind, all at `span`.
std::vector<Finding> one_of_each_kind(Span span);

/// Pages 1 and 2 of Almvik's memo on a family centre, with findings of every kind, and its agenda.
struct SampleFile {
  std::vector<Page> pages;
  Understanding understanding;
};
SampleFile sample_file(const std::string& source);

/// Writes the sample file into an archive as a run would.
void put_sample(Archive& archive);

}  // namespace diarium
