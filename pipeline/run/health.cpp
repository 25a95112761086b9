#include "pipeline/run/health.h"

#include <fmt/format.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <filesystem>

#include "pipeline/ocr/recogniser.h"
#include "pipeline/run/canary.h"
#include "pipeline/run/disk_room.h"
#include "pipeline/run/escapes.h"
#include "pipeline/run/landlock.h"
#include "pipeline/run/nursery.h"
#include "pipeline/run/understand.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/compounds.h"
#include "pipeline/store/lexicon_cache.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

/// Landlock bars signals to other processes from this version on; the last thing it learned that we
/// want.
constexpr int kFullLandlock = 6;

Examination kernel() {
  utsname name{};
  ::uname(&name);
  const int landlock = landlock_version();
  const std::string words = fmt::format("Linux {}, Landlock version {}", name.release, landlock);
  if (landlock == 0) {
    return {"kernel", Health::weak,
            words +
                ": workers can read what the user they run as can read; the kernel option "
                "lsm=landlock brings it"};
  }
  if (landlock < kFullLandlock)
    return {"kernel", Health::well, words + ": what it can't bar seccomp does"};
  return {"kernel", Health::well, words};
}

Examination sandbox(const Configuration& configuration) {
  if (configuration.sandbox == SandboxChoice::off)
    return {"sandbox", Health::weak, "it is off by the settings: foreign files could do anything"};
  if (!build_can_lock_down()) return {"sandbox", Health::weak, "a build with sanitizers has none"};
  const auto escapes =
      try_to_escape({.readable = folders_of_readers(configuration.recognition.model_folder)});
  std::string worked;
  std::size_t denied = 0;
  bool only_reads = true;
  for (const Escape& escape : escapes) {
    if (escape.denied) {
      ++denied;
      continue;
    }
    worked += (worked.empty() ? "; not denied: " : ", ") + escape.act;
    only_reads = only_reads && escape.act.starts_with("reads ");
  }
  const Health health = worked.empty() ? Health::well : only_reads ? Health::weak : Health::broken;
  return {"sandbox", health, fmt::format("{} of {} acts denied{}", denied, escapes.size(), worked)};
}

Examination canary(const Configuration& configuration) {
  const auto start = std::chrono::steady_clock::now();
  Nursery nursery(configuration);
  prove_by_canary(configuration, nursery);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return {"canary", Health::well,
          fmt::format("text and scan are read as printed, in {:.2f} s", seconds)};
}

Examination models(const Configuration& configuration) {
  if (configuration.ocr == OcrChoice::never)
    return {"OCR models", Health::weak, "scans are not read by the settings (ocr = \"never\")"};
  const Recogniser probe(configuration.recognition);
  return {"OCR models", Health::well,
          fmt::format("{}, {}", configuration.recognition.language, recogniser_version())};
}

Examination fonts() {
  std::size_t count = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator it("/usr/share/fonts", error), end; !error && it != end;
       it.increment(error)) {
    const std::string extension = it->path().extension().string();
    if (extension == ".ttf" || extension == ".otf" || extension == ".pfb" || extension == ".t1")
      ++count;
  }
  if (count == 0) {
    return {"fonts", Health::weak,
            "none in /usr/share/fonts: pages that don't bring their own are drawn without letters "
            "(package fonts-liberation)"};
  }
  return {"fonts", Health::well, fmt::format("{} in /usr/share/fonts", count)};
}

Examination rules(const Configuration& configuration) {
  const Understander understander(rules_in_force(configuration));
  return {"rules", Health::well, "all of them load, and match their examples"};
}

/// Reads it too, so that no search has to wait for that: the package asks for it when it is
/// installed.
Examination dictionary() {
  const std::string file = find_dictionary();
  if (file.empty()) {
    return {"dictionary", Health::weak,
            "none: searches don't find words within compounds (package hunspell-sv)"};
  }
  const LexiconCache cache(file, cache_folder());
  return {"dictionary", Health::well, file + ".dic"};
}

Examination archive(const Configuration& configuration) {
  const fs::path& file = configuration.database;
  if (!fs::exists(file)) {
    const fs::path folder = fs::absolute(file).parent_path();
    if (::access(folder.c_str(), W_OK) != 0)
      return {"archive", Health::broken, "its folder can't be written: " + folder.string()};
    return {"archive", Health::well,
            "there is none yet; the first ingest makes it: " + file.string()};
  }
  if (::access(file.c_str(), W_OK) != 0)
    return {"archive", Health::broken, "this user may not write it: " + file.string()};
  Archive::open_read_only(file);
  return {"archive", Health::well, file.string()};
}

Examination room(const Configuration& configuration) {
  require_room(configuration);
  const fs::space_info space = fs::space(fs::absolute(configuration.database).parent_path());
  return {"free space", Health::well, fmt::format("{} MiB", space.available >> 20U)};
}

template <typename Examine>
Examination result_of(const char* what, const Examine& examine_it) {
  try {
    return examine_it();
  } catch (const std::exception& error) {
    return {what, Health::broken, error.what()};
  }
}

}  // namespace

std::string_view name_of(Health health) {
  switch (health) {
    case Health::well:
      return "well";
    case Health::weak:
      return "weak";
    case Health::broken:
      break;
  }
  return "broken";
}

std::vector<Examination> examine(const Configuration& configuration) {
  return {result_of("kernel", kernel),
          result_of("sandbox", [&] { return sandbox(configuration); }),
          result_of("OCR models", [&] { return models(configuration); }),
          result_of("canary", [&] { return canary(configuration); }),
          result_of("fonts", fonts),
          result_of("rules", [&] { return rules(configuration); }),
          result_of("dictionary", dictionary),
          result_of("archive", [&] { return archive(configuration); }),
          result_of("free space", [&] { return room(configuration); })};
}

}  // namespace diarium
