#include "pipeline/run/verify.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <random>

#include "pipeline/run/sha256.h"
#include "pipeline/store/seal.h"
#include "pipeline/store/status.h"

namespace diarium {
namespace {

class Check {
 public:
  explicit Check(const Archive& archive) : archive_(archive), sealer_(archive) {}

  void check_database() {
    for (const std::string& damage : damage_of(archive_)) {
      result_.faults.push_back({"archive", damage, "put back a backup: diarium restore FILE"});
    }
  }

  void check_source(const Source& source) {
    const std::vector<PathEntry> paths = archive_.paths_of(source.id);
    check_rows(source, paths);
    for (const PathEntry& path : paths) {
      if (path.status != PathStatus::missing) check_original(source, path);
    }
  }

  Verification result() && { return std::move(result_); }

 private:
  void check_rows(const Source& source, const std::vector<PathEntry>& paths) {
    if (!sealer_.kept_seal_of(source.id)) {
      ++result_.unsealed;
      return;
    }
    ++result_.sources;
    if (!sealer_.is_broken(source.id)) return;
    const std::string place = paths.empty() ? source.id : paths.front().display;
    result_.faults.push_back(
        {place, "what the archive holds of it is not what was stored",
         fmt::format("read it anew: diarium forget --allow-return {}, then diarium ingest PATH",
                     source.id)});
  }

  void check_original(const Source& source, const PathEntry& path) {
    const Result<std::string> sha256 = sha256_of_file(path.path);
    if (!sha256) {
      result_.faults.push_back({path.display, sha256.error().message,
                                "if it was moved or removed on purpose: diarium ingest FOLDER"});
      return;
    }
    ++result_.originals;
    if (*sha256 == source.sha256) return;
    result_.faults.push_back({path.display, "the file is not the one that was read",
                              "if it was changed on purpose: diarium ingest PATH; if not, take it "
                              "from a backup"});
  }

  const Archive& archive_;
  Sealer sealer_;
  Verification result_;
};

std::vector<Source> sampled(std::vector<Source> sources, std::size_t sample) {
  if (sample == 0 || sample >= sources.size()) return sources;
  std::vector<Source> drawn;
  std::mt19937 random(std::random_device{}());
  std::sample(std::make_move_iterator(sources.begin()), std::make_move_iterator(sources.end()),
              std::back_inserter(drawn), sample, random);
  return drawn;
}

}  // namespace

Verification verify(const Archive& archive, const Extent& extent,
                    const std::function<bool()>& stop) {
  Check check(archive);
  check.check_database();
  for (const Source& source : sampled(archive.sources(), extent.sample)) {
    if (stop && stop()) break;
    check.check_source(source);
  }
  return std::move(check).result();
}

}  // namespace diarium
