package org.certassist.core.paper;

import java.time.LocalDate;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.CheckedDeclaration;

/// The port to paper: makes the forms that are stamped and taken to the counter, as one PDF of A4
/// pages.
public interface Papers {
  /// A summary and a roster of the people; for retirement one form for each person.
  ///
  /// @param day the day that stands on the forms
  /// @throws PaperException `paper.noFont` when no font of this PC can be put into the file
  Paper print(DeclarationId id, CheckedDeclaration declaration, Profile profile, LocalDate day)
      throws PaperException;
}
