package org.certassist.platform.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.certassist.core.driver.Machine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Headers of real libraries for Windows, Linux and macOS, and of files that are none.
class LibraryHeaderTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Windows/x86/sqlitejdbc.dll, PE, X86",
    "Windows/x86_64/sqlitejdbc.dll, PE, X86_64",
    "Windows/aarch64/sqlitejdbc.dll, PE, ARM64",
    "Windows/armv7/sqlitejdbc.dll, PE, ARM",
    "Linux/x86/libsqlitejdbc.so, ELF, X86",
    "Linux/x86_64/libsqlitejdbc.so, ELF, X86_64",
    "Linux/aarch64/libsqlitejdbc.so, ELF, ARM64",
    "Linux/arm/libsqlitejdbc.so, ELF, ARM",
    "Linux/ppc64/libsqlitejdbc.so, ELF, OTHER",
    "Mac/x86_64/libsqlitejdbc.dylib, MACH_O, X86_64",
    "Mac/aarch64/libsqlitejdbc.dylib, MACH_O, ARM64",
  })
  void tellsSystemAndProcessor(String sample, LibraryFormat format, Machine machine)
      throws IOException {
    LibraryFile header = LibraryHeader.of(Samples.sqlite(sample, folder));
    assertThat(header.format()).isEqualTo(format);
    assertThat(header.machines()).containsExactly(machine);
  }

  @ParameterizedTest
  @CsvSource({
    "Windows/x86/sqlitejdbc.dll, KERNEL32.dll",
    "Windows/x86_64/sqlitejdbc.dll, KERNEL32.dll",
    "Linux/x86_64/libsqlitejdbc.so, libc.so.6",
    "Linux/x86/libsqlitejdbc.so, libc.so.6",
    "Mac/aarch64/libsqlitejdbc.dylib, /usr/lib/libSystem.B.dylib",
    "Mac/x86_64/libsqlitejdbc.dylib, /usr/lib/libSystem.B.dylib",
  })
  void tellsWhatALibraryNeeds(String sample, String needed) throws IOException {
    assertThat(LibraryHeader.of(Samples.sqlite(sample, folder)).needs()).contains(needed);
  }

  @Test
  void tellsTheVisualCppLibrariesThatALibraryNeeds() throws IOException {
    LibraryFile header = LibraryHeader.of(Samples.javafx("glass.dll", folder));
    assertThat(header.needs())
        .contains("VCRUNTIME140.dll", "MSVCP140.dll", "KERNEL32.dll")
        .as("loaded only when first used")
        .doesNotContain("USER32.dll", "dwmapi.dll");
  }

  @Test
  void tellsWhetherALibraryIsSigned() throws IOException {
    assertThat(LibraryHeader.of(Samples.javafx("msvcp140.dll", folder)).carriesSignature())
        .as("signed by Microsoft")
        .isTrue();
    assertThat(
            LibraryHeader.of(Samples.sqlite("Windows/x86/sqlitejdbc.dll", folder))
                .carriesSignature())
        .isFalse();
    assertThat(
            LibraryHeader.of(Samples.sqlite("Mac/aarch64/libsqlitejdbc.dylib", folder))
                .carriesSignature())
        .as("Apple's processors load nothing that is unsigned")
        .isTrue();
  }

  @Test
  void readsALibraryForSeveralProcessors() throws IOException {
    byte[] intel = Files.readAllBytes(Samples.sqlite("Mac/x86_64/libsqlitejdbc.dylib", folder));
    Path other = folder.resolve("arm");
    byte[] arm = Files.readAllBytes(Samples.sqlite("Mac/aarch64/libsqlitejdbc.dylib", other));
    LibraryFile header =
        LibraryHeader.of(Files.write(folder.resolve("fat.dylib"), fat(List.of(intel, arm))));
    assertThat(header.machines()).containsExactlyInAnyOrder(Machine.X86_64, Machine.ARM64);
    assertThat(header.needs()).containsOnlyOnce("/usr/lib/libSystem.B.dylib");
  }

  private static byte[] fat(List<byte[]> parts) {
    int length = 4096 + parts.stream().mapToInt(part -> part.length).sum();
    ByteBuffer whole = ByteBuffer.allocate(length);
    whole.putInt(0xCAFEBABE).putInt(parts.size());
    int at = 4096;
    for (byte[] part : parts) {
      whole.putInt(0).putInt(0).putInt(at).putInt(part.length).putInt(12);
      at += part.length;
    }
    whole.position(4096);
    parts.forEach(whole::put);
    return whole.array();
  }

  @ParameterizedTest
  @CsvSource({"''", "M", "MZ", "hello, PIN", "\u007fELF"})
  void refusesWhatIsNoLibrary(String content) throws IOException {
    Path file = Files.writeString(folder.resolve("driver.dll"), content);
    assertThatThrownBy(() -> LibraryHeader.of(file)).isInstanceOf(MalformedLibraryException.class);
  }

  @Test
  void refusesAClassFileAndAProgram() throws IOException {
    Path compiled = folder.resolve("Driver.class");
    try (var in = getClass().getResourceAsStream("LibraryHeaderTest.class")) {
      Files.copy(in, compiled);
    }
    assertThatThrownBy(() -> LibraryHeader.of(compiled))
        .isInstanceOf(MalformedLibraryException.class)
        .hasMessageContaining("class file");
    byte[] dll = Files.readAllBytes(Samples.sqlite("Windows/x86/sqlitejdbc.dll", folder));
    int coff = ByteBuffer.wrap(dll).order(ByteOrder.LITTLE_ENDIAN).getInt(0x3C);
    dll[coff + 23] &= (byte) ~0x20;
    Path program = Files.write(folder.resolve("setup.exe"), dll);
    assertThatThrownBy(() -> LibraryHeader.of(program)).hasMessageContaining("a program");
  }

  /// Every length of the first bytes and thousands of bytes gone wrong: an answer or an error of
  /// the file, never another exception and never work without end.
  @ParameterizedTest
  @CsvSource({
    "Windows/x86_64/sqlitejdbc.dll",
    "Linux/x86_64/libsqlitejdbc.so",
    "Linux/ppc64/libsqlitejdbc.so",
    "Mac/aarch64/libsqlitejdbc.dylib"
  })
  void survivesDamage(String sample) throws IOException {
    byte[] whole = Files.readAllBytes(Samples.sqlite(sample, folder));
    Random random = new Random(6);
    int refused = 0;
    for (int round = 0; round < 1500; round++) {
      byte[] damaged = whole.clone();
      int length = round < 500 ? round * 3 : whole.length;
      for (int i = 0; i < 4 && round >= 500; i++) {
        damaged[random.nextInt(1024)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged"), Arrays.copyOf(damaged, length));
      try {
        assertThat(LibraryHeader.of(file).machines()).isNotEmpty();
      } catch (MalformedLibraryException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(300);
  }
}
