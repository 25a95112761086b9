#include "pipeline/run/reading_pool.h"

#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "temporary_archive.h"

using namespace diarium;

namespace {

struct Heard {
  std::map<std::size_t, int> pages;
  std::map<std::size_t, std::set<int>> read;
  std::map<std::size_t, ErrorCode> failed;
  std::multiset<std::size_t> done;
};

ReadingPool::Listener listener_to(Heard& heard) {
  return {
      .starting = [](std::size_t) {},
      .opened = [&](std::size_t file, int pages, const std::string&) { heard.pages[file] = pages; },
      .read = [&](std::size_t file, const Page& page,
                  const PageTimes&) { heard.read[file].insert(page.number); },
      .lost = [](std::size_t,
                 const Error& error) { FAIL("lost page " << error.page << ": " << error.message); },
      .failed = [&](std::size_t file, const Error& error) { heard.failed[file] = error.code; },
      .done = [&](std::size_t file) { heard.done.insert(file); },
  };
}

void run(ReadingPool& pool) {
  while (!pool.idle()) pool.step(std::chrono::milliseconds(100));
}

}  // namespace

TEST_CASE("reading pool: a long file is shared in ranges, each page read once, and done once") {
  const TemporaryFolder folder;
  std::vector<std::vector<std::string>> pages;
  std::set<int> numbers;
  for (int n = 1; n <= 23; ++n) {
    pages.push_back(memo_lines(n));
    numbers.insert(n);
  }
  Configuration configuration;
  configuration.pages_per_task = 4;
  configuration.jobs = 2;
  Heard heard;
  ReadingPool pool(configuration, listener_to(heard));
  pool.add(0, folder.write("long.pdf", pdf_of(pages)), {});
  pool.add(1, folder.write("short.pdf", pdf_of({memo_lines(1)})), {});
  run(pool);
  CHECK(heard.pages == std::map<std::size_t, int>{{0, 23}, {1, 1}});
  CHECK(heard.read[0] == numbers);
  CHECK(heard.done == std::multiset<std::size_t>{0, 1});
}

TEST_CASE("reading pool: fresh pages are not read again") {
  const TemporaryFolder folder;
  const auto file = folder.write("a.pdf", pdf_of({memo_lines(1), memo_lines(2), memo_lines(3)}));
  Heard heard;
  const Configuration configuration;
  ReadingPool pool(configuration, listener_to(heard));
  pool.add(0, file, {1, 3});
  pool.add(1, file, {1, 2, 3});
  run(pool);
  CHECK(heard.read[0] == std::set<int>{2});
  CHECK(heard.read[1].empty());
  CHECK(heard.done == std::multiset<std::size_t>{0, 1});
}

TEST_CASE("reading pool: a file that can't be read fails once, beside good ones") {
  const TemporaryFolder folder;
  Heard heard;
  const Configuration configuration;
  ReadingPool pool(configuration, listener_to(heard));
  pool.add(0, folder.write("text.pdf", "only text"), {});
  pool.add(1, folder.write("good.pdf", pdf_of({memo_lines(1)})), {});
  run(pool);
  CHECK(heard.failed == std::map<std::size_t, ErrorCode>{{0, ErrorCode::unsupported}});
  CHECK(heard.done == std::multiset<std::size_t>{1});
}
