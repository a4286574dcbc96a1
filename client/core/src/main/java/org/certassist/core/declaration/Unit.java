package org.certassist.core.declaration;

/// The employer a declaration is made for.
///
/// @param creditCode the unified social credit code, 18 characters
public record Unit(String creditCode, String name, UnitType type) {}
