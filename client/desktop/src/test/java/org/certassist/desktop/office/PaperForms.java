package org.certassist.desktop.office;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.paper.Paper;
import org.certassist.core.paper.PaperException;
import org.certassist.core.paper.PaperFault;
import org.certassist.core.paper.Papers;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.CheckedDeclaration;

/// Forms of one line, with the gaps that they are told of.
public final class PaperForms implements Papers {
  private final List<Paper.Gap> gaps = new ArrayList<>();
  private boolean fontless;

  public synchronized PaperForms lacking(int row, String character) {
    gaps.add(new Paper.Gap(row, character));
    return this;
  }

  public synchronized void withoutFont() {
    fontless = true;
  }

  @Override
  public synchronized Paper print(
      DeclarationId id, CheckedDeclaration declaration, Profile profile, LocalDate day)
      throws PaperException {
    if (fontless) {
      throw new PaperException(PaperFault.of("paper.noFont"));
    }
    byte[] pdf = ("%PDF " + id + " " + day).getBytes(StandardCharsets.UTF_8);
    return new Paper(pdf, 2, gaps);
  }
}
