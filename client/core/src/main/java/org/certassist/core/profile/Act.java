package org.certassist.core.profile;

import java.util.List;
import org.certassist.core.declaration.Kind;

/// What a clerk sets out to do, such as taking somebody on: one or more filings and errands, in
/// their order, which differs by region.
///
/// @param id stable, such as `hire`
/// @param name in Chinese, as the clerk would say it
public record Act(String id, String name, String nameEnglish, List<Part> parts) {
  public Act {
    parts = List.copyOf(parts);
  }

  /// One thing to do for it.
  public sealed interface Part {
    /// A declaration of ours.
    ///
    /// @param portalName what the region's portal calls it
    record Filing(Kind kind, String portalName, When when) implements Part {}

    /// Something that is done on the portal's page or elsewhere.
    record Errand(String words, String english) implements Part {}
  }

  /// When a filing is possible.
  public enum When {
    ANY_TIME("any"),
    IN_WINDOW("window"),
    /// On the days on which the window is closed.
    BETWEEN_WINDOWS("closed-days");

    private final String word;

    When(String word) {
      this.word = word;
    }

    /// The name in profile files and in JSON.
    public String word() {
      return word;
    }
  }
}
