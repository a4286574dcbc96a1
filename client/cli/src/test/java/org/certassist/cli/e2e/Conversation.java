package org.certassist.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;

/// What a test says to a program that runs, and what it has heard from it so far; its end is the
/// end of the program's input.
final class Conversation implements AutoCloseable {
  private final Reader out;
  private final OutputStream in;
  private final StringBuilder heard = new StringBuilder();

  /// Behind what was waited for last.
  private int at;

  private Conversation(Reader out, OutputStream in) {
    this.out = out;
    this.in = in;
  }

  static Conversation with(Process process) {
    return new Conversation(process.inputReader(UTF_8), process.getOutputStream());
  }

  void says(String text) throws IOException {
    in.write(text.getBytes(UTF_8));
    in.flush();
  }

  /// Waits for a line of its own.
  void hears(String line) throws IOException {
    waitFor(line + "\n");
  }

  /// Waits for a question.
  Conversation isAsked(String question) throws IOException {
    waitFor(question);
    return this;
  }

  private void waitFor(String text) throws IOException {
    while (heard.indexOf(text, at) < 0) {
      int next = out.read();
      if (next < 0) {
        throw new AssertionError("no " + text.strip() + ": " + heard);
      }
      if (next != '\r') {
        heard.append((char) next);
      }
    }
    at = heard.indexOf(text, at) + text.length();
  }

  String heard() {
    return heard.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
