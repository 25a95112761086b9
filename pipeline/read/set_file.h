#pragma once

#include <vector>

#include "pipeline/read/read.h"

namespace diarium {

/// A file whose pages are all set when it is opened.
class SetFile final : public FileReader {
 public:
  SetFile(MediaType type, std::vector<Sheet> sheets);
  [[nodiscard]] MediaType media_type() const override { return type_; }
  [[nodiscard]] int page_count() const override { return static_cast<int>(sheets_.size()); }
  [[nodiscard]] Result<Sheet> read(int number) override;

 private:
  MediaType type_;
  std::vector<Sheet> sheets_;
};

}  // namespace diarium
