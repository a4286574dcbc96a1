package org.certassist.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Holds the arrows of docs/architecture.md; a failure names the line to move.
class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.certassist");

  /// What every room may use.
  private static final String[] EVERYWHERE = {
    "java..", "javax.crypto..", "javax.net..", "org.slf4j..", "org.jspecify.."
  };

  /// Each room and the rooms it may see.
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("core", List.of()),
          Map.entry("texts", List.of("core")),
          Map.entry("datafiles", List.of("core")),
          Map.entry("platform", List.of("core")),
          Map.entry("workbook", List.of("core")),
          Map.entry("print", List.of("core")),
          Map.entry("portal", List.of("core")),
          Map.entry("archive", List.of("core")),
          Map.entry("page", List.of("core")),
          Map.entry("keys", List.of("core", "bridge.protocol")),
          Map.entry("bridge.protocol", List.of()),
          Map.entry("bridge.host", List.of("bridge.protocol")),
          Map.entry("bridge.simulator", List.of()),
          Map.entry("practice", List.of("core", "keys")),
          Map.entry("desktop", List.of("core", "texts")));

  /// Each outside library and the rooms it may be used in.
  private static final Map<String, List<String>> LIBRARIES =
      Map.ofEntries(
          Map.entry("org.apache.poi..", List.of("workbook")),
          Map.entry("org.apache.commons.csv..", List.of("workbook")),
          Map.entry("com.fasterxml.aalto..", List.of("workbook")),
          Map.entry("org.apache.pdfbox..", List.of("print")),
          Map.entry("org.apache.fontbox..", List.of("print")),
          Map.entry("org.bouncycastle..", List.of("keys", "practice", "archive")),
          Map.entry("okhttp3..", List.of("portal")),
          Map.entry(
              "tools.jackson..",
              List.of("datafiles", "platform", "archive", "portal", "page", "practice", "cli")),
          Map.entry("org.sqlite..", List.of("archive", "practice")),
          Map.entry("java.sql..", List.of("archive", "practice")),
          Map.entry("picocli..", List.of("cli")),
          Map.entry("ch.qos.logback..", List.of("cli")),
          Map.entry("javafx..", List.of("desktop")),
          Map.entry("org.controlsfx..", List.of("desktop")),
          Map.entry("com.google.zxing..", List.of("desktop")));

  @Test
  void roomsSeeOnlyTheRoomsTheyMay() {
    ARROWS.forEach((room, seen) -> {
      String[] forbidden =
          ARROWS.keySet().stream()
              .filter(other -> !other.equals(room) && !seen.contains(other))
              .map(other -> "org.certassist." + other + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("org.certassist." + room + "..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(forbidden).or(resideInAPackage("org.certassist.cli..")))
          .because("docs/architecture.md: " + room + " sees " + seen)
          .check(ALL);
    });
  }

  @Test
  void librariesStayInTheirRooms() {
    LIBRARIES.forEach((library, rooms) ->
        noClasses()
            .that()
            .resideInAPackage("org.certassist..")
            .and()
            .resideOutsideOfPackages(
                rooms.stream().map(room -> "org.certassist." + room + "..").toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because("docs/architecture.md keeps " + library + " in " + rooms)
            .check(ALL));
  }

  @Test
  void coreUsesTheJdkOnly() {
    classes()
        .that()
        .resideInAPackage("org.certassist.core..")
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("org.certassist.core..")
                .or(resideInAnyPackage(EVERYWHERE))
                .or(resideInAPackage("javax.naming..")))
        .check(ALL);
  }

  @Test
  void onlyTheWiringKnowsAdapters() {
    noClasses()
        .that()
        .resideInAPackage("org.certassist.cli..")
        .and()
        .resideOutsideOfPackage("org.certassist.cli.wiring..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.certassist.keys..",
            "org.certassist.portal..",
            "org.certassist.archive..",
            "org.certassist.page..",
            "org.certassist.workbook..",
            "org.certassist.print..",
            "org.certassist.practice..",
            "org.certassist.datafiles..",
            "org.certassist.platform..",
            "org.certassist.desktop..",
            "org.certassist.bridge..")
        .check(ALL);
  }

  @Test
  void topicsOfCoreDoNotGoInCircles() {
    slices().matching("org.certassist.core.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packages(ALL.getPackage("org.certassist")))
        .filteredOn(room -> !room.getClasses().isEmpty())
        .allSatisfy(room ->
            assertThat(room.tryGetAnnotationOfType(NullMarked.class))
                .as("add @NullMarked to package-info of " + room.getName())
                .isPresent());
  }

  /// Class files hold no comments, so this one reads the sources.
  @Test
  void everyPackageOpensWithAParagraphForTheNewcomer() throws IOException {
    List<Path> folders = new ArrayList<>(packageFolders("client"));
    folders.addAll(packageFolders("pkcs11-bridge"));

    assertThat(folders).hasSizeGreaterThan(30);
    assertThat(folders)
        .allSatisfy(folder -> {
          Path page = folder.resolve("package-info.java");
          assertThat(page).exists();
          assertThat(Files.readAllLines(page).getFirst())
              .as("open " + page + " with a sentence")
              .matches("/// \\p{Upper}.{20,}");
        });
  }

  private static List<Path> packageFolders(String part) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", "..", part))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/java/"))
          .map(Path::getParent)
          .distinct()
          .toList();
    }
  }

  private static List<JavaPackage> packages(JavaPackage root) {
    return root.getSubpackagesInTree().stream().toList();
  }
}
