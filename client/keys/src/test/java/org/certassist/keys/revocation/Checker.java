package org.certassist.keys.revocation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.keys.certificate.TestCa;

/// Another validator, asked what the same lists and answers say.
enum Checker {
  JAVA("Java") {
    @Override
    Optional<Duty> of(ListCase one, Path folder) {
      return isLottery(one)
          ? Optional.empty()
          : Optional.of(byLists(one, Security.getProvider("SUN")));
    }

    @Override
    Optional<Duty> of(AnswerCase one) {
      return byAnswer(one, Security.getProvider("SUN"));
    }
  },
  BOUNCY_CASTLE("Bouncy Castle") {
    @Override
    Optional<Duty> of(ListCase one, Path folder) {
      return isLottery(one) ? Optional.empty() : Optional.of(byLists(one, TestCa.BC));
    }

    @Override
    Optional<Duty> of(AnswerCase one) {
      return byAnswer(one, TestCa.BC);
    }
  },
  OPENSSL("OpenSSL") {
    @Override
    Optional<Duty> of(ListCase one, Path folder) throws IOException, InterruptedException {
      // its option for SM2 does not reach lists
      return one.title().startsWith("SM2") ? Optional.empty() : Optional.of(openssl(one, folder));
    }

    // goes by this PC's clock only
    @Override
    Optional<Duty> of(AnswerCase one) {
      return Optional.empty();
    }
  };

  /// Whether two complete lists of one name lie there: Java's stores give them out in no order, and
  /// the first one that fits decides.
  private static boolean isLottery(ListCase one) {
    return one.lists().values().stream()
        .flatMap(list -> CrlFile.of(list).stream())
        .filter(list -> list.extension(Extension.deltaCRLIndicator).isEmpty())
        .collect(Collectors.groupingBy(CrlFile::issuer, Collectors.counting()))
        .values()
        .stream()
        .anyMatch(count -> count > 1);
  }

  private final String word;

  Checker(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /// Empty where it cannot be asked.
  abstract Optional<Duty> of(ListCase one, Path folder) throws IOException, InterruptedException;

  abstract Optional<Duty> of(AnswerCase one);

  private static Duty byLists(ListCase one, Provider provider) {
    return validate(
        one.path(),
        provider,
        (parameters, factory) -> {
          List<Object> all = new ArrayList<>();
          for (byte[] list : one.lists().values()) {
            all.add(factory.generateCRL(new ByteArrayInputStream(list)));
          }
          for (EncodedCertificate other : one.others()) {
            all.add(read(factory, other));
          }
          parameters.addCertStore(store(all, provider));
          parameters.setRevocationEnabled(true);
        });
  }

  private static CertStore store(Collection<?> all, Provider provider)
      throws GeneralSecurityException {
    return CertStore.getInstance("Collection", new CollectionCertStoreParameters(all), provider);
  }

  private static Optional<Duty> byAnswer(AnswerCase one, Provider provider) {
    return one.sentTo() == AnswerCase.SentTo.US
        ? Optional.empty()
        : Optional.of(byAnswerToAll(one, provider));
  }

  private static Duty byAnswerToAll(AnswerCase one, Provider provider) {
    return validate(
        one.path(),
        provider,
        (parameters, factory) -> {
          PKIXRevocationChecker checker =
              (PKIXRevocationChecker)
                  CertPathValidator.getInstance("PKIX", provider).getRevocationChecker();
          checker.setOptions(
              EnumSet.of(
                  PKIXRevocationChecker.Option.ONLY_END_ENTITY,
                  PKIXRevocationChecker.Option.NO_FALLBACK));
          checker.setOcspResponses(
              Map.of(read(factory, one.path().getFirst()), one.server().apply(question(one))));
          parameters.setRevocationEnabled(false);
          parameters.addCertPathChecker(checker);
        });
  }

  /// A question without a random number, as these ask.
  private static byte[] question(AnswerCase one) {
    try {
      var digests = new JcaDigestCalculatorProviderBuilder().setProvider(TestCa.BC).build();
      X509CertificateHolder issuer = Statements.holder(one.path().get(1));
      return new OCSPReqBuilder()
          .addRequest(
              new CertificateID(
                  digests.get(CertificateID.HASH_SHA1),
                  issuer,
                  Statements.serial(one.path().getFirst())))
          .build()
          .getEncoded();
    } catch (IOException | OCSPException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is added to the parameters.
  private interface Adding {
    void to(PKIXParameters parameters, CertificateFactory factory) throws GeneralSecurityException;
  }

  private static Duty validate(List<EncodedCertificate> path, Provider provider, Adding adding) {
    try {
      CertificateFactory factory =
          provider.getName().equals("SUN")
              ? CertificateFactory.getInstance("X.509")
              : CertificateFactory.getInstance("X.509", provider);
      List<X509Certificate> chain = new ArrayList<>();
      for (EncodedCertificate one : path.subList(0, path.size() - 1)) {
        chain.add(read(factory, one));
      }
      PKIXParameters parameters =
          new PKIXParameters(Set.of(new TrustAnchor(read(factory, path.getLast()), null)));
      parameters.setDate(Date.from(TestCa.NOW));
      adding.to(parameters, factory);
      CertPathValidator.getInstance("PKIX", provider)
          .validate(factory.generateCertPath(chain), parameters);
      return Duty.GOOD;
    } catch (CertPathValidatorException refused) {
      return isRevoked(refused) ? Duty.REVOKED : Duty.UNKNOWN;
    } catch (GeneralSecurityException | RuntimeException refused) {
      return Duty.UNKNOWN;
    }
  }

  private static boolean isRevoked(CertPathValidatorException refused) {
    return refused.getReason() == BasicReason.REVOKED
        || Stream.<Throwable>iterate(refused, cause -> cause != null, Throwable::getCause)
            .limit(9)
            .map(cause -> String.valueOf(cause.getMessage()))
            .anyMatch(said -> said.contains("revocation after") || said.contains("revoked"));
  }

  private static X509Certificate read(CertificateFactory factory, EncodedCertificate certificate)
      throws GeneralSecurityException {
    return (X509Certificate)
        factory.generateCertificate(new ByteArrayInputStream(certificate.der()));
  }

  private static Duty openssl(ListCase one, Path folder) throws IOException, InterruptedException {
    String lists =
        one.lists().values().stream()
            .map(list ->
                "-----BEGIN X509 CRL-----\n"
                    + Base64.getMimeEncoder().encodeToString(list)
                    + "\n-----END X509 CRL-----\n")
            .collect(Collectors.joining());
    String untrusted =
        Stream.concat(Stream.of(one.path().get(1)), one.others().stream())
            .map(EncodedCertificate::pem)
            .collect(Collectors.joining());
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "verify",
                "-crl_check_all",
                "-extended_crl",
                "-use_deltas",
                "-attime",
                String.valueOf(TestCa.NOW.getEpochSecond()),
                "-CAfile",
                written(folder, "anchor.pem", one.path().getLast().pem()),
                "-untrusted",
                written(folder, "cas.pem", untrusted)));
    if (!one.lists().isEmpty()) {
      command.addAll(List.of("-CRLfile", written(folder, "lists.pem", lists)));
    }
    command.add(written(folder, "end.pem", one.path().getFirst().pem()));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("openssl does not end");
    }
    if (process.exitValue() == 0) {
      return Duty.GOOD;
    }
    return Files.readString(said).contains("error 23 ") ? Duty.REVOKED : Duty.UNKNOWN;
  }

  private static String written(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII).toString();
  }
}
