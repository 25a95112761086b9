#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"
#include "models/page.h"
#include "pipeline/run/configuration.h"
#include "pipeline/segment/segment.h"

namespace diarium {

/// The shipped rules, overlaid by those of `configuration.rules`. Throws std::runtime_error that
/// names file and rule when one breaks.
RuleBook rules_in_force(const Configuration& configuration);

/// Turns the pages of a file into documents and findings: segment, extract, link. Pure; no state
/// between files. Keeps the rules and all extractors. Safe to use from several threads.
class Understander {
 public:
  explicit Understander(RuleBook rules);

  /// What an understanding depends on besides its pages: versions and the rules' fingerprint.
  [[nodiscard]] const std::string& key() const { return key_; }

  /// `source` is the first 16 hex digits of the file's sha256, `path` as displayed.
  [[nodiscard]] Understanding understand(const std::vector<Page>& pages, const std::string& source,
                                         const std::string& path) const;

  /// Seconds of CPU that each stage took so far, for `--trace`.
  struct Times {
    double segment = 0;
    double extract = 0;
    double link = 0;
  };
  [[nodiscard]] Times times() const;

 private:
  std::unique_ptr<RuleBook> rules_;
  std::vector<std::unique_ptr<Extractor>> extractors_;
  std::string key_;
  mutable std::mutex times_mutex_;
  mutable Times times_;
};

}  // namespace diarium
