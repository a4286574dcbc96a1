package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A key in a PKCS#12 file, from the list to a signature that openssl verifies.
class KeyFileCommandsTest {
  private static final String PASSWORD = "correct horse 27";

  @TempDir Path folder;
  private Path keyFile;
  private Path document;

  @BeforeEach
  void aKeyFileAndSomethingToSign() throws Exception {
    keyFile = makeKeyFile(folder, PASSWORD);
    document = Files.writeString(folder.resolve("document.txt"), "登记 2026-11");
  }

  static Path makeKeyFile(Path folder, String password) throws Exception {
    Path key = folder.resolve("key.pem");
    Path certificate = folder.resolve("certificate.pem");
    Path file = folder.resolve("单位.p12");
    Path passwordFile = Files.writeString(folder.resolve("password"), password + "\n");
    Ended made =
        RealProcess.openssl(
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-utf8",
            "-subj",
            "/C=CN/O=练习单位/CN=练习单位",
            "-addext",
            "keyUsage=critical,digitalSignature",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString());
    assertThat(made.code()).as(made.out()).isZero();
    Ended exported =
        RealProcess.openssl(
            "pkcs12",
            "-export",
            "-inkey",
            key.toString(),
            "-in",
            certificate.toString(),
            "-out",
            file.toString(),
            "-passout",
            "file:" + passwordFile);
    assertThat(exported.code()).as(exported.out()).isZero();
    Files.delete(passwordFile);
    return file;
  }

  private Ended certassist(String stdin, String... arguments)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", "jiangsu", "--home", folder.resolve("home").toString()));
    all.addAll(List.of("--lang", "en", "--key-file", keyFile.toString()));
    return RealProcess.certassist(stdin, all.toArray(String[]::new));
  }

  @Test
  void withoutItsPasswordTheFileIsListedAndWithItWhatIsInIt() throws Exception {
    Ended closed = certassist("", "keys", "--json");
    assertThat(closed.code()).isEqualTo(3);
    assertThat(closed.out()).contains("\"passwordNeeded\"").doesNotContain("练习单位");

    Ended open = certassist(PASSWORD + "\n", "keys", "--pin-stdin", "--json");
    assertThat(open.code()).as(open.err()).isZero();
    assertThat(open.out())
        .contains("\"driver\" : \"file\"", "练习单位", "\"RSA 2048\"")
        .doesNotContain(PASSWORD);
  }

  @Test
  void aFileIsSignedAndOpensslVerifiesIt() throws Exception {
    Path out = folder.resolve("document.p7s");
    Ended signed =
        certassist(
            PASSWORD + "\n", "sign", document.toString(), out.toString(), "--pin-stdin", "--json");
    assertThat(signed.code()).as(signed.err()).isZero();
    assertThat(signed.out()).contains("\"engine\" : \"file\"");
    Ended verified =
        RealProcess.openssl(
            "cms",
            "-verify",
            "-binary",
            "-inform",
            "DER",
            "-in",
            out.toString(),
            "-content",
            document.toString(),
            "-noverify",
            "-out",
            "/dev/null");
    assertThat(verified.code()).as(verified.out()).isZero();
  }

  @Test
  void aWrongPasswordIsToldAsOneThatLocksNothing() throws Exception {
    Path out = folder.resolve("document.p7s");
    Ended refused =
        certassist("wrong\n", "sign", document.toString(), out.toString(), "--pin-stdin");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains("The password of the key file 单位.p12 is wrong", "Nothing is locked by it");
    assertThat(out).doesNotExist();
  }

  @Test
  void whatIsNoKeyFileIsRefusedBeforeAnyPasswordIsRead() throws Exception {
    keyFile = document;
    Ended refused = certassist("", "sign", document.toString(), folder + "/o.p7s", "--pin-stdin");
    assertThat(refused.code()).isEqualTo(8);
    assertThat(refused.err()).contains("document.txt cannot be used as a key file");
  }

  @Test
  void whereNobodyGivesAPasswordItIsNotCalledAPin() throws Exception {
    Ended refused = certassist("", "sign", document.toString(), folder + "/o.p7s", "--pin-stdin");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err())
        .contains("No password was given for the key file 单位.p12")
        .doesNotContain("No PIN");
  }

  @Test
  void aFileWithoutAPasswordIsOpenedByAnEmptyLine() throws Exception {
    keyFile = makeKeyFile(Files.createDirectory(folder.resolve("open")), "");
    Ended open = certassist("\n", "keys", "--pin-stdin", "--json");
    assertThat(open.code()).as(open.err()).isZero();
    assertThat(open.out()).contains("练习单位");
  }

  @Test
  void aPasswordMayHoldBlanksAtItsEndsAndFullWidthCharacters() throws Exception {
    String odd = " 密码１２ ";
    keyFile = makeKeyFile(Files.createDirectory(folder.resolve("odd")), odd);
    Path out = folder.resolve("document.p7s");
    Ended signed = certassist(odd + "\n", "sign", document.toString(), out + "", "--pin-stdin");
    assertThat(signed.code()).as(signed.err()).isZero();

    Ended refused = certassist("密码１２\n", "sign", document.toString(), out + "2", "--pin-stdin");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("as typed it has a blank at an end, a full-width");
  }

  @Test
  void aFileThatWasOpenedInTheWindowIsListed() throws Exception {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path gone = folder.resolve("gone.p12");
    Files.write(home.resolve("key-files.txt"), List.of(keyFile.toString(), gone.toString()));
    Ended listed =
        RealProcess.certassist(
            "", "keys", "--json", "--profile", "jiangsu", "--home", home.toString());
    assertThat(listed.code()).isEqualTo(3);
    assertThat(listed.out()).contains("单位.p12", "\"passwordNeeded\"", "gone.p12", "\"fileGone\"");
  }

  @Test
  void thePasswordOfAFileIsNotChangedHere() throws Exception {
    Ended refused = certassist(PASSWORD + "\nanother Pin 44\n", "pin", "change", "--pin-stdin");
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("is not changed by this program");
  }
}
