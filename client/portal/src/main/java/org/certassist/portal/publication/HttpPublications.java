package org.certassist.portal.publication;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.certificate.NotCheckedReason;
import org.certassist.core.certificate.Publication;
import org.certassist.core.certificate.StatusPublications;
import org.certassist.portal.ServerTrust;

/// Lists and answers over http and https, where lists are kept for a while.
///
/// One download at a time: whoever asks for a list that is on its way waits for it instead of
/// fetching it again. A server that was not reached is left alone for a minute, so that a dead one
/// costs its time once and not for every certificate.
public final class HttpPublications implements StatusPublications {
  /// The largest known list of a Chinese CA is far below; one entry takes some 35 bytes.
  static final int LARGEST_LIST = 20 << 20;

  static final int LARGEST_ANSWER = 64 << 10;

  private static final Duration LEFT_ALONE = Duration.ofMinutes(1);
  private static final Duration FAIR_TRIAL = Duration.ofSeconds(3);
  private static final int MOST_LEFT_ALONE = 100;

  private final KeptLists kept;
  private final Duration young;
  private final InstantSource clock;
  private final Download download;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Map<Place, Miss> misses = new LinkedHashMap<>();

  /// An address that may be asked in one manner may be forbidden in the other.
  private record Place(URI address, boolean privateAddresses) {}

  private record Miss(Publication.Missed what, Instant at) {}

  /// @param anchors whom a server with TLS is checked against; empty means the system's
  /// @param young how old a kept list may be before it is fetched anew
  public HttpPublications(
      KeptLists kept, List<EncodedCertificate> anchors, Duration young, InstantSource clock) {
    this.kept = kept;
    this.young = young;
    this.clock = clock;
    this.download = new Download(new ServerTrust(anchors), clock);
  }

  @Override
  public Publication list(URI address, Manner manner) throws InterruptedException {
    return inTurn(
        manner,
        rest -> {
          Optional<Publication.Kept> copy = kept.find(address, LARGEST_LIST);
          if (copy.isPresent() && isYoung(copy.get().at())) {
            return copy.get();
          }
          Publication fetched = fetch(address, Optional.empty(), rest, LARGEST_LIST);
          return fetched instanceof Publication.Missed
              ? copy.<Publication>map(old -> old).orElse(fetched)
              : fetched;
        });
  }

  @Override
  public Publication newList(URI address, Manner manner) throws InterruptedException {
    return inTurn(manner, rest -> fetch(address, Optional.empty(), rest, LARGEST_LIST));
  }

  @Override
  public void keep(URI address, Publication.Fetched list) {
    kept.put(address, list.bytes(), list.at());
  }

  @Override
  public Publication answer(URI address, byte[] question, Manner manner)
      throws InterruptedException {
    return inTurn(manner, rest -> fetch(address, Optional.of(question), rest, LARGEST_ANSWER));
  }

  private boolean isYoung(Instant at) {
    Instant now = clock.instant();
    return !at.isAfter(now) && at.plus(young).isAfter(now);
  }

  @FunctionalInterface
  private interface Asking {
    Publication with(Manner rest) throws InterruptedException;
  }

  private Publication inTurn(Manner manner, Asking asking) throws InterruptedException {
    long began = System.nanoTime();
    if (!turn.tryLock(manner.patience().toNanos(), TimeUnit.NANOSECONDS)) {
      return new Publication.Missed(NotCheckedReason.TIME_UP);
    }
    try {
      Duration left = manner.patience().minusNanos(System.nanoTime() - began);
      return left.isPositive()
          ? asking.with(new Manner(left, manner.privateAddresses()))
          : new Publication.Missed(NotCheckedReason.TIME_UP);
    } finally {
      turn.unlock();
    }
  }

  /// Whoever had little patience left has learnt nothing about the server.
  private static boolean wasFair(Publication.Missed missed, Manner manner) {
    return missed.reason() != NotCheckedReason.TIME_UP
        || manner.patience().compareTo(FAIR_TRIAL) >= 0;
  }

  private Publication fetch(URI address, Optional<byte[]> question, Manner manner, int largest)
      throws InterruptedException {
    Instant now = clock.instant();
    misses
        .values()
        .removeIf(miss -> Duration.between(miss.at(), now).abs().compareTo(LEFT_ALONE) >= 0);
    Place place = new Place(address, manner.privateAddresses());
    Miss known = misses.get(place);
    if (known != null) {
      return known.what();
    }
    Publication answer = download.from(address, question, manner, largest);
    if (answer instanceof Publication.Missed missed
        && wasFair(missed, manner)
        && misses.size() < MOST_LEFT_ALONE) {
      misses.put(place, new Miss(missed, now));
    }
    return answer;
  }
}
