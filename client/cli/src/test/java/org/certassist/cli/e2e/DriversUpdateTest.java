package org.certassist.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.certassist.cli.e2e.RealProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `drivers update` and `knowledge update` in a program that was built with a key, the files signed
/// by OpenSSL.
class DriversUpdateTest {
  @TempDir private Path folder;
  private CatalogueSigner signer;

  @BeforeEach
  void aProgramBuiltWithAKey() throws Exception {
    signer = new CatalogueSigner(folder);
  }

  private int edition() throws IOException {
    return signer.edition();
  }

  /// @param newer by how many editions
  private Path catalogue(int newer, String name) throws Exception {
    return signer.catalogue(
        newer, own -> own.replace("\"product\": \"SoftHSM 2\"", "\"product\": \"" + name + "\""));
  }

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--profile", "jiangsu", "--home", folder.resolve("home").toString()));
    all.addAll(List.of("--lang", "en"));
    return RealProcess.certassistWith(signer.build(), "", all.toArray(String[]::new));
  }

  @Test
  void aNewerCatalogueCountsAndAnOlderOneIsRefused() throws Exception {
    assertThat(run("drivers").out()).contains("Driver catalogue: edition " + edition());

    Ended taken = run("drivers", "update", catalogue(1, "SoftHSM anew").toString());
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.out()).contains("edition " + (edition() + 1) + " now");
    assertThat(run("drivers").out()).contains("SoftHSM anew", "edition " + (edition() + 1));

    Ended again = run("drivers", "update", catalogue(1, "SoftHSM again").toString());
    assertThat(again.code()).isEqualTo(6);
    assertThat(again.err()).contains("edition " + (edition() + 1) + " is in use already");
  }

  @Test
  void anAlteredCatalogueIsRefusedAndOneAtHomeIsNamed() throws Exception {
    Path file = catalogue(1, "SoftHSM anew");
    Files.writeString(file, Files.readString(file).replace("SoftHSM anew", "SoftHSM evil"));
    Ended refused = run("drivers", "update", file.toString());
    assertThat(refused.code()).isEqualTo(6);
    assertThat(refused.err()).contains("does not fit its signature");
    assertThat(folder.resolve("home/catalogue.json")).doesNotExist();

    run("drivers", "update", catalogue(1, "SoftHSM anew").toString());
    Path there = folder.resolve("home/catalogue.json");
    Files.writeString(there, Files.readString(there).replace("SoftHSM anew", "SoftHSM evil"));
    assertThat(run("drivers").out())
        .contains("edition " + edition(), "does not fit its signature")
        .doesNotContain("SoftHSM evil");
  }

  @Test
  void newerKnowledgeCountsWithItsReleasesAndAnAlteredOneIsNamedByDoctor() throws Exception {
    Path file =
        signer.signed(
            "knowledge.json",
            900,
            own ->
                own.replace(
                    "\"source\":",
                    "\"program\": {\"newest\": \"99.1\", \"least\": \"99.0\"}, \"source\":"));

    Ended taken = run("knowledge", "update", file.toString());
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(run("knowledge").out()).contains("edition 900");
    assertThat(run("knowledge", "update", file.toString()).err())
        .contains("edition 900 is in use already");
    assertThat(run("doctor").out()).contains("is too old", "the newest is 99.1");

    Files.writeString(folder.resolve("home/knowledge.json"), " ", StandardOpenOption.APPEND);
    Ended altered = run("knowledge");
    assertThat(altered.code()).isEqualTo(1);
    assertThat(altered.out()).contains("does not fit its signature").doesNotContain("900,");
    assertThat(run("doctor").out()).contains("The knowledge file in the data folder was not taken");
  }
}
