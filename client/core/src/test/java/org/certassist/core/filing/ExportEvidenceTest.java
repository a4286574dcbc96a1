package org.certassist.core.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.certassist.core.archive.History;
import org.certassist.core.archive.Step;
import org.certassist.core.fault.FaultException;
import org.certassist.core.testing.ScriptedPortal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportEvidenceTest {
  private final Office office = new Office();
  private final ExportEvidence export = new ExportEvidence();

  @TempDir Path home;

  @Test
  void everythingThatProvesADeclarationIsThereToTheLastByte() throws Exception {
    History history = office.sendNew("enrolment");
    Path folder = home.resolve("证据/一");

    export.export(history, folder);

    Step.Signed signed = office.signed(history.id());
    assertThat(names(folder))
        .containsExactly(
            "certificate.pem",
            "chain.pem",
            "declaration.json",
            "declaration.json.p7s",
            "receipt.json");
    assertThat(folder.resolve("declaration.json")).hasBinaryContent(signed.document());
    assertThat(folder.resolve("declaration.json.p7s")).hasBinaryContent(signed.cms());
    assertThat(folder.resolve("certificate.pem")).hasContent(signed.signer().pem());
    assertThat(folder.resolve("receipt.json")).hasContent("{\"number\":\"PR-1\"}");
  }

  @Test
  void theFilesAreReadableByTheirOwnerOnly() throws Exception {
    Path folder = home.resolve("evidence");

    export.export(office.sendNew("enrolment"), folder);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    for (String name : names(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .as(name)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void anotherDeclarationsEvidenceIsLeftAlone() throws Exception {
    Path folder = home.resolve("evidence");
    History first = office.sendNew("enrolment");
    export.export(first, folder);
    office.portal.answers(Answer.LOSE_REQUEST);
    History unconfirmed = office.sendNew("enrolment: name=王五");

    FaultException thrown =
        catchThrowableOfType(FaultException.class, () -> export.export(unconfirmed, folder));

    assertThat(thrown.fault().id()).isEqualTo("usage.folderTaken");
    assertThat(folder.resolve("declaration.json"))
        .hasBinaryContent(office.signed(first.id()).document());
    assertThat(names(folder)).contains("receipt.json");
  }

  @Test
  void withoutASignatureThereIsNothingToExport() throws Exception {
    PreparedDeclaration kept = office.prepare("enrolment");
    office.keepForLater(kept);
    History history = office.archive.find(kept.id()).orElseThrow();

    FaultException thrown =
        catchThrowableOfType(
            FaultException.class, () -> export.export(history, home.resolve("none")));

    assertThat(thrown.fault().id()).isEqualTo("usage.notSigned");
    assertThat(home.resolve("none")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path inTheWay = Files.writeString(home.resolve("file"), "");
    History history = office.sendNew("enrolment");

    FaultException thrown =
        catchThrowableOfType(FaultException.class, () -> export.export(history, inTheWay));

    assertThat(thrown.fault().id()).isEqualTo("evidence.notWritten");
    assertThat(thrown.fault().details()).containsExactly(inTheWay.toString());
    assertThat(thrown).hasCauseInstanceOf(IOException.class);
  }

  private static java.util.List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
