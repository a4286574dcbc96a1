package org.certassist.core.rules;

import java.util.List;

/// What the rules made of a draft.
public sealed interface Verdict {
  /// Errors first, then warnings, each in the order of rows.
  List<Finding> findings();

  /// At least one error; it cannot be signed.
  record Faulty(List<Finding> findings) implements Verdict {
    public Faulty {
      findings = List.copyOf(findings);
    }
  }

  /// No error; the findings are warnings.
  record Passed(CheckedDeclaration declaration, List<Finding> findings) implements Verdict {
    public Passed {
      findings = List.copyOf(findings);
    }
  }
}
