package org.certassist.keys.revocation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.certassist.core.certificate.RevocationLists;

/// Reads files with lists of revoked certificates as CAs hand them out.
public final class CrlFiles implements RevocationLists {
  private static final Pattern BEGIN = Pattern.compile("(?=-----BEGIN X509 CRL-----)");

  @Override
  public List<byte[]> parse(byte[] file) {
    String text = new String(file, StandardCharsets.US_ASCII);
    List<byte[]> parts =
        text.contains(CrlFile.PEM)
            ? BEGIN
                .splitAsStream(text)
                .filter(part -> part.startsWith(CrlFile.PEM))
                .map(part -> part.getBytes(StandardCharsets.US_ASCII))
                .toList()
            : List.of(file);
    List<Optional<CrlFile>> read = parts.stream().map(CrlFile::of).toList();
    return read.stream().allMatch(Optional::isPresent) ? parts : List.of();
  }
}
