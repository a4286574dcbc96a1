package org.certassist.core.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # stage            | next                          | begins | at portal | final
          CHECKED            | SIGNED WITHDRAWN              | true   | false     | false
          SIGNED             | SENDING WITHDRAWN             | true   | false     | false
          SENDING            | ACCEPTED REFUSED UNCONFIRMED  | false  | true      | false
          UNCONFIRMED        | ACCEPTED REFUSED SENDING UNCONFIRMED | false  | true      | false
          EXPORTED           | EXPORTED HANDED_IN WITHDRAWN  | true   | true      | false
          HANDED_IN          | HANDED_IN DONE DONE_WITH_REFUSALS | false  | true      | false
          ACCEPTED           | DONE DONE_WITH_REFUSALS       | false  | true      | false
          REFUSED            | ''                            | false  | false     | true
          WITHDRAWN          | ''                            | false  | false     | true
          DONE               | ''                            | false  | true      | true
          DONE_WITH_REFUSALS | ''                            | false  | true      | true
          """)
  void theWholeLifeCycleIsThisTable(
      Stage stage, String next, boolean begins, boolean atPortal, boolean isFinal) {
    Set<Stage> followers =
        Arrays.stream(Stage.values())
            .filter(stage::mayBeFollowedBy)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));

    assertThat(followers.stream().map(Stage::name).collect(Collectors.joining(" ")))
        .isEqualTo(sorted(next));
    assertThat(stage.mayBegin()).isEqualTo(begins);
    assertThat(stage.mayBeAtPortal()).isEqualTo(atPortal);
    assertThat(stage.isFinal()).isEqualTo(isFinal);
  }

  /// Written above in the order of likelihood; an enum set keeps its own.
  private static String sorted(String names) {
    return names.isEmpty()
        ? ""
        : Arrays.stream(names.split(" ", -1))
            .map(Stage::valueOf)
            .sorted()
            .map(Stage::name)
            .collect(Collectors.joining(" "));
  }

  /// Nothing is sent that was not written down before, and a sent one is never sent blindly again.
  @ParameterizedTest
  @EnumSource
  void onlyASignedOrAnAskedForDeclarationIsSent(Stage stage) {
    assertThat(stage.mayBeFollowedBy(Stage.SENDING))
        .isEqualTo(stage == Stage.SIGNED || stage == Stage.UNCONFIRMED);
  }

  /// What the clerk carries is not sent by the network too, from whatever stage on.
  @ParameterizedTest
  @EnumSource(names = {"EXPORTED", "HANDED_IN"})
  void whatTheClerkCarriesNeverComesNearTheNetwork(Stage carried) {
    assertThat(carried.isLeftToSend()).isFalse();
    for (Stage onTheWire : List.of(Stage.SIGNED, Stage.SENDING, Stage.UNCONFIRMED)) {
      assertThat(carried.mayBeFollowedBy(onTheWire)).isFalse();
      assertThat(onTheWire.mayBeFollowedBy(carried)).isFalse();
    }
  }
}
