#include "pipeline/read/pdf_recorder.h"

#include <poppler/Stream.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>
#include <utility>

#include "models/unicode.h"
#include "pipeline/read/pdf_letters.h"

namespace diarium {
namespace {

constexpr std::size_t kMostGlyphs = 200'000;
constexpr std::size_t kMostPaths = 300'000;  // whose form is followed; maps have many
constexpr double kLongestReading = 10;       // seconds of CPU; an honest page takes a hundredth
constexpr std::size_t kMostPictures = 2'000;
constexpr std::size_t kMostPoints = 4'000;   // of one path
constexpr std::size_t kLargestCluster = 12;  // glyphs that may stand for one text without blanks
constexpr double kSlant = 0.15;              // shear from which upright letters count as italic
constexpr double kUnseen = 0.05;             // opacity
constexpr double kBoldPen = 0.015;  // of the size: an outline this broad makes letters bold

bool contains_word(std::string_view name, std::string_view word) {
  for (std::size_t at = name.find(word); at != std::string_view::npos;
       at = name.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (end == name.size() || std::islower(static_cast<unsigned char>(name[end])) == 0) return true;
  }
  return false;
}

// "Garamond-SemiBold", "FrutigerLTStd-Black", "Univers-Bd": names are truer than flags.
bool names_bold(std::string_view name) {
  constexpr std::array<std::string_view, 9> kWords = {"Bold", "bold", "BOLD", "Black", "Heavy",
                                                      "Demi", "Semi", "-Bd",  "-Dm"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [name](std::string_view word) { return contains_word(name, word); }) ||
         name.find("Bold") != std::string_view::npos;
}

bool names_italic(std::string_view name) {
  constexpr std::array<std::string_view, 6> kWords = {"Italic",  "italic",  "ITALIC",
                                                      "Oblique", "oblique", "-It"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [name](std::string_view word) { return contains_word(name, word); });
}

// The way from the last point of the outline along a Bezier curve, in steps that no eye sees.
void append_curve(Outline& outline, Point first, Point second, Point end) {
  constexpr int kSteps = 6;
  const Point start = outline.points.back();
  for (int i = 1; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const double u = 1 - t;
    const auto at = [&](double a, double b, double c, double d) {
      return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    };
    outline.points.push_back(
        {at(start.x, first.x, second.x, end.x), at(start.y, first.y, second.y, end.y)});
  }
  outline.curved = true;
}

Colour colour_of(const GfxRGB& rgb) {
  return {static_cast<float>(colToDbl(rgb.r)), static_cast<float>(colToDbl(rgb.g)),
          static_cast<float>(colToDbl(rgb.b))};
}

std::vector<Outline> outlines_of(const GfxState& state) {
  std::vector<Outline> outlines;
  const GfxPath& path = *state.getPath();
  std::size_t points = 0;
  for (int i = 0; i < path.getNumSubpaths() && points < kMostPoints; ++i) {
    const GfxSubpath& subpath = *path.getSubpath(i);
    Outline outline{.points = {}, .closed = subpath.isClosed(), .curved = false};
    const auto point = [&](int k) {
      Point at;
      state.transform(subpath.getX(k), subpath.getY(k), &at.x, &at.y);
      return at;
    };
    for (int k = 0; k < subpath.getNumPoints() && points < kMostPoints; ++k, ++points) {
      if (subpath.getCurve(k) && k > 0 && k + 2 < subpath.getNumPoints()) {
        append_curve(outline, point(k), point(k + 1), point(k + 2));
        k += 2;
      } else {
        outline.points.push_back(point(k));
      }
    }
    outlines.push_back(std::move(outline));
  }
  return outlines;
}

}  // namespace

PdfRecorder::PdfRecorder() : watch_(kLongestReading) {}

bool PdfRecorder::full() const {
  return content_.glyphs.size() >= kMostGlyphs || state_.is_too_deep() || watch_.is_over();
}

void PdfRecorder::startPage(int, GfxState* state, XRef*) {
  content_ = PageContent{};
  content_.width = state->getPageWidth();
  content_.height = state->getPageHeight();
  font_.reset();
  run_ = 0;
  state_ = PaintState{};
  colour_.reset();
}

PdfRecorder::FontFacts PdfRecorder::facts_of(const GfxFont& font) {
  FontFacts facts;
  const std::string name = font.getNameWithoutSubsetTag();
  facts.bold = names_bold(name) || font.isBold() || font.getWeight() >= GfxFont::W600;
  if (name.find("ingdings") != std::string::npos || name.find("Symbol") != std::string::npos) {
    facts.symbol_font = name;
  }
  if (font.isCIDFont() && !font.hasToUnicodeCMap()) {
    const GooString* const letters = static_cast<const GfxCIDFont&>(font).getCollection();
    facts.nameless = letters == nullptr || letters->toStr() == "Adobe-Identity";
  }
  facts.italic = names_italic(name) || font.isItalic();
  facts.ascent = std::clamp(font.getAscent(), 0.5, 1.05);
  facts.descent = std::clamp(-font.getDescent(), 0.1, 0.4);
  if (font.getType() == fontType3) {
    const double* const box = font.getFontBBox();
    const double height = std::abs((box[3] - box[1]) * font.getFontMatrix()[3]);
    if (height > 0.05 && height < 100) facts.scale = height;
  }
  return facts;
}

void PdfRecorder::updateFont(GfxState* state) {
  if (state->getFont() == font_) return;
  font_ = state->getFont();
  facts_ = font_ ? facts_of(*font_) : FontFacts{};
}

void PdfRecorder::beginStringOp(GfxState*) {
  ++run_;
}

Rect PdfRecorder::clip_of(const GfxState* state) const {
  Rect clip;
  state->getClipBBox(&clip.left, &clip.top, &clip.right, &clip.bottom);
  return common_part(clip, {0, 0, content_.width, content_.height});
}

void PdfRecorder::drawChar(GfxState* state, double x, double y, double dx, double dy, double,
                           double, CharCode code, int bytes, const Unicode* unicode, int length) {
  if (content_.glyphs.size() >= kMostGlyphs) {
    content_.cut = true;
    return;
  }
  const bool is_space_code = bytes == 1 && code == 0x20;
  Glyph glyph;
  glyph.text = length > 0 ? text_of(std::u32string(unicode, unicode + length), facts_.symbol_font)
               : is_space_code ? " "
                               : "\uFFFD";
  if (glyph.text.empty()) return;
  glyph.guessed = facts_.nameless;

  std::array<double, 4> m{};
  state->getFontTransMat(m.data(), &m[1], &m[2], &m[3]);
  const double across = std::hypot(m[0], m[1]);
  const double up = std::hypot(m[2], m[3]);
  if (!(across > 1e-6) || !(up > 1e-6) || !std::isfinite(across * up)) return;
  glyph.direction = {m[0] / across, m[1] / across};
  glyph.size = up * facts_.scale;
  glyph.ascent = facts_.ascent * glyph.size;
  glyph.descent = facts_.descent * glyph.size;

  state->transform(x, y, &glyph.origin.x, &glyph.origin.y);
  Point step;
  state->transformDelta(dx, dy, &step.x, &step.y);
  glyph.advance = step.x * glyph.direction.x + step.y * glyph.direction.y;
  const double spacing = state->getCharSpace() + (is_space_code ? state->getWordSpace() : 0.0);
  Point spaced;
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spaced.x, &spaced.y);
  state->transformDelta(spaced.x, spaced.y, &spaced.x, &spaced.y);
  glyph.width = glyph.advance - spaced.x * glyph.direction.x - spaced.y * glyph.direction.y;

