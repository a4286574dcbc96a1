package org.certassist.desktop.send;

import org.certassist.core.archive.History;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.Stage;
import org.certassist.core.profile.Profile;
import org.certassist.desktop.fx.Asking.Question;
import org.certassist.desktop.fx.Words;

/// The question before a declaration is withdrawn: which one it is and what follows.
public final class Withdrawal {
  private Withdrawal() {}

  public static Question question(History history, Profile profile, Words words) {
    Content content = history.content();
    String kind = words.kind(content.kind(), profile);
    return new Question(
        words.get("withdraw.title"),
        words.get("withdraw.what", content.unit().name(), kind, content.rows().size())
            + "\n\n"
            + words.get(
                history.stage() == Stage.EXPORTED ? "withdraw.meaningCarried" : "withdraw.meaning"),
        words.get("withdraw.act"),
        words.get("withdraw.leave"));
  }
}
