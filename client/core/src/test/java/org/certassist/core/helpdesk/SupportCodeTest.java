package org.certassist.core.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.certassist.core.fault.FaultException;
import org.certassist.core.fault.UsageFault;
import org.junit.jupiter.api.Test;

class SupportCodeTest {
  private static final StackTraceElement BROKEN = frame("org.certassist.core.Work", "done", 10);

  @Test
  void theSameMistakeHasTheSameCode() {
    String code =
        SupportCode.of(at(new IllegalStateException("/home/a/x.xlsx"), jdk("put", 1), BROKEN));

    assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
    // Codes are in tickets: the way they are made never changes.
    assertThat(code).isEqualTo("G4CN-RHMJ");
    assertThat(
            SupportCode.of(
                at(
                    new IllegalStateException("D:\\y.xlsx"),
                    jdk("get", 7),
                    frame("org.certassist.core.Work", "done", 99))))
        .isEqualTo(code);
  }

  @Test
  void anotherKindMethodCauseOrFaultHasAnotherCode() {
    assertThat(
            Stream.of(
                    at(new IllegalStateException(), BROKEN),
                    at(new IllegalArgumentException(), BROKEN),
                    at(new IllegalStateException(), frame("org.certassist.core.Work", "begun", 1)),
                    at(new IllegalStateException(new OutOfMemoryError()), BROKEN),
                    at(new FaultException(UsageFault.of("usage.one", "x")), BROKEN),
                    at(new FaultException(UsageFault.of("usage.two", "x")), BROKEN))
                .map(SupportCode::of))
        .doesNotHaveDuplicates();
    assertThat(SupportCode.of(at(new FaultException(UsageFault.of("usage.one", "y")), BROKEN)))
        .isEqualTo(SupportCode.of(at(new FaultException(UsageFault.of("usage.one", "x")), BROKEN)));
  }

  @Test
  void howTheCompilerCountsLambdasDoesNotMatter() {
    assertThat(
            SupportCode.of(at(new Error(), frame("org.certassist.core.Work", "lambda$done$12", 1))))
        .isEqualTo(
            SupportCode.of(at(new Error(), frame("org.certassist.core.Work", "lambda$done$3", 1))));
    assertThat(
            SupportCode.of(
                at(new Error(), frame("org.certassist.core.Work$$Lambda/0x00007f01", "run", 1))))
        .isEqualTo(
            SupportCode.of(
                at(new Error(), frame("org.certassist.core.Work$$Lambda/0x00007fff", "run", 1))));
  }

  /// From the window or from the command line: it is the same mistake.
  @Test
  void whoWantedTheWorkDoesNotMatter() {
    StackTraceElement[] near = new StackTraceElement[6];
    StackTraceElement[] other = new StackTraceElement[6];
    for (int at = 0; at < 5; at++) {
      near[at] = frame("org.certassist.core.Work", "step" + at, at);
      other[at] = near[at];
    }
    near[5] = frame("org.certassist.cli.Program", "run", 1);
    other[5] = frame("org.certassist.desktop.fx.Background", "run", 1);

    assertThat(SupportCode.of(at(new Error(), near)))
        .isEqualTo(SupportCode.of(at(new Error(), other)));
  }

  @Test
  void causesThatGoInACircleEnd() {
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);

    assertThat(SupportCode.of(one)).hasSize(9);
  }

  private static StackTraceElement jdk(String method, int line) {
    return frame("java.util.HashMap", method, line);
  }

  private static StackTraceElement frame(String type, String method, int line) {
    return new StackTraceElement(type, method, "Some.java", line);
  }

  private static <T extends Throwable> T at(T mistake, StackTraceElement... frames) {
    mistake.setStackTrace(frames);
    if (mistake.getCause() != null) {
      mistake.getCause().setStackTrace(new StackTraceElement[0]);
    }
    return mistake;
  }
}
