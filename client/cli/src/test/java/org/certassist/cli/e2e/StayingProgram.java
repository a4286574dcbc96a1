package org.certassist.cli.e2e;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.certassist.cli.Program;
import org.certassist.cli.terminal.Streams;

/// A program for tests: runs command lines one after another, as `Main` runs one, says the exit
/// code of each and stays until its input ends, so that its memory can be searched.
///
/// Arguments: the command lines, each ended by `;`. Input: what they read.
final class StayingProgram {
  private StayingProgram() {}

  public static void main(String[] arguments) throws IOException {
    Streams streams = new Streams(new FileInputStream(FileDescriptor.in), System.out, System.err);
    List<String> command = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.equals(";")) {
        int code = new Program(streams).run(command.toArray(String[]::new));
        System.out.println("exit " + code);
        command.clear();
      } else {
        command.add(argument);
      }
    }
    System.out.println("done");
    System.out.flush();
    if (streams.in().read() >= 0) {
      throw new IOException("more input than was asked for");
    }
  }
}
