package org.certassist.keys.contract.card;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;

/// The card's side of vpcd, the virtual smart card reader of pcscd: a socket stands for the slot,
/// and to close it is to pull the card out.
///
/// The protocol (vsmartcard, `virtualsmartcard/src/vpcd/vpcd.h`): each message is a length of two
/// bytes, high byte first, and that many bytes. A message of one byte from the reader is a control:
/// 0 power off, 1 power on, 2 reset, 4 asks for the ATR; every other one is a command to the card,
/// and is answered.
public final class VirtualReader {
  /// T=1, no interface bytes more, "PIV" in the historical bytes (ISO/IEC 7816-3 §8).
  private static final byte[] ATR = HexFormat.of().parseHex("3b85015049562d31d7");

  private static final int CONTROL_ATR = 4;
  private static final long PATIENCE_SECONDS = 20;

  private final int port;
  private volatile Duration delay = Duration.ZERO;
  private volatile Optional<Instruction> pullAt = Optional.empty();
  private Optional<Plugged> plugged = Optional.empty();

  /// One stay of a card in the slot.
  private record Plugged(Socket socket, Thread thread) {}

  /// @param port where vpcd waits for the card of this slot
  public VirtualReader(int port) {
    this.port = port;
  }

  /// Puts a card in and waits until the reader has looked at it.
  public synchronized void plug(PivCard card) throws IOException, InterruptedException {
    pull();
    pullAt = Optional.empty();
    delay = Duration.ZERO;
    card.reset();
    Socket socket = connected();
    CountDownLatch seen = new CountDownLatch(1);
    Thread thread =
        Thread.ofPlatform().daemon().name("card in " + port).start(() -> serve(socket, card, seen));
    plugged = Optional.of(new Plugged(socket, thread));
    if (!seen.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("pcscd has not looked at the card in port " + port);
    }
  }

  /// vpcd opens its port some time after pcscd's start, and again some time after a card left.
  private Socket connected() throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
      } catch (ConnectException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(20);
      }
    }
  }

  /// Takes the card out, also in the middle of a command; nothing happens to an empty slot.
  public synchronized void pull() throws IOException {
    if (plugged.isPresent()) {
      plugged.get().socket().close();
      plugged.get().thread().interrupt();
      plugged = Optional.empty();
    }
  }

  /// Takes the card out when the next such command comes, instead of an answer.
  public void pullAt(Instruction instruction) {
    pullAt = Optional.of(instruction);
  }

  /// Answers no command before this time; until the next card is put in.
  public void answerAfter(Duration time) {
    delay = time;
  }

  private void serve(Socket socket, PivCard card, CountDownLatch seen) {
    try (socket) {
      var in = new DataInputStream(socket.getInputStream());
      var out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        // vpcd writes a length and its message apart and waits in between for us to acknowledge.
        socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        byte[] message = new byte[in.readUnsignedShort()];
        in.readFully(message);
        if (message.length != 1) {
          Command command = Command.read(message);
          if (pulledAt(command)) {
            return;
          }
          Thread.sleep(delay);
          send(out, card.transmit(command));
        } else if (message[0] == CONTROL_ATR) {
          send(out, ATR);
          seen.countDown();
        } else {
          card.reset();
        }
      }
    } catch (IOException e) {
      card.reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean pulledAt(Command command) {
    if (pullAt.filter(command.instruction()::equals).isEmpty()) {
      return false;
    }
    pullAt = Optional.empty();
    return true;
  }

  private static void send(DataOutputStream out, byte[] message) throws IOException {
    byte[] framed = new byte[2 + message.length];
    framed[0] = (byte) (message.length >> 8);
    framed[1] = (byte) message.length;
    System.arraycopy(message, 0, framed, 2, message.length);
    out.write(framed);
    out.flush();
  }
}
