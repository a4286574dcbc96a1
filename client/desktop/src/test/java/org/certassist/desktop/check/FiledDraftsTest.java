package org.certassist.desktop.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.declaration.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FiledDraftsTest {
  private final FiledDrafts drafts = new FiledDrafts();
  private final UUID draft = UUID.randomUUID();

  @ParameterizedTest
  @EnumSource
  void aDraftGoesOnlyWithADeclarationThatIsFiled(Stage stage) {
    DeclarationId declaration = DeclarationId.random();
    drafts.became(declaration, draft);
    boolean filed =
        switch (stage) {
          case ACCEPTED, HANDED_IN, DONE, DONE_WITH_REFUSALS -> true;
          case CHECKED, SIGNED, SENDING, UNCONFIRMED, EXPORTED, REFUSED, WITHDRAWN -> false;
        };

    assertThat(drafts.filed(declaration, stage).isPresent()).isEqualTo(filed);
    assertThat(drafts.filed(DeclarationId.random(), Stage.DONE)).isEmpty();
  }

  @Test
  void aDraftThatWasChangedStaysWhicheverDeclarationItBecame() {
    DeclarationId withdrawn = DeclarationId.random();
    DeclarationId madeAgain = DeclarationId.random();
    drafts.became(withdrawn, draft);
    drafts.became(madeAgain, draft);

    drafts.changed(draft);

    assertThat(drafts.filed(withdrawn, Stage.DONE)).isEmpty();
    assertThat(drafts.filed(madeAgain, Stage.DONE)).isEmpty();
  }
}
