package org.certassist.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that a living process may have kept: a dump of its Java heap, and its raw memory with
/// stacks and what drivers allocate.
record ProcessMemory(long pid) {
  static final String COLLECTED = "[gc] GC(0)";

  /// Larger than any region of a host.
  private static final long MOST = 256L << 20;

  /// Why raw memory cannot be read here, such as in a container without CAP_SYS_PTRACE.
  Optional<String> obstacle() throws IOException {
    try (RandomAccessFile memory = memory()) {
      memory.seek(writable().getFirst().from());
      memory.readFully(new byte[1]);
      return Optional.empty();
    } catch (FileNotFoundException notPermitted) {
      return Optional.of(String.valueOf(notPermitted.getMessage()));
    }
  }

  /// Where some PINs stand in memory that the process can write.
  List<String> raw(Canaries canaries) throws IOException {
    List<String> found = new ArrayList<>();
    try (RandomAccessFile memory = memory()) {
      for (Region region : writable()) {
        canaries.in(read(memory, region)).forEach(what -> found.add(region.name() + ": " + what));
      }
    }
    return found;
  }

  private RandomAccessFile memory() throws IOException {
    return new RandomAccessFile("/proc/" + pid + "/mem", "r");
  }

  private static byte[] read(RandomAccessFile memory, Region region) {
    byte[] content = new byte[Math.toIntExact(region.to() - region.from())];
    try {
      memory.seek(region.from());
      memory.readFully(content);
    } catch (IOException goneOrGuarded) {
      // What was there until then is searched.
    }
    return content;
  }

  private record Region(long from, long to, String name) {
    static Region of(String line) {
      String[] words = line.split("\\s+", 6);
      String[] ends = words[0].split("-", 2);
      return new Region(
          Long.parseUnsignedLong(ends[0], 16), Long.parseUnsignedLong(ends[1], 16), line);
    }
  }

  private List<Region> writable() throws IOException {
    List<Region> regions = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "maps"))) {
      Region region = Region.of(line);
      boolean searched = line.split("\\s+", 6)[1].startsWith("rw");
      if (searched && region.to() - region.from() > MOST) {
        throw new IOException("too large to search: " + line);
      }
      if (searched) {
        regions.add(region);
      }
    }
    return regions;
  }

  /// Where some PINs stand in the Java heap, also among objects that nobody refers to any more.
  ///
  /// @param file where the dump lies for as long as it is searched
  Set<String> heap(Canaries canaries, Path file) throws IOException, InterruptedException {
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                "GC.heap_dump",
                "-all",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    if (tool.waitFor() != 0 || !Files.exists(file)) {
      throw new IOException("no heap dump: " + said);
    }
    try (InputStream dump = Files.newInputStream(file)) {
      return canaries.in(dump);
    } finally {
      Files.delete(file);
    }
  }

  /// Options with which a program for tests never collects its garbage, so that its heap shows all
  /// that ever lay there; should it collect nonetheless, it says [#COLLECTED].
  static List<String> neverCollecting() {
    return List.of(
        "-Xms2g",
        "-Xmn1700m",
        // Compiled code that fills a share of its room makes Java collect, too.
        "-XX:ReservedCodeCacheSize=480m",
        "-XX:MetaspaceSize=512m",
        "-XX:TLABSize=128k",
        "-XX:-ResizeTLAB",
        "-Xlog:gc:stdout");
  }
}
