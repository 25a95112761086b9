#include "pipeline/run/worker.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <memory>
#include <new>
#include <stdexcept>

#include "models/json.h"
#include "pipeline/layout/lay_out.h"
#include "pipeline/ocr/recogniser.h"
#include "pipeline/read/page_jpeg.h"
#include "pipeline/read/read.h"
#include "pipeline/run/cpu_time.h"
#include "pipeline/run/frames.h"
#include "pipeline/run/original.h"
#include "pipeline/run/painting.h"
#include "pipeline/run/sha256.h"

namespace diarium {
namespace {

/// The parent went away or the pipe broke: nobody listens any more.
struct NobodyListens {};

/// A model is missing: no page of any file can be recognised.
struct Unusable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void send(int output, const Frame& frame) {
  const std::string bytes = bytes_of(frame);
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t sent = ::write(output, bytes.data() + at, bytes.size() - at);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) throw NobodyListens{};
    at += static_cast<std::size_t>(sent);
  }
}

/// Reads pages of one opened file; the OCR engine starts with the first page that needs it.
class PageWorker {
 public:
  PageWorker(FileReader& reader, const Configuration& configuration)
      : reader_(reader), configuration_(configuration) {}

  Frame work_on(int number) {
    PageTimes times;
    const double start = cpu_seconds();
    Result<Sheet> sheet = reader_.read(number);
    if (!sheet) return {FrameKind::lost, number, payload_of(sheet.error())};
    const double read = cpu_seconds();
    if (wants_recognition(*sheet)) sheet = recogniser().recognise(std::move(*sheet));
    const double recognised = cpu_seconds();
    const std::string page = encode(lay_out(std::move(*sheet)));
    times = {read - start, recognised - read, cpu_seconds() - recognised};
    std::string payload = payload_of(times, page);
    if (payload.size() > kMaxPayload) {
      return {FrameKind::lost, number,
              payload_of({ErrorCode::too_large, "the page holds too many words", {}, number})};
    }
    return {FrameKind::read, number, std::move(payload)};
  }

 private:
  Recogniser& recogniser() {
    if (!recogniser_) {
      try {
        recogniser_ = std::make_unique<Recogniser>(configuration_.recognition);
      } catch (const std::runtime_error& error) {
        throw Unusable(error.what());
      }
    }
    return *recogniser_;
  }

  FileReader& reader_;
  const Configuration& configuration_;
  std::unique_ptr<Recogniser> recogniser_;
};

/// A page as it looks, upright. Pages that have no pixels, as those of Word files, are lost.
Frame painted_page(FileReader& reader, int number, int rotation) {
  constexpr int kWhole = 360;
  const auto lost = [number](const Error& error) {
    return Frame{FrameKind::lost, number, payload_of(error)};
  };
  const Result<Sheet> sheet = reader.read(number);
  if (!sheet) return lost(sheet.error());
  if (!sheet->raster) return lost({ErrorCode::unsupported, "the page has no pixels", {}, number});
  // The reader turned it as the file says; what is left is what OCR found out.
  const int turn = (rotation - sheet->rotation + kWhole) % kWhole;
  const std::optional<PageJpeg> jpeg = jpeg_of(*sheet->raster, turn, kPictureDpi);
  if (!jpeg) throw std::bad_alloc();
  std::string payload = payload_of(*jpeg);
  if (payload.size() > kMaxPayload) {
    return lost({ErrorCode::too_large, "the picture of the page is too large", {}, number});
  }
  return {FrameKind::read, number, std::move(payload)};
}

/// One page, whatever it throws.
Frame frame_of_page(int number, const std::function<Frame(int)>& work_on) {
  try {
    return work_on(number);
  } catch (const std::bad_alloc&) {
    return {FrameKind::lost, number,
            payload_of({ErrorCode::out_of_memory,
                        "the page needs more memory than memory_mb allows",
                        {},
                        number})};
  } catch (const Unusable&) {
    throw;
  } catch (const std::exception& error) {
    return {FrameKind::lost, number, payload_of({ErrorCode::internal, error.what(), {}, number})};
  }
}

