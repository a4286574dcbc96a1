package org.certassist.keys.bridge;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.certassist.bridge.protocol.Frame;
import org.certassist.bridge.protocol.Request;
import org.certassist.bridge.protocol.RequestCodec;
import org.certassist.bridge.protocol.Response;
import org.certassist.bridge.protocol.ResponseCodec;

/// One life of a host process, from its start to its first misbehaviour.
///
/// Several threads may call at once; the host answers in order, so a deadline counts from the
/// moment the host was last heard, and for a call behind others when those are answered. Whatever
/// goes wrong ends the process: there is no way to stop a driver's call but that.
final class HostConnection implements AutoCloseable {
  /// How often a call looks whether its turn has come.
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final Process process;
  private final OutputStream toHost;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Response>> waiting = new ConcurrentHashMap<>();
  private final AtomicReference<Optional<IOException>> end =
      new AtomicReference<>(Optional.empty());
  private final AtomicInteger logins = new AtomicInteger();
  private volatile boolean retiring;
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile long lastHeard = System.nanoTime();

  /// @param name tells hosts apart in the log
  HostConnection(String name, Process process) {
    this.process = process;
    this.toHost = process.getOutputStream();
    Thread.ofPlatform().daemon().name("host line of " + name).start(this::listen);
    Thread.ofPlatform()
        .daemon()
        .name("host output of " + name)
        .start(() -> HostOutput.follow(name, process.getErrorStream()));
  }

  boolean alive() {
    return end.get().isEmpty();
  }

  /// Whether the host ended by itself; true once only, so that each life counts as one crash.
  boolean firstWordOfItsCrash() {
    boolean crashed =
        end.get()
            .filter(reason -> reason instanceof HostLostException lost && !lost.isOurDoing())
            .isPresent();
    return crashed && told.compareAndSet(false, true);
  }

  long pid() {
    return process.pid();
  }

  /// Asks and waits for the answer, at most as long as `limit`.
  ///
  /// @throws HostHungException past the limit; the host is gone then
  /// @throws HostLostException when the host ended or spoke nonsense
  Response call(Request request, Duration limit) throws IOException, InterruptedException {
    int id = lastId.incrementAndGet();
    CompletableFuture<Response> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    try {
      long sent = System.nanoTime();
      send(id, request);
      return await(id, answer, sent, request, limit);
    } catch (InterruptedException e) {
      stop(HostLostException.byUs("cancelled"));
      throw e;
    } finally {
      waiting.remove(id);
      closeIfRetired();
    }
  }

  private void send(int id, Request request) throws IOException, InterruptedException {
    byte[] frame = RequestCodec.encode(id, request);
    try {
      write(frame);
    } finally {
      Arrays.fill(frame, (byte) 0);
    }
  }

  private void write(byte[] frame) throws IOException, InterruptedException {
    writing.lockInterruptibly();
    try {
      throwIfEnded();
      toHost.write(frame);
      toHost.flush();
    } catch (IOException e) {
      stop(new HostLostException("the host ended", e));
      throwIfEnded();
    } finally {
      writing.unlock();
    }
  }

  private Response await(
      int id, CompletableFuture<Response> answer, long sent, Request request, Duration limit)
      throws IOException, InterruptedException {
    while (true) {
      long heard = lastHeard;
      long since = heard + Math.max(sent - heard, 0);
      long left = since + limit.toNanos() - System.nanoTime();
      if (left <= 0 && isBehindAnother(id)) {
        // Its turn has not come: whoever is before it may take longer, and has a limit of his own.
        left = BETWEEN_LOOKS.toNanos();
      } else if (left <= 0 && !answer.isDone()) {
        stop(new HostHungException(callName(request), limit));
      }
      throwIfEndedBefore(answer);
      try {
        return answer.get(Math.max(left, 1), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        // Perhaps another call was answered meanwhile and ours has only just begun: look again.
      } catch (ExecutionException e) {
        throwIfEnded();
        throw new IllegalStateException(e);
      }
    }
  }

  private boolean isBehindAnother(int id) {
    return waiting.keySet().stream().anyMatch(other -> other < id);
  }

  private static String callName(Request request) {
    String name = request.getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  private void throwIfEndedBefore(CompletableFuture<Response> answer) throws IOException {
    if (!answer.isDone()) {
      throwIfEnded();
    }
  }

  private void throwIfEnded() throws IOException {
    Optional<IOException> reason = end.get();
    if (reason.isPresent()) {
      throw copyOf(reason.get());
    }
  }

  /// A fresh exception for each thread, so that none carries another one's stack.
  private static IOException copyOf(IOException reason) {
    return switch (reason) {
      case HostHungException hung -> new HostHungException(hung.call(), hung.limit());
      case HostLostException lost -> lost.again();
      default -> new HostLostException(String.valueOf(reason.getMessage()), reason);
    };
  }

  private void listen() {
    try (var in = process.getInputStream()) {
      Optional<Frame> next = Frame.read(in);
      while (next.isPresent()) {
        Frame frame = next.get();
        Response response = ResponseCodec.decode(frame);
        lastHeard = System.nanoTime();
        CompletableFuture<Response> answer = waiting.get(frame.id());
        if (answer == null) {
          stop(new HostLostException("an answer to nothing"));
          return;
        }
        answer.complete(response);
        next = Frame.read(in);
      }
      stop(new HostLostException("the host ended"));
    } catch (IOException e) {
      stop(new HostLostException("the host's line broke", e));
    }
  }

  /// Ends this life, for the first reason given.
  private void stop(IOException reason) {
    if (end.compareAndSet(Optional.empty(), Optional.of(reason))) {
      process.destroyForcibly();
    }
    waiting.values().forEach(answer -> answer.completeExceptionally(reason));
  }

  /// Whether somebody waits for an answer.
  boolean isBusy() {
    return !waiting.isEmpty();
  }

  /// One more login lives in this host.
  void loggedIn() {
    logins.incrementAndGet();
  }

  /// One login less.
  void loggedOut() {
    logins.decrementAndGet();
  }

  boolean isAnybodyLoggedIn() {
    return logins.get() > 0;
  }

  /// Ends this life as soon as no call is waiting for an answer.
  void closeWhenIdle() {
    retiring = true;
    closeIfRetired();
  }

  private void closeIfRetired() {
    if (retiring && waiting.isEmpty()) {
      close();
    }
  }

  @Override
  public void close() {
    stop(HostLostException.byUs("closed"));
  }
}
