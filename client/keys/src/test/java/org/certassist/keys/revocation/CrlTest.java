package org.certassist.keys.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.certassist.keys.revocation.Statements.REVOKED_AT;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.serial;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations.Question;
import org.certassist.keys.certificate.TestCa;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How lists are come by, kept and read; what they mean is in [RevocationCasesTest].
@Timeout(120)
class CrlTest {
  private static final String AT = "http://crl.test.cn/issuing.crl";
  private static final String DELTA_AT = "http://crl.test.cn/delta.crl";
  private static final Party ROOT = party("Root");
  private static final Party ISSUING = party("Issuing CA");
  private static final Party OTHER_CA = party("Other CA");
  private static final Party STRANGER = party("Stranger");
  private static final Party UNIT = party("苏州测试有限公司");

  private static final EncodedCertificate ROOT_CERTIFICATE = root(ROOT);
  private static final EncodedCertificate ISSUING_CERTIFICATE =
      certificate(ISSUING, ROOT).ca(0).make();
  private static final EncodedCertificate UNIT_CERTIFICATE =
      certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT)).make();
  private static final BigInteger SERIAL = serial(UNIT_CERTIFICATE);

  private static final Date EARLY = Date.from(REVOKED_AT);
  private static final Date LATE = Date.from(REVOKED_AT.plus(Duration.ofDays(1000)));

  private final PaperPublications publications = new PaperPublications();
  private EncodedCertificate asked = UNIT_CERTIFICATE;
  private EncodedCertificate issuer = ISSUING_CERTIFICATE;
  private RevocationPolicy policy = RevocationPolicy.USUAL;
  private final List<EncodedCertificate> others = new ArrayList<>();

  private Question question(byte[]... given) {
    return new Question(
        List.of(asked, issuer, ROOT_CERTIFICATE), others, List.of(given), policy, NOW, NOW);
  }

  private RevocationReport ask(byte[]... given) throws InterruptedException {
    return new X509Revocations(publications).ask(question(given));
  }

  /// The word on the unit's own certificate.
  private String word(byte[]... given) throws InterruptedException {
    return Duty.words(ask(given).asked().getFirst().result());
  }

  @Test
  void aRevocationHasItsDateAndSource() throws Exception {
    publications.list(AT, list(ISSUING).revokes(UNIT_CERTIFICATE).make());

    assertThat(ask().overall())
        .isEqualTo(
            new Revocation.Revoked(
                RevocationSource.LIST, REVOKED_AT, RevocationReason.KEY_COMPROMISE));
  }

  @Test
  void whatWasRevokedLaterWasGoodThen() throws Exception {
    publications.list(AT, list(ISSUING).revokes(UNIT_CERTIFICATE).make());
    List<EncodedCertificate> path = List.of(asked, issuer, ROOT_CERTIFICATE);
    X509Revocations revocations = new X509Revocations(publications);

    assertThat(
            Stream.of(REVOKED_AT.minusSeconds(1), REVOKED_AT)
                .map(at -> new Question(path, others, List.of(), policy, at, NOW))
                .map(question -> first(revocations, question)))
        .containsExactly("good", "revoked keyCompromise");
  }

  private static String first(X509Revocations revocations, Question question) {
    try {
      return Duty.words(revocations.ask(question).asked().getFirst().result());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Statements.ListDraft delta(int number, int since) {
    return list(ISSUING).number(number).deltaSince(since);
  }

  /// Another way to write the number 5 would pass for another number, and its entry for another's.
  @Test
  void aListWithAPaddedSerialNumberIsNotUnderstood() {
    byte[] made = list(ISSUING).revokes(BigInteger.valueOf(0x0105), 1).make();
    String hex = HexFormat.of().formatHex(made);
    assertThat(hex).containsOnlyOnce("02020105");
    byte[] padded = HexFormat.of().parseHex(hex.replace("02020105", "02020005"));
    CrlFile list = CrlFile.of(padded).orElseThrow();

    assertThatThrownBy(() -> list.find(ISSUING.name(), BigInteger.valueOf(5), false))
        .isInstanceOfSatisfying(
            UnusableException.class,
            refused -> assertThat(refused.reason()).isEqualTo(NotCheckedReason.MALFORMED));
  }

  @Test
  void ofTwoEntriesTheEarlierCounts() throws Exception {
    for (List<Date> dates : List.of(List.of(EARLY, LATE), List.of(LATE, EARLY))) {
      X509v2CRLBuilder twice = new X509v2CRLBuilder(ISSUING.name(), Date.from(NOW));
      dates.forEach(date -> twice.addCRLEntry(SERIAL, date, CRLReason.keyCompromise));
      byte[] made =
          twice
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA")
                      .setProvider(TestCa.BC)
                      .build(ISSUING.keys().getPrivate()))
              .getEncoded();

      assertThat(
              CrlFile.of(made)
                  .orElseThrow()
                  .find(ISSUING.name(), SERIAL, false)
                  .orElseThrow()
                  .since())
          .isEqualTo(EARLY.toInstant());
    }
  }

  @Test
  void aDeltaListLiftsASuspension() throws Exception {
    byte[] base = list(ISSUING).number(5).revokes(SERIAL, CRLReason.certificateHold).make();

    assertThat(word(base)).isEqualTo("revoked certificateHold");
    assertThat(word(base, delta(6, 5).make())).isEqualTo("revoked certificateHold");
    assertThat(word(base, delta(6, 5).revokes(SERIAL, CRLReason.removeFromCRL).make()))
        .isEqualTo("good");
    assertThat(
            word(
                base,
                delta(6, 5).revokes(SERIAL, CRLReason.removeFromCRL).make(),
                delta(7, 5).revokes(SERIAL, 1).make()))
        .isEqualTo("revoked keyCompromise");
  }

  @Test
  void theDeltaThatTheCertificateNamesIsAsked() throws Exception {
    asked =
        certificate(UNIT, ISSUING)
            .extension("2.5.29.31", listAt(AT))
            .extension("2.5.29.46", listAt(DELTA_AT))
            .make();
    publications.list(AT, list(ISSUING).number(5).make());
    publications.list(DELTA_AT, delta(6, 5).revokes(asked).make());

    assertThat(word()).isEqualTo("revoked keyCompromise");
  }

  @Test
  void aListThatTheUserNamedComesFirstInDerOrPem() throws Exception {
    publications.list(AT, list(ISSUING).make());
    byte[] der = list(ISSUING).revokes(UNIT_CERTIFICATE).make();
    String pem =
        "-----BEGIN X509 CRL-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END X509 CRL-----\n";

    assertThat(word(der)).isEqualTo("revoked keyCompromise");
    assertThat(word(pem.getBytes(StandardCharsets.US_ASCII))).isEqualTo("revoked keyCompromise");
    assertThat(publications.asked).isEmpty();
    assertThat(word(list(OTHER_CA).make())).isEqualTo("good");
  }

  @Test
  void whoNamesNoListIsNotCheckedUnlessTheRegionKnowsOne() throws Exception {
    asked = certificate(UNIT, ISSUING).make();
    assertThat(word()).isEqualTo("nothingPublished");

    policy = policy.withLists(List.of(URI.create(AT)));
    assertThat(word()).isEqualTo("notReached");

    publications.list(AT, list(ISSUING).revokes(asked).make());
    assertThat(word()).isEqualTo("revoked keyCompromise");
  }

  @Test
  void addressesOfOtherSortsAndTooManyAreLeft() throws Exception {
    String[] many = new String[50];
    Arrays.setAll(many, i -> (i % 2 == 0 ? "ldap" : "http") + "://crl.test.cn/" + i);
    asked = certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(many)).make();

    assertThat(word()).isEqualTo("notReached");
    assertThat(publications.asked).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aKeptListThatIsDamagedOrOldIsFetchedAnew() throws Exception {
    byte[] fresh = list(ISSUING).revokes(UNIT_CERTIFICATE).make();
    for (byte[] kept :
        List.of(
            new byte[] {1},
            Arrays.copyOf(fresh, fresh.length - 1),
            list(ISSUING, STRANGER).make(),
            list(ISSUING).until(NOW.minus(Duration.ofDays(9))).make())) {
      publications.list(AT, fresh).kept.put(URI.create(AT), kept);

      assertThat(word()).isEqualTo("revoked keyCompromise");
      assertThat(publications.kept).containsValue(fresh);
    }
    publications.kept.put(
        URI.create(AT), list(ISSUING).until(NOW.minus(Duration.ofDays(9))).make());
    publications.lists.clear();
    assertThat(word()).isEqualTo("tooOld");
  }

  @Test
  void aListThatIsNotGenuineIsNotKept() throws Exception {
    publications.list(AT, list(ISSUING, STRANGER).make());

    assertThat(word()).isEqualTo("wrongSigner");
    assertThat(publications.kept).isEmpty();
  }

  @Test
  void oneAnswerServesForSomeMinutes() throws Exception {
    X509Revocations revocations = new X509Revocations(publications);
    publications.list(AT, list(ISSUING).make());
    revocations.ask(question());
    publications.kept.clear();

    assertThat(Duty.words(revocations.ask(question()).asked().getFirst().result()))
        .isEqualTo("good");
    assertThat(publications.asked).containsExactly("list " + AT);
    Question later =
        new Question(
            List.of(asked, issuer, ROOT_CERTIFICATE),
            others,
            List.of(),
            policy,
            NOW,
            NOW.plus(Duration.ofMinutes(10)));
    revocations.ask(later);
    assertThat(publications.asked).hasSize(2);
  }

  static Stream<byte[]> noLists() {
    byte[] good = list(ISSUING).revokes(UNIT_CERTIFICATE).make();
    byte[] longer = Arrays.copyOf(good, good.length + 1);
    byte[] nested = new byte[100_000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    return Stream.of(
        new byte[0],
        new byte[] {0x30},
        new byte[] {0x30, (byte) 0x84, 0x7f, -1, -1, -1},
        Arrays.copyOf(good, good.length / 2),
        longer,
        nested,
        "<html>log in to the hotel's network</html>".getBytes(StandardCharsets.US_ASCII),
        "-----BEGIN X509 CRL-----".getBytes(StandardCharsets.US_ASCII),
        UNIT_CERTIFICATE.der());
  }

  @ParameterizedTest
  @MethodSource("noLists")
  void bytesThatAreNoListAreMalformed(byte[] bytes) throws Exception {
    publications.list(AT, bytes);
    assertThat(word()).isEqualTo("malformed");

    publications.lists.clear();
    assertThat(word(bytes)).isEqualTo("malformed");
  }

  @Test
  void noChangedByteMakesAGoodListOrAnError() throws Exception {
    byte[] revoking = list(ISSUING).revokes(UNIT_CERTIFICATE).make();
    for (int i = 0; i < revoking.length; i++) {
      byte[] changed = revoking.clone();
      changed[i] = (byte) (changed[i] ^ (1 << (i % 8)));
      publications.list(AT, changed).kept.clear();

      assertThat(word()).as("byte " + i).isNotEqualTo("good");
    }
  }

  @Test
  void aHundredThousandEntriesAreReadInBoundedMemoryAndTime() throws Exception {
    Statements.ListDraft draft = list(ISSUING);
    BigInteger high = BigInteger.TWO.pow(120);
    for (int i = 0; i < 100_000; i++) {
      draft.revokes(high.add(BigInteger.valueOf(i)), i % 10 == 0 ? 1 : 0);
    }
    byte[] big = draft.revokes(UNIT_CERTIFICATE).make();
    long began = System.nanoTime();
    publications.list(AT, big);

    assertThat(word()).isEqualTo("revoked keyCompromise");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }
}
