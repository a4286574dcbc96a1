package org.certassist.cli.terminal;

import java.io.InputStream;
import java.io.PrintStream;

/// Where a run of the program reads and writes.
public record Streams(InputStream in, PrintStream out, PrintStream err) {}
