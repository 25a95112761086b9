#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/archive.h"

namespace diarium {

/// Keeps and takes seals: the sha256 over every row that the archive holds of a source, ids and
/// links included: its own, its readings, pages, documents, records and passages. Belongs to one
/// archive, which must outlive it.
class Sealer {
 public:
  explicit Sealer(const Archive& archive);

  /// Of the rows as they stand now.
  [[nodiscard]] std::string seal_of(std::string_view source) const;
  /// Takes the seal and keeps it, in the transaction that ends the work on a source. Any later
  /// write to the source breaks it openly: then there is none.
  void seal(std::string_view source) const;
  /// The seal that was kept; none while the source is in work.
  [[nodiscard]] std::optional<std::string> kept_seal_of(std::string_view source) const;
  /// Whether a seal was kept, and the rows are not those that were sealed: they have rotted.
  [[nodiscard]] bool is_broken(std::string_view source) const;

 private:
  const Archive* archive_;
  std::vector<std::string> queries_;  // of the rows of one source, a table each
};

}  // namespace diarium
