package org.certassist.core.certificate;

/// Why a revocation could not be checked; a later one tells more, and is the one that is shown
/// where several ways failed.
public enum NotCheckedReason {
  /// Nobody asked: no chain, or asking is switched off.
  NOT_ASKED("notAsked"),
  /// The certificate names no list and no place to ask, and the profile none either.
  NOTHING_PUBLISHED("nothingPublished"),
  /// The address is none that a stranger's certificate may send this PC to.
  ADDRESS_REFUSED("addressRefused"),
  NOT_REACHED("notReached"),
  /// The CA's server was there, but slower than a check may take.
  TIME_UP("timeUp"),
  /// The server asks to come back later.
  TRY_LATER("tryLater"),
  /// The server does not answer such questions.
  ANSWER_REFUSED("answerRefused"),
  /// The list or answer is about other certificates.
  OTHER_CERTIFICATES("otherCertificates"),
  TOO_LARGE("tooLarge"),
  MALFORMED("malformed"),
  /// Lists were found for some reasons only.
  SOME_REASONS_ONLY("someReasonsOnly"),
  /// It has a critical extension that this program does not know.
  UNKNOWN_EXTENSION("unknownExtension"),
  /// Neither the CA's signature nor that of somebody whom it named for this.
  WRONG_SIGNER("wrongSigner"),
  /// Signed by somebody whom the CA named for this, who may himself have been revoked.
  SIGNER_NOT_CHECKED("signerNotChecked"),
  /// The answer belongs to another question than ours.
  OTHER_QUESTION("otherQuestion"),
  NOT_YET_VALID("notYetValid"),
  TOO_OLD("tooOld"),
  /// The server answered that it does not know the certificate.
  UNKNOWN_TO_CA("unknownToCa");

  private final String word;

  NotCheckedReason(String word) {
    this.word = word;
  }

  /// The name in `--json` output and texts.
  public String word() {
    return word;
  }
}
