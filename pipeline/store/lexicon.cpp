#include "pipeline/store/lexicon.h"

#include <cstring>
#include <stdexcept>

namespace diarium {
namespace {

std::uint8_t bits_of(FormUse use) {
  return static_cast<std::uint8_t>((use.word ? kWordUse : 0) | (use.first ? kFirstUse : 0) |
                                   (use.last ? kLastUse : 0));
}

}  // namespace

Lexicon::Lexicon(std::string_view image) {
  if (!is_lexicon(image)) throw std::runtime_error("this is no lexicon");
  LexiconHead head;
  std::memcpy(&head, image.data(), sizeof head);
  const char* at = image.data() + sizeof head;
  const auto take = [&at](auto& items, std::size_t count) {
    using Item = std::remove_cvref_t<decltype(items[0])>;
    items = {reinterpret_cast<const Item*>(at), count};
    at += count * sizeof(Item);
  };
  take(forms_, head.forms);
  take(table_, head.table);
  take(folded_, head.folded);
  take(buckets_, kBuckets + 1);
  take(presence_, kPresenceBytes);
  letters_ = {at, head.letters};
}

bool Lexicon::may_hold(std::uint64_t hash) const {
  const auto [byte, bit] = presence_of(hash);
  return (presence_[byte] & bit) != 0;
}

std::optional<std::uint32_t> Lexicon::number_of(std::string_view form, std::uint64_t hash) const {
  if (!may_hold(hash)) return std::nullopt;
  std::size_t slot = hash & (table_.size() - 1);
  // Bounded, for the image may come from a file that others wrote over.
  for (std::size_t tries = 0; tries < table_.size() && table_[slot] != 0; ++tries) {
    const std::uint32_t number = table_[slot] - 1;
    if (number < forms_.size() && text_of(number) == form) return number;
    slot = (slot + 1) & (table_.size() - 1);
  }
  return std::nullopt;
}

std::string_view Lexicon::text_of(std::uint32_t form) const {
  if (form >= forms_.size() || forms_[form].offset > letters_.size()) return {};
  return letters_.substr(forms_[form].offset, forms_[form].size);
}

FormUse Lexicon::find(std::string_view form, std::uint64_t hash) const {
  const std::optional<std::uint32_t> number = number_of(form, hash);
  if (!number) return {};
  const std::uint8_t uses = forms_[*number].uses;
  return {.word = (uses & kWordUse) != 0,
          .first = (uses & kFirstUse) != 0,
          .last = (uses & kLastUse) != 0};
}

std::string Lexicon::lemma_of(const std::string& form) const {
  const std::optional<std::uint32_t> number = number_of(form, hash_of(form));
  if (!number) return form;
  const std::string_view lemma = text_of(forms_[*number].lemma);
  return lemma.empty() ? form : std::string(lemma);
}

std::string Lexicon::base_of_first(const std::string& form) const {
  // "barn" begins compounds as it is, whatever else has it as a stem.
  if (find(form).word) return form;
  if (std::string lemma = lemma_of(form); lemma != form) return lemma;
  // The old genitive of words in -a: gatu, kyrko.
  if (form.ends_with('u') || form.ends_with('o')) {
    const std::string word = form.substr(0, form.size() - 1) + 'a';
    if (find(word).word) return word;
  }
  return form;
}

std::string_view Lexicon::unfolded(std::string_view folded, std::uint64_t hash, FormUse use) const {
  if (!may_hold(hash)) return {};
  const auto key = static_cast<std::uint32_t>(hash);
  const std::uint8_t wanted = bits_of(use);
  const std::uint32_t end = buckets_[(key >> kBucketShift) + 1];
  std::string_view only;
  for (std::uint32_t i = buckets_[key >> kBucketShift]; i < end && i < folded_.size(); ++i) {
    if (folded_[i].hash != key || folded_[i].form >= forms_.size()) continue;
    if ((forms_[folded_[i].form].uses & wanted) == 0) continue;
    const std::string_view form = text_of(folded_[i].form);
    if (form.empty() || without_dots(form) != folded) continue;
    if (!only.empty()) return {};
    only = form;
  }
  return only;
}

bool is_lexicon(std::string_view image) {
  LexiconHead head;
  if (image.size() < sizeof head) return false;
  std::memcpy(&head, image.data(), sizeof head);
  const std::size_t size = sizeof head + std::size_t{head.forms} * sizeof(LexiconForm) +
                           std::size_t{head.table} * sizeof(std::uint32_t) +
                           std::size_t{head.folded} * sizeof(FoldedKey) +
                           (kBuckets + 1) * sizeof(std::uint32_t) + kPresenceBytes + head.letters;
  // Some slots of the table are empty: a look-up ends there.
  const bool searchable = head.table > head.forms && (head.table & (head.table - 1)) == 0;
  return head.magic == kLexiconMagic && searchable && image.size() == size;
}

}  // namespace diarium
