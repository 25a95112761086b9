#include "pipeline/run/reextract.h"

#include <algorithm>
#include <new>
#include <optional>
#include <vector>

#include "pipeline/run/memory_reserve.h"
#include "pipeline/run/understand_ahead.h"
#include "pipeline/store/seal.h"
#include "pipeline/store/status.h"

namespace diarium {
namespace {

/// Sources whose new understandings last together.
constexpr int kBatch = 64;

/// Sources whose understanding is stale; with a kind those that hold such records, stale or not.
std::vector<std::string> to_understand(const std::string& kind, const Archive& archive,
                                       const Understander& understander) {
  const std::vector<std::string> holders =
      kind.empty() ? std::vector<std::string>() : sources_with(archive, kind);
  std::vector<std::string> wanted;
  for (const Source& source : archive.sources()) {
    const bool read =
        source.status == SourceStatus::indexed || source.status == SourceStatus::partial;
    const bool stale = kind.empty() ? !archive.is_understood(source.id, understander.key())
                                    : std::binary_search(holders.begin(), holders.end(), source.id);
    if (read && stale) wanted.push_back(source.id);
  }
  return wanted;
}

/// New records from rotten pages, sealed, would pass for sound ones.
void tell_rot(const std::string& source, const Archive& archive, const RunListener& listener) {
  if (!listener.set_aside) return;
  const std::vector<PathEntry> paths = archive.paths_of(source);
  listener.set_aside(paths.empty() ? source : paths.front().display,
                     {ErrorCode::damaged,
                      "what the archive holds of it is not what was stored; `diarium ingest` reads "
                      "it anew"});
}

}  // namespace

int reextract(const std::string& kind, Archive& archive, const Understander& understander,
              const RunListener& listener) {
  const MemoryReserve reserve;
  const Sealer sealer(archive);
  UnderstandAhead ahead(archive, understander, to_understand(kind, archive, understander));
  int understood = 0;
  std::optional<Archive::Transaction> batch;
  while (!(listener.stop && listener.stop())) {
    const std::optional<Understood> next = ahead.next();
    if (!next) break;
    // A disk takes longer to sync than a file to be understood; what a crash undoes is soon done
    // again.
    if (!batch) batch.emplace(archive);
    if (sealer.is_broken(next->source)) {
      tell_rot(next->source, archive, listener);
      continue;
    }
    const bool written = archive.put_understanding(next->source, understander.key(), next->pages,
                                                   next->understanding);
    // A seal that holds needs no other.
    if (written || !sealer.kept_seal_of(next->source)) sealer.seal(next->source);
    if (++understood % kBatch != 0) continue;
    batch->commit();
    batch.reset();
    if (reserve.used()) throw std::bad_alloc();
  }
  if (batch) batch->commit();
  return understood;
}

}  // namespace diarium
