package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.certassist.bridge.simulator.Simulator;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `sign` with an SM2 key behind a driver, and `verify` of that and of what openssl signs.
@Timeout(600)
class SignAndVerifyTest {
  private static final String SM2_ONLY =
      Simulator.ONE_KEY.substring(0, Simulator.ONE_KEY.indexOf("[pair signing]"))
          + Simulator.SM2_PAIR;

  @TempDir Path folder;
  private Path document;
  private Path signature;

  @BeforeEach
  void aDocument() throws IOException {
    document = Files.writeString(folder.resolve("document.txt"), "登记 2026-11\r\n");
    signature = folder.resolve("document.p7s");
  }

  private Ended certassist(String stdin, Object... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    all.addAll(List.of("--profile", "jiangsu", "--home", folder.resolve("home").toString()));
    return RealProcess.certassist(stdin, all.toArray(String[]::new));
  }

  private Ended openssl(Object... arguments) throws Exception {
    List<String> all = new ArrayList<>();
    for (Object argument : arguments) {
      all.add(argument.toString());
    }
    Ended ended = RealProcess.openssl(all.toArray(String[]::new));
    assertThat(ended.code()).as(ended.out()).isZero();
    return ended;
  }

  private Path in(String name) {
    return folder.resolve(name);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anSm2KeySignsAndOpensslAcceptsTheValue(boolean attached) throws Exception {
    Path module = Simulator.in(in("key"), SM2_ONLY).copiedModule();
    Ended keys = certassist("", "keys", "--json", "--module", module);
    assertThat(keys.out()).contains("\"algorithm\" : \"SM2\"");

    List<Object> sign = new ArrayList<>(List.of("sign", document, signature));
    sign.addAll(List.of("--pin-stdin", "--module", module));
    if (attached) {
      sign.add("--attached");
    }
    Ended signed = certassist(Simulator.PIN + "\n", sign.toArray());
    assertThat(signed.code()).as(signed.err()).isZero();

    Ended verified =
        attached
            ? certassist("", "verify", signature, "--json")
            : certassist("", "verify", document, signature, "--json");
    assertThat(verified.code()).isEqualTo(1); // nobody vouches for the key's own certificate
    assertThat(verified.out())
        .contains("\"verdict\" : \"intact\"", "\"reason\" : \"noTrustGiven\"");
    assertThat(dgst()).contains("Verified OK");
  }

  /// What openssl says of the value over the DER of the signed attributes.
  private String dgst() throws Exception {
    SignerInformation signer = signer();
    Files.write(in("attributes"), signer.getEncodedSignedAttributes());
    Files.write(in("value"), signer.getSignature());
    openssl("pkcs7", "-inform", "DER", "-in", signature, "-print_certs", "-out", in("signer.pem"));
    Ended key = openssl("x509", "-in", in("signer.pem"), "-pubkey", "-noout");
    Files.writeString(in("public.pem"), key.out());
    return openssl(
            "dgst",
            "-sm3",
            "-verify",
            in("public.pem"),
            "-signature",
            in("value"),
            "-sigopt",
            "distid:1234567812345678",
            in("attributes"))
        .out();
  }

  private CMSSignedData cms() throws Exception {
    return new CMSSignedData(Files.readAllBytes(signature));
  }

  private SignerInformation signer() throws Exception {
    return cms().getSignerInfos().iterator().next();
  }

  // openssl's signatures

  private void authority() throws Exception {
    openssl(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/C=CN/O=Root",
        "-keyout",
        in("ca.key"),
        "-out",
        in("ca.pem"),
        "-addext",
        "keyUsage=critical,keyCertSign,cRLSign");
    issue("one", "");
    issue("two", "");
  }

  private void issue(String name, String extension) throws Exception {
    Path extensions =
        Files.writeString(
            in("extensions"),
            "basicConstraints=CA:false\nkeyUsage=critical,digitalSignature\n" + extension);
    openssl(
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-utf8",
        "-subj",
        "/C=CN/O=单位" + name,
        "-keyout",
        in(name + ".key"),
        "-out",
        in(name + ".csr"));
    openssl(
        "x509",
        "-req",
        "-in",
        in(name + ".csr"),
        "-CA",
        in("ca.pem"),
        "-CAkey",
        in("ca.key"),
        "-CAcreateserial",
        "-days",
        "20",
        "-extfile",
        extensions,
        "-out",
        in(name + ".pem"));
  }

  private void signedByTwo(String... more) throws Exception {
    List<Object> sign =
        new ArrayList<>(
            List.of("cms", "-sign", "-binary", "-in", document, "-outform", "DER", "-out"));
    sign.addAll(List.of(signature, "-signer", in("one.pem"), "-inkey", in("one.key")));
    sign.addAll(List.of("-signer", in("two.pem"), "-inkey", in("two.key")));
    sign.addAll(List.of(more));
    openssl(sign.toArray());
  }

  @Test
  void eachOfSeveralSignersAndTheirTimeStampsAreToldInBothLanguages() throws Exception {
    authority();
    signedByTwo();
    stamp();

    Ended english =
        certassist("", "verify", document, signature, "--trust", in("ca.pem"), "--lang", "en");
    assertThat(english.code()).as(english.err()).isZero();
    assertThat(english.out())
        .startsWith("The signature is valid")
        .contains("单位one", "单位two", "Time stamp: 20")
        .containsSubsequence("This one: valid", ", trusted", "This one: valid");
    Ended chinese =
        certassist("", "verify", document, signature, "--trust", in("ca.pem"), "--lang", "zh");
    assertThat(chinese.out()).startsWith("签名有效").contains("这一位：有效", "时间戳：20", "可信");
  }

  /// A time stamp by openssl over the first signer's value.
  private void stamp() throws Exception {
    issue("tsa", "extendedKeyUsage=critical,timeStamping\n");
    Files.writeString(in("serial"), "01\n");
    Files.writeString(
        in("tsa.conf"),
        """
        [stamps]
        serial = %s
        signer_digest = sha256
        default_policy = 1.2.3.4
        digests = sha256
        ess_cert_id_alg = sha256
        """
            .formatted(in("serial")));
    Files.write(in("value"), signer().getSignature());
    openssl("ts", "-query", "-data", in("value"), "-sha256", "-cert", "-out", in("query"));
    openssl(
        "ts",
        "-reply",
        "-queryfile",
        in("query"),
        "-config",
        in("tsa.conf"),
        "-section",
        "stamps",
        "-signer",
        in("tsa.pem"),
        "-inkey",
        in("tsa.key"),
        "-token_out",
        "-out",
        in("token"));
    Attribute token =
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
            new DERSet(ASN1Primitive.fromByteArray(Files.readAllBytes(in("token")))));
    Collection<SignerInformation> signers = cms().getSignerInfos().getSigners();
    List<SignerInformation> stamped = new ArrayList<>(signers);
    stamped.set(
        0,
        SignerInformation.replaceUnsignedAttributes(
            stamped.getFirst(), new AttributeTable(new DERSet(token))));
    Files.write(
        signature,
        CMSSignedData.replaceSigners(cms(), new SignerInformationStore(stamped)).getEncoded());
  }

