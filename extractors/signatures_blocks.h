#pragma once

#include <optional>
#include <vector>

#include "extractors/signatures_grammar.h"
#include "models/document.h"

namespace diarium {

/// What a run of paragraphs holds of names.
enum class SignatureBlockKind {
  signature,    ///< closes a document
  header_card,  ///< case officers at the top of a memo
  attestation,  ///< those who attest minutes, role first
  sign_off,     ///< closes an e-mail: name, role, then contact details
};

/// Paragraphs in which people sign, one after the other.
struct SignatureBlock {
  SignatureBlockKind kind = SignatureBlockKind::signature;
  std::vector<const Paragraph*> paragraphs;
  std::optional<SigningGroup>
      group;  ///< of a line right above that was taken for text or a heading
};

/// The blocks of a document, in reading order.
std::vector<SignatureBlock> signature_blocks(const Document& document,
                                             const SignatureGrammar& grammar);

}  // namespace diarium
