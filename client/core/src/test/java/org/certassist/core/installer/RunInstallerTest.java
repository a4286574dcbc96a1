package org.certassist.core.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.certassist.core.driver.Product;
import org.certassist.core.installer.InstallerPolicy.Rule;
import org.certassist.core.installer.InstallerProgress.Stage;
import org.certassist.core.installer.InstallerStart.End;
import org.certassist.core.installer.Offer.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is offered for a product, and the order in which an installer is brought, checked and run.
class RunInstallerTest {
  private static final Path FOLDER = Path.of("/srv/drivers");
  private static final Installer INSTALLER =
      new Installer(
          "epass-setup.exe",
          URI.create("https://ca.example/epass-setup.exe"),
          "ab".repeat(32),
          "飞天诚信科技股份有限公司",
          List.of("/S"),
          200_000);
  private static final Product EPASS = product("epass");

  private final Disk disk = new Disk();
  private Rule rule = new Rule.Nothing();
  private boolean kindIsKnown = true;

  private static Product product(String id) {
    return new Product(id, id, List.of(id), List.of(), List.of(), List.of(), List.of());
  }

  private RunInstaller run() {
    return new RunInstaller(
        Map.of("epass", INSTALLER),
        () -> rule,
        disk,
        (_, to) -> {
          disk.did.add("download");
          to.write(new byte[200_000]);
        },
        disk);
  }

  /// Files as somebody says that they are, and a system that starts them.
  private final class Disk implements InstallerFiles, InstallerStart {
    private final List<String> did = new ArrayList<>();
    private boolean inFolder;
    private boolean here;
    private boolean swapped;
    private End end = End.INSTALLED;

    @Override
    public Optional<Path> find(Path folder, Installer installer) {
      return inFolder ? Optional.of(folder.resolve("a.exe")) : Optional.empty();
    }

    @Override
    public Optional<Path> ready(Installer installer) {
      did.add("digest");
      return here ? Optional.of(Path.of("/home/installers/epass-setup.exe")) : Optional.empty();
    }

    @Override
    public Path keep(Installer installer, Filling filling)
        throws InstallerException, InterruptedException {
      try {
        filling.fill(new ByteArrayOutputStream());
      } catch (IOException impossible) {
        throw new AssertionError(impossible);
      }
      here = true;
      return Path.of("/home/installers/epass-setup.exe");
    }

    @Override
    public Filling copyOf(Path file) {
      return to -> {
        did.add("copy");
        to.write(new byte[200_000]);
      };
    }

    @Override
    public void forget(Installer installer) {
      did.add("forget");
    }

    @Override
    public boolean knows(Installer installer) {
      return kindIsKnown;
    }

    @Override
    public void checkPublisher(Path file, Installer installer) {
      did.add("publisher");
      here = !swapped;
    }

    @Override
    public End run(Path file, Installer installer) {
      did.add("run");
      return end;
    }
  }

  private Offer offer() {
    return run().offer(EPASS).orElseThrow();
  }

  @Test
  void nothingIsOfferedThatTheCatalogueDoesNotNameOrThisSystemCannotStart() {
    assertThat(run().offer(product("other"))).isEmpty();
    kindIsKnown = false;
    assertThat(run().offer(EPASS)).isEmpty();
  }

  @Test
  void itsFolderGoesBeforeADownload() {
    assertThat(offer()).isEqualTo(new Offer(INSTALLER, new Origin.Download(), Optional.empty()));
    rule = new Rule.Folder(FOLDER);
    disk.inFolder = true;
    assertThat(offer().origin()).isEqualTo(new Origin.Folder(FOLDER.resolve("a.exe")));
    disk.here = true;
    assertThat(offer().origin()).isEqualTo(new Origin.Here());
  }

  @Test
  void whyItDoesNotComeFromTheFolderIsSaid() {
    rule = new Rule.Folder(FOLDER);
    assertThat(offer())
        .isEqualTo(
            new Offer(
                INSTALLER,
                new Origin.Download(),
                Optional.of(InstallerFault.of("notInFolder", FOLDER))));
    InstallerFault ignored = InstallerFault.of("policyIgnored", "/etc/certassist/policy.json");
    rule = new Rule.Ignored(ignored);
    assertThat(offer().note()).contains(ignored);
  }

  @Test
  void itIsDigestedOnceMoreRightBeforeTheStart() throws Exception {
    Offer offer = offer();
    disk.did.clear();
    List<InstallerProgress> seen = new ArrayList<>();
    assertThat(run().run(offer, seen::add)).isEqualTo(End.INSTALLED);
    assertThat(disk.did)
        .containsExactly("download", "digest", "publisher", "digest", "run", "forget");
    assertThat(seen)
        .startsWith(new InstallerProgress(Stage.FETCHING, 0))
        .endsWith(
            new InstallerProgress(Stage.CHECKING, 200_000),
            new InstallerProgress(Stage.RUNNING, 200_000));
  }

  @Test
  void oneThatWasExchangedAfterTheCheckIsNotStarted() {
    disk.swapped = true;
    assertThatThrownBy(() -> run().run(offer(), _ -> {}))
        .isInstanceOfSatisfying(
            InstallerException.class,
            refused ->
                assertThat(refused.fault())
                    .isEqualTo(InstallerFault.of("notTheFile", "epass-setup.exe")));
    assertThat(disk.did).doesNotContain("run");
  }

  @Test
  void whatAnotherProgramGoesOnWithStays() throws Exception {
    disk.end = End.HANDED_ON;
    disk.here = true;
    assertThat(run().run(offer(), _ -> {})).isEqualTo(End.HANDED_ON);
    assertThat(disk.did).doesNotContain("forget", "download");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../setup.exe",
        "/setup.exe",
        "-setup.exe",
        ".setup.exe",
        "a\\setup.exe",
        "setup.txt",
        "setup",
        "C:setup.exe",
        "a\nb.exe"
      })
  void aNameThatLeadsElsewhereIsRefused(String name) {
    assertThatThrownBy(() -> installer(name, "https://a.example/x", "/S"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://a.example/x", "ftp://a.example/x", "https:x", "https://u:p@a.example/x"})
  void anAddressThatProvesNothingIsRefused(String address) {
    assertThatThrownBy(() -> installer("setup.exe", address, "/S"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "\"", "'", ";", "$(id)", "", "a\nb", "%PATH%", "`id`", "&"})
  void anArgumentThatASystemCouldTakeApartIsRefused(String argument) {
    assertThatThrownBy(() -> installer("setup.exe", "https://a.example/x", argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("arguments");
  }

  private static Installer installer(String name, String address, String argument) {
    return new Installer(name, URI.create(address), "ab".repeat(32), "CA", List.of(argument), 1);
  }
}
