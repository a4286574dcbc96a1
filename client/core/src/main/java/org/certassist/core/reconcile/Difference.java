package org.certassist.core.reconcile;

import java.math.BigDecimal;
import org.certassist.core.declaration.DeclarationId;

/// Where the charge and what was filed do not agree.
public sealed interface Difference {
  Person person();

  /// The stable name, as words and JSON know it.
  String id();

  /// Whether somebody has to see to it before the month is paid.
  default boolean isWrong() {
    return true;
  }

  /// Enrolled and accepted, yet not charged.
  record Missing(Person person, DeclarationId declaration) implements Difference {
    @Override
    public String id() {
      return "missing";
    }
  }

  /// Terminated and accepted, yet charged.
  record StillCharged(Person person, DeclarationId declaration, int line) implements Difference {
    @Override
    public String id() {
      return "stillCharged";
    }
  }

  /// Enrolled for all three, charged for work injury alone: insured elsewhere too, as a rule.
  record WorkInjuryOnly(Person person, DeclarationId declaration, int line) implements Difference {
    @Override
    public String id() {
      return "workInjuryOnly";
    }
  }

  /// Charged for other insurances than was filed.
  record OtherInsurances(Person person, DeclarationId declaration, int line) implements Difference {
    @Override
    public String id() {
      return "otherInsurances";
    }
  }

  record OtherBase(
      Person person, DeclarationId declaration, int line, BigDecimal filed, BigDecimal charged)
      implements Difference {
    @Override
    public String id() {
      return "otherBase";
    }
  }

  /// Charged, and never filed with this program: employed before it came, as a rule.
  record NeverFiled(Person person, int line) implements Difference {
    @Override
    public String id() {
      return "neverFiled";
    }

    @Override
    public boolean isWrong() {
      return false;
    }
  }
}
