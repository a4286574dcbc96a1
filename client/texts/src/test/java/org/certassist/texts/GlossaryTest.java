package org.certassist.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The glossary names what the code names.
class GlossaryTest {
  private static final Path ROOT = Path.of("../..");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w+)");
  private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]*[a-z])`");

  @Test
  void everyTypeInTheGlossaryIsInTheCode() throws IOException {
    List<String> named =
        NAME.matcher(Files.readString(ROOT.resolve("docs/glossary.md")))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(named).hasSizeGreaterThan(40);
    assertThat(types()).as("rename it in docs/glossary.md too").containsAll(named);
  }

  private static Set<String> types() throws IOException {
    Set<String> types = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("client"))) {
      for (Path file : files.filter(each -> each.toString().contains("/src/main/java/")).toList()) {
        if (file.toString().endsWith(".java")) {
          TYPE.matcher(Files.readString(file)).results().forEach(m -> types.add(m.group(1)));
        }
      }
    }
    return types;
  }
}
