package org.certassist.keys.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.certassist.keys.certificate.TestCa.NOW;
import static org.certassist.keys.certificate.TestCa.certificate;
import static org.certassist.keys.certificate.TestCa.party;
import static org.certassist.keys.certificate.TestCa.root;
import static org.certassist.keys.revocation.Statements.REVOKED_AT;
import static org.certassist.keys.revocation.Statements.add;
import static org.certassist.keys.revocation.Statements.list;
import static org.certassist.keys.revocation.Statements.listAt;
import static org.certassist.keys.revocation.Statements.named;
import static org.certassist.keys.revocation.Statements.scope;
import static org.certassist.keys.revocation.Statements.serial;
import static org.certassist.keys.revocation.Statements.someReasons;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.Revocation;
import org.certassist.core.certificate.RevocationPolicy;
import org.certassist.core.certificate.RevocationReason;
import org.certassist.core.certificate.RevocationReport;
import org.certassist.core.certificate.RevocationSource;
import org.certassist.core.certificate.Revocations.Question;
import org.certassist.keys.certificate.TestCa.Draft;
import org.certassist.keys.certificate.TestCa.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a list means for a certificate: own cases to NIST PKITS 4.4, 4.5, 4.14 and 4.15.
@Timeout(120)
class CrlTest {
  private static final String AT = "http://crl.test.cn/issuing.crl";
  private static final String DELTA_AT = "http://crl.test.cn/delta.crl";
  private static final Party ROOT = party("Root");
  private static final Party ISSUING = party("Issuing CA");
  private static final Party NEW_KEY =
      new Party(ISSUING.name(), ISSUING.algorithm(), party("Issuing CA's new key").keys());
  private static final Party OTHER_CA = party("Other CA");
  private static final Party LISTER = party("List signer");
  private static final Party STRANGER = party("Stranger");
  private static final Party UNIT = party("苏州测试有限公司");
  private static final String UNKNOWN = "1.2.156.99999.1";

