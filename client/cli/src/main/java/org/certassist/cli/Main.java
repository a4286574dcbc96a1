package org.certassist.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.certassist.cli.terminal.AnswerStream;
import org.certassist.cli.terminal.Streams;

/// The program's entry point.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    AnswerStream out = AnswerStream.to(new FileOutputStream(FileDescriptor.out));
    Program program =
        new Program(
            new Streams(
                new FileInputStream(FileDescriptor.in),
                out,
                new PrintStream(
                    new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)));
    int code = program.run(arguments);
    System.exit(out.lost() ? program.answerLost(code, arguments) : code);
  }
}
