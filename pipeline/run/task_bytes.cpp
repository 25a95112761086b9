#include "pipeline/run/task_bytes.h"

#include <cassert>
#include <cstdint>
#include <cstring>
#include <vector>

namespace diarium {
namespace {

using Number = std::uint32_t;

void put(std::string& out, std::size_t value) {
  const auto number = static_cast<Number>(value);
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void put(std::string& out, std::string_view text) {
  put(out, text.size());
  out += text;
}

void put(std::string& out, const std::vector<int>& pages) {
  put(out, pages.size());
  for (const int page : pages) put(out, static_cast<std::size_t>(page));
}

class Taker {
 public:
  explicit Taker(std::string_view bytes) : rest_(bytes) {}

  std::size_t number() {
    Number value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(number())); }
  std::vector<int> pages() {
    std::vector<int> pages(number());
    for (int& page : pages) page = static_cast<int>(number());
    return pages;
  }

 private:
  std::string_view take(std::size_t size) {
    assert(size <= rest_.size());
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
};

}  // namespace

std::string bytes_of(const WorkerTask& task) {
  std::string out;
  put(out, std::string_view(task.file.native()));
  put(out, task.pages);
  put(out, task.fresh);
  put(out, std::string_view(task.sha256));
  put(out, std::string_view(task.built_in));
  put(out, task.painted.size());
  for (const auto& [page, rotation] : task.painted) {
    put(out, static_cast<std::size_t>(page));
    put(out, static_cast<std::size_t>(rotation));
  }
  return out;
}

WorkerTask task_of_bytes(std::string_view bytes) {
  Taker taker(bytes);
  WorkerTask task;
  task.file = taker.text();
  task.pages = taker.pages();
  task.fresh = taker.pages();
  task.sha256 = taker.text();
  task.built_in = taker.text();
  for (std::size_t left = taker.number(); left > 0; --left) {
    const auto page = static_cast<int>(taker.number());
    task.painted[page] = static_cast<int>(taker.number());
  }
  return task;
}

}  // namespace diarium
