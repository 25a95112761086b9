#include "pipeline/read/paint_state.h"

#include <algorithm>
#include <cmath>

namespace diarium {
namespace {

constexpr double kOpaque = 0.95;
constexpr std::size_t kDeepest = 10'000;

bool is_upright_box(const GfxState& state) {
  const GfxPath& path = *state.getPath();
  if (path.getNumSubpaths() != 1) return false;
  const GfxSubpath& box = *path.getSubpath(0);
  if (box.getNumPoints() < 4 || box.getNumPoints() > 5) return false;
  for (int i = 1; i < box.getNumPoints(); ++i) {
    double dx = 0;
    double dy = 0;
    state.transformDelta(box.getX(i) - box.getX(i - 1), box.getY(i) - box.getY(i - 1), &dx, &dy);
    if (box.getCurve(i) || std::min(std::abs(dx), std::abs(dy)) > 0.5) return false;
  }
  return true;
}

bool is_clear(const GfxState& state) {
  return state.getBlendMode() == gfxBlendNormal &&
         std::min(state.getFillOpacity(), state.getStrokeOpacity()) >= kOpaque;
}

}  // namespace

void PaintState::save(const GfxState& state) {
  saved_clear_ = is_clear(state) && !now_.masked;
  if (saved_.size() < kDeepest) saved_.push_back(now_);
}

void PaintState::restore() {
  if (saved_.empty()) return;
  now_ = saved_.back();
  saved_.pop_back();
}

void PaintState::clip(const GfxState& state) {
  now_.ragged = now_.ragged || !is_upright_box(state);
}

// Poppler saves the state, resets it, and then begins the group.
void PaintState::begin_group() {
  if (clear_groups_.size() < kDeepest) clear_groups_.push_back(saved_clear_);
  now_.masked = false;
}

void PaintState::end_group() {
  if (!clear_groups_.empty()) clear_groups_.pop_back();
}

bool PaintState::is_too_deep() const {
  return saved_.size() >= kDeepest;
}

bool PaintState::hides(const GfxState& state) const {
  return is_clear(state) && !now_.masked && !now_.ragged &&
         std::all_of(clear_groups_.begin(), clear_groups_.end(), [](bool clear) { return clear; });
}

}  // namespace diarium
