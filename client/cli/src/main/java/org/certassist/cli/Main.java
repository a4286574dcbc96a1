package org.certassist.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.certassist.cli.terminal.Streams;

/// The program's entry point.
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(
        new Program(
                new Streams(
                    new FileInputStream(FileDescriptor.in),
                    utf8(FileDescriptor.out),
                    utf8(FileDescriptor.err)))
            .run(arguments));
  }

  /// UTF-8 whatever the locale says: Chinese must not come out as question marks.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
