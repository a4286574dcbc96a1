package org.certassist.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.certassist.core.portal.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The refusals are those that the contract gives as examples of them.
class RefusalsTest {
  private static final Pattern NAMED = Pattern.compile("responses/([A-Za-z]+)");
  private static final Pattern EXAMPLE = Pattern.compile("status: (\\d+), .*code: ([a-z0-9-]+)");
  private static final Set<String> ASK_AGAIN = Set.of("token", "id-conflict", "busy");

  @ParameterizedTest
  @EnumSource
  void whatTheContractNamesIsARefusalUnlessItSaysAskAgain(Refusals refusals) throws IOException {
    String operation =
        switch (refusals) {
          case LOGIN -> "login";
          case SUBMISSION -> "submit";
        };

    List<Problem> named = problems(operation);

    assertThat(named).hasSizeGreaterThan(5);
    assertThat(named)
        .allSatisfy(problem ->
            assertThat(refusals.include(problem))
                .as(problem.toString())
                .isEqualTo(!ASK_AGAIN.contains(problem.code())));
  }

  private static List<Problem> problems(String operation) throws IOException {
    String contract = Files.readString(Path.of("../../docs/portal-api.yaml"));
    String own = section(contract, "      operationId: " + operation + "\n", "\n  /");
    StringBuilder examples = new StringBuilder(own);
    NAMED
        .matcher(own)
        .results()
        .forEach(name ->
            examples.append(section(contract, "    " + name.group(1) + ":\n", "\n    [A-Z]")));
    List<Problem> problems = new ArrayList<>();
    EXAMPLE
        .matcher(examples)
        .results()
        .forEach(found ->
            problems.add(new Problem(Integer.parseInt(found.group(1)), found.group(2), "")));
    return problems;
  }

  /// From a heading to the next one like it.
  private static String section(String contract, String from, String to) {
    String rest = contract.substring(contract.indexOf(from) + from.length());
    return rest.split(to, 2)[0];
  }
}
