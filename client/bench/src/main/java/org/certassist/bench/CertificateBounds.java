package org.certassist.bench;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.certassist.core.certificate.CertificateReport;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Material;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Publication;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.Revocations.Question;
import org.certassist.core.certificate.StatusPublications;
import org.certassist.keys.certificate.X509Certificates;
import org.certassist.keys.revocation.X509Revocations;
import org.jspecify.annotations.Nullable;

/// What a stranger's largest certificates, lists and answers cost, in a JVM with a small heap.
final class CertificateBounds {
  private static final int ENTRIES = 1_000_000;
  private static final int LARGEST_ANSWER = 64 << 10;
  private static final int LARGEST_FILE = 8 << 20;
  private static final String AT = "http://bench.example/list.crl";
  private static final String SERVER = "http://bench.example/ocsp";

  private static final Date NEXT = Date.from(SmallCa.NOW.plusSeconds(3600));

  private final Report report;
  private final SmallCa ca = new SmallCa();
  private final KeyPair keys = SmallCa.newKeys();

  CertificateBounds(Report report) throws Exception {
    this.report = report;
  }

  void measure() throws Exception {
    list();
    answer();
    bundle();
  }

  private <T> T timed(String what, String remark, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T made = work.call();
    report.note(what + ", s", (System.nanoTime() - start) / 1e9, remark);
    return made;
  }

  private static void demand(boolean held, String what) {
    if (!held) {
      throw new IllegalStateException(what);
    }
  }

  private void list() throws Exception {
    EncodedCertificate unit = ca.unit("unit", keys, Extension.cRLDistributionPoints, points());
    for (int entries : new int[] {ENTRIES / 10, ENTRIES}) {
      byte[] list = LongList.of(ca, entries);
      for (int round = 0; round < 3; round++) {
        Revocation word =
            timed(
                String.format(Locale.ROOT, "a list of %,d entries read", entries),
                String.format(Locale.ROOT, "%.1f MB", list.length / 1e6),
                () -> ask(unit, publishing(list, null)));
        demand(word instanceof Revocation.Good, word.toString());
      }
    }
  }

  private static CRLDistPoint points() {
    return new CRLDistPoint(
        new DistributionPoint[] {
          new DistributionPoint(
              new DistributionPointName(
                  new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, AT))),
              null,
              null)
        });
  }

  private void answer() throws Exception {
    EncodedCertificate unit =
        ca.unit(
            "unit",
            keys,
            Extension.authorityInfoAccess,
            new AuthorityInformationAccess(
                AccessDescription.id_ad_ocsp,
                new GeneralName(GeneralName.uniformResourceIdentifier, SERVER)));
    for (int round = 0; round < 3; round++) {
      int[] length = new int[1];
      Revocation word =
          timed(
              "an answer as long as one may be, made and read",
              "64 KB, 600 certificates",
              () ->
                  ask(
                      unit,
                      publishing(
                          new byte[0],
                          question -> {
                            byte[] made = longAnswer(unit, question);
                            length[0] = made.length;
                            return made;
                          })));
      demand(word instanceof Revocation.Good, word.toString());
      demand(length[0] <= LARGEST_ANSWER && length[0] > LARGEST_ANSWER / 2, "length " + length[0]);
    }
  }

  /// Words about hundreds of certificates, the one asked about last.
  private byte[] longAnswer(EncodedCertificate unit, byte[] question) throws Exception {
    var digests = new JcaDigestCalculatorProviderBuilder().build();
    X509CertificateHolder issuer = SmallCa.holder(ca.certificate());
    BasicOCSPRespBuilder builder = new BasicOCSPRespBuilder(new RespID(SmallCa.NAME));
    for (int i = 0; i < 600; i++) {
      builder.addResponse(
          new CertificateID(
              digests.get(CertificateID.HASH_SHA1), issuer, BigInteger.valueOf(1_000_000 + i)),
          CertificateStatus.GOOD,
          Date.from(SmallCa.NOW),
          NEXT);
    }
    builder.addResponse(
        new CertificateID(
            digests.get(CertificateID.HASH_SHA1), issuer, SmallCa.holder(unit).getSerialNumber()),
        CertificateStatus.GOOD,
        Date.from(SmallCa.NOW),
        NEXT);
    Extension nonce = new OCSPReq(question).getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
    builder.setResponseExtensions(new Extensions(nonce));
    return new OCSPRespBuilder()
        .build(
            OCSPRespBuilder.SUCCESSFUL,
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(ca.keys().getPrivate()),
                new X509CertificateHolder[0],
                Date.from(SmallCa.NOW)))
        .getEncoded();
  }

  private Revocation ask(EncodedCertificate unit, StatusPublications publications)
      throws InterruptedException {
    return new X509Revocations(publications)
        .ask(
            new Question(
                List.of(unit, ca.certificate()),
                List.of(),
                List.of(),
                RevocationPolicy.USUAL,
                SmallCa.NOW,
                SmallCa.NOW))
        .overall();
  }

  /// What a server does with a question.
  private interface Server {
    byte[] answer(byte[] question) throws Exception;
  }

  private static StatusPublications publishing(byte[] list, @Nullable Server server) {
    return new StatusPublications() {
      @Override
      public Publication list(URI address, Manner manner) {
        return newList(address, manner);
      }

      @Override
      public Publication newList(URI address, Manner manner) {
        return new Publication.Fetched(list, SmallCa.NOW);
      }

      @Override
      public void keep(URI address, Publication.Fetched fetched) {}

      @Override
      public Publication answer(URI address, byte[] question, Manner manner) {
        try {
          return server == null
              ? new Publication.Missed(NotCheckedReason.NOT_REACHED)
              : new Publication.Fetched(server.answer(question), SmallCa.NOW);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private void bundle() throws Exception {
    X509Certificates certificates = new X509Certificates();
    ASN1ObjectIdentifier some = new ASN1ObjectIdentifier("1.2.156.99999.9");
    List<EncodedCertificate> many = new ArrayList<>();
    long bytes = 0;
    while (bytes < LARGEST_FILE - 65_536) {
      EncodedCertificate one = ca.unit("unit " + many.size(), keys, some, DERNull.INSTANCE);
      many.add(one);
      bytes += one.der().length;
    }
    byte[] file = certificates.bundle(many);
    demand(file.length <= LARGEST_FILE, "length " + file.length);
    int made = many.size();
    many.clear();
    List<EncodedCertificate> read =
        timed(
            "a .p7b as large as one may be, read",
            String.format(Locale.ROOT, "%,d certificates in 8 MB", made),
            () -> certificates.parse(file));
    demand(read.size() == 500, "read " + read.size());
    List<CertificateReport> reports =
        timed(
            "each of the 500 judged beside the others",
            "",
            () ->
                certificates.examineEach(
                    read, new Material(read, List.of(ca.certificate())), SmallCa.NOW));
    demand(reports.stream().allMatch(one -> one.status().isGood()), "good");
  }
}
