package org.certassist.keys.contract.card;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.Signature;
import java.util.HexFormat;
import java.util.Map;
import org.certassist.keys.bridge.TestCa;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The emulated card against NIST SP 800-73-4: commands in, status words out.
class PivCardTest {
  private static final HexFormat HEX = HexFormat.of();

  private PivCard card;

  @BeforeEach
  void aCard() throws Exception {
    TestCa authority = new TestCa();
    card =
        new PivCard(
            new byte[16],
            "135790",
            "24681012",
            Map.of(
                PivSlot.AUTHENTICATION,
                PivKey.p256(key -> authority.certify("CN=A", key)),
                PivSlot.SIGNATURE,
                PivKey.p256(key -> authority.certify("CN=S", key))));
  }

  private String send(String command) {
    byte[] bytes = HEX.parseHex(command.replace(" ", ""));
    return HEX.formatHex(card.transmit(Command.read(bytes)));
  }

  private String verify(String pin) {
    return send("00 20 00 80 08" + padded(pin));
  }

  private static String padded(String text) {
    return HEX.formatHex(text.getBytes(US_ASCII)) + "ff".repeat(8 - text.length());
  }

  @Test
  void itIsSelectedByItsNameWithOrWithoutVersionAndByNoOther() {
    String whole = "00 a4 04 00 0b a000000308000010000100 00";
    assertThat(send(whole)).startsWith("61114f06000010000100").endsWith("9000");
    assertThat(send("00 a4 04 00 09 a00000030800001000 00")).endsWith("9000");
    assertThat(send("00 a4 04 00 07 a0000001510000 00")).isEqualTo("6a82");
  }

  @Test
  void aLongObjectComesInPartsThatFitTogether() {
    String first = send("00 cb 3f ff 05 5c035fc105 00");
    assertThat(first).hasSize(2 * 258).matches("5382.*61[0-9a-f]{2}");
    StringBuilder whole = new StringBuilder(first.substring(0, 512));
    String part = first;
    while (part.substring(part.length() - 4).startsWith("61")) {
      part = send("00 c0 00 00 00");
      whole.append(part, 0, part.length() - 4);
    }
    assertThat(part).endsWith("9000");
    int length = Integer.parseInt(whole.substring(4, 8), 16);
    assertThat(whole.length() / 2).isEqualTo(4 + length);
    assertThat(whole.toString())
        .contains(HEX.formatHex(card.key(PivSlot.AUTHENTICATION).certificate().der()));
  }

  @Test
  void anObjectThatIsNotThereIsSaidNotToBe() {
    assertThat(send("00 cb 3f ff 05 5c035fc10c 00")).isEqualTo("6a82");
  }

  @Test
  void threeWrongPinsBlockAndARightOneIsComparedNoMore() {
    assertThat(send("00 20 00 80")).isEqualTo("63c3");
    assertThat(verify("000000")).isEqualTo("63c2");
    assertThat(verify("000000")).isEqualTo("63c1");
    assertThat(verify("135790")).isEqualTo("9000");
    assertThat(send("00 20 00 80")).isEqualTo("9000");
    assertThat(verify("000000")).isEqualTo("63c2");
    assertThat(verify("000000")).isEqualTo("63c1");
    assertThat(verify("000000")).isEqualTo("63c0");
    assertThat(verify("135790")).isEqualTo("6983");
    assertThat(send("00 20 00 80")).isEqualTo("6983");
    assertThat(card.pinsCompared()).isEqualTo(7 - 1);
  }

  @Test
  void aPinOfAnotherLengthIsRefusedUncompared() {
    assertThat(send("00 20 00 80 06 313335373930")).isEqualTo("6a80");
    assertThat(card.pinsCompared()).isZero();
  }

  @Test
  void theOldPinSetsANewOneAndThePukABlockedOne() {
    assertThat(send("00 24 00 80 10" + padded("135790") + padded("246800"))).isEqualTo("9000");
    assertThat(verify("135790")).isEqualTo("63c2");
    assertThat(verify("135790")).isEqualTo("63c1");
    assertThat(verify("135790")).isEqualTo("63c0");
    assertThat(send("00 2c 00 80 10" + padded("00000000") + padded("111111"))).isEqualTo("63c2");
    assertThat(send("00 2c 00 80 10" + padded("24681012") + padded("111111"))).isEqualTo("9000");
    assertThat(verify("111111")).isEqualTo("9000");
  }

  @Test
  void aKeySignsWithThePinAndItsChainedCommandOnly() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(new byte[] {1, 2, 3});
    String template = "7c2482008120" + HEX.formatHex(digest);
    String half = "10 87 11 9a 13" + template.substring(0, 38);
    String rest = "00 87 11 9a 13" + template.substring(38) + "00";
    assertThat(send(half)).isEqualTo("9000");
    assertThat(send(rest)).isEqualTo("6982");
    assertThat(verify("135790")).isEqualTo("9000");
    assertThat(send(half)).isEqualTo("9000");
    String answer = send(rest);
    assertThat(answer).startsWith("7c").endsWith("9000");
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initVerify(card.key(PivSlot.AUTHENTICATION).pair().getPublic());
    signature.update(new byte[] {1, 2, 3});
    assertThat(signature.verify(HEX.parseHex(answer.substring(8, answer.length() - 4)))).isTrue();
  }

  @Test
  void theSignatureKeyWantsThePinRightBefore() {
    String sign = "00 87 11 9c 26 7c2482008120" + "00".repeat(32) + "00";
    assertThat(verify("135790")).isEqualTo("9000");
    assertThat(send(sign)).endsWith("9000");
    assertThat(send(sign)).isEqualTo("6982");
  }

  @Test
  void withoutPowerThePinIsForgottenButNotItsTries() {
    assertThat(verify("000000")).isEqualTo("63c2");
    card.reset();
    assertThat(send("00 20 00 80")).isEqualTo("63c2");
    assertThat(verify("135790")).isEqualTo("9000");
    assertThat(card.pinProven()).isTrue();
    card.reset();
    assertThat(card.pinProven()).isFalse();
  }

  @Test
  void whatItDoesNotKnowItRefuses() {
    assertThat(send("00 84 00 00 08")).isEqualTo("6d00");
    assertThat(send("00 87 07 9a 04 7c028200")).isEqualTo("6a86");
    assertThat(send("00 20 00 81 08" + padded("135790"))).isEqualTo("6a88");
  }
}
