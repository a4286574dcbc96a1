package org.certassist.keys.bridge;

import java.io.IOException;

/// What stops a process as a sleeping PC does, and lets it go on.
enum Signal {
  STOP,
  CONT;

  void to(long... processes) throws IOException, InterruptedException {
    for (long pid : processes) {
      Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start();
      if (kill.waitFor() != 0) {
        throw new IOException("no signal to " + pid);
      }
    }
  }
}
