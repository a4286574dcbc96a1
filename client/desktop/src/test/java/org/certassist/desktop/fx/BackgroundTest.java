package org.certassist.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.certassist.desktop.fx.Background.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class BackgroundTest {
  private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
  private final BlockingQueue<End<String>> ends = new LinkedBlockingQueue<>();
  private final Background background = new Background(window::add);

  @Test
  void theEndIsToldOnTheWindowsThreadOnly() throws InterruptedException {
    background.<String>run("work", () -> "done", ends::add);
    Runnable news = window.take();
    assertThat(ends).isEmpty();
    news.run();
    assertThat(ends).containsExactly(new End.Finished<>("done"));
  }

  @Test
  void aNamedFaultIsTold() throws InterruptedException {
    UsageFault fault = UsageFault.of("usage.noPin");
    background.<String>run(
        "work",
        () -> {
          throw new FaultException(fault);
        },
        ends::add);
    window.take().run();
    assertThat(ends).containsExactly(new End.Failed<>(fault));
  }

  @Test
  void aMistakeOfOursEndsTheWorkNotTheWindow() throws InterruptedException {
    background.<String>run(
        "work",
        () -> {
          throw new IllegalStateException("mistake");
        },
        ends::add);
    window.take().run();
    assertThat(ends)
        .singleElement()
        .isInstanceOfSatisfying(
            End.Failed.class,
            failed ->
                assertThat(failed.fault())
                    .isInstanceOfSatisfying(
                        WindowFault.Mistake.class,
                        mistake -> assertThat(mistake.supportCode()).hasSize(9)));
  }

  @Test
  void cancellingInterruptsTheWork() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Background.Running running =
        background.<String>run(
            "work",
            () -> {
              never.await();
              return "done";
            },
            ends::add);
    running.cancel();
    Runnable news = window.poll(5, TimeUnit.SECONDS);
    assertThat(news).isNotNull();
    news.run();
    assertThat(ends).containsExactly(new End.Cancelled<>());
  }
}
