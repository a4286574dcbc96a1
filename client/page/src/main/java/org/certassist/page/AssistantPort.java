package org.certassist.page;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.certassist.core.diagnosis.PageFacts.Entry;
import org.certassist.core.diagnosis.PageFacts.Seen;
import org.certassist.core.diagnosis.PortHolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks whoever holds one port of this PC which keys it shows.
final class AssistantPort {
  /// Pages name it by its number; the name `localhost` may lead elsewhere.
  static final InetAddress LOOPBACK = loopback();

  private static final Logger LOG = LoggerFactory.getLogger(AssistantPort.class);

  /// Within a PC it takes no time; Windows goes on for two seconds where nobody listens.
  private static final Duration CONNECT = Duration.ofSeconds(1);

  /// An assistant asks its drivers before it answers.
  static final Duration PATIENCE = Duration.ofSeconds(3);

  /// Some page scripts leave out the last slash, and some assistants take one of the two only.
  private static final List<String> PATHS = List.of("/xtxapp/", "/xtxapp");

  private final int port;
  private final Dialling dialling;
  private final Optional<URI> page;
  private final PortHolders holders;
  private final Duration patience;

  /// @param patience for all of it
  AssistantPort(
      int port, Dialling dialling, Optional<URI> page, PortHolders holders, Duration patience) {
    this.patience = patience;
    this.port = port;
    this.dialling = dialling;
    this.page = page;
    this.holders = holders;
  }

  private static InetAddress loopback() {
    try {
      return Inet4Address.getByAddress(new byte[] {127, 0, 0, 1});
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// What is seen there.
  Seen look() throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    for (String path : PATHS) {
      Optional<Seen> seen = at(path, end);
      if (seen.isPresent()) {
        return seen.get();
      }
    }
    return new Seen.Stranger();
  }

  /// Empty where there is nothing at this path. When the time is over the connection is closed
  /// under whoever still reads from it.
  private Optional<Seen> at(String path, long end) throws InterruptedException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(LOOPBACK, port), Math.toIntExact(CONNECT.toMillis()));
      return talked(socket, path, end);
    } catch (SocketTimeoutException busy) {
      LOG.info("port {} takes no connection", port);
      return Optional.of(holders.on(port).isPresent() ? new Seen.Silent() : new Seen.Nobody());
    } catch (IOException refused) {
      LOG.debug("nobody at port {}: {}", port, refused.toString());
      return Optional.of(new Seen.Nobody());
    }
  }

  private Optional<Seen> talked(Socket socket, String path, long end) throws InterruptedException {
    FutureTask<Optional<Seen>> talk = new FutureTask<>(() -> talk(socket, path));
    Thread.ofVirtual().name("assistant-" + port).start(talk);
    try {
      return talk.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException silent) {
      LOG.info("port {} has not answered", port);
      return Optional.of(new Seen.Silent());
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("port " + port, impossible.getCause());
    }
  }

  private Optional<Seen> talk(Socket connected, String path) {
    try {
      Socket ready = dialling.ready(connected, port);
      try (WebSocketLine line = WebSocketLine.open(ready, new Upgrade(path, port, page))) {
        return Optional.of(asked(line));
      }
    } catch (UpgradeRefusedException refused) {
      LOG.info("port {} refuses {}: {}", port, path, refused.status());
      return refused.concernsThePage() ? Optional.of(new Seen.Silent()) : Optional.empty();
    } catch (ProtocolException | SSLException strange) {
      LOG.info("port {} is no assistant's: {}", port, strange.getMessage());
      return Optional.of(new Seen.Stranger());
    } catch (IOException gone) {
      LOG.info("port {} broke off", port, gone);
      return Optional.of(new Seen.Stranger());
    }
  }

  /// The version first, as pages do: who answers that is an assistant, and if it breaks off later
  /// it is one that does not answer.
  private Seen asked(WebSocketLine line) throws IOException {
    AssistantTalk talk = new AssistantTalk(line, page);
    talk.call("SOF_GetVersion");
    try {
      List<Entry> entries = UserList.read(talk.call("SOF_GetUserList"));
      LOG.info("the assistant at port {} shows {} certificates", port, entries.size());
      return new Seen.Assistant(entries);
    } catch (ProtocolException strange) {
      throw strange;
    } catch (IOException gone) {
      LOG.info("the assistant at port {} broke off", port, gone);
      return new Seen.Silent();
    }
  }
}