  const Rect clip = clip_of(state);
  const Point middle{
      glyph.origin.x + glyph.width / 2 * glyph.direction.x + glyph.size / 4 * glyph.direction.y,
      glyph.origin.y + glyph.width / 2 * glyph.direction.y - glyph.size / 4 * glyph.direction.x};
  if (!clip.contains(middle)) {
    const Rect page{0, 0, content_.width, content_.height};
    if (glyph.text != " " && page.contains(middle)) ++content_.clipped;
    return;
  }

  set_ink(state, glyph);
  const double shear = (m[0] * m[2] + m[1] * m[3]) / (across * up);
  glyph.bold = facts_.bold || (state->getRender() == 2 &&
                               state->getTransformedLineWidth() > kBoldPen * glyph.size);
  glyph.italic = facts_.italic || std::abs(shear) > kSlant;
  glyph.run = run_;
  content_.glyphs.push_back(std::move(glyph));
}

void PdfRecorder::set_ink(GfxState* state, Glyph& glyph) {
  const int mode = state->getRender() & 3;
  if (mode == 1) {
    GfxRGB rgb;
    state->getStrokeRGB(&rgb);
    glyph.colour = colour_of(rgb);
    return;
  }
  if (!colour_) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    colour_ = colour_of(rgb);
  }
  glyph.colour = *colour_;
  if (mode == 3) glyph.ink = Ink::none;
  if (mode == 0 && state->getFillOpacity() < kUnseen) glyph.ink = Ink::covered;
}

Paint::Kind PdfRecorder::kind_of_paint(const GfxState* state) const {
  return state_.hides(*state) ? Paint::Kind::box : Paint::Kind::shape;
}

void PdfRecorder::beginActualText(GfxState*, const GooString* text) {
  actual_text_ = text != nullptr ? points_of_text_string(text->toStr()) : U"";
  first_actual_ = content_.glyphs.size();
}

