#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/read/page_jpeg.h"
#include "pipeline/run/configuration.h"

namespace diarium {

inline constexpr double kPictureDpi = 150;

/// "1240 1754\n" and the JPEG: what a worker answers that painted a page, and back; nothing for
/// bytes that are none.
std::string payload_of(const PageJpeg& picture);
std::optional<PageJpeg> picture_of_payload(std::string_view payload);

/// A file and how its pages are to be turned.
struct PagesToPaint {
  std::filesystem::path file;
  std::string sha256;           ///< that its bytes must have
  std::map<int, int> rotation;  ///< by page: Page::rotation
};

/// Paints pages of a PDF or picture at kPictureDpi, in grey where the reader gives grey, and hands
/// each over as it comes. Foreign bytes are opened by workers in their sandbox alone: a page on
/// which one dies or takes too long is left out, and so are pages of files that have none (Word,
/// texts), of one that is gone and of one that has changed. Returns how many were painted. The
/// caller must have no other threads. Throws std::runtime_error as ReadingPool does.
int paint_pages(const PagesToPaint& pages, const Configuration& configuration,
                const std::function<void(int page, const PageJpeg& picture)>& take);

}  // namespace diarium
