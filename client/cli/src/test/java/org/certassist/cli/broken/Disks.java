package org.certassist.cli.broken;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;

/// Small disks that are mounted for a while, where this machine lets the test mount any.
final class Disks {
  private Disks() {}

  /// Mounts a disk of that size over a folder until the result is closed.
  static MadePc.Part small(String size, Path folder) throws IOException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "none", folder.toString()),
        "no disk can be mounted here");
    return () -> run("umount", "-l", folder.toString());
  }

  static void readOnly(Path folder) throws IOException {
    assumeTrue(run("mount", "-o", "remount,ro", folder.toString()), "no disk can be mounted here");
  }

  private static boolean run(String... command) throws IOException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .onExit()
            .join()
            .exitValue()
        == 0;
  }
}
