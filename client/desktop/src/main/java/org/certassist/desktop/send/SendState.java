package org.certassist.desktop.send;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.certassist.core.archive.History;
import org.certassist.core.fault.Fault;
import org.certassist.core.filing.Belonging;
import org.certassist.core.filing.KeyOverview.Choice;
import org.certassist.core.filing.Milestone;
import org.certassist.core.filing.SendOutbox;
import org.certassist.core.key.PinState;

/// How far signing and sending have come.
public sealed interface SendState {
  /// Nothing is under way.
  record Idle() implements SendState {}

  /// The exact bytes are being made.
  record Preparing() implements SendState {}

  /// It cannot be signed at all; nothing was asked.
  ///
  /// @param inTheWay the earlier one that the refusal names
  record NotPrepared(Fault fault, Optional<History> inTheWay) implements SendState {
    NotPrepared(Fault fault) {
      this(fault, Optional.empty());
    }
  }

  /// The outbox cannot be sent with the keys that are there; nothing was asked.
  record OutboxNotBegun(Fault fault) implements SendState {}

  /// What is signed is shown and the PIN asked for.
  ///
  /// @param belonging whether the certificate is the unit's: another one's is not asked for
  /// @param pin what is known of the PIN now
  /// @param keyIsOpen the key lies open: no PIN is asked for
  /// @param trouble why the last PIN that she typed did not do
  record Asking(
      Subject subject,
      Choice key,
      Belonging belonging,
      PinState pin,
      boolean keyIsOpen,
      Optional<Fault> trouble)
      implements SendState {
    /// The same question after a PIN that did not do.
    Asking again(PinState now, Fault why) {
      return new Asking(subject, key, belonging, now, false, Optional.of(why));
    }
  }

  /// @param reached the milestones behind us
  /// @param cancelAsked she pressed Cancel and the work has not ended yet
  record Sending(Subject subject, Set<Milestone> reached, boolean cancelAsked)
      implements SendState {
    public Sending {
      reached = Set.copyOf(reached);
    }

    /// Whether the portal may have received something: from here on cancelling leaves the outcome
    /// to be asked for.
    boolean isUnderWay() {
      return reached.contains(Milestone.SENDING);
    }
  }

  /// The work went as far as it could, or was cancelled; the history says how far.
  record Ended(History history, boolean cancelled) implements SendState {}

  /// It was not sent.
  ///
  /// @param kept its history where something of it is in the outbox
  record NotSent(Fault fault, Optional<History> kept) implements SendState {}

  /// Cancelled before anything was kept.
  record Cancelled() implements SendState {}

  /// Going through the outbox ended before its end.
  ///
  /// @param now what the archive says of each of those that were to be sent
  /// @param why empty when she cancelled it
  record OutboxStopped(List<SendOutbox.Taken> now, Optional<Fault> why) implements SendState {
    public OutboxStopped {
      now = List.copyOf(now);
    }

    /// How many the portal has, as far as is known.
    long filed() {
      return now.stream()
          .filter(one -> one.after().mayBeAtPortal() && !one.after().waits())
          .count();
    }

    /// How many may have reached the portal.
    long toBeAsked() {
      return now.stream()
          .filter(one -> one.after().waits() && !one.after().mayBeWithdrawn())
          .count();
    }

    long notFiled() {
      return now.size() - filed() - toBeAsked();
    }
  }

  /// The outbox was gone through.
  record OutboxSent(List<SendOutbox.Taken> taken) implements SendState {
    public OutboxSent {
      taken = List.copyOf(taken);
    }
  }
}
