package org.certassist.core.reconcile;

/// Whom a filing or a charge is about; the ID number alone says who it is.
public record Person(String name, String idNumber) {
  /// Without the person.
  @Override
  public String toString() {
    return "Person";
  }
}