std::vector<int> pages_to_read(const WorkerTask& task, int page_count, int pages_per_task) {
  if (!task.pages.empty()) return task.pages;
  std::vector<int> pages = missing_pages(page_count, task.fresh);
  pages.resize(std::min(pages.size(), static_cast<std::size_t>(pages_per_task)));
  return pages;
}

Result<std::string> bytes_of(const WorkerTask& task, const Configuration& configuration,
                             const Result<Descriptor>& document) {
  if (!task.built_in.empty()) return task.built_in;
  if (!document) return tl::unexpected(document.error());
  Result<std::string> bytes = bytes_of_original(*document, configuration.limits.file_bytes);
  if (bytes && !task.sha256.empty() && sha256_of(*bytes) != task.sha256) {
    return tl::unexpected(
        Error{ErrorCode::changed, "the file is not the one that was found any more"});
  }
  return bytes;
}

Result<std::unique_ptr<FileReader>> open(const WorkerTask& task, const Configuration& configuration,
                                         const Result<Descriptor>& document) {
  Result<std::string> bytes = bytes_of(task, configuration, document);
  if (!bytes) return tl::unexpected(bytes.error());
  if (task.painted.empty()) {
    return open_bytes(std::move(*bytes), task.file, configuration.ocr, configuration.limits);
  }
  ReadLimits limits = configuration.limits;
  limits.render_dpi = kPictureDpi;
  return open_bytes(std::move(*bytes), task.file, OcrChoice::always, limits);
}

void work_through(const WorkerTask& task, const Configuration& configuration,
                  const Result<Descriptor>& document, int output) {
  const auto reader = open(task, configuration, document);
  if (!reader) {
    send(output, {FrameKind::failed, 0, payload_of(reader.error())});
    return;
  }
  const int count = (*reader)->page_count();
  send(output, {FrameKind::opened, count, std::string(name_of((*reader)->media_type()))});
  PageWorker worker(**reader, configuration);
  const auto work_on = [&](int page) {
    const auto painted = task.painted.find(page);
    return painted == task.painted.end() ? worker.work_on(page)
                                         : painted_page(**reader, page, painted->second);
  };
  for (const int number : pages_to_read(task, count, configuration.pages_per_task)) {
    send(output, {FrameKind::begun, number, {}});
    send(output, frame_of_page(number, work_on));
  }
  send(output, {FrameKind::finished, 0, {}});
}

}  // namespace

std::vector<int> missing_pages(int page_count, const std::vector<int>& fresh) {
  std::vector<int> missing;
  for (int number = 1; number <= page_count; ++number) {
    if (!std::binary_search(fresh.begin(), fresh.end(), number)) missing.push_back(number);
  }
  return missing;
}

Result<Descriptor> open_document(const WorkerTask& task) {
  if (!task.built_in.empty()) return Descriptor();
  return open_original(task.file);
}

void tell_unusable(std::string_view why, int output) {
  try {
    send(output, {FrameKind::unusable, 0, payload_of({ErrorCode::internal, std::string(why)})});
  } catch (const NobodyListens&) {
    return;
  }
}

void work(const WorkerTask& task, const Configuration& configuration,
          const Result<Descriptor>& document, int output) {
  try {
    Frame last;
    try {
      work_through(task, configuration, document, output);
      return;
    } catch (const Unusable& error) {
      last = {FrameKind::unusable, 0, payload_of({ErrorCode::internal, error.what()})};
    } catch (const std::bad_alloc&) {
      last = {FrameKind::failed, 0,
              payload_of(
                  {ErrorCode::out_of_memory, "the file needs more memory than memory_mb allows"})};
    } catch (const std::exception& error) {
      last = {FrameKind::failed, 0, payload_of({ErrorCode::internal, error.what()})};
    }
    send(output, last);
  } catch (const NobodyListens&) {
    return;
  }
}

}  // namespace diarium