// Says which letters the glyphs are where their fonts don't: small capitals, clusters of several
// glyphs.
void PdfRecorder::endActualText(GfxState*) {
  const std::u32string actual = std::exchange(actual_text_, {});
  std::vector<Glyph>& glyphs = content_.glyphs;
  if (actual.empty() || first_actual_ >= glyphs.size()) return;
  const std::size_t count = glyphs.size() - first_actual_;
  if (actual.size() == count) {
    for (std::size_t i = 0; i < count; ++i)
      glyphs[first_actual_ + i].text = text_of(actual.substr(i, 1), {});
    return;
  }
  if (std::any_of(actual.begin(), actual.end(), is_blank) || count > kLargestCluster) return;
  Glyph& first = glyphs[first_actual_];
  const Glyph& last = glyphs.back();
  const double reach = (last.origin.x - first.origin.x) * first.direction.x +
                       (last.origin.y - first.origin.y) * first.direction.y;
  if (reach < 0) return;
  first.width = reach + last.width;
  first.advance = reach + last.advance;
  first.text = text_of(actual, {});
  glyphs.resize(first_actual_ + 1);
}

bool PdfRecorder::follows_path() {
  content_.cut =
      content_.cut || ++paths_ > kMostPaths || content_.art.full() || content_.paints.full();
  return paths_ <= kMostPaths;
}

void PdfRecorder::stroke(GfxState* state) {
  if (!follows_path()) return;
  const std::vector<Outline> path = outlines_of(*state);
  const Rect clip = clip_of(state);
  const double width = state->getTransformedLineWidth();
  content_.art.stroke(path, width, clip);
  content_.figures.stroke(path, clip);
  GfxRGB rgb;
  state->getStrokeRGB(&rgb);
  content_.paints.stroke(path, width, colour_of(rgb), clip, kind_of_paint(state),
                         content_.glyphs.size());
}

void PdfRecorder::fill(GfxState* state) {
  if (!follows_path()) return;
  GfxGray grey = 0;
  state->getFillGray(&grey);
  GfxRGB rgb;
  state->getFillRGB(&rgb);
  const double darkness = (1.0 - colToDbl(grey)) * state->getFillOpacity();
  const std::vector<Outline> path = outlines_of(*state);
  const Rect clip = clip_of(state);
  content_.art.fill(path, darkness, clip);
  content_.figures.fill(path, darkness, clip);
  if (state->getFillOpacity() >= kUnseen) {
    content_.paints.fill(path, colour_of(rgb), clip, kind_of_paint(state), content_.glyphs.size());
  }
}

bool PdfRecorder::note_shading(GfxState* state) {
  content_.shaded = true;
  content_.paints.picture(clip_of(state), Paint::Kind::shape, content_.glyphs.size());
  return true;
}

void PdfRecorder::note_picture(const GfxState* state, int width, int height, bool masked,
                               bool whole) {
  if (content_.pictures.size() >= kMostPictures) {
    content_.cut = true;
    return;
  }
  const double* const m = state->getCTM();
  DrawnPicture picture{.box = {},
                       .matrix = {m[0], m[1], m[2], m[3], m[4], m[5]},
                       .width = width,
                       .height = height,
                       .masked = masked};
  const auto [left, right] = std::minmax({m[4], m[4] + m[0], m[4] + m[2], m[4] + m[0] + m[2]});
  const auto [top, bottom] = std::minmax({m[5], m[5] + m[1], m[5] + m[3], m[5] + m[1] + m[3]});
  picture.box = common_part({left, top, right, bottom}, clip_of(state));
  if (picture.box.empty()) return;
  content_.pictures.push_back(picture);
  const bool straight = (m[1] == 0 && m[2] == 0) || (m[0] == 0 && m[3] == 0);
  const bool hides = whole && straight && state_.hides(*state);
  content_.paints.picture(picture.box, hides ? Paint::Kind::picture : Paint::Kind::shape,
                          content_.glyphs.size());
}

void PdfRecorder::drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                                bool invert, bool interpolate, bool inline_image) {
  note_picture(state, width, height, /*masked=*/false, /*whole=*/false);
  // The base class skips the bytes of an inline image, which the interpreter still has to pass.
  if (inline_image)
    OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
}

void PdfRecorder::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                            GfxImageColorMap* colours, bool interpolate, const int* mask,
                            bool inline_image) {
  note_picture(state, width, height, /*masked=*/false, /*whole=*/mask == nullptr);
  if (inline_image) {
    OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask,
                         inline_image);
  }
}

void PdfRecorder::drawMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                                  GfxImageColorMap*, bool, Stream*, int, int, bool, bool) {
  note_picture(state, width, height, /*masked=*/true, /*whole=*/false);
}

void PdfRecorder::drawSoftMaskedImage(GfxState* state, Object*, Stream*, int width, int height,
                                      GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*,
                                      bool) {
  note_picture(state, width, height, /*masked=*/true, /*whole=*/false);
}

}  // namespace diarium
