#include "pipeline/read/transcript.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "models/unicode.h"
#include "pipeline/read/docx_pages.h"
#include "pipeline/read/set_file.h"
#include "pipeline/read/transcript_blocks.h"
#include "pipeline/read/transcript_marks.h"
#include "pipeline/read/typed_text.h"

namespace diarium {
namespace {

// A typed text of more is a database or a log.
constexpr std::size_t kMostBytes = std::size_t{4} << 20U;
// Points.
constexpr double kTextSize = 11;
constexpr double kNoteSize = 8;
constexpr double kSmallestSize = 2;
constexpr std::array<double, 6> kHeadingSizes = {18, 16, 13.5, 12.5, 12.5, 12.5};

/// The type in which the longest line of a typed paragraph is as wide as the page's text.
double typed_size(std::string_view text) {
  double size = kTextSize;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto letters = static_cast<double>(code_points(text.substr(0, end)).size());
    size = std::min(size, 2 * kSetWidth / std::max(letters, 1.0));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::max(size, kSmallestSize);
}

DocxRun basis_of(const TranscriptParagraph& paragraph) {
  if (paragraph.typed) return {.text = {}, .style = {}, .size = typed_size(paragraph.text)};
  if (paragraph.outline < 0) return {.text = {}, .style = {}, .size = kTextSize};
  const auto rank = static_cast<std::size_t>(paragraph.outline);
  return {.text = {},
          .style = {.bold = true},
          .size = kHeadingSizes[std::min(rank, kHeadingSizes.size() - 1)]};
}

/// Where a marker or a note of a printed number stands.
struct MarkerPlace {
  std::size_t block = 0;
  std::size_t run = 0;
};

/// Builds content block by block, and joins notes with the nearest marker of their number: numbers
/// start anew with every document of a bundle.
class ContentBuilder {
 public:
  DocxContent build(std::vector<TranscriptBlock> blocks) {
    for (TranscriptBlock& block : blocks) {
      std::visit([this](auto& content) { add(std::move(content)); }, block);
    }
    for (auto& [number, notes] : waiting_notes_) {
      for (const std::size_t note : notes) print_in_place(note, number);
    }
    for (auto& [number, markers] : waiting_markers_) {
      for (const MarkerPlace& marker : markers) run_of(marker).note = 0;
    }
    std::size_t index = 0;
    std::erase_if(content_.blocks, [&](const DocxBlock&) { return joined_.count(index++) > 0; });
    return std::move(content_);
  }

 private:
  void add(TranscriptParagraph paragraph) {
    DocxParagraph set{.runs = marked_runs(paragraph.text, basis_of(paragraph)),
                      .marker = std::move(paragraph.marker),
                      .level = paragraph.level,
                      .outline = paragraph.outline,
                      .typed = paragraph.typed && paragraph.marker.empty()};
    content_.blocks.emplace_back(std::move(set));
    const auto& runs = std::get<DocxParagraph>(content_.blocks.back()).runs;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].note > 0) add_marker({content_.blocks.size() - 1, i});
    }
  }

  /// Markers within tables stay as they are printed.
  void add(DocxTable table) {
    for (auto& row : table.rows) {
      for (DocxCell& cell : row.cells) {
        for (DocxParagraph& paragraph : cell.paragraphs) {
          for (DocxRun& run : paragraph.runs) run.note = 0;
        }
      }
    }
    content_.blocks.emplace_back(std::move(table));
  }

  void add(TranscriptNote note) {
    const DocxRun basis{.text = {}, .style = {}, .size = kNoteSize};
    DocxParagraph set{.runs = marked_runs(note.text, basis), .marker = {}};
    for (DocxRun& run : set.runs) run.note = 0;
    content_.blocks.emplace_back(std::move(set));
    const std::size_t block = content_.blocks.size() - 1;
    std::vector<MarkerPlace>& markers = waiting_markers_[note.number];
    if (markers.empty()) {
      waiting_notes_[note.number].push_back(block);
    } else {
      join(markers.back(), block);
      markers.pop_back();
    }
  }

  void add_marker(MarkerPlace place) {
    std::vector<std::size_t>& notes = waiting_notes_[run_of(place).note];
    if (notes.empty()) {
      waiting_markers_[run_of(place).note].push_back(place);
    } else {
      join(place, notes.back());
      notes.pop_back();
    }
  }

  void join(MarkerPlace marker, std::size_t note) {
    DocxRun& run = run_of(marker);
    run.note = static_cast<int>(content_.notes.size()) + 1;
    content_.notes[run.note] = {.marker = run.text,
                                .paragraphs = {std::get<DocxParagraph>(content_.blocks[note])}};
    joined_.insert(note);
  }

  /// A note that nothing points to.
  void print_in_place(std::size_t note, int number) {
    auto& runs = std::get<DocxParagraph>(content_.blocks[note]).runs;
    const DocxRun marker{
        .text = std::to_string(number), .style = {.superscript = true}, .size = kNoteSize};
    runs.insert(runs.begin(), {marker, {.text = " ", .style = {}, .size = kNoteSize}});
  }

  DocxRun& run_of(MarkerPlace place) {
    return std::get<DocxParagraph>(content_.blocks[place.block]).runs[place.run];
  }

  DocxContent content_{.paging = DocxPaging::by_paper};
  std::map<int, std::vector<MarkerPlace>> waiting_markers_;  // by printed numbers
  std::map<int, std::vector<std::size_t>> waiting_notes_;    // blocks
  std::set<std::size_t> joined_;                             // blocks of notes
};

}  // namespace

DocxContent transcript_content(std::string_view text) {
  return ContentBuilder().build(transcript_blocks(text));
}

Result<std::unique_ptr<FileReader>> open_transcript(MediaType type, const std::string& bytes,
                                                    const ReadLimits& limits) {
  if (bytes.size() > kMostBytes) {
    return tl::unexpected(
        Error{ErrorCode::too_large, fmt::format("bytes of text: {}", bytes.size()), {}, 0});
  }
  const std::optional<std::string> text = typed_text(bytes);
  if (!text)
    return tl::unexpected(Error{ErrorCode::unsupported, "no text, though its name says so", {}, 0});
  std::vector<Sheet> sheets = set_pages(transcript_content(*text));
  if (sheets.size() > static_cast<std::size_t>(std::max(limits.pages, 0))) {
    return tl::unexpected(
        Error{ErrorCode::too_large, fmt::format("pages: {}", sheets.size()), {}, 0});
  }
  return std::make_unique<SetFile>(type, std::move(sheets));
}

}  // namespace diarium
