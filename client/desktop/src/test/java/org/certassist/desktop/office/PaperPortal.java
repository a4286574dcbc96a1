package org.certassist.desktop.office;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.key.KeyException;
import org.certassist.core.portal.LookupOutcome;
import org.certassist.core.portal.Portal;
import org.certassist.core.portal.PortalException;
import org.certassist.core.portal.PortalFault;
import org.certassist.core.portal.PortalSession;
import org.certassist.core.portal.Receipt;
import org.certassist.core.portal.ResultsOutcome;
import org.certassist.core.portal.RowAnswers;
import org.certassist.core.portal.SubmitOutcome;

/// A portal that takes what it is sent, answers rows where it was told how, and can be held up.
public final class PaperPortal implements Portal {
  private final Map<DeclarationId, Receipt> receipts = new ConcurrentHashMap<>();
  private final Map<DeclarationId, Receipt.Subject> subjects = new ConcurrentHashMap<>();
  private volatile ResultsOutcome answers = new ResultsOutcome.NotYet(Duration.ofMinutes(1));
  private volatile CountDownLatch hold = new CountDownLatch(0);
  private volatile boolean reachable = true;
  private volatile int freely;
  private final CountDownLatch held = new CountDownLatch(1);

  public PaperPortal answering(RowAnswers rows) {
    answers = new ResultsOutcome.Ready(rows);
    return this;
  }

  /// Lets every request wait until the latch opens.
  public PaperPortal holding(CountDownLatch latch) {
    hold = latch;
    return this;
  }

  /// Lets every request after the first few wait until the latch opens.
  public PaperPortal holdingAfter(int first, CountDownLatch latch) {
    freely = first;
    return holding(latch);
  }

  /// Waits until a request is being held up.
  public boolean isHolding(long seconds) throws InterruptedException {
    return held.await(seconds, TimeUnit.SECONDS);
  }

  public PaperPortal unreachable() {
    reachable = false;
    return this;
  }

  public PaperPortal reachableAgain() {
    reachable = true;
    return this;
  }

  public int received() {
    return receipts.size();
  }

  @Override
  public URI address() {
    return URI.create("https://127.0.0.1:8443");
  }

  @Override
  public PortalSession logIn(ChallengeSigner signer)
      throws PortalException, KeyException, InterruptedException {
    if (!reachable) {
      throw new PortalException(new PortalFault.NotReached(address().toString(), "connection"));
    }
    signer.sign(new byte[] {1, 2, 3});
    return new Session();
  }

  private final class Session implements PortalSession {
    @Override
    public SubmitOutcome submit(DeclarationId id, byte[] document, byte[] cms)
        throws InterruptedException {
      if (receipts.size() >= freely) {
        held.countDown();
        hold.await();
      }
      Receipt receipt = receipts.computeIfAbsent(id, _ -> receipt(id, document));
      subjects.put(id, subject(document));
      return new SubmitOutcome.Accepted(receipt, subject(document));
    }

    @Override
    public LookupOutcome find(DeclarationId id) {
      Receipt receipt = receipts.get(id);
      Receipt.Subject subject = subjects.get(id);
      return receipt == null || subject == null
          ? new LookupOutcome.NotKnown()
          : new LookupOutcome.Known(receipt, subject);
    }

    @Override
    public ResultsOutcome results(DeclarationId id, Duration patience) {
      return answers;
    }
  }

  private static Receipt.Subject subject(byte[] document) {
    String json = new String(document, StandardCharsets.UTF_8);
    return new Receipt.Subject(
        json.replaceAll("(?s).*\"creditCode\":\"(\\w+)\".*", "$1"),
        json.replaceAll("(?s).*\"kind\":\"([a-z-]+)\".*", "$1"),
        json.split("\"row\":", -1).length - 1);
  }

  private Receipt receipt(DeclarationId id, byte[] document) {
    return new Receipt(
        "SZ-20261122-%06d".formatted(receipts.size() + 731),
        id,
        sha256(document),
        OffsetDateTime.parse("2026-11-22T10:00:03+08:00"),
        List.of("医疗保险", "生育保险"),
        new byte[0],
        new byte[0],
        "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
