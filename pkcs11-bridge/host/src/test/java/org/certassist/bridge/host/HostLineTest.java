package org.certassist.bridge.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.certassist.bridge.protocol.Bytes;
import org.certassist.bridge.protocol.Fault;
import org.certassist.bridge.protocol.FaultCode;
import org.certassist.bridge.protocol.Frame;
import org.certassist.bridge.protocol.KeyKind;
import org.certassist.bridge.protocol.ModuleKind;
import org.certassist.bridge.protocol.Protocol;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.RequestCodec;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.ResponseCodec;
import org.certassist.bridge.protocol.Secret;
import org.certassist.bridge.protocol.SignAlgorithm;
import org.certassist.bridge.protocol.TokenId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How a host takes good and bad frames.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostLineTest {
  private static final TokenId TOKEN = new TokenId("", "", "");

  private final Process host;

  HostLineTest() throws IOException {
    host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                HostMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  @AfterEach
  void end() {
    host.destroyForcibly();
  }

  private void send(byte[] bytes) throws IOException {
    host.getOutputStream().write(bytes);
    host.getOutputStream().flush();
  }

  private Frame next() throws IOException {
    return Frame.read(host.getInputStream()).orElseThrow();
  }

  private Response ask(Request request) throws IOException {
    send(RequestCodec.encode(5, request));
    Frame answer = next();
    assertThat(answer.id()).isEqualTo(5);
    return ResponseCodec.decode(answer);
  }

  private FaultCode fault(Request request) throws IOException {
    return ask(request) instanceof Response.Failed(Fault fault) ? fault.code() : FaultCode.UNKNOWN;
  }

  @Test
  void helloIsAnsweredAndAnotherVersionDeclined() throws IOException {
    assertThat(ask(new Request.Hello(1))).isEqualTo(new Response.Welcome(1, false));
    assertThat(fault(new Request.Hello(2))).isEqualTo(FaultCode.VERSION_UNSUPPORTED);
  }

  @Test
  void unknownAndMalformedRequestsAreDeclinedAndTheLineGoesOn() throws IOException {
    send(HexFormat.of().parseHex("00000006" + "00000009" + "0abc"));
    assertThat(ResponseCodec.decode(next()))
        .isInstanceOfSatisfying(
            Response.Failed.class,
            failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.UNKNOWN_REQUEST));
    send(HexFormat.of().parseHex("00000007" + "0000000a" + "0001" + "00"));
    assertThat(ResponseCodec.decode(next()))
        .isInstanceOfSatisfying(
            Response.Failed.class,
            failed -> assertThat(failed.fault().code()).isEqualTo(FaultCode.MALFORMED));
    assertThat(ask(new Request.Hello(1))).isInstanceOf(Response.Welcome.class);
  }

  @Test
  void aFrameBeyondTheCeilingEndsTheHost() throws Exception {
    send(HexFormat.of().parseHex("00100001" + "00000001" + "0001"));
    Frame answer = next();
    assertThat(answer.id()).isZero();
    assertThat(ResponseCodec.decode(answer))
        .isEqualTo(new Response.Failed(Fault.of(FaultCode.FRAME_TOO_LARGE, "")));
    assertThat(host.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(host.exitValue()).isEqualTo(3);
  }

  @Test
  void aTruncatedFrameEndsTheHost() throws Exception {
    send(HexFormat.of().parseHex("00000010" + "00000001"));
    host.getOutputStream().close();
    assertThat(host.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(host.exitValue()).isEqualTo(3);
  }

  @Test
  void theEndOfTheLineEndsTheHost() throws Exception {
    assertThat(ask(new Request.Hello(1))).isInstanceOf(Response.Welcome.class);
    host.getOutputStream().close();
    assertThat(host.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(host.exitValue()).isZero();
  }

  @Test
  void provisioningIsOffUnlessAskedForAtStart() throws IOException {
    List<Request> provisioning =
        List.of(
            new Request.InitToken("x", Secret.none(), Secret.none()),
            new Request.GenerateKey(TOKEN, KeyKind.RSA_2048, "x"),
            new Request.StoreCertificate(TOKEN, Bytes.NONE, "x", Bytes.NONE));
    for (Request request : provisioning) {
      assertThat(fault(request)).isEqualTo(FaultCode.PROVISIONING_OFF);
    }
  }

  @Test
  void nothingWorksBeforeAModuleIsOpen() throws IOException {
    assertThat(fault(new Request.ListTokens())).isEqualTo(FaultCode.NOT_OPEN);
    assertThat(fault(new Request.Logout(TOKEN))).isEqualTo(FaultCode.NOT_OPEN);
    assertThat(fault(new Request.OpenModule(ModuleKind.CRYPTOKI, "relative.so")))
        .isEqualTo(FaultCode.MODULE_NOT_FOUND);
    assertThat(fault(new Request.OpenModule(ModuleKind.CRYPTOKI, "/no/such/driver.so")))
        .isEqualTo(FaultCode.MODULE_NOT_FOUND);
    assertThat(fault(new Request.OpenModule(ModuleKind.CRYPTOKI, "/no/file/has\0such a name")))
        .isEqualTo(FaultCode.MODULE_NOT_FOUND);
  }

  @Test
  void moreThanAMessageMayHoldIsMalformedEvenBeforeAModuleIsOpen() throws IOException {
    Bytes most = Bytes.of(new byte[Protocol.MAX_DATA]);
    Bytes more = Bytes.of(new byte[Protocol.MAX_DATA + 1]);
    assertThat(fault(sign(most))).isEqualTo(FaultCode.NOT_OPEN);
    assertThat(fault(sign(more))).isEqualTo(FaultCode.MALFORMED);
  }

  private static Request sign(Bytes message) {
    return new Request.Sign(TOKEN, Bytes.NONE, SignAlgorithm.RSA_SHA256, message, Secret.none());
  }

  @Test
  void severalRequestsMayBeSentBeforeTheFirstIsAnswered() throws IOException {
    for (int id = 1; id <= 200; id++) {
      send(RequestCodec.encode(id, new Request.Hello(1)));
    }
    for (int id = 1; id <= 200; id++) {
      assertThat(next().id()).isEqualTo(id);
    }
  }
}
