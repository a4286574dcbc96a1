package org.certassist.page;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A WebSocket (RFC 6455) to a stranger, for short texts; whoever closes the connection ends it.
///
/// The JDK's own client keeps the body of a refused upgrade in memory, however long it is, and
/// leaves nobody a way to stop it; this one reads nothing that it has no bound for.
final class WebSocketLine implements Closeable {
  /// The list of a hundred certificates takes a tenth of it.
  static final int LARGEST_MESSAGE = 64 << 10;

  private static final int LONGEST_HEAD = 8 << 10;

  /// A message in more pieces, or more pings between two messages, mean no good.
  private static final int MOST_FRAMES = 256;

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})\\b.*");
  private static final Pattern ACCEPTED =
      Pattern.compile("(?im)^Sec-WebSocket-Accept:[ \\t]*(\\S+)[ \\t]*\\r?$");
  private static final String ACCEPTING = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int SWITCHING = 101;

  private static final int LAST = 0x80;
  private static final int RESERVED = 0x70;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7F;
  private static final int SHORT_LENGTH_FOLLOWS = 126;
  private static final int LONG_LENGTH_FOLLOWS = 127;
  private static final int MASK_BYTES = 4;
  private static final int LARGEST_CONTROL = 125;

  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final SecureRandom random = new SecureRandom();
  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private WebSocketLine(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
  }

  /// @throws UpgradeRefusedException by a web server
  /// @throws ProtocolException by who is none
  static WebSocketLine open(Socket socket, Upgrade upgrade) throws IOException {
    WebSocketLine line = new WebSocketLine(socket);
    String key = line.key();
    line.out.write(upgrade.request(key).getBytes(StandardCharsets.US_ASCII));
    line.out.flush();
    judge(line.head(), key);
    return line;
  }

  private String key() {
    byte[] key = new byte[16];
    random.nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      if (head.length() == LONGEST_HEAD) {
        throw new ProtocolException("a head without end");
      }
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  private static void judge(String head, String key) throws IOException {
    Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
    if (!status.matches()) {
      throw new ProtocolException("no web server");
    }
    int number = Integer.parseInt(status.group(1));
    if (number != SWITCHING) {
      throw new UpgradeRefusedException(number);
    }
    Matcher accepted = ACCEPTED.matcher(head);
    if (!accepted.find() || !accepted.group(1).equals(accepting(key))) {
      throw new ProtocolException("another handshake's answer");
    }
  }

  /// What a server makes of a client's key.
  static String accepting(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + ACCEPTING).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  void send(String text) throws IOException {
    write(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /// The next text; what is not UTF-8 in it becomes U+FFFD.
  ///
  /// @throws EOFException where the other side has closed
  /// @throws ProtocolException for anything that is no text, or too much of it
  String receive() throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean begun = false;
    for (int frames = 0; frames < MOST_FRAMES; frames++) {
      int first = in.readUnsignedByte();
      int kind = first & ~(LAST | RESERVED);
      byte[] payload = payload(LARGEST_MESSAGE - message.size());
      if ((first & RESERVED) != 0) {
        throw new ProtocolException("an extension that was not agreed on");
      }
      switch (kind) {
        case PING -> {
          if (payload.length > LARGEST_CONTROL) {
            throw new ProtocolException("a ping of " + payload.length + " bytes");
          }
          write(PONG, payload);
        }
        case PONG -> {}
        case CLOSE -> throw new EOFException("closed");
        case TEXT, CONTINUATION -> {
          if (begun == (kind == TEXT)) {
            throw new ProtocolException("a piece of no message");
          }
          begun = true;
          message.writeBytes(payload);
          if ((first & LAST) != 0) {
            return message.toString(StandardCharsets.UTF_8);
          }
        }
        default -> throw new ProtocolException("a frame of kind " + kind);
      }
    }
    throw new ProtocolException("a message without end");
  }

  private byte[] payload(int most) throws IOException {
    int second = in.readUnsignedByte();
    if ((second & MASKED) != 0) {
      throw new ProtocolException("a server's frame with a mask");
    }
    long length =
        switch (second & LENGTH) {
          case SHORT_LENGTH_FOLLOWS -> in.readUnsignedShort();
          case LONG_LENGTH_FOLLOWS -> in.readLong();
          default -> second & LENGTH;
        };
    if (length < 0 || length > most) {
      throw new ProtocolException("a frame of " + length + " bytes");
    }
    byte[] payload = new byte[Math.toIntExact(length)];
    in.readFully(payload);
    return payload;
  }

  /// In one frame, masked as a client must.
  private void write(int kind, byte[] payload) throws IOException {
    byte[] mask = new byte[MASK_BYTES];
    random.nextBytes(mask);
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length);
    frame.put((byte) (LAST | kind));
    if (payload.length <= LARGEST_CONTROL) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | SHORT_LENGTH_FOLLOWS)).putShort((short) payload.length);
    }
    frame.put(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.put((byte) (payload[i] ^ mask[i % MASK_BYTES]));
    }
    out.write(frame.array(), 0, frame.position());
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
