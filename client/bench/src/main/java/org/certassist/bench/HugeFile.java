package org.certassist.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Engine;
import org.certassist.core.key.KeyException;
import org.certassist.core.key.KeyFault;
import org.certassist.core.key.KeySession;
import org.certassist.core.key.PinState;
import org.certassist.core.key.RawSignature;
import org.certassist.core.key.SignatureAlgorithm;
import org.certassist.core.key.SigningKey;
import org.certassist.core.key.TokenKey;
import org.certassist.core.key.TokenPin;
import org.certassist.core.signature.FileVerdict;
import org.certassist.core.signature.Packing;
import org.certassist.core.signature.SignedFiles.Placement;
import org.certassist.core.signature.SignedFiles.Question;
import org.certassist.core.signature.Sm2Form;
import org.certassist.keys.cms.CmsFiles;

/// A file larger than any heap, signed and verified in a JVM with a small one.
final class HugeFile {
  private final Report report;
  private final long length;
  private final SmallCa ca = new SmallCa();
  private final KeyPair keys = SmallCa.newKeys();
  private final EncodedCertificate unit =
      ca.unit("unit", keys, new ASN1ObjectIdentifier("1.2.156.99999.9"), DERNull.INSTANCE);

  HugeFile(Report report, long length) throws Exception {
    this.report = report;
    this.length = length;
  }

  void measure() throws Exception {
    Path folder = Files.createTempDirectory("certassist-bench");
    Path content = folder.resolve("content");
    Path signature = folder.resolve("content.p7s");
    Path out = folder.resolve("out");
    try {
      try (RandomAccessFile file = new RandomAccessFile(content.toFile(), "rw")) {
        file.setLength(length);
      }
      timed("signed, detached", () -> sign(content, Placement.DETACHED, signature));
      AtomicReference<FileVerdict> verified = new AtomicReference<>();
      timed("verified, detached", () -> verified.set(verify(signature, Optional.of(content))));
      timed("signed, attached", () -> sign(content, Placement.ATTACHED, signature));
      timed("verified, attached", () -> verified.set(verify(signature, Optional.empty())));
      timed("taken out", () -> takeOut(signature, verified.get(), out));
    } finally {
      for (Path file : List.of(content, signature, out, folder)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /// One step.
  private interface Work {
    void run() throws Exception;
  }

  private void timed(String what, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    report.note(
        "a file of " + (length >> 20) + " MB " + what + ", s",
        (System.nanoTime() - start) / 1e9,
        "heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB");
  }

  private void sign(Path content, Placement placement, Path signature) throws Exception {
    try (OutputStream out = Files.newOutputStream(signature)) {
      Engine _ =
          new CmsFiles()
              .sign(
                  content,
                  placement,
                  new Session(),
                  new Packing(List.of(), SmallCa.NOW, Sm2Form.CMS),
                  out);
    }
  }

  private FileVerdict verify(Path signature, Optional<Path> content) throws IOException {
    FileVerdict verdict =
        new CmsFiles()
            .examine(
                new Question(
                    signature, content, List.of(), List.of(ca.certificate()), SmallCa.NOW));
    if (!verdict.isValid()) {
      throw new IllegalStateException("not valid");
    }
    return verdict;
  }

  private static void takeOut(Path signature, FileVerdict verified, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      new CmsFiles().takeOut(signature, verified, out);
    }
  }

  /// A key of the JDK.
  private final class Session implements KeySession {
    @Override
    public SigningKey key() {
      return new SigningKey(
          new TokenKey(
              Path.of("bench"),
              "bench",
              "bench",
              "bench",
              "1",
              "bench",
              TokenPin.usual(PinState.OK),
              List.of(unit),
              List.of()),
          unit);
    }

    @Override
    public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned) throws KeyException {
      try {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(toBeSigned);
        return new RawSignature(signature.sign(), Engine.SOFTKEY);
      } catch (GeneralSecurityException e) {
        throw new KeyException(new KeyFault.DriverError("sign", "bench"), e);
      }
    }

    @Override
    public void close() {}
  }
}
