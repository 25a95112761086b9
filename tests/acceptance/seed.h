#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/page.h"
#include "pipeline/segment/segment.h"

namespace diarium {

/// One of the five transcripts of ../shared/seeds as Diarium understands it, and its printed lines.
/// What must come out is said by the lines that it stands on, so that nothing of them is repeated
/// here. Documents and lines count from 1.
class Seed {
 public:
  Seed(const std::string& path, std::vector<std::string> lines);

  [[nodiscard]] std::size_t documents() const { return understanding_.documents.size(); }
  [[nodiscard]] const Document& document(std::size_t number) const {
    return understanding_.documents.at(number - 1);
  }
  [[nodiscard]] const std::vector<Finding>& findings(std::size_t document) const {
    return understanding_.findings.at(document - 1);
  }
  template <typename R>
  [[nodiscard]] std::vector<R> records(std::size_t document) const {
    std::vector<R> found;
    for (const Finding& finding : findings(document)) {
      if (const R* record = std::get_if<R>(&finding.record)) found.push_back(*record);
    }
    return found;
  }
  /// The normal forms of the references of one kind in a document.
  [[nodiscard]] std::vector<std::string> references(std::size_t document,
                                                    std::string_view kind) const;
  /// The texts of the paragraphs of one kind.
  [[nodiscard]] std::vector<std::string> paragraphs(std::size_t document, ParagraphKind kind) const;
  /// The codes of all issues of a document and its findings, in order.
  [[nodiscard]] std::vector<std::string> issues(std::size_t document) const;
  /// The section under a heading of these words; fails the test where there is none.
  [[nodiscard]] const Section& section(std::size_t document, std::string_view heading) const;

  /// A line as it stands in the file.
  [[nodiscard]] const std::string& raw(std::size_t line) const { return lines_.at(line - 1); }
  /// A line without marks, list marker and blanks at its ends.
  [[nodiscard]] std::string said(std::size_t line) const;
  /// The bold, or the struck words of a line.
  [[nodiscard]] std::string bold(std::size_t line) const;
  [[nodiscard]] std::string struck(std::size_t line) const;

 private:
  std::vector<std::string> lines_;
  Understanding understanding_;
};

/// The seed whose name begins with `number`: "000"; null, said aloud once, where the folder is
/// missing.
const Seed* seed_of(std::string_view number);

/// What stands before, behind and between signs; all of `text` where they are missing.
std::string before(std::string_view text, std::string_view sign);
std::string after(std::string_view text, std::string_view sign);

template <typename T>
bool holds(const std::vector<T>& all, const T& wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}
bool holds(const std::vector<std::string>& all, std::string_view wanted);

}  // namespace diarium
