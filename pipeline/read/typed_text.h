#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace diarium {

/// The text of a file that was typed, as UTF-8 NFC with '\n' as line end and '\f' between pages:
/// from UTF-8, UTF-16 with a byte order mark, Windows-1252, or the code page 850 of DOS where its
/// å, ä and ö are more. Nothing for bytes that are no text.
std::optional<std::string> typed_text(std::string_view bytes);

}  // namespace diarium
