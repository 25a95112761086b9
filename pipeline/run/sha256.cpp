#include "pipeline/run/sha256.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

#include "pipeline/run/original.h"

namespace diarium {
namespace {

/// SHA-256 in steps, by OpenSSL.
class Digest {
 public:
  Digest() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
    if (!context_ || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1) {
      throw std::runtime_error("OpenSSL offers no SHA-256");
    }
  }
  void add(const void* bytes, std::size_t size) { EVP_DigestUpdate(context_.get(), bytes, size); }
  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_DigestFinal_ex(context_.get(), digest.data(), &size);
    std::string out;
    for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", digest[i]);
    return out;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

tl::unexpected<Error> unreadable(const std::filesystem::path& path, std::string_view why) {
  return tl::unexpected(
      Error{ErrorCode::unreadable, fmt::format("can't be read: {}", why), path.string()});
}

}  // namespace

Result<std::string> sha256_of_file(const std::filesystem::path& path) {
  const Result<Descriptor> file = open_original(path);
  if (!file) return tl::unexpected(file.error());
  struct stat before {};
  if (::fstat(file->number(), &before) != 0) return unreadable(path, std::strerror(errno));
  Digest digest;
  std::int64_t read = 0;
  std::vector<char> buffer(std::size_t{1} << 18U);
  for (;;) {
    const ssize_t size = ::read(file->number(), buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return unreadable(path, std::strerror(errno));
    if (size == 0) break;
    digest.add(buffer.data(), static_cast<std::size_t>(size));
    read += size;
  }
  if (read != before.st_size) {
    return tl::unexpected(
        Error{ErrorCode::changed, "the file changed while it was read", path.string()});
  }
  return digest.hex();
}

std::string sha256_of(std::string_view bytes) {
  Digest digest;
  digest.add(bytes.data(), bytes.size());
  return digest.hex();
}

}  // namespace diarium
