#pragma once

#include <poppler/GfxState.h>

#include <vector>

namespace diarium {

/// Follows what Poppler's graphics state doesn't say: whether that which is painted now hides what
/// lies below it. Blend modes, opacity and soft masks let it shine through, those of the groups
/// around it too; a clip that is no box leaves it unclear where it is painted.
class PaintState {
 public:
  void save(const GfxState& state);
  void restore();
  /// Before the clip becomes the state's path.
  void clip(const GfxState& state);
  void begin_group();
  void end_group();
  void begin_soft_mask() { now_.masked = true; }
  void end_soft_mask() { now_.masked = false; }

  /// More states are saved than any honest page saves.
  [[nodiscard]] bool is_too_deep() const;
  [[nodiscard]] bool hides(const GfxState& state) const;

 private:
  struct Saved {
    bool masked = false;
    bool ragged = false;  // clipped to something else than a box
  };
  Saved now_;
  std::vector<Saved> saved_;
  bool saved_clear_ = true;         // nothing shone through when the state was last saved
  std::vector<bool> clear_groups_;  // of the groups that are open
};

}  // namespace diarium
