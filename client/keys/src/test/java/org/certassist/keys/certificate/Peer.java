package org.certassist.keys.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.certassist.core.certificate.EncodedCertificate;

/// Another validator, asked for its opinion of the same chain. Whether the certificate may sign is
/// not its question.
enum Peer {
  JAVA("Java") {
    @Override
    boolean accepts(PathCase one, Path folder) {
      return pkix(one, Security.getProvider("SUN"));
    }
  },
  BOUNCY_CASTLE("Bouncy Castle") {
    @Override
    boolean accepts(PathCase one, Path folder) {
      return pkix(one, new BouncyCastleProvider());
    }
  },
  OPENSSL("OpenSSL") {
    @Override
    boolean accepts(PathCase one, Path folder) throws IOException, InterruptedException {
      return openssl(one, folder);
    }
  };

  /// Its option reaches the certificate in question only, not the CAs above, so that each link of
  /// such a chain has to be asked about by itself.
  private static final List<String> SM2 =
      List.of("-partial_chain", "-vfyopt", "distid:1234567812345678");

  private final String word;

  Peer(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  abstract boolean accepts(PathCase one, Path folder) throws IOException, InterruptedException;

  private static boolean pkix(PathCase one, java.security.Provider provider) {
    try {
      CertificateFactory factory =
          provider.getName().equals("SUN")
              ? CertificateFactory.getInstance("X.509")
              : CertificateFactory.getInstance("X.509", provider);
      List<X509Certificate> chain = new ArrayList<>();
      chain.add(read(factory, one.end()));
      for (EncodedCertificate ca : one.cas()) {
        chain.add(read(factory, ca));
      }
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(read(factory, one.anchor()), null)));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(TestCa.NOW));
      CertPathValidator.getInstance("PKIX", provider)
          .validate(factory.generateCertPath(chain), parameters);
      return true;
    } catch (GeneralSecurityException | RuntimeException refused) {
      return false;
    }
  }

  private static X509Certificate read(CertificateFactory factory, EncodedCertificate certificate)
      throws GeneralSecurityException {
    return (X509Certificate)
        factory.generateCertificate(new ByteArrayInputStream(certificate.der()));
  }

  private static boolean openssl(PathCase one, Path folder)
      throws IOException, InterruptedException {
    if (!one.isSm2()) {
      return verify(folder, one.end(), one.cas(), one.anchor(), List.of());
    }
    List<EncodedCertificate> chain = new ArrayList<>(one.cas());
    chain.addFirst(one.end());
    chain.add(one.anchor());
    for (int i = 1; i < chain.size(); i++) {
      if (!verify(folder, chain.get(i - 1), List.of(), chain.get(i), SM2)) {
        return false;
      }
    }
    return true;
  }

  private static boolean verify(
      Path folder,
      EncodedCertificate certificate,
      List<EncodedCertificate> cas,
      EncodedCertificate anchor,
      List<String> options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "verify",
                "-x509_strict",
                "-policy_check",
                "-policy",
                "2.5.29.32.0",
                "-attime",
                String.valueOf(TestCa.NOW.getEpochSecond()),
                "-CAfile",
                Files.writeString(folder.resolve("anchor.pem"), anchor.pem()).toString()));
    if (!cas.isEmpty()) {
      String pem = cas.stream().map(EncodedCertificate::pem).collect(Collectors.joining());
      command.addAll(
          List.of("-untrusted", Files.writeString(folder.resolve("cas.pem"), pem).toString()));
    }
    command.addAll(options);
    command.add(Files.writeString(folder.resolve("end.pem"), certificate.pem()).toString());
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("openssl does not end");
    }
    return process.exitValue() == 0;
  }
}
