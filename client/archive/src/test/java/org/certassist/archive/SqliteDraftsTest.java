package org.certassist.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.certassist.core.archive.History;
import org.certassist.core.declaration.CellValue;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Draft;
import org.certassist.core.declaration.DraftRow;
import org.certassist.core.declaration.Kind;
import org.certassist.core.declaration.ReadingNote;
import org.certassist.core.draft.KeptDraft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDraftsTest {
  private static final UUID ID = UUID.fromString("6f1e7a52-0f6e-4f55-8e0c-9d8c4b1f2a30");
  private static final UUID OTHER = UUID.fromString("0c9d8c4b-1f2a-4f55-8e0c-6f1e7a520f6e");
  static final Kind ENROLMENT = kind("enrolment");
  private static final Kind TERMINATION = kind("termination");
  private static final List<Kind> KINDS = List.of(TERMINATION, ENROLMENT);

  @TempDir Path folder;

  private static Kind kind(String id) {
    return new Kind(id, 1, "用工参保登记", id, Kind.Direction.IN, List.of());
  }

  /// Every sort of cell and of note, and texts that must not be found on disk.
  static Draft everything(Kind kind) {
    Map<String, CellValue> cells = new HashMap<>();
    cells.put("blank", new CellValue.Blank());
    cells.put("name", new CellValue.Text(Samples.NAME));
    cells.put("note", new CellValue.Text("\"\\\n\u0000\u00a0😀" + (char) 0xd83d + "x"));
    cells.put("idNumber", new CellValue.Numeric(new BigDecimal("3.2050919900307E+17"), "3.21E+17"));
    cells.put("base", new CellValue.Numeric(new BigDecimal("5000.00"), "5,000.00"));
    cells.put("birth", new CellValue.Date(LocalDateTime.parse("1990-03-07T00:00:00.000000001")));
    cells.put("yes", new CellValue.Flag(true));
    cells.put("no", new CellValue.Flag(false));
    cells.put("formula", new CellValue.Formula("A1&\"" + Samples.NUMBER + "\""));
    cells.put("broken", new CellValue.Broken("#REF!"));
    return new Draft(
        kind,
        "申报",
        Map.of(
            "creditCode", new CellValue.Numeric(new BigDecimal("91"), "91"),
            "name", new CellValue.Text("苏州丝绸有限公司"),
            "type", new CellValue.Blank()),
        2,
        Map.of("unit.name", "B", "idNumber", "C", "note", "AA"),
        List.of(
            new DraftRow(4, cells),
            new DraftRow(5, Map.of()),
            new DraftRow(9, Map.of("idNumber", new CellValue.Text(Samples.NUMBER)))),
        List.of(
            new ReadingNote.TextFile(ReadingNote.Encoding.GB18030, ReadingNote.Separator.SEMICOLON),
            new ReadingNote.HiddenRows(List.of(4, 9)),
            new ReadingNote.MergedCells(List.of("A4:A6"))));
  }

  private static Draft rows(int count) {
    return new Draft(
        ENROLMENT,
        "申报",
        Map.of(),
        2,
        Map.of(),
        IntStream.range(0, count)
            .mapToObj(i ->
                new DraftRow(
                    4 + i,
                    Map.of(
                        "name", new CellValue.Text(Samples.NAME + i),
                        "idNumber", new CellValue.Text(Samples.NUMBER),
                        "householdAddress", new CellValue.Text("江苏省苏州市吴江区盛泽镇" + i))))
            .toList());
  }

  private Path home() {
    return folder.resolve("home");
  }

  @Test
  void aDraftComesBackCellByCellAfterReopening() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      archive.drafts().keep(ID, "practice", "新员工-李小芳.xlsx", everything(ENROLMENT));
      assertThat(archive.drafts().find(ID, KINDS)).contains(everything(ENROLMENT));
    }
    try (SqliteArchive archive = Samples.open(home())) {
      assertThat(archive.drafts().find(ID, KINDS)).contains(everything(ENROLMENT));
      assertThat(archive.drafts().find(OTHER, KINDS)).isEmpty();
      assertThat(archive.drafts().find(ID, List.of(TERMINATION))).isEmpty();
      assertThat(archive.drafts().kept())
          .containsExactly(
              new KeptDraft(
                  ID, "practice", "enrolment", "新员工-李小芳.xlsx", 3, Samples.CLOCK.instant()));
    }
  }

  @Test
  void theLastChangedComesFirstAndReplacesWhatWasKept() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      archive.drafts().keep(ID, "practice", "一", rows(2));
      archive.drafts().keep(OTHER, "practice", "二", rows(3));
      assertThat(archive.drafts().kept()).extracting(KeptDraft::id).containsExactly(OTHER, ID);
      archive.drafts().keep(ID, "practice", "三", rows(7));
      assertThat(archive.drafts().kept()).extracting(KeptDraft::name).containsExactly("三", "二");
      assertThat(archive.drafts().find(ID, KINDS)).contains(rows(7));
    }
  }

  @Test
  void aRemovedDraftIsGoneAndTheOthersStay() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      archive.drafts().keep(ID, "practice", "一", rows(2));
      archive.drafts().keep(OTHER, "practice", "二", rows(3));
      archive.drafts().remove(ID);
      archive.drafts().remove(ID);
      assertThat(archive.drafts().find(ID, KINDS)).isEmpty();
    }
    try (SqliteArchive archive = Samples.open(home())) {
      assertThat(archive.drafts().kept()).extracting(KeptDraft::id).containsExactly(OTHER);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE draft SET ciphertext = zeroblob(length(ciphertext)) WHERE id = ?",
        "UPDATE draft SET nonce = zeroblob(12) WHERE id = ?",
        "UPDATE draft SET about = zeroblob(length(about)) WHERE id = ?",
        "UPDATE draft SET about_nonce = x'' WHERE id = ?",
        "UPDATE draft SET about = ciphertext, about_nonce = nonce WHERE id = ?",
        "UPDATE draft SET ciphertext = about, nonce = about_nonce WHERE id = ?",
        "UPDATE draft SET at = at + 1 WHERE id = ?",
        "UPDATE draft SET sequence = sequence + 1 WHERE id = ?",
      })
  void aDamagedDraftCostsItselfOnly(String tampering) throws Exception {
    DeclarationId declared;
    try (SqliteArchive archive = Samples.open(home())) {
      archive.drafts().keep(ID, "practice", "一", rows(2));
      archive.drafts().keep(OTHER, "practice", "二", rows(3));
      declared = Samples.append(archive, Samples.checked());
    }
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + home().resolve("archive.db"));
        PreparedStatement statement = connection.prepareStatement(tampering)) {
      statement.setBytes(1, Seal.bytes(ID));
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
    try (SqliteArchive archive = Samples.open(home())) {
      SqliteArchiveTest.assertFaultId(
          () -> archive.drafts().find(ID, KINDS), "archive.draftDamaged");
      assertThat(archive.drafts().damaged()).isEqualTo(1);
      assertThat(archive.drafts().kept()).extracting(KeptDraft::id).containsExactly(OTHER);
      assertThat(archive.drafts().find(OTHER, KINDS)).contains(rows(3));
      assertThat(archive.all()).extracting(History::id).containsExactly(declared);
      archive.drafts().keep(ID, "practice", "一", rows(4));
      assertThat(archive.drafts().damaged()).isZero();
      assertThat(archive.drafts().find(ID, KINDS)).contains(rows(4));
    }
  }

  @Test
  void aDraftOfFiveThousandRowsComesBack() throws Exception {
    Draft large = rows(5_000);
    try (SqliteArchive archive = Samples.open(home())) {
      archive.drafts().keep(ID, "practice", "一", large);
      long started = System.nanoTime();
      archive.drafts().keep(ID, "practice", "一", large);
      System.out.printf("kept 5000 rows in %d ms%n", (System.nanoTime() - started) / 1_000_000);
      assertThat(archive.drafts().kept()).extracting(KeptDraft::rows).containsExactly(5_000);
      assertThat(archive.drafts().find(ID, KINDS)).contains(large);
    }
  }

  @Test
  void anArchiveOfVersionTwoKeepsItsHistoriesAndTakesDrafts() throws Exception {
    Schema second = new Schema(Schema.CURRENT.migrations().subList(0, 2));
    DeclarationId sent;
    String told;
    try (SqliteArchive archive =
        SqliteArchive.open(home(), "test", Samples.CLOCK, Samples.BRIEFLY, second)) {
      sent = Samples.append(archive, Samples.signed(), Samples.sending(), Samples.refused());
      Samples.append(archive, Samples.exported(), Samples.handedIn());
      told = Samples.told(archive.find(sent).orElseThrow());
    }
    try (SqliteArchive archive = Samples.open(home())) {
      assertThat(archive.all()).hasSize(2);
      assertThat(Samples.told(archive.find(sent).orElseThrow())).isEqualTo(told);
      assertThat(archive.drafts().kept()).isEmpty();
      archive.drafts().keep(ID, "practice", "一", rows(2));
      assertThat(archive.drafts().find(ID, KINDS)).contains(rows(2));
      assertThat(Samples.append(archive, Samples.checked())).isNotNull();
    }
    assertThat(Schema.versionOf(home().resolve("archive.db"))).isEqualTo(3);
  }

  @Test
  void noNameAndNoNumberLiesOnDiskNotEvenAfterRemoving() throws Exception {
    try (SqliteArchive archive = Samples.open(home())) {
      archive.drafts().keep(ID, "practice", "新员工-李小芳.xlsx", everything(ENROLMENT));
      SqliteArchiveTest.assertNoCanary(home());
      archive.drafts().keep(ID, "practice", "新员工-李小芳.xlsx", rows(50));
      archive.drafts().remove(ID);
      SqliteArchiveTest.assertNoCanary(home());
    }
    SqliteArchiveTest.assertNoCanary(home());
  }

  @Test
  void whatIsNoDraftIsNotGuessed() {
    DraftCodec codec = new DraftCodec();
    byte[] form = codec.encode(everything(ENROLMENT));
    assertThat(codec.decode(form, ENROLMENT)).contains(everything(ENROLMENT));
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] bad = form.clone();
      bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      assertThat(codec.decode(bad, ENROLMENT)).isNotNull();
    }
    assertThat(codec.decode("{}".getBytes(StandardCharsets.UTF_8), ENROLMENT)).isEmpty();
  }

  @Test
  void keptDraftsAreNewestByOrderNotByClock() throws Exception {
    Instant[] now = {Instant.parse("2026-11-22T02:00:00Z")};
    try (SqliteArchive archive =
        SqliteArchive.open(home(), "test", () -> now[0], Samples.BRIEFLY, Schema.CURRENT)) {
      archive.drafts().keep(ID, "practice", "一", rows(1));
      now[0] = now[0].minusSeconds(3600);
      archive.drafts().keep(OTHER, "practice", "二", rows(1));
      assertThat(archive.drafts().kept()).extracting(KeptDraft::id).containsExactly(OTHER, ID);
    }
  }
}
