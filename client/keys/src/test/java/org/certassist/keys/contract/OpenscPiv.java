package org.certassist.keys.contract;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.key.Driver;
import org.certassist.core.key.PinState;
import org.certassist.keys.bridge.TestCa;
import org.certassist.keys.contract.card.CardHolder;
import org.certassist.keys.contract.card.Instruction;
import org.certassist.keys.contract.card.PcscDaemon;
import org.certassist.keys.contract.card.PivCard;
import org.certassist.keys.contract.card.PivKey;
import org.certassist.keys.contract.card.PivSlot;

/// Debian's OpenSC with our PIV card in a virtual reader: the nearest to a key of hardware.
final class OpenscPiv implements ModuleUnderTest {
  private static final Path LIBRARIES = Path.of("/usr/lib/x86_64-linux-gnu");
  private static final Path OPENSC = LIBRARIES.resolve("opensc-pkcs11.so");
  private static final Path ONEPIN = LIBRARIES.resolve("onepin-opensc-pkcs11.so");
  private static final String PIN = "135790";
  private static final String PUK = "24681012";
  private static final HexFormat HEX = HexFormat.of();

  private final PcscDaemon pcscd;
  private final Tool tool;
  private final PivCard card;
  private final PivCard another;

  OpenscPiv(Path folder) throws Exception {
    TestCa authority = new TestCa();
    card = card(authority, "00112233445566778899aabbccddee01");
    another = card(authority, "00112233445566778899aabbccddee02");
    pcscd = PcscDaemon.start(folder);
    tool = new Tool(List.of(), pcscd.variables());
  }

  private static PivCard card(TestCa authority, String guid) throws Exception {
    return new PivCard(
        HEX.parseHex(guid),
        PIN,
        PUK,
        Map.of(
            PivSlot.AUTHENTICATION,
            PivKey.rsa2048(key -> authority.certify("CN=RSA", key)),
            PivSlot.SIGNATURE,
            PivKey.p256(key -> authority.certify("CN=always", key)),
            PivSlot.KEY_MANAGEMENT,
            PivKey.rsa2048(key -> authority.certify("CN=encryption", key)),
            PivSlot.CARD_AUTHENTICATION,
            PivKey.p256(key -> authority.certify("CN=EC", key))));
  }

  /// OpenSC is never told how many tries a PIV card has, so it shows no first wrong one.
  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        "OpenSC PIV",
        List.of(PinState.WRONG_TRIED, PinState.LAST_TRY, PinState.LOCKED),
        Map.of(Ability.UNBLOCK, "OpenSC logs no administrator in to a PIV card"));
  }

  @Override
  public Driver driver() {
    return driver("opensc", OPENSC);
  }

  @Override
  public Driver secondDriver() {
    return driver("onepin", ONEPIN);
  }

  private Driver driver(String id, Path module) {
    return new Driver(id, id, Driver.Interface.PKCS11, List.of(module), pcscd.variables());
  }

  @Override
  public void fresh() throws IOException, InterruptedException {
    card.setPin(PIN);
    another.setPin(PIN);
    plug();
  }

  /// OpenSC shows the last sixteen digits of the card's GUID.
  @Override
  public String serial() {
    return "8899aabbccddee01";
  }

  @Override
  public String pin() {
    return PIN;
  }

  @Override
  public String administrators() {
    return PUK;
  }

  @Override
  public EncodedCertificate rsa() {
    return card.key(PivSlot.AUTHENTICATION).certificate();
  }

  @Override
  public EncodedCertificate ec() {
    return card.key(PivSlot.CARD_AUTHENTICATION).certificate();
  }

  @Override
  public EncodedCertificate always() {
    return card.key(PivSlot.SIGNATURE).certificate();
  }

  @Override
  public int pinsCompared() {
    return card.pinsCompared();
  }

  @Override
  public boolean isOpen() {
    return card.pinProven();
  }

  @Override
  public int pinsComparedByAnother() {
    return another.pinsCompared();
  }

  @Override
  public boolean opensWith(String pin) throws IOException, InterruptedException {
    return tool.pkcs11(OPENSC, pin, "--list-objects", "--type", "privkey").exit() == 0;
  }

  @Override
  public void pull() throws IOException, InterruptedException {
    snatch();
    pcscd.await(false);
  }

  @Override
  public void snatch() throws IOException {
    pcscd.first().pull();
  }

  @Override
  public void plug() throws IOException, InterruptedException {
    pcscd.first().plug(card);
    pcscd.await(true);
  }

  @Override
  public void plugAnother() throws IOException, InterruptedException {
    pcscd.first().plug(another);
    pcscd.await(true);
  }

  @Override
  public void pullAt(Moment moment) {
    pcscd
        .first()
        .pullAt(
            switch (moment) {
              case LOGIN -> Instruction.VERIFY;
              case SIGNATURE -> Instruction.GENERAL_AUTHENTICATE;
            });
  }

  @Override
  public void answerAfter(Duration time) {
    pcscd.first().answerAfter(time);
  }

  @Override
  public Hold hold() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            CardHolder.class.getName(),
            PcscDaemon.FIRST_READER);
    builder.environment().putAll(pcscd.variables());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    int first = process.getInputStream().read();
    if (first != 'h') {
      throw new IOException("the card could not be taken");
    }
    return new Program(process);
  }

  @Override
  public void close() throws IOException {
    pcscd.close();
  }
}
