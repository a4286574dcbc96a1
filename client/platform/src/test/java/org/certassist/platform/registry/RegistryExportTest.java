package org.certassist.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Exports of the registry, whole and damaged.
class RegistryExportTest {
  @TempDir private Path folder;

  private RegistryKey key(String values) throws IOException {
    String text = "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\A\\B]\r\n";
    return read(text + values).getFirst();
  }

  private List<RegistryKey> read(String text) throws IOException {
    return RegistryExport.read(
        Files.write(
            folder.resolve("pc.reg"), ("\uFEFF" + text).getBytes(Charset.forName("UTF-16LE"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Path\"=\"C:\\\\a b\\\\c.dll\" | path | C:\\a b\\c.dll",
        "@=\"default\" | `` | default",
        "\"Count\"=dword:0000001f | COUNT | 31",
        "\"a\\\"b\"=\"c\\\"d\" | a\"b | c\"d",
        "\"ends\"=\"C:\\\\\" | ends | C:\\",
        "\"v\"=hex(2):25,00,41,00,25,00,00,00 | v | %A%",
      })
  void readsValues(String line, String name, String text) throws IOException {
    assertThat(key(line).text(name)).contains(text);
  }

  @Test
  void readsAListOverSeveralLines() throws IOException {
    assertThat(key("\"l\"=hex(7):61,00,\\\r\n  00,00,62,\\\r\n  00,00,00,00,00\r\n").texts("l"))
        .containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x\"=hex:00,01",
        "\"x\"=",
        "\"x\"",
        "x=1",
        "\"x\"=\"open",
        "\"x\"=dword:zz",
        "\"x\"=hex(7):6",
        "\"x\"=hex(2):",
        "; \"x\"=\"comment\"",
        "\"x\"=\"a\"b"
      })
  void passesOverWhatNamesNothing(String line) throws IOException {
    assertThat(key(line + "\r\n\"y\"=\"1\"\r\n").values()).containsOnlyKeys("y");
  }

  @Test
  void readsTheOlderFormInChinese() throws IOException {
    Path file =
        Files.write(
            folder.resolve("old.reg"),
            "REGEDIT4\n\n[HKEY_CURRENT_USER\\某某]\n\"路径\"=\"驱动\"\n"
                .getBytes(Charset.forName("GBK")));
    assertThat(RegistryExport.read(file).getFirst().text("路径")).contains("驱动");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[HKEY_CURRENT_USER\\A]"})
  void refusesWhatIsNoExport(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no export");
  }

  @Test
  void survivesDamage() throws IOException {
    byte[] whole = Files.readAllBytes(export());
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i < 20; i++) {
        damaged[80 + random.nextInt(damaged.length - 80)] = (byte) random.nextInt(256);
      }
      Path file = Files.write(folder.resolve("damaged.reg"), damaged);
      assertThat(RegistryExport.read(file)).isNotEmpty();
    }
  }

  private Path export() {
    RecordedRegistry.of("office-pc.reg", folder);
    return folder.resolve("office-pc.reg");
  }
}
