package org.certassist.bridge.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {
  private static final TokenId TOKEN = new TokenId("龙脉", "GM3000", "0123ABCD");
  private static final Bytes SHA = Bytes.of(new byte[32]);
  private static final Bytes SOME = Bytes.of(new byte[] {1, 2, 3, -1});

  static Stream<Request> requests() {
    return Stream.of(
        new Request.Hello(1),
        new Request.OpenModule(ModuleKind.SOFTKEY, "/驱动/a.p12"),
        new Request.OpenModule(ModuleKind.CRYPTOKI, "/驱动/a.so", "configdir='sql:/家'"),
        new Request.ListTokens(),
        new Request.Login(TOKEN, SHA, pin("1234"), true),
        new Request.Logout(TOKEN),
        new Request.Sign(TOKEN, SHA, SignAlgorithm.ECDSA_SHA256, SOME, Secret.none()),
        new Request.Sign(TOKEN, SHA, SignAlgorithm.RSA_SHA256, SOME, pin("9876")),
        new Request.SignByMechanism(TOKEN, SHA, 0x80008105L, SOME, Secret.none()),
        new Request.SignByMechanism(TOKEN, SHA, -1L, SOME, pin("9876")),
        new Request.ListMechanisms(TOKEN, SHA),
        new Request.ListPresent(),
        new Request.ReadPinState(TOKEN),
        new Request.ChangePin(TOKEN, SHA, pin("1234"), pin("9876"), false),
        new Request.UnblockPin(TOKEN, Bytes.NONE, pin("1234"), pin("9876"), true),
        new Request.InitToken("练习", pin("so"), pin("user")),
        new Request.GenerateKey(TOKEN, KeyKind.EC_P256, "ec"),
        new Request.StoreCertificate(TOKEN, Bytes.NONE, "ca", SOME));
  }

  @Test
  void secretsOfAPayloadThatMakesNoSenseAreWiped() throws Exception {
    WireReader in = new WireReader(new byte[] {0, 0, 0, 2, '1', '2', 9}, 0);
    Secret pin = in.secret();
    in.wipe();
    assertThat(pin.bytes()).containsOnly(0);
  }

  static Stream<Response> responses() {
    var certificate = new CertificateView(SOME, Bytes.NONE, "证书", KeyMatch.PRESENT);
    var token =
        new TokenView(
            TOKEN,
            "标签",
            -1L,
            0x1042dL,
            true,
            false,
            PinState.WRONG_TRIED,
            PinState.LOCKED,
            6,
            16,
            List.of(certificate, certificate));
    return Stream.of(
        new Response.Welcome(1, true),
        new Response.Opened("SoftHSM", "Implementation of PKCS11", 2, 6),
        new Response.Tokens(List.of(token, token)),
        new Response.Tokens(List.of()),
        new Response.Done(),
        new Response.LoggedIn(true),
        new Response.Signed(SOME, Engine.SUNPKCS11),
        new Response.PinStateRead(PinState.LAST_TRY),
        new Response.Mechanisms(List.of(1L, 0x80008105L, -1L)),
        new Response.Present(List.of(TOKEN, new TokenId("", "", ""))),
        new Response.TokenMade(TOKEN),
        new Response.KeyMade(SOME, SHA),
        new Response.Failed(
            new Fault(FaultCode.DRIVER, "C_Sign", 0x80000123L, PinState.OK, "0x80000123")));
  }

  private static Secret pin(String text) {
    return Secret.owning(text.getBytes(UTF_8));
  }

  private static Frame frame(byte[] bytes) throws IOException {
    return Frame.read(new ByteArrayInputStream(bytes)).orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestComesBackAsItWas(Request request) throws Exception {
    Frame frame = frame(RequestCodec.encode(7, request));
    assertThat(frame.id()).isEqualTo(7);
    assertThat(RequestCodec.decode(frame)).usingRecursiveComparison().isEqualTo(request);
  }

  @ParameterizedTest
  @MethodSource("responses")
  void aResponseComesBackAsItWas(Response response) throws Exception {
    Frame frame = frame(ResponseCodec.encode(-2, response));
    assertThat(frame.id()).isEqualTo(-2);
    assertThat(ResponseCodec.decode(frame)).isEqualTo(response);
  }

  @Test
  void theExampleOfTheDocumentIsTrue() {
    HexFormat spaced = HexFormat.ofDelimiter(" ");
    assertThat(spaced.formatHex(RequestCodec.encode(1, new Request.Hello(1))))
        .isEqualTo("00 00 00 08 00 00 00 01 00 01 00 01");
    assertThat(spaced.formatHex(ResponseCodec.encode(1, new Response.Welcome(1, false))))
        .isEqualTo("00 00 00 09 00 00 00 01 80 01 00 01 00");
  }

  @Test
  void aFrameWithAPinPassesByTheStreamsBuffers() {
    assertThat(requests())
        .filteredOn(request -> holdsAPin(request))
        .hasSize(6)
        .allSatisfy(
            request -> assertThat(RequestCodec.encode(1, request)).hasSize(Protocol.PIN_FRAME));
  }

  private static boolean holdsAPin(Request request) {
    return request instanceof Request.Login
        || request instanceof Request.ChangePin
        || request instanceof Request.UnblockPin
        || request instanceof Request.InitToken
        || (request instanceof Request.Sign sign && !sign.keyPin().isEmpty())
        || (request instanceof Request.SignByMechanism sign && !sign.keyPin().isEmpty());
  }

  @Test
  void noTextFormShowsAPin() {
    assertThat(requests().map(Request::toString).toList())
        .allSatisfy(text -> assertThat(text).doesNotContain("1234", "9876"));
  }

  @Test
  void aClosedSecretIsZeros() {
    byte[] bytes = {1, 2, 3};
    Secret.owning(bytes).close();
    assertThat(bytes).containsOnly(0);
  }

  @ParameterizedTest
  @CsvSource({
    "00000005 00000001 01,             BAD_LENGTH",
    "00000000,                         BAD_LENGTH",
    "00100001 00000001 0001,           BAD_LENGTH",
    "ffffffff 00000001 0001,           BAD_LENGTH",
    "80000000,                         BAD_LENGTH",
    "0000,                             TRUNCATED",
    "00000008 00000001 0001,           TRUNCATED",
    "00000006 00000001,                TRUNCATED",
    "00000006 00000001 0abc,           UNKNOWN_TYPE",
    "00000006 00000001 0001,           MALFORMED",
    "00000009 00000001 0001 000100,    MALFORMED",
    "0000000b 00000001 0002 03 00000000, MALFORMED",
    "0000000b 00000001 0002 01 7fffffff, MALFORMED",
    "0000000b 00000001 0002 01 ffffffff, MALFORMED",
    "0000000c 00000001 0002 01 00000001 ff, MALFORMED"
  })
  void bytesThatAreNotAsTheDocumentSaysAreATypedRefusal(String hex, WireException.Kind kind) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    WireException failure =
        catchThrowableOfType(WireException.class, () -> RequestCodec.decode(frame(bytes)));
    assertThat(failure.kind()).isEqualTo(kind);
  }

  @Test
  void theEndBetweenTwoFramesIsNoError() throws IOException {
    assertThat(Frame.read(new ByteArrayInputStream(new byte[0]))).isEmpty();
  }

  @Test
  void anythingBeyondTheCeilingIsNotEvenWritten() {
    var huge = new Response.Signed(Bytes.of(new byte[Protocol.MAX_LENGTH]), Engine.CRYPTOKI);
    assertThatThrownBy(() -> ResponseCodec.encode(1, huge))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wordsThatANewerHostSendsCountAsUnknown() throws Exception {
    byte[] signed = ResponseCodec.encode(1, new Response.Signed(SOME, Engine.SUNPKCS11));
    signed[signed.length - 1] = 99;
    assertThat(ResponseCodec.decode(frame(signed)))
        .isEqualTo(new Response.Signed(SOME, Engine.UNKNOWN));
  }

  @Test
  void damagedFramesAreRefusedAndNeverAnythingWorse() {
    long seed = 20261122;
    Random random = new Random(seed);
    List<byte[]> good =
        Stream.concat(
                requests().map(request -> RequestCodec.encode(1, request)),
                responses().map(response -> ResponseCodec.encode(1, response)))
            .toList();
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = good.get(random.nextInt(good.size())).clone();
      for (int hit = random.nextInt(4); hit >= 0; hit--) {
        bytes[random.nextInt(Math.min(bytes.length, 120))] = (byte) random.nextInt();
      }
      byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      readsOrRefuses(random.nextBoolean() ? bytes : cut);
    }
  }

  private static void readsOrRefuses(byte[] bytes) {
    try {
      var frame = Frame.read(new ByteArrayInputStream(bytes));
      if (frame.isPresent() && frame.get().type() < 0x8000) {
        assertThat(RequestCodec.decode(frame.get())).isNotNull();
      } else if (frame.isPresent()) {
        assertThat(ResponseCodec.decode(frame.get())).isNotNull();
      }
    } catch (IOException e) {
      assertThat(e).isInstanceOf(WireException.class);
    }
  }
}