  private static final EncodedCertificate ROOT_CERTIFICATE = root(ROOT);
  private static final EncodedCertificate ISSUING_CERTIFICATE =
      certificate(ISSUING, ROOT).ca(0).make();
  private static final EncodedCertificate UNIT_CERTIFICATE =
      certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT)).make();
  private static final BigInteger SERIAL = serial(UNIT_CERTIFICATE);

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
    return words(ask(given).asked().getFirst().result());
  }

  static String words(Revocation found) {
    return switch (found) {
      case Revocation.Good _ -> "good";
      case Revocation.Revoked revoked -> "revoked " + revoked.reason().word();
      case Revocation.NotChecked notChecked -> notChecked.reason().word();
    };
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        // 4.4 basic lists
        arguments("good", list(ISSUING)),
        arguments("revoked keyCompromise", list(ISSUING).revokes(UNIT_CERTIFICATE)),
        arguments("revoked unspecified", list(ISSUING).revokes(SERIAL, CRLReason.unspecified)),
        arguments("revoked unspecified", list(ISSUING).revokes(SERIAL, 77)),
        arguments("revoked certificateHold", list(ISSUING).revokes(SERIAL, 6)),
        arguments("good", list(ISSUING).revokes(SERIAL, CRLReason.removeFromCRL)),
        arguments("good", list(ISSUING).revokes(SERIAL.add(BigInteger.ONE), 1)),
        arguments("good", list(ISSUING).revokes(SERIAL.negate(), 1)),
        arguments("good", list(ISSUING).revokes(SERIAL.add(BigInteger.TWO.pow(128)), 1)),
        arguments("otherCertificates", list(OTHER_CA).revokes(SERIAL, 1)),
        arguments("otherCertificates", list(ROOT).revokes(SERIAL, 1)),
        arguments("wrongSigner", list(ISSUING, STRANGER).revokes(SERIAL, 1)),
        arguments("wrongSigner", list(ISSUING).signedWith("SHA1withECDSA")),
        arguments(
            "unknownExtension", list(ISSUING).extension(oid(UNKNOWN), true, DERNull.INSTANCE)),
        arguments("good", list(ISSUING).extension(oid(UNKNOWN), false, DERNull.INSTANCE)),
        arguments(
            "unknownExtension",
            list(ISSUING)
                .revokes(
                    SERIAL.add(BigInteger.ONE),
                    all -> add(all, oid(UNKNOWN), true, DERNull.INSTANCE))),
        arguments(
            "revoked unspecified",
            list(ISSUING)
                .revokes(
                    SERIAL,
                    all ->
                        add(
                            all,
                            Extension.invalidityDate,
                            false,
                            new ASN1GeneralizedTime("20290101000000Z")))),
        arguments("tooOld", list(ISSUING).until(NOW.minus(Duration.ofDays(3)).minusSeconds(1))),
        arguments("good", list(ISSUING).until(NOW.minus(Duration.ofDays(3)))),
        arguments(
            "revoked keyCompromise",
            list(ISSUING).until(NOW.minus(Duration.ofDays(99))).revokes(SERIAL, 1)),
        arguments("tooOld", list(ISSUING).until(NOW.minus(Duration.ofDays(99))).revokes(SERIAL, 6)),
        arguments("notYetValid", list(ISSUING, NOW.plus(Duration.ofMinutes(6)))),
        arguments("good", list(ISSUING, NOW.plus(Duration.ofMinutes(4)))),
        // 4.14 distribution points
        arguments("good", list(ISSUING).scope(scope(named(AT), false, false, false))),
        arguments(
            "revoked keyCompromise",
            list(ISSUING).scope(scope(named(AT), false, false, false)).revokes(SERIAL, 1)),
        arguments(
            "otherCertificates",
            list(ISSUING)
                .scope(scope(named("http://crl.test.cn/other.crl"), false, false, false))
                .revokes(SERIAL, 1)),
        arguments("good", list(ISSUING).scope(scope(null, true, false, false))),
        arguments("otherCertificates", list(ISSUING).scope(scope(null, false, true, false))),
        arguments(
            "otherCertificates",
            list(ISSUING)
                .scope(new IssuingDistributionPoint(null, false, false, null, false, true))),
        arguments("someReasonsOnly", list(ISSUING).scope(someReasons(ReasonFlags.keyCompromise))),
        arguments(
            "revoked keyCompromise",
            list(ISSUING).scope(someReasons(ReasonFlags.keyCompromise)).revokes(SERIAL, 1)),
        arguments("good", list(ISSUING).scope(scope(null, false, false, true))),
        arguments(
            "good", list(ISSUING).scope(scope(null, false, false, true)).revokes(SERIAL, OTHER_CA)),
        arguments(
            "revoked unspecified",
            list(ISSUING).scope(scope(null, false, false, true)).revokes(SERIAL, ISSUING)),
        // an entry without a name belongs to the last one named
        arguments(
            "good",
            list(ISSUING)
                .scope(scope(null, false, false, true))
                .revokes(BigInteger.ONE, OTHER_CA)
                .revokes(SERIAL, 1)),
        arguments("malformed", list(ISSUING).revokes(SERIAL, OTHER_CA)),
        // 4.15: a delta list alone says nothing
        arguments("otherCertificates", list(ISSUING).number(2).deltaSince(1).revokes(SERIAL, 1)));
  }

  private static ASN1ObjectIdentifier oid(String text) {
    return new ASN1ObjectIdentifier(text);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aListSaysWhatItMaySay(String expected, Statements.ListDraft draft) throws Exception {
    publications.list(AT, draft.make());

    assertThat(word()).isEqualTo(expected);
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
      return words(revocations.ask(question).asked().getFirst().result());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aRevokedIssuingCaRevokesTheChain() throws Exception {
    String rootAt = "http://crl.test.cn/root.crl";
    issuer = certificate(ISSUING, ROOT).ca(0).extension("2.5.29.31", listAt(rootAt)).make();
    publications.list(AT, list(ISSUING).make());
    publications.list(rootAt, list(ROOT).revokes(issuer, CRLReason.cACompromise).make());

    assertThat(words(ask().overall())).isEqualTo("revoked caCompromise");

    publications.kept.clear();
    publications.list(
        rootAt, list(ROOT).scope(scope(null, true, false, false)).revokes(issuer, 2).make());
    assertThat(words(ask().overall())).isEqualTo("otherCertificates");

    publications.list(
        rootAt, list(ROOT).scope(scope(null, false, true, false)).revokes(issuer, 2).make());
    assertThat(words(ask().overall())).isEqualTo("revoked caCompromise");
  }

  @Test
  void aListSignedWithSm2Counts() throws Exception {
    Party sm2 = party("SM2 CA", "EC sm2p256v1");
    issuer = certificate(sm2, ROOT).ca(0).make();
    asked = certificate(UNIT, sm2).extension("2.5.29.31", listAt(AT)).make();
    publications.list(AT, list(sm2).revokes(asked).make());
    assertThat(word()).isEqualTo("revoked keyCompromise");

    publications.kept.clear();
    publications.list(AT, list(sm2, party("other", "EC sm2p256v1")).revokes(asked).make());
    assertThat(word()).isEqualTo("wrongSigner");
  }

  static Stream<Arguments> delegates() {
    int listing = KeyUsage.cRLSign;
    return Stream.of(
        arguments("revoked unspecified", certificate(LISTER, ROOT).usage(listing)),
        arguments("revoked unspecified", certificate(LISTER, ISSUING).usage(listing)),
        arguments("wrongSigner", certificate(LISTER, ROOT).usage(KeyUsage.digitalSignature)),
        arguments("wrongSigner", certificate(LISTER, STRANGER).usage(listing)),
        arguments("wrongSigner", certificate(LISTER, LISTER).usage(listing)),
        arguments(
            "wrongSigner", certificate(LISTER, ROOT).usage(listing).until(NOW.minusSeconds(1))),
        arguments("wrongSigner", certificate(LISTER, ROOT).usage(listing).from(NOW.plusSeconds(1))),
        arguments(
            "signerNotChecked",
            certificate(LISTER, ROOT)
                .usage(listing)
                .extension("2.5.29.31", listAt("http://crl.test.cn/nowhere.crl"))),
        arguments(
            "wrongSigner",
            certificate(new Party(LISTER.name(), LISTER.algorithm(), STRANGER.keys()), ROOT)
                .usage(listing)));
  }

  @ParameterizedTest
  @MethodSource("delegates")
  void anIndirectListNeedsASignerOfTheChain(String expected, Draft signer) throws Exception {
    asked = certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT, LISTER)).make();
    publications.list(
        AT,
        list(LISTER)
            .scope(scope(named(AT), false, false, true))
            .revokes(serial(asked), ISSUING)
            .make());
    others.add(signer.make());

    assertThat(word()).isEqualTo(expected);
  }

  @Test
  void anIndirectListSaysThatItIsOneAndKeepsTwoCasApart() throws Exception {
    asked = certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT, LISTER)).make();
    others.add(certificate(LISTER, ROOT).usage(KeyUsage.cRLSign).make());

    publications.list(AT, list(LISTER).revokes(asked).make());
    assertThat(word()).isEqualTo("otherCertificates");

    publications.list(
        AT,
        list(LISTER)
            .scope(scope(null, false, false, true))
            .revokes(serial(asked), OTHER_CA)
            .make());
    assertThat(word()).isEqualTo("good");

    publications.list(
        AT, list(LISTER).scope(scope(null, false, false, true)).revokes(asked).make());
    assertThat(word()).isEqualTo("good");
  }

  @Test
  void aRevokedListSignerIsNotBelieved() throws Exception {
    String rootAt = "http://crl.test.cn/root.crl";
    EncodedCertificate signer =
        certificate(LISTER, ROOT)
            .usage(KeyUsage.cRLSign)
            .extension("2.5.29.31", listAt(rootAt))
            .make();
    asked = certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT, LISTER)).make();
    others.add(signer);
    publications.list(AT, list(LISTER).scope(scope(null, false, false, true)).make());

    publications.list(rootAt, list(ROOT).make());
    assertThat(word()).isEqualTo("good");

    publications.kept.clear();
    publications.list(rootAt, list(ROOT).revokes(signer).make());
    assertThat(word()).isEqualTo("wrongSigner");

    publications.kept.clear();
    publications.list(rootAt, list(ROOT, STRANGER).make());
    assertThat(word()).isEqualTo("signerNotChecked");
  }

  /// 4.5: the CA has a new key, which its old one or its own CA certified.
  @Test
  void aCaMayListWithItsNewKey() throws Exception {
    publications.list(AT, list(NEW_KEY).revokes(UNIT_CERTIFICATE).make());
    assertThat(word()).isEqualTo("wrongSigner");

    others.add(certificate(NEW_KEY, ISSUING).ca().make());
    assertThat(word()).isEqualTo("revoked keyCompromise");

    others.clear();
    others.add(certificate(NEW_KEY, ROOT).ca().make());
    assertThat(word()).isEqualTo("revoked keyCompromise");

    others.clear();
    others.add(certificate(NEW_KEY, ISSUING).ca().usage(KeyUsage.keyCertSign).make());
    assertThat(word()).isEqualTo("wrongSigner");
  }

  @Test
  void anIssuingCaThatMayNotListIsNotBelieved() throws Exception {
    issuer = certificate(ISSUING, ROOT).ca(0).usage(KeyUsage.keyCertSign).make();
    publications.list(AT, list(ISSUING).make());

    assertThat(word()).isEqualTo("wrongSigner");
  }

  @Test
  void listsForSomeReasonsEachCompleteOneAnother() throws Exception {
    String second = "http://crl.test.cn/second.crl";
    asked = certificate(UNIT, ISSUING).extension("2.5.29.31", listAt(AT, second)).make();
    int compromise = ReasonFlags.keyCompromise | ReasonFlags.cACompromise;
    int rest =
        ReasonFlags.affiliationChanged
            | ReasonFlags.superseded
            | ReasonFlags.cessationOfOperation
            | ReasonFlags.certificateHold
            | ReasonFlags.privilegeWithdrawn
            | ReasonFlags.aACompromise;
    publications.list(AT, list(ISSUING).scope(someReasons(compromise)).make());
    assertThat(word()).isEqualTo("someReasonsOnly");

    publications.list(second, list(ISSUING).scope(someReasons(rest)).make());
    assertThat(word()).isEqualTo("good");

    publications.list(second, list(ISSUING).scope(someReasons(rest)).revokes(asked, 4).make());
    publications.kept.clear();
    assertThat(word()).isEqualTo("revoked superseded");
  }

  static Stream<Arguments> deltas() {
    return Stream.of(
        arguments("good", delta(6, 5)),
        arguments("revoked superseded", delta(6, 5).revokes(SERIAL, 4)),
        arguments("revoked superseded", delta(6, 3).revokes(SERIAL, 4)),
        // those that do not go with the list are passed over
        arguments("good", delta(7, 6).revokes(SERIAL, 4)),
        arguments("good", delta(4, 3).revokes(SERIAL, 4)),
        arguments("good", list(ISSUING, STRANGER).number(6).deltaSince(5).revokes(SERIAL, 4)),
        arguments("good", list(OTHER_CA).number(6).deltaSince(5).revokes(SERIAL, 4)),
        arguments("good", delta(6, 5).scope(scope(null, true, false, false)).revokes(SERIAL, 4)),
        arguments("good", delta(6, 5).until(NOW.minus(Duration.ofDays(4))).revokes(SERIAL, 4)));
  }

  private static Statements.ListDraft delta(int number, int since) {
    return list(ISSUING).number(number).deltaSince(since);
  }

  @ParameterizedTest
  @MethodSource("deltas")
  void aDeltaListIsReadOverItsBase(String expected, Statements.ListDraft delta) throws Exception {
    byte[] base =
        list(ISSUING).number(5).extension(Extension.freshestCRL, false, listAt(DELTA_AT)).make();
    publications.list(AT, base).list(DELTA_AT, delta.make());

    assertThat(word()).isEqualTo(expected);
    publications.kept.clear();
    publications.lists.clear();
    assertThat(word(base, delta.make())).isEqualTo(expected);
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
  void aCompleteListInADeltasPlaceIsPassedOver() throws Exception {
    publications.list(
        AT,
        list(ISSUING).number(5).extension(Extension.freshestCRL, false, listAt(DELTA_AT)).make());
    publications.list(DELTA_AT, list(ISSUING).number(6).revokes(SERIAL, 4).make());

    assertThat(word()).isEqualTo("good");
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

    assertThat(words(revocations.ask(question()).asked().getFirst().result())).isEqualTo("good");
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