  @Test
  void aSignerWhoseCertificateWasTakenBackIsNotTrusted() throws Exception {
    authority();
    signedByTwo();
    Files.writeString(
        in("ca.cnf"),
        "[ca]\ndefault_ca=a\n[a]\ndatabase="
            + Files.writeString(in("index.txt"), "")
            + "\ndefault_md=sha256\ndefault_crl_days=30\n");
    List<Object> ca = List.of("ca", "-config", in("ca.cnf"), "-cert", in("ca.pem"), "-keyfile");
    List<Object> revoke = new ArrayList<>(ca);
    revoke.addAll(List.of(in("ca.key"), "-revoke", in("two.pem"), "-crl_reason", "superseded"));
    openssl(revoke.toArray());
    List<Object> list = new ArrayList<>(ca);
    list.addAll(List.of(in("ca.key"), "-gencrl", "-out", in("ca.crl")));
    openssl(list.toArray());

    List<Object> verify =
        new ArrayList<>(List.of("verify", document, signature, "--trust", in("ca.pem")));
    verify.addAll(List.of("--offline", "--lang", "en"));
    Ended unasked = certassist("", verify.toArray());
    assertThat(unasked.code()).as(unasked.err()).isZero();
    assertThat(unasked.out()).contains("Revocation: not checked");

    verify.addAll(List.of("--crl", in("ca.crl")));
    Ended revoked = certassist("", verify.toArray());
    assertThat(revoked.code()).as(revoked.err()).isEqualTo(1);
    assertThat(revoked.out())
        .contains("cannot be accepted", "Revocation: not revoked", "Revocation: revoked since");
    verify.add("--json");
    assertThat(certassist("", verify.toArray()).out())
        .contains("\"code\" : 823", "\"state\" : \"revoked\"", "\"verdict\" : \"intact\"");
  }

  @Test
  void whatDoesNotHoldEndsInOneAndNothingIsTakenOut() throws Exception {
    authority();
    signedByTwo("-nodetach");
    Path out = in("taken.txt");
    Ended whole = certassist("", "verify", signature, "--trust", in("ca.pem"), "--out", out);
    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(out).hasSameBinaryContentAs(document);

    Path other = Files.writeString(in("other.txt"), "other");
    Ended broken =
        certassist(
            "",
            "verify",
            other,
            signature,
            "--trust",
            in("ca.pem"),
            "--out",
            in("none"),
            "--lang",
            "en");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).startsWith("The signature does not hold").contains("not taken out");
    assertThat(in("none")).doesNotExist();

    Ended unreadable = certassist("", "verify", document, document, "--json");
    assertThat(unreadable.code()).isEqualTo(1);
    assertThat(unreadable.out()).contains("cannot-tell", "signatureUnreadable");
  }

  @Test
  void aCallThatMakesNoSenseEndsInTwoAndAFileThatIsNotThereInSix() throws Exception {
    assertThat(certassist("", "verify").code()).isEqualTo(2);
    Ended missing = certassist("", "verify", in("nonesuch"), "--json");
    assertThat(missing.code()).isEqualTo(6);
    assertThat(missing.out()).contains("file.unreadable");
    Ended notSigned = certassist("", "sign", in("nonesuch"), signature, "--json");
    assertThat(notSigned.code()).isEqualTo(6);
    assertThat(signature).doesNotExist();
  }
}
