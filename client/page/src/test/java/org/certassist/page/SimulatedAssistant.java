package org.certassist.page;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A simulator of a certificate assistant, or of a stranger in its place: it holds a free port and
/// treats each connection as it was told.
final class SimulatedAssistant implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("(?im)^Sec-WebSocket-Key: (\\S+)");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ServerSocket server;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /// How one connection is treated; it is closed when this returns.
  interface Manner {
    void treat(Caller caller) throws IOException;
  }

  private SimulatedAssistant(ServerSocket server, Manner manner) {
    this.server = server;
    Thread.ofVirtual().name("simulated-assistant").start(() -> serve(manner));
  }

  static SimulatedAssistant plain(Manner manner) throws IOException {
    return new SimulatedAssistant(listening(ServerSocketFactory.getDefault()), manner);
  }

  /// With a certificate that it has made itself, of another name.
  static SimulatedAssistant secure(Manner manner) throws IOException {
    HeldCertificate own = new HeldCertificate.Builder().commonName("assistant.example").build();
    return new SimulatedAssistant(
        listening(
            new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .build()
                .sslContext()
                .getServerSocketFactory()),
        manner);
  }

  private static ServerSocket listening(ServerSocketFactory factory) throws IOException {
    return factory.createServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  /// A port that nobody holds.
  static int freePort() throws IOException {
    try (ServerSocket one = listening(ServerSocketFactory.getDefault())) {
      return one.getLocalPort();
    }
  }

  /// One that works, and shows these.
  static Manner showing(String list) {
    return caller -> {
      caller.upgrade();
      caller.answer("3.7.1");
      caller.answer(list);
    };
  }

  int port() {
    return server.getLocalPort();
  }

  /// The heads of requests and the texts of messages, as they came.
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void serve(Manner manner) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> treat(socket, manner));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void treat(Socket socket, Manner manner) {
    try (socket) {
      manner.treat(new Caller(socket));
    } catch (IOException gone) {
      // the caller has hung up
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /// The other end of one connection.
  final class Caller {
    private final DataInputStream in;
    private final OutputStream out;

    Caller(Socket socket) throws IOException {
      in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      out = socket.getOutputStream();
    }

    String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.readUnsignedByte());
      }
      heard.add(head.toString());
      return head.toString();
    }

    void upgrade() throws IOException {
      head();
      upgradeAsked();
    }

    /// As the last head asked for.
    void upgradeAsked() throws IOException {
      Matcher key = KEY.matcher(heard.getLast());
      if (key.find()) {
        raw(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: "
                + WebSocketLine.accepting(key.group(1))
                + "\r\n\r\n");
      }
    }

    JsonNode question() throws IOException {
      byte[] text = received(0x81);
      heard.add(new String(text, StandardCharsets.UTF_8));
      return JSON.readTree(text);
    }

    /// The next frame, which must begin like this and be masked, as those of clients must.
    byte[] received(int first) throws IOException {
      int begin = in.readUnsignedByte();
      int second = in.readUnsignedByte();
      if (begin != first || second < 0x80) {
        throw new ProtocolException("another frame");
      }
      int length = second & 0x7F;
      byte[] mask = new byte[4];
      byte[] payload = new byte[length == 126 ? in.readUnsignedShort() : length];
      in.readFully(mask);
      in.readFully(payload);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % mask.length];
      }
      return payload;
    }

    /// To the next question.
    void answer(String value) throws IOException {
      answer(question().path("call_cmd_id").asString(), value);
    }

    void answer(String id, String value) throws IOException {
      text(
          JSON.writeValueAsString(
              JSON.createObjectNode().put("call_cmd_id", id).put("retVal", value)));
    }

    void text(String text) throws IOException {
      frame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    void frame(int first, byte[] payload) throws IOException {
      ByteBuffer head = ByteBuffer.allocate(10).put((byte) first);
      if (payload.length < 126) {
        head.put((byte) payload.length);
      } else if (payload.length < 1 << 16) {
        head.put((byte) 126).putShort((short) payload.length);
      } else {
        head.put((byte) 127).putLong(payload.length);
      }
      out.write(head.array(), 0, head.position());
      out.write(payload);
      out.flush();
    }

    void raw(String text) throws IOException {
      raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void raw(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    void noise(SecureRandom random) throws IOException {
      byte[] noise = new byte[1 << 12];
      random.nextBytes(noise);
      raw(noise);
    }

    /// Says nothing until the caller hangs up.
    void hang() throws IOException {
      while (in.read() >= 0) {
        // whatever it says
      }
    }
  }
}
