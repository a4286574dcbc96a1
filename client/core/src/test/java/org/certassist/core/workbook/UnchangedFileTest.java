package org.certassist.core.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only the file that was checked is copied.
class UnchangedFileTest {
  @TempDir Path folder;

  @Test
  void anUntouchedFileGivesItsBytes() throws Exception {
    Path file = Files.writeString(folder.resolve("名单.xlsx"), "checked");

    assertThat(UnchangedFile.of(file).bytes())
        .isEqualTo("checked".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void oneThatWasSavedSinceIsRefusedByName() throws Exception {
    Path file = Files.writeString(folder.resolve("名单.xlsx"), "checked");
    UnchangedFile longer = UnchangedFile.of(file);
    Files.writeString(file, "checked and more");
    assertThat(refusal(longer)).isEqualTo(new FileFault.Changed("名单.xlsx"));

    UnchangedFile alike = UnchangedFile.of(file);
    Files.writeString(file, "CHECKED AND MORE");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-22T02:00:00Z")));
    assertThat(refusal(alike)).isEqualTo(new FileFault.Changed("名单.xlsx"));

    FileTime time = Files.getLastModifiedTime(file);
    UnchangedFile asOld = UnchangedFile.of(file);
    Files.writeString(file, "checked");
    Files.setLastModifiedTime(file, time);
    assertThat(refusal(asOld)).isEqualTo(new FileFault.Changed("名单.xlsx"));
  }

  @Test
  void oneThatIsGoneIsUnreadable() throws Exception {
    Path file = Files.writeString(folder.resolve("名单.xlsx"), "checked");
    UnchangedFile gone = UnchangedFile.of(file);
    Files.delete(file);

    assertThat(refusal(gone)).isEqualTo(new FileFault.Unreadable("名单.xlsx"));
  }

  private static FileFault refusal(UnchangedFile file) {
    return (FileFault) catchThrowableOfType(WorkbookException.class, file::bytes).fault();
  }
}
