package org.certassist.practice.people;

import java.util.Arrays;

/// A person of the practice population register, made up so that a row about her is refused.
///
/// @param idNumber 18 digits with a right check digit; its region code 320599 was never given to a
///   place
/// @param detail what the answer names, a person's number or a district; empty for most
public record PracticePerson(String idNumber, String name, Trait trait, String detail) {
  /// What the portal knows of a person.
  public enum Trait {
    /// Nobody knows this number, the police register neither.
    UNKNOWN("unknown"),
    /// Not in the base library yet, but the police register has it: register the person first.
    COLLECTABLE("collectable"),
    /// The police interface does not answer for this number.
    POLICE_DOWN("policeDown"),
    FLEXIBLE("flexible"),
    SEVERAL_RECORDS("severalRecords"),
    HOUSEHOLD_TYPE_MISSING("householdTypeMissing"),
    BENEFIT_PAID("benefitPaid"),
    /// The former employer has not stopped insurance.
    INSURED_ELSEWHERE("insuredElsewhere"),
    /// Collected before, under a number of its own.
    COLLECTED("collected"),
    LEGAL_REPRESENTATIVE("legalRepresentative"),
    ARREARS_ELSEWHERE("arrearsElsewhere"),
    TEMPORARY_ACCOUNT("temporaryAccount");

    private final String word;

    Trait(String word) {
      this.word = word;
    }

    /// The name in `population.json` and docs/practice.md.
    public String word() {
      return word;
    }

    static Trait of(String word) {
      return Arrays.stream(values())
          .filter(trait -> trait.word.equals(word))
          .findFirst()
          .orElseThrow();
    }
  }

  @Override
  public String toString() {
    return "PracticePerson[" + trait.word + "]";
  }
}
