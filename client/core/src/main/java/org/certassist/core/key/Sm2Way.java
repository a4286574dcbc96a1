package org.certassist.core.key;

/// One way in which a driver may sign with SM2: a mechanism's number, what goes in, what comes out.
///
/// No standard numbers such a mechanism (PKCS#11 3.2 has none), so each vendor has numbers of its
/// own, and which they are is data.
///
/// @param mechanism the vendor's number
public record Sm2Way(long mechanism, Takes takes, Gives gives) {
  /// What the mechanism is given to sign. `Z` is the digest over user id, curve and public key that
  /// stands before the data (GB/T 32918.2, 5.5).
  public enum Takes {
    /// The digest SM3(Z ‖ data); all of it is made here.
    DIGEST("digest"),
    /// The data; the key puts Z before it and hashes.
    DATA("data"),
    /// Z ‖ data; the key hashes.
    DATA_AFTER_Z("dataAfterZ");

    private final String word;

    Takes(String word) {
      this.word = word;
    }

    /// The name in the catalogue.
    public String word() {
      return word;
    }
  }

  /// How the mechanism writes the signature.
  public enum Gives {
    /// r and s side by side, 64 bytes.
    RAW("raw"),
    /// DER of SEQUENCE { r, s }.
    DER("der"),
    /// Nobody says which; 64 bytes are taken for r and s, all else for DER.
    EITHER("either");

    private final String word;

    Gives(String word) {
      this.word = word;
    }

    /// The name in the catalogue.
    public String word() {
      return word;
    }
  }
}
