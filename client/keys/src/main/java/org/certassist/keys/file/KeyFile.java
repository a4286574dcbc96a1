package org.certassist.keys.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.BadPaddingException;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.Pin;
import org.certassist.core.key.PinCharacters;

/// A PKCS#12 file, read as a stranger's: bounded in size, depth, number of parts and work.
final class KeyFile {
  private static final int LARGEST = 1 << 20;
  private static final int DEEPEST = 32;
  private static final int MOST_PARTS = 256;

  /// All that lies in it.
  record Content(List<PrivateKeyInfo> keys, List<EncodedCertificate> certificates) {}

  private final Path path;
  private final Pfx pfx;

  private KeyFile(Path path, Pfx pfx) {
    this.path = path;
    this.pfx = pfx;
  }

  /// @throws KeyException `file.gone`, `file.unusable`
  static KeyFile read(Path path) throws KeyException {
    if (Files.notExists(path)) {
      throw new KeyException(new KeyFault.FileGone(name(path)));
    }
    try {
      byte[] bytes = bytes(path);
      Nesting.refuseDeeperThan(DEEPEST, bytes);
      return new KeyFile(path, Pfx.getInstance(bytes));
    } catch (KeyFileException refused) {
      throw unusable(path, refused.reason(), refused);
    } catch (IOException unreadable) {
      throw unusable(path, unreadable.getClass().getSimpleName(), unreadable);
    } catch (RuntimeException malformed) { // Bouncy Castle has a dozen for a stranger's bytes
      throw unusable(path, "malformed", malformed);
    }
  }

  private static byte[] bytes(Path path) throws IOException, KeyFileException {
    if (!Files.isRegularFile(path)) {
      throw new KeyFileException("no regular file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new KeyFileException("larger than " + LARGEST);
      }
      return bytes;
    }
  }

  private static KeyException unusable(Path path, String reason, Exception cause) {
    return new KeyException(new KeyFault.FileUnusable(name(path), reason), cause);
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /// Opens everything in it.
  ///
  /// @throws KeyException `file.passwordWrong`, `file.cipherUnknown`, `file.unusable`
  Content open(Pin password) throws KeyException {
    try (PasswordDerivation derivation = new PasswordDerivation(password)) {
      return new Opening(new Decryption(derivation), password).all();
    } catch (CipherUnknownException unknown) {
      throw new KeyException(
          new KeyFault.FileCipherUnknown(name(path), unknown.algorithm()), unknown);
    } catch (KeyFileException refused) {
      throw unusable(path, refused.reason(), refused);
    } catch (BadPaddingException unopened) {
      throw new KeyException(wrong(password), unopened);
    } catch (GeneralSecurityException unopened) {
      throw unusable(path, unopened.getClass().getSimpleName(), unopened);
    } catch (RuntimeException malformed) {
      throw unusable(path, "malformed", malformed);
    }
  }

  private KeyFault wrong(Pin password) {
    return PinCharacters.areTypable(password)
        ? new KeyFault.FilePasswordWrong(name(path))
        : new KeyFault.FilePasswordWrongOdd(name(path));
  }

  /// One walk through the file with a password.
  private final class Opening {
    private final Decryption decryption;
    private final Pin password;
    private final List<PrivateKeyInfo> keys = new ArrayList<>();
    private final List<EncodedCertificate> certificates = new ArrayList<>();
    private int parts;

    Opening(Decryption decryption, Pin password) {
      this.decryption = decryption;
      this.password = password;
    }

    Content all() throws GeneralSecurityException, KeyException {
      byte[] content = octets(pfx.getAuthSafe());
      if (pfx.getMacData() == null) {
        throw new KeyFileException("no check value");
      }
      if (!decryption.fits(pfx.getMacData(), content)) {
        throw new KeyException(wrong(password));
      }
      for (var each : sequence(content)) {
        safe(ContentInfo.getInstance(each));
      }
      return new Content(List.copyOf(keys), List.copyOf(certificates));
    }

    private byte[] octets(ContentInfo info) throws KeyFileException {
      if (!info.getContentType().equals(PKCSObjectIdentifiers.data)) {
        throw new KeyFileException("content " + info.getContentType());
      }
      return ASN1OctetString.getInstance(info.getContent()).getOctets();
    }

    private ASN1Sequence sequence(byte[] der) throws KeyFileException {
      Nesting.refuseDeeperThan(DEEPEST, der);
      return ASN1Sequence.getInstance(der);
    }

    private void safe(ContentInfo info) throws GeneralSecurityException {
      if (info.getContentType().equals(PKCSObjectIdentifiers.encryptedData)) {
        EncryptedData sealed = EncryptedData.getInstance(info.getContent());
        byte[] opened =
            decryption.open(sealed.getEncryptionAlgorithm(), sealed.getContent().getOctets());
        try {
          bags(opened, 0);
        } finally {
          Arrays.fill(opened, (byte) 0);
        }
      } else {
        bags(octets(info), 0);
      }
    }

    private void bags(byte[] der, int depth) throws GeneralSecurityException {
      for (var each : sequence(der)) {
        bag(SafeBag.getInstance(each), depth);
      }
    }

    private void bag(SafeBag bag, int depth) throws GeneralSecurityException {
      parts++;
      if (parts > MOST_PARTS || depth > DEEPEST) {
        throw new KeyFileException("more than " + MOST_PARTS + " parts");
      }
      var kind = bag.getBagId();
      if (kind.equals(PKCSObjectIdentifiers.keyBag)) {
        keys.add(PrivateKeyInfo.getInstance(bag.getBagValue()));
      } else if (kind.equals(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag)) {
        EncryptedPrivateKeyInfo sealed = EncryptedPrivateKeyInfo.getInstance(bag.getBagValue());
        byte[] opened = decryption.open(sealed.getEncryptionAlgorithm(), sealed.getEncryptedData());
        try {
          keys.add(PrivateKeyInfo.getInstance(sequence(opened)));
        } finally {
          Arrays.fill(opened, (byte) 0);
        }
      } else if (kind.equals(PKCSObjectIdentifiers.certBag)) {
        CertBag certificate = CertBag.getInstance(bag.getBagValue());
        if (certificate.getCertId().equals(PKCSObjectIdentifiers.x509Certificate)) {
          certificates.add(
              new EncodedCertificate(
                  ASN1OctetString.getInstance(certificate.getCertValue()).getOctets()));
        }
      } else if (kind.equals(PKCSObjectIdentifiers.safeContentsBag)) {
        for (var each : ASN1Sequence.getInstance(bag.getBagValue())) {
          bag(SafeBag.getInstance(each), depth + 1);
        }
      }
    }
  }
}
