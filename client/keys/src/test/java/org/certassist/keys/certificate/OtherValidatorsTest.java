package org.certassist.keys.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The certificates of [PathCases] shown to other validators. What they say is the second part of
/// docs/faults.md; run with `-Dcertassist.write-pages=true` this test writes it.
@Timeout(600)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherValidatorsTest {
  private static final Path OPENSSL = Path.of("/usr/bin/openssl");

  /// What we accept and others do not, with why we are right.
  private static final Map<String, Set<Peer>> REFUSED_BY_OTHERS =
      Map.of(
          "4.1 SM2", EnumSet.of(Peer.JAVA), // has no SM2
          "4.1 SM2, NULL as parameters", EnumSet.of(Peer.JAVA),
          "4.3 other string types", EnumSet.of(Peer.JAVA), // RFC 5280 §7.1: the same name
          "4.6 not critical", EnumSet.of(Peer.OPENSSL), // valid in PKITS 4.6.4
          "4.6 a version 1 anchor", EnumSet.of(Peer.OPENSSL), // trusted as it is
          "4.7 the CA has none", EnumSet.of(Peer.OPENSSL), // RFC 5280 §6.1.4 (n)
          // RFC 5280 §4.2.1.10: matters only where such a name appears
          "4.13 such a kind constrained, and no such name", EnumSet.of(Peer.BOUNCY_CASTLE),
          // RFC 5280 §4.2.1.10: an empty subtree holds every name
          "4.13 DNS names, all permitted", EnumSet.of(Peer.JAVA, Peer.BOUNCY_CASTLE));

  private List<PathPage.Line> lines;

  @BeforeAll
  void askTheOthers(@TempDir Path folder) throws Exception {
    boolean openssl = Files.isExecutable(OPENSSL);
    lines = new ArrayList<>();
    for (PathCase one : PathCases.all()) {
      Set<Peer> acceptedBy = EnumSet.noneOf(Peer.class);
      for (Peer peer : Peer.values()) {
        if ((peer != Peer.OPENSSL || openssl) && peer.accepts(one, folder)) {
          acceptedBy.add(peer);
        }
      }
      lines.add(new PathPage.Line(one, acceptedBy));
    }
  }

  @Test
  void nothingIsAcceptedThatOthersRefuseWithoutAReason() {
    assumeTrue(Files.isExecutable(OPENSSL), "no openssl");
    Map<String, Set<Peer>> refused =
        lines.stream()
            .filter(line -> line.one().isGood() && line.acceptedBy().size() < Peer.values().length)
            .collect(
                Collectors.toMap(
                    line -> line.one().toString(),
                    line -> EnumSet.complementOf(EnumSet.copyOf(line.acceptedBy()))));
    assertThat(refused).isEqualTo(REFUSED_BY_OTHERS);
  }

  @Test
  void thePageSaysWhatWasSeen() throws Exception {
    assumeTrue(Files.isExecutable(OPENSSL), "no openssl");
    new PagePart(PathPage.TITLE).holds(PathPage.of(lines));
  }
}
