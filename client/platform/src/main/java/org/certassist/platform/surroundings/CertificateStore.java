package org.certassist.platform.surroundings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.certassist.core.certificate.CertificateFacts;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.surroundings.StoredCertificate;
import org.certassist.platform.registry.Registry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The user's own certificates in the store of Windows, "My", as the registry or the user's files
/// keep them; nothing of it is changed, and no private key is in it.
///
/// Each is a row of properties with a number, a word that says nothing, a length and so many bytes
/// (Microsoft, MS-GPEF 2.2.1.1.1.1). Two count here: the certificate itself, and where its key is.
///
/// @param files the folder with one file a certificate, in the same form
/// @param reader reads what a certificate says
public record CertificateStore(
    Path files, Function<EncodedCertificate, Optional<CertificateFacts>> reader) {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateStore.class);
  private static final String MY =
      "HKEY_CURRENT_USER\\Software\\Microsoft\\SystemCertificates\\My\\Certificates";
  private static final String BLOB = "Blob";

  /// `CERT_KEY_PROV_INFO_PROP_ID`: the provider and the container of the private key.
  private static final int KEY = 2;

  /// `CERT_CERT_PROP_ID`.
  private static final int CERTIFICATE = 32;

  private static final int HEADER = 3 * Integer.BYTES;

  /// A certificate has some kilobytes, its properties some hundred bytes.
  private static final int LARGEST = 64 << 10;

  /// An agent's PC has some dozens.
  private static final int MOST = 500;

  /// All of them; what cannot be read is left out.
  List<StoredCertificate> list(Registry registry) {
    List<StoredCertificate> found = new ArrayList<>();
    registry
        .branch(MY, Registry.View.WIDE)
        .forEach(key -> key.bytes(BLOB).flatMap(this::stored).ifPresent(found::add));
    blobs().forEach(blob -> stored(blob).ifPresent(found::add));
    return found.stream().limit(MOST).toList();
  }

  private List<byte[]> blobs() {
    List<byte[]> found = new ArrayList<>();
    if (!Files.isDirectory(files)) {
      return found;
    }
    try (DirectoryStream<Path> each = Files.newDirectoryStream(files)) {
      for (Path file : each) {
        if (found.size() == MOST) {
          break;
        }
        if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
          found.add(Files.readAllBytes(file));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      LOG.info("the user's certificates in {} cannot be read", files, e);
    }
    return found;
  }

  private Optional<StoredCertificate> stored(byte[] blob) {
    ByteBuffer rest = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
    Optional<EncodedCertificate> certificate = Optional.empty();
    boolean hasKey = false;
    while (rest.remaining() >= HEADER) {
      int id = rest.getInt();
      rest.getInt();
      int length = rest.getInt();
      if (length < 0 || length > rest.remaining()) {
        break;
      }
      byte[] value = new byte[length];
      rest.get(value);
      if (id == CERTIFICATE) {
        certificate = Optional.of(new EncodedCertificate(value));
      }
      hasKey |= id == KEY && length > 0;
    }
    boolean known = hasKey;
    return certificate.map(found -> new StoredCertificate(found, reader.apply(found), known));
  }
}
