#pragma once

#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/read/drawn_figures.h"
#include "pipeline/read/glyphs.h"
#include "pipeline/read/line_art.h"
#include "pipeline/read/page_watch.h"
#include "pipeline/read/paint_state.h"
#include "pipeline/read/paints.h"

namespace diarium {

/// How a picture lies on the page: maps the unit square of PDF images (y up) to points.
struct PictureMatrix {
  double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
};

struct DrawnPicture {
  Rect box;  ///< the part within the clip
  PictureMatrix matrix;
  int width = 0;  ///< pixels
  int height = 0;
  bool masked = false;  ///< another picture says where it is seen
};

/// What one page draws, as far as reading cares.
struct PageContent {
  double width = 0;  ///< points, upright
  double height = 0;
  std::vector<Glyph> glyphs;
  LineArt art;
  DrawnFigures figures;
  std::vector<DrawnPicture> pictures;
  bool shaded = false;  ///< something is painted whose form we don't follow
  Paints paints;
  std::size_t clipped = 0;  ///< letters on the page that a clip hides; none of `glyphs`
  bool cut = false;         ///< a limit was reached
};

/// Listens to Poppler's interpreter. Show a page with 72 dpi, so that its units are points.
class PdfRecorder final : public OutputDev {
 public:
  PdfRecorder();
  [[nodiscard]] PageContent take() { return std::move(content_); }
  /// No honest page goes on so long: the interpreter is to stop.
  [[nodiscard]] bool full() const;

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  // Shadings and tilings are not followed: taking them here keeps Poppler from painting them in
  // thousands of small pieces.
  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState* state, GfxFunctionShading*) override {
    return note_shading(state);
  }
  bool axialShadedFill(GfxState* state, GfxAxialShading*, double, double) override {
    return note_shading(state);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading*, double, double) override {
    return note_shading(state);
  }
  bool gouraudTriangleShadedFill(GfxState* state, GfxGouraudTriangleShading*) override {
    return note_shading(state);
  }
  bool patchMeshShadedFill(GfxState* state, GfxPatchMeshShading*) override {
    return note_shading(state);
  }
  bool tilingPatternFill(GfxState* state, Gfx*, Catalog*, GfxTilingPattern*, const double*, int,
                         int, int, int, double, double) override {
    return note_shading(state);
  }

  void startPage(int number, GfxState* state, XRef* xref) override;
  void updateFont(GfxState* state) override;
  void updateFillColorSpace(GfxState*) override { colour_.reset(); }
  void updateFillColor(GfxState*) override { colour_.reset(); }
  void saveState(GfxState* state) override {
    state_.save(*state);
    content_.cut = content_.cut || state_.is_too_deep();
  }
  void restoreState(GfxState*) override {
    state_.restore();
    colour_.reset();
  }
  void clip(GfxState* state) override { state_.clip(*state); }
  void eoClip(GfxState* state) override { state_.clip(*state); }
  void clipToStrokePath(GfxState* state) override { state_.clip(*state); }
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) override {
    state_.begin_group();
  }
  void endTransparencyGroup(GfxState*) override { state_.end_group(); }
  void setSoftMask(GfxState*, const double*, bool, Function*, GfxColor*) override {
    state_.begin_soft_mask();
  }
  void clearSoftMask(GfxState*) override { state_.end_soft_mask(); }
  void beginStringOp(GfxState* state) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* unicode,
                int length) override;
  void beginActualText(GfxState* state, const GooString* text) override;
  void endActualText(GfxState* state) override;
  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override { fill(state); }
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool inline_image) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colours, bool interpolate, const int* mask,
                 bool inline_image) override;
  void drawMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                       GfxImageColorMap* colours, bool interpolate, Stream* mask, int mask_width,
                       int mask_height, bool mask_invert, bool mask_interpolate) override;
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                           GfxImageColorMap* colours, bool interpolate, Stream* mask,
                           int mask_width, int mask_height, GfxImageColorMap* mask_colours,
                           bool mask_interpolate) override;

 private:
  struct FontFacts {
    bool bold = false;
    bool italic = false;
    double ascent = 0.95;  // in parts of the size
    double descent = 0.35;
    bool nameless = false;    // its codes mean nothing outside it
    std::string symbol_font;  // its name, where its letters are signs
    double scale = 1;         // of a Type 3 font, whose unit is its own
  };

  // Whether one more path is worth a look.
  bool follows_path();
  bool note_shading(GfxState* state);
  // `whole`: all of its box is painted.
  void note_picture(const GfxState* state, int width, int height, bool masked, bool whole);
  [[nodiscard]] Paint::Kind kind_of_paint(const GfxState* state) const;
  void set_ink(GfxState* state, Glyph& glyph);
  [[nodiscard]] Rect clip_of(const GfxState* state) const;
  static FontFacts facts_of(const GfxFont& font);

  PageContent content_;
  std::shared_ptr<GfxFont> font_;  // held, so that its address stays its own
  FontFacts facts_;
  int run_ = 0;
  std::size_t paths_ = 0;
  PageWatch watch_;
  PaintState state_;
  std::optional<Colour> colour_;  // of letters, as long as it isn't changed
  std::u32string actual_text_;    // what the glyphs from first_actual_ on stand for
  std::size_t first_actual_ = 0;
};

}  // namespace diarium
