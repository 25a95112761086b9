#pragma once

#include <poppler/PDFDoc.h>

#include <optional>

#include "models/sheet.h"
#include "pipeline/read/pdf_recorder.h"
#include "pipeline/read/read.h"

namespace diarium {

/// The picture that is the page: alone on it, upright or turned by quarters, covering most of it; a
/// scan. Nothing where other ink stands beside or on it, or where it is one of several.
std::optional<DrawnPicture> sole_picture(const PageContent& content);

/// The pixels of `picture` as they are stored (on a page shown with `turn` more degrees), turned as
/// the page shows them. Nothing when its bytes can't be decoded to the end or it has more pixels
/// than the limit.
std::optional<Raster> picture_pixels(PDFDoc& document, int number, int turn,
                                     const DrawnPicture& picture, const ReadLimits& limits);

/// The box around a picture, whatever part of it the page shows.
Rect whole_box(const PictureMatrix& matrix);

/// Whether a picture lies upright or turned by quarters.
bool lies_straight(const PictureMatrix& matrix);

/// The pixels of `picture` as they are stored (`content` was recorded with `turn` more degrees),
/// turned as the page shows them, on a white ground as large as the page where the picture is
/// smaller. Nothing when its bytes can't be decoded to the end or it has more pixels than the
/// limit.
std::optional<Raster> stored_pixels(PDFDoc& document, int number, int turn,
                                    const PageContent& content, const DrawnPicture& picture,
                                    const ReadLimits& limits);

}  // namespace diarium
