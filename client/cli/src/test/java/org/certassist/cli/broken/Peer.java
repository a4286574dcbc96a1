package org.certassist.cli.broken;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Somebody at a free port of loopback who treats every connection in the same way.
final class Peer implements AutoCloseable {
  private final ServerSocket server;

  /// How one connection is treated; it is closed when this returns.
  interface Manner {
    void treat(Socket caller) throws IOException;
  }

  Peer(Manner manner) throws IOException {
    this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().name("peer").start(() -> serve(manner));
  }

  /// One who says this to everybody.
  static Peer saying(String words) throws IOException {
    return new Peer(caller -> {
      caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
      var _ = caller.getInputStream().read(new byte[1 << 12]);
    });
  }

  /// One who never says anything.
  static Peer silent() throws IOException {
    return new Peer(caller -> caller.getInputStream().transferTo(OutputStream.nullOutputStream()));
  }

  static int freePort() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return one.getLocalPort();
    }
  }

  int port() {
    return server.getLocalPort();
  }

  String https() {
    return "https://127.0.0.1:" + port() + "/";
  }

  private void serve(Manner manner) {
    while (!server.isClosed()) {
      try {
        Socket caller = server.accept();
        Thread.ofVirtual().start(() -> treat(caller, manner));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void treat(Socket caller, Manner manner) {
    try (caller) {
      manner.treat(caller);
    } catch (IOException gone) {
      // the caller has hung up
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
