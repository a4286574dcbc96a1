package org.certassist.core.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/// A key left open after one PIN, so that several declarations are signed without asking again.
///
/// It ends when the user releases it, when the key is seen to be gone, when nothing was signed for
/// [#IDLE], when the PC slept, with the first failure of the key and with a signature that is
/// cancelled on the way: then the key is logged out and the next signature needs a PIN. No PIN is
/// kept here; a key that wants it for every signature is the session's matter.
public final class KeyLease implements KeyDoor, AutoCloseable {
  /// How long an open key may lie unused: long enough to look at the next workbook, short enough
  /// for somebody who leaves the desk.
  public static final Duration IDLE = Duration.ofMinutes(5);

  /// Wall clock and running time may differ by so much; more means that the PC slept.
  private static final Duration SLEEP = Duration.ofSeconds(30);

  private final KeySession session;
  private final Time time;
  private final ReentrantLock using = new ReentrantLock();
  private Moment lastUse;
  private final AtomicInteger signatures = new AtomicInteger();
  private volatile Optional<End> end = Optional.empty();

  /// Why a lease is over.
  public enum End {
    RELEASED,
    IDLE,
    SLEPT,
    KEY_FAILED,
    /// The key was pulled out.
    PULLED,
    CANCELLED
  }

  /// The two clocks of a PC: one that stands still while it sleeps, and the wall clock.
  public interface Time {
    Instant wall();

    /// Nanoseconds of running time, as `System.nanoTime`.
    long running();

    /// This PC's clocks. Where `System.nanoTime` goes on while the PC sleeps, as it may on Windows,
    /// a sleep counts as time in which the key lay unused.
    static Time ofThisPc() {
      return new Time() {
        @Override
        public Instant wall() {
          return Instant.now();
        }

        @Override
        public long running() {
          return System.nanoTime();
        }
      };
    }
  }

  private record Moment(Instant wall, long running) {}

  /// @param session just opened; from now on only the lease closes it
  public KeyLease(KeySession session, Time time) {
    this.session = session;
    this.time = time;
    this.lastUse = now();
  }

  private Moment now() {
    return new Moment(time.wall(), time.running());
  }

  @Override
  public SigningKey key() {
    return session.key();
  }

  /// Whether it is this token and this certificate that lie open; what is known of the token's PIN
  /// may have changed meanwhile.
  boolean opens(SigningKey wanted) {
    TokenKey open = key().token();
    TokenKey token = wanted.token();
    return key().certificate().equals(wanted.certificate())
        && open.driver().equals(token.driver())
        && open.serial().equals(token.serial());
  }

  /// Whether this is its driver, and one that says which keys are there.
  boolean isSpokenFor(DriverReport report) {
    boolean says = report.state() == DriverState.READY || report.state() == DriverState.NO_TOKEN;
    return says && report.id().equals(key().token().driver());
  }

  /// Whether it is among these, whatever is known of its certificates and its PIN by now and
  /// through whichever driver it is seen.
  boolean isAmong(List<TokenKey> there) {
    TokenKey open = key().token();
    return there.stream()
        .anyMatch(token ->
            token.manufacturer().equals(open.manufacturer())
                && token.model().equals(open.model())
                && token.serial().equals(open.serial()));
  }

  /// The key is not there any more; a signature that is being made is waited for.
  void pulled() {
    using.lock();
    try {
      endWith(End.PULLED);
    } finally {
      using.unlock();
    }
  }

  /// How often the key has signed under this PIN.
  public int signatures() {
    return signatures.get();
  }

  /// Whether the key may still be used; one that was left too long is logged out by this look.
  public boolean isOpen() {
    if (end.isEmpty() && using.tryLock()) {
      try {
        overdue().ifPresent(this::endWith);
      } finally {
        using.unlock();
      }
    }
    return end.isEmpty();
  }

  /// How long the key stays open if nothing more is signed; zero once it is over.
  public Duration left() {
    if (!isOpen()) {
      return Duration.ZERO;
    }
    Duration unused = Duration.ofNanos(time.running() - lastUse.running());
    Duration left = IDLE.minus(unused);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Why it is over, once it is.
  public Optional<End> end() {
    return end;
  }

  /// The open key for one piece of work; closing that leaves the key open.
  ///
  /// @throws KeyException `pin.none` when the lease is over: the PIN must be asked for again
  @Override
  public KeySession open() throws KeyException {
    if (!isOpen()) {
      throw new KeyException(new KeyFault.NoPin());
    }
    return new Use();
  }

  private Optional<End> overdue() {
    Moment now = now();
    Duration running = Duration.ofNanos(now.running() - lastUse.running());
    Duration wall = Duration.between(lastUse.wall(), now.wall());
    if (wall.minus(running).compareTo(SLEEP) > 0) {
      return Optional.of(End.SLEPT);
    }
    return running.compareTo(IDLE) >= 0 ? Optional.of(End.IDLE) : Optional.empty();
  }

  private void endWith(End reason) {
    if (end.isEmpty()) {
      end = Optional.of(reason);
      session.close();
    }
  }

  /// Releases the key now; a signature that is being made is finished first.
  @Override
  public void close() {
    using.lock();
    try {
      endWith(End.RELEASED);
    } finally {
      using.unlock();
    }
  }

  /// One piece of work with the open key.
  private final class Use implements KeySession {
    @Override
    public SigningKey key() {
      return session.key();
    }

    @Override
    public RawSignature sign(SignatureAlgorithm algorithm, byte[] toBeSigned)
        throws KeyException, InterruptedException {
      using.lockInterruptibly();
      try {
        overdue().ifPresent(KeyLease.this::endWith);
        if (end.isPresent()) {
          throw new KeyException(new KeyFault.NoPin());
        }
        RawSignature made = signed(algorithm, toBeSigned);
        signatures.incrementAndGet();
        lastUse = now();
        return made;
      } finally {
        using.unlock();
      }
    }

    private RawSignature signed(SignatureAlgorithm algorithm, byte[] toBeSigned)
        throws KeyException, InterruptedException {
      try {
        return session.sign(algorithm, toBeSigned);
      } catch (KeyException e) {
        endWith(End.KEY_FAILED);
        throw e;
      } catch (InterruptedException e) {
        // There is no way to stop a driver's call but to end its host, and the login with it.
        endWith(End.CANCELLED);
        throw e;
      }
    }

    @Override
    public void close() {}
  }
}
