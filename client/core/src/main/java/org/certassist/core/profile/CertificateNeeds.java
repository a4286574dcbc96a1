package org.certassist.core.profile;

/// What a region wants of a unit's certificate beyond its being good.
///
/// @param unitsNumber a number of the unit's must stand in it, by which the portal finds the unit
/// @param sm2 one with the older algorithm, RSA, must be upgraded
public record CertificateNeeds(boolean unitsNumber, boolean sm2) {
  public static final CertificateNeeds NONE = new CertificateNeeds(false, false);
}
